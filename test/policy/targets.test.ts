import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attains,
  COVERAGE_TARGETS,
  closingDay,
  coverageTarget,
  gap,
  LAUNCH_TARGETS,
  PATH_BEGINS,
  TITLE_BATCH_YEARS,
  TITLE_GOALS,
} from "../../server/policy/targets.ts";

describe("coverage targets (二(二))", () => {
  it("are 95, 85 and 75 percent, due at the end of 2026", () => {
    expect(COVERAGE_TARGETS.map(({ ownership, percent, due }) => [ownership, percent, due])).toEqual([
      ["PROVINCIAL_SOE", 95, "2026-12-31"],
      ["LOCAL_SOE", 85, "2026-12-31"],
      ["LARGE_PRIVATE", 75, "2026-12-31"],
    ]);
  });

  it("bind three classes and no other", () => {
    expect(coverageTarget("PROVINCIAL_SOE")?.percent).toBe(95);
    expect(coverageTarget("LOCAL_SOE")?.percent).toBe(85);
    expect(coverageTarget("LARGE_PRIVATE")?.percent).toBe(75);
    expect(coverageTarget("CENTRAL_SOE")).toBeNull();
    expect(coverageTarget("OTHER")).toBeNull();
  });

  it.each([
    [95, 950, 1000],
    [85, 850, 1000],
    [75, 750, 1000],
    [95, 19, 20],
    [85, 17, 20],
    [75, 3, 4],
    // 20 is the smallest headcount of which 95% is a whole number of people; below it everybody is needed.
    [95, 19, 19],
    [95, 968, 1018],
  ])("%d%% is reached by %d of %d and missed by one person less", (percent, certified, headcount) => {
    expect(attains(certified, headcount, percent)).toBe(true);
    expect(attains(certified - 1, headcount, percent)).toBe(false);
    expect(gap(certified, headcount, percent)).toBe(0);
    expect(gap(certified - 1, headcount, percent)).toBe(1);
  });

  it("are not reached by what only rounds to them: 94.99% is not 95%", () => {
    expect(attains(9_499, 10_000, 95)).toBe(false);
    expect(attains(9_500, 10_000, 95)).toBe(true);
  });

  it("are never reached by a headcount of 0, and nobody is needed there", () => {
    expect(attains(0, 0, 75)).toBe(false);
    expect(gap(0, 0, 75)).toBe(0);
  });

  it("are reached by everybody, and nobody at all needs the whole share, rounded up", () => {
    expect(attains(3, 3, 95)).toBe(true);
    expect(attains(0, 3, 75)).toBe(false);
    expect(gap(0, 3, 75)).toBe(3);
    expect(gap(0, 1, 75)).toBe(1);
    expect(gap(0, 101, 85)).toBe(86);
  });

  it("never leave a negative gap", () => {
    expect(gap(100, 100, 75)).toBe(0);
  });

  it("the gap is the least number of people that reaches the target, for any counts", () => {
    const counts = fc.integer({ min: 1, max: 20_000_000 }).chain((headcount) =>
      fc.record({
        headcount: fc.constant(headcount),
        certified: fc.integer({ min: 0, max: headcount }),
        percent: fc.constantFrom(95, 85, 75),
      }),
    );
    fc.assert(
      fc.property(counts, ({ headcount, certified, percent }) => {
        const needed = gap(certified, headcount, percent);
        expect(attains(certified + needed, headcount, percent)).toBe(true);
        if (needed > 0) expect(attains(certified + needed - 1, headcount, percent)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("launch targets (二(一))", () => {
  it("are every mainly skilled provincial SOE and 50 local ones by the end of 2024; private ones have none", () => {
    expect(LAUNCH_TARGETS.map(({ ownership, count, due }) => [ownership, count, due])).toEqual([
      ["PROVINCIAL_SOE", null, "2024-12-31"],
      ["LOCAL_SOE", 50, "2024-12-31"],
      ["LARGE_PRIVATE", null, null],
    ]);
  });
});

describe("title goals (二(三))", () => {
  it("are 100 chief and 1000 special technicians by the end of 2027", () => {
    expect(TITLE_GOALS.map(({ level, goal, due }) => [level, goal, due])).toEqual([
      ["CHIEF_TECHNICIAN", 100, "2027-12-31"],
      ["SPECIAL_TECHNICIAN", 1000, "2027-12-31"],
    ]);
  });

  it("come in four batches, 25 and 250 a year unless the province says otherwise", () => {
    expect(TITLE_BATCH_YEARS).toEqual([2024, 2025, 2026, 2027]);
    expect(TITLE_GOALS.map((goal) => goal.plan)).toEqual([
      [25, 50, 75, 100],
      [250, 500, 750, 1000],
    ]);
  });
});

describe("due days", () => {
  it("close on 31 January after", () => {
    expect(closingDay("2024-12-31")).toBe("2025-01-31");
    expect(closingDay("2026-12-31")).toBe("2027-01-31");
    expect(closingDay("2027-12-31")).toBe("2028-01-31");
  });

  it("the required path begins at the end of 2024", () => {
    expect(PATH_BEGINS).toBe("2024-12-31");
  });
});
