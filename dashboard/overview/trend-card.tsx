import { lazy, Suspense } from "react";
import { type Asked, useAsk } from "../ask.ts";
import type { TrendPanel } from "../charts/trend-lines.tsx";
import { format } from "../look/format.ts";
import { Card, Empty, LoadingBars } from "../parts/card.tsx";
import { cell, type TableView } from "../parts/table-view.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar, questionOf } from "./address.ts";
import { monthsBefore, TARGETED, targetedClasses, yearEnds } from "./figures.ts";
import { type FirstQuery, TrendDocument, type TrendQuery } from "./overview.generated.ts";
import { useCard } from "./use-card.ts";

const TrendLines = lazy(() => import("../charts/trend-lines.tsx"));

const MONTHS = 24;
/** The span of every panel in points of the share, with the target this far below its top. */
const SPAN = 0.3;
const ABOVE_TARGET = 0.05;

type Series = TrendQuery["coverageTrend"][number];

/** Why: month ends of each class beside the path that the plan requires. */
export function TrendCard(props: {
  readonly bar: AddressBar;
  readonly question: ReturnType<typeof questionOf>;
  readonly day: string | undefined;
  readonly first: Asked<FirstQuery>;
}) {
  const { day } = props;
  const { asOf: _unused, ...question } = props.question;
  const points = useAsk(
    TrendDocument,
    { ...question, from: day ? monthsBefore(day, MONTHS) : "", to: day ?? "" },
    { enabled: day !== undefined },
  );
  // Without the day of the first answer there is nothing to ask for: its failure is this card's too.
  const asked = day === undefined ? { ...points, failure: props.first.failure, retry: props.first.retry } : points;
  const card = useCard("trend", props.bar, day, "trend");
  const series = TARGETED.flatMap(
    (ownership) => asked.data?.coverageTrend.find((one) => one.ownership === ownership) ?? [],
  );
  const drawn = series.filter((one) => one.points.filter((point) => point.rate !== null).length >= 3);
  const from = drawn[0]?.points[0]?.asOf ?? "";
  const due = drawn.flatMap((one) => one.points.at(-1)?.due ?? []).at(0) ?? "";
  const to = day && day > due ? day : due;
  return (
    <Card
      {...card}
      asked={asked}
      height={258}
      title={props.first.data ? finding(props.first.data) : overview.trend.neutral}
      note={overview.trend.note}
      table={series.length > 0 ? tableOf(series) : undefined}
      sentence={drawn.map(sentenceOf).join("")}
    >
      {series.length === 0 ? (
        <Empty text={overview.trend.none} />
      ) : (
        <div className="three-columns trend">
          {series.map((one) => (
            <section className="trend-panel" key={one.ownership}>
              <h3>{one.ownership && common.ownership[one.ownership]}</h3>
              {drawn.includes(one) ? (
                <Suspense fallback={<LoadingBars />}>
                  <TrendLines panel={panelOf(one, spanOf(drawn))} from={from} ticks={yearEnds(from, to)} />
                </Suspense>
              ) : (
                <TooLittle series={one} />
              )}
            </section>
          ))}
        </div>
      )}
    </Card>
  );
}

function TooLittle({ series }: { readonly series: Series }) {
  const last = series.points.at(-1);
  return (
    <div className="too-little">
      <b>{format.rate(last?.rate, { target: last?.target })}</b>
      <p>{overview.trend.tooLittle}</p>
    </div>
  );
}

function finding(first: FirstQuery): string {
  const classes = targetedClasses(first).filter((one) => one.rate !== null && one.requiredRate !== null);
  if (classes.length === 0) return overview.trend.neutral;
  const below = classes.filter((one) => one.rate! < one.requiredRate!);
  if (below.length === 0) return overview.trend.above(classes.length);
  if (below.length === classes.length && classes.length > 1) return overview.trend.allBelow(classes.length);
  const names = format.list(below.map((one) => common.ownership[one.ownership!]));
  return overview.trend.below(names, below.length < classes.length);
}

/** One span for all panels: thirty points, more where a line lies lower. */
function spanOf(drawn: readonly Series[]): number {
  const needed = drawn.flatMap((one) => {
    const target = one.points.at(-1)?.target;
    const rates = one.points.flatMap((point) => point.rate ?? []);
    return target == null ? [] : rates.map((rate) => target + ABOVE_TARGET - rate);
  });
  return Math.max(SPAN, Math.ceil(Math.max(0, ...needed) * 10) / 10);
}

function panelOf(series: Series, span: number): TrendPanel {
  const last = series.points.filter((point) => point.rate !== null).at(-1);
  const target = last?.target ?? null;
  const highest = Math.max(...series.points.flatMap((point) => point.rate ?? []));
  const high = Math.min(1, Math.max(target === null ? highest : target + ABOVE_TARGET, Math.ceil(highest * 20) / 20));
  return {
    key: series.ownership ?? "",
    title: series.ownership ? common.ownership[series.ownership] : "",
    points: series.points.map((point) => ({ day: point.asOf, rate: point.rate })),
    target:
      last && target !== null && last.due
        ? { rate: target, due: last.due, label: overview.bullet.tick(format.target(target)) }
        : null,
    path:
      last?.pathFrom && last.pathFromRate !== null
        ? { from: last.pathFrom, rate: last.pathFromRate, label: overview.trend.path }
        : null,
    last:
      last && last.rate !== null
        ? { day: last.asOf, rate: last.rate, label: format.rate(last.rate, { target }) }
        : null,
    // Never below 0%: there the span goes up instead.
    low: Math.max(0, high - span),
    high: Math.max(span, high),
  };
}

function sentenceOf(series: Series): string {
  const points = series.points.filter((point) => point.rate !== null);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || !series.ownership) return "";
  return overview.trend.sentence(
    common.ownership[series.ownership],
    first.asOf,
    format.rate(first.rate, { target: first.target }),
    last.asOf,
    format.rate(last.rate, { target: last.target }),
  );
}

function tableOf(series: readonly Series[]): TableView {
  const words = overview.trend.columns;
  const days = series[0]?.points.map((point) => point.asOf) ?? [];
  return {
    columns: [
      { head: words.month },
      ...series.flatMap((one) => {
        const name = one.ownership ? common.ownership[one.ownership] : "";
        return [
          { head: words.rate(name), numeric: true },
          { head: words.path(name), numeric: true },
        ];
      }),
    ],
    rows: days
      .map((day) => ({
        key: day,
        cells: [
          cell.text(day),
          ...series.flatMap((one) => {
            const point = one.points.find((each) => each.asOf === day);
            return [cell.rate(point?.rate, point?.target), cell.rate(point?.requiredRate, point?.target)];
          }),
        ],
      }))
      .reverse(),
  };
}
