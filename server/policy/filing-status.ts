import { addDays, type Day } from "./day.ts";
import type { FilingStatus, Ownership } from "./words.ts";

/** One term of a filing: valid-from and valid-until included. */
export interface TermSpan {
  readonly validFrom: Day;
  readonly validUntil: Day;
  readonly withdrawnOn: Day | null;
}

/** A lapsed filing keeps its unit in the population for so long, so that letting it lapse helps nobody (`domain.md` §3, decision). */
export const GRACE_DAYS = 180;

/** In force at D: valid-from ≤ D ≤ valid-until and not withdrawn by D; never by 备案日期, since renewals are back-dated. */
export function inForce(term: TermSpan, day: Day): boolean {
  return term.validFrom <= day && day <= term.validUntil && !withdrawnBy(term, day);
}

/** 备案状态 at D (DECISIONS F2, F3). `planned`: the ledger says 拟备案. */
export function filingStatus(terms: readonly TermSpan[], planned: boolean, day: Day): FilingStatus {
  if (terms.some((term) => inForce(term, day))) return "FILED";
  const lastEnd = latest(
    terms.filter((term) => !withdrawnBy(term, day) && term.validUntil < day).map((term) => term.validUntil),
  );
  const lastWithdrawal = latest(terms.filter((term) => withdrawnBy(term, day)).map((term) => term.withdrawnOn!));
  if (lastWithdrawal !== null && (lastEnd === null || lastEnd <= lastWithdrawal)) return "WITHDRAWN";
  if (lastEnd !== null) return "LAPSED";
  if (planned || terms.length > 0) return "PLANNED";
  return "NOT_FILED";
}

/** The two classes that 二(一) and 二(二) name stand in the population without a filing (DECISIONS F1). */
export function standsUnfiled(ownership: Ownership): boolean {
  return ownership === "PROVINCIAL_SOE" || ownership === "LOCAL_SOE";
}

/** In the population by no term in force, but by one that ran out at most 180 days ago. */
export type PopulationMark = "OUT" | "IN" | "IN_BY_GRACE";

/** Does a unit stand in the population of a coverage figure at D (三(一))? */
export function populationMark(
  ownership: Ownership,
  terms: readonly TermSpan[],
  planned: boolean,
  day: Day,
): PopulationMark {
  if (filingStatus(terms, planned, day) === "WITHDRAWN") return "OUT";
  if (standsUnfiled(ownership)) return "IN";
  if (terms.some((term) => inForce(term, day))) return "IN";
  const grace = terms.some(
    (term) => term.validFrom <= day && !withdrawnBy(term, day) && day <= addDays(term.validUntil, GRACE_DAYS),
  );
  return grace ? "IN_BY_GRACE" : "OUT";
}

function withdrawnBy(term: TermSpan, day: Day): boolean {
  return term.withdrawnOn !== null && term.withdrawnOn <= day;
}

function latest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
}
