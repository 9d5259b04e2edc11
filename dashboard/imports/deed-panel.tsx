import { useQueries } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { AskFailure, ask, questions } from "../ask.ts";
import { format } from "../look/format.ts";
import { CardState } from "../parts/card.tsx";
import { words } from "../words/imports.ts";
import { Change } from "./impact-panel.tsx";
import {
  type RefusalFactsFragment,
  RestoreBatchDocument,
  WithdrawalPreviewDocument,
  WithdrawBatchDocument,
} from "./imports.generated.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { type Batch, batchNumber } from "./sending-state.ts";

export type Deed = "withdraw" | "restore";

/** Withdraw or restore: first what it will change, then why, then the deed. It stands in the page, not over it. */
export function DeedPanel(props: {
  readonly deed: Deed;
  readonly what: string;
  readonly batches: readonly Batch[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { deed, batches } = props;
  const withdraws = deed === "withdraw";
  const previews = usePreviews(batches.map((batch) => batch.id));
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [working, setWorking] = useState(false);
  const [failedAt, setFailedAt] = useState<Date | null>(null);
  const [refusals, setRefusals] = useState<readonly { batch: string; refusal: RefusalFactsFragment }[]>([]);
  const title = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => title.current?.focus(), []);

  const act = async (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    setMissing(why === "");
    if (why === "") {
      field.current?.focus();
      return;
    }
    setWorking(true);
    setFailedAt(null);
    const said: { batch: string; refusal: RefusalFactsFragment }[] = [];
    try {
      for (const batch of batches) {
        const refusal = await perform(deed, batch.id, why);
        if (refusal) said.push({ batch: batch.id, refusal });
      }
      setRefusals(said);
      if (said.length === 0) props.onDone();
    } catch {
      setFailedAt(new Date());
    } finally {
      setWorking(false);
      // Every figure may have moved, here and on the other pages.
      void questions.invalidateQueries();
    }
  };

  const refused = previews.rows.filter((row) => row.refusal);
  const possible = refused.length < batches.length;
  return (
    <section className="card imports-deed" aria-labelledby={`${id}-title`}>
      <div className="card-head">
        <h2 id={`${id}-title`} ref={title} tabIndex={-1}>
          {withdraws ? words.deed.withdrawTitle(props.what) : words.deed.restoreTitle(props.what)}
        </h2>
      </div>
      <p className="card-note">
        {withdraws ? words.deed.note : words.deed.restoreNote}
        {batches.length > 1 && words.deed.each}
      </p>
      <CardState asked={previews.asked} height={80}>
        <DeedPreviewTable rows={previews.rows} several={batches.length > 1} />
        {refused.map((row) => (
          <RefusalNote key={row.batchId} refusal={row.refusal!} lead={words.deed.refused(batchNumber(row.batchId))} />
        ))}
      </CardState>
      <form onSubmit={act} noValidate>
        <label htmlFor={`${id}-reason`}>{words.deed.reason}</label>
        <textarea
          ref={field}
          id={`${id}-reason`}
          rows={2}
          maxLength={500}
          value={reason}
          aria-describedby={`${id}-hint`}
          aria-invalid={missing}
          required
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
        <p id={`${id}-hint`} className={missing ? "imports-hint is-refused" : "imports-hint"}>
          {missing ? words.deed.reasonMissing : words.deed.reasonHint}
        </p>
        {refusals.map((one) => (
          <RefusalNote key={one.batch} refusal={one.refusal} lead={words.deed.refused(batchNumber(one.batch))} />
        ))}
        {failedAt && (
          <p className="imports-refusal" role="alert">
            {words.deed.failed(format.clock(failedAt))}
          </p>
        )}
        <div className="imports-actions">
          <button
            type="submit"
            className="button is-primary"
            disabled={working || !possible || previews.asked.data === undefined}
          >
            {working ? words.deed.working : withdraws ? words.deed.confirmWithdraw : words.deed.confirmRestore}
          </button>
          <button type="button" className="button" onClick={props.onClose}>
            {withdraws ? words.deed.cancel : words.deed.cancelRestore}
          </button>
        </div>
      </form>
    </section>
  );
}

async function perform(deed: Deed, batchId: string, reason: string): Promise<RefusalFactsFragment | null> {
  if (deed === "withdraw") return (await ask(WithdrawBatchDocument, { batchId, reason })).withdrawBatch.refusal;
  return (await ask(RestoreBatchDocument, { batchId, reason })).restoreBatch.refusal;
}

type Preview = Awaited<ReturnType<typeof preview>>;

async function preview(batchId: string, signal: AbortSignal) {
  return (await ask(WithdrawalPreviewDocument, { batchId }, signal)).withdrawalPreview;
}

/** What each batch's withdrawal would change; never from memory, since others may have sent since. */
function usePreviews(ids: readonly string[]) {
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ["withdrawal preview", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => preview(id, signal),
      staleTime: 0,
      gcTime: 0,
    })),
  });
  const rows = answers.flatMap((answer): Preview[] => (answer.data ? [answer.data] : []));
  const failed = answers.find((answer) => answer.error);
  const asked = {
    data: rows.length === ids.length ? rows : undefined,
    loading: answers.some((answer) => answer.isFetching),
    failure: failed
      ? {
          code: failed.error instanceof AskFailure ? failed.error.code : "INTERNAL_SERVER_ERROR",
          message: failed.error?.message ?? "",
          at: new Date(failed.errorUpdatedAt),
        }
      : null,
    answeredAt: null,
    retry: () => {
      for (const answer of answers) if (answer.error) void answer.refetch();
    },
  };
  return { rows, asked };
}

function DeedPreviewTable({ rows, several }: { readonly rows: readonly Preview[]; readonly several: boolean }) {
  const { columns } = words.deed;
  return (
    <table className="imports-table">
      <thead>
        <tr>
          {several && <th scope="col">{columns.batch}</th>}
          {(["facts", "people", "enterprises", "resting", "certified", "rate"] as const).map((key) => (
            <th key={key} scope="col" className="is-number">
              {columns[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.batchId}>
            {several && <th scope="row">{batchNumber(row.batchId)}</th>}
            <td className="is-number">{format.count(row.factCount)}</td>
            <td className="is-number">{format.count(row.peopleCount)}</td>
            <td className="is-number">{format.count(row.enterpriseCount)}</td>
            <td className={row.restingFactCount > 0 ? "is-number is-withdrawn" : "is-number"}>
              {format.count(row.restingFactCount)}
            </td>
            <td className="is-number">
              <Change
                before={format.count(row.certifiedHeadcountBefore)}
                after={format.count(row.certifiedHeadcountAfter)}
              />
            </td>
            <td className="is-number">
              <Change before={format.rate(row.rateBefore)} after={format.rate(row.rateAfter)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
