import type { Asked } from "../ask.ts";
import { type ClassStand, GapList, type GapRow } from "../charts/gap-list.tsx";
import { OwnershipLegend } from "../charts/ownership-legend.tsx";
import { format } from "../look/format.ts";
import { Card, Empty } from "../parts/card.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { StatusLegend } from "../parts/status-mark.tsx";
import { cell, type TableView } from "../parts/table-view.ts";
import type { Ownership, TargetStatus } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar, OverviewAddress } from "./address.ts";
import { nameOf, PROVINCE_ITSELF, type ResponsibilityFigure, ranksOf, TARGETED } from "./figures.ts";
import type { FirstQuery } from "./overview.generated.ts";
import { useCard } from "./use-card.ts";

/** Who answers for how many people: 22 responsibilities, 省本级 apart, the unreported last. */
export function GapsCard({ bar, asked }: { readonly bar: AddressBar; readonly asked: Asked<FirstQuery> }) {
  const first = asked.data;
  const card = useCard("gaps", bar, first?.province[0]?.asOf, "gaps");
  const rows = first ? rowsOf(first, bar.address) : [];
  // Without a single report there is nothing to say of gaps: no data is not “no gap”.
  const reported = rows.some((row) => row.note === null);
  const columns = classesOf(rows.filter((row) => !row.apart));
  const most = [...rows]
    .filter((row) => row.gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, 3);
  const stacked = TARGETED.filter((ownership) =>
    rows.some((row) => row.parts.some((part) => part.ownership === ownership)),
  );
  return (
    <Card
      {...card}
      asked={asked}
      height={480}
      title={reported ? finding(most) : overview.gaps.neutral}
      note={
        first ? (
          <span className="gaps-note">
            <OwnershipLegend classes={stacked} />
          </span>
        ) : undefined
      }
      controls={
        <Segmented
          label={overview.gaps.order}
          value={bar.address.order}
          choices={[
            { value: "gap", label: overview.gaps.byGap },
            { value: "official", label: overview.gaps.official },
          ]}
          onChange={(order) => bar.change({ order })}
        />
      }
      table={first && rows.length > 0 ? tableOf(first, rows, bar) : undefined}
      sentence={
        !reported
          ? undefined
          : most.length > 0
            ? overview.gaps.sentence(
                format.list(most.map((row) => overview.gaps.named(row.name, format.count(row.gap)))),
              )
            : overview.gaps.nobody
      }
      legend={
        <div className="gaps-legend">
          <StatusLegend statuses={statusesOf(rows)} />
          {reported && (
            <p>
              {overview.gaps.note(format.count(first?.province[0]?.unitGapHeadcount))}
              {common.semicolon}
              {overview.gaps.foot}
            </p>
          )}
        </div>
      }
    >
      {rows.length === 0 ? <Empty text={overview.trend.none} /> : <GapList rows={rows} columns={columns} />}
    </Card>
  );
}

function finding(most: readonly GapRow[]): string {
  if (most.length === 0) return overview.gaps.nobody;
  if (most.length === 1) return overview.gaps.findingOne(most[0]!.name);
  return overview.gaps.finding(format.list(most.map((row) => row.name)));
}

/** Ranked rows first, the unreported after them, 省本级 below the line. */
function rowsOf(first: FirstQuery, address: OverviewAddress): readonly GapRow[] {
  // Among a few that were picked a rank means nothing.
  const picked = address.responsibilities.length + address.cities.length + address.units.length > 0;
  const known = first.responsibilities.filter((row) => row.responsibility !== null);
  const cities = known.filter((row) => codeOf(row) !== PROVINCE_ITSELF);
  const ranked = cities.filter((row) => row.rate !== null);
  const ranks = ranksOf(ranked, (row) => row.unitGapHeadcount);
  const toRow = (row: ResponsibilityFigure): GapRow => ({
    key: codeOf(row),
    name: common.place(nameOf(first, row.responsibility!)),
    rank: picked ? null : (ranks.get(row) ?? null),
    gap: row.unitGapHeadcount,
    parts: standsOf(first, codeOf(row)).map(({ ownership, unitGapHeadcount }) => ({
      ownership: ownership!,
      gap: unitGapHeadcount,
    })),
    classes: standsOf(first, codeOf(row)).map(
      (one): ClassStand => ({
        ownership: one.ownership!,
        status: one.status,
        noDataReason: one.noDataReason,
        rate: one.rate,
        target: one.target,
      }),
    ),
    note: row.rate === null ? noteOf(row) : null,
    apart: codeOf(row) === PROVINCE_ITSELF,
  });
  const inOrder =
    address.order === "official"
      ? cities
      : [...ranked]
          .sort((a, b) => b.unitGapHeadcount - a.unitGapHeadcount)
          .concat(cities.filter((row) => row.rate === null));
  return [...inOrder, ...known.filter((row) => codeOf(row) === PROVINCE_ITSELF)].map(toRow);
}

function noteOf(row: ResponsibilityFigure): string {
  if (row.noDataReason === "UNREPORTED" || row.noDataReason === "OVERDUE") {
    return overview.gaps.unreported(format.count(row.unreportedEnterpriseCount));
  }
  return row.noDataReason ? common.noData[row.noDataReason] : common.status.NO_DATA;
}

/** The targeted classes of a responsibility, in the order of the stack. */
function standsOf(first: FirstQuery, code: string) {
  return TARGETED.flatMap(
    (ownership) =>
      first.responsibilityClasses.find((one) => one.responsibility?.code === code && one.ownership === ownership) ?? [],
  );
}

function classesOf(rows: readonly GapRow[]): readonly Ownership[] {
  return TARGETED.filter((ownership) => rows.some((row) => row.classes.some((stand) => stand.ownership === ownership)));
}

const SHOWN_ORDER: readonly TargetStatus[] = [
  "ATTAINED",
  "TO_CONFIRM",
  "ATTAINED_LATE",
  "ON_TRACK",
  "AT_RISK",
  "OFF_TRACK",
  "AWAITING",
  "MISSED",
];

function statusesOf(rows: readonly GapRow[]): readonly TargetStatus[] {
  return SHOWN_ORDER.filter((status) => rows.some((row) => row.classes.some((stand) => stand.status === status)));
}

function codeOf(row: ResponsibilityFigure): string {
  return row.responsibility?.code ?? "";
}

function tableOf(first: FirstQuery, rows: readonly GapRow[], bar: AddressBar): TableView {
  const words = overview.gaps.columns;
  return {
    columns: [
      { head: words.rank, numeric: true },
      { head: words.responsibility },
      { head: words.unitGap, numeric: true },
      ...TARGETED.flatMap((ownership) => [
        { head: words.ofWhich(common.ownership[ownership]), numeric: true },
        { head: words.rate(common.ownership[ownership]), numeric: true },
        { head: words.status(common.ownership[ownership]) },
      ]),
      { head: words.units, numeric: true },
      { head: words.unreported, numeric: true },
      { head: words.reporting, numeric: true },
      { head: words.attaining, numeric: true },
      { head: words.certified, numeric: true },
      { head: words.headcount, numeric: true },
    ],
    rows: rows.map((row) => {
      const figure = first.responsibilities.find((one) => codeOf(one) === row.key);
      return {
        key: row.key,
        apart: row.apart,
        cells: [
          cell.count(row.rank),
          cell.text(row.name, bar.linkTo({ responsibilities: [row.key], tables: [] })),
          cell.count(row.note === null ? row.gap : null),
          ...TARGETED.flatMap((ownership) => {
            const stand = row.classes.find((one) => one.ownership === ownership);
            const part = row.parts.find((one) => one.ownership === ownership);
            return [
              cell.count(stand?.rate == null ? null : part?.gap),
              cell.rate(stand?.rate, stand?.target),
              stand ? cell.status(stand.status, stand.noDataReason) : cell.status("NO_DATA", "NO_SUCH_ENTERPRISE"),
            ];
          }),
          cell.count(figure?.enterpriseCount),
          cell.count(figure?.unreportedEnterpriseCount),
          cell.rate(figure?.reportingRate),
          // What was not reported is left empty: it is not zero.
          cell.count(row.note === null ? figure?.attainingEnterpriseCount : null),
          cell.count(row.note === null ? figure?.certifiedHeadcount : null),
          cell.count(row.note === null ? figure?.skilledHeadcount : null),
        ],
      };
    }),
  };
}
