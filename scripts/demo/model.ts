import type { Day } from "../../server/policy/day.ts";
import type { Ownership } from "../../server/policy/words.ts";

/** One cell of a plain row: what a clerk would type, before it is dressed. Days are `YYYY-MM-DD`. */
export type PlainValue = string | number | null;
/** A row in the exact columns of its kind. */
export type PlainRow = Readonly<Record<string, PlainValue>>;

/** The whole province as plain rows; `book` tells which workbook a row stands in. */
export interface ProvinceRows {
  readonly directory: readonly PlainRow[];
  readonly filings: readonly BookRow[];
  readonly headcounts: readonly BookRow[];
  readonly certificates: readonly BookRow[];
  readonly movements: readonly BookRow[];
  readonly appraisals: readonly BookRow[];
}
export interface BookRow {
  /** A responsibility's code, or a year. */
  readonly book: string;
  readonly row: PlainRow;
}

export interface DemoOccupation {
  readonly code: string;
  readonly name: string;
}

export interface DemoTerm {
  readonly from: Day;
  readonly until: Day;
  readonly filedOn: Day;
  readonly kind: "首次" | "续期" | "注销";
  readonly withdrawnOn: Day | null;
}

/** What a unit said of itself before a day, when that changed. */
export interface DemoChange {
  readonly on: Day;
  readonly before: { readonly cityCode?: string; readonly countyCode?: string; readonly ownership?: Ownership };
}

export interface DemoEnterprise {
  readonly index: number;
  readonly name: string;
  readonly creditCode: string;
  readonly ownership: Ownership;
  readonly responsibilityCode: string;
  /** The provincial department that recommends it; null for a city's. */
  readonly department: string | null;
  readonly cityCode: string;
  readonly countyCode: string | null;
  readonly sectorCode: string;
  readonly inShortage: boolean;
  readonly mainlySkilled: boolean;
  readonly group: DemoEnterprise | null;
  readonly inDirectory: boolean;
  readonly plannedOnly: boolean;
  readonly filingNumber: string | null;
  readonly terms: readonly DemoTerm[];
  readonly occupations: readonly DemoOccupation[];
  /** Index of the highest level filed: 3 高级工, 4 技师, 5 高级技师. */
  readonly topLevel: number;
  readonly launchedOn: Day | null;
  readonly directPlanOn: Day | null;
  /** How many people of the ledger begin here. */
  readonly peopleCount: number;
  /** Share certified at the last day and at 2024-12-31 that the story wants, before the class is tuned. */
  readonly finalRate: number;
  readonly startShare: number;
  readonly reporting: "ALWAYS" | "SILENT_SINCE_APRIL_2026" | "NEVER";
  /** More certified people than skilled posts: a fault that supervision should see. */
  readonly overfull: boolean;
  readonly change: DemoChange | null;
}

export interface DemoPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly hiredOn: Day;
  readonly employmentType: string;
  readonly education: string;
}
