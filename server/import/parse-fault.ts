import type { Column } from "../../schema/columns.ts";
import type { Clause } from "../policy/clauses.ts";
import type { Day } from "../policy/day.ts";
import type { Severity } from "../policy/finding.ts";
import { idNumberFault, maskIdNumber } from "../policy/id-number.ts";
import type { LedgerKind } from "../policy/words.ts";
import type { CellFinding } from "./parsed.ts";
import { type RawCell, RawDate, RawError } from "./read-raw.ts";

/** What a parser answers instead of a value when the cell cannot be taken. */
export class CellFault {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
  readonly clause: Clause | null;

  constructor(code: string, message: string, mend: string, clause: Clause | null = null) {
    this.code = code;
    this.message = message;
    this.mend = mend;
    this.clause = clause;
  }
}

/** A value that is taken, with a word of doubt. */
export class Doubtful {
  readonly value: unknown;
  readonly fault: CellFault;

  constructor(value: unknown, fault: CellFault) {
    this.value = value;
    this.fault = fault;
  }
}

/** What a parser is told beside the cell. */
export interface CellContext {
  readonly kind: LedgerKind;
  readonly column: Column;
  /** As the sheet heads the column. */
  readonly header: string;
  readonly today: Day;
  /** What the row's earlier columns (in the table's order) gave; null where they are empty or faulty. */
  readonly content: Readonly<Record<string, unknown>>;
}

export type CellParser = (cell: RawCell, context: CellContext) => unknown;

export function finding(fault: CellFault, severity: Severity, column: Column | null, cell: RawCell): CellFinding {
  return {
    code: fault.code,
    severity,
    column: column?.key ?? null,
    message: fault.message,
    mend: fault.mend,
    clause: fault.clause,
    found: column ? shown(cell, column) : null,
  };
}

/** The cell's text as a report may show it: shortened, and no personal number whole, in whatever column it stands. */
export function shown(cell: RawCell, column: Column): string | null {
  const text = cellText(cell);
  if (text === null) return null;
  if (column.type === "idNumber") return maskIdNumber(text.replace(/\s/g, ""));
  return short(maskWithin(text));
}

/** A cell as text, the way Excel would show it plainly. */
export function cellText(cell: RawCell): string | null {
  if (cell === null) return null;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (cell instanceof RawError) return cell.text === "" ? "（公式没有结果）" : cell.text;
  if (cell instanceof RawDate) return dateText(cell);
  return typeof cell === "number" ? numberText(cell) : cell;
}

/** Quote a cell's text inside a message. */
export function quote(text: string): string {
  return `“${short(maskWithin(text))}”`;
}

/** Personal numbers inside a longer text, masked. */
export function maskWithin(text: string): string {
  return text.replace(/\d{6}(?:19|20)\d{9}[\dXx]/g, (number) => {
    const fault = idNumberFault(number.toUpperCase());
    return fault === null || fault === "CHECK" ? maskIdNumber(number) : number;
  });
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function numberText(number: number): string {
  if (Math.abs(number) >= 1e15) return BigInt(Math.round(number)).toString();
  return String(number);
}

function dateText({ serial, shows }: RawDate): string {
  if (!(serial >= 1 && serial < 2_958_466)) return String(serial);
  const iso = new Date(Math.floor(serial - 25_569) * 86_400_000).toISOString();
  return shows === "day" ? iso.slice(0, 10) : shows === "month" ? iso.slice(0, 7) : iso.slice(0, 4);
}
