import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../server/policy/day.ts";
import { type HeadRow, Heads, headColumns } from "../../server/tallies/heads.ts";

const LEVELS = 8;

function aChange(place: number, level: number, day: number, delta = 1): HeadRow {
  return { place, level, day, delta };
}

function headsOf(rows: readonly HeadRow[], unitCount: number): Heads {
  return new Heads(headColumns([...rows]), unitCount);
}

/** The same by adding up every row. */
function addedUp(rows: readonly HeadRow[], unitCount: number, day: number): number[] {
  const heads = new Array<number>(unitCount * LEVELS).fill(0);
  for (const row of rows) if (row.day <= day) heads[row.place * LEVELS + row.level]! += row.delta;
  return heads;
}

describe("heads by unit and level", () => {
  it("are all zero on an empty ledger", () => {
    expect([...headsOf([], 2).at(dayNumber("2026-01-01"))]).toEqual(new Array(16).fill(0));
    expect([...headsOf([], 0).at(0)]).toEqual([]);
  });

  it("count a change from the end of its own day on", () => {
    const day = dayNumber("2026-03-31");
    const heads = headsOf([aChange(1, 3, day), aChange(1, 3, day + 10, -1), aChange(1, 4, day + 10)], 2);
    const at = (on: number) => [heads.at(on)[1 * LEVELS + 3], heads.at(on)[1 * LEVELS + 4]];
    expect(at(day - 1)).toEqual([0, 0]);
    expect(at(day)).toEqual([1, 0]);
    expect(at(day + 9)).toEqual([1, 0]);
    expect(at(day + 10)).toEqual([0, 1]);
    expect(at(day + 100_000)).toEqual([0, 1]);
  });

  it("count days before 1970 as well", () => {
    const heads = headsOf([aChange(0, 0, dayNumber("1965-05-01"))], 1);
    expect(heads.at(dayNumber("1965-04-30"))[0]).toBe(0);
    expect(heads.at(dayNumber("1965-05-01"))[0]).toBe(1);
  });

  it("take changes in any order", () => {
    const heads = headsOf([aChange(0, 2, 30, -1), aChange(0, 2, 10), aChange(0, 2, 20)], 1);
    expect([9, 10, 20, 30].map((day) => heads.at(day)[2])).toEqual([0, 1, 2, 1]);
  });

  it("are the asker's own: writing into an answer changes no other", () => {
    const heads = headsOf([aChange(0, 2, 10)], 1);
    heads.at(10).fill(99);
    expect(heads.at(10)[2]).toBe(1);
    expect(heads.at(0)[2]).toBe(0);
  });

  it("equal the plain sum on any day, in any order of asking, for a few changes", () => {
    const change = fc.record({
      place: fc.nat(2),
      level: fc.nat(7),
      day: fc.integer({ min: -5, max: 25 }),
      delta: fc.constantFrom(-2, -1, 1, 3),
    });
    const asked = fc.array(fc.integer({ min: -6, max: 26 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), asked, (rows, days) => {
        const heads = headsOf(rows, 3);
        for (const day of days) expect([...heads.at(day)]).toEqual(addedUp(rows, 3, day));
      }),
    );
  });

  it("equal the plain sum over many checkpoints, far days asked before near ones and on the checkpoints' own edges", () => {
    // 20 000 changes make several checkpoints of 4096; 7 a day put most edges inside a day.
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      aChange(index % 11, (index * 5) % LEVELS, Math.floor(index / 7), index % 3 === 0 ? -1 : 1),
    );
    const heads = headsOf(rows, 11);
    const edges = [4096, 8192, 12_288, 16_384].flatMap((row) => {
      const day = Math.floor(row / 7);
      return [day - 1, day, day + 1];
    });
    for (const day of [5000, 0, -1, 1500, 2857, 2856, 700, ...edges, ...edges.toReversed()]) {
      expect([...heads.at(day)]).toEqual(addedUp(rows, 11, day));
    }
  });

  it("equal the plain sum where thousands of changes fall on one day, as on the day of a big import", () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => aChange(index % 3, index % LEVELS, 100));
    rows.push(aChange(0, 0, 101, -500));
    const heads = headsOf(rows, 3);
    for (const day of [99, 100, 101, 102]) expect([...heads.at(day)]).toEqual(addedUp(rows, 3, day));
  });
});
