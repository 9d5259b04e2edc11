import { stat } from "node:fs/promises";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { writeCorrection } from "../../../server/import/correction.ts";
import type { CellFinding, ParsedWorkbook } from "../../../server/import/parsed.ts";
import { READ_LIMITS } from "../../../server/import/read-raw.ts";
import { XlsxBook } from "../../../server/import/read-xlsx.ts";
import { clause } from "../../../server/policy/clauses.ts";
import {
  aCreditCode,
  addressed,
  aFile,
  anIdNumber,
  aPath,
  aWorkbook,
  codes,
  fixture,
  read,
  type Value,
} from "./workbooks.ts";

const HEADER = ["姓名", "证件号码", "变动类型", "原单位统一社会信用代码", "变动日期"];
const aMovement = (number: number, kind = "离职"): Value[] => [
  `人员${number}`,
  anIdNumber(number),
  kind,
  aCreditCode(1),
  "2026-03-31",
];

type Refused = Map<number, Map<number, readonly CellFinding[]>>;

/** All rows with an error, as an import refuses them. */
function faulty(workbook: ParsedWorkbook): Refused {
  return refusing(workbook, ({ findings }) => findings.some(({ severity }) => severity === "error"));
}

function refusing(
  workbook: ParsedWorkbook,
  which: (row: ParsedWorkbook["sheets"][number]["rows"][number]) => boolean,
): Refused {
  return new Map(
    workbook.sheets.map(({ index, rows }) => [
      index,
      new Map(rows.filter(which).map(({ row, findings }) => [row, findings])),
    ]),
  );
}

async function correct(path: string, which: (workbook: ParsedWorkbook) => Refused = faulty) {
  const workbook = await read(path);
  const out = aPath("xlsx");
  await writeCorrection({ path, fileName: workbook.fileName, workbook }, which(workbook), out);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  return { out, book, sheet: book.worksheets[0]!, back: await read(out) };
}

function values(sheet: ExcelJS.Worksheet, row: number): unknown[] {
  return (sheet.getRow(row).values as unknown[]).slice(1);
}

/** A formula without its result comes back as an empty cell, and what Excel made a date as the text that it showed. */
function sentBack(code: string): string {
  return code === "FORMULA_UNSOLVED" ? "REQUIRED_EMPTY" : code === "TURNED_INTO_DATE" ? "UNKNOWN_VALUE" : code;
}

describe("a correction workbook", () => {
  it("holds what stood above the table, the header, and only the refused rows, with 问题 and 原行号", async () => {
    const path = await aWorkbook({
      name: "附件2",
      rows: [
        ["人员变动表"],
        ["填报时间：2026年10月8日"],
        HEADER,
        aMovement(1),
        aMovement(2, "升职"),
        aMovement(3),
        aMovement(4, "降职"),
      ],
      merges: ["A1:E1"],
    });
    const { sheet } = await correct(path);
    expect(sheet.name).toBe("附件2");
    expect(values(sheet, 1)[0]).toBe("人员变动表");
    expect(values(sheet, 2)[0]).toBe("填报时间：2026年10月8日");
    expect(values(sheet, 3)).toEqual([...HEADER, "问题", "原行号"]);
    const [problem, number] = values(sheet, 4).slice(5);
    expect(values(sheet, 4).slice(0, 5)).toEqual(aMovement(2, "升职"));
    expect(problem).toMatch(/^【变动类型】“升职”不在可填的范围内。/);
    expect([number, values(sheet, 5).at(-1)]).toEqual([5, 7]);
    expect(sheet.rowCount).toBe(5);
    expect(sheet.model.merges).toEqual(["A1:E1"]);
  });

  it("fills the faulty cell and explains it in a comment", async () => {
    const { sheet } = await correct(await aWorkbook({ rows: [HEADER, aMovement(1, "升职")] }));
    expect(sheet.getCell("C2").fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFF9DDD0" } });
    expect(JSON.stringify(sheet.getCell("C2").note)).toContain("升职");
    expect(sheet.getCell("B2").note).toBeUndefined();
    expect(sheet.getCell("B2").fill).toBeUndefined();
  });

  it("tells errors first, then the warnings as 提示, each with its clause", async () => {
    const path = await aWorkbook({ rows: [HEADER, aMovement(1)] });
    const warning: CellFinding = {
      code: "W",
      severity: "warning",
      column: "personName",
      message: "改了姓名",
      mend: "请核对",
      clause: null,
      found: "人员1",
    };
    const error: CellFinding = {
      code: "E",
      severity: "error",
      column: null,
      message: "查无此人",
      mend: "先报证书",
      clause: clause("四(一)"),
      found: null,
    };
    const { sheet } = await correct(path, () => new Map([[0, new Map([[2, [warning, error]]])]]));
    expect(sheet.getCell("F2").value).toBe("查无此人。先报证书。（四(一)）\n提示：【姓名】改了姓名。请核对。");
    expect(sheet.getCell("A2").fill).toMatchObject({ fgColor: { argb: "FFFBEBC8" } });
  });

  it("keeps the sender's widths, formats and fonts", async () => {
    const book = new ExcelJS.Workbook();
    const sent = book.addWorksheet("变动");
    sent.addRows([HEADER, aMovement(1), [...aMovement(2, "升职").slice(0, 4), new Date("2026-03-31T00:00:00Z")]]);
    sent.getColumn(2).width = 31;
    sent.getColumn(4).hidden = true;
    sent.getRow(1).font = { bold: true, name: "黑体", size: 14 };
    sent.getRow(3).hidden = true;
    sent.getCell("C3").font = { italic: true };
    sent.getCell("E3").numFmt = 'yyyy"年"m"月"d"日"';
    sent.getCell("C3").dataValidation = { type: "list", formulae: ['"离职,退休"'] };
    sent.getCell("A3").dataValidation = { type: "list", formulae: ["Sheet2!$A$1:$A$3"] };
    const path = aPath("xlsx");
    await book.xlsx.writeFile(path);
    const { sheet } = await correct(path);
    expect(sheet.getColumn(2).width).toBe(31);
    expect(sheet.getColumn(4).hidden).toBe(false);
    expect(sheet.getRow(2).hidden).toBe(false);
    expect(sheet.getCell("A1").font).toMatchObject({ bold: true, name: "黑体", size: 14 });
    expect(sheet.getCell("C2").font).toMatchObject({ italic: true });
    expect(sheet.getCell("C2").fill).toMatchObject({ pattern: "solid" });
    expect(sheet.getCell("E2").value).toEqual(new Date("2026-03-31T00:00:00Z"));
    expect(sheet.getCell("E2").numFmt).toBe('yyyy"年"m"月"d"日"');
    expect(sheet.getCell("C2").dataValidation).toMatchObject({ formulae: ['"离职,退休"'] });
    expect(sheet.getCell("A2").dataValidation).toBeUndefined();
  });

  it("makes the cell of a rounded number a text, so that the mended one is not rounded again", async () => {
    const { sheet } = await correct(
      await aWorkbook({ rows: [HEADER, ["张三", 510700199001010000, "离职", aCreditCode(), "2026-03-31"]] }),
    );
    expect(sheet.getCell("B2").numFmt).toBe("@");
    expect(sheet.getCell("B2").value).toBe(510700199001010000);
  });

  it("lets every refused row of a merged block stand on its own, with nothing lost of rows that went in", async () => {
    const header = [
      "单位名称",
      "统一社会信用代码",
      "企业类别",
      "所属市（州）",
      "所属产业",
      "备案状态",
      "职业编码",
      "技能等级",
    ];
    const path = await aWorkbook({
      rows: [
        header,
        ["测试公司", aCreditCode(1), "省属国企", "成都市", "装备制造", "已备案", "6-31-01-03", "五级至一级"],
        [null, null, null, null, null, null, "6-18-01-01", "各等级"],
        [null, null, null, null, null, null, "6-18-02-04", "若干级"],
      ],
      merges: ["A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:E4", "F2:F4"],
    });
    const { sheet, back } = await correct(path);
    expect(values(sheet, 2).slice(0, 8)).toEqual([
      "测试公司",
      aCreditCode(1),
      "省属国企",
      "成都市",
      "装备制造",
      "已备案",
      "6-18-01-01",
      "各等级",
    ]);
    expect(values(sheet, 3)[0]).toBe("测试公司");
    expect(sheet.model.merges).toEqual([]);
    expect(addressed(back.sheets[0]!)).toEqual(["H2 UNKNOWN_VALUE", "H3 UNKNOWN_VALUE"]);
  });

  it("keeps a header of two rows with its groups", async () => {
    const path = await aWorkbook({
      rows: [
        ["单位名称", "统一社会信用代码", "报告期", "技能岗位从业人员合计", "其中：", null],
        [null, null, null, null, "在岗职工", "劳务派遣"],
        ["甲", aCreditCode(), "2026Q3", "约十人", 6, 4],
      ],
      merges: ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"],
    });
    const { sheet, back } = await correct(path);
    expect([...sheet.model.merges].sort()).toEqual(["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"]);
    expect(sheet.getCell("G2").value).toBe("问题");
    expect(back.sheets[0]!.columns.map(({ key }) => key)).toContain("dispatchedHeadcount");
  });

  it("keeps texts that begin like formulas as texts, and formulas as their results", async () => {
    const path = await aWorkbook({
      rows: [
        HEADER,
        ["=1+1", anIdNumber(1), "升职", aCreditCode(), { formula: '"2026-"&"03-31"', result: "2026-03-31" }],
        ["@张", anIdNumber(2), "升职", aCreditCode(), "-"],
      ],
    });
    const { sheet, out } = await correct(path);
    expect(sheet.getCell("A2").value).toBe("=1+1");
    expect(sheet.getCell("A3").value).toBe("@张");
    expect(sheet.getCell("E2").value).toBe("2026-03-31");
    const book = await XlsxBook.open(out, READ_LIMITS);
    const xml = (await book.zip.read(book.sheets[0]!.part!)).toString("utf8");
    await book.close();
    expect(xml).not.toContain("<f>");
  });

  it("mended and sent back is read as the same kind without a fault, its own columns ignored", async () => {
    const { book, sheet } = await correct(
      await aWorkbook({ rows: [["人员变动表"], HEADER, aMovement(1), aMovement(2, "升职")], merges: ["A1:E1"] }),
    );
    sheet.getCell("C3").value = "退休";
    const path = aPath("xlsx");
    await book.xlsx.writeFile(path);
    const [mended] = (await read(path)).sheets;
    expect(mended).toMatchObject({ kind: "MOVEMENTS", unknownColumns: [], findings: [] });
    expect(mended!.rows).toMatchObject([
      { content: { personName: "人员2", movementKind: "RETIREMENT" }, findings: [] },
    ]);
  });

  it("of a correction uses its 问题 and 原行号 again", async () => {
    const once = await correct(await aWorkbook({ rows: [HEADER, aMovement(1, "升职")] }));
    const twice = await correct(once.out);
    expect(values(twice.sheet, 1)).toEqual([...HEADER, "问题", "原行号"]);
    expect(twice.sheet.getCell("G2").value).toBe(2);
  });

  it("leaves out sheets without a refused row", async () => {
    const path = await aWorkbook(
      { name: "一", rows: [HEADER, aMovement(1)] },
      { name: "二", rows: [HEADER, aMovement(1, "升职")] },
    );
    expect((await correct(path)).book.worksheets.map(({ name }) => name)).toEqual(["二"]);
  });

  it("of a CSV is an .xlsx of texts, so that no number is rounded", async () => {
    const path = await aFile("csv", `${HEADER.join(",")}\n001,${anIdNumber(1)},升职,${aCreditCode()},2026/3/31\n`);
    const { sheet, back } = await correct(path);
    expect(values(sheet, 2).slice(0, 5)).toEqual(["001", anIdNumber(1), "升职", aCreditCode(), "2026/3/31"]);
    expect(sheet.getCell("B2").numFmt).toBe("@");
    expect(addressed(back.sheets[0]!)).toEqual(["C2 UNKNOWN_VALUE"]);
  });

  it.each(["faults-openpyxl.xlsx", "faults-libreoffice.xlsx", "faults-exceljs.xlsx", "faults-libreoffice.xls"])(
    "of %s has every refused row with the same faults as before",
    async (name) => {
      const before = await read(fixture(name));
      const { back } = await correct(fixture(name));
      const errors = (book: ParsedWorkbook) =>
        book.sheets.map(({ rows }) =>
          rows
            .filter(({ findings }) => findings.some(({ severity }) => severity === "error"))
            .map(({ findings }) => codes(findings).map(sentBack)),
        );
      expect(errors(back)).toEqual(errors(before));
    },
  );

  it("of very many rows keeps columns and order, and does without comments", async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => [
      "张三",
      anIdNumber(1 + (index % 900)),
      "升职",
      aCreditCode(),
      "2026-03-31",
    ]);
    const path = await aFile("csv", [HEADER, ...rows].map((row) => row.join(",")).join("\n"));
    const workbook = await read(path);
    const out = aPath("xlsx");
    await writeCorrection({ path, fileName: "a.csv", workbook }, faulty(workbook), out);
    const book = await XlsxBook.open(out, READ_LIMITS);
    expect(book.zip.names.filter((name) => name.includes("comments"))).toEqual([]);
    await book.close();
    const [back] = (await read(out)).sheets;
    expect(back!.rows).toHaveLength(20_001);
    expect(back!.columns.map(({ key }) => key)).toEqual(workbook.sheets[0]!.columns.map(({ key }) => key));
    expect((await stat(out)).size).toBeLessThan(5 * 2 ** 20);
  });
});
