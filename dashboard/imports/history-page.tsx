import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useAsk } from "../ask.ts";
import { format } from "../look/format.ts";
import { CardState, Empty } from "../parts/card.tsx";
import { words } from "../words/imports.ts";
import { Answer } from "./answer.tsx";
import { BatchStatus } from "./batch-status.tsx";
import { kindNames, NumberCells, NumberHeads } from "./batches-table.tsx";
import { addressOf } from "./history-list.tsx";
import { HistoryDocument } from "./imports.generated.ts";
import { PageHead } from "./page-head.tsx";
import { Pager } from "./pager.tsx";
import { batchNumber, isUnderWay, isUnread } from "./sending-state.ts";

const PAGE = 20;
const POLL = 3000;

/** Every batch that ever came, newest first; one `after` in the address for each page turned. */
export function HistoryPage() {
  const [search, setSearch] = useSearchParams();
  const places = search.getAll("after");
  const [poll, setPoll] = useState(false);
  const asked = useAsk(HistoryDocument, { first: PAGE, after: places.at(-1) ?? null }, { poll: poll ? POLL : false });
  const connection = asked.data?.importBatches;
  const batches = connection?.edges.map((edge) => edge.node) ?? [];
  const running = batches.some(isUnderWay);
  if (running !== poll) setPoll(running);
  const turn = (next: readonly string[]) => setSearch(next.map((place) => ["after", place] as [string, string]));
  const last = places.length === 0 ? batches[0] : undefined;
  const count = format.count(connection?.totalCount ?? 0);
  const end = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
  return (
    <>
      <PageHead question={words.history.question}>
        {last && <Answer text={words.history.answer(count, format.moment(last.receivedAt), last.actor)} />}
        {connection?.totalCount === 0 && <Answer text={words.history.answerNone} />}
      </PageHead>
      <section className="card" aria-labelledby="all-title">
        <div className="card-head">
          <h2 id="all-title">{connection ? words.history.cardTitle(count) : words.history.title}</h2>
        </div>
        <p className="card-note">{words.history.note}</p>
        <CardState asked={asked} height={480}>
          {batches.length === 0 ? (
            <Empty text={words.history.none} action={<Link to="/imports">{words.history.noneAction}</Link>} />
          ) : (
            <table className="imports-table imports-all">
              <thead>
                <tr>
                  <th scope="col">{words.batches.columns.batch}</th>
                  <th scope="col">{words.history.columns.received}</th>
                  <th scope="col">{words.batches.columns.file}</th>
                  <th scope="col">{words.batches.columns.kind}</th>
                  <NumberHeads />
                  <th scope="col">{words.history.columns.actor}</th>
                  <th scope="col">{words.batches.columns.status}</th>
                </tr>
              </thead>
              <tbody>
                {batches.map((batch) => (
                  <tr key={batch.id}>
                    <th scope="row">
                      <Link to={addressOf(batch)}>{batchNumber(batch.id)}</Link>
                    </th>
                    <td className="no-break">
                      <time dateTime={batch.receivedAt}>{format.moment(batch.receivedAt)}</time>
                    </td>
                    <td className="imports-file">{batch.fileName}</td>
                    <td>{kindNames(batch)}</td>
                    <NumberCells rows={batch} unknown={isUnread(batch)} />
                    <td className="no-break">{batch.actor}</td>
                    <td>
                      {batch.status === "WITHDRAWN" && batch.withdrawalReason ? (
                        <span className="imports-status is-withdrawn">
                          {words.history.withdrawn(batch.withdrawalReason)}
                        </span>
                      ) : (
                        <BatchStatus batch={batch} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {connection && (places.length > 0 || end) && (
            <Pager
              label={words.history.pages}
              text={words.history.shown(
                format.count(places.length * PAGE + 1),
                format.count(places.length * PAGE + batches.length),
                count,
              )}
              previous={
                places.length > 0 ? { label: words.faults.previous, go: () => turn(places.slice(0, -1)) } : null
              }
              next={end ? { label: words.faults.next, go: () => turn([...places, end]) } : null}
            />
          )}
        </CardState>
      </section>
    </>
  );
}
