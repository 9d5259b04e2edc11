import fc from "fast-check";
import { describe, expect, it } from "vitest";
import cities from "../../schema/reference/cities.json" with { type: "json" };
import sectors from "../../schema/reference/sectors.json" with { type: "json" };
import { answerTrend } from "../../server/figures/coverage.ts";
import {
  COVERAGE_DIMENSIONS,
  type CountSource,
  type CoverageCounts,
  type CoverageFilter,
  type CoverageRequest,
  type TitleLevel,
} from "../../server/figures/shapes.ts";
import { addDays, type Day, dayNumber, THE_BEGINNING } from "../../server/policy/day.ts";
import { type CoverageDefinition, HEADLINE } from "../../server/policy/definition.ts";
import { levelIndex, type SkillLevel } from "../../server/policy/levels.ts";
import type { MovementFact } from "../../server/policy/whereabouts.ts";
import { OWNERSHIPS, SECTOR_SYSTEMS } from "../../server/policy/words.ts";
import { type HeadRow, Heads, headColumns } from "../../server/tallies/heads.ts";
import type { TitleHolder, TitleRow } from "../../server/tallies/load-titles.ts";
import type { Report, Segment, Term, Unit } from "../../server/tallies/load-units.ts";
import { headsKey, LedgerView } from "../../server/tallies/view.ts";

const CHENGDU = "510100";
const ZIGONG = "510300";
const LIANGSHAN = "513400";
const PROVINCE = "510000";
const TODAY = "2026-10-31";

// ---------------------------------------------------------------------------------------------- columns built by hand

type Said = Partial<Omit<Segment, "from">>;

/** An enterprise: a local SOE in Chengdu with nothing else known of it, unless said otherwise. */
class UnitBuilder {
  readonly heads: { level: number; on: Day; count: number; definition: string | null }[] = [];

  constructor(readonly unit: Unit) {}

  /** From a day on it is otherwise. */
  becoming(from: Day, said: Said): this {
    this.unit.segments.push({ ...this.unit.segments.at(-1)!, ...said, from });
    return this;
  }

  filed(validFrom: Day, validUntil: Day, withdrawnOn: Day | null = null): this {
    this.unit.terms.push({ filingNumber: "S000051000000", validFrom, validUntil, withdrawnOn, scope: [] } as Term);
    return this;
  }

  reporting(quarterEnd: Day, skilledHeadcount: number, others: Partial<Report> = {}): this {
    this.unit.reports.push({
      quarterEnd,
      skilledHeadcount,
      internHeadcount: 0,
      apprenticeCount: 0,
      ownCertifiedCount: null,
      ...others,
    });
    return this;
  }

  /** So many people more from a day on; for one definition only, or for all of them. */
  withHolders(count: number, level: SkillLevel = "SENIOR", on: Day = "2020-01-01", only?: CoverageDefinition): this {
    this.heads.push({ level: levelIndex(level), on, count, definition: only ? headsKey(only) : null });
    return this;
  }
}

let units = 0;

function anEnterprise(
  said: Said & Partial<Pick<Unit, "creditCode" | "inDirectory" | "frontlineHeadcount" | "launchedOn" | "planned">> = {},
): UnitBuilder {
  units++;
  const {
    creditCode = `9151${String(units).padStart(14, "0")}`,
    inDirectory = false,
    frontlineHeadcount = null,
    launchedOn = null,
    planned = false,
    ...attributes
  } = said;
  const cityCode = attributes.cityCode ?? CHENGDU;
  return new UnitBuilder({
    id: units,
    creditCode,
    segments: [
      {
        from: THE_BEGINNING,
        name: `单位${units}`,
        ownership: "LOCAL_SOE",
        responsibilityCode: cityCode,
        department: null,
        cityCode,
        countyCode: cityCode,
        sectorCode: "O0",
        inShortage: false,
        mainlySkilled: null,
        groupCode: creditCode,
        ...attributes,
      },
    ],
    inDirectory,
    frontlineHeadcount,
    launchedOn,
    planned,
    terms: [],
    reports: [],
  });
}

interface Others {
  readonly titleHolders?: readonly TitleHolder[];
  /** People at units that the ledger has only heard of. */
  readonly atUnknownUnits?: readonly { readonly level: SkillLevel; readonly on: Day; readonly count: number }[];
  readonly asKnownAt?: (day: Day) => CountSource;
}

function aView(builders: readonly UnitBuilder[], { titleHolders = [], atUnknownUnits = [], asKnownAt }: Others = {}) {
  const sorted = [...builders].sort((a, b) => (a.unit.creditCode < b.unit.creditCode ? -1 : 1));
  const unknownUnits = atUnknownUnits.map((_, index) => 900_000 + index);
  const headsOf = (definition: CoverageDefinition): Heads => {
    const rows: HeadRow[] = sorted.flatMap((builder, place) =>
      builder.heads
        .filter((head) => head.definition === null || head.definition === headsKey(definition))
        .map(({ level, on, count }) => ({ place, level, day: dayNumber(on), delta: count })),
    );
    atUnknownUnits.forEach(({ level, on, count }, index) => {
      rows.push({ place: sorted.length + index, level: levelIndex(level), day: dayNumber(on), delta: count });
    });
    return new Heads(headColumns(rows), sorted.length + unknownUnits.length);
  };
  const columns = {
    revision: 1,
    units: sorted.map((builder) => builder.unit),
    unitById: new Map(sorted.map((builder, place) => [builder.unit.id, place])),
    titleHolders,
    firstRecordedOn: "2026-01-01",
    unknownUnits,
  };
  return new LedgerView(columns, TODAY, headsOf, asKnownAt);
}

function aRequest(others: Partial<CoverageRequest> = {}): CoverageRequest {
  return { asOf: TODAY, groupBy: [], filter: {}, basis: "REGISTER", definition: HEADLINE, ...others };
}

/** The province's one row. */
function countsOf(builders: readonly UnitBuilder[], others: Partial<CoverageRequest> = {}): CoverageCounts {
  const rows = aView(builders).countCoverage(aRequest(others));
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0]!;
}

/** A unit of 100 skilled people that reported for the third quarter of 2026. */
function aReportedUnit(holders: number, said: Parameters<typeof anEnterprise>[0] = {}): UnitBuilder {
  return anEnterprise(said).reporting("2026-09-30", 100).withHolders(holders);
}

// -------------------------------------------------------------------------------------------------------------- reports

describe("a unit's report (domain.md §3, Skilled headcount; DECISIONS F5)", () => {
  const unit = () => anEnterprise().reporting("2025-12-31", 100).withHolders(60);
  const headcountOn = (asOf: Day) => countsOf([unit()], { asOf }).skilledHeadcount;

  it("counts from its quarter-end on, not the day before", () => {
    expect(countsOf([unit()], { asOf: "2025-12-30" })).toMatchObject({
      skilledHeadcount: 0,
      unreportedEnterpriseCount: 1,
      overdueEnterpriseCount: 0,
    });
    expect(headcountOn("2025-12-31")).toBe(100);
  });

  it("counts through the next quarter-end, until the day before the second one", () => {
    expect(headcountOn("2026-03-31")).toBe(100);
    expect(headcountOn("2026-06-29")).toBe(100);
    expect(countsOf([unit()], { asOf: "2026-06-30" })).toMatchObject({
      enterpriseCount: 1,
      unreportedEnterpriseCount: 1,
      overdueEnterpriseCount: 1,
      skilledHeadcount: 0,
      certifiedHeadcount: 0,
      certifiedOnRegister: 60,
      certifiedAtUnreported: 60,
      lastKnownHeadcount: 100,
    });
  });

  it("of the end of March is stale from the end of September", () => {
    const spring = anEnterprise().reporting("2026-03-31", 80);
    expect(countsOf([spring], { asOf: "2026-09-29" }).skilledHeadcount).toBe(80);
    expect(countsOf([spring], { asOf: "2026-09-30" }).skilledHeadcount).toBe(0);
  });

  it("gives way to the next one on that one's quarter-end, and not before", () => {
    const twice = anEnterprise().reporting("2025-12-31", 100).reporting("2026-03-31", 120);
    expect(countsOf([twice], { asOf: "2026-03-30" }).skilledHeadcount).toBe(100);
    expect(countsOf([twice], { asOf: "2026-03-31" }).skilledHeadcount).toBe(120);
  });

  it("of 0 is a report: the unit is reported, has no target to reach and never attains", () => {
    expect(countsOf([anEnterprise().reporting("2026-09-30", 0)])).toMatchObject({
      enterpriseCount: 1,
      unreportedEnterpriseCount: 0,
      targetedEnterpriseCount: 0,
      attainingEnterpriseCount: 0,
      skilledHeadcount: 0,
    });
  });

  it("missing altogether leaves the front line's count as last known, else nothing (DECISIONS F9)", () => {
    expect(countsOf([anEnterprise({ frontlineHeadcount: 70 })])).toMatchObject({
      unreportedEnterpriseCount: 1,
      overdueEnterpriseCount: 0,
      lastKnownHeadcount: 70,
    });
    expect(countsOf([anEnterprise()])).toMatchObject({ unreportedEnterpriseCount: 1, lastKnownHeadcount: 0 });
  });

  it("however old goes before the front line's count", () => {
    const unit = anEnterprise({ frontlineHeadcount: 70 }).reporting("2021-03-31", 55);
    expect(countsOf([unit]).lastKnownHeadcount).toBe(55);
    expect(countsOf([unit], { asOf: "2021-03-30" }).lastKnownHeadcount).toBe(70);
  });
});

// ------------------------------------------------------------------------------------------------------ the population

describe("the population in the counts", () => {
  it("holds an SOE without a filing, and a private enterprise only with one", () => {
    const unfiled = [aReportedUnit(1), aReportedUnit(1, { ownership: "LARGE_PRIVATE" })];
    expect(countsOf(unfiled)).toMatchObject({ enterpriseCount: 1, ownerships: ["LOCAL_SOE"] });
    const filed = aReportedUnit(1, { ownership: "LARGE_PRIVATE" }).filed("2026-10-31", "2029-10-30");
    expect(countsOf([filed], { asOf: "2026-10-31" }).enterpriseCount).toBe(1);
    expect(aView([filed]).countCoverage(aRequest({ asOf: "2026-10-30" }))).toEqual([]);
  });

  it("marks those that are in it by the 180 days alone", () => {
    const lapsed = aReportedUnit(1, { ownership: "LARGE_PRIVATE" }).filed("2023-05-05", "2026-05-04");
    expect(countsOf([lapsed], { asOf: "2026-05-04" }).lapsedEnterpriseCount).toBe(0);
    expect(countsOf([lapsed], { asOf: "2026-10-31" })).toMatchObject({ enterpriseCount: 1, lapsedEnterpriseCount: 1 });
    expect(aView([lapsed]).countCoverage(aRequest({ asOf: "2026-11-01" }))).toEqual([]);
  });

  it("follows a unit's class on the day itself", () => {
    const sold = aReportedUnit(1).becoming("2026-06-01", { ownership: "LARGE_PRIVATE" });
    expect(countsOf([sold], { asOf: "2026-05-31" }).ownerships).toEqual(["LOCAL_SOE"]);
    expect(aView([sold]).countCoverage(aRequest({ asOf: "2026-06-01" }))).toEqual([]);
  });

  it("leaves holders at other units out, and counts them beside: outside it and at units nobody knows", () => {
    const view = aView([aReportedUnit(50), aReportedUnit(7, { ownership: "OTHER" }).withHolders(4, "APPRENTICE")], {
      atUnknownUnits: [
        { level: "JUNIOR", on: "2026-01-01", count: 3 },
        { level: "APPRENTICE", on: "2026-01-01", count: 9 },
      ],
    });
    expect(view.countCoverage(aRequest())[0]!.certifiedOnRegister).toBe(50);
    expect(view.countOutsidePopulation(TODAY)).toBe(10);
    expect(view.countOutsidePopulation("2025-12-31")).toBe(7);
    expect(view.countOutsidePopulation("2019-12-31")).toBe(0);
  });
});

// ------------------------------------------------------------------------------------------------------- the numerator

describe("certified people", () => {
  it("are 初级工 and above; 学徒工 only when asked for (四(五), DECISIONS F8)", () => {
    const unit = () =>
      aReportedUnit(0).withHolders(5, "APPRENTICE").withHolders(7, "JUNIOR").withHolders(2, "CHIEF_TECHNICIAN");
    expect(countsOf([unit()])).toMatchObject({ certifiedHeadcount: 9, certifiedOnRegister: 9 });
    expect(countsOf([unit()], { definition: { ...HEADLINE, apprentices: true } })).toMatchObject({
      certifiedHeadcount: 14,
      certifiedOnRegister: 14,
    });
  });

  it("count from the end of their own day on", () => {
    const unit = aReportedUnit(0).withHolders(5, "SENIOR", "2026-10-15");
    expect(countsOf([unit], { asOf: "2026-10-14" }).certifiedHeadcount).toBe(0);
    expect(countsOf([unit], { asOf: "2026-10-15" }).certifiedHeadcount).toBe(5);
  });

  it("attain the class's target by exactly that number, and not by one person less", () => {
    for (const [ownership, percent] of [
      ["PROVINCIAL_SOE", 95],
      ["LOCAL_SOE", 85],
    ] as const) {
      expect(countsOf([aReportedUnit(percent, { ownership })])).toMatchObject({
        targetedEnterpriseCount: 1,
        attainingEnterpriseCount: 1,
        unitGapHeadcount: 0,
      });
      expect(countsOf([aReportedUnit(percent - 1, { ownership })])).toMatchObject({
        targetedEnterpriseCount: 1,
        attainingEnterpriseCount: 0,
        unitGapHeadcount: 1,
      });
    }
  });

  it("at a unit of a class without target are counted and held against nothing", () => {
    const central = aReportedUnit(100, { ownership: "CENTRAL_SOE" }).filed("2024-01-01", "2026-12-31");
    expect(countsOf([central])).toMatchObject({
      enterpriseCount: 1,
      certifiedHeadcount: 100,
      targetedEnterpriseCount: 0,
      attainingEnterpriseCount: 0,
      unitGapHeadcount: 0,
    });
  });

  it("as many as the headcount are everybody, not a fault", () => {
    expect(countsOf([aReportedUnit(100)])).toMatchObject({ faultyEnterpriseCount: 0, attainingEnterpriseCount: 1 });
  });

  it("above the headcount are a fault: counted at the headcount, shown as they are, never attaining", () => {
    expect(countsOf([aReportedUnit(101)])).toMatchObject({
      faultyEnterpriseCount: 1,
      targetedEnterpriseCount: 1,
      attainingEnterpriseCount: 0,
      skilledHeadcount: 100,
      certifiedHeadcount: 100,
      certifiedOnRegister: 101,
      certifiedOverHeadcount: 1,
      unitGapHeadcount: 0,
    });
  });

  it("at a unit that reported 0 are all above the headcount", () => {
    const unit = anEnterprise().reporting("2026-09-30", 0).withHolders(3);
    expect(countsOf([unit])).toMatchObject({
      faultyEnterpriseCount: 1,
      targetedEnterpriseCount: 0,
      certifiedHeadcount: 0,
      certifiedOnRegister: 3,
      certifiedOverHeadcount: 3,
    });
  });

  it("of one unit's surplus do not fill another's gap", () => {
    expect(countsOf([aReportedUnit(100), aReportedUnit(70)])).toMatchObject({
      certifiedHeadcount: 170,
      skilledHeadcount: 200,
      unitGapHeadcount: 15,
      attainingEnterpriseCount: 1,
    });
  });
});

// -------------------------------------------------------------------------------------------------------- the switches

describe("the switches (DECISIONS F6, F7)", () => {
  const withoutInterns = { ...HEADLINE, interns: false };

  it("interns: false takes them out of the headcount and asks for other heads", () => {
    const unit = anEnterprise()
      .reporting("2026-09-30", 100, { internHeadcount: 20 })
      .withHolders(70, "SENIOR", "2020-01-01", HEADLINE)
      .withHolders(65, "SENIOR", "2020-01-01", withoutInterns);
    expect(countsOf([unit])).toMatchObject({ skilledHeadcount: 100, certifiedHeadcount: 70 });
    expect(countsOf([unit], { definition: withoutInterns })).toMatchObject({
      skilledHeadcount: 80,
      certifiedHeadcount: 65,
    });
  });

  it("interns: false counts an empty cell as 0, and never below 0", () => {
    const headcount = (internHeadcount: number) =>
      countsOf([anEnterprise().reporting("2026-09-30", 10, { internHeadcount })], { definition: withoutInterns })
        .skilledHeadcount;
    expect([headcount(0), headcount(10), headcount(11)]).toEqual([10, 0, 0]);
  });

  it("interns: false holds for the last known headcount of an unreported unit too", () => {
    const stale = anEnterprise().reporting("2025-03-31", 100, { internHeadcount: 20 });
    expect(countsOf([stale]).lastKnownHeadcount).toBe(100);
    expect(countsOf([stale], { definition: withoutInterns }).lastKnownHeadcount).toBe(80);
  });

  it("each of the three asks for heads of its own, and 学徒工 needs none", () => {
    const keys = [true, false].flatMap((interns) =>
      [true, false].flatMap((outsideCertificates) =>
        [true, false].map((qualifications) =>
          headsKey({ apprentices: false, interns, outsideCertificates, qualifications }),
        ),
      ),
    );
    expect(new Set(keys).size).toBe(8);
    expect(headsKey({ ...HEADLINE, apprentices: true })).toBe(headsKey(HEADLINE));
  });

  it("one view answers one definition after the other, on the same day, without mixing them", () => {
    const withoutOutside = { ...HEADLINE, outsideCertificates: false };
    const view = aView([
      anEnterprise()
        .reporting("2026-09-30", 100)
        .withHolders(70, "SENIOR", "2020-01-01", HEADLINE)
        .withHolders(50, "SENIOR", "2020-01-01", withoutOutside),
    ]);
    const certified = (definition: CoverageDefinition) =>
      view.countCoverage(aRequest({ definition }))[0]!.certifiedHeadcount;
    expect([certified(HEADLINE), certified(withoutOutside), certified(HEADLINE)]).toEqual([70, 50, 70]);
  });
});

describe("the basis REPORTED (domain.md §3, Basis)", () => {
  const basis = "REPORTED";
  const unit = (ownCertifiedCount: number | null, others: Partial<Report> = {}) =>
    anEnterprise()
      .reporting("2026-09-30", 100, { ownCertifiedCount, ...others })
      .withHolders(60);

  it("counts what the unit says, and keeps the register's count beside it", () => {
    expect(countsOf([unit(85)], { basis })).toMatchObject({
      certifiedHeadcount: 85,
      certifiedOnRegister: 60,
      attainingEnterpriseCount: 1,
      unitGapHeadcount: 0,
    });
    expect(countsOf([unit(84)], { basis })).toMatchObject({ attainingEnterpriseCount: 0, unitGapHeadcount: 1 });
  });

  it("counts a unit's own 0 as 0, and a unit without own count as unreported", () => {
    expect(countsOf([unit(0)], { basis })).toMatchObject({ certifiedHeadcount: 0, unreportedEnterpriseCount: 0 });
    expect(countsOf([unit(null)], { basis })).toMatchObject({
      unreportedEnterpriseCount: 1,
      skilledHeadcount: 0,
      certifiedHeadcount: 0,
      certifiedAtUnreported: 60,
      lastKnownHeadcount: 100,
    });
    expect(countsOf([unit(null)]).unreportedEnterpriseCount).toBe(0);
  });

  it("pools only the units with an own count, where others have none", () => {
    expect(countsOf([unit(40), unit(null), unit(90)], { basis })).toMatchObject({
      enterpriseCount: 3,
      unreportedEnterpriseCount: 1,
      skilledHeadcount: 200,
      certifiedHeadcount: 130,
      certifiedOnRegister: 180,
    });
  });

  it("takes the latest report or none: an older one with an own count does not stand in", () => {
    const later = anEnterprise().reporting("2026-06-30", 100, { ownCertifiedCount: 50 }).reporting("2026-09-30", 100);
    expect(countsOf([later], { basis, asOf: "2026-09-29" }).certifiedHeadcount).toBe(50);
    expect(countsOf([later], { basis, asOf: "2026-09-30" }).unreportedEnterpriseCount).toBe(1);
  });

  it("adds 学徒工 when asked for, and is not changed by outside certificates or qualifications (DECISIONS F7, F8)", () => {
    const own = (definition: Partial<CoverageDefinition>) =>
      countsOf([unit(50, { apprenticeCount: 6 })], { basis, definition: { ...HEADLINE, ...definition } })
        .certifiedHeadcount;
    expect(own({})).toBe(50);
    expect(own({ apprentices: true })).toBe(56);
    expect(own({ outsideCertificates: false, qualifications: false })).toBe(50);
  });

  it("takes interns out of the headcount only, since the units' own counts do not split (DECISIONS F6)", () => {
    expect(
      countsOf([unit(85, { internHeadcount: 20 })], { basis, definition: { ...HEADLINE, interns: false } }),
    ).toMatchObject({
      skilledHeadcount: 80,
      certifiedHeadcount: 80,
      faultyEnterpriseCount: 1,
      attainingEnterpriseCount: 0,
    });
  });

  it("finds its own faults: more holders said than staff", () => {
    expect(countsOf([unit(101)], { basis })).toMatchObject({ faultyEnterpriseCount: 1, certifiedHeadcount: 100 });
    expect(countsOf([unit(101)])).toMatchObject({ faultyEnterpriseCount: 0, certifiedHeadcount: 60 });
  });

  it("leaves what the register counts above the headcount as it is", () => {
    const over = (own: number, holders: number) =>
      countsOf([anEnterprise().reporting("2026-09-30", 100, { ownCertifiedCount: own }).withHolders(holders)], {
        basis,
      }).certifiedOverHeadcount;
    expect([over(120, 90), over(90, 120), over(130, 120)]).toEqual([0, 20, 20]);
  });

  it("is stale when the register's is", () => {
    const stale = anEnterprise().reporting("2026-03-31", 100, { ownCertifiedCount: 50 });
    expect(countsOf([stale], { basis, asOf: "2026-09-29" }).certifiedHeadcount).toBe(50);
    expect(countsOf([stale], { basis, asOf: "2026-09-30" })).toMatchObject({
      overdueEnterpriseCount: 1,
      certifiedHeadcount: 0,
    });
  });
});

// ------------------------------------------------------------------------------------------------------------- filters

describe("filters (api.md)", () => {
  const view = aView([
    aReportedUnit(1, { cityCode: CHENGDU, sectorCode: "I1", inShortage: true, creditCode: "91510000000000001A" }),
    aReportedUnit(2, { cityCode: ZIGONG, sectorCode: "I2", creditCode: "91510000000000002A" }),
    aReportedUnit(4, {
      cityCode: ZIGONG,
      sectorCode: "A01",
      ownership: "PROVINCIAL_SOE",
      responsibilityCode: PROVINCE,
    }),
    aReportedUnit(8, { cityCode: LIANGSHAN, countyCode: "513401", sectorCode: "U0", inShortage: true }),
  ]);
  const certified = (filter: CoverageFilter) =>
    view.countCoverage(aRequest({ filter })).reduce((sum, row) => sum + row.certifiedHeadcount, 0);

  it.each<[string, CoverageFilter, number]>([
    ["nothing", {}, 15],
    ["lists that are left out", { cities: undefined, inShortage: undefined }, 15],
    ["one city", { cities: [ZIGONG] }, 6],
    ["two cities, OR within the list", { cities: [CHENGDU, LIANGSHAN] }, 9],
    ["a city and a class, AND between the lists", { cities: [ZIGONG], ownerships: ["PROVINCIAL_SOE"] }, 4],
    ["two that exclude each other", { cities: [CHENGDU], ownerships: ["PROVINCIAL_SOE"] }, 0],
    ["an empty list, which matches nothing", { cities: [] }, 0],
    ["an empty list beside a full one", { cities: [ZIGONG], sectors: [] }, 0],
    ["an unknown value", { cities: ["999999"] }, 0],
    ["a county", { counties: ["513401"] }, 8],
    ["no county stated, by the city's code", { counties: [CHENGDU] }, 1],
    ["省本级", { responsibilities: [PROVINCE] }, 4],
    ["a city's bureau, without the provincial units there", { responsibilities: [ZIGONG] }, 2],
    ["a system of sectors", { sectorSystems: ["INDUSTRY_5_1"] }, 3],
    ["the shortage sector", { sectorSystems: ["SHORTAGE"] }, 8],
    ["a sector", { sectors: ["I2", "A01"] }, 6],
    ["the shortage mark, whatever the sector", { inShortage: true }, 9],
    ["no shortage mark", { inShortage: false }, 6],
    ["enterprises", { creditCodes: ["91510000000000001A", "91510000000000002A"] }, 3],
  ])("by %s", (_, filter, count) => {
    expect(certified(filter)).toBe(count);
  });

  it("hold by what the unit is on the day asked for", () => {
    const moved = aReportedUnit(1).becoming("2026-06-01", { cityCode: ZIGONG, responsibilityCode: ZIGONG });
    const inCity = (city: string, asOf: Day) =>
      aView([moved]).countCoverage(aRequest({ asOf, filter: { cities: [city] } })).length;
    expect([inCity(CHENGDU, "2026-05-31"), inCity(ZIGONG, "2026-05-31")]).toEqual([1, 0]);
    expect([inCity(CHENGDU, "2026-06-01"), inCity(ZIGONG, "2026-06-01")]).toEqual([0, 1]);
  });
});

// -------------------------------------------------------------------------------------------------------------- groups

describe("grouping (api.md)", () => {
  it("by city comes in the official order, whatever the order of the units", () => {
    const shuffled = [...cities.items].reverse().map((city) => aReportedUnit(1, { cityCode: city.code }));
    const rows = aView(shuffled).countCoverage(aRequest({ groupBy: ["CITY"] }));
    expect(rows.map((row) => row.group.cityCode)).toEqual(cities.items.map((city) => city.code));
  });

  it("by responsibility has the 21 cities and 省本级 after them", () => {
    const built = [PROVINCE, ...[...cities.items].reverse().map((city) => city.code)].map((responsibilityCode) =>
      aReportedUnit(1, { responsibilityCode }),
    );
    const rows = aView(built).countCoverage(aRequest({ groupBy: ["RESPONSIBILITY"] }));
    expect(rows.map((row) => row.group.responsibilityCode)).toEqual([
      ...cities.items.map((city) => city.code),
      PROVINCE,
    ]);
  });

  it("by system, sector and class comes in the plan's order", () => {
    const all = sectors.systems.flatMap((system) => system.items.map((sector) => sector.code));
    const view = aView([...all].reverse().map((sectorCode) => aReportedUnit(1, { sectorCode })));
    expect(view.countCoverage(aRequest({ groupBy: ["SECTOR"] })).map((row) => row.group.sectorCode)).toEqual(all);
    expect(view.countCoverage(aRequest({ groupBy: ["SECTOR_SYSTEM"] })).map((row) => row.group.sectorSystem)).toEqual([
      ...SECTOR_SYSTEMS,
    ]);
    const classes = [...OWNERSHIPS]
      .reverse()
      .map((ownership) => aReportedUnit(1, { ownership }).filed("2024-01-01", "2027-12-31"));
    expect(
      aView(classes)
        .countCoverage(aRequest({ groupBy: ["OWNERSHIP"] }))
        .map((row) => row.group.ownership),
    ).toEqual([...OWNERSHIPS]);
  });

  it("by county comes city by city, 未填 under the city's code behind that city's counties", () => {
    const codes = [
      [ZIGONG, ZIGONG],
      [ZIGONG, "510322"],
      [CHENGDU, CHENGDU],
      [CHENGDU, "510185"],
      [CHENGDU, "510104"],
      [LIANGSHAN, "513401"],
    ] as const;
    const view = aView(codes.map(([cityCode, countyCode]) => aReportedUnit(1, { cityCode, countyCode })));
    expect(view.countCoverage(aRequest({ groupBy: ["COUNTY"] })).map((row) => row.group.countyCode)).toEqual([
      "510104",
      "510185",
      CHENGDU,
      "510322",
      ZIGONG,
      "513401",
    ]);
  });

  it("by enterprise and by group comes by credit code; a unit of no group is its own", () => {
    const view = aView([
      aReportedUnit(1, { creditCode: "91510000000000009A" }),
      aReportedUnit(2, { creditCode: "91510000000000001A", groupCode: "91510000000000009A" }),
      aReportedUnit(4, { creditCode: "91510000000000005A" }),
    ]);
    expect(view.countCoverage(aRequest({ groupBy: ["ENTERPRISE"] })).map((row) => row.group.creditCode)).toEqual([
      "91510000000000001A",
      "91510000000000005A",
      "91510000000000009A",
    ]);
    expect(
      view.countCoverage(aRequest({ groupBy: ["GROUP"] })).map((row) => [row.group.groupCode, row.certifiedHeadcount]),
    ).toEqual([
      ["91510000000000005A", 4],
      ["91510000000000009A", 3],
    ]);
  });

  it("by two dimensions goes by the first asked for, then the second, and names only those two", () => {
    const view = aView([
      aReportedUnit(1, { cityCode: ZIGONG, ownership: "PROVINCIAL_SOE" }),
      aReportedUnit(2, { cityCode: ZIGONG }),
      aReportedUnit(4, { cityCode: CHENGDU }),
    ]);
    const groups = (groupBy: CoverageRequest["groupBy"]) =>
      view.countCoverage(aRequest({ groupBy })).map((row) => row.group);
    expect(groups(["CITY", "OWNERSHIP"])).toEqual([
      { cityCode: CHENGDU, ownership: "LOCAL_SOE" },
      { cityCode: ZIGONG, ownership: "PROVINCIAL_SOE" },
      { cityCode: ZIGONG, ownership: "LOCAL_SOE" },
    ]);
    expect(groups(["OWNERSHIP", "CITY"])).toEqual([
      { ownership: "PROVINCIAL_SOE", cityCode: ZIGONG },
      { ownership: "LOCAL_SOE", cityCode: CHENGDU },
      { ownership: "LOCAL_SOE", cityCode: ZIGONG },
    ]);
  });

  it("of a trend has the same order as that of a day, though a group comes in later", () => {
    const view = aView([
      aReportedUnit(1, { cityCode: ZIGONG }),
      aReportedUnit(2, { cityCode: CHENGDU, ownership: "LARGE_PRIVATE" }).filed("2026-10-15", "2029-10-14"),
      aReportedUnit(4, { cityCode: LIANGSHAN, ownership: "PROVINCIAL_SOE" }),
      aReportedUnit(8, { cityCode: CHENGDU, ownership: "CENTRAL_SOE" }).filed("2026-10-15", "2029-10-14"),
    ]);
    for (const groupBy of [["CITY"], ["OWNERSHIP"], ["CITY", "OWNERSHIP"], ["OWNERSHIP", "CITY"]] as const) {
      const { asOf, ...request } = aRequest({ groupBy });
      const trends = answerTrend(view, { ...request, from: "2026-09-30", to: asOf });
      expect(trends.map((trend) => trend.group)).toEqual(
        view.countCoverage(aRequest({ groupBy })).map((row) => row.group),
      );
    }
  });

  it("has no row for a group without an enterprise in the population, though people stand there", () => {
    const outside = aReportedUnit(9, { cityCode: ZIGONG, ownership: "OTHER" });
    const view = aView([aReportedUnit(1), outside]);
    expect(view.countCoverage(aRequest({ groupBy: ["CITY"] })).map((row) => row.group.cityCode)).toEqual([CHENGDU]);
    expect(view.countLevels(aRequest({ groupBy: ["CITY"] })).map((row) => row.group.cityCode)).toEqual([CHENGDU]);
  });

  it("by place keeps where a unit is and who answers for it apart", () => {
    const view = aView([aReportedUnit(3, { cityCode: ZIGONG, responsibilityCode: PROVINCE })]);
    expect(view.countCoverage(aRequest({ groupBy: ["CITY", "RESPONSIBILITY"] }))[0]!.group).toEqual({
      cityCode: ZIGONG,
      responsibilityCode: PROVINCE,
    });
  });
});

describe("the level structure", () => {
  it("counts people at units in the population, unreported ones too, by level", () => {
    const view = aView([
      anEnterprise().withHolders(3, "APPRENTICE").withHolders(5, "TECHNICIAN"),
      aReportedUnit(7, { cityCode: ZIGONG }),
      aReportedUnit(100, { ownership: "OTHER" }),
    ]);
    expect(view.countLevels(aRequest())).toEqual([{ group: {}, steps: [3, 0, 0, 7, 5, 0, 0, 0] }]);
    expect(view.countLevels(aRequest({ filter: { cities: [ZIGONG] } }))[0]!.steps).toEqual([0, 0, 0, 7, 0, 0, 0, 0]);
  });
});

// -------------------------------------------------------------------------------------------------------------- launch

describe("launched units (二(一), DECISIONS F15)", () => {
  const asOf = "2024-12-31";
  const soe = (said: Parameters<typeof anEnterprise>[0] = {}) =>
    anEnterprise({ ownership: "PROVINCIAL_SOE", inDirectory: true, mainlySkilled: true, ...said });
  const launchOf = (built: readonly UnitBuilder[], ownership: string, filter: CoverageFilter = {}) =>
    aView(built)
      .countLaunches(asOf, filter)
      .find((row) => row.ownership === ownership);

  it("count from the day of their launch on", () => {
    const built = [soe({ launchedOn: asOf }), soe({ launchedOn: "2025-01-01" }), soe()];
    expect(launchOf(built, "PROVINCIAL_SOE")).toMatchObject({ launched: 1, inScope: 3, directoryKnown: true });
  });

  it("of provincial SOEs are those of the directory that are mainly skilled", () => {
    const built = [
      soe({ launchedOn: "2024-01-01" }),
      soe({ launchedOn: "2024-01-01", mainlySkilled: false }),
      soe({ launchedOn: "2024-01-01", mainlySkilled: null }),
      soe({ launchedOn: "2024-01-01", inDirectory: false }),
    ];
    expect(launchOf(built, "PROVINCIAL_SOE")).toMatchObject({ launched: 1, inScope: 1 });
  });

  it("of provincial SOEs without a directory are all counted, out of none", () => {
    const built = [soe({ launchedOn: "2024-01-01", inDirectory: false }), soe({ inDirectory: false })];
    expect(launchOf(built, "PROVINCIAL_SOE")).toMatchObject({ launched: 1, inScope: 0, directoryKnown: false });
  });

  it("know the province's directory under a filter that leaves none of its units", () => {
    const built = [soe({ cityCode: ZIGONG }), soe({ inDirectory: false, launchedOn: "2024-01-01" })];
    expect(launchOf(built, "PROVINCIAL_SOE", { cities: [CHENGDU] })).toMatchObject({
      launched: 0,
      inScope: 0,
      directoryKnown: true,
    });
  });

  it("of the other classes are those of all known units, filed or not", () => {
    const built = [
      anEnterprise({ launchedOn: "2024-05-01" }),
      anEnterprise(),
      anEnterprise({ ownership: "LARGE_PRIVATE" }),
    ];
    expect(launchOf(built, "LOCAL_SOE")).toMatchObject({ launched: 1, inScope: 2 });
    expect(launchOf(built, "LARGE_PRIVATE")).toMatchObject({ launched: 0, inScope: 1 });
  });
});

// -------------------------------------------------------------------------------------------------------------- titles

function aTitle(level: TitleLevel, approvedOn: Day, others: Partial<TitleRow> = {}): TitleRow {
  return {
    level,
    batchYear: Number(approvedOn.slice(0, 4)),
    again: false,
    unit: 0,
    approvedOn,
    cancelledOn: null,
    ...others,
  };
}

function aHolder(titles: readonly TitleRow[], movements: readonly MovementFact[] = []): TitleHolder {
  return {
    titles,
    facts: {
      certificates: [],
      titles: titles.map(({ level, unit, approvedOn, cancelledOn }, index) => ({
        key: `${index}`,
        number: null,
        level,
        unit,
        approvedOn,
        cancelledOn,
      })),
      movements: movements.map((movement, index) => ({ ...movement, key: `${index}` })),
    },
  };
}

describe("titles (二(三), 附件4)", () => {
  const SPECIAL = "SPECIAL_TECHNICIAN";
  const CHIEF = "CHIEF_TECHNICIAN";
  const special = (approvedOn: Day, others?: Partial<TitleRow>) => aTitle(SPECIAL, approvedOn, others);
  const chief = (approvedOn: Day, others?: Partial<TitleRow>) => aTitle(CHIEF, approvedOn, others);

  const titlesOf = (level: TitleLevel, asOf: Day, ...holders: readonly TitleHolder[]) =>
    aView([], { titleHolders: holders })
      .countTitles(asOf, {})
      .find((row) => row.level === level)!;
  /** [chief, special] in office. */
  const inOffice = (asOf: Day, ...holders: readonly TitleHolder[]) => [
    titlesOf(CHIEF, asOf, ...holders).inOffice,
    titlesOf(SPECIAL, asOf, ...holders).inOffice,
  ];

  it("have a row for either, the chief first, on an empty ledger too", () => {
    expect(aView([]).countTitles(TODAY, {})).toEqual([
      { level: CHIEF, byBatch: [], inOffice: 0 },
      { level: SPECIAL, byBatch: [], inOffice: 0 },
    ]);
  });

  it("count from the day of approval, in the batch of the list", () => {
    const holder = aHolder([special("2025-01-10", { batchYear: 2024 })]);
    expect(titlesOf(SPECIAL, "2025-01-09", holder).byBatch).toEqual([]);
    expect(titlesOf(SPECIAL, "2025-01-10", holder).byBatch).toEqual([{ year: 2024, appraised: 1, cancelled: 0 }]);
  });

  it("count in the batches of 2024 to 2027 and in none before or after", () => {
    const holders = [2023, 2024, 2027, 2028].map((year) => aHolder([special(`${year}-06-01`)]));
    expect(titlesOf(SPECIAL, "2030-01-01", ...holders).byBatch.map((batch) => batch.year)).toEqual([2024, 2027]);
  });

  it("count a special technician later made chief once in each", () => {
    const holder = aHolder([special("2024-12-18"), chief("2025-12-18")]);
    expect(titlesOf(SPECIAL, TODAY, holder).byBatch).toEqual([{ year: 2024, appraised: 1, cancelled: 0 }]);
    expect(titlesOf(CHIEF, TODAY, holder).byBatch).toEqual([{ year: 2025, appraised: 1, cancelled: 0 }]);
  });

  it("never count a renewal", () => {
    const renewed = aHolder([special("2024-12-18"), special("2027-12-18", { again: true })]);
    expect(titlesOf(SPECIAL, "2028-06-01", renewed).byBatch).toEqual([{ year: 2024, appraised: 1, cancelled: 0 }]);
    expect(titlesOf(SPECIAL, TODAY, aHolder([special("2025-12-18", { again: true })])).byBatch).toEqual([]);
  });

  it("are cancelled from the day of cancellation, in the batch of their approval", () => {
    const holder = aHolder([special("2024-12-18", { cancelledOn: "2026-03-01" })]);
    expect(titlesOf(SPECIAL, "2026-02-28", holder).byBatch).toEqual([{ year: 2024, appraised: 1, cancelled: 0 }]);
    expect(titlesOf(SPECIAL, "2026-03-01", holder).byBatch).toEqual([{ year: 2024, appraised: 1, cancelled: 1 }]);
  });

  it("a cancelled chief is still an appraised special technician", () => {
    const holder = aHolder([special("2024-12-18"), chief("2025-12-18", { cancelledOn: "2026-03-01" })]);
    expect(titlesOf(CHIEF, TODAY, holder).byBatch).toEqual([{ year: 2025, appraised: 1, cancelled: 1 }]);
    expect(titlesOf(SPECIAL, TODAY, holder).byBatch).toEqual([{ year: 2024, appraised: 1, cancelled: 0 }]);
  });

  it("are in office from the 1st of the month after approval, for three years (附件4 第一条)", () => {
    const holder = aHolder([special("2024-12-18")]);
    expect(inOffice("2024-12-31", holder)).toEqual([0, 0]);
    expect(inOffice("2025-01-01", holder)).toEqual([0, 1]);
    expect(inOffice("2027-12-31", holder)).toEqual([0, 1]);
    expect(inOffice("2028-01-01", holder)).toEqual([0, 0]);
  });

  it("are in office again by a renewal, from its own term on", () => {
    const holder = aHolder([special("2024-12-18"), special("2027-12-18", { again: true })]);
    expect(inOffice("2027-12-31", holder)).toEqual([0, 1]);
    expect(inOffice("2028-01-01", holder)).toEqual([0, 1]);
    expect(inOffice("2030-12-31", holder)).toEqual([0, 1]);
    expect(inOffice("2031-01-01", holder)).toEqual([0, 0]);
  });

  it("are in office once each, at the higher title from its term's first day", () => {
    const holder = aHolder([special("2024-12-18"), chief("2025-12-18")]);
    expect(inOffice("2025-12-31", holder)).toEqual([0, 1]);
    expect(inOffice("2026-01-01", holder)).toEqual([1, 0]);
  });

  it("leave office on the day of cancellation (附件4 第七条)", () => {
    const holder = aHolder([special("2024-12-18", { cancelledOn: "2026-03-01" })]);
    expect(inOffice("2026-02-28", holder)).toEqual([0, 1]);
    expect(inOffice("2026-03-01", holder)).toEqual([0, 0]);
  });

  it("leave office altogether when the chief is cancelled, since the chief's term ended the special one", () => {
    const holder = aHolder([special("2024-12-18"), chief("2025-12-18", { cancelledOn: "2026-03-01" })]);
    expect(inOffice("2026-02-28", holder)).toEqual([1, 0]);
    expect(inOffice("2026-03-01", holder)).toEqual([0, 0]);
  });

  it("are in office by a special appraisal of their own after the chief was cancelled", () => {
    const holder = aHolder([chief("2024-12-18", { cancelledOn: "2026-03-01" }), special("2026-06-10")]);
    expect(inOffice("2026-06-30", holder)).toEqual([0, 0]);
    expect(inOffice("2026-07-01", holder)).toEqual([0, 1]);
  });

  it("stay in office as special technicians when the chief is cancelled before that term began", () => {
    const holder = aHolder([special("2024-12-18"), chief("2025-12-18", { cancelledOn: "2025-12-28" })]);
    expect(inOffice("2026-01-01", holder)).toEqual([0, 1]);
  });

  it.each(["RETIREMENT", "LEAVE_SICHUAN", "DEATH"] as const)("leave office on the day of %s (附件4 第八条)", (kind) => {
    const holder = aHolder([special("2024-12-18")], [{ kind, on: "2026-03-01", from: null, to: null }]);
    expect(inOffice("2026-02-28", holder)).toEqual([0, 1]);
    expect(inOffice("2026-03-01", holder)).toEqual([0, 0]);
    expect(titlesOf(SPECIAL, TODAY, holder).byBatch).toEqual([{ year: 2024, appraised: 1, cancelled: 0 }]);
  });

  it("under a filter count by the title's unit as it is on the day, and a unit nobody knows in the province only", () => {
    const moved = anEnterprise({ cityCode: CHENGDU }).becoming("2026-06-01", { cityCode: ZIGONG });
    const view = aView([moved], {
      titleHolders: [
        aHolder([special("2024-12-18", { unit: moved.unit.id })]),
        aHolder([special("2024-12-18", { unit: 987_654 })]),
      ],
    });
    const appraised = (asOf: Day, filter: CoverageFilter) => {
      const row = view.countTitles(asOf, filter)[1]!;
      return [row.byBatch.reduce((sum, batch) => sum + batch.appraised, 0), row.inOffice];
    };
    expect(appraised(TODAY, {})).toEqual([2, 2]);
    expect(appraised(TODAY, { cities: undefined })).toEqual([2, 2]);
    expect(appraised(TODAY, { cities: [ZIGONG] })).toEqual([1, 1]);
    expect(appraised(TODAY, { cities: [CHENGDU] })).toEqual([0, 0]);
    expect(appraised("2026-05-31", { cities: [CHENGDU] })).toEqual([1, 1]);
    expect(appraised(TODAY, { cities: [] })).toEqual([0, 0]);
    expect(appraised(TODAY, { cities: cities.items.map((city) => city.code) })).toEqual([1, 1]);
  });
});

// ------------------------------------------------------------------------------------------------------- enterprises

describe("an enterprise as of a day", () => {
  it("is what its segment says, null where nobody knows the code", () => {
    const moved = anEnterprise({ creditCode: "91510000000000001A" })
      .becoming("2026-06-01", { cityCode: ZIGONG, name: "新名" })
      .filed("2024-01-01", "2026-12-31", "2026-08-01");
    const view = aView([moved]);
    expect(view.unit("91510000000000001A", "2026-05-31")?.cityCode).toBe(CHENGDU);
    expect(view.unit("91510000000000001A")).toMatchObject({ cityCode: ZIGONG, name: "新名" });
    expect(view.unit("91510000000000001A")!.filingStatus("2026-07-31")).toBe("FILED");
    expect(view.unit("91510000000000001A")!.filingStatus("2026-08-01")).toBe("WITHDRAWN");
    expect(view.unit("91510000000000009A")).toBeNull();
  });

  it("is listed by credit code whether in the population or not", () => {
    const view = aView([
      anEnterprise({ creditCode: "91510000000000002A", ownership: "OTHER" }),
      anEnterprise({ creditCode: "91510000000000001A" }),
    ]);
    expect(view.units({}, TODAY).map((unit) => unit.creditCode)).toEqual(["91510000000000001A", "91510000000000002A"]);
    expect(view.units({ ownerships: ["OTHER"] }, TODAY)).toHaveLength(1);
  });
});

// ------------------------------------------------------------------------------------------------------- properties

const days = fc.integer({ min: 0, max: 700 }).map((number) => addDays("2025-01-01", number));
const attributes = fc.record({
  cityCode: fc.constantFrom(CHENGDU, ZIGONG, LIANGSHAN),
  responsibilityCode: fc.constantFrom(CHENGDU, ZIGONG, PROVINCE),
  countyCode: fc.constantFrom(CHENGDU, "510104", "510302"),
  sectorCode: fc.constantFrom("I1", "I2", "A01", "S01", "U0", "O0"),
  inShortage: fc.boolean(),
  ownership: fc.constantFrom(...OWNERSHIPS),
});
const quarterEnds = ["2025-03-31", "2025-06-30", "2025-12-31", "2026-03-31", "2026-09-30"];
const randomUnits = fc.array(
  fc.record({
    first: attributes,
    later: fc.option(fc.record({ from: days, said: attributes })),
    groupedWithFirst: fc.boolean(),
    frontlineHeadcount: fc.option(fc.nat(40)),
    term: fc.option(fc.record({ from: days, length: fc.integer({ min: 1, max: 400 }), withdrawn: fc.option(days) })),
    reports: fc.uniqueArray(
      fc.record({
        quarterEnd: fc.constantFrom(...quarterEnds),
        skilledHeadcount: fc.nat(30),
        internHeadcount: fc.nat(10),
        apprenticeCount: fc.nat(3),
        ownCertifiedCount: fc.option(fc.nat(40)),
      }),
      { selector: (report) => report.quarterEnd, maxLength: 3 },
    ),
    heads: fc.array(fc.record({ level: fc.nat(7), on: days, count: fc.integer({ min: 1, max: 12 }) }), {
      maxLength: 4,
    }),
  }),
  { minLength: 1, maxLength: 9 },
);
const randomViews = randomUnits.map((list) => {
  const built = list.map((random, index) => {
    const unit = anEnterprise({
      ...random.first,
      creditCode: `9151000000000000${index}A`,
      frontlineHeadcount: random.frontlineHeadcount,
      ...(random.groupedWithFirst ? { groupCode: "91510000000000000A" } : {}),
    });
    if (random.later) unit.becoming(random.later.from, random.later.said);
    if (random.term) {
      unit.filed(random.term.from, addDays(random.term.from, random.term.length), random.term.withdrawn);
    }
    for (const report of [...random.reports].sort((a, b) => (a.quarterEnd < b.quarterEnd ? -1 : 1))) {
      unit.reporting(report.quarterEnd, report.skilledHeadcount, report);
    }
    for (const { level, on, count } of random.heads) unit.heads.push({ level, on, count, definition: null });
    return unit;
  });
  return aView(built);
});
const requests = fc.record({
  asOf: days,
  basis: fc.constantFrom("REGISTER" as const, "REPORTED" as const),
  definition: fc.record({
    apprentices: fc.boolean(),
    interns: fc.boolean(),
    outsideCertificates: fc.boolean(),
    qualifications: fc.boolean(),
  }),
  filter: fc.constantFrom<CoverageFilter>({}, { cities: [CHENGDU, ZIGONG] }, { inShortage: true }, { ownerships: [] }),
});

const ADDITIVE = [
  "enterpriseCount",
  "unreportedEnterpriseCount",
  "overdueEnterpriseCount",
  "lapsedEnterpriseCount",
  "faultyEnterpriseCount",
  "targetedEnterpriseCount",
  "attainingEnterpriseCount",
  "skilledHeadcount",
  "certifiedHeadcount",
  "certifiedOnRegister",
  "certifiedAtUnreported",
  "certifiedOverHeadcount",
  "lastKnownHeadcount",
  "unitGapHeadcount",
] as const;

function sumOf(rows: readonly CoverageCounts[]): Record<string, number> {
  return Object.fromEntries(ADDITIVE.map((field) => [field, rows.reduce((sum, row) => sum + row[field], 0)]));
}

describe("every partition adds up to the province, on any ledger", () => {
  const groupings = fc.subarray([...COVERAGE_DIMENSIONS], { minLength: 1, maxLength: 3 });

  it("in every count, by every dimension and by several at once, on both bases, with every switch", () => {
    fc.assert(
      fc.property(randomViews, requests, groupings, (view, request, several) => {
        const province = sumOf(view.countCoverage({ ...request, groupBy: [] }));
        for (const groupBy of [...COVERAGE_DIMENSIONS.map((dimension) => [dimension]), several]) {
          expect(sumOf(view.countCoverage({ ...request, groupBy }))).toEqual(province);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("in the level structure too", () => {
    const total = (rows: readonly { readonly steps: readonly number[] }[]) =>
      rows.reduce((sum, { steps }) => sum.map((count, level) => count + steps[level]!), new Array<number>(8).fill(0));
    fc.assert(
      fc.property(randomViews, requests, (view, request) => {
        const province = total(view.countLevels({ ...request, groupBy: [] }));
        for (const dimension of COVERAGE_DIMENSIONS) {
          expect(total(view.countLevels({ ...request, groupBy: [dimension] }))).toEqual(province);
        }
      }),
    );
  });

  it("with exactly one value for every unit in every dimension, and no row twice or empty", () => {
    fc.assert(
      fc.property(randomViews, requests, (view, request) => {
        for (const dimension of COVERAGE_DIMENSIONS) {
          const rows = view.countCoverage({ ...request, groupBy: [dimension] });
          const values = rows.map((row) => Object.values(row.group));
          expect(values.every((value) => value.length === 1 && value[0])).toBe(true);
          expect(new Set(values.map(([value]) => value)).size).toBe(rows.length);
          expect(rows.every((row) => row.enterpriseCount > 0)).toBe(true);
        }
        const each = view.countCoverage({ ...request, groupBy: [...COVERAGE_DIMENSIONS] });
        expect(each.every((row) => row.enterpriseCount === 1)).toBe(true);
      }),
    );
  });

  it("and its register's count is the rate's, the unreported's and what stands over the headcount (REGISTER)", () => {
    fc.assert(
      fc.property(randomViews, requests, (view, request) => {
        for (const row of view.countCoverage({ ...request, basis: "REGISTER", groupBy: ["CITY"] })) {
          expect(row.certifiedHeadcount + row.certifiedAtUnreported + row.certifiedOverHeadcount).toBe(
            row.certifiedOnRegister,
          );
          expect(row.certifiedHeadcount).toBeLessThanOrEqual(row.skilledHeadcount);
          expect(row.attainingEnterpriseCount).toBeLessThanOrEqual(row.targetedEnterpriseCount);
          expect(row.attainingEnterpriseCount + row.unreportedEnterpriseCount).toBeLessThanOrEqual(row.enterpriseCount);
        }
      }),
    );
  });

  it("and the level structure from 初级工 up is the register's count, with everybody else outside the population", () => {
    fc.assert(
      fc.property(randomViews, days, (view, asOf) => {
        const [counts] = view.countCoverage(aRequest({ asOf }));
        const [levels] = view.countLevels(aRequest({ asOf }));
        const certified = levels?.steps.slice(1).reduce((sum, count) => sum + count, 0) ?? 0;
        expect(certified).toBe(counts?.certifiedOnRegister ?? 0);
        const everybody = [...view.headsOf(HEADLINE).at(dayNumber(asOf))].filter((_, index) => index % 8 > 0);
        expect(certified + view.countOutsidePopulation(asOf)).toBe(everybody.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  it("and asked twice, or after 200 other days, says the same", () => {
    fc.assert(
      fc.property(randomViews, requests, (view, request) => {
        const first = view.countCoverage({ ...request, groupBy: ["CITY"] });
        for (let number = 0; number < 200; number++) {
          view.countCoverage({ ...request, groupBy: [], asOf: addDays("2025-01-01", number * 3) });
        }
        expect(view.countCoverage({ ...request, groupBy: ["CITY"] })).toEqual(first);
      }),
      { numRuns: 10 },
    );
  });
});
