import type { PersonMergeRow } from "../ledger/read-batches.ts";
import type { PersonMerge } from "./person-merge.type.ts";

export function mergeAnswer(row: PersonMergeRow): PersonMerge {
  return { ...row, id: String(row.id) };
}
