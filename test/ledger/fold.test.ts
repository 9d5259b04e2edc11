import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonical,
  changedAttributes,
  type EnterpriseClaim,
  type EnterpriseMemory,
  type EnterpriseSegment,
  FACT_KINDS,
  foldClaim,
  foldEnterprise,
  NO_MEMORY,
  segmentsOf,
} from "../../server/ledger/fold.ts";
import { addDays, type Day, THE_BEGINNING } from "../../server/policy/day.ts";

const CHENGDU = "510100";
const ZIGONG = "510300";
const LUZHOU = "510500";

function aClaim(effectiveOn: Day, said: Partial<EnterpriseClaim> = {}): EnterpriseClaim {
  return { creditCode: "91510100MA00000000", effectiveOn, ...said };
}

function folded(...claims: readonly EnterpriseClaim[]): EnterpriseMemory {
  return claims.reduce(foldEnterprise, NO_MEMORY);
}

function segmentAt(memory: EnterpriseMemory, day: Day): EnterpriseSegment {
  return segmentsOf(memory)
    .filter((segment) => segment.from <= day)
    .at(-1)!;
}

describe("an attribute of an enterprise over time (ledgers.md 5, DECISIONS L2)", () => {
  it("holds for all days before as well when it is first seen", () => {
    const memory = folded(aClaim("2026-03-31", { cityCode: CHENGDU, ownership: "LOCAL_SOE" }));
    expect(segmentsOf(memory)).toHaveLength(1);
    for (const day of [THE_BEGINNING, "2000-01-01", "2026-03-30", "2026-03-31", "2030-01-01"]) {
      expect(segmentAt(memory, day)).toMatchObject({ cityCode: CHENGDU, ownership: "LOCAL_SOE" });
    }
  });

  it("holds for all days before when it is first seen later than the others", () => {
    const memory = folded(
      aClaim("2025-03-31", { cityCode: CHENGDU }),
      aClaim("2026-03-31", { sectorCode: "I1", groupCode: "91510000MA11111111" }),
    );
    expect(segmentsOf(memory)).toHaveLength(1);
    expect(segmentAt(memory, "2020-01-01")).toMatchObject({ sectorCode: "I1", groupCode: "91510000MA11111111" });
  });

  it("holds from its day when it changes, and the day before is as it was", () => {
    const memory = folded(aClaim("2025-01-01", { cityCode: CHENGDU }), aClaim("2026-04-01", { cityCode: ZIGONG }));
    expect(segmentAt(memory, "2026-03-31").cityCode).toBe(CHENGDU);
    expect(segmentAt(memory, "2026-04-01").cityCode).toBe(ZIGONG);
    expect(segmentAt(memory, "2026-04-02").cityCode).toBe(ZIGONG);
    expect(segmentAt(memory, "2024-12-31").cityCode).toBe(CHENGDU);
  });

  it("changes by itself: the others keep their own days", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU, ownership: "LOCAL_SOE", sectorCode: "I1" }),
      aClaim("2025-07-01", { ownership: "PROVINCIAL_SOE" }),
      aClaim("2026-01-01", { cityCode: ZIGONG }),
    );
    expect(
      segmentsOf(memory).map(({ from, cityCode, ownership, sectorCode }) => [from, cityCode, ownership, sectorCode]),
    ).toEqual([
      [THE_BEGINNING, CHENGDU, "LOCAL_SOE", "I1"],
      ["2025-07-01", CHENGDU, "PROVINCIAL_SOE", "I1"],
      ["2026-01-01", ZIGONG, "PROVINCIAL_SOE", "I1"],
    ]);
  });

  it("that is claimed later for an earlier day keeps what came after", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU }),
      aClaim("2026-06-01", { cityCode: LUZHOU }),
      aClaim("2025-09-01", { cityCode: ZIGONG }),
    );
    expect(segmentsOf(memory).map(({ from, cityCode }) => [from, cityCode])).toEqual([
      [THE_BEGINNING, CHENGDU],
      ["2025-09-01", ZIGONG],
      ["2026-06-01", LUZHOU],
    ]);
  });

  it("that is claimed again for the same day is what the last claim says", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU }),
      aClaim("2026-04-01", { cityCode: ZIGONG }),
      aClaim("2026-04-01", { cityCode: LUZHOU }),
    );
    expect(segmentAt(memory, "2026-03-31").cityCode).toBe(CHENGDU);
    expect(segmentAt(memory, "2026-04-01").cityCode).toBe(LUZHOU);
    const back = foldEnterprise(memory, aClaim("2026-04-01", { cityCode: CHENGDU }));
    expect(segmentAt(back, "2030-01-01").cityCode).toBe(CHENGDU);
  });

  it("that is said once more changes nothing", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU, inShortage: false }),
      aClaim("2026-04-01", { cityCode: ZIGONG }),
    );
    const again = aClaim("2026-08-01", { cityCode: ZIGONG, inShortage: false });
    expect(changedAttributes(memory, again)).toEqual([]);
    expect(segmentsOf(foldEnterprise(memory, again))).toEqual(segmentsOf(memory));
  });

  it("goes back to an earlier value from a later day", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU }),
      aClaim("2025-06-01", { cityCode: ZIGONG }),
      aClaim("2026-01-01", { cityCode: CHENGDU }),
    );
    expect(
      ["2025-05-31", "2025-06-01", "2025-12-31", "2026-01-01"].map((day) => segmentAt(memory, day).cityCode),
    ).toEqual([CHENGDU, ZIGONG, ZIGONG, CHENGDU]);
  });

  it("is named among the changed ones only where another value was known", () => {
    const memory = folded(aClaim("2025-01-01", { cityCode: CHENGDU, ownership: "LOCAL_SOE", countyCode: "510104" }));
    expect(changedAttributes(memory, aClaim("2026-01-01", { cityCode: ZIGONG, sectorCode: "I1" }))).toEqual([
      "cityCode",
    ]);
    expect(changedAttributes(memory, aClaim("2026-01-01", { countyCode: null }))).toEqual(["countyCode"]);
    expect(changedAttributes(memory, aClaim("2026-01-01", { frontlineHeadcount: 900 }))).toEqual([]);
    expect(changedAttributes(NO_MEMORY, aClaim("2026-01-01", { cityCode: ZIGONG }))).toEqual([]);
  });

  it("a fold leaves the memory that it starts from as it was", () => {
    const memory = folded(aClaim("2025-01-01", { cityCode: CHENGDU }));
    const before = JSON.stringify(memory);
    foldEnterprise(memory, aClaim("2026-01-01", { cityCode: ZIGONG, frontlineHeadcount: 5, inDirectory: true }));
    expect(JSON.stringify(memory)).toBe(before);
    expect(NO_MEMORY.timed).toEqual({});
  });
});

describe("a missing column and an empty cell", () => {
  it("a missing column leaves the value as it is", () => {
    const memory = folded(
      aClaim("2025-01-01", {
        cityCode: CHENGDU,
        countyCode: "510104",
        frontlineHeadcount: 800,
        launchedOn: "2024-09-01",
      }),
      aClaim("2026-01-01", { cityCode: CHENGDU }),
    );
    expect(segmentAt(memory, "2026-06-01")).toMatchObject({
      countyCode: "510104",
      frontlineHeadcount: 800,
      launchedOn: "2024-09-01",
    });
  });

  it("an empty cell empties it, from its day on where the attribute has days", () => {
    const memory = folded(
      aClaim("2025-01-01", { countyCode: "510104", frontlineHeadcount: 800, mainlySkilled: true }),
      aClaim("2026-01-01", { countyCode: null, frontlineHeadcount: null, mainlySkilled: null }),
    );
    expect(segmentAt(memory, "2025-12-31")).toMatchObject({ countyCode: "510104", mainlySkilled: true });
    expect(segmentAt(memory, "2026-01-01")).toMatchObject({ countyCode: null, mainlySkilled: null });
    for (const segment of segmentsOf(memory)) expect(segment.frontlineHeadcount).toBeNull();
  });

  it("a unit of the directory stays one when a filing sheet does not speak of it", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU, inDirectory: true }),
      aClaim("2026-01-01", { cityCode: ZIGONG }),
    );
    expect(segmentsOf(memory).map((segment) => segment.inDirectory)).toEqual([true, true]);
  });

  it("拟备案 is over when a sheet says so, and stays when a sheet is silent", () => {
    const planned = folded(aClaim("2025-01-01", { planned: true }), aClaim("2025-06-01", { cityCode: CHENGDU }));
    expect(segmentAt(planned, "2026-01-01").planned).toBe(true);
    expect(segmentAt(foldEnterprise(planned, aClaim("2026-01-01", { planned: false })), "2026-01-01").planned).toBe(
      false,
    );
  });

  it("what was never said reads as: other class, other sector, no shortage, no county, no group", () => {
    expect(segmentsOf(folded(aClaim("2025-01-01", { name: "某厂", cityCode: CHENGDU })))).toEqual([
      {
        from: THE_BEGINNING,
        name: "某厂",
        ownership: "OTHER",
        responsibilityCode: CHENGDU,
        department: null,
        cityCode: CHENGDU,
        countyCode: null,
        sectorCode: "O0",
        inShortage: false,
        mainlySkilled: null,
        groupCode: null,
        inDirectory: false,
        frontlineHeadcount: null,
        launchedOn: null,
        directPlanFiledOn: null,
        planned: false,
      },
    ]);
  });
});

describe("推荐单位（隶属关系） (五(一))", () => {
  const province = { responsibilityCode: "510000", department: "省国资委" };
  const zigong = { responsibilityCode: ZIGONG, department: null };

  it("missing is the city's bureau, and follows the city when that changes", () => {
    const memory = folded(aClaim("2025-01-01", { cityCode: CHENGDU }), aClaim("2026-01-01", { cityCode: ZIGONG }));
    expect(segmentAt(memory, "2025-12-31").responsibilityCode).toBe(CHENGDU);
    expect(segmentAt(memory, "2026-01-01").responsibilityCode).toBe(ZIGONG);
  });

  it("empty is the same as missing", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU, recommender: null }),
      aClaim("2026-01-01", { cityCode: ZIGONG, recommender: null }),
    );
    expect(segmentsOf(memory).map((segment) => segment.responsibilityCode)).toEqual([CHENGDU, ZIGONG]);
  });

  it("stated stays when the city changes", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU, recommender: province }),
      aClaim("2026-01-01", { cityCode: ZIGONG }),
    );
    expect(segmentAt(memory, "2026-01-01")).toMatchObject({
      cityCode: ZIGONG,
      responsibilityCode: "510000",
      department: "省国资委",
    });
  });

  it("may be another city than where the unit is", () => {
    const memory = folded(aClaim("2025-01-01", { cityCode: CHENGDU, recommender: zigong }));
    expect(segmentAt(memory, "2025-01-01")).toMatchObject({ cityCode: CHENGDU, responsibilityCode: ZIGONG });
  });

  it("emptied hands the unit back to its city's bureau from that day, with no department left", () => {
    const memory = folded(
      aClaim("2025-01-01", { cityCode: CHENGDU, recommender: province }),
      aClaim("2026-01-01", { recommender: null }),
    );
    expect(segmentAt(memory, "2025-12-31")).toMatchObject({ responsibilityCode: "510000", department: "省国资委" });
    expect(segmentAt(memory, "2026-01-01")).toMatchObject({ responsibilityCode: CHENGDU, department: null });
  });

  it("said with the same words is no change", () => {
    const memory = folded(aClaim("2025-01-01", { recommender: province }));
    expect(changedAttributes(memory, aClaim("2026-01-01", { recommender: { ...province } }))).toEqual([]);
    expect(
      changedAttributes(memory, aClaim("2026-01-01", { recommender: { ...province, department: "省经信厅" } })),
    ).toEqual(["recommender"]);
  });
});

describe("any other fact (ledgers.md 5)", () => {
  it("is at first what its row says", () => {
    expect(foldClaim("CERTIFICATE", null, { level: "SENIOR", withdrawnOn: null })).toEqual({
      level: "SENIOR",
      withdrawnOn: null,
    });
  });

  it("keeps what a missing column does not speak of, and loses what an empty cell empties", () => {
    const state = { quarterEnd: "2026-03-31", skilledHeadcount: 100, internHeadcount: 7, filledBy: "甲" };
    expect(foldClaim("HEADCOUNT", state, { skilledHeadcount: 110, internHeadcount: null })).toEqual({
      quarterEnd: "2026-03-31",
      skilledHeadcount: 110,
      internHeadcount: null,
      filledBy: "甲",
    });
    expect(foldClaim("HEADCOUNT", state, { filledBy: undefined })).toEqual(state);
  });

  it("a count of 0 is a value, not an empty cell", () => {
    expect(foldClaim("HEADCOUNT", { skilledHeadcount: 100 }, { skilledHeadcount: 0 })).toEqual({ skilledHeadcount: 0 });
  });

  it.each([
    ["FILING_TERM", "withdrawnOn"],
    ["CERTIFICATE", "withdrawnOn"],
    ["TITLE", "cancelledOn"],
  ] as const)("the day of withdrawal of a %s is not taken back by an empty cell", (kind, column) => {
    const state = { [column]: "2026-03-01", other: 1 };
    expect(foldClaim(kind, state, { [column]: null, other: null })).toEqual({ [column]: "2026-03-01", other: null });
    expect(foldClaim(kind, state, {})).toEqual(state);
    expect(foldClaim(kind, state, { [column]: "2026-04-01" })).toEqual({ [column]: "2026-04-01", other: 1 });
    expect(foldClaim(kind, { [column]: null }, { [column]: "2026-04-01" })).toEqual({ [column]: "2026-04-01" });
  });

  it("no other day is sticky", () => {
    expect(foldClaim("CERTIFICATE", { issuedOn: "2026-03-01" }, { issuedOn: null })).toEqual({ issuedOn: null });
    expect(foldClaim("TITLE", { engagedOn: "2026-03-01" }, { engagedOn: null })).toEqual({ engagedOn: null });
    expect(foldClaim("FILING_TERM", { filedOn: "2026-03-01" }, { filedOn: null })).toEqual({ filedOn: null });
  });

  it("leaves the state that it starts from as it was", () => {
    const state = Object.freeze({ level: "SENIOR" });
    expect(foldClaim("CERTIFICATE", state, { level: "TECHNICIAN" })).toEqual({ level: "TECHNICIAN" });
    expect(state).toEqual({ level: "SENIOR" });
  });
});

describe("canonical content", () => {
  it("is the same whatever the order of the columns, and whether an empty cell had a column", () => {
    expect(canonical({ a: 1, b: "x", c: null })).toBe(canonical({ b: "x", a: 1 }));
    expect(canonical({ a: undefined })).toBe(canonical({}));
  });

  it("is another for another value, for 0 beside empty, and for a number beside its text", () => {
    expect(canonical({ a: 1 })).not.toBe(canonical({ a: 2 }));
    expect(canonical({ a: 0 })).not.toBe(canonical({ a: null }));
    expect(canonical({ a: 1 })).not.toBe(canonical({ a: "1" }));
    expect(canonical({ a: false })).not.toBe(canonical({}));
  });
});

// ------------------------------------------------------------------------------------------------------- properties

const days = fc.integer({ min: 0, max: 30 }).map((number) => addDays("2026-01-01", number));
const claims = fc.array(
  fc.record(
    {
      creditCode: fc.constant("91510100MA00000000"),
      effectiveOn: days,
      cityCode: fc.constantFrom(CHENGDU, ZIGONG, LUZHOU),
      countyCode: fc.option(fc.constantFrom("510104", "510302")),
      ownership: fc.constantFrom("LOCAL_SOE" as const, "LARGE_PRIVATE" as const),
      recommender: fc.option(fc.constantFrom({ responsibilityCode: "510000", department: "省国资委" })),
      frontlineHeadcount: fc.option(fc.nat(9)),
    },
    { requiredKeys: ["creditCode", "effectiveOn"] },
  ),
  { minLength: 1, maxLength: 8 },
);

describe("an enterprise's memory, for any claims", () => {
  it("begins at the beginning and goes forward", () => {
    fc.assert(
      fc.property(claims, (list) => {
        const segments = segmentsOf(folded(...list));
        expect(segments[0]!.from).toBe(THE_BEGINNING);
        segments.slice(1).forEach((segment, index) => {
          expect(segment.from > segments[index]!.from).toBe(true);
        });
      }),
    );
  });

  it("keeps one value of an attribute for a day", () => {
    fc.assert(
      fc.property(claims, (list) => {
        for (const entries of Object.values(folded(...list).timed)) {
          expect(new Set(entries.map((entry) => entry.from)).size).toBe(entries.length);
        }
      }),
    );
  });

  it("says at its day what the last claim said, and leaves every day before that as it was", () => {
    fc.assert(
      fc.property(claims, claims, days, (list, [claim], day) => {
        const before = folded(...list);
        const after = foldEnterprise(before, claim!);
        const then = segmentAt(after, claim!.effectiveOn);
        if (claim!.cityCode !== undefined) expect(then.cityCode).toBe(claim!.cityCode);
        if (claim!.countyCode !== undefined) expect(then.countyCode).toBe(claim!.countyCode);
        if (claim!.ownership !== undefined) expect(then.ownership).toBe(claim!.ownership);
        const known = before.timed.cityCode !== undefined;
        if (known && day < claim!.effectiveOn) {
          expect(segmentAt(after, day).cityCode).toBe(segmentAt(before, day).cityCode);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is the same after the last claim has come twice", () => {
    fc.assert(
      fc.property(claims, (list) => {
        const once = folded(...list);
        expect(foldEnterprise(once, list.at(-1)!)).toEqual(once);
        expect(changedAttributes(once, list.at(-1)!)).toEqual([]);
      }),
    );
  });

  it("names as changed exactly the known attributes that another day's reader would see change", () => {
    fc.assert(
      fc.property(claims, claims, (list, [claim]) => {
        const before = folded(...list);
        const after = foldEnterprise(before, claim!);
        for (const attribute of ["cityCode", "countyCode", "ownership"] as const) {
          const changes = changedAttributes(before, claim!).includes(attribute);
          const known = before.timed[attribute] !== undefined;
          const [was, is] = [before, after].map((memory) => segmentAt(memory, claim!.effectiveOn)[attribute]);
          if (known) expect(changes).toBe(was !== is);
          else expect(changes).toBe(false);
        }
      }),
    );
  });
});

describe("fact kinds", () => {
  it("each fold: what is stated replaces, what is not stays", () => {
    for (const kind of FACT_KINDS) expect(foldClaim(kind, { a: 1, b: 2 }, { b: 3 })).toEqual({ a: 1, b: 3 });
  });
});
