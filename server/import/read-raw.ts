/**
 * A workbook as its file gives it, before anything is understood: the one shape that every reader (xlsx, xls, CSV)
 * fills and the parser takes, so that a reader can be swapped.
 */
export interface RawWorkbook {
  readonly format: "xlsx" | "xls" | "csv";
  readonly sheets: readonly RawSheet[];
  /** Gives the file back; nothing can be read afterwards. */
  close(): Promise<void>;
}

export interface RawSheet {
  /** Position in the workbook, from 0. */
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  /** Ranges that are merged. Read before the rows: the file tells them after. */
  merges(): Promise<readonly Merge[]>;
  /** The rows that hold a value, in order, some at a time. */
  rows(): AsyncIterable<readonly RawRow[]>;
}

export interface RawRow {
  /** As Excel numbers it. */
  readonly row: number;
  /** By column, A at 0; a hole or null is a cell without a value. */
  readonly cells: RawCell[];
}

/** Rows and columns from 1, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export type RawCell = string | number | boolean | null | RawDate | RawError;

/** A number that its format shows as a date, and how much of it the format shows: `yyyy年m月` tells no day. */
export class RawDate {
  readonly serial: number;
  readonly shows: "day" | "month" | "year";

  /** `serial` counts days as Excel does from 1900. */
  constructor(serial: number, shows: "day" | "month" | "year") {
    this.serial = serial;
    this.shows = shows;
  }
}

/** A formula's error (#N/A), or a formula that was saved without its result (then the text is empty). */
export class RawError {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A file that cannot be read at all. Message and mend are for the person who sent it. */
export class UnreadableFile extends Error {
  readonly code: string;
  readonly mend: string;

  constructor(code: string, message: string, mend: string, cause?: unknown) {
    super(message, { cause });
    this.name = "UnreadableFile";
    this.code = code;
    this.mend = mend;
  }
}

/** Guards against a small file that unpacks into more than the machine can hold. */
export interface ReadLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
}

export const READ_LIMITS: ReadLimits = { fileBytes: 100 * 2 ** 20, unpackedBytes: 1.5 * 2 ** 30, rows: 500_000 };

/** Columns beyond this are not looked at; no ledger has a tenth of them. */
export const MAX_COLUMNS = 1000;
