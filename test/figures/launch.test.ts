import { describe, expect, it } from "vitest";
import { answerLaunch } from "../../server/figures/launch.ts";
import type { CoverageFilter, LaunchCounts, LaunchProgress } from "../../server/figures/shapes.ts";
import type { Day } from "../../server/policy/day.ts";
import type { Ownership } from "../../server/policy/words.ts";
import { aSource, type Counts, type FromDay } from "./a-source.ts";

function soes(launched: number, inScope: number, directoryKnown = true): LaunchCounts {
  return { ownership: "PROVINCIAL_SOE", launched, inScope, directoryKnown };
}

function localSoes(launched: number, inScope = 200): LaunchCounts {
  return { ownership: "LOCAL_SOE", launched, inScope, directoryKnown: false };
}

function launchAt(
  asOf: Day,
  launches: FromDay<LaunchCounts>,
  ownership: Ownership = "PROVINCIAL_SOE",
  others: Counts & { readonly filter?: CoverageFilter } = {},
): LaunchProgress {
  const { filter = {}, ...counts } = others;
  return answerLaunch(aSource({ ...counts, launches }), asOf, filter).find((row) => row.ownership === ownership)!;
}

describe("launch (二(一))", () => {
  it("has a row for the two SOE classes and one without target for large private enterprises", () => {
    expect(
      answerLaunch(aSource({}), "2026-06-30", {}).map(({ ownership, due, clause }) => [ownership, due, clause]),
    ).toEqual([
      ["PROVINCIAL_SOE", "2024-12-31", "二(一)"],
      ["LOCAL_SOE", "2024-12-31", "二(一)"],
      ["LARGE_PRIVATE", null, "二(一)"],
    ]);
  });

  it("of provincial SOEs is ATTAINED when all in the directory launched by the end of 2024", () => {
    expect(launchAt("2026-06-30", { "2024-06-01": [soes(36, 36)] })).toMatchObject({
      launched: 36,
      launchedByDue: 36,
      inScope: 36,
      target: 36,
      status: "ATTAINED",
      noDataReason: null,
    });
  });

  it("with 34 of 36 on time and 36 of 36 now is ATTAINED_LATE", () => {
    expect(launchAt("2026-06-30", { "2024-06-01": [soes(34, 36)], "2025-03-01": [soes(36, 36)] })).toMatchObject({
      launched: 36,
      launchedByDue: 34,
      target: 36,
      status: "ATTAINED_LATE",
    });
  });

  it("with one still missing is MISSED", () => {
    expect(launchAt("2026-06-30", { "2024-06-01": [soes(34, 36)], "2025-03-01": [soes(35, 36)] }).status).toBe(
      "MISSED",
    );
  });

  it("stays ATTAINED for 36 of 36 on time when one more has become a provincial SOE since", () => {
    for (const launched of [36, 37]) {
      const progress = launchAt("2026-06-30", { "2024-06-01": [soes(36, 36)], "2025-03-01": [soes(launched, 37)] });
      expect(progress).toMatchObject({ launchedByDue: 36, target: 37, status: "ATTAINED" });
    }
  });

  it("is ATTAINED_LATE for 35 of 36 on time when the one that was missing has left the class since", () => {
    const progress = launchAt("2026-06-30", { "2024-06-01": [soes(35, 36)], "2025-03-01": [soes(35, 35)] });
    expect(progress.status).toBe("ATTAINED_LATE");
  });

  it("before the due day is ATTAINED or OFF_TRACK by what has launched so far", () => {
    expect(launchAt("2024-12-31", { "2024-06-01": [soes(36, 36)] }).status).toBe("ATTAINED");
    expect(launchAt("2024-12-31", { "2024-06-01": [soes(35, 36)] })).toMatchObject({
      status: "OFF_TRACK",
      launchedByDue: 35,
    });
  });

  it("is AWAITING from the day after the due day to the closing day", () => {
    const launches = { "2024-06-01": [soes(36, 36)] };
    expect(launchAt("2025-01-01", launches).status).toBe("AWAITING");
    expect(launchAt("2025-01-31", launches).status).toBe("AWAITING");
    expect(launchAt("2025-02-01", launches).status).toBe("ATTAINED");
  });

  it("without a directory is NO_DATA, 名录未导入, not 100%", () => {
    for (const asOf of ["2024-10-31", "2025-01-15", "2026-06-30"]) {
      expect(launchAt(asOf, { "2024-06-01": [soes(30, 0, false)] })).toMatchObject({
        launched: 30,
        inScope: 0,
        target: null,
        status: "NO_DATA",
        noDataReason: "NO_DIRECTORY",
      });
    }
    expect(launchAt("2026-06-30", {})).toMatchObject({ launched: 0, status: "NO_DATA", noDataReason: "NO_DIRECTORY" });
  });

  it("with a directory in which no unit is mainly skilled has nothing to reach", () => {
    expect(launchAt("2026-06-30", { "2024-06-01": [soes(0, 0)] })).toMatchObject({ target: 0, status: "NO_TARGET" });
  });

  it("of provincial SOEs holds for every part of the province too", () => {
    const filter = { cities: ["510100"] };
    expect(launchAt("2026-06-30", { "2024-06-01": [soes(3, 4)] }, "PROVINCIAL_SOE", { filter })).toMatchObject({
      target: 4,
      status: "MISSED",
    });
  });

  it("of local SOEs needs 50 of them, however many there are", () => {
    const local = (then: number, now: number) =>
      launchAt("2026-06-30", { "2024-06-01": [localSoes(then)], "2025-03-01": [localSoes(now)] }, "LOCAL_SOE");
    expect(local(50, 50)).toMatchObject({ target: 50, inScope: 200, status: "ATTAINED" });
    expect(local(49, 50).status).toBe("ATTAINED_LATE");
    expect(local(49, 49).status).toBe("MISSED");
    expect(local(51, 49).status).toBe("ATTAINED");
  });

  it("of local SOEs has no target for a part of the province", () => {
    expect(
      launchAt("2026-06-30", { "2024-06-01": [localSoes(5)] }, "LOCAL_SOE", { filter: { cities: ["510300"] } }),
    ).toMatchObject({ launched: 5, target: null, status: "NO_TARGET", noDataReason: null });
  });

  it("of large private enterprises counts them and sets no target", () => {
    const launches = {
      "2024-06-01": [{ ownership: "LARGE_PRIVATE", launched: 12, inScope: 80, directoryKnown: false }],
    } as const;
    expect(launchAt("2026-06-30", launches, "LARGE_PRIVATE")).toMatchObject({
      launched: 12,
      inScope: 80,
      target: null,
      due: null,
      status: "NO_TARGET",
      noDataReason: null,
    });
  });

  it("counts the due day on what was recorded by the closing day, where the ledger was in use by then (DECISIONS F11)", () => {
    const reportedLate = (firstRecordedOn: Day) =>
      launchAt("2026-06-30", { "2024-06-01": [soes(36, 36)] }, "PROVINCIAL_SOE", {
        today: "2026-06-30",
        firstRecordedOn,
        knownAt: { "2025-01-31": aSource({ launches: { "2024-06-01": [soes(30, 36)] } }) },
      });
    expect(reportedLate("2025-01-31")).toMatchObject({ launchedByDue: 30, status: "ATTAINED_LATE" });
    expect(reportedLate("2025-02-01")).toMatchObject({ launchedByDue: 36, status: "ATTAINED" });
  });
});
