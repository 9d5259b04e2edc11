import { describe, expect, it } from "vitest";
import { answerQuota } from "../../server/figures/quota.ts";
import type { QuotaProgress, TitleCounts, TitleLevel } from "../../server/figures/shapes.ts";
import type { Day } from "../../server/policy/day.ts";
import { aSource, type FromDay, type HandSource } from "./a-source.ts";

type Batches = TitleCounts["byBatch"];

/** So many appraised; `[250, 4]` are 250 of whom 4 were cancelled. */
type Batch = number | readonly [number, number];

/** The batches from 2024 on. */
function batches(...counts: readonly Batch[]): Batches {
  return counts.map((count, index) => {
    const [appraised, cancelled] = typeof count === "number" ? [count, 0] : count;
    return { year: 2024 + index, appraised, cancelled };
  });
}

function titlesOf(chief: Batches, special: Batches, inOffice: readonly [number, number] = [0, 0]): TitleCounts[] {
  return [
    { level: "CHIEF_TECHNICIAN", byBatch: chief, inOffice: inOffice[0] },
    { level: "SPECIAL_TECHNICIAN", byBatch: special, inOffice: inOffice[1] },
  ];
}

function quotaOf(source: HandSource, asOf: Day, level: TitleLevel = "SPECIAL_TECHNICIAN"): QuotaProgress {
  return answerQuota(source, asOf, {}).find((row) => row.level === level)!;
}

function quotaAt(asOf: Day, titles: FromDay<TitleCounts>, level?: TitleLevel): QuotaProgress {
  return quotaOf(aSource({ titles }), asOf, level);
}

/** Special technicians in the batches from 2024 on, seen on a day when no other batch has come. */
function special(...counts: readonly Batch[]): QuotaProgress {
  return quotaAt("2026-06-30", { "2024-12-01": titlesOf([], batches(...counts)) });
}

describe("titles against 100 and 1000 (二(三))", () => {
  it("come with the chief first, each with its clause and due day", () => {
    expect(
      answerQuota(aSource({}), "2026-06-30", {}).map(({ level, goal, due, clause }) => [level, goal, due, clause]),
    ).toEqual([
      ["CHIEF_TECHNICIAN", 100, "2027-12-31", "二(三)"],
      ["SPECIAL_TECHNICIAN", 1000, "2027-12-31", "二(三)"],
    ]);
  });

  it("are NO_DATA, 名单未导入, as long as no list has come, even after the due day", () => {
    for (const asOf of ["2024-09-30", "2026-06-30", "2028-06-30"]) {
      expect(quotaAt(asOf, {})).toMatchObject({
        status: "NO_DATA",
        noDataReason: "NO_LIST",
        appraised: 0,
        net: 0,
        remaining: 1000,
        lastClosedBatch: null,
        plannedByLastClosedBatch: null,
      });
    }
  });

  it("of the picture: 51 chiefs of planned 50 ON_TRACK, 496 special of planned 500 AT_RISK", () => {
    const titles = { "2024-12-01": titlesOf(batches(25, 26), batches(249, 247)) };
    expect(quotaAt("2026-10-31", titles, "CHIEF_TECHNICIAN")).toMatchObject({
      appraised: 51,
      net: 51,
      plannedByLastClosedBatch: 50,
      lastClosedBatch: 2025,
      remaining: 49,
      status: "ON_TRACK",
    });
    expect(quotaAt("2026-10-31", titles, "SPECIAL_TECHNICIAN")).toMatchObject({
      net: 496,
      plannedByLastClosedBatch: 500,
      remaining: 504,
      status: "AT_RISK",
    });
  });

  it("are ON_TRACK at the plan's sum, AT_RISK down to 95% of it, OFF_TRACK by one person less", () => {
    expect(special(250, 251).status).toBe("ON_TRACK");
    expect(special(250, 250).status).toBe("ON_TRACK");
    expect(special(250, 249).status).toBe("AT_RISK");
    expect(special(250, 225).status).toBe("AT_RISK");
    expect(special(250, 224).status).toBe("OFF_TRACK");
  });

  it("decide 95% of 25 in whole people: 24 are AT_RISK, 23 OFF_TRACK", () => {
    const chiefs = (count: number) =>
      quotaAt("2025-06-30", { "2024-12-01": titlesOf(batches(count), []) }, "CHIEF_TECHNICIAN").status;
    expect([chiefs(25), chiefs(24), chiefs(23)]).toEqual(["ON_TRACK", "AT_RISK", "OFF_TRACK"]);
  });

  it("are judged by closed batches, never by days: between two lists nothing is late", () => {
    const titles = { "2024-12-18": titlesOf(batches(25), batches(250)) };
    for (const asOf of ["2024-12-18", "2025-12-31", "2026-12-31"]) {
      expect(quotaAt(asOf, titles)).toMatchObject({ status: "ON_TRACK", lastClosedBatch: 2024 });
    }
  });

  it("close a batch for both titles by the first approval of either", () => {
    const titles = { "2025-12-18": titlesOf(batches(25, 1), batches(250)) };
    expect(quotaAt("2026-06-30", titles)).toMatchObject({
      lastClosedBatch: 2025,
      plannedByLastClosedBatch: 500,
      status: "OFF_TRACK",
    });
  });

  it("are ATTAINED at the goal before the due day", () => {
    expect(special(400, 300, 300)).toMatchObject({ status: "ATTAINED", net: 1000, remaining: 0 });
    expect(special(400, 300, 299)).toMatchObject({ status: "ON_TRACK", net: 999, remaining: 1 });
    expect(special(400, 400, 300)).toMatchObject({ status: "ATTAINED", net: 1100, remaining: 0 });
  });

  it("count net: whoever is cancelled is missing from the batch of the first approval", () => {
    const quota = special([250, 3], [250, 1]);
    expect(quota).toMatchObject({ appraised: 500, cancelled: 4, net: 496, remaining: 504, status: "AT_RISK" });
    expect(quota.byBatch.slice(0, 2).map(({ net, netCumulative }) => [net, netCumulative])).toEqual([
      [247, 247],
      [249, 496],
    ]);
  });

  it("show all four batches, with each one's share and the cumulative plan (DECISIONS F13)", () => {
    expect(special(249, 247).byBatch).toEqual([
      {
        year: 2024,
        planned: 250,
        plannedCumulative: 250,
        appraised: 249,
        cancelled: 0,
        net: 249,
        netCumulative: 249,
        closed: true,
      },
      {
        year: 2025,
        planned: 250,
        plannedCumulative: 500,
        appraised: 247,
        cancelled: 0,
        net: 247,
        netCumulative: 496,
        closed: true,
      },
      {
        year: 2026,
        planned: 250,
        plannedCumulative: 750,
        appraised: 0,
        cancelled: 0,
        net: 0,
        netCumulative: 496,
        closed: false,
      },
      {
        year: 2027,
        planned: 250,
        plannedCumulative: 1000,
        appraised: 0,
        cancelled: 0,
        net: 0,
        netCumulative: 496,
        closed: false,
      },
    ]);
  });

  it("call a batch closed only when a list of its own year is there (DECISIONS F12)", () => {
    const quota = quotaAt("2026-12-31", {
      "2024-12-01": titlesOf(
        [],
        [
          { year: 2024, appraised: 250, cancelled: 0 },
          { year: 2026, appraised: 500, cancelled: 0 },
        ],
      ),
    });
    expect(quota.byBatch.map(({ year, closed }) => [year, closed])).toEqual([
      [2024, true],
      [2025, false],
      [2026, true],
      [2027, false],
    ]);
    expect(quota).toMatchObject({ lastClosedBatch: 2026, plannedByLastClosedBatch: 750, status: "ON_TRACK" });
  });

  it("show who is in office beside them, as counted", () => {
    const titles = { "2024-12-01": titlesOf(batches(25), batches(250), [24, 240]) };
    expect(quotaAt("2026-06-30", titles, "CHIEF_TECHNICIAN").inOffice).toBe(24);
    expect(quotaAt("2026-06-30", titles, "SPECIAL_TECHNICIAN").inOffice).toBe(240);
  });
});

describe("titles under a filter (api.md)", () => {
  it("have no goal, no plan and no remainder: NO_TARGET", () => {
    const source = aSource({
      titles: { "2024-12-01": titlesOf(batches(25, 25), batches(250, 250)) },
      filteredTitles: titlesOf(batches(2), batches([30, 1]), [2, 28]),
    });
    const [chief, special] = answerQuota(source, "2026-06-30", { cities: ["510300"] });
    expect(chief).toMatchObject({ goal: null, remaining: null, status: "NO_TARGET", noDataReason: null, net: 2 });
    expect(special).toMatchObject({
      goal: null,
      remaining: null,
      plannedByLastClosedBatch: null,
      status: "NO_TARGET",
      appraised: 30,
      cancelled: 1,
      net: 29,
      inOffice: 28,
    });
    expect(special!.byBatch.map(({ planned, plannedCumulative }) => [planned, plannedCumulative])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it("close their batches with the whole province's", () => {
    const source = aSource({
      titles: { "2024-12-01": titlesOf([], batches(250, 250)) },
      filteredTitles: titlesOf([], batches(30)),
    });
    const [, special] = answerQuota(source, "2026-06-30", { cities: ["510300"] });
    expect(special!.lastClosedBatch).toBe(2025);
    expect(special!.byBatch.map((batch) => batch.closed)).toEqual([true, true, false, false]);
  });

  it("are filtered by an empty list too, and not by a filter that was left out", () => {
    const source = aSource({ titles: { "2024-12-01": titlesOf([], batches(250)) } });
    expect(answerQuota(source, "2026-06-30", { cities: [] })[1]).toMatchObject({
      goal: null,
      net: 0,
      status: "NO_TARGET",
    });
    expect(answerQuota(source, "2026-06-30", {})[1]).toMatchObject({ goal: 1000, net: 250 });
  });
});

describe("titles after the due day (domain.md §2)", () => {
  const all = (then: number, now: number): FromDay<TitleCounts> => ({
    "2024-12-01": titlesOf([], batches(250, 250, 250, then - 750)),
    "2028-01-01": titlesOf([], batches(250, 250, 250, now - 750)),
  });

  it("are AWAITING until the closing day, then ATTAINED at the goal, MISSED by one person less", () => {
    expect(quotaAt("2027-12-31", all(999, 999)).status).toBe("AT_RISK");
    for (const asOf of ["2028-01-01", "2028-01-31"]) expect(quotaAt(asOf, all(1000, 1000)).status).toBe("AWAITING");
    expect(quotaAt("2028-02-01", all(1000, 1000)).status).toBe("ATTAINED");
    expect(quotaAt("2028-02-01", all(999, 999)).status).toBe("MISSED");
  });

  it("are ATTAINED_LATE when only later approvals reach the goal", () => {
    expect(quotaAt("2028-02-01", all(999, 1000)).status).toBe("ATTAINED_LATE");
  });

  it("stay ATTAINED when one is cancelled afterwards", () => {
    expect(quotaAt("2028-02-01", all(1000, 999))).toMatchObject({ status: "ATTAINED", net: 999, remaining: 1 });
  });

  it("count the due day on what was recorded by the closing day, where the ledger was in use by then (DECISIONS F11)", () => {
    const lateList = (firstRecordedOn: Day) =>
      aSource({
        today: "2028-06-30",
        firstRecordedOn,
        titles: all(1000, 1000),
        knownAt: { "2028-01-31": aSource({ titles: all(750, 750) }) },
      });
    expect(quotaOf(lateList("2028-01-31"), "2028-06-30").status).toBe("ATTAINED_LATE");
    expect(quotaOf(lateList("2028-02-01"), "2028-06-30").status).toBe("ATTAINED");
  });
});
