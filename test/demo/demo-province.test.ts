import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProvinceRows } from "../../scripts/demo/model.ts";
import { makeProvinceRows } from "../../scripts/demo/rows.ts";
import { DEMO_DEFAULTS, writeDemoProvince } from "../../scripts/demo/write-demo-province.ts";
import { answerCoverage } from "../../server/figures/coverage.ts";
import { COVERAGE_DIMENSIONS, type CoverageRequest } from "../../server/figures/shapes.ts";
import type { Day } from "../../server/policy/day.ts";
import { HEADLINE } from "../../server/policy/definition.ts";
import type { Ownership } from "../../server/policy/words.ts";
import { openTestLedger, type TestLedger } from "../builders/ledger.ts";
import {
  bruteCoverage,
  bruteLaunch,
  brutePyramid,
  bruteQuota,
  type ReferenceCoverage,
} from "../reference/brute-force.ts";
import type { Province } from "../reference/province.ts";
import { readProvince, type World } from "../reference/world.ts";

const LAST_DAY = DEMO_DEFAULTS.lastDay;
const SMALL = { people: 2500, seed: DEMO_DEFAULTS.seed, lastDay: LAST_DAY };

describe("The demo province at its full size", () => {
  let rows: ProvinceRows;
  let world: World;
  beforeAll(() => {
    rows = makeProvinceRows(DEMO_DEFAULTS);
    world = readProvince(provinceOf(rows));
  });

  const coverage = (more: Partial<CoverageRequest>): readonly ReferenceCoverage[] =>
    bruteCoverage(world, request(more));
  const ofClass = (ownership: Ownership, asOf: Day = LAST_DAY): ReferenceCoverage =>
    coverage({ asOf, filter: { ownerships: [ownership] } })[0]!;

  it("holds about 400 enterprises and exactly 60 000 people", () => {
    expect(world.units.size).toBeGreaterThan(390);
    expect(world.units.size).toBeLessThan(410);
    expect(world.people.size).toBe(60_000);
  });

  it("has provincial SOEs behind their path, local ones on it, and large private ones to be confirmed", () => {
    const provincial = ofClass("PROVINCIAL_SOE");
    expect(provincial.rate).toBeGreaterThan(0.9);
    expect(provincial.rate).toBeLessThan(pathOf(ofClass("PROVINCIAL_SOE", "2024-12-31").rate!, 0.95));
    const local = ofClass("LOCAL_SOE");
    expect(local.rate).toBeLessThan(0.85);
    expect(local.rate).toBeGreaterThan(pathOf(ofClass("LOCAL_SOE", "2024-12-31").rate!, 0.85));
    const privately = ofClass("LARGE_PRIVATE");
    expect(privately.rate).toBeGreaterThan(0.75);
    expect(privately.rateLow).toBeLessThan(0.75);
  });

  it("rises from between 50% and 60% at the end of 2024 by more than 20 points", () => {
    const [start, end] = [coverage({ asOf: "2024-12-31" })[0]!.rate!, coverage({})[0]!.rate!];
    expect(start).toBeGreaterThan(0.5);
    expect(start).toBeLessThan(0.6);
    expect(end - start).toBeGreaterThan(0.2);
  });

  it("leaves 阿坝 without a rate: its three units have not reported for two quarters", () => {
    const [aba] = coverage({ filter: { responsibilities: ["513200"] } });
    expect(aba).toMatchObject({
      enterpriseCount: 3,
      unreportedEnterpriseCount: 3,
      overdueEnterpriseCount: 3,
      rate: null,
    });
  });

  it("occupies every city, every responsibility and every sector", () => {
    expect(coverage({ groupBy: ["CITY"] })).toHaveLength(21);
    expect(coverage({ groupBy: ["RESPONSIBILITY"] })).toHaveLength(22);
    expect(coverage({ groupBy: ["SECTOR"] })).toHaveLength(31);
    expect(coverage({ groupBy: ["SECTOR_SYSTEM"] })).toHaveLength(5);
  });

  it("shows lapsed filings, data faults, groups and every step of the level structure", () => {
    const [province] = coverage({});
    expect(province!.lapsedEnterpriseCount).toBeGreaterThan(0);
    expect(province!.faultyEnterpriseCount).toBeGreaterThan(0);
    expect(coverage({ groupBy: ["GROUP"] }).some((row) => row.enterpriseCount > 3)).toBe(true);
    expect(Math.min(...brutePyramid(world, request({}))[0]!.steps)).toBeGreaterThan(0);
  });

  it("appraised 24 and 27 chiefs, 236 and 262 special technicians, two of whom lost the title", () => {
    const [chiefs, specials] = bruteQuota(world, LAST_DAY, {});
    expect(chiefs!.byBatch.slice(0, 2).map((batch) => batch.appraised)).toEqual([24, 27]);
    expect(specials!.byBatch.slice(0, 2).map((batch) => batch.appraised)).toEqual([236, 262]);
    expect(specials).toMatchObject({ cancelled: 2, net: 496 });
    expect(specials!.inOffice).toBeLessThan(496);
  });

  it("launched 34 of 36 provincial SOEs and 53 local ones on time, and all 36 by now", () => {
    expect(bruteLaunch(world, "2024-12-31", {}).slice(0, 2)).toEqual([
      { ownership: "PROVINCIAL_SOE", launched: 34, inScope: 36 },
      { ownership: "LOCAL_SOE", launched: 53, inScope: 140 },
    ]);
    expect(bruteLaunch(world, LAST_DAY, {})[0]).toEqual({ ownership: "PROVINCIAL_SOE", launched: 36, inScope: 36 });
  });

  it("names nobody: codes and ID numbers of the province's own area or invented bodies, each valid, none published", () => {
    const codes = new Set(world.units.keys());
    for (const code of codes) {
      expect(code).toMatch(/^9151\d{4}MA0/);
      expect(creditCodeCheck(code), code).toBe(code[17]);
      expect(PUBLISHED).not.toContain(code);
    }
    for (const id of world.people.keys()) {
      if (!/^510000(19|20)\d{2}(0[1-9]|1[0-2])\d{5}[\dX]$/.test(id) || idCheck(id) !== id[17])
        throw new Error("an invented ID number is not valid");
    }
    expect(new Set(rows.certificates.map(({ row }) => row.证书编号)).size).toBe(rows.certificates.length);
  });

  it("lets nothing happen after its last day", () => {
    const happened =
      /^(备案日期|注销日期|变更生效日期|启动实施日期|直接认定方案备案日期|报告期|填报日期|发证日期|结果公示[起止]|入职日期|变动日期|核准日期|聘用日期|取消日期|认定日期)$/;
    const all = [
      ...rows.directory,
      ...[rows.filings, rows.headcounts, rows.certificates, rows.movements, rows.appraisals].flatMap((book) =>
        book.map(({ row }) => row),
      ),
    ];
    for (const row of all)
      for (const [column, value] of Object.entries(row))
        if (happened.test(column) && value !== null && String(value) > LAST_DAY) throw new Error(`${column} ${value}`);
  });
});

describe("The demo province's workbooks", () => {
  let folder: string;
  let files: readonly string[];
  let ledger: TestLedger;
  const rows = makeProvinceRows(SMALL);
  const world = readProvince(provinceOf(rows));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "bajigong-demo-"));
    files = (await writeDemoProvince({ ...SMALL, out: join(folder, "once") })).files;
    ledger = await openTestLedger("sqlite", { today: LAST_DAY });
  });
  afterAll(async () => {
    await ledger?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("are the same, byte for byte, for the same options, and others for another seed", async () => {
    const again = await writeDemoProvince({ ...SMALL, out: join(folder, "again") });
    expect(again.files.map((file) => basename(file))).toEqual(files.map((file) => basename(file)));
    for (const [i, file] of files.entries())
      expect((await readFile(again.files[i]!)).equals(await readFile(file)), file).toBe(true);
    expect(makeProvinceRows({ ...SMALL, seed: SMALL.seed + 1 }).certificates[0]).not.toEqual(rows.certificates[0]);
  });

  it("say 演示数据 in the first row of every sheet", async () => {
    for (const file of files) {
      if (file.endsWith(".csv")) {
        const bytes = await readFile(file);
        const utf8 = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
        expect(new TextDecoder(utf8 ? "utf-8" : "gb18030").decode(bytes), file).toMatch(/^演示数据/);
        continue;
      }
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(file);
      for (const sheet of workbook.worksheets)
        expect(String(sheet.getCell("A1").value), `${file} ${sheet.name}`).toMatch(/^演示数据/);
    }
  });

  it("go in whole, whatever their habits: no row refused, and every figure is that of the plain rows", async () => {
    const report = await ledger.importFiles(files);
    expect(
      report.batches
        .flatMap((batch) => [
          ...(batch.error ? [batch.error] : []),
          ...batch.faults.filter((fault) => fault.severity === "error"),
        ])
        .slice(0, 5),
    ).toEqual([]);
    const read = (kind: string): number =>
      report.batches
        .flatMap((batch) => batch.sheets)
        .reduce((sum, sheet) => sum + (sheet.kind === kind ? sheet.read : 0), 0);
    expect({
      directory: read("DIRECTORY"),
      filings: read("FILINGS"),
      headcounts: read("HEADCOUNTS"),
      certificates: read("CERTIFICATES"),
      movements: read("MOVEMENTS"),
      appraisals: read("APPRAISALS"),
    }).toEqual(Object.fromEntries(Object.entries(rows).map(([kind, book]) => [kind, book.length])));

    const view = await ledger.view();
    for (const asOf of ["2024-12-31", "2025-11-15", LAST_DAY]) {
      for (const basis of ["REGISTER", "REPORTED"] as const) {
        for (const groupBy of [[], ...COVERAGE_DIMENSIONS.map((dimension) => [dimension])]) {
          const asked = request({ asOf, basis, groupBy });
          const found = answerCoverage(view, asked).map(
            ({
              group,
              skilledHeadcount,
              certifiedHeadcount,
              certifiedOnRegister,
              enterpriseCount,
              attainingEnterpriseCount,
              rateLow,
            }) => ({
              group,
              skilledHeadcount,
              certifiedHeadcount,
              certifiedOnRegister,
              enterpriseCount,
              attainingEnterpriseCount,
              rateLow,
            }),
          );
          const expected = bruteCoverage(world, asked).map(
            ({
              group,
              skilledHeadcount,
              certifiedHeadcount,
              certifiedOnRegister,
              enterpriseCount,
              attainingEnterpriseCount,
              rateLow,
            }) => ({
              group,
              skilledHeadcount,
              certifiedHeadcount,
              certifiedOnRegister,
              enterpriseCount,
              attainingEnterpriseCount,
              rateLow,
            }),
          );
          expect(sorted(found), `${asOf} ${basis} ${groupBy.join()}`).toEqual(sorted(expected));
        }
      }
    }
  });
});

function request(more: Partial<CoverageRequest>): CoverageRequest {
  return { asOf: LAST_DAY, groupBy: [], filter: {}, basis: "REGISTER", definition: HEADLINE, ...more };
}

/** The rows as one sending, undressed. */
function provinceOf(rows: ProvinceRows): Province {
  const plain = (book: ProvinceRows["filings"]) => book.map(({ row }) => row);
  const sheets = [
    { kind: "DIRECTORY", filledOn: "2026-10-28", rows: rows.directory },
    { kind: "FILINGS", filledOn: "2026-10-28", rows: plain(rows.filings) },
    { kind: "HEADCOUNTS", filledOn: null, rows: plain(rows.headcounts) },
    { kind: "CERTIFICATES", filledOn: null, rows: plain(rows.certificates) },
    { kind: "MOVEMENTS", filledOn: null, rows: plain(rows.movements) },
    { kind: "APPRAISALS", filledOn: null, rows: plain(rows.appraisals) },
  ] as const;
  return { sendings: [[{ name: "演示", sheets }]] };
}

/** On the straight line from the end of 2024 to a target at the end of 2026. */
function pathOf(from: number, target: number): number {
  const day = (text: Day): number => Date.parse(text) / 86_400_000;
  return from + ((target - from) * (day(LAST_DAY) - day("2024-12-31"))) / (day("2026-12-31") - day("2024-12-31"));
}

function sorted<T extends { readonly group: object }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1));
}

/** GB 32100-2015, written once more. */
function creditCodeCheck(code: string): string {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}

/** GB 11643-1999 by ISO 7064: the weights are powers of two. */
function idCheck(id: string): string {
  const sum = [...id.slice(0, 17)].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  const check = (12 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

/** Codes of known enterprises, as public files give them. */
const PUBLISHED = [
  "91511500MA62A0WM8P",
  "91510500204706718H",
  "915106837175377539",
  "915101002051154851",
  "9151000062160427XG",
  "91510000621601466X",
  "91510600205363163Y",
  "91510922206360562E",
  "91510724708973633Q",
  "91510122096784048U",
  "915101007978308873",
  "91510100052516850P",
  "9151070367836756X2",
  "91510114730209375B",
  "91510700205412308D",
  "91510000207305821R",
  "91510000201811328M",
  "91510000206956235C",
  "91510100201961940F",
  "91510100633142770A",
];
