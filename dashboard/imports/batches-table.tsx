import { Link } from "react-router";
import { format, NOTHING } from "../look/format.ts";
import { words } from "../words/imports.ts";
import { BatchStatus } from "./batch-status.tsx";
import { RowBar, RowBarLegend } from "./row-bar.tsx";
import { type Batch, batchNumber, isUnread, kindsOf, sum } from "./sending-state.ts";

/** The batches of one sending: in every row read = created + changed + unchanged + refused. */
export function BatchesTable({
  batches,
  faultsOf,
}: {
  readonly batches: readonly Batch[];
  readonly faultsOf: (id: string) => string;
}) {
  const { columns } = words.batches;
  const whole = batches.filter((batch) => !isUnread(batch));
  return (
    <table className="imports-table imports-batches">
      <thead>
        <tr>
          <th scope="col">{columns.batch}</th>
          <th scope="col">{columns.file}</th>
          <th scope="col">{columns.kind}</th>
          <NumberHeads />
          <th scope="col" className="imports-bar-head">
            <RowBarLegend />
          </th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.id}>
            <td>
              <Link to={`/imports/batch/${batch.id}`}>{batchNumber(batch.id)}</Link>
            </td>
            <th scope="row" className="imports-file">
              {batch.fileName}
            </th>
            <td>{kindNames(batch)}</td>
            <NumberCells rows={batch} faults={faultsOf(batch.id)} batch={batch.id} unknown={isUnread(batch)} />
            <td>
              <BatchEnd batch={batch} />
            </td>
          </tr>
        ))}
      </tbody>
      {batches.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {words.batches.total}
            </th>
            {NUMBERS.map((key) => (
              <td key={key} className="is-number">
                {format.count(sum(whole, (batch) => batch[key]))}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const NUMBERS = ["read", "created", "changed", "unchanged", "refused", "warnings"] as const;

type Numbers = Readonly<Record<(typeof NUMBERS)[number], number>>;

export function NumberHeads() {
  return NUMBERS.map((key) => (
    <th key={key} scope="col" className="is-number">
      {words.batches.columns[key]}
    </th>
  ));
}

/** The counts of a file or a sheet; refused rows are bold and lead to their faults. */
export function NumberCells({
  rows,
  faults,
  batch,
  unknown,
}: {
  readonly rows: Numbers;
  readonly unknown?: boolean;
  readonly faults?: string;
  readonly batch?: string;
}) {
  return NUMBERS.map((key) => {
    const print = unknown ? NOTHING : format.count(rows[key]);
    const calls = !unknown && (key === "refused" || key === "warnings") && rows[key] > 0;
    return (
      <td key={key} className={`is-number ${key === "refused" ? (calls ? "is-refused" : "is-none") : ""}`}>
        {calls && faults ? (
          <Link to={faults} title={batch ? words.batches.onlyFaults(batchNumber(batch)) : undefined}>
            {print}
          </Link>
        ) : (
          print
        )}
      </td>
    );
  });
}

export function kindNames(batch: Pick<Batch, "sheets">): string {
  const kinds = kindsOf(batch).map((kind) => words.kind[kind]);
  return kinds.length > 0 ? kinds.join(words.separator) : NOTHING;
}

/** The bar of what went in, or in its place why nothing did. */
function BatchEnd({ batch }: { readonly batch: Batch }) {
  if (batch.status === "ADMITTED" || batch.status === "TRIED") return <RowBar rows={batch} />;
  return (
    <>
      <BatchStatus batch={batch} />
      {batch.error && <span className="imports-why"> {batch.error}</span>}
      {batch.status === "WITHDRAWN" && batch.withdrawalReason && (
        <span className="imports-why"> {batch.withdrawalReason}</span>
      )}
    </>
  );
}
