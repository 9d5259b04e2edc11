import type { CoverageFragment, FirstQuery, Ownership } from "./overview.generated.ts";

/** The classes that the plan sets a coverage target for, in its order (二(二)). The targets themselves come with each figure. */
export const TARGETED = ["PROVINCIAL_SOE", "LOCAL_SOE", "LARGE_PRIVATE"] as const satisfies readonly Ownership[];

export type ClassFigure = FirstQuery["classes"][number];
export type ResponsibilityFigure = FirstQuery["responsibilities"][number];
export type Coverage = CoverageFragment;

/** 省本级: a responsibility that is no place, so it stands apart from the ranks. */
export const PROVINCE_ITSELF = "510000";

/** The row of a class, where the answer has one. */
export function classOf(first: FirstQuery, ownership: Ownership): ClassFigure | undefined {
  return first.classes.find((one) => one.ownership === ownership);
}

/** The classes a sentence can speak of: targeted ones that have units. */
export function targetedClasses(first: FirstQuery): readonly ClassFigure[] {
  return TARGETED.flatMap((ownership) => classOf(first, ownership) ?? []);
}

/** Short names of responsibilities: a city's short name, else its own. */
export function nameOf(
  first: Pick<FirstQuery, "cities">,
  responsibility: { readonly code: string; readonly name: string },
): string {
  return first.cities.find((city) => city.code === responsibility.code)?.shortName ?? responsibility.name;
}

/** Ranks from the largest gap down: ties share a rank and the next is skipped. */
export function ranksOf<Row>(rows: readonly Row[], value: (row: Row) => number): ReadonlyMap<Row, number> {
  const sorted = [...rows].sort((a, b) => value(b) - value(a));
  const ranks = new Map<Row, number>();
  sorted.forEach((row, at) => {
    const before = sorted[at - 1];
    const tied = before !== undefined && value(before) === value(row);
    ranks.set(row, tied ? ranks.get(before)! : at + 1);
  });
  return ranks;
}

/** The day some months before, kept inside its month. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** The last day of the month, the quarter or the year that ended before a day. */
export function endBefore(day: string, months: 1 | 3 | 12): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const whole = Math.floor((month - 1) / months) * months;
  return new Date(Date.UTC(year, whole, 0)).toISOString().slice(0, 10);
}

/** The last days of the years from one day to another. */
export function yearEnds(from: string, to: string): readonly string[] {
  const ends: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const end = `${year}-12-31`;
    if (end >= from && end <= to) ends.push(end);
  }
  return ends;
}
