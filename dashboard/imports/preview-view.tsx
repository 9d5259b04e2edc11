import { Link } from "react-router";
import { format } from "../look/format.ts";
import { words } from "../words/imports.ts";
import { Answer } from "./answer.tsx";
import { PageHead } from "./page-head.tsx";
import { type Batch, strays, sum, type Verdict } from "./sending-state.ts";
import { SheetsTable } from "./sheets-table.tsx";
import { useSendingFaultCounts } from "./use-fault-counts.ts";

export type Tried = Extract<Verdict, { state: "TRIED" }>;

/** Step 2: was everything recognised for what it is? */
export function PreviewView(props: {
  readonly sendingId: string;
  readonly batches: readonly Batch[];
  readonly verdict: Tried;
}) {
  const { batches, verdict, sendingId } = props;
  const check = `/imports/${sendingId}?step=check`;
  const counts = useSendingFaultCounts(sendingId);
  const faults = sum(counts.data ?? [], (one) => one.faults.errorCount + one.faults.warningCount);
  const sheets = batches.flatMap((batch) => batch.sheets);
  const known = sheets.filter((sheet) => sheet.kind !== null).length;
  const lost = sheets.length - known;
  return (
    <>
      <PageHead question={words.preview.question} steps={{ at: "preview", to: { choose: "/imports", check } }}>
        <Answer text={triedSentence(batches, verdict)} live />
        <div className="imports-actions">
          <Link className="button is-primary" to={check}>
            {faults > 0 ? words.preview.toCheck(format.count(faults)) : words.preview.toSubmit}
          </Link>
          <Link className="button" to="/imports">
            {words.preview.again}
          </Link>
        </div>
      </PageHead>
      <section className="card" aria-labelledby="preview-title">
        <div className="card-head">
          <h2 id="preview-title">
            {lost > 0 ? words.preview.cardTitleSome(known, lost) : words.preview.cardTitle(known, batches.length)}
          </h2>
        </div>
        <SheetsTable batches={batches} />
      </section>
    </>
  );
}

/** What a preview says; not a row has gone in. */
export function triedSentence(batches: readonly Batch[], verdict: Tried): string {
  const { admissible, refused, moving } = verdict;
  const others = strays(batches, verdict);
  const more = [
    others.unreadable > 0 ? words.result.andUnreadable(format.count(others.unreadable)) : "",
    others.failed > 0 ? words.result.andFailed(format.count(others.failed)) : "",
  ].join("");
  return `${main()}${more}`;

  function main(): string {
    if (admissible === 0) {
      return refused > 0 ? words.preview.answerAllRefused(format.count(refused)) : words.preview.answerNothing;
    }
    if (refused > 0) return words.preview.answer(format.count(admissible), format.count(refused));
    return moving === 0
      ? words.preview.answerSame(format.count(admissible))
      : words.preview.answerClean(format.count(admissible));
  }
}
