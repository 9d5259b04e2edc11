import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerCoverage, answerTrend, onPath, requiredRate } from "../../server/figures/coverage.ts";
import type { CoverageCounts, CoverageFigure, CoverageRequest } from "../../server/figures/shapes.ts";
import { addDays, type Day } from "../../server/policy/day.ts";
import { attains, coverageTarget } from "../../server/policy/targets.ts";
import { aGroup, aRequest, aSource, type FromDay, type HandSource } from "./a-source.ts";

const DUE = "2026-12-31";

function figureOf(source: HandSource, asOf: Day, others: Partial<CoverageRequest> = {}): CoverageFigure {
  const figures = answerCoverage(source, aRequest(asOf, others));
  expect(figures).toHaveLength(1);
  return figures[0]!;
}

/** The one row of a ledger that holds these counts from these days on. */
function figureAt(asOf: Day, coverage: FromDay<CoverageCounts>, others: Partial<CoverageRequest> = {}): CoverageFigure {
  return figureOf(aSource({ coverage }), asOf, others);
}

describe("the rate (二(二))", () => {
  it("is certified over headcount, unrounded", () => {
    expect(figureAt("2025-06-30", { "2025-01-01": [aGroup(2, 3)] }).rate).toBe(2 / 3);
  });

  it("is 0 where nobody is certified, and 1 where everybody is", () => {
    expect(figureAt("2025-06-30", { "2025-01-01": [aGroup(0, 40)] }).rate).toBe(0);
    expect(figureAt("2025-06-30", { "2025-01-01": [aGroup(40, 40)] }).rate).toBe(1);
  });

  it("is null, not 0, over a headcount of 0", () => {
    const figure = figureAt("2025-06-30", { "2025-01-01": [aGroup(0, 0)] });
    expect([figure.rate, figure.rateLow, figure.gapHeadcount]).toEqual([null, null, null]);
  });

  it("rateLow takes the unreported at their last known headcount, with nobody certified (DECISIONS F9)", () => {
    const figure = figureAt("2025-06-30", {
      "2025-01-01": [aGroup(85, 100, { enterpriseCount: 4, unreportedEnterpriseCount: 1, lastKnownHeadcount: 70 })],
    });
    expect(figure.rate).toBe(0.85);
    expect(figure.rateLow).toBe(0.5);
    expect(figure.reportingRate).toBe(0.75);
  });

  it("rateLow stands by itself where no unit reported, and is null where nothing at all is known", () => {
    const silent = { enterpriseCount: 1, unreportedEnterpriseCount: 1 };
    expect(
      figureAt("2025-06-30", { "2025-01-01": [aGroup(0, 0, { ...silent, lastKnownHeadcount: 70 })] }).rateLow,
    ).toBe(0);
    expect(figureAt("2025-06-30", { "2025-01-01": [aGroup(0, 0, silent)] }).rateLow).toBeNull();
  });

  it("does not show the counts that only make it", () => {
    const figure = figureAt("2025-06-30", { "2025-01-01": [aGroup(1, 2)] });
    expect(Object.keys(figure)).not.toContain("ownerships");
    expect(Object.keys(figure)).not.toContain("lastKnownHeadcount");
  });
});

describe("rows", () => {
  it("are exactly one without grouping, on an empty ledger too", () => {
    const figure = figureAt("2026-06-30", {});
    expect(figure).toMatchObject({
      asOf: "2026-06-30",
      enterpriseCount: 0,
      skilledHeadcount: 0,
      rate: null,
      rateLow: null,
      reportingRate: null,
      target: null,
      status: "NO_DATA",
      noDataReason: "NO_SUCH_ENTERPRISE",
    });
  });

  it("are none with grouping where no group has an enterprise", () => {
    expect(answerCoverage(aSource({}), aRequest("2026-06-30", { groupBy: ["CITY"] }))).toEqual([]);
  });

  it("each keep their group and their own path", () => {
    const [chengdu, zigong] = answerCoverage(
      aSource({
        coverage: {
          "2024-12-31": [
            aGroup(25, 100, { group: { cityCode: "510100" } }),
            aGroup(45, 100, { group: { cityCode: "510300" } }),
          ],
        },
      }),
      aRequest("2025-12-31", { groupBy: ["CITY"] }),
    );
    expect([chengdu!.group, chengdu!.pathFromRate]).toEqual([{ cityCode: "510100" }, 0.25]);
    expect([zigong!.group, zigong!.pathFromRate]).toEqual([{ cityCode: "510300" }, 0.45]);
  });

  it("count each day once for all of them, before the due day and after its closing", () => {
    const coverage = (groups: number) => ({
      "2024-12-31": Array.from({ length: groups }, (_, index) =>
        aGroup(50, 100, { group: { creditCode: `U${index}` } }),
      ),
    });
    const asked = (groups: number, asOf: Day) => {
      const then = aSource({ coverage: coverage(groups) });
      const now = aSource({
        coverage: coverage(groups),
        today: "2027-06-30",
        firstRecordedOn: "2026-01-01",
        knownAt: { "2027-01-31": then },
      });
      answerCoverage(now, aRequest(asOf, { groupBy: ["ENTERPRISE"] }));
      return now.coverageAsked + then.coverageAsked;
    };
    expect(asked(50, "2026-06-30")).toBe(asked(1, "2026-06-30"));
    expect(asked(50, "2027-06-30")).toBe(asked(1, "2027-06-30"));
  });
});

describe("the target of a row (DECISIONS F18)", () => {
  it.each([
    ["PROVINCIAL_SOE", 0.95],
    ["LOCAL_SOE", 0.85],
    ["LARGE_PRIVATE", 0.75],
  ] as const)("is that of its only class: %s %d", (ownership, target) => {
    const figure = figureAt("2026-06-30", { "2025-01-01": [aGroup(1, 10, { ownerships: [ownership] })] });
    expect([figure.target, figure.due, figure.clause]).toEqual([target, DUE, "二(二)"]);
  });

  it.each([
    ["of a class without one", ["CENTRAL_SOE"]],
    ["of two classes", ["LOCAL_SOE", "PROVINCIAL_SOE"]],
    ["of a class with one and a class without", ["LARGE_PRIVATE", "OTHER"]],
  ] as const)("is none in a row %s: NO_TARGET", (_, ownerships) => {
    const figure = figureAt("2026-06-30", { "2025-01-01": [aGroup(9, 10, { ownerships })] });
    expect(figure).toMatchObject({
      status: "NO_TARGET",
      noDataReason: null,
      target: null,
      due: null,
      clause: null,
      gapHeadcount: null,
      requiredRate: null,
      pathFrom: null,
      neededPerMonth: null,
      daysLeft: null,
      attainedOnDue: null,
    });
    expect(figure.rate).toBe(0.9);
  });

  it("is that of the only class that the filter lets in, though no unit of it stands in the population", () => {
    expect(figureAt("2026-06-30", {}, { filter: { ownerships: ["LARGE_PRIVATE"] } })).toMatchObject({
      target: 0.75,
      status: "NO_DATA",
      noDataReason: "NO_SUCH_ENTERPRISE",
    });
    expect(figureAt("2026-06-30", {}, { filter: { ownerships: ["LARGE_PRIVATE", "OTHER"] } }).target).toBeNull();
  });

  it("is that of the one class that a filter of two leaves standing", () => {
    const coverage = { "2025-01-01": [aGroup(1, 10, { ownerships: ["LOCAL_SOE"] })] } as const;
    expect(figureAt("2026-06-30", coverage, { filter: { ownerships: ["LOCAL_SOE", "LARGE_PRIVATE"] } }).target).toBe(
      0.85,
    );
  });
});

describe("the gap", () => {
  it("is pooled and rounded up to whole people", () => {
    expect(figureAt("2026-06-30", { "2025-01-01": [aGroup(80, 101)] }).gapHeadcount).toBe(6);
    expect(figureAt("2026-06-30", { "2025-01-01": [aGroup(85, 100)] }).gapHeadcount).toBe(0);
    expect(figureAt("2026-06-30", { "2025-01-01": [aGroup(84, 100)] }).gapHeadcount).toBe(1);
    expect(figureAt("2026-06-30", { "2025-01-01": [aGroup(100, 100)] }).gapHeadcount).toBe(0);
    expect(figureAt("2026-06-30", { "2025-01-01": [aGroup(0, 1)] }).gapHeadcount).toBe(1);
  });

  it("stands beside the gap summed over units, which one unit's surplus does not lower", () => {
    const figure = figureAt("2026-06-30", { "2025-01-01": [aGroup(170, 200, { unitGapHeadcount: 15 })] });
    expect([figure.gapHeadcount, figure.unitGapHeadcount]).toEqual([0, 15]);
  });
});

describe("the status before the due day", () => {
  /** A local SOE at 45% when the path begins: half of the way, 65%, is required at the end of 2025. */
  const halfway = (certified: number, others: Partial<CoverageCounts> = {}) =>
    figureAt("2025-12-31", {
      "2024-12-31": [aGroup(4_500, 10_000)],
      "2025-12-31": [aGroup(certified, 10_000, others)],
    });

  it("is ATTAINED at the target exactly, and not by one person less", () => {
    expect(halfway(8_500).status).toBe("ATTAINED");
    expect(halfway(8_499).status).toBe("ON_TRACK");
    expect(halfway(10_000).status).toBe("ATTAINED");
  });

  it("is TO_CONFIRM where the rate reaches and rateLow does not, by one person", () => {
    expect(halfway(8_585, { lastKnownHeadcount: 100, unreportedEnterpriseCount: 1 }).status).toBe("ATTAINED");
    expect(halfway(8_584, { lastKnownHeadcount: 100, unreportedEnterpriseCount: 1 }).status).toBe("TO_CONFIRM");
    expect(halfway(8_500, { lastKnownHeadcount: 100, unreportedEnterpriseCount: 1 }).status).toBe("TO_CONFIRM");
    expect(halfway(8_499, { lastKnownHeadcount: 100, unreportedEnterpriseCount: 1 }).status).toBe("ON_TRACK");
  });

  it("is ON_TRACK on the required path or above, AT_RISK by one person less", () => {
    expect(halfway(6_501).status).toBe("ON_TRACK");
    expect(halfway(6_500).status).toBe("ON_TRACK");
    expect(halfway(6_499).status).toBe("AT_RISK");
  });

  it("is AT_RISK down to 5 points below the path exactly, OFF_TRACK by one person less", () => {
    expect(halfway(6_001).status).toBe("AT_RISK");
    expect(halfway(6_000).status).toBe("AT_RISK");
    expect(halfway(5_999).status).toBe("OFF_TRACK");
    expect(halfway(0).status).toBe("OFF_TRACK");
  });

  it("holds these edges from wherever the path begins, for every class", () => {
    const begins = fc.integer({ min: 5, max: 70 });
    const classes = fc.constantFrom("PROVINCIAL_SOE" as const, "LOCAL_SOE" as const, "LARGE_PRIVATE" as const);
    fc.assert(
      fc.property(begins, classes, fc.integer({ min: 1, max: 500 }), (begin, ownership, size) => {
        const headcount = 200 * size;
        const required = (begin + coverageTarget(ownership)!.percent) * size;
        const statusWith = (certified: number) =>
          figureAt("2025-12-31", {
            "2024-12-31": [aGroup(begin, 100, { ownerships: [ownership] })],
            "2025-12-31": [aGroup(certified, headcount, { ownerships: [ownership] })],
          }).status;
        expect(statusWith(required)).toBe("ON_TRACK");
        expect(statusWith(required - 1)).toBe("AT_RISK");
        expect(statusWith(required - 10 * size)).toBe("AT_RISK");
        expect(statusWith(required - 10 * size - 1)).toBe("OFF_TRACK");
      }),
    );
  });

  it("exactly 5 points below is AT_RISK at every whole percent", () => {
    const offTrack = Array.from({ length: 91 }, (_, index) => index + 5).filter(
      (percent) => onPath((percent - 5) / 100, percent / 100) !== "AT_RISK",
    );
    expect(offTrack).toEqual([]);
  });

  it("is judged on the due day by the target itself: 5 points below it is AT_RISK, further OFF_TRACK", () => {
    const onDue = (begin: number, certified: number) =>
      figureAt(DUE, { "2024-12-31": [aGroup(begin, 100)], "2026-12-31": [aGroup(certified, 100)] }).status;
    for (let begin = 0; begin < 80; begin++) {
      expect([begin, onDue(begin, 85)]).toEqual([begin, "ATTAINED"]);
      expect([begin, onDue(begin, 84)]).toEqual([begin, "AT_RISK"]);
      expect([begin, onDue(begin, 80)]).toEqual([begin, "AT_RISK"]);
      expect([begin, onDue(begin, 79)]).toEqual([begin, "OFF_TRACK"]);
    }
  });
});

describe("the required path (DECISIONS F10)", () => {
  it("runs straight from the rate at the end of 2024 to the target at the due day", () => {
    const coverage = { "2024-06-30": [aGroup(45, 100)] };
    const at = (day: Day) => figureAt(day, coverage);
    expect([at("2025-03-31").pathFrom, at("2025-03-31").pathFromRate]).toEqual(["2024-12-31", 0.45]);
    expect(at("2024-12-31").requiredRate).toBeCloseTo(0.45, 12);
    expect(at("2025-12-31").requiredRate).toBeCloseTo(0.65, 12);
    expect(at("2026-07-02").requiredRate).toBeCloseTo(0.75, 3);
    expect(at(DUE).requiredRate).toBeCloseTo(0.85, 12);
  });

  it("begins at the first later quarter-end with a rate where there was none at the end of 2024", () => {
    const figure = figureAt("2026-06-30", {
      "2024-12-31": [aGroup(0, 0, { unreportedEnterpriseCount: 1 })],
      "2025-08-10": [aGroup(30, 100)],
      "2025-10-20": [aGroup(50, 100)],
    });
    expect([figure.pathFrom, figure.pathFromRate]).toEqual(["2025-09-30", 0.3]);
    // 273 of the 457 days from 2025-09-30 to the due day.
    expect(figure.requiredRate).toBeCloseTo(0.3 + (0.55 * 273) / 457, 12);
  });

  it("skips quarter-ends at which a headcount of 0 gives no rate", () => {
    const figure = figureAt("2026-06-30", { "2024-12-31": [aGroup(0, 0)], "2025-12-31": [aGroup(30, 100)] });
    expect(figure.pathFrom).toBe("2025-12-31");
  });

  it("is met on its first day and before it, however low the group stands", () => {
    expect(figureAt("2025-12-31", { "2025-12-31": [aGroup(1, 100)] })).toMatchObject({
      status: "ON_TRACK",
      pathFrom: "2025-12-31",
      requiredRate: 0.01,
    });
    expect(figureAt("2024-09-30", { "2024-01-01": [aGroup(1, 100)] })).toMatchObject({
      status: "ON_TRACK",
      pathFrom: null,
      requiredRate: null,
    });
    expect(figureAt("2025-11-15", { "2025-11-10": [aGroup(1, 100)] }).status).toBe("ON_TRACK");
  });

  it("does not know the future: quarter-ends after the day asked for make no path", () => {
    const coverage = { "2025-11-10": [aGroup(10, 100)], "2025-12-31": [aGroup(70, 100)] };
    expect(figureAt("2025-12-30", coverage).pathFrom).toBeNull();
    expect(figureAt("2025-12-31", coverage)).toMatchObject({ pathFrom: "2025-12-31", pathFromRate: 0.7 });
  });

  it("falls towards the target for a group that began above it", () => {
    const figure = figureAt("2025-12-31", { "2024-12-31": [aGroup(95, 100)], "2025-12-31": [aGroup(84, 100)] });
    expect(figure.requiredRate).toBeCloseTo(0.9, 12);
    expect(figure.status).toBe("OFF_TRACK");
  });

  it("ends at the due day: past it nothing is required", () => {
    const coverage = { "2024-12-31": [aGroup(45, 100)] };
    expect(figureAt(DUE, coverage).requiredRate).not.toBeNull();
    expect(figureAt("2027-01-01", coverage).requiredRate).toBeNull();
  });

  it("asks for its first rate on its first day and before, and for the target on the due day and after", () => {
    const path = { from: "2024-12-31", fromRate: 0.2, target: coverageTarget("LOCAL_SOE")! };
    expect(requiredRate(path, "2024-01-01")).toBe(0.2);
    expect(requiredRate(path, "2024-12-31")).toBe(0.2);
    expect(requiredRate(path, "2025-01-01")).toBeGreaterThan(0.2);
    expect(requiredRate(path, DUE)).toBeCloseTo(0.85, 12);
    expect(requiredRate(path, "2030-01-01")).toBeCloseTo(0.85, 12);
  });
});

describe("the status after the due day (domain.md §2)", () => {
  const ledger = (then: number, now: number, others: Partial<CoverageCounts> = {}) =>
    aSource({
      today: "2027-06-30",
      coverage: {
        "2024-12-31": [aGroup(45, 100)],
        "2026-12-31": [aGroup(then, 100, others)],
        "2027-01-01": [aGroup(now, 100)],
      },
    });

  it("is AWAITING from the day after it to the closing day, whatever the rate", () => {
    for (const asOf of ["2027-01-01", "2027-01-31"]) {
      expect(figureOf(ledger(90, 90), asOf)).toMatchObject({ status: "AWAITING", attainedOnDue: null });
      expect(figureOf(ledger(10, 10), asOf)).toMatchObject({ status: "AWAITING", attainedOnDue: null });
    }
  });

  it("is ATTAINED after the closing day when the target was reached on the due day, by exactly that number", () => {
    expect(figureOf(ledger(85, 85), "2027-02-01")).toMatchObject({ status: "ATTAINED", attainedOnDue: true });
    expect(figureOf(ledger(84, 84), "2027-02-01")).toMatchObject({ status: "MISSED", attainedOnDue: false });
  });

  it("is ATTAINED_LATE when it was missed on the due day and is reached now, else MISSED", () => {
    expect(figureOf(ledger(84, 85), "2027-06-30")).toMatchObject({ status: "ATTAINED_LATE", attainedOnDue: false });
    expect(figureOf(ledger(84, 84), "2027-06-30")).toMatchObject({ status: "MISSED", attainedOnDue: false });
  });

  it("keeps what was reached in time, with the present rate beside it", () => {
    const figure = figureOf(ledger(90, 70), "2027-06-30");
    expect(figure).toMatchObject({ status: "ATTAINED", attainedOnDue: true, rate: 0.7, gapHeadcount: 15 });
  });

  it("is TO_CONFIRM when on the due day only the reported units reached it", () => {
    const figure = figureOf(ledger(85, 90, { lastKnownHeadcount: 10, unreportedEnterpriseCount: 1 }), "2027-06-30");
    expect(figure).toMatchObject({ status: "TO_CONFIRM", attainedOnDue: true });
  });

  it("is MISSED where there was no report at the due day", () => {
    const silent = aGroup(0, 0, { unreportedEnterpriseCount: 1 });
    const source = aSource({
      today: "2027-06-30",
      coverage: { "2026-12-31": [silent], "2027-03-31": [aGroup(10, 100)] },
    });
    expect(figureOf(source, "2027-06-30")).toMatchObject({ status: "MISSED", attainedOnDue: false });
  });

  it("counts the due day on what was recorded by the closing day, where the ledger was in use by then (DECISIONS F11)", () => {
    const lateComers = (firstRecordedOn: Day | null) =>
      aSource({
        today: "2027-06-30",
        firstRecordedOn,
        coverage: { "2024-12-31": [aGroup(90, 100)] },
        knownAt: { "2027-01-31": aSource({ coverage: { "2024-12-31": [aGroup(60, 100)] } }) },
      });
    expect(figureOf(lateComers("2026-05-01"), "2027-06-30").status).toBe("ATTAINED_LATE");
    expect(figureOf(lateComers("2027-01-31"), "2027-06-30").status).toBe("ATTAINED_LATE");
    expect(figureOf(lateComers("2027-02-01"), "2027-06-30").status).toBe("ATTAINED");
    expect(figureOf(lateComers(null), "2027-06-30").status).toBe("ATTAINED");
  });

  it("needs no memory while the closing day has not passed by today's calendar", () => {
    const source = aSource({
      today: "2027-01-31",
      firstRecordedOn: "2026-05-01",
      coverage: { "2024-12-31": [aGroup(90, 100)] },
    });
    expect(figureOf(source, "2027-03-31").status).toBe("ATTAINED");
  });
});

describe("NO_DATA and its reason (DECISIONS F17)", () => {
  it.each([
    ["NO_SUCH_ENTERPRISE", "no unit stands in the population", { enterpriseCount: 0 }],
    ["UNREPORTED", "no unit has ever reported", { enterpriseCount: 2, unreportedEnterpriseCount: 2 }],
    [
      "OVERDUE",
      "none has a usable report and one has reported before",
      { enterpriseCount: 2, unreportedEnterpriseCount: 2, overdueEnterpriseCount: 1 },
    ],
    ["NO_HEADCOUNT", "the reported headcounts add up to 0", { enterpriseCount: 2, unreportedEnterpriseCount: 1 }],
    [
      "NO_HEADCOUNT",
      "one reported 0 and the other is overdue",
      { enterpriseCount: 2, unreportedEnterpriseCount: 1, overdueEnterpriseCount: 1 },
    ],
  ] as const)("is %s where %s", (reason, _, counts) => {
    const figure = figureAt("2026-06-30", { "2025-01-01": [aGroup(0, 0, counts)] });
    expect([figure.status, figure.noDataReason]).toEqual(["NO_DATA", reason]);
    expect([figure.rate, figure.gapHeadcount, figure.neededPerMonth, figure.rateChange]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("goes before NO_TARGET, AWAITING and MISSED", () => {
    const silent = aGroup(0, 0, { unreportedEnterpriseCount: 1 });
    expect(figureAt("2026-06-30", { "2025-01-01": [{ ...silent, ownerships: ["OTHER"] }] }).status).toBe("NO_DATA");
    expect(figureAt("2027-01-15", { "2025-01-01": [silent] }).status).toBe("NO_DATA");
    expect(figureAt("2027-06-30", { "2025-01-01": [silent] }).status).toBe("NO_DATA");
  });

  it("is none where a single unit of several reported", () => {
    const figure = figureAt("2026-06-30", {
      "2025-01-01": [aGroup(85, 100, { enterpriseCount: 9, unreportedEnterpriseCount: 8, overdueEnterpriseCount: 8 })],
    });
    expect([figure.status, figure.noDataReason]).toEqual(["ATTAINED", null]);
  });
});

describe("the change since the last month end", () => {
  const coverage = {
    "2026-08-31": [aGroup(50, 100)],
    "2026-09-30": [aGroup(60, 100)],
    "2026-10-15": [aGroup(63, 100)],
    "2026-10-31": [aGroup(65, 100)],
  };

  it.each([
    ["inside a month", "2026-10-20", "2026-09-30", 0.03],
    ["on the first of a month", "2026-10-01", "2026-09-30", 0],
    ["on a month end, to the one before", "2026-10-31", "2026-09-30", 0.05],
    ["on the day before a month end", "2026-10-30", "2026-09-30", 0.03],
    ["on the next month's first", "2026-11-01", "2026-10-31", 0],
  ])("%s", (_, asOf, lastMonthEnd, change) => {
    const figure = figureAt(asOf, coverage);
    expect(figure.lastMonthEnd).toBe(lastMonthEnd);
    expect(figure.rateChange).toBeCloseTo(change, 12);
  });

  it("reaches over the turn of the year and to the end of February", () => {
    expect(figureAt("2026-01-10", coverage).lastMonthEnd).toBe("2025-12-31");
    expect(figureAt("2026-03-10", coverage).lastMonthEnd).toBe("2026-02-28");
    expect(figureAt("2028-03-31", coverage).lastMonthEnd).toBe("2028-02-29");
  });

  it("is null where either day has no rate", () => {
    const figure = figureAt("2026-08-31", coverage);
    expect([figure.lastMonthEndRate, figure.rateChange]).toEqual([null, null]);
    const gone = figureAt("2026-11-30", {
      ...coverage,
      "2026-11-15": [aGroup(0, 0, { unreportedEnterpriseCount: 1 })],
    });
    expect([gone.lastMonthEndRate, gone.rateChange]).toEqual([0.65, null]);
  });
});

describe("the pace", () => {
  it("is the gap over the months that are left, of 365.25/12 days each", () => {
    const figure = figureAt("2026-10-31", { "2024-12-31": [aGroup(45, 100)], "2026-10-31": [aGroup(75, 100)] });
    expect(figure).toMatchObject({ gapHeadcount: 10, daysLeft: 61 });
    expect(figure.neededPerMonth).toBeCloseTo(10 / (61 / 30.4375), 12);
  });

  it("is null once attained, on the due day and after it", () => {
    const behind = { "2024-12-31": [aGroup(45, 100)] };
    expect(figureAt("2026-10-31", { "2024-12-31": [aGroup(85, 100)] }).neededPerMonth).toBeNull();
    expect(figureAt("2026-12-30", behind)).toMatchObject({ daysLeft: 1 });
    expect(figureAt("2026-12-30", behind).neededPerMonth).toBeCloseTo(40 * 30.4375, 9);
    expect(figureAt(DUE, behind)).toMatchObject({ daysLeft: 0, neededPerMonth: null });
    expect(figureAt("2027-01-01", behind)).toMatchObject({ daysLeft: null, neededPerMonth: null });
  });

  it("of the last twelve months is what the register gained, over twelve", () => {
    const coverage = {
      "2025-10-31": [aGroup(40, 100, { certifiedOnRegister: 46 })],
      "2026-10-31": [aGroup(60, 100, { certifiedOnRegister: 70 })],
    };
    expect(figureAt("2026-10-31", coverage).recentPerMonth).toBe(2);
    expect(figureAt("2026-10-30", coverage).recentPerMonth).toBeNull();
    expect(figureAt("2027-10-31", coverage).recentPerMonth).toBe(0);
  });
});

describe("the trend", () => {
  const coverage = {
    "2026-01-01": [aGroup(10, 100)],
    "2026-02-28": [aGroup(20, 100)],
    "2026-03-15": [aGroup(30, 100)],
  };
  const trendOf = (source: HandSource, from: Day, to: Day) => {
    const { asOf: _asOf, ...request } = aRequest(to);
    return answerTrend(source, { ...request, from, to });
  };

  it("is the figure at each month's end, both ends included", () => {
    const [trend, ...others] = trendOf(aSource({ coverage }), "2026-01-31", "2026-03-31");
    expect(others).toEqual([]);
    expect(trend!.points.map((point) => [point.asOf, point.rate])).toEqual([
      ["2026-01-31", 0.1],
      ["2026-02-28", 0.2],
      ["2026-03-31", 0.3],
    ]);
  });

  it("has no point after today, and one on today where it is a month's end", () => {
    const until = (today: Day) =>
      trendOf(aSource({ coverage, today }), "2026-01-31", "2026-12-31").flatMap((trend) =>
        trend.points.map((point) => point.asOf),
      );
    expect(until("2026-03-30")).toEqual(["2026-01-31", "2026-02-28"]);
    expect(until("2026-03-31")).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
  });

  it("judges each point as of its own day", () => {
    const [trend] = trendOf(
      aSource({ coverage: { "2024-12-31": [aGroup(45, 100)] }, today: "2027-03-31" }),
      "2024-12-31",
      "2027-03-31",
    );
    const statuses = new Map(trend!.points.map((point) => [point.asOf, point.status]));
    expect(statuses.get("2024-12-31")).toBe("ON_TRACK");
    expect(statuses.get("2025-01-31")).toBe("AT_RISK");
    expect(statuses.get("2026-12-31")).toBe("OFF_TRACK");
    expect(statuses.get("2027-01-31")).toBe("AWAITING");
    expect(statuses.get("2027-02-28")).toBe("MISSED");
  });

  it("keeps groups apart, and a group without units on a day has no point there", () => {
    const chengdu = aGroup(10, 100, { group: { cityCode: "510100" } });
    const zigong = aGroup(20, 100, { group: { cityCode: "510300" } });
    const trends = trendOf(
      aSource({ coverage: { "2026-01-01": [chengdu, zigong], "2026-02-10": [chengdu] } }),
      "2026-01-31",
      "2026-02-28",
    );
    expect(trends.map((trend) => [trend.group.cityCode, trend.points.map((point) => point.asOf)])).toEqual([
      ["510100", ["2026-01-31", "2026-02-28"]],
      ["510300", ["2026-01-31"]],
    ]);
  });

  it("has its rows in the official order, also where the first of them comes in later (api.md)", () => {
    const chengdu = aGroup(10, 100, { group: { cityCode: "510100" } });
    const zigong = aGroup(20, 100, { group: { cityCode: "510300" } });
    const luzhou = aGroup(30, 100, { group: { cityCode: "510500" } });
    const trends = trendOf(
      aSource({ coverage: { "2026-01-01": [zigong], "2026-02-10": [chengdu, zigong, luzhou] } }),
      "2026-01-31",
      "2026-02-28",
    );
    expect(trends.map((trend) => trend.group.cityCode)).toEqual(["510100", "510300", "510500"]);
  });

  it("is empty in a period without a month's end", () => {
    expect(trendOf(aSource({ coverage }), "2026-02-01", "2026-02-27")).toEqual([]);
  });
});

describe("a figure, for any counts", () => {
  it("says ATTAINED or TO_CONFIRM before the due day exactly where the counts reach the target", () => {
    const counts = fc.integer({ min: 1, max: 100_000 }).chain((headcount) =>
      fc.record({
        headcount: fc.constant(headcount),
        certified: fc.integer({ min: 0, max: headcount }),
        unreported: fc.integer({ min: 0, max: 1000 }),
        begin: fc.integer({ min: 0, max: 100 }),
        day: fc.integer({ min: 0, max: 730 }),
      }),
    );
    fc.assert(
      fc.property(counts, ({ headcount, certified, unreported, begin, day }) => {
        const figure = figureAt(addDays("2024-12-31", day), {
          "2024-12-31": [
            aGroup(day === 0 ? certified : begin, day === 0 ? headcount : 100, { lastKnownHeadcount: unreported }),
          ],
          ...(day > 0
            ? { [addDays("2024-12-31", day)]: [aGroup(certified, headcount, { lastKnownHeadcount: unreported })] }
            : {}),
        });
        const reached = attains(certified, headcount, 85);
        const confirmed = attains(certified, headcount + unreported, 85);
        if (reached) expect(figure.status).toBe(confirmed ? "ATTAINED" : "TO_CONFIRM");
        else expect(["ON_TRACK", "AT_RISK", "OFF_TRACK"]).toContain(figure.status);
        expect(figure.gapHeadcount === 0).toBe(reached);
        expect(figure.rateLow!).toBeLessThanOrEqual(figure.rate!);
      }),
      { numRuns: 300 },
    );
  });
});
