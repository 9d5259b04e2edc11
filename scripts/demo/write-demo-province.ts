import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import type { Day } from "../../server/policy/day.ts";
import { bindBooks, type DemoBook } from "./books.ts";
import type { DressedValue } from "./dress.ts";
import { encodeGb18030 } from "./gb18030.ts";
import { makeProvinceRows } from "./rows.ts";
import { layOut } from "./sheet.ts";

export interface DemoOptions {
  /** How many people the ledger shall hold; about one enterprise for 150 of them. */
  readonly people: number;
  readonly seed: number;
  readonly out: string;
  /** Nothing in the demo happens after this day. */
  readonly lastDay: Day;
}

export const DEMO_DEFAULTS = { people: 60_000, seed: 1, lastDay: "2026-10-31" } as const;

/** Writes the demo province's workbooks, dressed like real ones, and says which: the same cells for the same options. */
export async function writeDemoProvince(options: DemoOptions): Promise<{ files: string[] }> {
  await mkdir(options.out, { recursive: true });
  const files: string[] = [];
  for (const book of bindBooks(makeProvinceRows(options), options.lastDay)) {
    const file = join(options.out, book.fileName);
    await writeFile(file, await bytesOf(book));
    files.push(file);
  }
  return { files };
}

async function bytesOf(book: DemoBook): Promise<Uint8Array> {
  const grids = book.sheets.map((sheet) => layOut(sheet));
  if (book.format === "xlsx") {
    const written = new Date("2026-10-31T00:00:00Z");
    return writeXlsx({
      sheets: grids.map((grid) => grid.sheet),
      properties: { creator: "演示数据", created: written, modified: written },
    });
  }
  const text = grids[0]!.rows.map((row) => row.map(csvCell).join(",")).join("\r\n");
  return book.format === "csv-gb18030" ? encodeGb18030(text) : new TextEncoder().encode(`\ufeff${text}`);
}

function csvCell(value: DressedValue): string {
  if (value === null) return "";
  const text = value instanceof Date ? value.toISOString().slice(0, 10).replaceAll("-", "/") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
