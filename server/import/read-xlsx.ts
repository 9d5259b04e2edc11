import { type DateShown, dateShownBy } from "./read-number-format.ts";
import {
  MAX_COLUMNS,
  type Merge,
  type RawCell,
  RawDate,
  RawError,
  type RawRow,
  type RawWorkbook,
  type ReadLimits,
  UnreadableFile,
} from "./read-raw.ts";
import { type Attributes, decodeText, scanXml, XmlFault, type XmlHandler, XmlScanner } from "./read-xml.ts";
import { ZipFile } from "./read-zip.ts";

/**
 * Read an .xlsx through its own parts. hucre's streaming reader was tried first: it yields bare values, so that a
 * format that shows only a month, a formula saved without a result and a number's style are lost on the way.
 */
export async function readXlsx(path: string, limits: ReadLimits): Promise<RawWorkbook> {
  const book = await XlsxBook.open(path, limits);
  return {
    format: "xlsx",
    sheets: book.sheets.map((sheet) => ({
      index: sheet.index,
      name: sheet.name,
      hidden: sheet.hidden,
      merges: () => (sheet.part ? book.merges(sheet.part) : Promise.resolve([])),
      rows: () => rawRows(book, sheet.part),
    })),
    close: () => book.close(),
  };
}

export interface XlsxSheet {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part, or null for a chart or macro sheet. */
  readonly part: string | null;
}

/** A cell as the sheet's XML has it; `value` is a shared string's place while `type` is `s`. */
export interface XlsxCell {
  readonly column: number;
  readonly style: number;
  readonly type: "n" | "s" | "str" | "b" | "e" | "d";
  readonly value: string;
  /** A formula that was saved without its result. */
  readonly unsolved: boolean;
}

export interface XlsxRow {
  readonly row: number;
  readonly attributes: readonly [string, string][];
  readonly cells: readonly XlsxCell[];
}

export class XlsxBook {
  readonly zip: ZipFile;
  readonly sheets: readonly XlsxSheet[];
  readonly stylesPart: string | null;
  readonly date1904: boolean;
  readonly #stringsPart: string | null;
  #strings: Promise<readonly string[]> | null = null;
  #shown: Promise<readonly DateShown[]> | null = null;

  private constructor(
    zip: ZipFile,
    facts: { sheets: XlsxSheet[]; stylesPart: string | null; stringsPart: string | null; date1904: boolean },
  ) {
    this.zip = zip;
    this.sheets = facts.sheets;
    this.stylesPart = facts.stylesPart;
    this.date1904 = facts.date1904;
    this.#stringsPart = facts.stringsPart;
  }

  static async open(path: string, limits: ReadLimits): Promise<XlsxBook> {
    const zip = await ZipFile.open(path, limits.unpackedBytes);
    try {
      return await wellFormed(async () => new XlsxBook(zip, await readWorkbookPart(zip)));
    } catch (error) {
      await zip.close();
      throw error;
    }
  }

  strings(): Promise<readonly string[]> {
    this.#strings ??= this.#stringsPart
      ? wellFormed(() => readStrings(this.zip, this.#stringsPart!))
      : Promise.resolve([]);
    return this.#strings;
  }

  /** By a cell's style: how much of a date its format shows. */
  dateShown(): Promise<readonly DateShown[]> {
    this.#shown ??= this.stylesPart
      ? wellFormed(() => readDateStyles(this.zip, this.stylesPart!))
      : Promise.resolve([]);
    return this.#shown;
  }

  merges(part: string): Promise<readonly Merge[]> {
    return wellFormed(() => readMerges(this.zip, part));
  }

  /**
   * The sheet's rows as they stand in its XML, some at a time. `outside` sees what stands around them; the cells of
   * rows that are not `wanted` are passed over.
   */
  async *rows(
    part: string,
    outside?: XmlHandler,
    wanted?: (row: number) => boolean,
  ): AsyncGenerator<readonly XlsxRow[]> {
    const sheet = new SheetHandler(outside ?? null, wanted ?? null);
    const scanner = new XmlScanner(sheet);
    try {
      for await (const chunk of this.zip.chunks(part)) {
        scanner.push(chunk);
        if (sheet.rows.length > 0) yield sheet.take();
      }
      scanner.end();
    } catch (error) {
      throw asUnreadable(error);
    }
  }

  close(): Promise<void> {
    return this.zip.close();
  }
}

async function* rawRows(book: XlsxBook, part: string | null): AsyncGenerator<readonly RawRow[]> {
  if (!part) return;
  const strings = await book.strings();
  const shown = await book.dateShown();
  for await (const rows of book.rows(part)) {
    const raw: RawRow[] = [];
    for (const { row, cells } of rows) {
      if (cells.length === 0) continue;
      const values: RawCell[] = [];
      let held = false;
      for (const cell of cells) {
        const value = rawCell(cell, strings, shown, book.date1904);
        if (value === null || value === "") continue;
        while (values.length < cell.column - 1) values.push(null);
        values[cell.column - 1] = value;
        held = true;
      }
      if (held) raw.push({ row, cells: values });
    }
    yield raw;
  }
}

export function rawCell(
  cell: XlsxCell,
  strings: readonly string[],
  shown: readonly DateShown[],
  date1904: boolean,
): RawCell {
  if (cell.unsolved) return new RawError("");
  switch (cell.type) {
    case "s": {
      const text = strings[Number(cell.value)];
      if (text === undefined) throw asUnreadable(new XmlFault("a shared string that is not there"));
      return text;
    }
    case "str":
      return cell.value;
    case "b":
      return cell.value === "1" || cell.value === "true";
    case "e":
      return new RawError(cell.value || "#N/A");
    case "d":
      return cell.value;
    default: {
      if (cell.value === "") return null;
      const number = Number(cell.value);
      if (!Number.isFinite(number)) return cell.value;
      const dateShown = shown[cell.style] ?? null;
      return dateShown ? new RawDate(date1904 ? number + DAYS_1904 : number, dateShown) : number;
    }
  }
}

/** Days between the two beginnings that Excel counts from. */
export const DAYS_1904 = 1462;

class SheetHandler implements XmlHandler {
  rows: XlsxRow[] = [];
  readonly #outside: XmlHandler | null;
  readonly #wanted: ((row: number) => boolean) | null;
  #inRows = false;
  #skipping = false;
  #row = 0;
  #rowAttributes: [string, string][] = [];
  #cells: XlsxCell[] = [];
  #column = 0;
  #style = 0;
  #type = "n";
  #text = "";
  #reading = false;
  #inPhonetic = false;
  #formula = false;
  #valued = false;

  constructor(outside: XmlHandler | null, wanted: ((row: number) => boolean) | null) {
    this.#outside = outside;
    this.#wanted = wanted;
  }

  take(): XlsxRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#inRows) {
      if (name === "sheetData") this.#inRows = true;
      this.#outside?.open(name, attributes);
      return;
    }
    if (this.#skipping) return;
    switch (name) {
      case "c":
        this.#openCell(attributes);
        break;
      case "v":
        this.#reading = true;
        this.#valued = true;
        break;
      case "t":
        this.#reading = !this.#inPhonetic;
        this.#valued = true;
        break;
      case "f":
        this.#formula = true;
        break;
      case "row":
        this.#openRow(attributes);
        break;
      case "rPh":
        this.#inPhonetic = true;
        break;
    }
  }

  close(name: string): void {
    if (!this.#inRows) {
      this.#outside?.close(name);
      return;
    }
    if (this.#skipping && name !== "row") return;
    switch (name) {
      case "v":
      case "t":
        this.#reading = false;
        break;
      case "c":
        this.#closeCell();
        break;
      case "rPh":
        this.#inPhonetic = false;
        break;
      case "row":
        this.#skipping = false;
        this.rows.push({ row: this.#row, attributes: this.#rowAttributes, cells: this.#cells });
        this.#cells = [];
        break;
      case "sheetData":
        this.#inRows = false;
        this.#outside?.close(name);
        break;
    }
  }

  text(buffer: Buffer, start: number, end: number, escaped: boolean): void {
    if (this.#reading) {
      const text = decodeText(buffer, start, end, escaped);
      this.#text = this.#text === "" ? text : this.#text + text;
    } else if (!this.#inRows) {
      this.#outside?.text?.(buffer, start, end, escaped);
    }
  }

  #openRow(attributes: Attributes): void {
    const at = attributes.indexOfByte(LETTER_R);
    const row = at < 0 ? this.#row + 1 : Number(attributes.value(at));
    if (!(Number.isInteger(row) && row > this.#row && row <= MAX_ROWS))
      throw new XmlFault(`row ${row} is out of order`);
    this.#row = row;
    this.#column = 0;
    this.#skipping = this.#wanted !== null && !this.#wanted(row);
    this.#rowAttributes = this.#outside ? attributes.list() : NO_ATTRIBUTES;
  }

  #openCell(attributes: Attributes): void {
    let column = this.#column + 1;
    this.#style = 0;
    this.#type = "n";
    const { buffer, starts, ends } = attributes;
    const r = attributes.indexOfByte(LETTER_R);
    if (r >= 0) column = columnAt(buffer, starts[r]!, ends[r]!);
    const s = attributes.indexOfByte(LETTER_S);
    if (s >= 0) this.#style = wholeNumberAt(buffer, starts[s]!, ends[s]!);
    const t = attributes.indexOfByte(LETTER_T);
    if (t >= 0) {
      const only = ends[t]! - starts[t]! === 1 ? buffer[starts[t]!]! : 0;
      this.#type = only === LETTER_S ? "s" : only === LETTER_N ? "n" : attributes.value(t);
    }
    this.#column = column;
    this.#text = "";
    this.#formula = false;
    this.#valued = false;
  }

  #closeCell(): void {
    const type = this.#type === "inlineStr" ? "str" : (this.#type as XlsxCell["type"]);
    const unsolved = this.#formula && (!this.#valued || (this.#text === "" && type !== "str"));
    if (!unsolved && this.#text === "" && this.#style === 0) return;
    if (this.#column > MAX_COLUMNS) return;
    const value = type === "str" && this.#text.includes("_x") ? unescapeExcel(this.#text) : this.#text;
    this.#cells.push({ column: this.#column, style: this.#style, type, value, unsolved });
    this.#text = "";
  }
}

const NO_ATTRIBUTES: [string, string][] = [];
const MAX_ROWS = 1_048_576;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_N = 0x6e;

function columnAt(buffer: Buffer, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    const code = buffer[at]! & 0xdf;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  if (column < 1 || column > 16_384) throw new XmlFault("a cell outside the sheet");
  return column;
}

function wholeNumberAt(buffer: Buffer, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + buffer[at]! - 0x30;
  return number;
}

/** Characters that XML cannot hold stand as `_x000D_` in a workbook's texts. */
function unescapeExcel(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function readWorkbookPart(zip: ZipFile) {
  const main =
    (await relationsOf(zip, "")).find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
  if (!zip.has(main) || !/\.xml$/i.test(main)) throw notXlsx(zip);

  const found: { name: string; state: string | null; id: string | null }[] = [];
  let date1904 = false;
  let isWorkbook = false;
  scanXml(await zip.read(main), {
    open(name, attributes) {
      if (name === "workbook") isWorkbook = true;
      else if (name === "workbookPr") date1904 = /^(1|true)$/.test(attributes.get("date1904") ?? "");
      else if (name === "sheet") {
        found.push({ name: attributes.get("name") ?? "", state: attributes.get("state"), id: attributes.local("id") });
      }
    },
    close() {},
  });
  if (!isWorkbook) throw notXlsx(zip);

  const relations = await relationsOf(zip, main);
  const target = (kind: string) =>
    relations.find(({ type, target }) => type.endsWith(kind) && zip.has(target))?.target ?? null;
  const sheets = found.map(({ name, state, id }, index) => {
    const relation = relations.find((each) => each.id === id);
    const part = relation?.type.endsWith("/worksheet") && zip.has(relation.target) ? relation.target : null;
    return { index, name, hidden: state === "hidden" || state === "veryHidden", part };
  });
  return { sheets, date1904, stylesPart: target("/styles"), stringsPart: target("/sharedStrings") };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function relationsOf(zip: ZipFile, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  if (!zip.has(name)) return [];
  const relations: Relation[] = [];
  scanXml(await zip.read(name), {
    open(element, attributes) {
      if (element !== "Relationship" || attributes.get("TargetMode") === "External") return;
      const target = attributes.get("Target") ?? "";
      relations.push({
        id: attributes.get("Id") ?? "",
        type: attributes.get("Type") ?? "",
        target: target.startsWith("/") ? target.slice(1) : resolvePath(folder + target),
      });
    },
    close() {},
  });
  return relations;
}

function resolvePath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

async function readStrings(zip: ZipFile, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = "";
  let reading = false;
  let phonetic = false;
  let held = 0;
  const scanner = new XmlScanner({
    open(name) {
      if (name === "t") reading = !phonetic;
      else if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
    },
    close(name) {
      if (name === "t") reading = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") {
        held += text.length + 16;
        if (held > MAX_STRINGS) throw tooManyTexts();
        strings.push(text.includes("_x") ? unescapeExcel(text) : text);
      }
    },
    text(buffer, start, end, escaped) {
      if (!reading) return;
      const more = decodeText(buffer, start, end, escaped);
      text = text === "" ? more : text + more;
    },
  });
  for await (const chunk of zip.chunks(part)) scanner.push(chunk);
  scanner.end();
  return strings;
}

/** Characters of shared texts that are held at once. */
const MAX_STRINGS = 400e6;

async function readDateStyles(zip: ZipFile, part: string): Promise<readonly DateShown[]> {
  const codes = new Map<number, string>();
  const shown: DateShown[] = [];
  let inCells = false;
  scanXml(await zip.read(part), {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attributes.get("numFmtId") ?? 0);
        shown.push(dateShownBy(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return shown;
}

/** Merges stand after the rows, so everything before the rows' closing tag is passed over unread. */
async function readMerges(zip: ZipFile, part: string): Promise<readonly Merge[]> {
  let held: Buffer[] = [];
  let size = 0;
  let past = false;
  let rest: Buffer | null = null;
  for await (const chunk of zip.chunks(part)) {
    if (past) {
      held.push(chunk);
      size += chunk.length;
    } else {
      const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
      const end = endOfRows(bytes);
      if (end >= 0) {
        past = true;
        held = [bytes.subarray(end)];
      } else {
        rest = bytes.subarray(Math.max(0, bytes.length - 64));
      }
    }
    if (size > MAX_TAIL) throw tooManyTexts();
  }
  const text = held.map((bytes) => bytes.toString("latin1")).join("");
  const merges: Merge[] = [];
  for (const [, ref] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref=["']([^"']+)["']/g)) {
    const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i.exec(ref ?? "");
    if (!match) continue;
    merges.push({
      firstColumn: columnNumber(match[1]!),
      firstRow: Number(match[2]),
      lastColumn: columnNumber(match[3]!),
      lastRow: Number(match[4]),
    });
  }
  return merges;
}

const MAX_TAIL = 64 * 2 ** 20;

/** Where `</sheetData>` or `<sheetData/>` stands, or -1. A cell's text cannot hold a raw `<`, so it cannot look so. */
function endOfRows(bytes: Buffer): number {
  for (let at = bytes.indexOf("sheetData"); at >= 0; at = bytes.indexOf("sheetData", at + 1)) {
    const before = bytes.toString("latin1", Math.max(0, at - 40), at);
    const after = bytes.toString("latin1", at + 9, at + 12);
    if (/<\/(\w+:)?$/.test(before) || (/<(\w+:)?$/.test(before) && /^\s*\/>/.test(after))) return at;
  }
  return -1;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 0x40;
  return number;
}

function notXlsx(zip: ZipFile): UnreadableFile {
  if (zip.names.some((name) => /workbook\.bin$/i.test(name))) {
    return new UnreadableFile(
      "FILE_FORMAT",
      "这是 .xlsb 工作簿，系统不读取这种格式。",
      "请在 Excel 中另存为 .xlsx 后上传。",
    );
  }
  if (zip.has("content.xml") && zip.has("mimetype")) {
    return new UnreadableFile("FILE_FORMAT", "这是 .ods 表格，系统不读取这种格式。", "请另存为 .xlsx 后上传。");
  }
  return new UnreadableFile(
    "NOT_A_WORKBOOK",
    "文件不是 Excel 工作簿。",
    "请上传 .xlsx、.xls 或 .csv 文件；压缩包请先解压。",
  );
}

function tooManyTexts(): UnreadableFile {
  return new UnreadableFile(
    "FILE_TOO_LARGE",
    "文件解压后过大，未读取。",
    "请删去多余的工作表和格式，或拆成几个文件上传。",
  );
}

function asUnreadable(error: unknown): unknown {
  if (!(error instanceof XmlFault)) return error;
  return new UnreadableFile(
    "FILE_DAMAGED",
    "文件已损坏或不完整，无法读取。",
    "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新上传。",
    error,
  );
}

async function wellFormed<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw asUnreadable(error);
  }
}
