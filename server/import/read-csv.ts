import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { type RawRow, type RawWorkbook, UnreadableFile } from "./read-raw.ts";

/** Read a text file as one sheet. Its encoding is decided on the whole file: one wrong byte far down counts too. */
export async function readCsv(path: string, fileName: string): Promise<RawWorkbook> {
  const encoding = await encodingOf(path);
  const delimiter = await delimiterOf(path, encoding);
  const sheet = {
    index: 0,
    name: fileName.replace(/\.[^.]*$/, "") || "Sheet1",
    hidden: false,
    merges: () => Promise.resolve([]),
    rows: () => rowsOf(path, encoding, delimiter),
  };
  return { format: "csv", sheets: [sheet], close: () => Promise.resolve() };
}

type Encoding = "utf-8" | "utf-16le" | "gb18030";

async function* rowsOf(path: string, encoding: Encoding, delimiter: string): AsyncGenerator<readonly RawRow[]> {
  const parser = Readable.from(decoded(path, encoding)).pipe(
    parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      bom: true,
      max_record_size: 2 ** 20,
    }),
  );
  let rows: RawRow[] = [];
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (record.some((cell) => cell !== "")) rows.push({ row, cells: record.map(unwrap) });
      if (rows.length === 500) {
        yield rows;
        rows = [];
      }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(
      "FILE_DAMAGED",
      `CSV 文件第${row + 1}行起无法读取，多半是引号不成对。`,
      "请用 Excel 打开后另存为 .xlsx 再上传。",
      error,
    );
  }
  yield rows;
}

/** Some programs write ="0123" to keep Excel from turning a text into a number. */
function unwrap(cell: string): string {
  return cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell;
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 17 })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

async function encodingOf(path: string): Promise<Encoding> {
  const head = Buffer.alloc(2);
  const file = await open(path, "r");
  await file.read(head, 0, 2, 0).finally(() => file.close());
  const candidates: Encoding[] = head[0] === 0xff && head[1] === 0xfe ? ["utf-16le"] : ["utf-8", "gb18030"];
  for (const encoding of candidates) if (await isTextIn(path, encoding)) return encoding;
  throw new UnreadableFile(
    "NOT_A_WORKBOOK",
    "文件既不是 Excel 工作簿，也不是 UTF-8 或 GB18030 编码的 CSV 文本。",
    "请上传 .xlsx、.xls 或 .csv 文件。",
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text of a ledger holds them, every binary file does
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

async function isTextIn(path: string, encoding: Encoding): Promise<boolean> {
  try {
    for await (const text of decoded(path, encoding)) if (BINARY.test(text)) return false;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Comma, tab or semicolon: the one that stands most often in the first lines outside quotes. */
async function delimiterOf(path: string, encoding: Encoding): Promise<string> {
  let head = "";
  for await (const text of decoded(path, encoding)) {
    head += text;
    if (head.length > 20_000) break;
  }
  const plain = head.slice(0, 20_000).replace(/"[^"]*"/g, "");
  const counts = [",", "\t", ";"].map((delimiter) => ({ delimiter, count: plain.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}
