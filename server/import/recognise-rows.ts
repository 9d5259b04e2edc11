import { EXAMPLE_MARK } from "../../schema/columns.ts";
import type { Merge, RawCell } from "./read-raw.ts";
import { fold, foldHeader, isEmptyMark } from "./recognise-fold.ts";
import type { Header } from "./recognise-header.ts";

/** What a row under the header is: only `data` is parsed. */
export type RowSort = "data" | "empty" | "total" | "note" | "example" | "header";

/**
 * Tells a ledger's rows from what stands between and under them. When in doubt a row is data: a row that names a unit,
 * a person or a certificate by number is never passed over.
 */
export class RowSifter {
  readonly #known: readonly number[];
  readonly #identities: readonly number[];
  readonly #names: readonly number[];
  readonly #headers: ReadonlyMap<number, string>;
  /** Rows in which a cell spreads over three columns or more, and that cell's place. */
  readonly #spread: ReadonlyMap<number, number>;
  readonly #numbersRow: number;
  #inNotes = false;

  constructor(header: Header, merges: readonly Merge[]) {
    this.#known = header.columns.map(({ index }) => index - 1);
    this.#identities = header.columns
      .filter(({ column }) => column.required && IDENTITIES.has(column.type))
      .map(({ index }) => index - 1);
    this.#names = header.columns
      .filter(({ key }) => key === "name" || key === "personName" || key === "enterpriseName")
      .map(({ index }) => index - 1);
    this.#headers = new Map(header.columns.map((each) => [each.index - 1, foldHeader(each.header)]));
    this.#spread = new Map(
      merges
        .filter(({ firstRow, firstColumn, lastColumn }) => firstRow > header.lastRow && lastColumn - firstColumn >= 2)
        .map(({ firstRow, firstColumn }) => [firstRow, firstColumn - 1]),
    );
    this.#numbersRow = header.lastRow + 1;
  }

  /** `own` tells whether a cell's value is the row's own, not one that a merge brings down. */
  sort(row: number, cells: readonly RawCell[], own: (index: number) => boolean): RowSort {
    if (!this.#known.some((index) => isHeld(cells[index]) && own(index))) return "empty";
    if (this.#names.some((index) => isExample(cells[index]))) return "example";
    if (this.#identities.length > 0 && this.#identities.every((index) => isHeld(cells[index]))) {
      const [first] = this.#identities;
      if (!isShort(cells[first!])) return "data";
    }
    if (row === this.#numbersRow && this.#isNumbering(cells)) return "header";
    if (this.#isHeaderAgain(cells)) return "header";
    const named = this.#identities.map((index) => cells[index]).filter((cell) => isHeld(cell) && !isTotal(cell!));
    // How many units or people there are stands in a total's row where each has its number.
    if (!named.every(isCount)) return "data";

    const held = cells.map((cell, index) => ({ cell, index })).filter(({ cell, index }) => isHeld(cell) && own(index));
    if (held.slice(0, 3).some(({ cell }) => isTotal(cell))) return "total";
    if (named.length > 0) return "data";
    const [first] = held;
    if (!first) return "empty";
    if (typeof first.cell === "string" && isNote(first.cell, held.length)) {
      this.#inNotes = true;
      return "note";
    }
    if (held.length === 1 && (this.#inNotes || this.#spread.get(row) === first.index)) return "note";
    return "data";
  }

  /** 甲 乙 1 2 3 … under the header. */
  #isNumbering(cells: readonly RawCell[]): boolean {
    const held = cells.filter(isHeld);
    return (
      held.length >= 3 &&
      held.every((cell) => /^([甲乙丙丁戊己庚辛]|[A-Z]{1,2}|\(?\d{1,2}\)?(=.*)?|栏次)$/.test(fold(String(cell))))
    );
  }

  /** The header again, as on every printed page. */
  #isHeaderAgain(cells: readonly RawCell[]): boolean {
    let same = 0;
    for (const [index, text] of this.#headers) {
      const cell = cells[index];
      if (typeof cell === "string" && foldHeader(cell) === text) same++;
    }
    return same >= 3;
  }
}

const IDENTITIES = new Set(["creditCode", "idNumber", "certificateNumber"]);

export function isHeld(cell: RawCell | undefined): boolean {
  return cell !== undefined && cell !== null && !(typeof cell === "string" && isEmptyMark(cell));
}

function isShort(cell: RawCell | undefined): boolean {
  return typeof cell === "string" ? cell.length < 8 : isCount(cell);
}

function isCount(cell: RawCell | undefined): boolean {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 0 && cell < 10_000_000;
  return typeof cell === "string" && /^[\d,]{1,9}[家户个人名张本份条项]?$/.test(fold(cell));
}

function isExample(cell: RawCell | undefined): boolean {
  return typeof cell === "string" && cell.length >= 2 && cell.trimStart().startsWith(EXAMPLE_MARK);
}

function isTotal(cell: RawCell | undefined): boolean {
  return (
    typeof cell === "string" && cell.length <= 30 && /^(.{0,12}(合计|小计|总计|共计|累计))(:|\(.*\))?$/.test(fold(cell))
  );
}

const NOTE =
  /^\(?(注|备注|说明|附注|附|填表说明|填报说明|填表须知|填表|填报|制表|审核|复核|审批|负责人|单位负责人|分管领导|经办|联系|报送|盖章|签章|公章|日期)/;

function isNote(text: string, heldCount: number): boolean {
  const folded = fold(text);
  if (heldCount === 1 && folded.length > 40) return true;
  if (/^(注|说明|备注|附注|填表说明|填报说明|填表须知)$/.test(folded)) return true;
  return NOTE.test(folded) && (/^.{1,12}:/.test(folded) || /^注\d/.test(folded) || /盖章|签章|公章/.test(folded));
}
