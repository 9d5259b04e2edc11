import ExcelJS from "exceljs";
import { type Column, columnsOf, EXAMPLE_MARK } from "../../schema/columns.ts";
import { LEDGER_KIND_LABELS, type LedgerKind } from "../policy/words.ts";

/** An empty workbook of one kind, from the same column table that reads it: drop-downs, notes, one example row. */
export async function writeTemplate(kind: LedgerKind): Promise<Buffer> {
  const columns = columnsOf(kind);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(LEDGER_KIND_LABELS[kind], { views: [{ state: "frozen", ySplit: HEADER_ROW }] });
  sheet.columns = columns.map((column) => ({ width: widthOf(column), style: { numFmt: formatOf(column) } }));
  title(sheet, kind, columns.length);
  columns.forEach((column, at) => {
    header(sheet.getCell(HEADER_ROW, at + 1), column);
    const example = sheet.getCell(HEADER_ROW + 1, at + 1);
    example.value = column.example;
    example.font = { name: FONT, size: 11, italic: true, color: { argb: "FF8B96A1" } };
    if (!column.values) return;
    const formulae = [`"${column.values.join(",")}"`];
    for (let row = HEADER_ROW + 1; row <= HEADER_ROW + PREPARED_ROWS; row++) {
      sheet.getCell(row, at + 1).dataValidation = { type: "list", allowBlank: true, showErrorMessage: false, formulae };
    }
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

const HEADER_ROW = 3;
const PREPARED_ROWS = 500;
const FONT = "宋体";
/** Excel would take these for numbers or dates; as text they stay what was typed. */
const AS_TEXT = new Set([
  "creditCode",
  "idNumber",
  "certificateNumber",
  "filingNumber",
  "occupationCode",
  "level",
  "levels",
  "condition",
  "quarter",
]);
const DAYS = new Set(["day", "validFrom", "validUntil"]);

function title(sheet: ExcelJS.Worksheet, kind: LedgerKind, width: number): void {
  const cell = sheet.getCell(1, 1);
  cell.value = LEDGER_KIND_LABELS[kind];
  cell.font = { name: FONT, size: 16, bold: true };
  cell.alignment = { horizontal: "left", vertical: "middle" };
  sheet.mergeCells(1, 1, 1, Math.min(width, 8));
  sheet.getRow(1).height = 30;
  sheet.getCell(2, 1).value = "填报单位：";
  const filled = sheet.getCell(2, 4);
  filled.value = "填报时间：";
  sheet.getCell(2, 6).value = `带*的列必填；以“${EXAMPLE_MARK}”开头的行不会读取。`;
  sheet.getRow(2).font = { name: FONT, size: 11 };
}

function header(cell: ExcelJS.Cell, column: Column): void {
  cell.value = column.required ? `${column.header}*` : column.header;
  cell.font = { name: FONT, size: 11, bold: true };
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: column.required ? "FFDCE9F6" : "FFEDF1F5" } };
  cell.border = { bottom: { style: "thin", color: { argb: "FF465464" } } };
  cell.numFmt = "@";
  const choices = column.values ? `\n可填：${column.values.join("、")}` : "";
  cell.note = { texts: [{ text: `${column.required ? "必填。" : ""}${column.meaning}${choices}` }] };
}

function formatOf(column: Column): string {
  if (AS_TEXT.has(column.type)) return "@";
  return DAYS.has(column.type) ? "yyyy-mm-dd" : "General";
}

function widthOf(column: Column): number {
  const example = String(column.example ?? "");
  const wide = /[\u4e00-\u9fff]/.test(example) ? example.length * 2 : example.length;
  return Math.max(10, Math.min(34, Math.max(wide, column.header.length * 2) + 3));
}
