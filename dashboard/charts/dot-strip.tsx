import { format } from "../look/format.ts";
import { colours } from "../look/meanings.ts";
import { StatusShape, statusWord } from "../parts/status-mark.tsx";
import type { TargetStatus } from "../terms.generated.ts";
import "./charts.css";

export interface DotRow {
  readonly key: string;
  readonly label: string;
  readonly rate: number | null;
  readonly target: number | null;
  readonly status: TargetStatus;
  /** People short, printed at the end of the row. */
  readonly gap: string;
  /** In place of the dots, where there is no rate. */
  readonly reason: string | null;
  readonly behind: readonly { readonly key: string; readonly name: string; readonly rate: number }[];
}

const ROW = 46;
const HEAD = 24;

/** One system: each class as a filled dot against its target tick, the sectors behind it hollow. */
export function DotStrip(props: {
  readonly rows: readonly DotRow[];
  /** The left end of the axis; the right end is 100%. */
  readonly from: number;
  readonly gapHead: string;
  readonly labelWidth: number;
}) {
  const left = props.labelWidth;
  const right = 104;
  const height = HEAD + props.rows.length * ROW;
  const share = (rate: number) => Math.min(1, Math.max(0, (rate - props.from) / (1 - props.from)));
  const middle = (props.from + 1) / 2;
  return (
    <div style={{ position: "relative", height }} aria-hidden="true">
      <svg aria-hidden="true" className="dot-strip" width="100%" height={height} style={{ position: "absolute" }}>
        {props.rows.map((row, at) => (
          <text key={row.key} x="0" y={HEAD + at * ROW + 27}>
            {row.label}
          </text>
        ))}
        <text x="100%" y="12" className="is-axis" textAnchor="end">
          {props.gapHead}
        </text>
        {props.rows.map((row, at) => (
          <text
            key={row.key}
            x="100%"
            y={HEAD + at * ROW + 27}
            className={row.gap === "0" ? "is-gap is-quiet" : "is-gap"}
            fontWeight={row.gap === "0" ? 400 : 600}
          >
            {row.gap}
          </text>
        ))}
      </svg>
      <svg
        aria-hidden="true"
        className="dot-strip"
        height={height}
        style={{ position: "absolute", left, width: `calc(100% - ${left + right}px)` }}
      >
        {[props.from, middle, 1].map((tick) => (
          <g key={tick}>
            <text x={percent(share(tick))} y="12" className="is-axis" textAnchor="middle">
              {format.target(tick)}
            </text>
            <line x1={percent(share(tick))} x2={percent(share(tick))} y1={HEAD - 4} y2={height} stroke={colours.line} />
          </g>
        ))}
        {props.rows.map((row, at) => {
          const y = HEAD + at * ROW + 22;
          return (
            <g key={row.key}>
              <line x1="0" x2="100%" y1={y} y2={y} stroke={colours.line} />
              {row.behind.map((sector) =>
                sector.rate < props.from ? (
                  <path
                    key={sector.key}
                    d={`M-9 ${y}l8 -5v10z`}
                    fill={colours.page}
                    stroke={colours.others}
                    strokeWidth="1.2"
                  >
                    <title>{`${sector.name} ${format.rate(sector.rate)}`}</title>
                  </path>
                ) : (
                  <circle
                    key={sector.key}
                    cx={percent(share(sector.rate))}
                    cy={y}
                    r="4"
                    fill={colours.page}
                    stroke={colours.others}
                    strokeWidth="1.2"
                  >
                    <title>{`${sector.name} ${format.rate(sector.rate)}`}</title>
                  </circle>
                ),
              )}
              {row.target !== null && row.rate !== null && (
                <line
                  x1={percent(share(row.target))}
                  x2={percent(share(row.target))}
                  y1={y - 11}
                  y2={y + 11}
                  stroke={colours.target}
                  strokeWidth="2.5"
                />
              )}
              {row.rate === null ? (
                <text x="50%" y={y - 6} className="is-axis" textAnchor="middle">
                  {row.reason}
                </text>
              ) : (
                <>
                  <circle
                    cx={percent(share(row.rate))}
                    cy={y}
                    r="5.5"
                    fill={colours.actual}
                    stroke={colours.page}
                    strokeWidth="1.5"
                  />
                  <text x={percent(share(row.rate))} y={y - 11} className="is-value">
                    {format.rateNumber(row.rate, row)}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
      {props.rows.map((row, at) => (
        <span
          key={row.key}
          title={statusWord({ status: row.status })}
          style={{ position: "absolute", right: 74, top: HEAD + at * ROW + 14, lineHeight: 0 }}
        >
          <StatusShape status={row.status} size={12} />
        </span>
      ))}
    </div>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
