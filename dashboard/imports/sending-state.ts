import type { LedgerKind } from "../terms.generated.ts";
import type { BatchFactsFragment } from "./imports.generated.ts";

export type Batch = BatchFactsFragment;

/** What a sending came to: one of these, told in one sentence. */
export type Verdict =
  | { readonly state: "RUNNING"; readonly done: number; readonly total: number | null }
  | { readonly state: "TRIED"; readonly admissible: number; readonly refused: number; readonly moving: number }
  | { readonly state: "ADMITTED"; readonly admitted: number; readonly refused: number; readonly moving: number }
  | { readonly state: "REFUSED"; readonly refused: number; readonly atomic: boolean }
  | { readonly state: "NOTHING_READ" }
  | { readonly state: "UNREADABLE"; readonly files: number }
  | { readonly state: "FAILED" }
  | { readonly state: "INTERRUPTED" }
  | { readonly state: "WITHDRAWN"; readonly at: string; readonly by: string; readonly reason: string };

/** What the sentence says of a sending; files that came to another end are named beside it (`strays`). */
export function verdictOf(batches: readonly Batch[]): Verdict {
  if (batches.some(isUnderWay)) {
    const known = batches.every((batch) => batch.totalRows !== null || !isUnderWay(batch));
    return {
      state: "RUNNING",
      done: sum(batches, (batch) => (isUnderWay(batch) ? batch.doneRows : batch.read)),
      total: known ? sum(batches, (batch) => (isUnderWay(batch) ? (batch.totalRows ?? 0) : batch.read)) : null,
    };
  }
  const tried = batches.filter((batch) => batch.status === "TRIED");
  if (tried.length > 0) {
    return { state: "TRIED", admissible: admissible(tried), refused: refusedRows(tried), moving: moving(tried) };
  }
  const admitted = batches.filter((batch) => batch.status === "ADMITTED");
  const refused = batches.filter((batch) => batch.status === "REFUSED");
  if (admitted.length > 0) {
    const settled = [...admitted, ...refused];
    return {
      state: "ADMITTED",
      admitted: admissible(admitted),
      refused: refusedRows(settled),
      moving: moving(admitted),
    };
  }
  if (refused.length > 0) {
    const rows = refusedRows(refused);
    const atomic = refused.some((batch) => batch.mode === "ATOMIC");
    return rows === 0 && !atomic ? { state: "NOTHING_READ" } : { state: "REFUSED", refused: rows, atomic };
  }
  const withdrawn = batches.find((batch) => batch.status === "WITHDRAWN");
  if (withdrawn) {
    return {
      state: "WITHDRAWN",
      at: withdrawn.withdrawnAt ?? withdrawn.receivedAt,
      by: withdrawn.withdrawnBy ?? withdrawn.actor,
      reason: withdrawn.withdrawalReason ?? "",
    };
  }
  if (batches.some((batch) => batch.status === "FAILED")) return { state: "FAILED" };
  if (batches.some((batch) => batch.status === "INTERRUPTED")) return { state: "INTERRUPTED" };
  return { state: "UNREADABLE", files: batches.length };
}

/** Files that did not come to the end that the sentence tells. */
export function strays(
  batches: readonly Batch[],
  verdict: Verdict,
): { unreadable: number; failed: number; withdrawn: number } {
  const count = (...states: readonly Batch["status"][]) =>
    batches.filter((batch) => states.includes(batch.status)).length;
  const settled = ["TRIED", "ADMITTED", "REFUSED", "NOTHING_READ", "WITHDRAWN"].includes(verdict.state);
  return {
    unreadable: verdict.state === "UNREADABLE" ? 0 : count("UNREADABLE"),
    failed: settled ? count("FAILED", "INTERRUPTED") : 0,
    withdrawn: verdict.state === "WITHDRAWN" ? 0 : count("WITHDRAWN"),
  };
}

export function isUnderWay(batch: Pick<Batch, "status">): boolean {
  return ["RECEIVED", "READING", "CHECKING", "WRITING"].includes(batch.status);
}

/** A file that was not read to its end has no counts: nothing is known, which is not zero. */
export function isUnread(batch: Pick<Batch, "status">): boolean {
  return isUnderWay(batch) || ["UNREADABLE", "INTERRUPTED", "FAILED"].includes(batch.status);
}

/** The rows that went in, or would: new, changed, and those that the ledger already had. */
export function admissible(batches: readonly Pick<Batch, "created" | "changed" | "unchanged">[]): number {
  return sum(batches, (batch) => batch.created + batch.changed + batch.unchanged);
}

export function refusedRows(batches: readonly Pick<Batch, "refused">[]): number {
  return sum(batches, (batch) => batch.refused);
}

/** The batches whose refused rows can be fetched as a workbook. */
export function withCorrection(batches: readonly Batch[]): readonly Batch[] {
  return batches.filter((batch) => batch.hasCorrection && batch.refused > 0);
}

/** The kinds of ledger in a batch, each once, in the order of its sheets. */
export function kindsOf(batch: Pick<Batch, "sheets">): readonly LedgerKind[] {
  return [...new Set(batch.sheets.flatMap((sheet) => (sheet.kind ? [sheet.kind] : [])))];
}

/** 418 → “0418”: as people quote it. */
export function batchNumber(id: string): string {
  return /^\d+$/.test(id) ? id.padStart(4, "0") : id;
}

/** From the first arrival to the last end, in seconds; null while one is under way. */
export function secondsTaken(batches: readonly Pick<Batch, "receivedAt" | "finishedAt">[]): number | null {
  const ends = batches.map((batch) => batch.finishedAt);
  if (ends.length === 0 || ends.some((end) => end === null)) return null;
  const last = Math.max(...ends.map((end) => Date.parse(end!)));
  const first = Math.min(...batches.map((batch) => Date.parse(batch.receivedAt)));
  return Math.max(0, last - first) / 1000;
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function moving(batches: readonly Batch[]): number {
  return sum(batches, (batch) => batch.created + batch.changed);
}
