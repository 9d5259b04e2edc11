import { areReadableStyles, PLAIN } from "./correction-styles.ts";
import {
  type Merge,
  type RawCell,
  RawDate,
  RawError,
  type RawSheet,
  type RawWorkbook,
  READ_LIMITS,
} from "./read-raw.ts";
import { readWorkbook } from "./read-workbook.ts";
import { XlsxBook, type XlsxCell, type XlsxRow } from "./read-xlsx.ts";
import { type Attributes, decodeText, type XmlHandler } from "./read-xml.ts";

/** The sent file once more, with the look of its cells: what a correction is cut from. */
export interface CorrectionSource {
  /** The sender's own styles, when the file has any. */
  readonly stylesXml: string | null;
  readonly date1904: boolean;
  sheet(index: number): Promise<SourceSheet>;
  close(): Promise<void>;
}

export interface SourceSheet {
  readonly merges: readonly Merge[];
  /** Filled while the rows are read: what stands before them is there with the first row, the rest after the last. */
  readonly frame: SheetFrame;
  /** Cells of rows that are not wanted may be left out. */
  rows(wanted: (row: number) => boolean): AsyncIterable<readonly XlsxRow[]>;
  /** A cell's text, a shared one looked up. */
  text(cell: XlsxCell): string;
}

/** What a sheet says beside its rows. */
export interface SheetFrame {
  format: readonly [string, string][];
  readonly columns: ColumnWidth[];
  readonly validations: Validation[];
}

export interface ColumnWidth {
  readonly first: number;
  readonly last: number;
  readonly attributes: readonly [string, string][];
}

/** A drop-down or a limit on what may be typed. */
export interface Validation {
  readonly attributes: readonly [string, string][];
  readonly formulas: string[];
}

export async function openSource(
  path: string,
  fileName: string,
  format: "xlsx" | "xls" | "csv",
): Promise<CorrectionSource> {
  const look = format === "xlsx" ? await withLook(path) : null;
  return look ?? plainSource(await readWorkbook(path, fileName, READ_LIMITS));
}

/** An .xlsx with its styles; null when it has none that can be added to, then its values alone come along. */
async function withLook(path: string): Promise<CorrectionSource | null> {
  const book = await XlsxBook.open(path, READ_LIMITS);
  const styles = book.stylesPart ? (await book.zip.read(book.stylesPart)).toString("utf8") : "";
  if (!areReadableStyles(styles)) {
    await book.close();
    return null;
  }
  return xlsxSource(book, styles);
}

async function xlsxSource(book: XlsxBook, stylesXml: string): Promise<CorrectionSource> {
  const strings = await book.strings();
  return {
    stylesXml,
    date1904: book.date1904,
    sheet: async (index) => {
      const part = book.sheets[index]?.part;
      if (!part) throw new Error(`no sheet at ${index}`);
      const frame: SheetFrame = { format: [], columns: [], validations: [] };
      return {
        merges: await book.merges(part),
        frame,
        rows: (wanted) => book.rows(part, new FrameHandler(frame), wanted),
        text: (cell) => (cell.type === "s" ? (strings[Number(cell.value)] ?? "") : cell.value),
      };
    },
    close: () => book.close(),
  };
}

class FrameHandler implements XmlHandler {
  readonly #frame: SheetFrame;
  #formula = false;

  constructor(frame: SheetFrame) {
    this.#frame = frame;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "sheetFormatPr") this.#frame.format = plainAttributes(attributes);
    else if (name === "col") {
      const [first, last] = [Number(attributes.get("min")), Number(attributes.get("max"))];
      this.#frame.columns.push({ first, last, attributes: plainAttributes(attributes) });
    } else if (name === "dataValidation") {
      this.#frame.validations.push({ attributes: plainAttributes(attributes), formulas: [] });
    } else if (name === "formula1" || name === "formula2") {
      this.#frame.validations.at(-1)?.formulas.push("");
      this.#formula = true;
    }
  }

  close(name: string): void {
    if (name === "formula1" || name === "formula2") this.#formula = false;
  }

  text(buffer: Buffer, start: number, end: number, escaped: boolean): void {
    if (!this.#formula) return;
    const formulas = this.#frame.validations.at(-1)!.formulas;
    formulas[formulas.length - 1] += decodeText(buffer, start, end, escaped);
  }
}

/** Attributes of the standard itself; those of extensions would need their namespace declared. */
function plainAttributes(attributes: Attributes): readonly [string, string][] {
  return attributes.list().filter(([name]) => !name.includes(":"));
}

function plainSource(book: RawWorkbook): CorrectionSource {
  return {
    stylesXml: null,
    date1904: false,
    sheet: async (index) => {
      const sheet = book.sheets[index];
      if (!sheet) throw new Error(`no sheet at ${index}`);
      return {
        merges: await sheet.merges(),
        frame: { format: [["defaultRowHeight", "15"]], columns: [], validations: [] },
        rows: () => plainRows(sheet, book.format === "csv"),
        text: (cell) => cell.value,
      };
    },
    close: () => book.close(),
  };
}

async function* plainRows(sheet: RawSheet, allText: boolean): AsyncGenerator<readonly XlsxRow[]> {
  for await (const rows of sheet.rows()) {
    yield rows.map(({ row, cells }) => ({
      row,
      attributes: [],
      cells: cells.flatMap((cell, index) => plainCell(cell ?? null, index + 1, allText)),
    }));
  }
}

function plainCell(cell: RawCell, column: number, allText: boolean): XlsxCell[] {
  if (cell === null) return [];
  const make = (type: XlsxCell["type"], value: string, style: number): XlsxCell[] => [
    { column, type, value, style, unsolved: false },
  ];
  if (typeof cell === "string") return make("str", cell, PLAIN.text);
  if (typeof cell === "number") return make(allText ? "str" : "n", String(cell), allText ? PLAIN.text : PLAIN.general);
  if (typeof cell === "boolean") return make("b", cell ? "1" : "0", PLAIN.general);
  if (cell instanceof RawDate) return make("n", String(cell.serial), PLAIN[cell.shows]);
  return cell instanceof RawError && cell.text !== "" ? make("e", cell.text, PLAIN.general) : [];
}
