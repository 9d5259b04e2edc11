import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import type { Province, Sheet } from "../reference/province.ts";

/** Writes a province's sendings as plain workbooks, and says which files are one sending, in order. */
export async function writeProvince(province: Province, directory: string): Promise<string[][]> {
  const sendings: string[][] = [];
  for (const [i, sending] of province.sendings.entries()) {
    const folder = join(directory, String(i + 1));
    await mkdir(folder, { recursive: true });
    const files: string[] = [];
    for (const workbook of sending) {
      const file = join(folder, `${workbook.name}.xlsx`);
      await writeSheets(file, workbook.sheets);
      files.push(file);
    }
    sendings.push(files);
  }
  return sendings;
}

/** One plain workbook: 填报时间 where a sheet states one, the header, the rows; every cell as it is given. */
export async function writeSheets(file: string, sheets: readonly Sheet[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const [i, sheet] of sheets.entries()) {
    const columns = [...new Set(sheet.rows.flatMap((row) => Object.keys(row)))];
    const worksheet = workbook.addWorksheet(`Sheet${i + 1}`);
    if (sheet.filledOn) worksheet.addRow([`填报时间：${sheet.filledOn}`]);
    worksheet.addRow(columns);
    for (const row of sheet.rows) worksheet.addRow(columns.map((column) => row[column] ?? null));
  }
  await workbook.xlsx.writeFile(file);
}
