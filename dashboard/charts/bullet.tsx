import { colours } from "../look/meanings.ts";
import { TargetLabel } from "./target-label.tsx";
import "./charts.css";

/** A rate on its track from 0 to 100%, the target as a tick that overshoots, the rate with unreported units at zero as a cut. */
export function Bullet(props: {
  readonly rate: number | null;
  readonly rateLow: number | null;
  readonly target: number | null;
  readonly targetLabel: string | null;
  readonly lowLabel: string | null;
}) {
  const top = 24;
  return (
    <svg className="bullet" width="100%" height="66" aria-hidden="true">
      <rect x="0" y={top} width="100%" height="20" fill={colours.track} />
      {props.rate !== null && <rect x="0" y={top} width={percent(props.rate)} height="20" fill={colours.actual} />}
      {props.rate !== null && props.rateLow !== null && props.rateLow < props.rate && (
        <line
          x1={percent(props.rateLow)}
          x2={percent(props.rateLow)}
          y1={top}
          y2={top + 20}
          stroke={colours.page}
          strokeWidth="1.6"
          strokeDasharray="2 2"
        />
      )}
      {props.target !== null && (
        <line
          x1={percent(props.target)}
          x2={percent(props.target)}
          y1={top - 6}
          y2={top + 28}
          stroke={colours.target}
          strokeWidth="2.5"
        />
      )}
      {props.target !== null && props.targetLabel && <TargetLabel at={props.target} y={12} text={props.targetLabel} />}
      <text x="0" y={top + 37} className="is-quiet">
        0
      </text>
      {props.lowLabel && props.rateLow !== null && (
        <text x={percent(props.rateLow)} y={top + 37} className="is-quiet" textAnchor="end">
          {props.lowLabel}
        </text>
      )}
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`;
}
