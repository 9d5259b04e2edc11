import { writeDeed } from "../ledger/admit.ts";
import { breathing } from "../ledger/breathing.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { noteResting } from "../ledger/resting-facts.ts";
import type { Actor, Scope } from "../policy/actor.ts";
import type { Refusal } from "../policy/finding.ts";
import { type DeedOutcome, mayTurn, turn } from "./withdraw-batch.ts";

/** Withdraw a withdrawal: the batch counts again, at the place in time that it had. */
export async function restoreBatch(
  deps: { readonly ledger: Ledger },
  actor: Actor,
  _scope: Scope,
  deed: { readonly batchId: number; readonly reason: string },
): Promise<DeedOutcome> {
  try {
    return await writeDeed(deps.ledger, async (held) => {
      const tx = breathing(held);
      const refusal = await mayTurn(tx, deed.batchId, false);
      if (refusal) return { refusal, revision: null };
      const turned = await turn(tx, deps.ledger, actor, deed, false);
      if (turned.refusal) throw new Refused(turned.refusal);
      await noteResting(tx, deed.batchId, turned.resting);
      return { refusal: null, revision: turned.revision };
    });
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal, revision: null };
    throw error;
  }
}

/** Rolls back what was tried. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
