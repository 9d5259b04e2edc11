import type { Batch } from "../../../dashboard/imports/sending-state.ts";

/** A finished batch of one certificate sheet; say only what matters to the claim. */
export function aBatch(facts: Partial<Batch> = {}): Batch {
  return {
    id: "418",
    sendingId: "s1",
    fileName: "绵阳证书台账202610.xlsx",
    fileSha256: "0".repeat(64),
    mode: "PARTIAL",
    status: "ADMITTED",
    receivedAt: "2026-10-31T08:42:00.000Z",
    finishedAt: "2026-10-31T08:42:03.100Z",
    actor: "李晓",
    read: 286,
    created: 164,
    changed: 23,
    unchanged: 88,
    refused: 11,
    warnings: 6,
    doneRows: 286,
    totalRows: 286,
    hasCorrection: true,
    error: null,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawalReason: null,
    sheets: [],
    ...facts,
  };
}
