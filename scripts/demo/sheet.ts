import type { WriteSheet } from "hucre/xlsx";
import { type Dress, type DressedValue, dressValue } from "./dress.ts";
import type { PlainRow } from "./model.ts";

/** A table of a ledger with what stands around it. */
export interface DemoSheet {
  readonly name: string;
  readonly title: string;
  /** 填报单位 and 填报时间, in the row under the title. */
  readonly filer: string | null;
  readonly filledOn: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly PlainRow[];
  readonly dress: Dress;
  /** Columns whose cells are merged over consecutive rows of one key. */
  readonly mergeBy?: readonly { readonly columns: readonly string[]; readonly key: (row: PlainRow) => string }[];
  /** A header of two rows: these prefixes stand merged over their parts. */
  readonly groupHeaders?: readonly string[];
  readonly totals?: { readonly at: "first" | "last"; readonly columns: readonly string[] };
  readonly notes?: readonly string[];
  /** Empty rows after so many rows of the table. */
  readonly gapAfter?: number;
  /** Hide the row of the table with this index. */
  readonly hideRow?: number;
}

export interface DemoGrid {
  readonly rows: DressedValue[][];
  readonly sheet: WriteSheet;
}

const NUMBERING = "序号";
const WIDTHS: readonly [RegExp, number][] = [
  [/单位名称|企业名称|用人单位|评价机构名称/, 34],
  [/信用代码|证件号码|身份/, 22],
  [/证书号|证书编号/, 26],
  [/推荐单位|隶属|部门|依据/, 24],
  [/姓名|序号/, 9],
];

/** The grid as a clerk would leave it, ready for any writer. */
export function layOut(table: DemoSheet): DemoGrid {
  const { columns, dress } = table;
  const width = columns.length + 1;
  const rows: DressedValue[][] = [];
  const merges: NonNullable<WriteSheet["merges"]> = [];
  const rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const merge = (startRow: number, startCol: number, endRow: number, endCol: number): void => {
    if (startRow < endRow || startCol < endCol) merges.push({ startRow, startCol, endRow, endCol });
  };

  rows.push([table.title]);
  merge(0, 0, 0, width - 1);
  cells.set("0,0", {
    style: { font: { bold: true, size: 16 }, alignment: { horizontal: "center", vertical: "center" } },
  });
  rowDefs.set(0, { height: 30 });
  if (table.filer || table.filledOn) {
    const half = Math.max(2, Math.floor(width / 2));
    const line: DressedValue[] = Array.from({ length: width }, () => null);
    if (table.filer) line[0] = `填报单位：${table.filer}`;
    if (table.filledOn) line[half] = `填报时间：${table.filledOn}`;
    merge(rows.length, 0, rows.length, half - 1);
    merge(rows.length, half, rows.length, width - 1);
    rows.push(line);
  }

  const headers = [NUMBERING, ...columns.map((column) => dress.headers[column] ?? column)];
  const headerRow = rows.length;
  const groups = table.groupHeaders ?? [];
  if (groups.length === 0) rows.push(headers);
  else {
    const upper: DressedValue[] = [];
    const lower: DressedValue[] = [];
    for (const [i, header] of headers.entries()) {
      const group = groups.find((prefix) => header.startsWith(prefix));
      const continues = group !== undefined && headers[i - 1]?.startsWith(group);
      upper.push(group === undefined ? header : continues ? null : group);
      lower.push(group === undefined ? null : header.slice(group.length));
      if (group === undefined) merge(headerRow, i, headerRow + 1, i);
      else if (!continues)
        merge(
          headerRow,
          i,
          headerRow,
          headers.findLastIndex((other) => other.startsWith(group)),
        );
    }
    rows.push(upper, lower);
  }
  for (let row = headerRow; row < rows.length; row++)
    for (let column = 0; column < width; column++)
      cells.set(`${row},${column}`, {
        style: {
          font: { bold: true },
          alignment: { horizontal: "center", vertical: "center", wrapText: true },
          fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DDE7F0" } },
        },
      });
  const frozen = rows.length;

  const total = table.totals && totalRow(table, headers.length);
  if (total && table.totals?.at === "first") rows.push(total);
  const first = rows.length;
  const gap = table.gapAfter ?? Number.POSITIVE_INFINITY;
  for (const [i, row] of table.rows.entries()) {
    if (i === gap) rows.push([]);
    if (i === table.hideRow) rowDefs.set(rows.length, { hidden: true });
    rows.push([i + 1, ...columns.map((column) => dressValue(column, row[column] ?? null, dress))]);
  }
  if (table.mergeBy) {
    for (const { columns: merged, key } of table.mergeBy) {
      for (let start = 0; start < table.rows.length; ) {
        let end = start;
        while (end + 1 < table.rows.length && end + 1 !== gap && key(table.rows[end + 1]!) === key(table.rows[start]!))
          end++;
        for (const column of merged) {
          const at = columns.indexOf(column) + 1;
          if (at === 0 || end === start) continue;
          const top = first + start + (start >= gap ? 1 : 0);
          const bottom = first + end + (end >= gap ? 1 : 0);
          for (let row = top + 1; row <= bottom; row++) rows[row]![at] = null;
          merge(top, at, bottom, at);
        }
        start = end + 1;
      }
    }
  }
  if (total && table.totals?.at === "last") rows.push(total);
  if (table.notes) {
    rows.push([], []);
    for (const note of table.notes) {
      merge(rows.length, 0, rows.length, width - 1);
      rows.push([note]);
    }
  }
  return {
    rows,
    sheet: {
      name: table.name,
      rows,
      merges,
      rowDefs,
      cells,
      columns: headers.map((header) => ({
        width: WIDTHS.find(([pattern]) => pattern.test(header))?.[1] ?? 13,
        ...(dress.days === "cell" ? { numFmt: /日期|有效期|公示/.test(header) ? "yyyy-mm-dd" : "General" } : {}),
      })),
      freezePane: { rows: frozen },
    },
  };
}

function totalRow(table: DemoSheet, width: number): DressedValue[] {
  const line: DressedValue[] = Array.from({ length: width }, () => null);
  line[0] = "合计";
  for (const column of table.totals!.columns) {
    const at = table.columns.indexOf(column);
    if (at < 0) continue;
    const sum = table.rows.reduce(
      (total, row) => total + (typeof row[column] === "number" ? (row[column] as number) : 0),
      0,
    );
    line[at + 1] = dressValue(column, sum, table.dress);
  }
  return line;
}
