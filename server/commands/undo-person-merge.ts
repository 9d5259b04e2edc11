import { openEntry, writeDeed } from "../ledger/admit.ts";
import { currentRevision, type Ledger } from "../ledger/ledger.ts";
import { endMerge } from "../ledger/person-merges.ts";
import type { Actor, Scope } from "../policy/actor.ts";
import { recount } from "./merge-persons.ts";
import type { DeedOutcome } from "./withdraw-batch.ts";

/** Take back that two numbers are one person's. */
export async function undoPersonMerge(
  deps: { readonly ledger: Ledger },
  actor: Actor,
  _scope: Scope,
  deed: { readonly mergeId: number; readonly reason: string },
): Promise<DeedOutcome> {
  const { ledger } = deps;
  return writeDeed(ledger, async (tx) => {
    const [merge] = await tx.all<{ from_person_id: number; into_person_id: number; replaced_entry_id: number | null }>(
      "SELECT m.from_person_id, m.into_person_id, m.replaced_entry_id FROM person_merge m JOIN entry e ON e.id = m.entry_id WHERE m.id = ? AND e.revision IS NOT NULL",
      [deed.mergeId],
    );
    if (!merge)
      return {
        refusal: { code: "NO_SUCH_MERGE", message: "没有这一次更正", mend: "在更正记录中核对编号", clause: null },
        revision: null,
      };
    if (merge.replaced_entry_id !== null)
      return {
        refusal: { code: "ALREADY_UNDONE", message: "这一次更正已经撤销", mend: "无需再撤销", clause: null },
        revision: null,
      };
    const base = await currentRevision(tx);
    const entryId = await openEntry(tx, ledger, {
      kind: "PERSON_MERGE_UNDONE",
      actor,
      batchId: null,
      reason: deed.reason,
      facts: { mergeId: deed.mergeId },
    });
    const revision = await recount(
      tx,
      ledger,
      entryId,
      base,
      [merge.from_person_id, merge.into_person_id],
      async () => {
        await endMerge(tx, deed.mergeId, entryId);
      },
    );
    return { refusal: null, revision };
  });
}
