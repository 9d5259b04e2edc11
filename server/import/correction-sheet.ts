import { headerOf, ORIGINAL_ROW_HEADER, PROBLEM_HEADER } from "../../schema/columns.ts";
import type { CellNote } from "./correction-comments.ts";
import type { ColumnWidth, SheetFrame, SourceSheet, Validation } from "./correction-source.ts";
import type { CorrectionStyles } from "./correction-styles.ts";
import type { ZipPart } from "./correction-zip.ts";
import type { CellFinding, ParsedSheet } from "./parsed.ts";
import type { Merge } from "./read-raw.ts";
import { columnNumber, type XlsxCell, type XlsxRow } from "./read-xlsx.ts";
import { escapeXml } from "./read-xml.ts";
import { columnLetters } from "./recognise-address.ts";
import { fold } from "./recognise-fold.ts";
import { MergeFill } from "./recognise-merges.ts";

export interface SheetTask {
  readonly sheet: ParsedSheet;
  readonly source: SourceSheet;
  readonly styles: CorrectionStyles;
  readonly refused: ReadonlyMap<number, readonly CellFinding[]>;
  /** Comments cost Excel dearly: beyond some thousands there are none. */
  readonly commented: boolean;
}

/** Write one sheet of a correction: what stands above the table, its header, and the refused rows one under another. */
export async function writeSheet(task: SheetTask, part: ZipPart): Promise<readonly CellNote[]> {
  const { sheet, source } = task;
  const notes: CellNote[] = [];
  const fill = new MergeFill<XlsxCell>(source.merges, sheet.headerRow);
  const header = new HeaderRows(sheet);
  const moved = new Map<number, number>();
  let place: ProblemColumns | null = null;
  let next = sheet.headerRow + 1;
  // A merge may bring a value down from a row that was taken in, so then every row is looked at.
  const merged = source.merges.some(({ firstRow, lastRow }) => firstRow > sheet.headerRow && lastRow > firstRow);
  const wanted = (row: number): boolean => merged || row <= sheet.headerRow || task.refused.has(row);
  for await (const rows of source.rows(wanted)) {
    for (const row of rows) {
      if (row.row <= sheet.headerRow) {
        header.take(row, source);
        continue;
      }
      if (!place) {
        place = header.problemColumns();
        await openSheet(part, task, header, place);
      }
      const cells = spread(row.cells);
      fill.fill(row.row, cells);
      const findings = task.refused.get(row.row);
      if (!findings) continue;
      moved.set(row.row, next);
      await part.write(refusedRow(task, row, next, cells, findings, place, notes));
      next++;
    }
  }
  if (!place) {
    place = header.problemColumns();
    await openSheet(part, task, header, place);
  }
  await part.write(closeSheet(task, moved, next - 1, notes.length > 0));
  return notes;
}

/** Where the two columns of the correction stand. */
interface ProblemColumns {
  readonly problem: number;
  readonly originalRow: number;
}

/** The rows down to the header, held until the first row below it comes by. */
class HeaderRows {
  readonly rows: XlsxRow[] = [];
  readonly #headerRow: number;
  #last = 0;
  #problem = 0;
  #originalRow = 0;
  /** Style of the header's last cell, for the two that are added. */
  style = 0;

  constructor(sheet: ParsedSheet) {
    this.#headerRow = sheet.headerRow;
    this.#last = Math.max(0, ...sheet.columns.map(({ index }) => index));
  }

  take(row: XlsxRow, source: SourceSheet): void {
    this.rows.push(row);
    for (const cell of row.cells) {
      const text = source.text(cell);
      if (text === "") continue;
      this.#last = Math.max(this.#last, row.row === this.#headerRow ? cell.column : 0);
      if (row.row === this.#headerRow) this.style = cell.style;
      const name = fold(text);
      if (name === PROBLEM_HEADER) this.#problem = cell.column;
      if (name === ORIGINAL_ROW_HEADER) this.#originalRow = cell.column;
    }
  }

  /** Those of an earlier correction are used again; else both follow the last column. */
  problemColumns(): ProblemColumns {
    const problem = this.#problem || Math.max(this.#last, this.#originalRow) + 1;
    const originalRow = this.#originalRow || Math.max(this.#last, problem) + 1;
    return { problem, originalRow };
  }
}

async function openSheet(part: ZipPart, task: SheetTask, header: HeaderRows, place: ProblemColumns): Promise<void> {
  const { sheet, source } = task;
  const frozen = `<pane ySplit="${sheet.headerRow}" topLeftCell="A${sheet.headerRow + 1}" activePane="bottomLeft" state="frozen"/>`;
  await part.write(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>${formatXml(source.frame)}${columnsXml(task, place)}<sheetData>`,
  );
  let headed = false;
  for (const row of header.rows) {
    const cells = spread(row.cells);
    if (row.row === sheet.headerRow) {
      headed = true;
      cells[place.problem - 1] = text(place.problem, PROBLEM_HEADER, header.style);
      cells[place.originalRow - 1] = text(place.originalRow, ORIGINAL_ROW_HEADER, header.style);
    }
    await part.write(rowXml(row.row, row.attributes, cellsXml(row.row, cells, task)));
  }
  if (!headed) throw new Error(`no header in row ${sheet.headerRow}`);
}

function refusedRow(
  task: SheetTask,
  row: XlsxRow,
  at: number,
  cells: (XlsxCell | null)[],
  findings: readonly CellFinding[],
  place: ProblemColumns,
  notes: CellNote[],
): string {
  const { sheet, styles } = task;
  for (const [index, told] of byColumn(sheet, findings)) {
    const severity = told.some((each) => each.severity === "error") ? "error" : "warning";
    const cell = cells[index - 1] ?? { column: index, style: 0, type: "str", value: "", unsolved: false };
    const asText = LONG_NUMBERS.has(sheet.columns.find((column) => column.index === index)!.key);
    const style = styles.faulty(cell.style, severity, asText);
    // As text, what Excel made a date would show as a bare number: it is written as it was seen.
    const date = asText ? told.find(({ code }) => code === "TURNED_INTO_DATE") : undefined;
    cells[index - 1] = date ? text(index, date.found ?? "", style) : { ...cell, column: index, style };
    if (task.commented) notes.push({ row: at, column: index, text: told.map(reason).join("\n") });
  }
  cells[place.problem - 1] = text(place.problem, problemText(sheet, findings), styles.wrapped());
  cells[place.originalRow - 1] = {
    column: place.originalRow,
    style: 0,
    type: "n",
    value: String(row.row),
    unsolved: false,
  };
  const attributes = row.attributes.filter(
    ([name]) => name !== "hidden" && (findings.length < 2 || !/^(ht|customHeight)$/.test(name)),
  );
  return rowXml(at, attributes, cellsXml(at, cells, task));
}

/** Findings by the column that they are about; those about the whole row or a missing column have none. */
function byColumn(sheet: ParsedSheet, findings: readonly CellFinding[]): Map<number, CellFinding[]> {
  const columns = new Map<number, CellFinding[]>();
  for (const each of findings) {
    const column = sheet.columns.find(({ key }) => key === each.column);
    if (!column) continue;
    columns.set(column.index, [...(columns.get(column.index) ?? []), each]);
  }
  return columns;
}

/** All reasons of a row, errors first, each with its column. */
function problemText(sheet: ParsedSheet, findings: readonly CellFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  return [...errors, ...warnings]
    .map((each) => {
      const header = headerIn(sheet, each.column);
      return `${each.severity === "warning" ? "提示：" : ""}${header ? `【${header}】` : ""}${sentence(each)}`;
    })
    .join("\n");
}

/** As the sheet heads the column, or as the ledger does when the sheet has none. */
function headerIn({ columns, kind }: ParsedSheet, column: string | null): string | null {
  if (column === null) return null;
  return columns.find(({ key }) => key === column)?.header ?? (kind === null ? null : headerOf(kind, column));
}

function reason(finding: CellFinding): string {
  return `${finding.severity === "warning" ? "提示：" : ""}${sentence(finding)}`;
}

function sentence({ message, mend, clause }: CellFinding): string {
  return `${message}。${mend}。${clause ? `（${clause}）` : ""}`.replaceAll("。。", "。");
}

/** Their faulty cells become text: a mended number would be rounded again. */
const LONG_NUMBERS = new Set([
  "creditCode",
  "idNumber",
  "number",
  "filingNumber",
  "issuerFilingNumber",
  "groupCode",
  "fromCode",
  "toCode",
  "occupationCode",
  "level",
  "levels",
  "directCondition",
]);
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function spread(cells: readonly XlsxCell[]): (XlsxCell | null)[] {
  const row: (XlsxCell | null)[] = [];
  for (const cell of cells) {
    while (row.length < cell.column - 1) row.push(null);
    row[cell.column - 1] = cell;
  }
  return row;
}

function text(column: number, value: string, style: number): XlsxCell {
  return { column, style, type: "str", value, unsolved: false };
}

/** Every text is written as text, so that one beginning with = or + is never a formula; formulas keep their result. */
function cellsXml(row: number, cells: readonly (XlsxCell | null | undefined)[], task: SheetTask): string {
  let xml = "";
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (!cell) continue;
    const at = `r="${columnLetters(index + 1)}${row}"${cell.style > 0 ? ` s="${cell.style}"` : ""}`;
    const value = cell.unsolved ? "" : task.source.text(cell);
    if (value === "") xml += cell.style > 0 ? `<c ${at}/>` : "";
    else if (cell.type === "s" || cell.type === "str")
      xml += `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
    else xml += `<c ${at}${cell.type === "n" ? "" : ` t="${cell.type}"`}><v>${escapeXml(value)}</v></c>`;
  }
  return xml;
}

/** A text that looks like one of Excel's own escapes is escaped itself. */
function escapeText(value: string): string {
  return escapeXml(value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
}

function rowXml(row: number, attributes: readonly (readonly [string, string])[], cells: string): string {
  const kept = attributes
    .filter(([name]) => ROW_ATTRIBUTES.has(name))
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<row r="${row}"${kept.join("")}>${cells}</row>`;
}

const ROW_ATTRIBUTES = new Set(["ht", "customHeight", "s", "customFormat", "hidden"]);

function formatXml({ format }: SheetFrame): string {
  return format.length === 0 ? "" : `<sheetFormatPr${attributesXml(format)}/>`;
}

function attributesXml(attributes: readonly (readonly [string, string])[]): string {
  return attributes.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");
}

/** The sender's widths, nothing hidden, and the two added columns in their own. */
function columnsXml({ sheet, source }: SheetTask, place: ProblemColumns): string {
  const widths: ColumnWidth[] = source.frame.columns.length > 0 ? [...source.frame.columns] : plainWidths(sheet);
  const added: ColumnWidth[] = [
    {
      first: place.problem,
      last: place.problem,
      attributes: [
        ["width", "60"],
        ["customWidth", "1"],
      ],
    },
    {
      first: place.originalRow,
      last: place.originalRow,
      attributes: [
        ["width", "9"],
        ["customWidth", "1"],
      ],
    },
  ];
  const cut = added.reduce((ranges, { first }) => ranges.flatMap((range) => without(range, first)), widths);
  const all = [...cut, ...added].sort((one, other) => one.first - other.first);
  const xml = all.map(({ first, last, attributes }) => {
    const kept = attributes.filter(([name]) => COLUMN_ATTRIBUTES.has(name));
    return `<col min="${first}" max="${last}"${attributesXml(kept)}/>`;
  });
  return `<cols>${xml.join("")}</cols>`;
}

const COLUMN_ATTRIBUTES = new Set(["width", "customWidth", "style", "bestFit"]);

function without(range: ColumnWidth, column: number): ColumnWidth[] {
  if (column < range.first || column > range.last) return [range];
  const parts = [
    { ...range, last: column - 1 },
    { ...range, first: column + 1 },
  ];
  return parts.filter(({ first, last }) => first <= last);
}

function plainWidths(sheet: ParsedSheet): ColumnWidth[] {
  return sheet.columns.map(({ key, header, index }) => {
    const width = LONG_NUMBERS.has(key) ? 24 : Math.max(12, Math.min(30, header.length * 2 + 2));
    return {
      first: index,
      last: index,
      attributes: [
        ["width", String(width)],
        ["customWidth", "1"],
      ] as const,
    };
  });
}

function closeSheet(
  { sheet, source }: SheetTask,
  moved: ReadonlyMap<number, number>,
  lastRow: number,
  noted: boolean,
): string {
  const merges = source.merges.flatMap((merge) => movedMerge(merge, sheet.headerRow, moved));
  const mergesXml =
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      : "";
  const validations = source.frame.validations.flatMap((each) => validationXml(each, sheet.headerRow, lastRow));
  const validationsXml =
    validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>`
      : "";
  return `</sheetData>${mergesXml}${validationsXml}${noted ? '<legacyDrawing r:id="rId1"/>' : ""}</worksheet>`;
}

/** Merges down to the header stay; below it only those within one row, since every refused row stands on its own. */
function movedMerge(
  { firstRow, lastRow, firstColumn, lastColumn }: Merge,
  headerRow: number,
  moved: ReadonlyMap<number, number>,
): string[] {
  const ref = (top: number, bottom: number) => [
    `${columnLetters(firstColumn)}${top}:${columnLetters(lastColumn)}${bottom}`,
  ];
  if (lastRow <= headerRow) return ref(firstRow, lastRow);
  const row = firstRow === lastRow ? moved.get(firstRow) : undefined;
  return row === undefined ? [] : ref(row, row);
}

/** Drop-downs that name their choices, over the rows that are left; a list elsewhere does not come along. */
function validationXml({ attributes, formulas }: Validation, headerRow: number, lastRow: number): string[] {
  if (formulas.some((formula) => !/^("[^"]*"|-?[\d.]+)$/.test(formula)) || lastRow <= headerRow) return [];
  const ranges = (attributes.find(([name]) => name === "sqref")?.[1] ?? "").split(/\s+/).flatMap((range) => {
    const match = /^([A-Z]+)\d*(?::([A-Z]+)\d*)?$/.exec(range);
    if (!match) return [];
    const [first, last] = [match[1]!, match[2] ?? match[1]!];
    return columnNumber(last) <= 16_384 ? [`${first}${headerRow + 1}:${last}${lastRow}`] : [];
  });
  if (ranges.length === 0) return [];
  const kept = attributes.filter(([name]) => name !== "sqref");
  const inner = formulas
    .map((formula, index) => `<formula${index + 1}>${escapeXml(formula)}</formula${index + 1}>`)
    .join("");
  return [`<dataValidation${attributesXml(kept)} sqref="${[...new Set(ranges)].join(" ")}">${inner}</dataValidation>`];
}
