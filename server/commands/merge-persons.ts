import { closeEntry, openEntry, writeDeed } from "../ledger/admit.ts";
import { currentRevision, type Ledger } from "../ledger/ledger.ts";
import { loadMerges, loadPersonFacts, loadPersons, withMergedNumbers } from "../ledger/lookup.ts";
import { insertMerge } from "../ledger/person-merges.ts";
import type { Tx } from "../ledger/store.ts";
import type { Actor, Scope } from "../policy/actor.ts";
import { tidyNumber } from "../policy/certificate-number.ts";
import type { Refusal } from "../policy/finding.ts";
import { NO_FACTS } from "../policy/whereabouts.ts";
import type { DeedOutcome } from "./withdraw-batch.ts";

/** These two numbers are one person's: what stands under the wrong one counts for the right one. Undone by `undoPersonMerge`. */
export async function mergePersons(
  deps: { readonly ledger: Ledger },
  actor: Actor,
  _scope: Scope,
  deed: { readonly wrongIdNumber: string; readonly rightIdNumber: string; readonly reason: string },
): Promise<DeedOutcome & { readonly mergeId: number | null }> {
  const { ledger } = deps;
  const refuse = (code: string, message: string, mend: string) => ({
    refusal: { code, message, mend, clause: null } satisfies Refusal,
    revision: null,
    mergeId: null,
  });
  const [wrong, right] = [tidyNumber(deed.wrongIdNumber), tidyNumber(deed.rightIdNumber)];
  if (wrong === right) return refuse("SAME_NUMBER", "两个证件号码相同", "填写两个不同的证件号码");
  return writeDeed(ledger, async (tx) => {
    const hashes = [ledger.personalData.hash(wrong), ledger.personalData.hash(right)] as const;
    const persons = await loadPersons(tx, hashes);
    const [from, into] = [persons.get(hashes[0]), persons.get(hashes[1])];
    if (!from) return refuse("NO_SUCH_PERSON", "台账里没有填写的错误号码", "核对原来录错的证件号码");
    if (!into) return refuse("NO_SUCH_PERSON", "台账里没有填写的正确号码", "先用正确的号码报一条证书或变动，再更正");
    const canonicalOf = await loadMerges(tx);
    if (canonicalOf(from.id) === canonicalOf(into.id))
      return refuse("ALREADY_ONE", "这两个号码已经是同一个人", "无需再更正");
    if (canonicalOf(from.id) !== from.id)
      return refuse("ALREADY_MERGED", "错误的号码已经归到另一个号码下", "先撤销那一次更正");
    const base = await currentRevision(tx);
    const entryId = await openEntry(tx, ledger, {
      kind: "PERSON_MERGE",
      actor,
      batchId: null,
      reason: deed.reason,
      facts: { wrongIdMask: from.idMask, rightIdMask: into.idMask },
    });
    let mergeId = 0;
    const revision = await recount(tx, ledger, entryId, base, [from.id, into.id], async () => {
      mergeId = await insertMerge(tx, from.id, into.id, entryId);
    });
    return { refusal: null, revision, mergeId };
  });
}

/** The lines of some people before and after a change of who is who. */
export async function recount(
  tx: Tx,
  ledger: Ledger,
  entryId: number,
  base: number,
  people: readonly number[],
  change: () => Promise<void>,
): Promise<number> {
  const canonicalBefore = await loadMerges(tx);
  const ids = await withMergedNumbers(tx, people, canonicalBefore);
  const before = await loadPersonFacts(tx, ids, canonicalBefore);
  await change();
  const revision = await closeEntry(tx, entryId, base);
  const canonicalAfter = await loadMerges(tx);
  const after = await loadPersonFacts(tx, ids, canonicalAfter);
  const touched = new Set([...before.keys(), ...after.keys()]);
  const deltas = ledger.counting.deltasOf(
    [...touched].map((id) => ({ before: before.get(id) ?? NO_FACTS, after: after.get(id) ?? NO_FACTS })),
  );
  await ledger.counting.write(tx, entryId, deltas);
  return revision;
}
