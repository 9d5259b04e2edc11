import { COLUMNS, type Column, columnsOf, IGNORED_HEADERS, LATER_SHEETS } from "../../schema/columns.ts";
import { LEDGER_KIND_LABELS, LEDGER_KINDS, type LedgerKind } from "../policy/words.ts";
import type { CellFinding, ParsedColumn } from "./parsed.ts";
import type { Merge, RawCell, RawRow } from "./read-raw.ts";
import { columnLetters } from "./recognise-address.ts";
import { foldHeader, withoutBrackets } from "./recognise-fold.ts";

/** Where a sheet's header stands, of which ledger it is, and which of its columns are known. */
export interface Header {
  readonly kind: LedgerKind;
  readonly firstRow: number;
  readonly lastRow: number;
  /** In the order of the column table; a column given twice stands once. */
  readonly columns: readonly HeaderColumn[];
  readonly unknownColumns: readonly string[];
  readonly findings: readonly CellFinding[];
}

export interface HeaderColumn extends ParsedColumn {
  readonly column: Column;
}

/** A sheet that is planned for later, called by its name. */
export interface LaterSheet {
  readonly later: string;
}

/** How many rows with a value are looked at for a header. */
export const HEAD_ROWS = 40;

/**
 * Find the header among a sheet's first rows: the row, or the two or three rows under merged groups, whose names fit
 * one kind of ledger best. Null when none does.
 */
export function recogniseHeader(rows: readonly RawRow[], merges: readonly Merge[]): Header | LaterSheet | null {
  const grid = new HeaderGrid(rows, merges);
  let best: Match | null = null;
  let rivals: Match[] = [];
  let later: string | null = null;
  for (const { row } of rows.slice(0, HEAD_ROWS)) {
    for (const lastRow of grid.headerEnds(row)) {
      const leaves = grid.leaves(row, lastRow);
      later ??= laterSheet(leaves);
      const matches = LEDGER_KINDS.map((kind) => match(kind, row, lastRow, leaves)).filter((each) => each.fits);
      matches.sort((one, other) => other.score - one.score);
      const first = matches[0];
      if (!first || (best && !isBetter(first, best))) continue;
      best = first;
      rivals = matches.filter((each) => each !== first && first.score - each.score < 1);
    }
  }
  if (later) return { later };
  return best ? header(best, rivals) : null;
}

/** A better fit; among equals the header of fewer rows, so that a line above it is not taken in. */
function isBetter(one: Match, other: Match): boolean {
  if (one.score !== other.score) return one.score > other.score;
  return one.lastRow - one.firstRow < other.lastRow - other.firstRow;
}

/** The header names a column is known by. */
function namesOf(column: Column): readonly string[] {
  return [column.header, ...column.synonyms].map(foldHeader);
}

const LOOKUP: ReadonlyMap<LedgerKind, ReadonlyMap<string, Column>> = new Map(
  LEDGER_KINDS.map((kind) => [
    kind,
    new Map(columnsOf(kind).flatMap((column) => namesOf(column).map((name) => [name, column] as const))),
  ]),
);
const IGNORED = new Set(IGNORED_HEADERS.map(foldHeader));
const LATER = LATER_SHEETS.map(({ name, headers }) => ({ name, headers: new Set(headers.map(foldHeader)) }));

/** One column under a header: where it is, what it says, and the names to try, the fullest first. */
interface Leaf {
  readonly index: number;
  readonly text: string;
  readonly names: readonly string[];
}

interface Match {
  readonly kind: LedgerKind;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly known: readonly { leaf: Leaf; column: Column }[];
  readonly unknown: readonly Leaf[];
  readonly missing: readonly Column[];
  readonly score: number;
  readonly fits: boolean;
}

function match(kind: LedgerKind, firstRow: number, lastRow: number, leaves: readonly Leaf[]): Match {
  const lookup = LOOKUP.get(kind)!;
  const known: { leaf: Leaf; column: Column }[] = [];
  const unknown: Leaf[] = [];
  for (const leaf of leaves) {
    const column = find(lookup, leaf);
    if (column) known.push({ leaf, column });
    else if (!leaf.names.some((name) => IGNORED.has(name))) unknown.push(leaf);
  }
  const keys = new Set(known.map(({ column }) => column.key));
  const required = columnsOf(kind).filter((column) => column.required);
  const missing = required.filter((column) => !keys.has(column.key));
  const score = keys.size - 1.5 * missing.length;
  const fits = keys.size >= 3 && missing.length <= Math.max(1, Math.floor(required.length / 2)) && score > 1;
  return { kind, firstRow, lastRow, known, unknown, missing, score, fits };
}

function find(lookup: ReadonlyMap<string, Column>, leaf: Leaf): Column | null {
  for (const name of leaf.names) {
    const column = lookup.get(name) ?? lookup.get(withoutBrackets(name));
    if (column) return column;
  }
  return null;
}

function laterSheet(leaves: readonly Leaf[]): string | null {
  const names = new Set(leaves.flatMap((leaf) => leaf.names));
  for (const { name, headers } of LATER) {
    const seen = [...headers].filter((each) => names.has(each)).length;
    if (seen >= Math.min(3, headers.size)) return name;
  }
  return null;
}

function header(best: Match, rivals: readonly Match[]): Header {
  const findings: CellFinding[] = [];
  if (rivals.length > 0) {
    const labels = [best, ...rivals].map(({ kind }) => `“${LEDGER_KIND_LABELS[kind]}”`).join("和");
    findings.push(
      sheetFault(
        "AMBIGUOUS_KIND",
        null,
        `表头同时像${labels}，不能判断是哪一种`,
        "按模板的表头改正，一张表只填一种台账",
      ),
    );
  }
  for (const column of best.missing) {
    findings.push(
      sheetFault("MISSING_COLUMN", column.key, `缺少必填的列“${column.header}”`, "补上这一列后重新上传整张表"),
    );
  }
  const byKey = new Map<string, { leaf: Leaf; column: Column }>();
  for (const each of best.known) {
    const earlier = byKey.get(each.column.key);
    if (!earlier) {
      byKey.set(each.column.key, each);
      continue;
    }
    const [one, other] = [place(earlier.leaf, best.lastRow), place(each.leaf, best.lastRow)];
    findings.push(
      sheetFault(
        "COLUMN_TWICE",
        each.column.key,
        `“${each.column.header}”有两列：${one}和${other}`,
        "只留一列，删去另一列",
      ),
    );
  }
  const columns = columnsOf(best.kind)
    .map((column) => byKey.get(column.key))
    .filter((each) => each !== undefined)
    .map(({ leaf, column }) => ({ key: column.key, header: leaf.text, index: leaf.index, column }));
  const unknownColumns = best.unknown.map((leaf) => leaf.text);
  return { kind: best.kind, firstRow: best.firstRow, lastRow: best.lastRow, columns, unknownColumns, findings };
}

function place(leaf: Leaf, row: number): string {
  return `${columnLetters(leaf.index)}${row}“${leaf.text}”`;
}

export function sheetFault(code: string, column: string | null, message: string, mend: string): CellFinding {
  return { code, severity: "error", column, message, mend, clause: null, found: null };
}

export function sheetWarning(code: string, message: string, mend: string): CellFinding {
  return { code, severity: "warning", column: null, message, mend, clause: null, found: null };
}

/** The first rows with their merges laid out. */
class HeaderGrid {
  readonly #cells: ReadonlyMap<number, readonly RawCell[]>;
  readonly #merges: ReadonlyMap<number, readonly Merge[]>;
  readonly #width: number;

  constructor(rows: readonly RawRow[], merges: readonly Merge[]) {
    this.#cells = new Map(rows.map(({ row, cells }) => [row, cells]));
    const last = rows.at(-1)?.row ?? 0;
    const byRow = new Map<number, Merge[]>();
    for (const merge of merges) {
      for (let row = merge.firstRow; row <= Math.min(merge.lastRow, last); row++) {
        const there = byRow.get(row);
        if (there) there.push(merge);
        else byRow.set(row, [merge]);
      }
    }
    this.#merges = byRow;
    this.#width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  }

  /** Last rows that a header beginning here may have: where a merge says so, there; else this row or the next. */
  headerEnds(row: number): readonly number[] {
    const merged = (this.#merges.get(row) ?? []).filter(
      ({ firstRow, lastRow }) => firstRow === row && lastRow > row && lastRow <= row + 2,
    );
    if (merged.length > 0) return [Math.max(...merged.map(({ lastRow }) => lastRow))];
    return this.#cells.has(row + 1) ? [row, row + 1] : [row];
  }

  leaves(firstRow: number, lastRow: number): readonly Leaf[] {
    const leaves: Leaf[] = [];
    for (let index = 1; index <= this.#width; index++) {
      const texts: string[] = [];
      for (let row = firstRow; row <= lastRow; row++) {
        const merge = this.#mergeAt(row, index);
        if (merge && merge.firstRow < row && merge.firstRow >= firstRow) continue;
        // A group's text stands over all its parts; the lowest row's text belongs to the merge's first column alone.
        const lowest = row === lastRow || (merge !== null && merge.lastRow >= lastRow);
        if (merge && lowest && merge.firstColumn < index) continue;
        const text = merge ? this.#text(merge.firstRow, merge.firstColumn) : this.#text(row, index);
        if (text !== "") texts.push(text);
      }
      if (texts.length === 0) continue;
      const names = texts.map((_, at) => foldHeader(texts.slice(at).join("")));
      leaves.push({ index, text: oneLine(texts), names });
    }
    return leaves;
  }

  #mergeAt(row: number, column: number): Merge | null {
    const found = this.#merges.get(row)?.find((merge) => merge.firstColumn <= column && column <= merge.lastColumn);
    return found ?? null;
  }

  #text(row: number, column: number): string {
    const value = this.#cells.get(row)?.[column - 1];
    return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  }
}

function oneLine(texts: readonly string[]): string {
  return texts
    .map((text) => text.replace(/\s+/g, ""))
    .join("")
    .slice(0, 60);
}

/** Every kind of the column table is a kind of ledger. */
COLUMNS satisfies Record<LedgerKind, readonly Column[]>;
