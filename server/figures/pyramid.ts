import { LEVEL_FACTS, SKILL_LEVELS } from "../policy/levels.ts";
import { keyOf } from "./coverage.ts";
import type { CountSource, CoverageRequest, LevelPyramid } from "./shapes.ts";

/**
 * People at units in the population by their highest level, 学徒工 as its own step. Three parts reconcile it with the
 * rate's numerator: those in the rate, those at unreported units, and those above a unit's headcount.
 */
export function answerPyramid(source: CountSource, asked: CoverageRequest): LevelPyramid[] {
  // 学徒工 is a step of its own here, never part of what is reconciled.
  const request = { ...asked, definition: { ...asked.definition, apprentices: false } };
  const coverage = new Map(source.countCoverage(request).map((counts) => [keyOf(counts.group), counts]));
  const levels = source.countLevels(request);
  const rows =
    levels.length > 0 || request.groupBy.length > 0 ? levels : [{ group: {}, steps: SKILL_LEVELS.map(() => 0) }];
  const whole = request.groupBy.length === 0 && Object.values(request.filter).every((value) => value === undefined);
  return rows.map(({ group, steps }) => {
    const certifiedCount = steps.slice(1).reduce((sum, count) => sum + count, 0);
    const highSkilledCount = steps.reduce(
      (sum, count, index) => sum + (LEVEL_FACTS[index]!.highSkilled ? count : 0),
      0,
    );
    const counts = coverage.get(keyOf(group));
    const certifiedAtUnreported = counts?.certifiedAtUnreported ?? 0;
    const certifiedOverHeadcount = counts?.certifiedOverHeadcount ?? 0;
    return {
      group,
      asOf: request.asOf,
      steps: SKILL_LEVELS.map((level, index) => ({
        level,
        peopleCount: steps[index]!,
        share: level === "APPRENTICE" || certifiedCount === 0 ? null : steps[index]! / certifiedCount,
      })),
      peopleCount: certifiedCount + steps[0]!,
      certifiedCount,
      highSkilledCount,
      highSkilledShare: certifiedCount > 0 ? highSkilledCount / certifiedCount : null,
      certifiedInRate: certifiedCount - certifiedAtUnreported - certifiedOverHeadcount,
      certifiedAtUnreported,
      certifiedOverHeadcount,
      certifiedOutsidePopulation: whole ? source.countOutsidePopulation(request.asOf) : 0,
    };
  });
}
