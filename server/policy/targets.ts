import { type Clause, clause } from "./clauses.ts";
import { addMonths, type Day, dayOf, lastOfMonth } from "./day.ts";
import type { Ownership } from "./words.ts";

/** A class's coverage target: attained when 100 × certified ≥ `percent` × headcount (“以上” includes the number). */
export interface CoverageTarget {
  readonly ownership: Ownership;
  readonly percent: number;
  readonly due: Day;
  readonly clause: Clause;
}

const COVERAGE_DUE = dayOf(2026, 12, 31);

/** 二(二): coverage of skilled staff by class at the end of 2026. */
export const COVERAGE_TARGETS: readonly CoverageTarget[] = [
  { ownership: "PROVINCIAL_SOE", percent: 95, due: COVERAGE_DUE, clause: clause("二(二)") },
  { ownership: "LOCAL_SOE", percent: 85, due: COVERAGE_DUE, clause: clause("二(二)") },
  { ownership: "LARGE_PRIVATE", percent: 75, due: COVERAGE_DUE, clause: clause("二(二)") },
];

export function coverageTarget(ownership: Ownership): CoverageTarget | null {
  return COVERAGE_TARGETS.find((target) => target.ownership === ownership) ?? null;
}

/** Decided on counts, never on a rounded share. A headcount of 0 never attains. */
export function attains(certified: number, headcount: number, percent: number): boolean {
  return headcount > 0 && 100 * certified >= percent * headcount;
}

/** People still to recognise: max(0, ⌈target × headcount⌉ − certified). */
export function gap(certified: number, headcount: number, percent: number): number {
  return Math.max(0, Math.ceil((percent * headcount) / 100) - certified);
}

/** Where the required path of coverage begins: the end of the year in which the plan came into force. */
export const PATH_BEGINS: Day = dayOf(2024, 12, 31);

/** 二(一): recognition launched by the end of 2024. A null count means every mainly skilled unit of the directory. */
export const LAUNCH_TARGETS: readonly {
  readonly ownership: Ownership;
  readonly count: number | null;
  readonly due: Day | null;
  readonly clause: Clause;
}[] = [
  { ownership: "PROVINCIAL_SOE", count: null, due: dayOf(2024, 12, 31), clause: clause("二(一)") },
  { ownership: "LOCAL_SOE", count: 50, due: dayOf(2024, 12, 31), clause: clause("二(一)") },
  { ownership: "LARGE_PRIVATE", count: null, due: null, clause: clause("二(一)") },
];

/** 二(三): goals of the batches 2024 to 2027, with the even cumulative plan that holds until the province sets another. */
export const TITLE_GOALS = [
  { level: "CHIEF_TECHNICIAN", goal: 100, plan: [25, 50, 75, 100], due: dayOf(2027, 12, 31), clause: clause("二(三)") },
  {
    level: "SPECIAL_TECHNICIAN",
    goal: 1000,
    plan: [250, 500, 750, 1000],
    due: dayOf(2027, 12, 31),
    clause: clause("二(三)"),
  },
] as const;

export const TITLE_BATCH_YEARS = [2024, 2025, 2026, 2027] as const;

/** What was recorded until this day counts for a due day (`domain.md` §2, decision: the 31 January after). */
export function closingDay(due: Day): Day {
  return lastOfMonth(addMonths(due, 1));
}
