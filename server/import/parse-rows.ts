import type { Column } from "../../schema/columns.ts";
import type { Day } from "../policy/day.ts";
import type { LedgerKind } from "../policy/words.ts";
import { CELL_PARSERS, DEPENDS_ON_ROW, RARELY_REPEATED } from "./parse-cell.ts";
import { CellFault, type CellParser, Doubtful, finding } from "./parse-fault.ts";
import { checkRow } from "./parse-row.ts";
import type { CellFinding, ParsedRow } from "./parsed.ts";
import { type RawCell, RawError, type RawRow, UnreadableFile } from "./read-raw.ts";
import type { Header } from "./recognise-header.ts";
import type { MergeFill } from "./recognise-merges.ts";
import { isHeld, RowSifter } from "./recognise-rows.ts";

export interface RowOptions {
  readonly today: Day;
  /** Rows that may still be read in this workbook. */
  readonly rowsLeft: number;
  readonly onRows: (rows: number) => void;
}

/** Turns a sheet's raw rows into parsed ones. What a cell's text was once understood as is remembered by column. */
export class RowParser {
  readonly rows: ParsedRow[] = [];
  readonly exampleRows: number[] = [];
  readonly #kind: LedgerKind;
  readonly #plans: readonly ColumnPlan[];
  readonly #blank: Readonly<Record<string, null>>;
  readonly #fill: MergeFill<RawCell>;
  readonly #sifter: RowSifter;
  readonly #options: RowOptions;

  constructor(header: Header, fill: MergeFill<RawCell>, sifter: RowSifter, options: RowOptions) {
    this.#kind = header.kind;
    this.#plans = header.columns.map(({ column, header, index }) => ({
      column,
      header,
      index: index - 1,
      parse: CELL_PARSERS[column.type],
      memo: RARELY_REPEATED.has(column.type) || DEPENDS_ON_ROW.has(column.type) ? null : new Map(),
    }));
    // Parsed from text so that every row's content is a copy of one compact shape.
    // A certificate keeps a place for what the check finds out: a key that comes later would cost every row a shape of its own.
    const keys = [...header.columns.map(({ key }) => key), ...(header.kind === "CERTIFICATES" ? ["outside"] : [])];
    this.#blank = JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:null`).join(",")}}`);
    this.#fill = fill;
    this.#sifter = sifter;
    this.#options = options;
  }

  take(rows: readonly RawRow[]): void {
    const before = this.rows.length;
    for (const { row, cells } of rows) {
      const brought = this.#fill.fill(row, cells);
      const sort = this.#sifter.sort(row, cells, (index) => !brought?.has(index));
      if (sort === "example") this.exampleRows.push(row);
      if (sort === "data") this.rows.push(this.#parse(row, cells));
    }
    if (this.rows.length > this.#options.rowsLeft) throw tooManyRows();
    if (this.rows.length > before) this.#options.onRows(this.rows.length - before);
  }

  #parse(row: number, cells: readonly RawCell[]): ParsedRow {
    const content: Record<string, unknown> = { ...this.#blank };
    let findings: CellFinding[] | null = null;
    for (const plan of this.#plans) {
      const cell = cells[plan.index] ?? null;
      const read = isHeld(cell) ? this.#read(plan, cell, content) : plan.column.required ? EMPTY : null;
      if (read instanceof CellFault) {
        findings ??= [];
        findings.push(finding(read, "error", plan.column, cell));
      } else if (read instanceof Doubtful) {
        findings ??= [];
        findings.push(finding(read.fault, "warning", plan.column, cell));
        content[plan.column.key] = read.value;
      } else if (read !== null) {
        content[plan.column.key] = read;
      }
    }
    const found: CellFinding[] = findings ?? [];
    checkRow(this.#kind, content, found);
    return { row, content, findings: found.length > 0 ? found : NO_FINDINGS };
  }

  #read(plan: ColumnPlan, cell: RawCell, content: Readonly<Record<string, unknown>>): unknown {
    if (cell instanceof RawError) return cell.text === "" ? UNSOLVED : formulaError(cell.text);
    if (typeof cell === "string" && cell.startsWith("#") && ERROR_TEXT.test(cell)) return formulaError(cell);
    const { column, header, memo } = plan;
    const context = { kind: this.#kind, column, header, today: this.#options.today, content };
    if (!memo || typeof cell !== "string") return settle(plan.parse(cell, context), column);
    const known = memo.get(cell);
    if (known !== undefined) return known;
    const read = settle(plan.parse(cell, context), column);
    if (memo.size < MOST_REMEMBERED) memo.set(cell, read);
    return read;
  }
}

interface ColumnPlan {
  readonly column: Column;
  readonly header: string;
  readonly index: number;
  readonly parse: CellParser;
  readonly memo: Map<string, unknown> | null;
}

const MOST_REMEMBERED = 20_000;
const NO_FINDINGS: readonly CellFinding[] = Object.freeze([]);
const EMPTY = new CellFault("REQUIRED_EMPTY", "必填，未填", "补填后重新上传");
const UNSOLVED = new CellFault("FORMULA_UNSOLVED", "公式没有保存计算结果", "在Excel中打开、重新计算并保存，或改填数值");

/** An error as a CSV keeps it, or the hatching of a column that was too narrow for its value. */
const ERROR_TEXT = /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)$/;

/** A text that turns out empty is missing where it is required. */
function settle(read: unknown, column: Column): unknown {
  return read === null && column.required ? EMPTY : read;
}

function formulaError(text: string): CellFault {
  return new CellFault("FORMULA_ERROR", `公式出错：${text}`, "改正公式，或直接填写数值");
}

function tooManyRows(): UnreadableFile {
  return new UnreadableFile("TOO_MANY_ROWS", "一个文件里的行数过多，未读取。", "请拆成几个文件上传。");
}
