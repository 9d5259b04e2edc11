import { useEffect, useRef, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { type Asked, questions, useAsk } from "../ask.ts";
import { CardState } from "../parts/card.tsx";
import { words } from "../words/imports.ts";
import { CheckView } from "./check-view.tsx";
import { SendingDocument } from "./imports.generated.ts";
import { PageHead } from "./page-head.tsx";
import { PreviewView } from "./preview-view.tsx";
import { ResultView } from "./result-view.tsx";
import { RunningView } from "./running-view.tsx";
import { type Batch, isUnderWay, verdictOf } from "./sending-state.ts";

const POLL = 1000;

/** One sending at its own address, from its arrival to its result. */
export function SendingPage() {
  const { sendingId = "" } = useParams();
  const [search] = useSearchParams();
  const asked = useSending(sendingId);
  const { data: batches, failure } = asked;
  if (!batches) {
    if (failure?.code === "NOT_FOUND" || failure?.code === "BAD_USER_INPUT") return <NotFound />;
    return (
      <>
        <PageHead question={words.result.question} />
        <CardState asked={asked} height={320}>
          {null}
        </CardState>
      </>
    );
  }
  if (batches.length === 0) return <NotFound />;
  const verdict = verdictOf(batches);
  const previewId = search.get("preview");
  const dry = batches.some((batch) => batch.mode === "DRY_RUN");
  if (verdict.state === "RUNNING") {
    return <RunningView batches={batches} verdict={verdict} dry={dry} previewId={previewId} asked={asked} />;
  }
  if (verdict.state === "TRIED") {
    const view = { sendingId, batches, verdict };
    return search.get("step") === "check" ? <CheckView {...view} /> : <PreviewView {...view} />;
  }
  return <ResultView sendingId={sendingId} batches={batches} verdict={verdict} dry={dry} previewId={previewId} />;
}

/** Asks every second while the server works on it; what it moved is then asked anew everywhere. */
function useSending(id: string): Asked<readonly Batch[]> {
  const [running, setRunning] = useState(true);
  const asked = useAsk(SendingDocument, { id }, { poll: running ? POLL : false });
  const batches = asked.data?.importSending;
  const wasRunning = useRef(false);
  useEffect(() => {
    if (!batches) return;
    const now = batches.some(isUnderWay);
    if (wasRunning.current && !now) void questions.invalidateQueries({ refetchType: "active" });
    wasRunning.current = now;
    setRunning(now);
  }, [batches]);
  return { ...asked, data: batches };
}

function NotFound() {
  const { title, text, action } = words.result.notFound;
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
