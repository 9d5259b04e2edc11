import type { Asked } from "../ask.ts";
import { QuotaSteps } from "../charts/quota-steps.tsx";
import { format } from "../look/format.ts";
import { Card } from "../parts/card.tsx";
import { StatusMark, statusWord } from "../parts/status-mark.tsx";
import { cell, type TableRow, type TableView } from "../parts/table-view.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar } from "./address.ts";
import type { TitlesQuery } from "./overview.generated.ts";
import { useCard } from "./use-card.ts";

type Quota = TitlesQuery["quotaProgress"][number];
type Launch = TitlesQuery["launchProgress"][number];

/** 100 and 1000 by batch against the plan, and the launch by its day. */
export function TitlesCard(props: {
  readonly bar: AddressBar;
  readonly asked: Asked<TitlesQuery>;
  readonly asOf: string | undefined;
}) {
  const { asked } = props;
  const card = useCard("titles", props.bar, props.asOf, "titles");
  // The higher title first, as the plan names them.
  const quotas = [...(asked.data?.quotaProgress ?? [])].sort((a, b) => (a.goal ?? 0) - (b.goal ?? 0));
  return (
    <Card
      {...card}
      asked={asked}
      height={480}
      className="titles"
      title={finding(quotas)}
      note={overview.titles.note}
      table={asked.data && tableOf(asked.data)}
      sentence={quotas
        .map((quota) =>
          overview.titles.sentence(
            common.level[quota.level],
            format.count(quota.net),
            format.count(quota.goal),
            statusWord({ status: quota.status, reason: quota.noDataReason }),
          ),
        )
        .join("")}
    >
      <div className="titles-parts">
        {quotas.map((quota) => (
          <QuotaBlock key={quota.level} quota={quota} />
        ))}
        {asked.data && <LaunchTable launches={asked.data.launchProgress} />}
      </div>
    </Card>
  );
}

function finding(quotas: readonly Quota[]): string {
  const [chief, special] = quotas;
  if (!chief || !special || quotas.some((quota) => quota.status === "NO_TARGET" || quota.status === "NO_DATA")) {
    return overview.titles.neutral;
  }
  if (chief.status === special.status) return overview.titles.findingBoth(common.status[chief.status]);
  return overview.titles.finding(common.status[chief.status], common.status[special.status]);
}

function QuotaBlock({ quota }: { readonly quota: Quota }) {
  return (
    <section className="quota">
      <header>
        <h3>{common.level[quota.level]}</h3>
        <span>
          {quota.remaining === null
            ? ""
            : quota.remaining === 0
              ? overview.titles.reached
              : overview.titles.remaining(format.count(quota.remaining))}
        </span>
        <StatusMark status={quota.status} reason={quota.noDataReason} />
      </header>
      <p className="quota-figure">
        {format.count(quota.net)}
        <small>{quota.goal === null ? common.people : overview.titles.ofGoal(format.count(quota.goal))}</small>
        <span>{overview.titles.batches(quota.lastClosedBatch)}</span>
      </p>
      {quota.byBatch.some((batch) => batch.plannedCumulative !== null || batch.netCumulative > 0) && (
        <QuotaSteps
          goal={quota.goal}
          steps={quota.byBatch.map((batch) => ({
            year: batch.year,
            planned: batch.plannedCumulative,
            net: batch.netCumulative,
            closed: batch.closed,
          }))}
        />
      )}
    </section>
  );
}

/** How many had launched by the due day, whether that was the target, and how many have by now. */
function LaunchTable({ launches }: { readonly launches: readonly Launch[] }) {
  const due = launches.find((launch) => launch.due !== null)?.due;
  return (
    <table className="launch">
      <thead>
        <tr>
          <th scope="col">{due ? overview.titles.launch(format.tick(due)) : overview.titles.launchNeutral}</th>
          <th scope="col" className="is-numeric">
            {overview.titles.byDue}
          </th>
          <th scope="col">{overview.titles.target}</th>
          <th scope="col" className="is-numeric">
            {overview.titles.now}
          </th>
        </tr>
      </thead>
      <tbody>
        {launches.map((launch) => (
          <tr key={launch.ownership}>
            <td>{common.ownership[launch.ownership]}</td>
            <td className="is-numeric">
              {!launch.target
                ? overview.titles.units(format.count(launch.launchedByDue))
                : overview.titles.unitsOf(format.count(launch.launchedByDue), format.count(launch.target))}
            </td>
            <td>
              <StatusMark status={launch.status} reason={launch.noDataReason} />
            </td>
            <td className="is-numeric">{overview.titles.units(format.count(launch.launched))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function tableOf(titles: TitlesQuery): TableView {
  const words = overview.titles.columns;
  const rows: TableRow[] = [
    ...titles.quotaProgress.flatMap((quota) =>
      quota.byBatch.map((batch) => ({
        key: `${quota.level}-${batch.year}`,
        cells: [
          cell.text(common.level[quota.level]),
          cell.text(overview.titles.year(batch.year)),
          cell.count(batch.plannedCumulative),
          cell.count(batch.closed ? batch.netCumulative : null),
          cell.count(batch.closed ? batch.appraised : null),
          cell.count(batch.closed ? batch.cancelled : null),
          batch.year === quota.lastClosedBatch ? cell.status(quota.status, quota.noDataReason) : cell.text(""),
        ],
      })),
    ),
    ...titles.launchProgress.flatMap((launch) => [
      {
        key: `${launch.ownership}-due`,
        cells: [
          cell.text(common.ownership[launch.ownership]),
          cell.text(overview.titles.launchBatch(launch.due && format.day(launch.due))),
          cell.count(launch.target),
          cell.count(launch.launchedByDue),
          cell.text(""),
          cell.text(""),
          cell.status(launch.status, launch.noDataReason),
        ],
      },
      {
        key: `${launch.ownership}-now`,
        cells: [
          cell.text(common.ownership[launch.ownership]),
          cell.text(overview.titles.launchNow),
          cell.count(null),
          cell.count(launch.launched),
          cell.text(""),
          cell.text(""),
          cell.text(""),
        ],
      },
    ]),
  ];
  return {
    columns: [
      { head: words.level },
      { head: words.batch },
      { head: words.planned, numeric: true },
      { head: words.net, numeric: true },
      { head: words.appraised, numeric: true },
      { head: words.cancelled, numeric: true },
      { head: words.status },
    ],
    rows,
  };
}
