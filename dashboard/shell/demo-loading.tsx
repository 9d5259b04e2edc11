import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { questions, useAsk } from "../ask.ts";
import { format } from "../look/format.ts";
import { common } from "../words/common.ts";
import { DemoArrivalDocument, type DemoArrivalQuery } from "./shell.generated.ts";
import { useSystem } from "./use-system.ts";

const POLL = 1500;
const STEPS = ["make", "read", "check", "write"] as const;

/** Is the demo coming in? When it is over, whatever was asked of the empty ledger is asked again. */
export function useDemoLoading(): boolean {
  const loading = useSystem().data?.system.loading ?? false;
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !loading) void questions.invalidateQueries();
    was.current = loading;
  }, [loading]);
  return loading;
}

/** In place of a page whose figures are not there yet: what is under way, and how far. */
export function DemoLoading() {
  const arrival = useAsk(DemoArrivalDocument, {}, { poll: POLL }).data;
  const at = STEPS.indexOf(stepOf(arrival));
  const rows = arrival?.importBatches.edges.reduce((sum, { node }) => sum + (node.totalRows ?? 0), 0) ?? 0;
  const words = common.demoLoading;
  return (
    <div className="page page-message">
      <h1 role="status">{words.title}</h1>
      <p className="demo-loading-text">{words.text}</p>
      <ol className="demo-loading-steps">
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={index < at ? "is-past" : index === at ? "is-here" : undefined}
            aria-current={index === at ? "step" : undefined}
          >
            {words.steps[step]}
            {step === "read" && rows > 0 && <small>{words.rows(format.count(rows))}</small>}
          </li>
        ))}
      </ol>
      <Link to="/imports/history">{words.see}</Link>
    </div>
  );
}

/** On the other pages: one line, since they can be used meanwhile. */
export function DemoLoadingLine() {
  return (
    <p className="demo-loading-line" role="status">
      {common.demoLoading.short}
    </p>
  );
}

function stepOf(arrival: DemoArrivalQuery | undefined): (typeof STEPS)[number] {
  const statuses = new Set(arrival?.importBatches.edges.map(({ node }) => node.status));
  if (statuses.size === 0) return "make";
  if (statuses.has("RECEIVED") || statuses.has("READING")) return "read";
  return statuses.has("CHECKING") ? "check" : "write";
}
