import { type StateChange, writeDraftWithin } from "../ledger/admit.ts";
import {
  type Content,
  canonical,
  type EnterpriseClaim,
  type EnterpriseMemory,
  FACT_KINDS,
  type FactKind,
  foldClaim,
  foldEnterprise,
  NO_MEMORY,
  segmentsOf,
} from "../ledger/fold.ts";
import type { Ledger } from "../ledger/ledger.ts";
import {
  inParts,
  type LiveClaim,
  loadLiveClaims,
  loadMerges,
  loadPersonFacts,
  loadStates,
  withMergedNumbers,
} from "../ledger/lookup.ts";
import { type RestingFact, restingFacts } from "../ledger/resting-facts.ts";
import type { Tx } from "../ledger/store.ts";
import type { Refusal } from "../policy/finding.ts";
import { NO_FACTS } from "../policy/whereabouts.ts";

export interface Refolded {
  readonly factCount: number;
  readonly peopleCount: number;
  readonly enterpriseCount: number;
  /** Facts of other batches that the change leaves without ground; to be listed as faults of theirs. */
  readonly resting: readonly RestingFact[];
  readonly refusal: Refusal | null;
}

const BY_PERSON: readonly FactKind[] = ["TITLE", "MOVEMENT"];

/**
 * Fold the facts that a batch stated once more from the claims that hold now, write what differs under the entry, and
 * let the counts follow. `close` gives the entry its revision, so that the people's facts can be read again.
 */
export async function refoldBatch(
  tx: Tx,
  ledger: Ledger,
  batchId: number,
  entryId: number,
  close: () => Promise<number>,
): Promise<Refolded> {
  const changes: StateChange[] = [];
  let refusal: Refusal | null = null;
  const numbers = new Map<string, number>();
  const stated = await keysOf(tx, batchId);
  for (const kind of FACT_KINDS) {
    const keys = stated.get(kind);
    if (!keys) continue;
    if (kind === "CERTIFICATE") {
      const holders = await holdersOf(tx, keys);
      refusal ??= holders.refusal;
      for (const [key, person] of holders.persons) numbers.set(key, person);
    }
    const present = await loadStates(tx, kind, keys);
    const claims = groupClaims(await loadLiveClaims(tx, kind, keys));
    for (const key of keys) {
      const folded = fold(kind, claims.get(key) ?? []);
      const standing = present.get(key)?.content ?? null;
      if (same(kind, standing, folded)) continue;
      const last = claims.get(key)?.at(-1);
      const origin = last
        ? { batchId: last.batchId, sheetIndex: last.sheetIndex, row: last.row }
        : { batchId, sheetIndex: 0, row: 0 };
      changes.push({ kind, key: keyOf(kind, key, numbers), content: folded, origin, replaces: standing !== null });
    }
  }
  const canonicalOf = await loadMerges(tx);
  const touched = new Set(
    changes.flatMap((change) => (change.key.person === null ? [] : [canonicalOf(change.key.person)])),
  );
  const ids = await withMergedNumbers(tx, touched, canonicalOf);
  const before = touched.size > 0 ? await loadPersonFacts(tx, ids, canonicalOf) : new Map();
  await writeDraftWithin(tx, ledger, entryId, {
    claims: [],
    states: changes,
    persons: [],
    units: new Map(),
    deltas: [],
  });
  await close();
  const after = touched.size > 0 ? await loadPersonFacts(tx, ids, canonicalOf) : new Map();
  const deltas = ledger.counting.deltasOf(
    [...touched].map((id) => ({ before: before.get(id) ?? NO_FACTS, after: after.get(id) ?? NO_FACTS })),
  );
  await ledger.counting.write(tx, entryId, deltas);
  return {
    factCount: changes.length,
    peopleCount: touched.size,
    enterpriseCount: changes.filter((change) => change.kind === "ENTERPRISE").length,
    resting: await restingFacts(tx, changes),
    refusal,
  };
}

/** The facts that a batch stated, by kind. The whole batch is asked for at once: its index finds it, a kind's would not. */
async function keysOf(tx: Tx, batchId: number): Promise<Map<FactKind, Set<string>>> {
  const rows = await tx.all<{ kind: FactKind; fact_key: string }>(
    "SELECT c.kind, c.fact_key FROM claim c WHERE c.batch_id = ?",
    [batchId],
  );
  const keys = new Map<FactKind, Set<string>>();
  for (const row of rows) keys.set(row.kind, (keys.get(row.kind) ?? new Set()).add(row.fact_key));
  return keys;
}

function fold(kind: FactKind, claims: readonly LiveClaim[]): Content | null {
  if (claims.length === 0) return null;
  if (kind !== "ENTERPRISE")
    return claims.reduce<Content | null>((state, claim) => foldClaim(kind, state, claim.content), null);
  return claims.reduce<EnterpriseMemory>(
    (memory, claim) =>
      foldEnterprise(memory, { ...claim.content, creditCode: claim.factKey } as unknown as EnterpriseClaim),
    NO_MEMORY,
  ) as unknown as Content;
}

function same(kind: FactKind, a: Content | null, b: Content | null): boolean {
  if (a === null || b === null) return a === b;
  if (kind !== "ENTERPRISE") return canonical(a) === canonical(b);
  const segments = (content: Content) => JSON.stringify(segmentsOf(content as unknown as EnterpriseMemory));
  return segments(a) === segments(b);
}

function keyOf(kind: FactKind, key: string, numbers: ReadonlyMap<string, number>): StateChange["key"] {
  if (kind === "CERTIFICATE") return { person: numbers.get(key)!, byPerson: false, rest: key };
  if (!BY_PERSON.includes(kind)) return { person: null, byPerson: false, rest: key };
  const bar = key.indexOf("|");
  return { person: Number(key.slice(0, bar)), byPerson: true, rest: key.slice(bar + 1) };
}

/** Whose each certificate is. Two batches that gave one number to two people cannot both count. */
async function holdersOf(
  tx: Tx,
  numbers: ReadonlySet<string>,
): Promise<{ readonly persons: ReadonlyMap<string, number>; readonly refusal: Refusal | null }> {
  const rows = await inParts<{ fact_key: string; person_id: number; is_present: number }>(
    tx,
    numbers,
    // A row: a person who ever held the number by a batch that is not withdrawn, or holds it now.
    `SELECT c.fact_key, c.person_id, CASE WHEN c.replaced_entry_id IS NULL THEN 1 ELSE 0 END AS is_present
       FROM certificate_state c
       JOIN entry e ON e.id = c.entry_id
      WHERE c.fact_key IN (??)
        AND e.revision IS NOT NULL
      ORDER BY c.id`,
  );
  const canonicalOf = await loadMerges(tx);
  const persons = new Map<string, number>();
  let refusal: Refusal | null = null;
  for (const row of rows) {
    const known = persons.get(row.fact_key);
    if (known !== undefined && canonicalOf(known) !== canonicalOf(row.person_id) && row.is_present === 1) {
      refusal = {
        code: "NUMBER_TAKEN_SINCE",
        message: "撤回以后，其中的证书编号已由别的批次登记给另一个人",
        mend: "先撤回那一批，再恢复这一批",
        clause: null,
      };
    }
    persons.set(row.fact_key, row.person_id);
  }
  return { persons, refusal };
}

function groupClaims(claims: readonly LiveClaim[]): Map<string, LiveClaim[]> {
  const groups = new Map<string, LiveClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.factKey);
    if (group) group.push(claim);
    else groups.set(claim.factKey, [claim]);
  }
  return groups;
}
