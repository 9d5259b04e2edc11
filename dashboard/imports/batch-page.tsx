import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { useAsk } from "../ask.ts";
import { format, NOTHING } from "../look/format.ts";
import { CardState } from "../parts/card.tsx";
import { words } from "../words/imports.ts";
import { Answer } from "./answer.tsx";
import { BatchStatus } from "./batch-status.tsx";
import { DeedPanel } from "./deed-panel.tsx";
import { FaultCard } from "./fault-card.tsx";
import { GetCorrection } from "./get-correction.tsx";
import { BatchDocument, type BatchQuery } from "./imports.generated.ts";
import { PageHead } from "./page-head.tsx";
import { triedSentence } from "./preview-view.tsx";
import { resultSentence } from "./result-sentence.ts";
import { DeedButton, useDeedPanel } from "./result-view.tsx";
import { admissible, batchNumber, isUnderWay, secondsTaken, verdictOf } from "./sending-state.ts";
import { SheetsTable } from "./sheets-table.tsx";
import { useBatchFaultCounts } from "./use-fault-counts.ts";

const POLL = 1000;

/** One file as it came: what it was, what went in, what came back, and the way to take it back. */
export function BatchPage() {
  const { id = "" } = useParams();
  const [poll, setPoll] = useState(false);
  const asked = useAsk(BatchDocument, { id }, { poll: poll ? POLL : false });
  const batch = asked.data?.importBatch;
  const running = batch ? isUnderWay(batch) : false;
  if (running !== poll) setPoll(running);
  if (batch) return <BatchView batch={batch} />;
  if (asked.data || asked.failure?.code === "BAD_USER_INPUT" || asked.failure?.code === "NOT_FOUND")
    return <NotFound />;
  return (
    <>
      <PageHead question={words.batch.question(batchNumber(id))} />
      <CardState asked={asked} height={320}>
        {null}
      </CardState>
    </>
  );
}

type FullBatch = NonNullable<BatchQuery["importBatch"]>;

function BatchView({ batch }: { readonly batch: FullBatch }) {
  const counts = useBatchFaultCounts(batch.id);
  const deed = useDeedPanel();
  const [search] = useSearchParams();
  const number = batchNumber(batch.id);
  const faultsOf = (sheet: string) => {
    const next = new URLSearchParams(search);
    for (const name of ["at", "severity", "panel"]) next.delete(name);
    next.set("sheet", sheet);
    return `?${next}#faults`;
  };
  return (
    <>
      <PageHead question={words.batch.question(number)}>
        <Answer text={sentenceOf(batch)} live />
        {batch.error && <p className="imports-hint is-refused">{batch.error}</p>}
        {deed.said && (
          <p className="imports-said" role="status">
            {deed.said}
          </p>
        )}
        <div className="imports-actions">
          {batch.status !== "WITHDRAWN" && <GetCorrection batches={[batch]} primary={deed.open === null} />}
          {batch.status === "ADMITTED" && <DeedButton deed="withdraw" label={words.batch.withdraw} {...deed} />}
          {batch.status === "WITHDRAWN" && <DeedButton deed="restore" label={words.batch.restore} {...deed} />}
        </div>
      </PageHead>
      {deed.open && batch.status === CONCERNED[deed.open] && (
        <DeedPanel
          key={deed.open}
          deed={deed.open}
          what={words.batch.number(number)}
          batches={[batch]}
          onClose={deed.close}
          onDone={deed.done}
        />
      )}
      {batch.sheets.length > 0 && (
        <section className="card" aria-labelledby="sheets-title">
          <div className="card-head">
            <h2 id="sheets-title">{words.batch.sheets(batch.sheets.length)}</h2>
          </div>
          <SheetsTable batches={[batch]} faultsOf={faultsOf} />
        </section>
      )}
      <div className="imports-columns">
        <FaultCard batches={[batch]} counts={counts} note={noteOf(batch)} />
        <aside className="imports-side">
          <Facts batch={batch} />
        </aside>
      </div>
    </>
  );
}

/** A deed is open to a batch in this state only; an old address may still name it. */
const CONCERNED = { withdraw: "ADMITTED", restore: "WITHDRAWN" } as const;

/** Who sent what, when, and which file it was to the last byte. */
function Facts({ batch }: { readonly batch: FullBatch }) {
  const { fact } = words.batch;
  const seconds = secondsTaken([batch]);
  return (
    <section className="card" aria-labelledby="facts-title">
      <div className="card-head">
        <h2 id="facts-title">{words.batch.facts}</h2>
      </div>
      <dl className="imports-facts">
        <Fact name={fact.status}>
          <BatchStatus batch={batch} />
        </Fact>
        {batch.withdrawnAt && (
          <Fact name={fact.withdrawn}>
            {words.batch.withdrawnBy(
              format.moment(batch.withdrawnAt),
              batch.withdrawnBy ?? NOTHING,
              batch.withdrawalReason ?? NOTHING,
            )}
          </Fact>
        )}
        <Fact name={fact.file}>
          <span className="imports-file">{batch.fileName}</span>
        </Fact>
        <Fact name={fact.sha}>
          <code className="imports-sha">{batch.fileSha256}</code>
        </Fact>
        <Fact name={fact.actor}>{batch.actor}</Fact>
        <Fact name={fact.received}>{format.moment(batch.receivedAt)}</Fact>
        <Fact name={fact.finished}>
          {format.moment(batch.finishedAt)}
          {seconds !== null && ` ${words.batch.took(words.seconds(seconds))}`}
        </Fact>
        <Fact name={fact.mode}>{words.batch.mode[batch.mode]}</Fact>
        {batch.revision !== null && <Fact name={fact.revision}>{format.count(batch.revision)}</Fact>}
        <Fact name={fact.sending}>
          <Link to={`/imports/${batch.sendingId}`}>{words.batch.sendingLink}</Link>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function noteOf(batch: FullBatch): string {
  if (batch.status === "TRIED") return words.faults.notePreview;
  return batch.status === "WITHDRAWN" ? words.faults.noteWithdrawn : words.faults.note;
}

function sentenceOf(batch: FullBatch): string {
  const verdict = verdictOf([batch]);
  if (verdict.state === "TRIED") return triedSentence([batch], verdict);
  if (verdict.state === "RUNNING") return words.running.answerUnknown(format.count(batch.doneRows));
  if (verdict.state === "WITHDRAWN") return words.batch.withdrawnAnswer(format.count(admissible([batch])));
  return resultSentence([batch], verdict);
}

function NotFound() {
  const { title, text, action } = words.batch.notFound;
  return (
    <>
      <PageHead question={title} />
      <div className="imports-message">
        <p>{text}</p>
        <Link to="/imports/history">{action}</Link>
      </div>
    </>
  );
}
