import { useState } from "react";
import type { Asked } from "../ask.ts";
import { format } from "../look/format.ts";
import { common } from "../words/common.ts";
import { words } from "../words/imports.ts";
import { Answer } from "./answer.tsx";
import { BatchStatus } from "./batch-status.tsx";
import { PageHead } from "./page-head.tsx";
import { type Batch, batchNumber, isUnderWay, type Verdict } from "./sending-state.ts";
import { ProgressBar } from "./upload-progress.tsx";

/** The server is at work: how far, and that nobody needs to wait here. */
export function RunningView(props: {
  readonly batches: readonly Batch[];
  readonly verdict: Running;
  readonly dry: boolean;
  readonly previewId: string | null;
  readonly asked: Asked<unknown>;
}) {
  const { batches, verdict } = props;
  const { columns } = words.running;
  const { failure } = props.asked;
  const at = props.dry ? "preview" : "result";
  const working = batches.find(isUnderWay);
  return (
    <>
      <PageHead
        question={words.running.question}
        steps={{ at, to: { choose: "/imports", ...stepsOf(props.previewId) } }}
      >
        <Answer text={sentence(verdict, batches)} />
        <p className="only-read" role="status">
          {working && words.status[working.status]}
        </p>
        <p className="imports-actions imports-hint">
          {words.running.note}
          <CopyAddress />
        </p>
        {failure && (
          <p className="imports-refusal" role="alert">
            {words.running.lost(format.clock(failure.at))}
            <button type="button" className="text-button is-link" onClick={props.asked.retry}>
              {common.card.retry}
            </button>
          </p>
        )}
      </PageHead>
      <section className="card" aria-labelledby="running-title">
        <div className="card-head">
          <h2 id="running-title">{words.running.title(batches.length)}</h2>
        </div>
        <table className="imports-table imports-running">
          <thead>
            <tr>
              <th scope="col">{columns.batch}</th>
              <th scope="col">{columns.file}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col" className="is-number">
                {columns.rows}
              </th>
              <th scope="col" className="is-wide">
                {columns.progress}
              </th>
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <tr key={batch.id}>
                <td>{batchNumber(batch.id)}</td>
                <th scope="row" className="imports-file">
                  {batch.fileName}
                </th>
                <td>
                  <BatchStatus batch={batch} />
                </td>
                <td className="is-number">
                  {batch.totalRows === null
                    ? format.count(batch.doneRows)
                    : words.running.rows(format.count(batch.doneRows), format.count(batch.totalRows))}
                </td>
                <td>
                  <ProgressBar
                    label={words.running.progressLabel(batch.fileName)}
                    done={batch.doneRows}
                    total={batch.totalRows}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The steps of the preview that a sending follows. */
export function stepsOf(previewId: string | null): { preview?: string; check?: string } {
  return previewId ? { preview: `/imports/${previewId}`, check: `/imports/${previewId}?step=check` } : {};
}

function CopyAddress() {
  const [copied, setCopied] = useState(false);
  // Only https and localhost have a clipboard; elsewhere the address bar does it.
  if (typeof navigator === "undefined" || !navigator.clipboard) return null;
  return (
    <button
      type="button"
      className="text-button is-link"
      onClick={() => void navigator.clipboard.writeText(window.location.href).then(() => setCopied(true))}
    >
      {copied ? words.running.copied : words.running.copy}
    </button>
  );
}

function sentence({ done, total }: Running, batches: readonly Batch[]): string {
  if (batches.every((batch) => batch.status === "RECEIVED")) return words.running.answerStarting;
  if (total !== null) return words.running.answer(format.count(done), format.count(total));
  return done === 0 ? words.running.answerReading : words.running.answerUnknown(format.count(done));
}

type Running = Extract<Verdict, { state: "RUNNING" }>;
