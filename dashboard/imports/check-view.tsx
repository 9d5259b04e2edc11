import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { format } from "../look/format.ts";
import { words } from "../words/imports.ts";
import { Answer } from "./answer.tsx";
import { AtomicChoice } from "./atomic-choice.tsx";
import { matchFiles } from "./chosen-file.ts";
import { FaultCard } from "./fault-card.tsx";
import { FileButton } from "./file-picker.tsx";
import { GetCorrection } from "./get-correction.tsx";
import { PageHead } from "./page-head.tsx";
import { type Tried, triedSentence } from "./preview-view.tsx";
import { admissible, type Batch, batchNumber } from "./sending-state.ts";
import { replaceFiles, send, useDesk } from "./upload-desk.ts";
import { UploadFailed, UploadProgress } from "./upload-progress.tsx";
import { useSendingFaultCounts } from "./use-fault-counts.ts";
import { useFollowArrival } from "./use-follow-arrival.ts";

/** Step 3: what would come back and why; then the decision. */
export function CheckView(props: {
  readonly sendingId: string;
  readonly batches: readonly Batch[];
  readonly verdict: Tried;
}) {
  const { sendingId, batches, verdict } = props;
  const counts = useSendingFaultCounts(sendingId);
  useFollowArrival();
  return (
    <>
      <PageHead
        question={words.check.question}
        steps={{ at: "check", to: { choose: "/imports", preview: `/imports/${sendingId}` } }}
      >
        <Answer text={triedSentence(batches, verdict)} />
        <Decision {...props} />
      </PageHead>
      <div className="imports-columns">
        <FaultCard batches={batches} counts={counts} note={words.faults.notePreview} />
        <aside className="imports-side">
          <FileList batches={batches} />
        </aside>
      </div>
    </>
  );
}

/** Submit the very files that were previewed; a page that was loaded anew asks for them again. */
function Decision({ sendingId, batches, verdict }: { sendingId: string; batches: readonly Batch[]; verdict: Tried }) {
  const desk = useDesk();
  const [doubt, setDoubt] = useState<Awaited<ReturnType<typeof matchFiles>> | null>(null);
  if (desk.upload) return <UploadProgress upload={desk.upload} />;
  const atHand = desk.previewId === sendingId && desk.files.length > 0;
  const hopeless = verdict.admissible === 0;
  const rechoose = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const found = await matchFiles(files, batches);
    const matches = found.other.length === 0 && found.missing.length === 0;
    replaceFiles(files, matches ? sendingId : null);
    setDoubt(matches ? null : found);
  };
  return (
    <>
      {!atHand && !hopeless && (
        <p className="imports-hint">{words.check.lost(batches.map((batch) => batch.fileName).join(words.separator))}</p>
      )}
      {doubt && (
        <p className="imports-hint is-refused" role="alert">
          {doubt.other.length > 0 && words.check.mismatch(doubt.other.join(words.separator))}
          {doubt.missing.length > 0 && words.check.missing(doubt.missing.join(words.separator))}
        </p>
      )}
      <UploadFailed failure={desk.failure} />
      {atHand && desk.atomic && verdict.refused > 0 && (
        <p className="imports-hint is-withdrawn" role="status">
          {words.check.atomicBlocked(format.count(verdict.refused))}
        </p>
      )}
      <div className="imports-actions">
        {!hopeless && atHand && (
          <button
            type="button"
            className="button is-primary"
            onClick={() => void send(desk.atomic ? "atomic" : "partial")}
          >
            {desk.atomic ? words.check.submitAtomic : words.check.submit(format.count(verdict.admissible))}
          </button>
        )}
        {!hopeless && !atHand && (
          <FileButton primary={!doubt} label={words.check.choose} onFiles={(files) => void rechoose(files)} />
        )}
        {doubt && (
          <button type="button" className="button is-primary" onClick={() => void send("dryRun")}>
            {words.check.previewAgain}
          </button>
        )}
        <GetCorrection batches={batches} primary={hopeless} />
        {!doubt && (
          <Link className="button" to="/imports">
            {words.preview.again}
          </Link>
        )}
        {!hopeless && atHand && <AtomicChoice atomic={desk.atomic} />}
      </div>
    </>
  );
}

/** The files of the sending, and the way to the faults of one alone. */
function FileList({ batches }: { readonly batches: readonly Batch[] }) {
  const [search] = useSearchParams();
  const only = (id: string) => {
    const next = new URLSearchParams(search);
    for (const name of ["at", "sheet", "severity"]) next.delete(name);
    next.set("batch", id);
    return `?${next}`;
  };
  return (
    <section className="card" aria-labelledby="files-title">
      <div className="card-head">
        <h2 id="files-title">{words.check.files}</h2>
      </div>
      <ul className="imports-history">
        {batches.map((batch) => (
          <li key={batch.id}>
            <span className="imports-history-head">
              <b className="imports-file">{batch.fileName}</b>
              {batches.length > 1 && batch.refused + batch.warnings > 0 && (
                <Link
                  to={only(batch.id)}
                  preventScrollReset
                  aria-label={words.batches.onlyFaults(batchNumber(batch.id))}
                >
                  {words.check.fileFaults}
                </Link>
              )}
            </span>
            <span className="imports-second">
              {batch.status === "TRIED"
                ? words.check.fileLine(
                    format.count(admissible([batch])),
                    format.count(batch.refused),
                    format.count(batch.warnings),
                  )
                : words.status[batch.status]}
            </span>
            {batch.error && <span className="imports-second is-refused">{batch.error}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
