import type { Day } from "../policy/day.ts";
import { parseSheet } from "./parse-sheet.ts";
import type { CellFinding, ParsedSheet, ParsedWorkbook } from "./parsed.ts";
import { READ_LIMITS, type ReadLimits } from "./read-raw.ts";
import { readWorkbook } from "./read-workbook.ts";
import { sheetFault } from "./recognise-header.ts";

export interface ParseOptions {
  readonly today: Day;
  /** Told now and then how many rows have been read so far. */
  readonly onProgress?: (rows: number) => void;
  readonly limits?: Partial<ReadLimits>;
}

/** Workbook → parsed rows, sheet by sheet. Throws `UnreadableFile` when the file cannot be read at all. */
export async function parseWorkbook(path: string, fileName: string, options: ParseOptions): Promise<ParsedWorkbook> {
  const limits = { ...READ_LIMITS, ...options.limits };
  const book = await readWorkbook(path, fileName, limits);
  try {
    const sheets: ParsedSheet[] = [];
    let read = 0;
    for (const sheet of book.sheets) {
      const onRows = (rows: number): void => {
        read += rows;
        options.onProgress?.(read);
      };
      sheets.push(await parseSheet(sheet, { today: options.today, rowsLeft: limits.rows - read, onRows }));
    }
    return { fileName, format: book.format, sheets: withoutLedger(sheets) };
  } finally {
    await book.close();
  }
}

/** A file of which no sheet is a ledger is a fault of the file, not a remark on its sheets. */
function withoutLedger(sheets: readonly ParsedSheet[]): readonly ParsedSheet[] {
  const [first, ...others] = sheets;
  if (!first || sheets.some(({ kind }) => kind !== null)) return sheets;
  const fault: CellFinding = sheetFault(
    "NO_LEDGER",
    null,
    "文件里没有一张表的表头像台账",
    "请下载模板，按模板的表头填写后上传",
  );
  return [{ ...first, findings: [...first.findings, fault] }, ...others];
}
