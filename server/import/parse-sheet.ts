import type { Day } from "../policy/day.ts";
import { dateOf, inFuture } from "./parse-day.ts";
import { CellFault, cellText, quote } from "./parse-fault.ts";
import { type RowOptions, RowParser } from "./parse-rows.ts";
import type { CellFinding, ParsedSheet } from "./parsed.ts";
import type { RawCell, RawRow, RawSheet } from "./read-raw.ts";
import { columnLetters } from "./recognise-address.ts";
import { fold } from "./recognise-fold.ts";
import {
  HEAD_ROWS,
  type Header,
  type LaterSheet,
  recogniseHeader,
  sheetFault,
  sheetWarning,
} from "./recognise-header.ts";
import { MergeFill } from "./recognise-merges.ts";
import { RowSifter } from "./recognise-rows.ts";

/** Read and parse one sheet: find its header, sift its rows, understand every cell. */
export async function parseSheet(sheet: RawSheet, options: RowOptions): Promise<ParsedSheet> {
  const merges = await sheet.merges();
  const head: RawRow[] = [];
  let seen: Header | LaterSheet | null | undefined;
  let parser: RowParser | null = null;
  const decide = (): void => {
    const header = recogniseHeader(head, merges);
    seen = header;
    if (!header || "later" in header) return;
    parser = new RowParser(header, new MergeFill(merges, header.lastRow), new RowSifter(header, merges), options);
    parser.take(head.filter(({ row }) => row > header.lastRow));
  };
  for await (const rows of sheet.rows()) {
    if (seen === undefined) {
      for (const row of rows) head.push(row);
      if (head.length >= HEAD_ROWS) decide();
    } else if (parser) {
      (parser as RowParser).take(rows);
    } else {
      break;
    }
  }
  if (seen === undefined) decide();
  if (!seen || "later" in seen || !parser) return noLedger(sheet, head.length === 0, seen as LaterSheet | null);
  return parsed(sheet, seen, parser, filledOn(head, seen.firstRow, options.today));
}

function parsed(sheet: RawSheet, header: Header, parser: RowParser, filled: FilledOn): ParsedSheet {
  const findings = [...header.findings, ...filled.findings];
  if (sheet.hidden) {
    findings.push(
      sheetWarning("HIDDEN_SHEET", `工作表“${sheet.name}”是隐藏的，也已读取`, "不要上报的，请删去后重新上传"),
    );
  }
  if (parser.exampleRows.length > 0) {
    findings.push(
      sheetWarning(
        "EXAMPLE_ROW_SKIPPED",
        `第${parser.exampleRows.slice(0, 10).join("、")}行是示例，未读取`,
        "请删去示例行",
      ),
    );
  }
  if (parser.rows.length === 0) {
    findings.push(sheetWarning("NO_ROWS", `工作表“${sheet.name}”只有表头，没有数据`, "填写数据后重新上传"));
  }
  return {
    index: sheet.index,
    name: sheet.name,
    kind: header.kind,
    filledOn: filled.day,
    columns: header.columns.map(({ key, header: text, index }) => ({ key, header: text, index })),
    unknownColumns: header.unknownColumns,
    headerRow: header.lastRow,
    rows: parser.rows,
    findings,
  };
}

function noLedger(sheet: RawSheet, empty: boolean, later: LaterSheet | null): ParsedSheet {
  const findings: CellFinding[] = [];
  if (later) {
    findings.push(
      sheetWarning("SHEET_NOT_YET_READ", `“${sheet.name}”是${later.later}，系统暂不接收`, "其他工作表照常读取"),
    );
  } else if (!empty && !sheet.hidden) {
    findings.push(
      sheetWarning("NOT_A_LEDGER", `“${sheet.name}”的表头不像任何一种台账，未读取`, "要上报的，请按模板的表头改正"),
    );
  }
  return {
    index: sheet.index,
    name: sheet.name,
    kind: null,
    filledOn: null,
    columns: [],
    unknownColumns: [],
    headerRow: 0,
    rows: [],
    findings,
  };
}

interface FilledOn {
  readonly day: Day | null;
  readonly findings: readonly CellFinding[];
}

const LABEL = /(?:填报|填表|报送|制表|上报)(?:时间|日期)[:：]?/;

/** 填报时间 above the header: in the label's own cell, or in the next one that holds something. */
function filledOn(rows: readonly RawRow[], headerRow: number, today: Day): FilledOn {
  for (const { row, cells } of rows) {
    if (row >= headerRow) break;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      if (typeof cell !== "string") continue;
      const label = LABEL.exec(cell.replace(/\s+/g, ""));
      if (!label) continue;
      const behind = cell.replace(/\s+/g, " ").slice(endOfLabel(cell));
      const own = dateWithin(behind);
      const next = cells.findIndex((each, at) => at > index && each !== null && each !== undefined && each !== "");
      const value: RawCell = own ?? (next < 0 || !mayBeDate(cells[next]!) ? null : cells[next]!);
      if (value === null) return { day: null, findings: [] };
      return judge(value, `${columnLetters((own === null ? next : index) + 1)}${row}`, today);
    }
  }
  return { day: null, findings: [] };
}

function mayBeDate(cell: RawCell): boolean {
  return typeof cell === "string" ? /\d{4}/.test(cell.normalize("NFKC")) : true;
}

/** Where the text behind the label begins, the label's own letters perhaps spaced out. */
function endOfLabel(cell: string): number {
  const text = cell.replace(/\s+/g, " ");
  const match = /(填\s*报|填\s*表|报\s*送|制\s*表|上\s*报)\s*(时\s*间|日\s*期)\s*[:：]?/.exec(text);
  return match ? match.index + match[0].length : text.length;
}

/** The first thing in a line that looks like a date, up to where something else begins. */
function dateWithin(text: string): string | null {
  const match = /\d{4}\s*[-/.年]\s*\d{1,2}\s*(?:[-/.月]\s*(?:\d{1,2}\s*日?)?)?/.exec(text.normalize("NFKC"));
  return match ? match[0].trim() : null;
}

function judge(value: RawCell, address: string, today: Day): FilledOn {
  const date = dateOf(value);
  const text = quote(cellText(value) ?? "");
  if (date instanceof CellFault && date.code === "DAY_NOT_IN_CALENDAR") {
    const fault = sheetFault("FILLED_ON_NOT_IN_CALENDAR", null, `${address}的填报时间${text}不在日历上`, date.mend);
    return { day: null, findings: [fault] };
  }
  if (date instanceof CellFault || date.date === null) {
    if (fold(cellText(value) ?? "") === "") return { day: null, findings: [] };
    const message = `${address}的填报时间${text}没有写明哪一天，未采用`;
    return { day: null, findings: [sheetWarning("FILLED_ON_UNREAD", message, "按2025-11-30的形式填写")] };
  }
  const day = `${date.year}-${String(date.month).padStart(2, "0")}-${String(date.date).padStart(2, "0")}`;
  if (day <= today) return { day, findings: [] };
  const future = inFuture(day, today);
  return {
    day: null,
    findings: [sheetFault("FILLED_ON_IN_FUTURE", null, `${address}的填报时间${future.message}`, future.mend)],
  };
}
