import type { Day } from "../../server/policy/day.ts";
import type { LedgerKind } from "../../server/policy/words.ts";

export type CellValue = string | number | null;
/** A row in the exact columns of its kind, as a clerk would type it; a column that the sheet lacks is no key at all. */
export type Row = Readonly<Record<string, CellValue>>;

export interface Sheet {
  readonly kind: LedgerKind;
  /** The sheet's 填报时间. */
  readonly filledOn: Day | null;
  readonly rows: readonly Row[];
}

export interface Workbook {
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

/** What arrives in one upload. */
export type Sending = readonly Workbook[];

export interface Province {
  readonly sendings: readonly Sending[];
}

/** The order in which the kinds of one sending are taken in. */
export const KIND_ORDER: readonly LedgerKind[] = [
  "DIRECTORY",
  "FILINGS",
  "HEADCOUNTS",
  "CERTIFICATES",
  "APPRAISALS",
  "MOVEMENTS",
];
