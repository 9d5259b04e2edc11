import { describe, expect, it } from "vitest";
import { boundsOf, classOf } from "../../dashboard/charts/rate-classes.ts";
import { endBefore, monthsBefore, ranksOf, yearEnds } from "../../dashboard/overview/figures.ts";

describe("the five classes of the map", () => {
  const rates = [
    0.72, 0.721, 0.747, 0.765, 0.768, 0.782, 0.786, 0.796, 0.797, 0.811, 0.816, 0.817, 0.822, 0.837, 0.852, 0.857,
  ];

  it("have round bounds at equal steps, and none is empty", () => {
    const bounds = boundsOf(rates);
    const steps = bounds.slice(1).map((bound, at) => bound - bounds[at]!);
    expect(new Set(steps).size).toBe(1);
    expect(bounds.every((bound) => Number.isInteger(bound))).toBe(true);
    expect(new Set(rates.map((rate) => classOf(rate, bounds))).size).toBe(5);
  });

  it("count a bound to the class above it", () => {
    expect(classOf(0.76, [73, 76, 79, 82])).toBe(2);
    expect(classOf(0.7599, [73, 76, 79, 82])).toBe(1);
    expect(classOf(0.82, [73, 76, 79, 82])).toBe(4);
    expect(classOf(0, [73, 76, 79, 82])).toBe(0);
  });

  it("are not made of a handful of places", () => {
    expect(boundsOf([0.7, 0.8])).toEqual([]);
    expect(classOf(0.8, [])).toBe(2);
  });
});

describe("ranks", () => {
  it("are shared by ties, and the next is skipped", () => {
    const rows = [{ gap: 5 }, { gap: 9 }, { gap: 5 }, { gap: 0 }];
    const ranks = ranksOf(rows, (row) => row.gap);
    expect(rows.map((row) => ranks.get(row))).toEqual([2, 1, 2, 4]);
  });
});

describe("days that the page asks for", () => {
  it("stay inside their month when months are taken off", () => {
    expect(monthsBefore("2026-10-31", 24)).toBe("2024-10-31");
    expect(monthsBefore("2026-03-31", 1)).toBe("2026-02-28");
    expect(monthsBefore("2026-01-15", 1)).toBe("2025-12-15");
  });

  it("are the ends of the month, the quarter and the year before", () => {
    expect(endBefore("2026-10-31", 1)).toBe("2026-09-30");
    expect(endBefore("2026-10-31", 3)).toBe("2026-09-30");
    expect(endBefore("2026-11-02", 3)).toBe("2026-09-30");
    expect(endBefore("2026-01-01", 12)).toBe("2025-12-31");
  });

  it("are the year ends inside a picture", () => {
    expect(yearEnds("2024-10-31", "2026-12-31")).toEqual(["2024-12-31", "2025-12-31", "2026-12-31"]);
    expect(yearEnds("2025-01-01", "2025-11-30")).toEqual([]);
  });
});
