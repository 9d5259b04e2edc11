import type { Asked } from "../ask.ts";
import { type DotRow, DotStrip } from "../charts/dot-strip.tsx";
import { language } from "../language.ts";
import { format } from "../look/format.ts";
import { Card, Empty } from "../parts/card.tsx";
import { statusWord } from "../parts/status-mark.tsx";
import { cell, type TableView } from "../parts/table-view.ts";
import type { SectorSystem } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar } from "./address.ts";
import { TARGETED } from "./figures.ts";
import type { SectorsQuery } from "./overview.generated.ts";
import { useCard } from "./use-card.ts";

/** The three systems that the plan builds on; 急需紧缺 and 其他 stand in the table, so that sums hold. */
const SYSTEMS: readonly SectorSystem[] = ["INDUSTRY_5_1", "AGRICULTURE_10_3", "SERVICES_4_6"];

/** Systems by class against the class's target, the sectors behind each as hollow points. */
export function SectorsCard(props: {
  readonly bar: AddressBar;
  readonly asked: Asked<SectorsQuery>;
  readonly asOf: string | undefined;
}) {
  const { asked } = props;
  const card = useCard("sectors", props.bar, props.asOf, "sectors");
  const { data } = asked;
  const shown = SYSTEMS.filter((system) => data?.systems.some((one) => one.sectorSystem === system));
  const rest = (data?.systems ?? []).filter((one) => one.sectorSystem && !SYSTEMS.includes(one.sectorSystem));
  const rows = new Map(shown.map((system) => [system, data ? rowsOf(data, system) : []]));
  const from = axisFrom([...rows.values()].flat());
  const most = (data?.systems ?? [])
    .filter((one) => one.sectorSystem && shown.includes(one.sectorSystem) && one.unitGapHeadcount > 0)
    .sort((a, b) => b.unitGapHeadcount - a.unitGapHeadcount)[0];
  return (
    <Card
      {...card}
      asked={asked}
      height={190}
      title={
        most?.sectorSystem && shown.length > 1
          ? overview.sectors.finding(common.sectorSystem[most.sectorSystem])
          : overview.sectors.neutral
      }
      note={overview.sectors.note}
      table={data && data.systems.length > 0 ? tableOf(data) : undefined}
      sentence={shown.map((system) => sentenceOf(system, rows.get(system) ?? [])).join("")}
      legend={
        <p className="quiet">
          {[...rows.values()].flat().some((row) => row.behind.some((sector) => sector.rate < from)) &&
            overview.sectors.cut(format.target(from))}
          {rest.length > 0 &&
            overview.sectors.rest(
              format.list(
                rest.map((one) =>
                  overview.sectors.restPart(common.sectorSystem[one.sectorSystem!], format.count(one.enterpriseCount)),
                ),
              ),
            )}
        </p>
      }
    >
      {shown.length === 0 ? (
        <Empty text={overview.trend.none} />
      ) : (
        <div className="three-columns">
          {shown.map((system) => (
            <section key={system}>
              <h3 className="sector-head">
                {common.sectorSystem[system]}
                <small>
                  {overview.sectors.counts(
                    format.count(data?.systems.find((one) => one.sectorSystem === system)?.enterpriseCount),
                    format.count(sectorCount(data, system)),
                  )}
                </small>
              </h3>
              <DotStrip
                rows={rows.get(system) ?? []}
                from={from}
                gapHead={overview.sectors.gapHead}
                labelWidth={language === "en" ? 124 : 104}
              />
            </section>
          ))}
        </div>
      )}
    </Card>
  );
}

function rowsOf(data: SectorsQuery, system: SectorSystem): readonly DotRow[] {
  return TARGETED.flatMap((ownership): DotRow[] => {
    const figure = data.systemClasses.find((one) => one.sectorSystem === system && one.ownership === ownership);
    if (!figure) return [];
    return [
      {
        key: ownership,
        label: common.ownership[ownership],
        rate: figure.rate,
        target: figure.target,
        status: figure.status,
        gap: figure.gapHeadcount === null ? "" : overview.sectors.people(format.count(figure.gapHeadcount)),
        reason: figure.rate === null ? statusWord({ status: figure.status, reason: figure.noDataReason }) : null,
        behind: data.sectorClasses
          .filter((one) => one.sector?.system === system && one.ownership === ownership)
          .flatMap((one) =>
            one.rate === null
              ? []
              : [
                  {
                    key: one.sector!.code,
                    name: overview.sectors.name(one.sector!.code, one.sector!.name),
                    rate: one.rate,
                  },
                ],
          ),
      },
    ];
  });
}

/** The axis is cut at a round share below every class and nearly every sector; the few below it stand at its end. */
function axisFrom(rows: readonly DotRow[]): number {
  const classes = rows.flatMap((row) => row.rate ?? []);
  const sectors = rows.flatMap((row) => row.behind.map((sector) => sector.rate)).sort((one, other) => one - other);
  const most = sectors[Math.floor(sectors.length / 10)] ?? 1;
  const lowest = Math.min(most, ...classes);
  return CUTS.find((cut) => lowest >= cut) ?? 0;
}

const CUTS = [0.5, 0.4, 0.2];

function sectorCount(data: SectorsQuery | undefined, system: SectorSystem): number {
  const codes = (data?.sectorClasses ?? [])
    .filter((one) => one.sector?.system === system)
    .map((one) => one.sector!.code);
  return new Set(codes).size;
}

function sentenceOf(system: SectorSystem, rows: readonly DotRow[]): string {
  const parts = rows
    .filter((row) => row.rate !== null)
    .map((row) => overview.sectors.row(row.label, format.rate(row.rate, row), row.gap));
  return parts.length === 0 ? "" : overview.sectors.sentence(common.sectorSystem[system], format.list(parts));
}

function tableOf(data: SectorsQuery): TableView {
  const words = overview.sectors.columns;
  const whole = data.systemClasses.map((figure) => ({
    key: `${figure.sectorSystem}-${figure.ownership}`,
    system: figure.sectorSystem,
    sector: overview.sectors.whole,
    figure,
  }));
  const each = data.sectorClasses.map((figure) => ({
    key: `${figure.sector?.code}-${figure.ownership}`,
    system: figure.sector?.system ?? null,
    sector: figure.sector ? overview.sectors.name(figure.sector.code, figure.sector.name) : "",
    figure,
  }));
  return {
    columns: [
      { head: words.system },
      { head: words.sector },
      { head: words.ownership },
      { head: words.rate, numeric: true },
      { head: words.target, numeric: true },
      { head: words.status },
      { head: words.gap, numeric: true },
      { head: words.certified, numeric: true },
      { head: words.headcount, numeric: true },
      { head: words.units, numeric: true },
      { head: words.unreported, numeric: true },
    ],
    rows: [...whole, ...each].map(({ key, system, sector, figure }) => ({
      key,
      cells: [
        cell.text(system ? common.sectorSystem[system] : ""),
        cell.text(sector),
        cell.text(figure.ownership ? common.ownership[figure.ownership] : ""),
        cell.rate(figure.rate, figure.target),
        cell.target(figure.target),
        cell.status(figure.status, figure.noDataReason),
        cell.count(figure.gapHeadcount),
        cell.count(figure.rate === null ? null : figure.certifiedHeadcount),
        cell.count(figure.rate === null ? null : figure.skilledHeadcount),
        cell.count(figure.enterpriseCount),
        cell.count(figure.unreportedEnterpriseCount),
      ],
    })),
  };
}
