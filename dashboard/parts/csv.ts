import { common } from "../words/common.ts";
import type { TableView } from "./table-view.ts";

export interface FileNotes {
  readonly asOf: string;
  readonly source: string;
  readonly note?: string;
  readonly demo: boolean;
}

/** A table as a file: UTF-8 with a mark so that Excel reads it, and no cell that a spreadsheet would run. */
export function csvOf(view: TableView, notes: FileNotes): string {
  const rows: (string | number | null)[][] = [
    view.columns.map((column) => column.head),
    ...view.rows.map((row) => row.cells.map((cell) => cell.file)),
    [],
    [common.csv.asOf, notes.asOf],
    [common.csv.source, notes.source],
    ...(notes.note ? [[common.csv.note, notes.note]] : []),
    ...(notes.demo ? [[common.csv.demo]] : []),
  ];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** One cell: quoted where it must be, and disarmed where a spreadsheet would take it for a formula. */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const number = /^[+-]?\d+(\.\d+)?%?$/.test(value);
  const safe = !number && /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hand a text to the browser as a file. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
