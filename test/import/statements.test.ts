import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withdrawBatch } from "../../server/commands/withdraw-batch.ts";
import { type RowWork, refuseContradictions, type SheetWork } from "../../server/import/draft.ts";
import { READ_LIMITS } from "../../server/import/read-raw.ts";
import { XlsxBook } from "../../server/import/read-xlsx.ts";
import { readCorrection, type SendingReport } from "../../server/import/sending.ts";
import type { LedgerKind } from "../../server/policy/words.ts";
import { ADMINISTRATOR, forEachDatabase, openTestLedger, PROVINCE, type TestLedger } from "../builders/ledger.ts";
import {
  aCertificate,
  aDirectCertificate,
  aFiling,
  aHeadcount,
  anAppraisal,
  creditCodeOf,
  filingNumberOf,
  idNumberOf,
  titleNumberOf,
} from "../builders/rows.ts";
import { writeSheets } from "../builders/xlsx.ts";
import type { Row } from "../reference/province.ts";

type Sheets = Partial<Record<LedgerKind, readonly Row[]>>;

forEachDatabase("what rows state", (kind) => {
  let test: TestLedger;
  let folder: string;
  let files = 0;

  beforeEach(async () => {
    test = await openTestLedger(kind);
    folder = await mkdtemp(join(tmpdir(), "bajigong-statements-"));
  });
  afterEach(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function book(sheets: Sheets, filledOn: string | null = "2026-10-01"): Promise<string> {
    const path = join(folder, `${++files}.xlsx`);
    await writeSheets(
      path,
      Object.entries(sheets).map(([sheetKind, rows]) => ({ kind: sheetKind as LedgerKind, filledOn, rows: [...rows] })),
    );
    return path;
  }
  const send = async (...sheets: readonly Sheets[]) =>
    test.importFiles(await Promise.all(sheets.map((each) => book(each))));
  const query = <T>(sql: string, values: (string | number)[] = []) =>
    test.ledger.store.read((reader) => reader.all<T>(sql, values));
  const contentOf = async (table: string, key: string) => {
    const [row] = await query<{ content: string }>(
      `SELECT content FROM ${table} WHERE fact_key = ? AND replaced_entry_id IS NULL`,
      [key],
    );
    return JSON.parse(row!.content) as Record<string, unknown>;
  };
  const told = (report: SendingReport, severity = "error") =>
    report.batches.flatMap((batch) => batch.faults.filter((fault) => fault.severity === severity));
  const errors = (report: SendingReport) => told(report).map((fault) => fault.code);
  const without = (row: Row, ...columns: string[]): Row =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
  const citiesOf = () =>
    query<{ from_day: string; city_code: string }>(
      `SELECT s.from_day, s.city_code FROM enterprise_state s JOIN enterprise u ON u.id = s.enterprise_id
        WHERE u.credit_code = ? AND s.replaced_entry_id IS NULL ORDER BY s.from_day`,
      [creditCodeOf(1)],
    ).then((rows) => rows.map((row) => row.city_code));

  describe("an enterprise in time", () => {
    const at = (city: string, changedOn: string | null) =>
      aFiling(1, { "所属市（州）": city, "所属县（市、区）": null, 变更生效日期: changedOn });

    it("is told by the earliest day first, whatever the order of rows", async () => {
      const rows = [at("德阳", "2026-06-01"), at("成都", "2025-01-01")];
      expect(errors(await send({ FILINGS: rows }))).toEqual([]);
      const states = await query<{ from_day: string; city_code: string }>(
        "SELECT from_day, city_code FROM enterprise_state WHERE replaced_entry_id IS NULL ORDER BY from_day",
      );
      expect(states.map((state) => state.city_code)).toEqual(["510100", "510600"]);
      expect(states[1]!.from_day).toBe("2026-06-01");
      expect(states[0]!.from_day < "2000-01-01").toBe(true);
    });

    it("is told by the earliest day first, whatever the order of files, and after one of them is withdrawn", async () => {
      const report = await send(
        { FILINGS: [at("德阳", "2026-06-01")] },
        { FILINGS: [at("绵阳", "2026-03-01")] },
        { FILINGS: [at("成都", "2025-01-01")] },
      );
      expect(await citiesOf()).toEqual(["510100", "510700", "510600"]);
      await withdrawBatch({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, {
        batchId: report.batches[2]!.id,
        reason: "撤回",
      });
      expect(await citiesOf()).toEqual(["510700", "510600"]);
    });

    it("is described by the row without 变更生效日期 as it was before the change, whichever row comes first", async () => {
      for (const rows of [
        [at("成都", null), at("德阳", "2026-07-01")],
        [at("德阳", "2026-07-01"), at("成都", null)],
      ]) {
        const report = await send({ FILINGS: rows });
        expect(errors(report)).toEqual([]);
        expect(await citiesOf()).toEqual(["510100", "510600"]);
        await withdrawBatch({ ledger: test.ledger }, ADMINISTRATOR, PROVINCE, {
          batchId: report.batches[0]!.id,
          reason: "撤回",
        });
      }
    });

    it("of two sheets filled in on different days is refused in both, with how to send them", async () => {
      const report = await test.importFiles([
        await book({ FILINGS: [at("德阳", null)] }, "2026-06-01"),
        await book({ FILINGS: [at("成都", null)] }, "2026-09-01"),
      ]);
      expect(told(report).map((fault) => [fault.code, fault.found])).toEqual([
        ["CONTRADICTION", "德阳市"],
        ["CONTRADICTION", "成都市"],
      ]);
      for (const fault of told(report)) expect(fault.mend).toContain("两张表的填报时间不同的，分两次上传");
    });

    it("of one and the same day is refused in both, whether a row states the day or its sheet", async () => {
      const report = await send({ FILINGS: [at("德阳", "2026-10-01"), at("成都", null)] });
      expect(errors(report)).toEqual(["CONTRADICTION", "CONTRADICTION"]);
    });
  });

  describe("a sheet without a column", () => {
    const REQUIRED = ["姓名", "证件号码", "统一社会信用代码", "职业技能等级", "认定方式", "证书编号", "发证日期"];
    const only = (row: Row, ...more: string[]): Row =>
      Object.fromEntries(Object.entries(row).filter(([column]) => [...REQUIRED, ...more].includes(column)));

    it("withdraws a certificate that the ledger has", async () => {
      const row = aCertificate(1, 1);
      await send({ FILINGS: [aFiling(1)], CERTIFICATES: [row] });
      const report = await send({ CERTIFICATES: [{ ...only(row, "注销日期"), 注销日期: "2026-05-01" }] });
      expect(told(report)).toEqual([]);
      expect(report.batches[0]!.sheets[0]).toMatchObject({ changed: 1, refused: 0 });
      expect(await contentOf("certificate_state", String(row.证书编号))).toMatchObject({
        withdrawnOn: "2026-05-01",
        occupationCode: "6-18-01-01",
      });
    });

    it("resends a direct certificate without its condition and publicity, but not with them emptied", async () => {
      const row = aDirectCertificate(1, 1);
      const direct = { FILINGS: [aFiling(1, { 直接认定方案备案日期: "2024-06-01" })] };
      expect(errors(await send({ ...direct, CERTIFICATES: [row] }))).toEqual([]);
      const again = await send({ CERTIFICATES: [{ ...only(row), 备注: "补录" }] });
      expect(told(again)).toEqual([]);
      expect(await contentOf("certificate_state", String(row.证书编号))).toMatchObject({
        directCondition: "三(二)1(1)",
        publicityFrom: "2025-02-01",
        remark: "补录",
      });
      const emptied = await send({ CERTIFICATES: [{ ...only(row), 直接认定条件: null }] });
      expect(errors(emptied)).toEqual(["DIRECT_CONDITION_MISSING"]);
    });

    it("resends a 职业资格证书 and another body's certificate as what they are", async () => {
      const qualification = {
        ...aCertificate(1, 1),
        证书类别: "职业资格证书",
        证书编号: "0912345678301234",
      };
      const outside = {
        ...aCertificate(1, 2, { 证书编号: `${filingNumberOf(7)}253000002` }),
        评价机构名称: "另一评价机构",
        机构备案号: filingNumberOf(7),
      };
      const filed = { FILINGS: [aFiling(1)] };
      expect(errors(await send({ ...filed, CERTIFICATES: [qualification, outside] }))).toEqual([]);
      const outsides = () =>
        query<{ kind: string; is_outside: number }>(
          "SELECT kind, is_outside FROM certificate_state WHERE replaced_entry_id IS NULL ORDER BY kind",
        );
      const before = await outsides();
      expect(before).toEqual([
        { kind: "LEVEL", is_outside: 1 },
        { kind: "QUALIFICATION", is_outside: 0 },
      ]);
      const again = await send({
        CERTIFICATES: [only(qualification), only(outside)].map((row) => ({ ...row, 备注: "补" })),
      });
      expect(errors(again)).toEqual([]);
      expect(again.batches[0]!.sheets[0]).toMatchObject({ changed: 2 });
      expect(await outsides()).toEqual(before);
    });

    it("leaves a withdrawal in the ledger, with which a new day of issue must still agree", async () => {
      const row = aCertificate(1, 1);
      await send({ FILINGS: [aFiling(1)], CERTIFICATES: [{ ...row, 注销日期: "2025-05-01" }] });
      expect(errors(await send({ CERTIFICATES: [{ ...only(row), 发证日期: "2025-06-01" }] }))).toEqual([
        "WITHDRAWN_BEFORE_ISSUED",
      ]);
    });

    it("withdraws a filing, and moves a unit, without the columns that stand", async () => {
      await send({ FILINGS: [aFiling(1)] });
      const withdrawn = without(
        aFiling(1, { 备案状态: "已注销", 注销日期: "2026-08-01" }),
        "有效期止",
        "职业名称",
        "职业编码",
        "技能等级",
      );
      expect(errors(await send({ FILINGS: [withdrawn] }))).toEqual([]);
      const key = `${filingNumberOf(1)}|2024-01-01`;
      expect(await contentOf("filing_term_state", key)).toMatchObject({
        withdrawnOn: "2026-08-01",
        validUntil: "2026-12-31",
      });
      const moved = without(
        aFiling(1, { "所属市（州）": "绵阳市", "所属县（市、区）": null, 变更生效日期: "2026-06-01" }),
        ...["机构备案号", "有效期起", "有效期止", "注销日期", "职业名称", "职业编码", "工种", "技能等级"],
      );
      expect(errors(await send({ FILINGS: [moved] }))).toEqual([]);
      expect(await citiesOf()).toEqual(["510100", "510700"]);
      const unknown = { ...moved, 统一社会信用代码: creditCodeOf(2), 单位名称: "演示单位2有限公司" };
      const columns = told(await send({ FILINGS: [unknown] })).map((fault) => [fault.column, fault.cell]);
      expect(columns).toEqual([
        ["机构备案号", null],
        ["有效期起", null],
        ["有效期止", null],
      ]);
    });

    it("keeps a title's cancellation, with which a new day of approval must still agree", async () => {
      await send({
        FILINGS: [aFiling(1)],
        APPRAISALS: [anAppraisal(1, 1, { 核准日期: "2025-12-20", 取消日期: "2026-03-01" })],
      });
      const later = without(anAppraisal(1, 1, { 核准日期: "2026-04-01" }), "取消日期", "取消事由");
      expect(errors(await send({ APPRAISALS: [later] }))).toEqual(["CANCELLED_BEFORE_APPROVED"]);
      const twisted = anAppraisal(1, 1, { 核准日期: "2026-04-01", 取消日期: "2026-03-01" });
      expect(errors(await send({ APPRAISALS: [twisted] }))).toEqual(["CANCELLED_BEFORE_APPROVED"]);
    });
  });

  describe("a new person", () => {
    it("is named by an admitted row, never by a refused one", async () => {
      const report = await send({
        FILINGS: [aFiling(1)],
        CERTIFICATES: [
          { ...aCertificate(1, 1), 姓名: "错名", 职业技能等级: "技师", 发证日期: "2025-01-05" },
          { ...aCertificate(1, 5), 证件号码: idNumberOf(1), 姓名: "真名" },
          { ...aCertificate(1, 6), 证件号码: idNumberOf(1), 姓名: "别名", 发证日期: "2025-08-01" },
        ],
      });
      expect(await query("SELECT name FROM person")).toEqual([{ name: "真名" }]);
      const names = told(report, "warning").filter((fault) => fault.code === "NAME_DIFFERS");
      expect(names.map((fault) => [fault.found, fault.message])).toEqual([
        ["别名", "同一次报送的另一行里这个证件号码的姓名是“真名”，按那一行收入"],
      ]);
    });
  });

  describe("a title's number", () => {
    it("is one title's within a sending", async () => {
      const number = titleNumberOf(1, 1);
      const report = await send({
        FILINGS: [aFiling(1)],
        APPRAISALS: [anAppraisal(1, 1, { 证书编号: number }), anAppraisal(1, 2, { 证书编号: number })],
      });
      expect(told(report).map((fault) => [fault.code, fault.row])).toEqual([
        ["CONTRADICTION", 3],
        ["CONTRADICTION", 4],
      ]);
      for (const fault of told(report)) expect(fault.found).toMatch(/^\d{6}\*{8}\d{3}[\dX]$/);
    });

    it("stays with its person and level, also when the title is approved again", async () => {
      const number = titleNumberOf(1, 1);
      await send({ FILINGS: [aFiling(1)], APPRAISALS: [anAppraisal(1, 1, { 证书编号: number })] });
      const again = anAppraisal(1, 1, { 批次年度: 2026, 评定类型: "再次", 核准日期: "2026-09-20", 证书编号: number });
      expect(errors(await send({ APPRAISALS: [again] }))).toEqual([]);
      expect(errors(await send({ APPRAISALS: [anAppraisal(1, 2, { 证书编号: number })] }))).toEqual(["NUMBER_TAKEN"]);
    });
  });

  describe("what is told", () => {
    it("calls a column that the sheet lacks as the ledger heads it, in the report and in the correction", async () => {
      const row = without(aDirectCertificate(1, 1), "直接认定条件");
      const report = await send({ FILINGS: [aFiling(1, { 直接认定方案备案日期: "2024-06-01" })], CERTIFICATES: [row] });
      expect(told(report).map((fault) => [fault.code, fault.column, fault.cell])).toEqual([
        ["DIRECT_CONDITION_MISSING", "直接认定条件", null],
      ]);
      const path = join(folder, "correction.xlsx");
      await writeFile(path, (await readCorrection({ ledger: test.ledger }, report.batches[0]!.id))!);
      const correction = await XlsxBook.open(path, READ_LIMITS);
      const xml = (await correction.zip.read(correction.sheets[0]!.part!)).toString("utf8");
      await correction.close();
      expect(xml).toContain("【直接认定条件】直接认定没有填写直接认定条件");
      const missing = await send({ HEADCOUNTS: [without(aHeadcount(1), "统一社会信用代码")] });
      expect(told(missing).map((fault) => [fault.code, fault.column])).toEqual([
        ["MISSING_COLUMN", "统一社会信用代码"],
      ]);
    });

    it("names one cause once", async () => {
      const report = await send({
        FILINGS: [aFiling(1, { 直接认定方案备案日期: "2024-06-01" })],
        CERTIFICATES: [
          aDirectCertificate(1, 1, { 结果公示起: "2025-02-09", 结果公示止: "2025-02-01" }),
          aCertificate(1, 2, { 职业名称: "没有这个职业", 职业编码: null }),
        ],
      });
      expect(errors(report)).toEqual(["PUBLICITY_REVERSED", "OCCUPATION_UNKNOWN"]);
    });

    it("says with atomic why a faultless file did not go in", async () => {
      const good = await book({ FILINGS: [aFiling(1)] });
      const bad = await book({ HEADCOUNTS: [aHeadcount(7), aHeadcount(8)] });
      const notes = join(folder, "说明.xlsx");
      await writeFile(notes, "not a workbook at all");
      const unread = await test.importFiles([good, notes], { mode: "atomic" });
      expect(unread.batches.map((batch) => batch.status)).toEqual(["REFUSED", "UNREADABLE"]);
      expect(unread.batches[0]!.error).toBe("同一次报送中《说明.xlsx》无法读取，按整体报送退回。");
      expect(unread.batches[1]!.error).not.toContain("。。");
      const refused = await test.importFiles([good, bad], { mode: "atomic" });
      expect(refused.batches.map((batch) => batch.error)).toEqual([
        "同一次报送有2行退回，按整体报送一行也没有收入。",
        "同一次报送有2行退回，按整体报送一行也没有收入。",
      ]);
      const kept = await query<{ error: string | null }>("SELECT error FROM batch WHERE id = ?", [
        refused.batches[0]!.id,
      ]);
      expect(kept[0]!.error).toBe(refused.batches[0]!.error);
    });
  });
});

describe("contradictions", () => {
  const sheet = { fileName: "a.xlsx", sheet: { name: "表", filledOn: null } } as unknown as SheetWork;
  const rowOf = (row: number, content: object): RowWork => ({ sheet, row, content, findings: [], result: null });
  const refuse = (rows: readonly RowWork[]) => {
    refuseContradictions(
      rows,
      () => "one key",
      (row) => row.content as Record<string, unknown>,
      "单位",
    );
    return rows.map((row) => row.findings.map((finding) => finding.message.match(/第(\d+)行/)![1]).join());
  };

  it("refuse every row of a statement that differs from another, each with one opponent, however far apart", () => {
    const rows = [
      ...Array.from({ length: 600 }, (_, at) => rowOf(at + 2, { name: "甲" })),
      rowOf(602, { name: "乙" }),
      rowOf(603, { remark: "没有名称列" }),
    ];
    const opponents = refuse(rows);
    expect(new Set(opponents.slice(0, 600))).toEqual(new Set(["602"]));
    expect(opponents.slice(600)).toEqual(["2", ""]);
  });

  it("cost no more for many rows that say the same", () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => rowOf(at + 2, { name: at % 2 ? "甲" : "乙" }));
    const began = performance.now();
    expect(refuse(rows).every((opponent) => opponent !== "")).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
