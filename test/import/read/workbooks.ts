import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { afterAll } from "vitest";
import { parseWorkbook } from "../../../server/import/parse-workbook.ts";
import type { CellFinding, ParsedSheet, ParsedWorkbook } from "../../../server/import/parsed.ts";
import { columnLetters } from "../../../server/import/recognise-address.ts";
import { creditCodeCheck } from "../../../server/policy/credit-code.ts";
import { idNumberCheck } from "../../../server/policy/id-number.ts";

/** The day on which every test of this room reads. */
export const TODAY = "2026-10-31";

export type Value =
  | string
  | number
  | boolean
  | null
  | Date
  | { formula: string; result?: string | number }
  | { error: string };

export interface Described {
  readonly name?: string;
  readonly state?: "visible" | "hidden";
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  /** Number formats by cell address. */
  readonly formats?: Readonly<Record<string, string>>;
  readonly hiddenRows?: readonly number[];
}

const folder = await mkdtemp(join(tmpdir(), "bajigong-read-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
let made = 0;

/** Build a workbook and give back its path. */
export async function aWorkbook(...sheets: readonly Described[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  sheets.forEach(({ name, state, rows, merges, formats, hiddenRows }, index) => {
    const sheet = book.addWorksheet(name ?? `Sheet${index + 1}`, { state: state ?? "visible" });
    rows.forEach((row, at) => {
      row.forEach((value, column) => {
        if (value !== null) sheet.getCell(at + 1, column + 1).value = value as ExcelJS.CellValue;
      });
    });
    for (const [address, format] of Object.entries(formats ?? {})) sheet.getCell(address).numFmt = format;
    for (const range of merges ?? []) sheet.mergeCells(range);
    for (const row of hiddenRows ?? []) sheet.getRow(row).hidden = true;
  });
  const path = aPath("xlsx");
  await book.xlsx.writeFile(path);
  return path;
}

export async function aFile(extension: string, bytes: Buffer | string): Promise<string> {
  const path = aPath(extension);
  await writeFile(path, bytes);
  return path;
}

export function aPath(extension: string): string {
  made++;
  return join(folder, `${made}.${extension}`);
}

export function read(path: string): Promise<ParsedWorkbook> {
  return parseWorkbook(path, path.split("/").at(-1)!, { today: TODAY });
}

/** Build one sheet and read it. */
export async function readSheet(described: Described): Promise<ParsedSheet> {
  const book = await read(await aWorkbook(described));
  return book.sheets[0]!;
}

export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/workbooks/${name}`, import.meta.url));
}

/** Findings as `B3 CODE`, in order; a finding without a cell by its row alone. */
export function addressed(sheet: ParsedSheet): string[] {
  return sheet.rows.flatMap(({ row, findings }) =>
    findings.map((finding) => `${letters(sheet, finding)}${row} ${finding.code}`),
  );
}

function letters(sheet: ParsedSheet, { column }: CellFinding): string {
  const index = sheet.columns.find(({ key }) => key === column)?.index;
  return index ? columnLetters(index) : "";
}

export function codes(findings: readonly CellFinding[]): string[] {
  return findings.map(({ code }) => code);
}

/** The nth invented unit's code, with its check character. */
export function aCreditCode(number = 1): string {
  const first17 = `91510700MA${String(number).padStart(7, "0")}`;
  return first17 + creditCodeCheck(first17)!;
}

/** The nth invented person's number, with its check character. */
export function anIdNumber(number = 1): string {
  const first17 = `51070019900101${String(number).padStart(3, "0")}`;
  return first17 + idNumberCheck(first17);
}
