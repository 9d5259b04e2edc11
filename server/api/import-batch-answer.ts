import type { BatchRow } from "../ledger/read-batches.ts";
import type { ImportMode, ImportStatus } from "./enums.ts";
import type { ImportBatch } from "./import-batch.type.ts";

const MODES: Readonly<Record<BatchRow["mode"], ImportMode>> = {
  partial: "PARTIAL",
  atomic: "ATOMIC",
  dryRun: "DRY_RUN",
};

/** A batch as the API shows it: withdrawn is a state of its own. */
export function batchAnswer(row: BatchRow): ImportBatch {
  const status: ImportStatus = row.withdrawal ? "WITHDRAWN" : row.status;
  return {
    id: String(row.id),
    sendingId: row.sendingId,
    fileName: row.fileName,
    fileSha256: row.fileSha256,
    mode: MODES[row.mode],
    status,
    receivedAt: row.receivedAt,
    finishedAt: row.finishedAt,
    actor: row.actor,
    read: row.read,
    created: row.created,
    changed: row.changed,
    unchanged: row.unchanged,
    refused: row.refused,
    warnings: row.warnings,
    doneRows: row.doneRows,
    totalRows: row.totalRows,
    hasCorrection: row.hasCorrection,
    error: row.error,
    revision: row.revision,
    withdrawnAt: row.withdrawal?.at ?? null,
    withdrawnBy: row.withdrawal?.by ?? null,
    withdrawalReason: row.withdrawal?.reason ?? null,
  };
}
