import { Link } from "react-router";
import { words } from "../words/imports.ts";

export type Step = "choose" | "preview" | "check" | "result";

export interface StepLineProps {
  readonly at: Step;
  /** Addresses of steps that can be gone to. */
  readonly to: Partial<Readonly<Record<Step, string>>>;
}

const STEPS: readonly Step[] = ["choose", "preview", "check", "result"];

/** Four steps, each with its address: where the sending is, and the way back. */
export function StepLine({ at, to }: StepLineProps) {
  const here = STEPS.indexOf(at);
  return (
    <ol className="imports-steps no-print" aria-label={words.steps.label}>
      {STEPS.map((step, index) => {
        const face = (
          <>
            <span className="imports-step-number">{index + 1}</span>
            {words.steps[step]}
            {index < here && <span className="only-read">{words.steps.done}</span>}
          </>
        );
        const className = index === here ? "is-here" : index < here ? "is-past" : "is-ahead";
        const href = to[step];
        return (
          <li key={step} className={className} aria-current={index === here ? "step" : undefined}>
            {href && index !== here ? <Link to={href}>{face}</Link> : <span>{face}</span>}
          </li>
        );
      })}
    </ol>
  );
}
