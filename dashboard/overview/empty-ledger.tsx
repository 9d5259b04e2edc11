import { Link } from "react-router";
import { overview } from "../words/overview.ts";

/** Nothing has ever come in: why there are no figures, and which ledgers bring which. */
export function EmptyLedger() {
  return (
    <div className="page overview">
      <div className="overview-question">
        <h1>{overview.question}</h1>
      </div>
      <p className="answer">{overview.empty.answer}</p>
      <ol className="empty-ledger">
        {overview.empty.steps.map((step) => (
          <li key={step.name}>
            <b>{step.name}</b>
            {step.gives}
          </li>
        ))}
      </ol>
      <p>
        <Link className="button is-primary" to="/imports">
          {overview.empty.action}
        </Link>
      </p>
    </div>
  );
}
