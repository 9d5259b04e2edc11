import { format } from "../look/format.ts";
import { words } from "../words/imports.ts";
import { NumberCells, NumberHeads } from "./batches-table.tsx";
import { RowBar, RowBarLegend } from "./row-bar.tsx";
import { type Batch, sum } from "./sending-state.ts";

/** What was recognised: each sheet, its ledger, what would go in or went in, and the columns that nobody knows. */
export function SheetsTable({
  batches,
  faultsOf,
}: {
  readonly batches: readonly Batch[];
  readonly faultsOf?: (sheet: string) => string;
}) {
  const { columns } = words.preview;
  const several = batches.length > 1;
  const sheets = batches.flatMap((batch) => batch.sheets);
  return (
    <table className="imports-table imports-sheets">
      <thead>
        <tr>
          {several && <th scope="col">{columns.file}</th>}
          <th scope="col">{columns.sheet}</th>
          <th scope="col">{columns.kind}</th>
          <NumberHeads />
          <th scope="col" className="imports-bar-head">
            <RowBarLegend />
          </th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) =>
          batch.sheets.length === 0 ? (
            <tr key={batch.id}>
              {several && (
                <th scope="row" className="imports-file">
                  {batch.fileName}
                </th>
              )}
              <td colSpan={9} className="imports-status is-refused">
                {words.status[batch.status]}
                {batch.error && <span className="imports-why"> {batch.error}</span>}
              </td>
            </tr>
          ) : (
            batch.sheets.map((sheet, at) => (
              <tr key={`${batch.id} ${sheet.sheet}`}>
                {several && at === 0 && (
                  <th scope="rowgroup" rowSpan={batch.sheets.length} className="imports-file">
                    {batch.fileName}
                  </th>
                )}
                <td className="imports-file">{sheet.sheet}</td>
                <td>
                  {sheet.kind ? (
                    words.kind[sheet.kind]
                  ) : (
                    <span className="imports-status is-withdrawn">{words.notRecognised}</span>
                  )}
                  {sheet.kind && sheet.unknownColumns.length > 0 && (
                    <span className="imports-why imports-unknown">
                      {words.preview.unknownColumns(sheet.unknownColumns.join(words.separator))}
                    </span>
                  )}
                </td>
                <NumberCells rows={sheet} {...(faultsOf ? { faults: faultsOf(sheet.sheet) } : {})} />
                <td>{sheet.read > 0 && <RowBar rows={sheet} />}</td>
              </tr>
            ))
          ),
        )}
      </tbody>
      {sheets.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={several ? 3 : 2}>
              {words.batches.total}
            </th>
            {(["read", "created", "changed", "unchanged", "refused", "warnings"] as const).map((key) => (
              <td key={key} className="is-number">
                {format.count(sum(sheets, (sheet) => sheet[key]))}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}
