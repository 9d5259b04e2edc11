import { cell, type TableView } from "../parts/table-view.ts";
import { words } from "../words/imports.ts";
import { kindNames } from "./batches-table.tsx";
import { type Batch, batchNumber } from "./sending-state.ts";

const NUMBERS = ["read", "created", "changed", "unchanged", "refused", "warnings"] as const;

/** The batches of a sending as a file. */
export function batchesView(batches: readonly Batch[]): TableView {
  const { columns } = words.batches;
  return {
    columns: [
      ...[columns.batch, columns.file, columns.kind].map((head) => ({ head })),
      ...NUMBERS.map((key) => ({ head: columns[key], numeric: true })),
      { head: columns.status },
    ],
    rows: batches.map((batch) => ({
      key: batch.id,
      cells: [
        cell.text(batchNumber(batch.id)),
        cell.text(batch.fileName),
        cell.text(kindNames(batch)),
        ...NUMBERS.map((key) => cell.count(batch[key])),
        cell.text(words.status[batch.status]),
      ],
    })),
  };
}
