import { SKILL_LEVELS } from "../policy/levels.ts";

const LEVELS = SKILL_LEVELS.length;

/** Changes of heads by unit (its place in the columns), level and day, earliest first. */
export interface HeadColumns {
  readonly place: Int32Array;
  readonly level: Uint8Array;
  readonly day: Int32Array;
  readonly delta: Int32Array;
}

export interface HeadRow {
  readonly place: number;
  readonly level: number;
  readonly day: number;
  readonly delta: number;
}

export function headColumns(rows: HeadRow[]): HeadColumns {
  rows.sort((a, b) => a.day - b.day);
  const columns = {
    place: new Int32Array(rows.length),
    level: new Uint8Array(rows.length),
    day: new Int32Array(rows.length),
    delta: new Int32Array(rows.length),
  };
  rows.forEach((row, index) => {
    columns.place[index] = row.place;
    columns.level[index] = row.level;
    columns.day[index] = row.day;
    columns.delta[index] = row.delta;
  });
  return columns;
}

/** Heads by unit and level at the end of any day; checkpoints every so many changes keep a far day as near as any other. */
export class Heads {
  readonly #checkpoints: { readonly next: number; readonly heads: Int32Array }[] = [];
  readonly #step: number;

  constructor(
    readonly columns: HeadColumns,
    readonly unitCount: number,
  ) {
    this.#step = Math.max(4096, Math.ceil(columns.day.length / 48));
  }

  /** Count of people at place × 8 + level. */
  at(day: number): Int32Array {
    const end = upperBound(this.columns.day, day);
    const { next, heads } = this.#checkpointBefore(end);
    const result = heads.slice();
    this.#advance(result, next, end);
    return result;
  }

  #checkpointBefore(end: number): { readonly next: number; readonly heads: Int32Array } {
    while (this.#checkpoints.length === 0 || this.#checkpoints.at(-1)!.next + this.#step <= end) {
      const last = this.#checkpoints.at(-1);
      if (!last) {
        this.#checkpoints.push({ next: 0, heads: new Int32Array(this.unitCount * LEVELS) });
        continue;
      }
      const heads = last.heads.slice();
      this.#advance(heads, last.next, last.next + this.#step);
      this.#checkpoints.push({ next: last.next + this.#step, heads });
    }
    return this.#checkpoints[Math.min(this.#checkpoints.length - 1, Math.floor(end / this.#step))]!;
  }

  #advance(heads: Int32Array, from: number, to: number): void {
    const { place, level, delta } = this.columns;
    for (let index = from; index < to; index++) heads[place[index]! * LEVELS + level[index]!]! += delta[index]!;
  }
}

/** How many entries are ≤ value. */
function upperBound(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
