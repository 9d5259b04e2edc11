import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../schema/columns.ts";
import { writeTemplate } from "../../../server/import/template.ts";
import { LEDGER_KIND_LABELS, LEDGER_KINDS } from "../../../server/policy/words.ts";
import { addressed, aFile, codes, read } from "./workbooks.ts";

describe.each(LEDGER_KINDS)("the template of %s", (kind) => {
  it("is recognised as its own kind with every column, and its example is left out with a word", async () => {
    const [sheet] = (await read(await aFile("xlsx", await writeTemplate(kind)))).sheets;
    expect(sheet).toMatchObject({ kind, name: LEDGER_KIND_LABELS[kind], unknownColumns: [], rows: [] });
    expect(sheet!.columns.map(({ key }) => key)).toEqual(columnsOf(kind).map(({ key }) => key));
    expect(codes(sheet!.findings)).toEqual(["EXAMPLE_ROW_SKIPPED", "NO_ROWS"]);
  });

  it("has an example that would be taken without a fault", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeTemplate(kind)) as unknown as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    sheet.getRow(4).eachCell((cell) => {
      if (typeof cell.value === "string") cell.value = cell.value.replace("示例", "实例");
    });
    const [parsed] = (await read(await aFile("xlsx", Buffer.from(await book.xlsx.writeBuffer())))).sheets;
    expect(parsed!.rows).toHaveLength(1);
    expect(addressed(parsed!)).toEqual([]);
  });

  it("stars what is required, says what each column means, and offers what may be chosen", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeTemplate(kind)) as unknown as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    columnsOf(kind).forEach((column, index) => {
      const header = sheet.getCell(3, index + 1);
      expect(header.value).toBe(column.required ? `${column.header}*` : column.header);
      expect(JSON.stringify(header.note)).toContain(column.meaning.slice(0, 5));
      const validation = sheet.getCell(4, index + 1).dataValidation;
      expect(validation?.formulae).toEqual(column.values ? [`"${column.values.join(",")}"`] : undefined);
      if (["creditCode", "idNumber", "certificateNumber"].includes(column.type))
        expect(sheet.getCell(9, index + 1).numFmt).toBe("@");
    });
  });

  it("offers lists that Excel accepts: no more than 255 characters, no comma inside", () => {
    for (const { values } of columnsOf(kind)) {
      if (!values) continue;
      expect(values.join(",").length).toBeLessThanOrEqual(255);
      for (const value of values) expect(value).not.toContain(",");
    }
  });
});
