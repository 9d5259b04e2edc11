import type { Merge } from "./read-raw.ts";

/**
 * Lays merged ranges out over the rows below a header: the top left cell's value stands in every row of its range, in
 * the range's first column, and nothing else of the range counts. Rows must come in order.
 */
export class MergeFill<Cell> {
  readonly #merges: readonly Merge[];
  #next = 0;
  #active: { merge: Merge; value: Cell | null }[] = [];

  constructor(merges: readonly Merge[], below: number) {
    this.#merges = merges
      .filter(({ firstRow }) => firstRow > below)
      .sort((one, other) => one.firstRow - other.firstRow);
  }

  /** Fills the row's cells. Returns which of them a merge brought down from a row above, or null when none. */
  fill(row: number, cells: (Cell | null)[]): ReadonlySet<number> | null {
    if (this.#next >= this.#merges.length && this.#active.length === 0) return null;
    if (this.#active.length > 0) this.#active = this.#active.filter(({ merge }) => merge.lastRow >= row);
    let filled: Set<number> | null = null;
    for (const { merge, value } of this.#active) {
      filled ??= new Set();
      for (let column = merge.firstColumn; column <= merge.lastColumn; column++) {
        put(cells, column - 1, column === merge.firstColumn ? value : null);
        filled.add(column - 1);
      }
    }
    for (let merge = this.#merges[this.#next]; merge && merge.firstRow <= row; merge = this.#merges[this.#next]) {
      this.#next++;
      if (merge.lastRow < row) continue;
      // A range whose first row holds no value at all never came by: it fills down nothing.
      const value = merge.firstRow === row ? (cells[merge.firstColumn - 1] ?? null) : null;
      for (let column = merge.firstColumn + 1; column <= merge.lastColumn; column++) put(cells, column - 1, null);
      if (merge.lastRow > row) this.#active.push({ merge, value });
    }
    return filled;
  }
}

function put<Cell>(cells: (Cell | null)[], index: number, value: Cell | null): void {
  if (index >= cells.length && value === null) return;
  while (cells.length < index) cells.push(null);
  cells[index] = value;
}
