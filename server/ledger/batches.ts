import { hostname } from "node:os";
import type { Actor } from "../policy/actor.ts";
import type { Day } from "../policy/day.ts";
import type { LedgerKind } from "../policy/words.ts";
import { sweepEntry } from "./admit.ts";
import type { Ledger } from "./ledger.ts";
import type { Tx } from "./store.ts";

export type ImportMode = "partial" | "atomic" | "dryRun";
export type BatchStatus =
  | "RECEIVED"
  | "READING"
  | "CHECKING"
  | "WRITING"
  | "ADMITTED"
  | "REFUSED"
  | "TRIED"
  | "UNREADABLE"
  | "INTERRUPTED"
  | "FAILED";
const UNDER_WAY = ["RECEIVED", "READING", "CHECKING", "WRITING"];

export interface SheetCounts {
  readonly read: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly warnings: number;
}

export interface SheetRecord extends SheetCounts {
  readonly index: number;
  readonly name: string;
  readonly kind: LedgerKind | null;
  readonly unknownColumns: readonly string[];
  readonly digest: string | null;
  readonly filledOn: Day | null;
}

export interface FaultRecord {
  readonly sheetIndex: number;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly cell: string | null;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly found: string | null;
  readonly message: string;
  readonly mend: string;
  readonly clause: string | null;
}

/** This process, so that another can tell whether the one that holds a batch still lives. */
export const WORKER = `${hostname()}:${process.pid}:${Math.round(Date.now() - process.uptime() * 1000)}`;

/** Note that files were received: one batch each, of one sending. */
export async function createBatches(
  ledger: Ledger,
  sendingId: string,
  files: readonly { readonly fileName: string; readonly sha256: string }[],
  mode: ImportMode,
  actor: Actor,
): Promise<number[]> {
  const now = ledger.now().toISOString();
  return ledger.store.write(async (tx) => {
    const ids: number[] = [];
    for (const file of files) {
      const { insertId } = await tx.run(
        `INSERT INTO batch (sending_id, file_name, file_sha256, mode, status, received_at, actor, worker, alive_at, done_rows, read_count, created_count, changed_count, unchanged_count, refused_count, warning_count, has_correction)
         VALUES (?, ?, ?, ?, 'RECEIVED', ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0)`,
        [sendingId, file.fileName.slice(0, 255), file.sha256, mode, now, actor.name, WORKER, new Date().toISOString()],
      );
      ids.push(insertId);
    }
    return ids;
  });
}

/** Where the work on some batches stands; also the sign of life by which nobody sweeps them. */
export async function noteProgress(
  ledger: Ledger,
  batchIds: readonly number[],
  progress: {
    readonly status?: BatchStatus;
    readonly doneRows?: number;
    readonly totalRows?: number;
    readonly error?: string;
  },
): Promise<void> {
  const sets = ["worker = ?", "alive_at = ?"];
  const values: (string | number)[] = [WORKER, new Date().toISOString()];
  const set = (column: string, value: string | number | undefined) => {
    if (value === undefined) return;
    sets.push(`${column} = ?`);
    values.push(value);
  };
  set("status", progress.status);
  set("done_rows", progress.doneRows);
  set("total_rows", progress.totalRows);
  set("error", progress.error?.slice(0, 1000));
  if (progress.status && !UNDER_WAY.includes(progress.status)) set("finished_at", ledger.now().toISOString());
  await ledger.store.write((tx) =>
    tx.run(`UPDATE batch SET ${sets.join(", ")} WHERE id IN (${batchIds.map(() => "?").join(", ")})`, [
      ...values,
      ...batchIds,
    ]),
  );
}

/** Keep what an attempt found; an earlier attempt's findings on the same batch go. */
export async function recordFindings(
  ledger: Ledger,
  batchId: number,
  sheets: readonly SheetRecord[],
  faults: readonly FaultRecord[],
): Promise<void> {
  await ledger.store.write(async (tx) => {
    await tx.run("DELETE FROM fault WHERE batch_id = ?", [batchId]);
    await tx.run("DELETE FROM batch_sheet WHERE batch_id = ?", [batchId]);
    await tx.insert(
      "batch_sheet",
      [
        "batch_id",
        "sheet_index",
        "name",
        "kind",
        "read_count",
        "created_count",
        "changed_count",
        "unchanged_count",
        "refused_count",
        "warning_count",
        "unknown_columns",
        "digest",
        "filled_on",
      ],
      sheets.map((sheet) => [
        batchId,
        sheet.index,
        sheet.name.slice(0, 255),
        sheet.kind,
        sheet.read,
        sheet.created,
        sheet.changed,
        sheet.unchanged,
        sheet.refused,
        sheet.warnings,
        JSON.stringify(sheet.unknownColumns),
        sheet.digest,
        sheet.filledOn,
      ]),
    );
  });
  for (let from = 0; from < faults.length; from += 5000) {
    await ledger.store.write((tx) =>
      tx.insert(
        "fault",
        [
          "batch_id",
          "sheet_index",
          "sheet",
          "row_no",
          "column_header",
          "cell",
          "code",
          "severity",
          "found",
          "message",
          "mend",
          "clause",
        ],
        faults
          .slice(from, from + 5000)
          .map((fault) => [
            batchId,
            fault.sheetIndex,
            fault.sheet.slice(0, 255),
            fault.row,
            fault.column.slice(0, 255),
            fault.cell,
            fault.code,
            fault.severity,
            fault.found?.slice(0, 255) ?? null,
            fault.message.slice(0, 1000),
            fault.mend.slice(0, 1000),
            fault.clause,
          ]),
      ),
    );
  }
}

/** A batch's outcome, written in the transaction that decides it. */
export async function settleBatch(
  tx: Tx,
  ledger: Ledger,
  batchId: number,
  outcome: {
    readonly status: BatchStatus;
    readonly entryId: number | null;
    readonly counts: SheetCounts;
    readonly hasCorrection: boolean;
  },
): Promise<void> {
  const { counts } = outcome;
  await tx.run(
    `UPDATE batch SET status = ?, entry_id = ?, finished_at = ?, read_count = ?, created_count = ?, changed_count = ?, unchanged_count = ?, refused_count = ?, warning_count = ?,
            has_correction = ?, done_rows = ?
      WHERE id = ?`,
    [
      outcome.status,
      outcome.entryId,
      ledger.now().toISOString(),
      counts.read,
      counts.created,
      counts.changed,
      counts.unchanged,
      counts.refused,
      counts.warnings,
      outcome.hasCorrection ? 1 : 0,
      counts.read,
      batchId,
    ],
  );
}

/** Batches that a killed process left under way are told as interrupted, and what it wrote unseen is taken away. */
export async function sweep(ledger: Ledger): Promise<number> {
  const batches = await ledger.store.read((reader) =>
    reader.all<{ id: number; worker: string; alive_at: string }>(
      "SELECT b.id, b.worker, b.alive_at FROM batch b WHERE b.status IN ('RECEIVED', 'READING', 'CHECKING', 'WRITING')",
    ),
  );
  const dead = batches.filter((batch) => !lives(batch.worker, batch.alive_at));
  if (dead.length > 0)
    await noteProgress(
      ledger,
      dead.map((batch) => batch.id),
      { status: "INTERRUPTED", error: "处理进程中途停止；这一批没有任何内容生效，请重新上传。" },
    );
  const entries = await ledger.store.read((reader) =>
    reader.all<{ id: number; facts: string }>("SELECT e.id, e.facts FROM entry e WHERE e.revision IS NULL"),
  );
  for (const entry of entries) {
    const { worker } = JSON.parse(entry.facts) as { worker?: string };
    const held = batches.find((batch) => batch.worker === worker && !dead.includes(batch));
    if (!held) await sweepEntry(ledger.store, entry.id);
  }
  return dead.length;
}

/** On this machine a process is asked for by its id; of another one, a minute without a sign of life counts as its end. */
function lives(worker: string, aliveAt: string): boolean {
  if (worker === WORKER) return true;
  const [host, pid] = worker.split(":");
  if (host === hostname()) {
    // An earlier process of the same number, as in a container that was started again.
    if (Number(pid) === process.pid) return false;
    try {
      process.kill(Number(pid), 0);
      // The number may have gone to another program meanwhile.
      return Date.now() - Date.parse(aliveAt) < 600_000;
    } catch {
      return false;
    }
  }
  return Date.now() - Date.parse(aliveAt) < 60_000;
}

/** Mark a batch as withdrawn by an entry, or (null) as counting again. */
export async function markWithdrawn(tx: Tx, batchId: number, entryId: number | null): Promise<void> {
  await tx.run("UPDATE batch SET withdrawn_entry_id = ? WHERE id = ?", [entryId, batchId]);
}
