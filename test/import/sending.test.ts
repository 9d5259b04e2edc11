import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { mergePersons } from "../../server/commands/merge-persons.ts";
import { restoreBatch } from "../../server/commands/restore-batch.ts";
import { undoPersonMerge } from "../../server/commands/undo-person-merge.ts";
import { previewWithdrawal, withdrawBatch } from "../../server/commands/withdraw-batch.ts";
import { answerCoverage } from "../../server/figures/coverage.ts";
import { parseWorkbook } from "../../server/import/parse-workbook.ts";
import { readCorrection, type SendingReport } from "../../server/import/sending.ts";
import { HEADLINE } from "../../server/policy/definition.ts";
import type { LedgerKind } from "../../server/policy/words.ts";
import { verifyCounts } from "../../server/tallies/verify.ts";
import { ADMINISTRATOR, forEachDatabase, openTestLedger, PROVINCE, type TestLedger } from "../builders/ledger.ts";
import {
  aCertificate,
  aFiling,
  aHeadcount,
  aMovement,
  anAppraisal,
  creditCodeOf,
  idNumberOf,
} from "../builders/rows.ts";
import { writeSheets } from "../builders/xlsx.ts";
import type { Row } from "../reference/province.ts";

forEachDatabase("a sending", (kind) => {
  let test: TestLedger;
  let folder: string;
  let files = 0;

  beforeEach(async () => {
    test = await openTestLedger(kind);
    folder = await mkdtemp(join(tmpdir(), "bajigong-sending-"));
  });
  afterEach(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function book(
    sheets: Partial<Record<LedgerKind, readonly Row[]>>,
    filledOn: string | null = "2026-10-01",
  ): Promise<string> {
    const path = join(folder, `${++files}.xlsx`);
    await writeSheets(
      path,
      Object.entries(sheets).map(([sheetKind, rows]) => ({ kind: sheetKind as LedgerKind, filledOn, rows: [...rows] })),
    );
    return path;
  }

  async function coverage(asOf = "2026-10-31") {
    const [figure] = answerCoverage(await test.view(), {
      asOf,
      groupBy: [],
      filter: {},
      basis: "REGISTER",
      definition: HEADLINE,
    });
    return {
      headcount: figure!.skilledHeadcount,
      certified: figure!.certifiedHeadcount,
      enterprises: figure!.enterpriseCount,
    };
  }

  async function expectNoDrift() {
    expect((await verifyCounts(test.ledger)).drift).toEqual([]);
  }

  const counts = (report: SendingReport, batch = 0) => {
    const sheets = report.batches[batch]!.sheets;
    const sum = (key: "read" | "created" | "changed" | "unchanged" | "refused") =>
      sheets.reduce((total, sheet) => total + sheet[key], 0);
    return {
      read: sum("read"),
      created: sum("created"),
      changed: sum("changed"),
      unchanged: sum("unchanged"),
      refused: sum("refused"),
    };
  };
  const errors = (report: SendingReport) =>
    report.batches.flatMap((batch) =>
      batch.faults.filter((fault) => fault.severity === "error").map((fault) => fault.code),
    );

  const base = () => ({
    FILINGS: [aFiling(1)],
    HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 10 })],
    CERTIFICATES: [aCertificate(1, 1), aCertificate(1, 2), aCertificate(1, 3)],
  });

  it("goes in whatever the order of its files and sheets, and moves the figure", async () => {
    const { FILINGS, HEADCOUNTS, CERTIFICATES } = base();
    const report = await test.importFiles([
      await book({ CERTIFICATES }),
      await book({ HEADCOUNTS }),
      await book({ FILINGS }),
    ]);
    expect(errors(report)).toEqual([]);
    expect(counts(report, 0)).toEqual({ read: 3, created: 3, changed: 0, unchanged: 0, refused: 0 });
    expect(await coverage()).toEqual({ headcount: 10, certified: 3, enterprises: 1 });
    await expectNoDrift();
  });

  it("changes nothing when it is sent again, whatever program wrote it", async () => {
    await test.importFiles([await book(base())]);
    const before = await coverage();
    const again = await test.importFiles([await book(base())]);
    expect(counts(again)).toEqual({ read: 5, created: 0, changed: 0, unchanged: 5, refused: 0 });
    expect(await coverage()).toEqual(before);
    await expectNoDrift();
  });

  it("never turns the clock back when an earlier file comes again after a later one", async () => {
    const first = await book({ FILINGS: [aFiling(1)], HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 10 })] });
    await test.importFiles([first]);
    await test.importFiles([await book({ HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 12 })] })]);
    const replayed = await test.importFiles([first]);
    expect(counts(replayed)).toEqual({ read: 2, created: 0, changed: 0, unchanged: 2, refused: 0 });
    expect((await coverage()).headcount).toBe(12);
  });

  it("takes a correction of a report that is a new statement", async () => {
    await test.importFiles([
      await book({ FILINGS: [aFiling(1)], HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 10 })] }),
    ]);
    const changed = await test.importFiles([await book({ HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 12 })] })]);
    expect(counts(changed)).toMatchObject({ changed: 1 });
    expect((await coverage()).headcount).toBe(12);
  });

  it("lets the good rows in and gives the refused ones back in a correction workbook that goes in once mended", async () => {
    const rows = base();
    const wrong = { ...aCertificate(1, 4), 职业技能等级: "技师" };
    const report = await test.importFiles([await book({ ...rows, CERTIFICATES: [...rows.CERTIFICATES, wrong] })]);
    expect(counts(report)).toEqual({ read: 6, created: 5, changed: 0, unchanged: 0, refused: 1 });
    expect(errors(report)).toContain("CERTIFICATE_LEVEL_MISMATCH");
    const bytes = await readCorrection({ ledger: test.ledger }, report.batches[0]!.id);
    expect(bytes).not.toBeNull();
    const path = join(folder, "correction.xlsx");
    await (await import("node:fs/promises")).writeFile(path, bytes!);
    const parsed = await parseWorkbook(path, "correction.xlsx", { today: "2026-10-31" });
    expect(parsed.sheets.map((sheet) => [sheet.kind, sheet.rows.length])).toEqual([["CERTIFICATES", 1]]);
    const mended = await test.importFiles([await book({ CERTIFICATES: [aCertificate(1, 4)] })]);
    expect(counts(mended)).toMatchObject({ created: 1, refused: 0 });
    expect((await coverage()).certified).toBe(4);
  });

  it("with atomic lets nothing in unless all does", async () => {
    const rows = base();
    const report = await test.importFiles(
      [
        await book({
          ...rows,
          CERTIFICATES: [...rows.CERTIFICATES, { ...aCertificate(1, 4), 证件号码: "510000199001010000" }],
        }),
      ],
      { mode: "atomic" },
    );
    expect(report.revision).toBeNull();
    expect(report.batches[0]!.status).toBe("REFUSED");
    const { read, created, changed, unchanged, refused } = counts(report);
    expect(read).toBe(created + changed + unchanged + refused);
    expect(await coverage()).toEqual({ headcount: 0, certified: 0, enterprises: 0 });
    expect((await test.importFiles([await book(base())], { mode: "atomic" })).batches[0]!.status).toBe("ADMITTED");
  });

  it("with dryRun says what would go in and lets nothing in", async () => {
    const report = await test.importFiles([await book(base())], { mode: "dryRun" });
    expect(counts(report)).toEqual({ read: 5, created: 5, changed: 0, unchanged: 0, refused: 0 });
    expect(await coverage()).toEqual({ headcount: 0, certified: 0, enterprises: 0 });
    const rows = await test.ledger.store.read((reader) =>
      reader.all<{ n: number }>("SELECT COUNT(*) AS n FROM person"),
    );
    expect(Number(rows[0]!.n)).toBe(0);
  });

  it("refuses both of two rows with one key and different content, wherever they stand", async () => {
    const report = await test.importFiles([
      await book({ FILINGS: [aFiling(1)], HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 10 })] }),
      await book({ HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 11 })] }),
    ]);
    expect(errors(report)).toEqual(["CONTRADICTION", "CONTRADICTION"]);
    expect((await coverage()).headcount).toBe(0);
  });

  it("says what to send first when a unit is not known", async () => {
    const report = await test.importFiles([await book({ HEADCOUNTS: [aHeadcount(7)] })]);
    expect(errors(report)).toEqual(["UNKNOWN_ENTERPRISE"]);
    expect(report.batches[0]!.faults[0]!.mend).toContain("先报送");
  });

  it("keeps a certificate's number with its person, level and unit", async () => {
    await test.importFiles([await book(base())]);
    const stolen = await test.importFiles([
      await book({ CERTIFICATES: [{ ...aCertificate(1, 1), 证件号码: idNumberOf(9), 姓名: "甲九" }] }),
    ]);
    expect(errors(stolen)).toEqual(["NUMBER_TAKEN"]);
    const other = await test.importFiles([await book({ CERTIFICATES: [{ ...aCertificate(1, 1), 备注: "补录" }] })]);
    expect(counts(other)).toMatchObject({ changed: 1, refused: 0 });
  });

  it("tells another name for a known number and renames nobody", async () => {
    await test.importFiles([await book(base())]);
    const report = await test.importFiles([
      await book({ CERTIFICATES: [{ ...aCertificate(1, 5), 证件号码: idNumberOf(1), 姓名: "别名" }] }),
    ]);
    expect(report.batches[0]!.faults.map((fault) => [fault.code, fault.severity])).toEqual([
      ["NAME_DIFFERS", "warning"],
    ]);
  });

  it("leaves what a sheet has no column for, empties what it leaves blank, and takes no withdrawal back", async () => {
    await test.importFiles([await book(base())]);
    await test.importFiles([
      await book({ CERTIFICATES: [{ ...aCertificate(1, 1), 注销日期: "2026-05-01", 学历: "大专" }] }),
    ]);
    expect((await coverage()).certified).toBe(2);
    const blank = await test.importFiles([
      await book({
        CERTIFICATES: [
          { ...aCertificate(1, 1), 注销日期: null, 学历: null },
          { ...aCertificate(1, 2), 注销日期: null, 学历: "本科" },
        ],
      }),
    ]);
    expect(errors(blank)).toEqual([]);
    expect((await coverage()).certified).toBe(2);
    const [row] = await test.ledger.store.read((reader) =>
      reader.all<{ content: string }>(
        "SELECT content FROM certificate_state WHERE fact_key = ? AND replaced_entry_id IS NULL",
        [String(aCertificate(1, 1).证书编号)],
      ),
    );
    expect(JSON.parse(row!.content)).toMatchObject({ withdrawnOn: "2026-05-01", education: null });
  });

  it("has a change of city hold from its day and leaves earlier days alone", async () => {
    await test.importFiles([await book(base())]);
    await test.importFiles([
      await book({
        FILINGS: [{ ...aFiling(1), "所属市（州）": "绵阳市", "所属县（市、区）": null, 变更生效日期: "2026-06-01" }],
      }),
    ]);
    const view = await test.view();
    const byCity = (asOf: string) =>
      answerCoverage(view, { asOf, groupBy: ["CITY"], filter: {}, basis: "REGISTER", definition: HEADLINE }).map(
        (row) => row.group.cityCode,
      );
    expect(byCity("2026-05-31")).toEqual(["510100"]);
    expect(byCity("2026-06-01")).toEqual(["510700"]);
  });

  it("can be asked as it was known on a past day", async () => {
    test.setToday("2026-10-20");
    await test.importFiles([await book({ ...base(), CERTIFICATES: [aCertificate(1, 1)] })]);
    test.setToday("2026-10-25");
    await test.importFiles([await book({ CERTIFICATES: [aCertificate(1, 2)] })]);
    const certified = async (knownAt?: string) =>
      answerCoverage(await test.view(knownAt ? { knownAt } : {}), {
        asOf: "2026-10-19",
        groupBy: [],
        filter: {},
        basis: "REGISTER",
        definition: HEADLINE,
      })[0]!.certifiedHeadcount;
    expect([
      await certified("2026-10-19"),
      await certified("2026-10-20"),
      await certified("2026-10-24"),
      await certified("2026-10-25"),
      await certified(),
    ]).toEqual([0, 1, 1, 2, 2]);
  });

  it("withdrawn is as if it had never come, and restored as if it had not been withdrawn", async () => {
    await test.importFiles([await book(base())]);
    const second = await test.importFiles([
      await book({
        HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 20 })],
        CERTIFICATES: [aCertificate(1, 4), { ...aCertificate(1, 1), 注销日期: "2026-05-01" }],
        MOVEMENTS: [aMovement(2, "离职", "2026-06-01", { 原单位统一社会信用代码: creditCodeOf(1) })],
      }),
    ]);
    expect(errors(second)).toEqual([]);
    const after = await coverage();
    expect(after).toEqual({ headcount: 20, certified: 2, enterprises: 1 });
    const batchId = second.batches[0]!.id;
    const preview = await previewWithdrawal({ ledger: test.ledger, tallies: test.tallies }, PROVINCE, batchId);
    expect(preview).toMatchObject({
      refusal: null,
      certifiedHeadcountBefore: 2,
      certifiedHeadcountAfter: 3,
      rateBefore: 0.1,
      rateAfter: 0.3,
    });
    expect(await coverage()).toEqual(after);
    expect(
      (await withdrawBatch({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, { batchId, reason: "发错月份" })).refusal,
    ).toBeNull();
    expect(await coverage()).toEqual({ headcount: 10, certified: 3, enterprises: 1 });
    await expectNoDrift();
    expect(
      (await withdrawBatch({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, { batchId, reason: "再撤" })).refusal
        ?.code,
    ).toBe("ALREADY_WITHDRAWN");
    expect(
      (await restoreBatch({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, { batchId, reason: "没有发错" })).refusal,
    ).toBeNull();
    expect(await coverage()).toEqual(after);
    await expectNoDrift();
  });

  it("withdrawn under a later statement leaves the later statement", async () => {
    const first = await test.importFiles([
      await book({ FILINGS: [aFiling(1)], HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 10 })] }),
    ]);
    await test.importFiles([
      await book({ HEADCOUNTS: [aHeadcount(1, { 技能岗位从业人员合计: 12 })], CERTIFICATES: [aCertificate(1, 1)] }),
    ]);
    await withdrawBatch({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, {
      batchId: first.batches[0]!.id,
      reason: "撤回",
    });
    // The unit has gone with its only batch; its report and certificate stay and are listed.
    expect(await coverage()).toEqual({ headcount: 0, certified: 0, enterprises: 0 });
    const faults = await test.ledger.store.read((reader) =>
      reader.all<{ code: string }>("SELECT code FROM fault WHERE code = 'GROUND_WITHDRAWN'"),
    );
    expect(faults.length).toBe(2);
    await restoreBatch({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, {
      batchId: first.batches[0]!.id,
      reason: "恢复",
    });
    expect(await coverage()).toEqual({ headcount: 12, certified: 1, enterprises: 1 });
    const left = await test.ledger.store.read((reader) =>
      reader.all<{ code: string }>("SELECT code FROM fault WHERE code = 'GROUND_WITHDRAWN'"),
    );
    expect(left).toEqual([]);
    await expectNoDrift();
  });

  it("keeps a fact that two batches stated when one of them is withdrawn", async () => {
    const first = await test.importFiles([await book(base())]);
    await test.importFiles([await book(base())]);
    await withdrawBatch({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, {
      batchId: first.batches[0]!.id,
      reason: "撤回",
    });
    expect(await coverage()).toEqual({ headcount: 10, certified: 3, enterprises: 1 });
    await expectNoDrift();
  });

  it("makes two numbers one person by a deed, and two again", async () => {
    const rows = base();
    await test.importFiles([
      await book({ ...rows, CERTIFICATES: [aCertificate(1, 1), { ...aCertificate(1, 2), 姓名: "甲一" }] }),
    ]);
    expect((await coverage()).certified).toBe(2);
    const merged = await mergePersons({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, {
      wrongIdNumber: idNumberOf(2),
      rightIdNumber: idNumberOf(1),
      reason: "录错",
    });
    expect(merged.refusal).toBeNull();
    expect((await coverage()).certified).toBe(1);
    await expectNoDrift();
    await test.importFiles([
      await book({ MOVEMENTS: [aMovement(2, "离职", "2026-07-01", { 原单位统一社会信用代码: creditCodeOf(1) })] }),
    ]);
    expect((await coverage()).certified).toBe(0);
    await expectNoDrift();
    expect(
      (
        await undoPersonMerge({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, {
          mergeId: merged.mergeId!,
          reason: "不是同一人",
        })
      ).refusal,
    ).toBeNull();
    expect((await coverage()).certified).toBe(1);
    await expectNoDrift();
  });

  it("takes the approved lists of the province only from its administrators", async () => {
    await test.importFiles([await book(base())]);
    const list = await book({ APPRAISALS: [anAppraisal(1, 1)] });
    const bureau = { name: "bureau", role: "CITY_BUREAU", from: "test" } as const;
    expect(errors(await test.importFiles([list], { actor: bureau }))).toEqual(["APPRAISALS_ARE_PROVINCIAL"]);
    expect(errors(await test.importFiles([list]))).toEqual([]);
  });

  it("is checked again when someone else wrote between check and commit", async () => {
    await test.importFiles([await book(base())]);
    const other = await book({ CERTIFICATES: [aCertificate(1, 4)] });
    let intruded = false;
    const report = await test.importFiles(
      [await book({ CERTIFICATES: [{ ...aCertificate(1, 4), 姓名: "甲四" }, aCertificate(1, 5)] })],
      {
        onStation: async (station) => {
          if (station !== "written" || intruded) return;
          intruded = true;
          await test.importFiles([other]);
        },
      },
    );
    expect(counts(report)).toMatchObject({ read: 2, created: 1, refused: 0 });
    expect((await coverage()).certified).toBe(5);
    await expectNoDrift();
  });

  it("says of a file that holds no ledger that it could not be read, and lets the others in", async () => {
    const path = join(folder, "notes.xlsx");
    await (await import("node:fs/promises")).writeFile(path, "not a workbook at all");
    const report = await test.importFiles([path, await book(base())]);
    expect(report.batches.map((batch) => batch.status)).toEqual(["UNREADABLE", "ADMITTED"]);
    expect(report.batches[0]!.error).toBeTruthy();
  });
});
