import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { format } from "../look/format.ts";
import { colours } from "../look/meanings.ts";
import "./charts.css";

export interface TrendPanel {
  readonly key: string;
  readonly title: string;
  readonly points: readonly { readonly day: string; readonly rate: number | null }[];
  readonly target: { readonly rate: number; readonly due: string; readonly label: string } | null;
  /** Where the required path begins; it ends at the target. */
  readonly path: { readonly from: string; readonly rate: number; readonly label: string } | null;
  /** The last rate as printed everywhere else. */
  readonly last: { readonly day: string; readonly rate: number; readonly label: string } | null;
  /** The cut of the value axis; all panels have the same span, so that slopes compare. */
  readonly low: number;
  readonly high: number;
}

/** Lines of one class over the months: actual, required path, target. */
export default function TrendLines({
  panel,
  from,
  ticks,
}: {
  readonly panel: TrendPanel;
  readonly from: string;
  readonly ticks: readonly string[];
}) {
  const rows = panel.points.map((point) => ({ at: instant(point.day), rate: point.rate }));
  const end = Math.max(...[panel.target?.due ?? from, panel.points.at(-1)?.day ?? from].map(instant));
  const pathLabel = labelOnPath(panel, from);
  const levels = gridOf(panel.low, panel.high);
  return (
    <ResponsiveContainer width="100%" height={224}>
      <ComposedChart data={rows} margin={{ top: 16, right: 84, bottom: 4, left: 38 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke={colours.line} horizontalValues={levels} syncWithTicks={false} />
        <XAxis
          dataKey="at"
          type="number"
          domain={[instant(from), end]}
          ticks={ticks.map(instant)}
          tickFormatter={(at: number) => format.tick(dayOf(at))}
          tick={{ fill: colours.textTertiary, fontSize: 12 }}
          tickLine={{ stroke: colours.others }}
          tickSize={4}
          axisLine={{ stroke: colours.lineStrong }}
          interval={0}
        />
        <YAxis type="number" domain={[panel.low, panel.high]} ticks={levels} hide allowDataOverflow />
        {levels.slice(1).map((level) => (
          <ReferenceLine
            key={level}
            y={level}
            stroke="none"
            label={{
              value: format.target(level),
              position: "insideTopLeft",
              // In a gutter of its own: the line often begins at the left end.
              dy: -11,
              dx: -43,
              fill: colours.textTertiary,
              fontSize: 12,
            }}
          />
        ))}
        {panel.path && panel.target && (
          <ReferenceLine
            segment={[
              { x: instant(panel.path.from), y: panel.path.rate },
              { x: instant(panel.target.due), y: panel.target.rate },
            ]}
            stroke={colours.requiredPath}
            strokeWidth={1.4}
            strokeDasharray="5 4"
            ifOverflow="hidden"
          />
        )}
        {panel.path && pathLabel && (
          <ReferenceDot
            x={pathLabel.at}
            y={pathLabel.rate}
            r={0}
            label={{
              value: panel.path.label,
              position: aboveItsPath(panel) ? "right" : "left",
              dx: aboveItsPath(panel) ? 6 : -6,
              dy: aboveItsPath(panel) ? 14 : -12,
              fill: colours.requiredPath,
              fontSize: 12,
            }}
          />
        )}
        <Line
          dataKey="rate"
          stroke={colours.actual}
          strokeWidth={2.4}
          dot={false}
          isAnimationActive={false}
          type="linear"
        />
        {panel.target && (
          <ReferenceDot
            x={instant(panel.target.due)}
            y={panel.target.rate}
            r={0}
            shape={TargetTick}
            label={{
              value: panel.target.label,
              position: "right",
              fill: colours.text,
              fontSize: 13,
              fontWeight: 600,
              dx: 6,
            }}
          />
        )}
        {panel.last && (
          <ReferenceDot
            x={instant(panel.last.day)}
            y={panel.last.rate}
            r={4}
            fill={colours.actual}
            stroke={colours.page}
            strokeWidth={1.5}
            label={{
              value: panel.last.label,
              position: aboveItsPath(panel) ? "top" : "bottom",
              dx: -10,
              fill: colours.actual,
              fontSize: 14,
              fontWeight: 600,
            }}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function TargetTick({ cx = 0, cy = 0 }: { readonly cx?: number; readonly cy?: number }) {
  return <line x1={cx - 5} x2={cx + 7} y1={cy} y2={cy} stroke={colours.target} strokeWidth={2.5} />;
}

/** A spot on the required path, a fifth of the picture in. */
function labelOnPath({ path, target }: TrendPanel, from: string): { at: number; rate: number } | null {
  if (!path || !target) return null;
  const [begin, due] = [instant(path.from), instant(target.due)];
  const seen = Math.max(begin, instant(from));
  const at = seen + (due - seen) * 0.22;
  return { at, rate: path.rate + (target.rate - path.rate) * ((at - begin) / (due - begin)) };
}

// The label stands on the side that the dashed line leaves free.
function aboveItsPath(panel: TrendPanel): boolean {
  if (!panel.last || !panel.path || !panel.target) return true;
  const whole = instant(panel.target.due) - instant(panel.path.from);
  const gone = instant(panel.last.day) - instant(panel.path.from);
  return panel.last.rate >= panel.path.rate + (panel.target.rate - panel.path.rate) * (gone / whole);
}

function gridOf(low: number, high: number): number[] {
  const levels: number[] = [];
  const step = high - low > 0.55 ? 2 : 1;
  const first = Math.ceil((low * 10) / step - 1e-9) * step;
  for (let level = first; level <= high * 10 + 1e-9; level += step) levels.push(level / 10);
  return levels;
}

function instant(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
