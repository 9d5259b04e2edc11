import type { Asked } from "../ask.ts";
import { type LevelBar, LevelBars } from "../charts/level-bars.tsx";
import { format } from "../look/format.ts";
import { Card, Empty } from "../parts/card.tsx";
import { cell, type TableView } from "../parts/table-view.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import { type AddressBar, filterCount } from "./address.ts";
import type { LevelsQuery, SkillLevel } from "./overview.generated.ts";
import { useCard } from "./use-card.ts";

type Pyramid = LevelsQuery["levelPyramid"][number];

/** 高级工 and above. */
const HIGH_SKILLED: readonly SkillLevel[] = [
  "SENIOR",
  "TECHNICIAN",
  "SENIOR_TECHNICIAN",
  "SPECIAL_TECHNICIAN",
  "CHIEF_TECHNICIAN",
];

/** Eight levels, 学徒工 apart, and the line that reconciles them with the numerator of coverage. */
export function LevelsCard({ bar, asked }: { readonly bar: AddressBar; readonly asked: Asked<LevelsQuery> }) {
  const pyramid = asked.data?.levelPyramid[0];
  const card = useCard("levels", bar, pyramid?.asOf, "levels");
  const bars = pyramid ? barsOf(pyramid) : [];
  return (
    <Card
      {...card}
      asked={asked}
      height={270}
      title={
        pyramid?.highSkilledShare == null
          ? overview.levels.neutral
          : overview.levels.finding(format.rate(pyramid.highSkilledShare))
      }
      note={pyramid && pyramid.peopleCount > 0 && overview.levels.note(format.count(pyramid.certifiedCount))}
      table={pyramid && tableOf(bars)}
      sentence={format.list(
        bars.map((bar) => overview.levels.sentence(common.level[bar.level], format.count(bar.people))),
      )}
      legend={
        pyramid &&
        pyramid.peopleCount > 0 && (
          <p className="quiet">
            {overview.levels.reconciled({
              all: format.count(pyramid.certifiedCount),
              counted: format.count(pyramid.certifiedInRate),
              unreported: format.count(pyramid.certifiedAtUnreported),
              over: format.count(pyramid.certifiedOverHeadcount),
              outside: filterCount(bar.address) > 0 ? null : format.count(pyramid.certifiedOutsidePopulation),
            })}
          </p>
        )
      }
    >
      {pyramid && pyramid.peopleCount > 0 ? <LevelBars bars={bars} /> : <Empty text={overview.trend.none} />}
    </Card>
  );
}

/** Highest first. */
function barsOf(pyramid: Pyramid): readonly LevelBar[] {
  return pyramid.steps
    .map((step) => ({
      level: step.level,
      people: step.peopleCount,
      share: step.share,
      highSkilled: HIGH_SKILLED.includes(step.level),
    }))
    .reverse();
}

function tableOf(bars: readonly LevelBar[]): TableView {
  const words = overview.levels.columns;
  return {
    columns: [{ head: words.level }, { head: words.people, numeric: true }, { head: words.share, numeric: true }],
    rows: bars.map((bar) => ({
      key: bar.level,
      apart: bar.level === "APPRENTICE",
      cells: [
        cell.text(common.level[bar.level]),
        cell.count(bar.people),
        bar.share === null ? cell.text(overview.levels.notCounted) : cell.rate(bar.share),
      ],
    })),
  };
}
