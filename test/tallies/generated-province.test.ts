import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerCoverage, keyOf } from "../../server/figures/coverage.ts";
import { answerLaunch } from "../../server/figures/launch.ts";
import { answerPyramid } from "../../server/figures/pyramid.ts";
import { answerQuota } from "../../server/figures/quota.ts";
import {
  COVERAGE_DIMENSIONS,
  type CountSource,
  type CoverageBasis,
  type CoverageDimension,
  type CoverageFilter,
  type CoverageRequest,
} from "../../server/figures/shapes.ts";
import { type CoverageDefinition, HEADLINE } from "../../server/policy/definition.ts";
import { forEachDatabase, openTestLedger, type TestLedger } from "../builders/ledger.ts";
import { randomProvince, TEST_DAYS } from "../builders/random-province.ts";
import { writeProvince } from "../builders/xlsx.ts";
import {
  bruteCoverage,
  bruteLaunch,
  bruteOutsidePopulation,
  brutePyramid,
  bruteQuota,
  type ReferenceCoverage,
} from "../reference/brute-force.ts";
import { readProvince, type World } from "../reference/world.ts";

/** More seeds: SEEDS=1,2,3,4 */
const SEEDS = (process.env.SEEDS ?? "1,2,3").split(",").map(Number);
const BASES: readonly CoverageBasis[] = ["REGISTER", "REPORTED"];
const DEFINITIONS: Readonly<Record<string, CoverageDefinition>> = {
  headline: HEADLINE,
  "with apprentices": { ...HEADLINE, apprentices: true },
  "without interns": { ...HEADLINE, interns: false },
  "without outside certificates": { ...HEADLINE, outsideCertificates: false },
  "without qualifications": { ...HEADLINE, qualifications: false },
  "every switch turned": { apprentices: true, interns: false, outsideCertificates: false, qualifications: false },
};
const GROUPINGS: readonly (readonly CoverageDimension[])[] = [
  [],
  ...COVERAGE_DIMENSIONS.map((dimension) => [dimension]),
  ["CITY", "OWNERSHIP"],
  ["RESPONSIBILITY", "OWNERSHIP"],
  ["SECTOR_SYSTEM", "OWNERSHIP"],
  ["CITY", "SECTOR"],
  ["RESPONSIBILITY", "CITY", "COUNTY"],
  ["OWNERSHIP", "GROUP", "ENTERPRISE"],
];
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

describe("A generated province", () => {
  it("is nasty: it holds every kind of unit that the figures must tell apart", () => {
    const rows = SEEDS.flatMap((seed) => {
      const world = worldOf(seed);
      return TEST_DAYS.flatMap((asOf) => bruteCoverage(world, request({ asOf })));
    });
    for (const field of ADDITIVE)
      expect(
        rows.some((row) => row[field] > 0),
        field,
      ).toBe(true);
    const switched = Object.values(DEFINITIONS).map((definition) =>
      SEEDS.map((seed) => bruteCoverage(worldOf(seed), request({ definition }))[0]!.certifiedOnRegister).join(),
    );
    expect(new Set(switched).size, "every switch changes something").toBe(switched.length);
    const titles = SEEDS.flatMap((seed) => bruteQuota(worldOf(seed), TEST_DAYS[3]!, {}));
    for (const field of ["appraised", "cancelled", "inOffice"] as const)
      expect(titles.some((row) => row[field] > 0)).toBe(true);
  });
});

forEachDatabase("A generated province: every figure equals a count by hand over the workbooks' own rows", (kind) => {
  for (const seed of SEEDS) {
    describe(`seed ${seed}`, () => {
      let ledger: TestLedger;
      let folder: string;
      const views = new Map<string, CountSource>();
      const world = worldOf(seed);

      beforeAll(async () => {
        folder = await mkdtemp(join(tmpdir(), "bajigong-province-"));
        ledger = await openTestLedger(kind);
        for (const files of await writeProvince(randomProvince(seed), folder)) {
          const report = await ledger.importFiles(files);
          const errors = report.batches.flatMap((batch) => [
            ...(batch.error ? [batch.error] : []),
            ...batch.faults.filter((fault) => fault.severity === "error"),
          ]);
          // Whatever is in the province may go in; a refusal here is a fault of one of the two.
          expect(errors.slice(0, 5)).toEqual([]);
        }
        for (const [name, definition] of Object.entries(DEFINITIONS))
          views.set(name, await ledger.view({ definition }));
      });
      afterAll(async () => {
        await ledger?.close();
        await rm(folder, { recursive: true, force: true });
      });

      for (const asOf of TEST_DAYS) {
        for (const [name, definition] of Object.entries(DEFINITIONS)) {
          it(`counts coverage on ${asOf}, ${name}, by all dimensions on both bases`, () => {
            for (const basis of BASES)
              for (const groupBy of GROUPINGS)
                expectCoverage(views.get(name)!, world, request({ asOf, groupBy, basis, definition }));
          });
        }

        it(`counts coverage on ${asOf} under filters`, () => {
          for (const filter of filtersFor(world))
            for (const basis of BASES)
              for (const groupBy of [[], ["OWNERSHIP"], ["CITY", "ENTERPRISE"]] as const)
                expectCoverage(views.get("headline")!, world, request({ asOf, groupBy, filter, basis }));
        });

        it(`counts the level structure on ${asOf}, and reconciles it with the numerator`, () => {
          for (const groupBy of GROUPINGS) expectPyramid(views.get("headline")!, world, request({ asOf, groupBy }));
          for (const filter of filtersFor(world))
            expectPyramid(views.get("headline")!, world, request({ asOf, filter }));
          const whole = answerPyramid(views.get("headline")!, request({ asOf }))[0]!;
          expect(whole.certifiedOutsidePopulation).toBe(bruteOutsidePopulation(world, asOf, HEADLINE));
          expect(whole.certifiedInRate + whole.certifiedAtUnreported + whole.certifiedOverHeadcount).toBe(
            whole.certifiedCount,
          );
        });

        it(`counts titles and launches on ${asOf}`, () => {
          for (const filter of [{}, ...filtersFor(world)]) {
            expect(titlesOf(views.get("headline")!, asOf, filter), JSON.stringify(filter)).toEqual(
              bruteQuota(world, asOf, filter),
            );
            const launches = answerLaunch(views.get("headline")!, asOf, filter).map(
              ({ ownership, launched, inScope }) => ({ ownership, launched, inScope }),
            );
            expect(launches, JSON.stringify(filter)).toEqual(bruteLaunch(world, asOf, filter));
          }
        });

        it(`adds up on ${asOf}: the cities are the province, and so is every other partition`, () => {
          for (const basis of BASES) {
            const [province] = views.get("headline")!.countCoverage(request({ asOf, basis }));
            for (const groupBy of GROUPINGS) {
              const rows = views.get("headline")!.countCoverage(request({ asOf, basis, groupBy }));
              for (const field of ADDITIVE) {
                const sum = rows.reduce((total, row) => total + row[field], 0);
                expect(sum, `${field} by ${groupBy.join(" × ")} on ${basis}`).toBe(province![field]);
              }
            }
          }
        });
      }
    });
  }
});

const worlds = new Map<number, World>();

function worldOf(seed: number): World {
  const world = worlds.get(seed) ?? readProvince(randomProvince(seed));
  worlds.set(seed, world);
  return world;
}

const counted = new Map<string, readonly ReferenceCoverage[]>();

/** Counting by hand is slow, and both databases are asked the same. */
function coverageByHand(world: World, asked: CoverageRequest): readonly ReferenceCoverage[] {
  const question = JSON.stringify([[...worlds.entries()].find(([, one]) => one === world)![0], asked]);
  const rows = counted.get(question) ?? bruteCoverage(world, asked);
  counted.set(question, rows);
  return rows;
}

function request(more: Partial<CoverageRequest>): CoverageRequest {
  return { asOf: TEST_DAYS[3]!, groupBy: [], filter: {}, basis: "REGISTER", definition: HEADLINE, ...more };
}

/** One of each, some that let nothing in, and some together. */
function filtersFor(world: World): readonly CoverageFilter[] {
  const codes = [...world.units.keys()];
  return [
    { cities: ["510100", "510700"] },
    { counties: ["510104", "510703", "510100"] },
    { responsibilities: ["510000"] },
    { sectorSystems: ["INDUSTRY_5_1", "SHORTAGE"] },
    { sectors: ["I1", "A05", "O0"] },
    { ownerships: ["LARGE_PRIVATE"] },
    { ownerships: ["PROVINCIAL_SOE", "LOCAL_SOE"], inShortage: false },
    { creditCodes: codes.filter((_, i) => i % 5 === 0) },
    { inShortage: true },
    { cities: [] },
    { ownerships: ["LOCAL_SOE"], creditCodes: [] },
    { responsibilities: ["510000", "510100"], ownerships: ["CENTRAL_SOE", "OTHER", "LARGE_PRIVATE"] },
  ];
}

function expectCoverage(source: CountSource, world: World, asked: CoverageRequest): void {
  const counts = new Map(source.countCoverage(asked).map((row) => [keyOf(row.group), row]));
  const rows = answerCoverage(source, asked).map((row) => {
    const counted = counts.get(keyOf(row.group));
    const found: ReferenceCoverage = {
      group: row.group,
      ...(Object.fromEntries(ADDITIVE.map((field) => [field, { ...counted, ...row }[field] ?? 0])) as Record<
        (typeof ADDITIVE)[number],
        number
      >),
      ownerships: [...(counted?.ownerships ?? [])].sort(),
      rate: row.rate,
      rateLow: row.rateLow,
      reportingRate: row.reportingRate,
      target: row.target,
      gapHeadcount: row.gapHeadcount,
    };
    return found;
  });
  const expected = coverageByHand(world, asked).map((row) => ({ ...row, ownerships: [...row.ownerships].sort() }));
  expectRows(
    rows,
    expected,
    `${asked.asOf} ${asked.basis} by ${asked.groupBy.join(" × ")} ${JSON.stringify(asked.filter)}`,
  );
}

function expectPyramid(source: CountSource, world: World, asked: CoverageRequest): void {
  const rows = answerPyramid(source, asked).map(
    ({ asOf: _asOf, certifiedOutsidePopulation: _outside, steps, ...row }) => ({
      ...row,
      steps: steps.map((step) => step.peopleCount),
    }),
  );
  expectRows(
    rows,
    brutePyramid(world, asked),
    `${asked.asOf} levels by ${asked.groupBy.join(" × ")} ${JSON.stringify(asked.filter)}`,
  );
}

/** The same rows in whatever order; whole numbers to the last, shares to the twelfth place. */
function expectRows<T extends { readonly group: object }>(
  rows: readonly T[],
  expected: readonly T[],
  what: string,
): void {
  const sorted = (list: readonly T[]): unknown[] => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(rounded);
  expect(sorted(rows), what).toEqual(sorted(expected));
}

function key(row: { readonly group: object }): string {
  return JSON.stringify(Object.entries(row.group).sort());
}

function rounded(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      typeof value === "number" && !Number.isInteger(value) ? Math.round(value * 1e12) / 1e12 : value,
    ]),
  );
}

function titlesOf(source: CountSource, asOf: string, filter: CoverageFilter) {
  return answerQuota(source, asOf, filter).map(({ level, appraised, cancelled, net, inOffice, byBatch }) => ({
    level,
    appraised,
    cancelled,
    net,
    inOffice,
    byBatch: byBatch.map((batch) => ({
      year: batch.year,
      appraised: batch.appraised,
      cancelled: batch.cancelled,
      net: batch.net,
    })),
  }));
}
