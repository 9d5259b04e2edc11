import type { Day } from "../policy/day.ts";
import type { CountSource } from "./shapes.ts";

/** The source as recorded until a closing day, where the ledger was in use by then (DECISIONS F11); else the source itself. */
export function recordedBy(source: CountSource, closing: Day): CountSource {
  const inUse = source.firstRecordedOn !== null && source.firstRecordedOn <= closing;
  return inUse && closing < source.today && source.asKnownAt ? source.asKnownAt(closing) : source;
}
