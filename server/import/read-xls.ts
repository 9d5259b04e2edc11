import { readFile } from "node:fs/promises";
import { damaged, readCfb } from "./read-cfb.ts";
import { type DateShown, dateShownBy } from "./read-number-format.ts";
import {
  MAX_COLUMNS,
  type Merge,
  type RawCell,
  RawDate,
  RawError,
  type RawRow,
  type RawWorkbook,
  UnreadableFile,
} from "./read-raw.ts";
import { DAYS_1904 } from "./read-xlsx.ts";

/**
 * Read an .xls of Excel 97 to 2003 (BIFF8). The file holds at most 65 536 rows a sheet, so it is read whole. hucre's
 * reader was tried first: it tells neither a date's format (so that a month becomes its first day) nor an error apart
 * from a text, and takes an encrypted file for rubbish.
 */
export async function readXls(path: string): Promise<RawWorkbook> {
  const streams = readCfb(await readFile(path));
  if (streams.has("EncryptedPackage")) throw encrypted();
  const stream = streams.get("Workbook") ?? streams.get("Book");
  if (!stream) {
    throw new UnreadableFile("NOT_A_WORKBOOK", "文件不是 Excel 工作簿。", "请上传 .xlsx、.xls 或 .csv 文件。");
  }
  try {
    const sheets = sheetsOf(recordsOf(stream));
    return {
      format: "xls",
      sheets: sheets.map((sheet, index) => ({
        index,
        name: sheet.name,
        hidden: sheet.hidden,
        merges: () => Promise.resolve(sheet.merges),
        rows: async function* () {
          yield sheet.rows;
        },
      })),
      close: () => Promise.resolve(),
    };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw damaged(error);
  }
}

interface XlsSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: RawRow[];
  readonly merges: Merge[];
}

interface BiffRecord {
  readonly id: number;
  readonly offset: number;
  readonly data: Buffer;
}

const ID = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  filePass: 0x2f,
  continued: 0x3c,
  boundSheet: 0x85,
  multipleRk: 0xbd,
  richLabel: 0xd6,
  xf: 0xe0,
  merges: 0xe5,
  strings: 0xfc,
  stringCell: 0xfd,
  number: 0x203,
  label: 0x204,
  boolOrError: 0x205,
  formulaText: 0x207,
  rk: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

function recordsOf(stream: Buffer): BiffRecord[] {
  const records: BiffRecord[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const id = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    if (at + 4 + length > stream.length) throw new RangeError("a record is cut off");
    if (id === 0 && length === 0) break;
    records.push({ id, offset: at, data: stream.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return records;
}

function sheetsOf(records: readonly BiffRecord[]): XlsSheet[] {
  const first = records[0];
  if (first?.id !== ID.begin) throw new RangeError("no beginning");
  if (first.data.readUInt16LE(0) !== 0x600) {
    throw new UnreadableFile(
      "FILE_FORMAT",
      "这是 Excel 95 或更早的格式，系统不读取。",
      "请在 Excel 中另存为 .xlsx 后上传。",
    );
  }
  const formats = new Map<number, string>();
  const xfFormats: number[] = [];
  const bound: { name: string; hidden: boolean; offset: number; worksheet: boolean }[] = [];
  let strings: readonly string[] = [];
  let date1904 = false;
  for (let at = 0; at < records.length && records[at]!.id !== ID.end; at++) {
    const { id, data } = records[at]!;
    if (id === ID.filePass) throw encrypted();
    else if (id === ID.dateMode) date1904 = data.readUInt16LE(0) === 1;
    else if (id === ID.xf) xfFormats.push(data.readUInt16LE(2));
    else if (id === ID.format) formats.set(data.readUInt16LE(0), new Segments([data.subarray(2)]).text(2));
    else if (id === ID.strings) strings = stringsOf(segmentsFrom(records, at));
    else if (id === ID.boundSheet) {
      const name = new Segments([data.subarray(6)]).text(1);
      bound.push({ name, hidden: (data[4]! & 3) !== 0, offset: data.readUInt32LE(0), worksheet: data[5] === 0 });
    }
  }
  const shown = xfFormats.map((format) => dateShownBy(format, formats.get(format)));
  const startOf = new Map(records.map(({ offset }, index) => [offset, index]));
  return bound.map(({ name, hidden, offset, worksheet }) => {
    const start = startOf.get(offset);
    if (start === undefined) throw new RangeError(`no sheet ${name}`);
    const content = worksheet ? sheetFrom(records, start, { strings, shown, date1904 }) : { rows: [], merges: [] };
    return { name, hidden, ...content };
  });
}

interface Shared {
  readonly strings: readonly string[];
  readonly shown: readonly DateShown[];
  readonly date1904: boolean;
}

function sheetFrom(records: readonly BiffRecord[], start: number, shared: Shared): Pick<XlsSheet, "rows" | "merges"> {
  const byRow = new Map<number, RawCell[]>();
  const merges: Merge[] = [];
  const put = (row: number, column: number, value: RawCell): void => {
    if (value === null || value === "" || column >= MAX_COLUMNS) return;
    let cells = byRow.get(row);
    if (!cells) {
      cells = [];
      byRow.set(row, cells);
    }
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  };
  const number = (value: number, xf: number): RawCell => {
    const shown = shared.shown[xf] ?? null;
    return shown ? new RawDate(shared.date1904 ? value + DAYS_1904 : value, shown) : value;
  };

  // Charts inside a sheet are streams of their own between a beginning and an end.
  for (let at = start + 1, depth = 0; at < records.length; at++) {
    const { id, data } = records[at]!;
    if (id === ID.begin) depth++;
    if (id === ID.end && depth-- === 0) break;
    if (depth > 0) continue;
    switch (id) {
      case ID.stringCell:
        put(data.readUInt16LE(0), data.readUInt16LE(2), shared.strings[data.readUInt32LE(6)] ?? null);
        break;
      case ID.label:
      case ID.richLabel:
        put(data.readUInt16LE(0), data.readUInt16LE(2), new Segments([data.subarray(6)]).text(2));
        break;
      case ID.number:
        put(data.readUInt16LE(0), data.readUInt16LE(2), number(data.readDoubleLE(6), data.readUInt16LE(4)));
        break;
      case ID.rk:
        put(data.readUInt16LE(0), data.readUInt16LE(2), number(rkValue(data.readInt32LE(6)), data.readUInt16LE(4)));
        break;
      case ID.multipleRk:
        for (let place = 4, column = data.readUInt16LE(2); place + 6 <= data.length - 2; place += 6, column++) {
          put(data.readUInt16LE(0), column, number(rkValue(data.readInt32LE(place + 2)), data.readUInt16LE(place)));
        }
        break;
      case ID.boolOrError:
        put(data.readUInt16LE(0), data.readUInt16LE(2), data[7] === 1 ? errorOf(data[6]!) : data[6] !== 0);
        break;
      case ID.formula:
        put(data.readUInt16LE(0), data.readUInt16LE(2), formulaResult(records, at, number));
        break;
      case ID.merges:
        for (let place = 2; place + 8 <= data.length; place += 8) {
          merges.push({
            firstRow: data.readUInt16LE(place) + 1,
            lastRow: data.readUInt16LE(place + 2) + 1,
            firstColumn: data.readUInt16LE(place + 4) + 1,
            lastColumn: data.readUInt16LE(place + 6) + 1,
          });
        }
        break;
    }
  }
  const rows = [...byRow].sort(([one], [other]) => one - other).map(([row, cells]) => ({ row: row + 1, cells }));
  return { rows, merges };
}

function formulaResult(
  records: readonly BiffRecord[],
  at: number,
  number: (value: number, xf: number) => RawCell,
): RawCell {
  const { data } = records[at]!;
  if (data.readUInt16LE(12) !== 0xffff) return number(data.readDoubleLE(6), data.readUInt16LE(4));
  const kind = data[6];
  if (kind === 1) return data[8] !== 0;
  if (kind === 2) return errorOf(data[8]!);
  if (kind === 3) return "";
  // The text stands in a record of its own, behind a shared formula's or an array's record if there is one.
  for (let next = at + 1; next < Math.min(records.length, at + 6); next++) {
    if (records[next]!.id === ID.formulaText) return segmentsFrom(records, next).text(2);
    if (records[next]!.id === ID.formula) break;
  }
  return new RawError("");
}

function errorOf(code: number): RawError {
  return new RawError(ERRORS[code] ?? "#N/A");
}

/** A number in four bytes: an integer or the upper half of a double, perhaps a hundred times too large. */
function rkValue(rk: number): number {
  let value: number;
  if (rk & 2) {
    value = rk >> 2;
  } else {
    const wide = Buffer.alloc(8);
    wide.writeInt32LE(rk & ~3, 4);
    value = wide.readDoubleLE(0);
  }
  return rk & 1 ? value / 100 : value;
}

function segmentsFrom(records: readonly BiffRecord[], at: number): Segments {
  const pieces = [records[at]!.data];
  for (let next = at + 1; records[next]?.id === ID.continued; next++) pieces.push(records[next]!.data);
  return new Segments(pieces);
}

function stringsOf(segments: Segments): readonly string[] {
  segments.skip(4);
  const count = segments.number(4);
  const strings: string[] = [];
  for (let index = 0; index < count && !segments.ended; index++) strings.push(segments.text(2));
  return strings;
}

/** A record and its continuations. A text that crosses into the next piece says there anew how wide its letters are. */
class Segments {
  readonly #pieces: readonly Buffer[];
  #piece = 0;
  #at = 0;

  constructor(pieces: readonly Buffer[]) {
    this.#pieces = pieces;
  }

  get ended(): boolean {
    this.#settle();
    return this.#piece >= this.#pieces.length;
  }

  number(width: 1 | 2 | 4): number {
    let value = 0;
    for (let index = 0; index < width; index++) value += this.#byte() * 2 ** (8 * index);
    return value;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0) {
      this.#settle();
      const piece = this.#pieces[this.#piece];
      if (!piece) throw new RangeError("a text is cut off");
      const step = Math.min(left, piece.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  text(lengthWidth: 1 | 2): string {
    const length = this.number(lengthWidth);
    const flags = this.#byte();
    const runs = flags & 8 ? this.number(2) : 0;
    const extra = flags & 4 ? this.number(4) : 0;
    let wide = (flags & 1) === 1;
    let text = "";
    while (text.length < length) {
      let piece = this.#pieces[this.#piece];
      if (piece && this.#at >= piece.length) {
        this.#piece++;
        this.#at = 0;
        piece = this.#pieces[this.#piece];
        if (piece) wide = (this.#byte() & 1) === 1;
      }
      if (!piece) throw new RangeError("a text is cut off");
      const room = Math.floor((piece.length - this.#at) / (wide ? 2 : 1));
      const take = Math.min(length - text.length, room);
      if (take <= 0) throw new RangeError("a text is cut off");
      const end = this.#at + take * (wide ? 2 : 1);
      text += piece.toString(wide ? "utf16le" : "latin1", this.#at, end);
      this.#at = end;
    }
    this.skip(runs * 4 + extra);
    return text;
  }

  #byte(): number {
    this.#settle();
    const value = this.#pieces[this.#piece]?.[this.#at];
    if (value === undefined) throw new RangeError("a record is cut off");
    this.#at++;
    return value;
  }

  #settle(): void {
    while (this.#piece < this.#pieces.length && this.#at >= this.#pieces[this.#piece]!.length) {
      this.#piece++;
      this.#at = 0;
    }
  }
}

function encrypted(): UnreadableFile {
  return new UnreadableFile("FILE_ENCRYPTED", "文件设有密码，无法读取。", "请取消密码后另存一份再上传。");
}
