import { format } from "../look/format.ts";
import { colours } from "../look/meanings.ts";
import { overview } from "../words/overview.ts";
import "./charts.css";

export interface QuotaStep {
  readonly year: number;
  /** People planned up to and with this batch. */
  readonly planned: number | null;
  /** People appraised and not cancelled, up to and with this batch. */
  readonly net: number;
  readonly closed: boolean;
}

const TALL = 72;
const TOP = 18;

/** Titles by batch against the cumulative plan: the line is the plan, the filled bar what closed batches reached. */
export function QuotaSteps(props: { readonly steps: readonly QuotaStep[]; readonly goal: number | null }) {
  const most = Math.max(1, props.goal ?? 0, ...props.steps.flatMap((step) => [step.planned ?? 0, step.net]));
  const share = 100 / Math.max(1, props.steps.length);
  const high = (people: number) => (people / most) * TALL;
  const floor = TOP + TALL;
  return (
    <svg className="quota-steps" width="100%" height={floor + 22} aria-hidden="true">
      {props.steps.map((step, at) => {
        const x = `${at * share + share * 0.03}%`;
        const width = `${share * 0.94}%`;
        const middle = `${at * share + share / 2}%`;
        const plan = step.planned === null ? null : high(step.planned);
        const net = high(step.net);
        return (
          <g key={step.year}>
            {plan !== null && <rect x={x} y={floor - plan} width={width} height={plan} fill={colours.wash} />}
            {step.closed && <rect x={x} y={floor - net} width={width} height={net} fill={colours.actual} />}
            {plan !== null && (
              <line
                x1={x}
                x2={`${at * share + share * 0.97}%`}
                y1={floor - plan}
                y2={floor - plan}
                stroke={colours.target}
                strokeWidth="2.5"
              />
            )}
            {step.planned !== null && (
              <text x={middle} y={floor - Math.max(plan ?? 0, step.closed ? net : 0) - 7} className="is-plan">
                {overview.titles.planned(format.count(step.planned))}
              </text>
            )}
            {step.closed ? (
              <text
                x={middle}
                y={
                  net >= 16 ? floor - net / 2 + 5 : floor - Math.max(plan ?? 0, net) - (step.planned === null ? 7 : 22)
                }
                className={net >= 16 ? "is-net" : "is-plan"}
              >
                {format.count(step.net)}
              </text>
            ) : (
              <text x={middle} y={plan === null || plan >= 26 ? floor - 8 : plan >= 17 ? floor - 4 : floor - plan - 22}>
                {overview.titles.open}
              </text>
            )}
            <text x={middle} y={floor + 17}>
              {overview.titles.year(step.year)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
