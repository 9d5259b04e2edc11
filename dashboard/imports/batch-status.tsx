import { words } from "../words/imports.ts";
import { type Batch, isUnderWay } from "./sending-state.ts";

/** The word for where a batch stands; what needs action is written in its colour. */
export function BatchStatus({ batch }: { readonly batch: Batch }) {
  const tone = TONES[batch.status] ?? (isUnderWay(batch) ? "is-under-way" : "");
  return <span className={`imports-status ${tone}`}>{words.status[batch.status]}</span>;
}

const TONES: Partial<Record<Batch["status"], string>> = {
  REFUSED: "is-refused",
  UNREADABLE: "is-refused",
  FAILED: "is-refused",
  INTERRUPTED: "is-refused",
  WITHDRAWN: "is-withdrawn",
  TRIED: "is-tried",
};
