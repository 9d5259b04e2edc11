import { ask } from "../ask.ts";
import type { FaultSeverity } from "../terms.generated.ts";
import { FaultPageDocument, type FaultPageQuery } from "./imports.generated.ts";

type Connection = NonNullable<FaultPageQuery["importBatch"]>["faults"];
export type Fault = Connection["edges"][number]["node"] & { readonly batchId: string };

/** Where a page of faults begins: in which batch, and after which of its faults. */
export interface FaultPlace {
  readonly batchId: string;
  readonly after: string | null;
}

export interface FaultRequest {
  /** In the order in which they are read, one after the other. */
  readonly batchIds: readonly string[];
  readonly place: FaultPlace | null;
  readonly size: number;
  readonly severity: FaultSeverity | null;
  readonly sheet: string | null;
}

export interface FaultPage {
  readonly faults: readonly Fault[];
  readonly next: FaultPlace | null;
  /** How many the filter leaves in the batch where the page begins. */
  readonly matching: number;
}

/** One page of the faults of several batches: where one batch ends within the page, the next begins. */
export async function loadFaults(
  request: FaultRequest,
  signal?: AbortSignal,
  load: FaultLoader = askFaults,
): Promise<FaultPage> {
  const faults: Fault[] = [];
  let matching = 0;
  const found = request.place ? request.batchIds.indexOf(request.place.batchId) : -1;
  const first = Math.max(0, found);
  for (const [offset, batchId] of request.batchIds.slice(first).entries()) {
    // A cursor belongs to its batch; an address that names another begins at the beginning.
    const after = offset === 0 && found >= 0 ? (request.place?.after ?? null) : null;
    if (faults.length >= request.size) return { faults, next: { batchId, after }, matching };
    const connection = await load(
      { id: batchId, first: request.size - faults.length, after, severity: request.severity, sheet: request.sheet },
      signal,
    );
    if (!connection) continue;
    if (offset === 0) matching = connection.totalCount;
    faults.push(...connection.edges.map((edge) => ({ ...edge.node, batchId })));
    if (connection.pageInfo.hasNextPage) {
      return { faults, next: { batchId, after: connection.pageInfo.endCursor }, matching };
    }
  }
  return { faults, next: null, matching };
}

export type FaultLoader = (
  variables: {
    readonly id: string;
    readonly first: number;
    readonly after: string | null;
    readonly severity: FaultSeverity | null;
    readonly sheet: string | null;
  },
  signal?: AbortSignal,
) => Promise<Pick<Connection, "edges" | "pageInfo" | "totalCount"> | null>;

async function askFaults(...[variables, signal]: Parameters<FaultLoader>): ReturnType<FaultLoader> {
  const answer = await ask(FaultPageDocument, variables, signal);
  return answer.importBatch?.faults ?? null;
}

/** A place as it stands in the address, and back. */
export function printPlace(place: FaultPlace): string {
  return `${place.batchId}~${place.after ?? ""}`;
}

export function readPlace(text: string): FaultPlace | null {
  const cut = text.indexOf("~");
  if (cut < 1) return null;
  return { batchId: text.slice(0, cut), after: text.slice(cut + 1) || null };
}
