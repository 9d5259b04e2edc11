import { type Asked, useAsk } from "../ask.ts";
import { BatchFaultCountsDocument, type FaultCountsFragment, SendingFaultCountsDocument } from "./imports.generated.ts";

/** How many faults each batch of a sending has. */
export function useSendingFaultCounts(id: string): Asked<readonly FaultCountsFragment[]> {
  const asked = useAsk(SendingFaultCountsDocument, { id });
  return { ...asked, data: asked.data?.importSending };
}

export function useBatchFaultCounts(id: string): Asked<readonly FaultCountsFragment[]> {
  const asked = useAsk(BatchFaultCountsDocument, { id });
  const batch = asked.data?.importBatch;
  return { ...asked, data: asked.data === undefined ? undefined : batch ? [batch] : [] };
}
