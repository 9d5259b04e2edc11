import { clause } from "./clauses.ts";
import { addDays, addYears, type Day, firstOfNextMonth } from "./day.ts";

/** 管理期: how long a 特级技师 or 首席技师 is in office by one approval (附件4 第一条). */
export interface TitleTerm {
  readonly startsOn: Day;
  /** Its last day, included. */
  readonly endsOn: Day;
}

export const TITLE_TERM = { years: 3, clause: clause("附件4 第一条") } as const;

/** The term that an approval opens: three years from the 1st of the month after (附件4 第一条). */
export function titleTerm(approvedOn: Day): TitleTerm {
  const startsOn = firstOfNextMonth(approvedOn);
  return { startsOn, endsOn: addDays(addYears(startsOn, TITLE_TERM.years), -1) };
}

/** Does the term run at the end of this day? What stops the holder (第七条, 第八条) is not asked here. */
export function isTermInForce(term: TitleTerm, on: Day): boolean {
  return term.startsOn <= on && on <= term.endsOn;
}
