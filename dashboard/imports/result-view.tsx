import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { format } from "../look/format.ts";
import { Card } from "../parts/card.tsx";
import { useSystem } from "../shell/use-system.ts";
import { common } from "../words/common.ts";
import { words } from "../words/imports.ts";
import { Answer } from "./answer.tsx";
import { BatchesTable } from "./batches-table.tsx";
import { batchesView } from "./batches-view.ts";
import { type Deed, DeedPanel } from "./deed-panel.tsx";
import { FaultCard } from "./fault-card.tsx";
import { GetCorrection } from "./get-correction.tsx";
import { HistoryList } from "./history-list.tsx";
import { ImpactPanel } from "./impact-panel.tsx";
import { PageHead } from "./page-head.tsx";
import { resultSentence } from "./result-sentence.ts";
import { stepsOf } from "./running-view.tsx";
import { type Batch, secondsTaken, type Verdict } from "./sending-state.ts";
import { useSendingFaultCounts } from "./use-fault-counts.ts";

/** Step 4: what went in, what came back, what to do, and what it changed. */
export function ResultView(props: {
  readonly sendingId: string;
  readonly batches: readonly Batch[];
  readonly verdict: Verdict;
  readonly dry: boolean;
  readonly previewId: string | null;
}) {
  const { sendingId, batches, verdict } = props;
  const counts = useSendingFaultCounts(sendingId);
  const deed = useDeedPanel();
  const [search] = useSearchParams();
  const live = batches.filter((batch) => batch.status === "ADMITTED");
  const gone = batches.filter((batch) => batch.status === "WITHDRAWN");
  const firstGone = gone[0];
  const concerned = deed.open === "restore" ? gone : live;
  const system = useSystem().data?.system;
  const taken = secondsTaken(batches);
  const first = batches[0]!;
  const faultsOf = (id: string) => `?${withParam(search, "batch", id)}#faults`;
  return (
    <>
      <PageHead
        question={words.result.question}
        steps={{ at: props.dry ? "preview" : "result", to: { choose: "/imports", ...stepsOf(props.previewId) } }}
      >
        <Answer text={resultSentence(batches, verdict)} live />
        {verdict.state === "WITHDRAWN" && firstGone && (
          <p className="imports-hint is-withdrawn">
            {words.result.withdrawnWhy(format.moment(verdict.at), verdict.by, verdict.reason)}
          </p>
        )}
        {deed.said && (
          <p className="imports-said" role="status">
            {deed.said}
          </p>
        )}
        <div className="imports-actions">
          <GetCorrection
            batches={batches.filter((batch) => batch.status !== "WITHDRAWN")}
            primary={deed.open === null}
          />
          {["UNREADABLE", "FAILED", "INTERRUPTED"].includes(verdict.state) && (
            <Link className="button is-primary" to="/imports">
              {words.result.sendAgain}
            </Link>
          )}
          {live.length > 0 && <DeedButton deed="withdraw" label={words.result.withdraw} {...deed} />}
          {live.length === 0 && gone.length > 0 && <DeedButton deed="restore" label={words.result.restore} {...deed} />}
          <span className="imports-hint">
            {words.result.meta(
              format.count(batches.length),
              format.moment(first.receivedAt),
              taken === null ? null : words.seconds(taken),
            )}
          </span>
        </div>
      </PageHead>
      {deed.open && concerned.length > 0 && (
        <DeedPanel
          key={deed.open}
          deed={deed.open}
          what={words.deed.thisSending}
          batches={concerned}
          onClose={deed.close}
          onDone={deed.done}
        />
      )}
      <Card
        id="batches"
        title={words.batches.title(batches.length)}
        height={0}
        asked={{ data: batches, loading: false, failure: null, answeredAt: null, retry: () => undefined }}
        table={batchesView(batches)}
        file={{
          asOf: format.moment(first.receivedAt),
          source: words.source,
          demo: system?.demo ?? false,
        }}
      >
        <BatchesTable batches={batches} faultsOf={faultsOf} />
      </Card>
      <div className="imports-columns">
        <FaultCard
          batches={batches}
          counts={counts}
          note={verdict.state === "WITHDRAWN" ? words.faults.noteWithdrawn : words.faults.note}
        />
        <aside className="imports-side">
          <HistoryList count={5} />
          {live.length > 0 && <ImpactPanel sendingId={sendingId} />}
        </aside>
      </div>
      <footer className="imports-foot">
        <span>{words.result.foot}</span>
        {system?.demo && <span>{common.demo}</span>}
      </footer>
    </>
  );
}

/** Which deed is open stands in the address; what was done is said once. */
export function useDeedPanel() {
  const [search, setSearch] = useSearchParams();
  const [said, setSaid] = useState<string | null>(null);
  const panel = search.get("panel");
  const open: Deed | null = panel === "withdraw" || panel === "restore" ? panel : null;
  const show = (deed: Deed | null) => {
    const next = new URLSearchParams(search);
    if (deed) next.set("panel", deed);
    else next.delete("panel");
    setSearch(next, { preventScrollReset: true });
  };
  return {
    open,
    said,
    show: (deed: Deed) => {
      setSaid(null);
      show(deed);
    },
    close: () => show(null),
    done: () => {
      setSaid(open === "restore" ? words.deed.doneRestore : words.deed.doneWithdraw);
      show(null);
    },
  };
}

export function DeedButton(props: {
  readonly deed: Deed;
  readonly label: string;
  readonly open: Deed | null;
  readonly show: (deed: Deed) => void;
  readonly close: () => void;
}) {
  const isOpen = props.open === props.deed;
  return (
    <button
      type="button"
      className="button"
      aria-expanded={isOpen}
      onClick={() => (isOpen ? props.close() : props.show(props.deed))}
    >
      {props.label}
    </button>
  );
}

function withParam(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const other of ["at", "sheet", "severity", "panel"]) next.delete(other);
  next.set(name, value);
  return next;
}
