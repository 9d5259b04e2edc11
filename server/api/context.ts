import type { Ledger } from "../ledger/ledger.ts";
import type { Actor, Scope } from "../policy/actor.ts";
import type { Day } from "../policy/day.ts";
import { type CoverageDefinition, HEADLINE } from "../policy/definition.ts";
import type { Tallies } from "../tallies/tallies.ts";
import type { LedgerView } from "../tallies/view.ts";

/** What every resolver is given: who asks, what they may see, and the rooms below. */
export interface ApiContext {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly ledger: Ledger;
  readonly tallies: Tallies;
  /** Is the demo province being loaded right now? */
  readonly isLoading: () => boolean;
}

/** The views that a request has asked for already. */
const views = new WeakMap<ApiContext, Map<string, Promise<LedgerView>>>();

/**
 * The ledger as it is now, or as it was known at the end of a day. All questions of one request are answered from one
 * view, so that its figures agree whatever is written meanwhile.
 */
export function viewOf(
  context: ApiContext,
  options: { readonly knownAt?: Day | null | undefined; readonly definition?: CoverageDefinition } = {},
): Promise<LedgerView> {
  const definition = options.definition ?? HEADLINE;
  const knownAt = options.knownAt ?? null;
  const mine = views.get(context) ?? new Map<string, Promise<LedgerView>>();
  views.set(context, mine);
  const key = JSON.stringify([knownAt, definition]);
  const view = mine.get(key) ?? context.tallies.view(context.scope, { definition, ...(knownAt ? { knownAt } : {}) });
  mine.set(key, view);
  return view;
}
