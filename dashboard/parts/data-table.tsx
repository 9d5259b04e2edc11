import { useState } from "react";
import { Link } from "react-router";
import { common } from "../words/common.ts";
import { StatusShape } from "./status-mark.tsx";
import type { TableCell, TableRow, TableView } from "./table-view.ts";
import "./data-table.css";

/** The table behind a picture; a head sorts its column, rows that stand apart stay below. */
export function DataTable({ view, caption }: { readonly view: TableView; readonly caption: string }) {
  const [order, setOrder] = useState<{ column: number; down: boolean } | null>(null);
  const sort = (column: number) =>
    setOrder((now) => {
      const firstDown = view.columns[column]?.numeric ?? false;
      if (now?.column !== column) return { column, down: firstDown };
      return now.down === firstDown ? { column, down: !firstDown } : null;
    });
  const together = view.rows.filter((row) => !row.apart);
  const apart = view.rows.filter((row) => row.apart);
  const rows = order ? sorted(together, order.column, order.down) : together;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="data-table" aria-label={common.card.tableOf(caption)} tabIndex={0}>
      <table>
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            {view.columns.map((column, at) => (
              <th
                key={column.head}
                scope="col"
                className={column.numeric ? "is-numeric" : undefined}
                aria-sort={order?.column === at ? (order.down ? "descending" : "ascending") : "none"}
              >
                <button type="button" title={common.card.sortBy(column.head)} onClick={() => sort(at)}>
                  {column.head}
                  <span aria-hidden="true" className="data-table-order">
                    {order?.column === at ? (order.down ? "↓" : "↑") : ""}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} view={view} />
          ))}
        </tbody>
        {apart.length > 0 && (
          <tbody className="is-apart">
            {apart.map((row) => (
              <Row key={row.key} row={row} view={view} />
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}

function Row({ row, view }: { readonly row: TableRow; readonly view: TableView }) {
  return (
    <tr>
      {row.cells.map((one, at) => {
        const column = view.columns[at];
        return (
          <td key={column?.head ?? at} className={column?.numeric ? "is-numeric" : undefined}>
            <Cell cell={one} />
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ cell }: { readonly cell: TableCell }) {
  if (cell.href) return <Link to={cell.href}>{cell.print}</Link>;
  if (!cell.status) return cell.print;
  return (
    <span className="data-table-status">
      <StatusShape status={cell.status} size={12} /> {cell.print}
    </span>
  );
}

function sorted(rows: readonly TableRow[], column: number, down: boolean): readonly TableRow[] {
  const value = (row: TableRow) => row.cells[column]?.sort ?? null;
  return [...rows].sort((a, b) => {
    const left = value(a);
    const right = value(b);
    // What is missing stands last, whichever way the column runs.
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    const by =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : String(left).localeCompare(String(right), "zh");
    return down ? -by : by;
  });
}
