import { closeEntry, openEntry, writeDeed } from "../ledger/admit.ts";
import { markWithdrawn } from "../ledger/batches.ts";
import { breathing } from "../ledger/breathing.ts";
import { currentRevision, type Ledger } from "../ledger/ledger.ts";
import { noteResting } from "../ledger/resting-facts.ts";
import type { Reader, Tx } from "../ledger/store.ts";
import type { Actor, Scope } from "../policy/actor.ts";
import type { Refusal } from "../policy/finding.ts";
import { type Refolded, refoldBatch } from "./refold-batch.ts";

export interface DeedOutcome {
  readonly refusal: Refusal | null;
  readonly revision: number | null;
}

export interface WithdrawalPreview {
  readonly refusal: Refusal | null;
  /** Facts that would be other than they are. */
  readonly factCount: number;
  readonly peopleCount: number;
  readonly enterpriseCount: number;
  /** Facts of other batches that rested on what goes; they stay and are listed as faults. */
  readonly restingFactCount: number;
  readonly certifiedHeadcountBefore: number;
  readonly certifiedHeadcountAfter: number;
  readonly rateBefore: number | null;
  readonly rateAfter: number | null;
}

type Measure = (
  reader: Reader,
  revision: number,
) => Promise<{ readonly certifiedHeadcount: number; readonly skilledHeadcount: number }>;

/** Take a batch back as if it had never come (`ledgers.md`, “What an import does” 7). Undone by `restoreBatch`. */
export async function withdrawBatch(
  deps: { readonly ledger: Ledger },
  actor: Actor,
  _scope: Scope,
  deed: { readonly batchId: number; readonly reason: string },
): Promise<DeedOutcome> {
  return writeDeed(deps.ledger, async (held) => {
    const tx = breathing(held);
    const refusal = await mayTurn(tx, deed.batchId, true);
    if (refusal) return { refusal, revision: null };
    const { resting, revision } = await turn(tx, deps.ledger, actor, deed, true);
    await noteResting(tx, deed.batchId, resting);
    return { refusal: null, revision };
  });
}

/** Withdraw (or restore) within an open transaction: the batch is marked, its facts are folded again, counts follow. */
export async function turn(
  tx: Tx,
  ledger: Ledger,
  actor: Actor,
  deed: { readonly batchId: number; readonly reason: string },
  withdraw: boolean,
): Promise<Refolded & { readonly revision: number }> {
  const base = await currentRevision(tx);
  const kind = withdraw ? "BATCH_WITHDRAWAL" : "BATCH_RESTORATION";
  const entryId = await openEntry(tx, ledger, {
    kind,
    actor,
    batchId: deed.batchId,
    reason: deed.reason,
    facts: { batchId: deed.batchId },
  });
  await markWithdrawn(tx, deed.batchId, withdraw ? entryId : null);
  const refolded = await refoldBatch(tx, ledger, deed.batchId, entryId, () => closeEntry(tx, entryId, base));
  return { ...refolded, revision: base + 1 };
}

/** Whether a batch can be withdrawn (or restored) now. */
export async function mayTurn(reader: Reader, batchId: number, withdraw: boolean): Promise<Refusal | null> {
  const [batch] = await reader.all<{ status: string; entry_id: number | null; withdrawn_entry_id: number | null }>(
    "SELECT b.status, b.entry_id, b.withdrawn_entry_id FROM batch b WHERE b.id = ?",
    [batchId],
  );
  const refuse = (code: string, message: string, mend: string): Refusal => ({ code, message, mend, clause: null });
  if (!batch) return refuse("NO_SUCH_BATCH", `没有第${batchId}批`, "在上报历史中核对批次号");
  if (batch.status !== "ADMITTED" || batch.entry_id === null)
    return refuse("BATCH_NOT_ADMITTED", "这一批没有内容生效，不需要撤回", "只有已生效的批次可以撤回");
  if (withdraw && batch.withdrawn_entry_id !== null)
    return refuse("ALREADY_WITHDRAWN", "这一批已经撤回", "需要时可以恢复");
  if (!withdraw && batch.withdrawn_entry_id === null)
    return refuse("NOT_WITHDRAWN", "这一批没有撤回过", "只有已撤回的批次可以恢复");
  return null;
}

/** What withdrawing a batch would change, or restoring one that is withdrawn. Nothing is written: it is done and rolled back. */
export async function previewWithdrawal(
  deps: { readonly ledger: Ledger; readonly tallies: { readonly measure: Measure } },
  _scope: Scope,
  batchId: number,
): Promise<WithdrawalPreview> {
  const { ledger } = deps;
  try {
    return await writeDeed<WithdrawalPreview>(ledger, async (held) => {
      const tx = breathing(held);
      const [batch] = await tx.all<{ withdrawn_entry_id: number | null }>(
        "SELECT b.withdrawn_entry_id FROM batch b WHERE b.id = ?",
        [batchId],
      );
      const withdraw = batch?.withdrawn_entry_id == null;
      const refusal = await mayTurn(tx, batchId, withdraw);
      const before = await deps.tallies.measure(tx, await currentRevision(tx));
      if (refusal)
        return preview(
          refusal,
          { factCount: 0, peopleCount: 0, enterpriseCount: 0, resting: [], refusal: null },
          before,
          before,
        );
      const nobody: Actor = { name: "preview", role: "ADMINISTRATOR", from: "preview" };
      const turned = await turn(tx, ledger, nobody, { batchId, reason: "preview" }, withdraw);
      throw new Preview(preview(turned.refusal, turned, before, await deps.tallies.measure(tx, turned.revision)));
    });
  } catch (error) {
    if (error instanceof Preview) return error.preview;
    throw error;
  }
}

/** Carries a preview out of the transaction that it rolls back. */
class Preview extends Error {
  constructor(readonly preview: WithdrawalPreview) {
    super("a preview is never committed");
  }
}

type Measured = Awaited<ReturnType<Measure>>;

function preview(refusal: Refusal | null, refolded: Refolded, before: Measured, after: Measured): WithdrawalPreview {
  const rate = ({ certifiedHeadcount, skilledHeadcount }: Measured) =>
    skilledHeadcount > 0 ? certifiedHeadcount / skilledHeadcount : null;
  return {
    refusal,
    factCount: refolded.factCount,
    peopleCount: refolded.peopleCount,
    enterpriseCount: refolded.enterpriseCount,
    restingFactCount: refolded.resting.length,
    certifiedHeadcountBefore: before.certifiedHeadcount,
    certifiedHeadcountAfter: after.certifiedHeadcount,
    rateBefore: rate(before),
    rateAfter: rate(after),
  };
}
