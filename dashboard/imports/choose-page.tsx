import { words } from "../words/imports.ts";
import { Answer } from "./answer.tsx";
import { AtomicChoice } from "./atomic-choice.tsx";
import { MOST_FILES } from "./chosen-file.ts";
import { ChosenFiles } from "./chosen-files.tsx";
import { FilePicker } from "./file-picker.tsx";
import { HistoryList } from "./history-list.tsx";
import { PageHead } from "./page-head.tsx";
import { Templates } from "./templates.tsx";
import { chooseFiles, send, useDesk } from "./upload-desk.ts";
import { UploadFailed, UploadProgress } from "./upload-progress.tsx";
import { useFollowArrival } from "./use-follow-arrival.ts";

/** Step 1: choose the files, then see what they would do. */
export function ChoosePage() {
  const desk = useDesk();
  useFollowArrival();
  const busy = desk.upload !== null;
  const blocked = desk.files.filter((one) => one.fault !== null).length;
  const tooMany = desk.files.length > MOST_FILES;
  const sendable = desk.files.length > 0 && blocked === 0 && !tooMany && !busy;
  const to = desk.previewId
    ? { preview: `/imports/${desk.previewId}`, check: `/imports/${desk.previewId}?step=check` }
    : {};
  return (
    <>
      <PageHead question={words.choose.question} steps={{ at: "choose", to }} choosing>
        <Answer text={words.choose.answer} />
      </PageHead>
      <div className="imports-columns">
        <div className="imports-main">
          <section className="card" aria-labelledby="choose-title">
            <div className="card-head">
              <h2 id="choose-title">{words.choose.cardTitle}</h2>
            </div>
            <p className="card-note">{words.choose.cardNote}</p>
            <FilePicker onFiles={chooseFiles} disabled={busy} />
            <ChosenFiles files={desk.files} disabled={busy} />
            <UploadFailed failure={desk.failure} />
            {desk.upload ? (
              <UploadProgress upload={desk.upload} />
            ) : (
              <div className="imports-actions">
                <button
                  type="button"
                  className="button is-primary"
                  disabled={!sendable}
                  onClick={() => void send("dryRun")}
                >
                  {desk.files.length > 0 ? words.choose.preview(desk.files.length) : words.choose.previewNone}
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={!sendable}
                  onClick={() => void send(desk.atomic ? "atomic" : "partial")}
                >
                  {words.choose.submit}
                </button>
                <AtomicChoice atomic={desk.atomic} />
              </div>
            )}
            {tooMany && (
              <p className="imports-hint is-refused" role="status">
                {words.choose.tooMany(MOST_FILES)}
              </p>
            )}
            {blocked > 0 && (
              <p className="imports-hint is-refused" role="status">
                {words.choose.blocked(blocked)}
              </p>
            )}
          </section>
          <Templates />
        </div>
        <aside className="imports-side">
          <HistoryList count={5} />
        </aside>
      </div>
    </>
  );
}
