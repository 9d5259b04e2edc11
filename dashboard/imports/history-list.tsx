import { Link } from "react-router";
import { useAsk } from "../ask.ts";
import { format } from "../look/format.ts";
import { CardState, Empty } from "../parts/card.tsx";
import { words } from "../words/imports.ts";
import { kindNames } from "./batches-table.tsx";
import { HistoryDocument } from "./imports.generated.ts";
import { type Batch, batchNumber, isUnderWay } from "./sending-state.ts";

/** The newest batches beside the work, with the way to all of them. */
export function HistoryList({ count }: { readonly count: number }) {
  const asked = useAsk(HistoryDocument, { first: count, after: null });
  const batches = asked.data?.importBatches.edges.map((edge) => edge.node) ?? [];
  return (
    <section className="card" aria-labelledby="history-title">
      <div className="card-head">
        <h2 id="history-title">{words.history.title}</h2>
        <div className="card-actions">
          {asked.data && batches.length > 0 && (
            <Link className="imports-quiet" to="/imports/history">
              {words.history.all(format.count(asked.data.importBatches.totalCount))}
            </Link>
          )}
        </div>
      </div>
      <CardState asked={asked} height={count * 66}>
        {batches.length === 0 ? (
          <Empty text={words.history.none} />
        ) : (
          <ol className="imports-history">
            {batches.map((batch) => (
              <li key={batch.id}>
                <span className="imports-history-head">
                  <Link to={addressOf(batch)}>
                    {batchNumber(batch.id)} {batch.sheets.length > 0 ? kindNames(batch) : batch.fileName}
                  </Link>
                  <time dateTime={batch.receivedAt}>{format.moment(batch.receivedAt).slice(5)}</time>
                </span>
                <span className={`imports-second ${toneOf(batch)}`}>{lineOf(batch)}</span>
              </li>
            ))}
          </ol>
        )}
      </CardState>
    </section>
  );
}

/** A preview and a batch under way are seen with their sending; a finished batch has its own page. */
export function addressOf(batch: Batch): string {
  return isUnderWay(batch) || batch.status === "TRIED" ? `/imports/${batch.sendingId}` : `/imports/batch/${batch.id}`;
}

function lineOf(batch: Batch): string {
  const rows = format.count(batch.read);
  switch (batch.status) {
    case "ADMITTED":
      return batch.refused > 0
        ? words.history.line(rows, format.count(batch.refused), batch.actor)
        : words.history.lineAll(rows, batch.actor);
    case "WITHDRAWN":
      return words.history.lineWithdrawn(rows, batch.withdrawalReason ?? "", batch.actor);
    default:
      return words.history.lineOther(words.status[batch.status], batch.actor);
  }
}

function toneOf(batch: Batch): string {
  if (batch.status === "WITHDRAWN") return "is-withdrawn";
  return ["REFUSED", "UNREADABLE", "FAILED", "INTERRUPTED"].includes(batch.status) ? "is-refused" : "";
}
