import type { Day } from "../policy/day.ts";
import type { LedgerKind } from "../policy/words.ts";
import type { BatchStatus, ImportMode } from "./batches.ts";
import type { Reader, SqlValue } from "./store.ts";

/** One file of one sending with its outcome, and its withdrawal where it was withdrawn. */
export interface BatchRow {
  readonly id: number;
  readonly sendingId: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly mode: ImportMode;
  readonly status: BatchStatus;
  readonly receivedAt: string;
  readonly finishedAt: string | null;
  readonly actor: string;
  readonly doneRows: number;
  readonly totalRows: number | null;
  readonly read: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly warnings: number;
  readonly hasCorrection: boolean;
  readonly error: string | null;
  /** By which the batch became visible; null when nothing of it did. */
  readonly revision: number | null;
  readonly withdrawal: { readonly at: string; readonly by: string; readonly reason: string | null } | null;
}

/** The newest batches before an id, and how many there are in all. */
export async function readBatches(
  reader: Reader,
  page: { readonly first: number; readonly beforeId: number | null },
): Promise<{ readonly batches: readonly BatchRow[]; readonly more: boolean; readonly totalCount: number }> {
  const where = page.beforeId === null ? "" : "WHERE b.id < ?";
  const values = page.beforeId === null ? [] : [page.beforeId];
  const rows = await select(reader, `${where} ORDER BY b.id DESC LIMIT ${page.first + 1}`, values);
  const [count] = await reader.all<{ n: number }>("SELECT COUNT(*) AS n FROM batch");
  return { batches: rows.slice(0, page.first), more: rows.length > page.first, totalCount: Number(count!.n) };
}

export async function readBatch(reader: Reader, id: number): Promise<BatchRow | null> {
  const [row] = await select(reader, "WHERE b.id = ?", [id]);
  return row ?? null;
}

/** The batches of one upload, in the order of its files. */
export function readSending(reader: Reader, sendingId: string): Promise<BatchRow[]> {
  return select(reader, "WHERE b.sending_id = ? ORDER BY b.id", [sendingId]);
}

/** The sendings that some process still reads, checks or writes. */
export async function readSendingsUnderWay(reader: Reader): Promise<Set<string>> {
  const rows = await reader.all<{ sending_id: string }>(
    "SELECT DISTINCT b.sending_id FROM batch b WHERE b.status IN ('RECEIVED', 'READING', 'CHECKING', 'WRITING')",
  );
  return new Set(rows.map((row) => row.sending_id));
}

async function select(reader: Reader, tail: string, values: readonly SqlValue[]): Promise<BatchRow[]> {
  // A row: one batch, the entry that made it visible, and the entry that withdrew it.
  const rows = await reader.all<BatchRecord>(
    `SELECT b.id, b.sending_id, b.file_name, b.file_sha256, b.mode, b.status, b.received_at, b.finished_at, b.actor, b.done_rows, b.total_rows,
            b.read_count, b.created_count, b.changed_count, b.unchanged_count, b.refused_count, b.warning_count, b.has_correction, b.error,
            e.revision,
            w.at AS withdrawn_at,
            w.actor AS withdrawn_by,
            w.reason AS withdrawal_reason
       FROM batch b
       LEFT JOIN entry e ON e.id = b.entry_id
       LEFT JOIN entry w ON w.id = b.withdrawn_entry_id AND w.revision IS NOT NULL
       ${tail}`,
    values,
  );
  return rows.map((row) => ({
    id: row.id,
    sendingId: row.sending_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    mode: row.mode,
    status: row.status,
    receivedAt: row.received_at,
    finishedAt: row.finished_at,
    actor: row.actor,
    doneRows: row.done_rows,
    totalRows: row.total_rows,
    read: row.read_count,
    created: row.created_count,
    changed: row.changed_count,
    unchanged: row.unchanged_count,
    refused: row.refused_count,
    warnings: row.warning_count,
    hasCorrection: row.has_correction === 1,
    error: row.error,
    revision: row.revision,
    withdrawal:
      row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: row.withdrawn_by!, reason: row.withdrawal_reason },
  }));
}

interface BatchRecord {
  id: number;
  sending_id: string;
  file_name: string;
  file_sha256: string;
  mode: ImportMode;
  status: BatchStatus;
  received_at: string;
  finished_at: string | null;
  actor: string;
  done_rows: number;
  total_rows: number | null;
  read_count: number;
  created_count: number;
  changed_count: number;
  unchanged_count: number;
  refused_count: number;
  warning_count: number;
  has_correction: number;
  error: string | null;
  revision: number | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
}

export interface SheetRow {
  readonly sheet: string;
  readonly kind: LedgerKind | null;
  readonly read: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly warnings: number;
  readonly unknownColumns: readonly string[];
}

/** The sheets of a batch in the order of its workbook. */
export async function readSheets(reader: Reader, batchId: number): Promise<SheetRow[]> {
  const rows = await reader.all<{
    name: string;
    kind: LedgerKind | null;
    read_count: number;
    created_count: number;
    changed_count: number;
    unchanged_count: number;
    refused_count: number;
    warning_count: number;
    unknown_columns: string;
  }>(
    `SELECT s.name, s.kind, s.read_count, s.created_count, s.changed_count, s.unchanged_count, s.refused_count, s.warning_count, s.unknown_columns
       FROM batch_sheet s
      WHERE s.batch_id = ?
      ORDER BY s.sheet_index`,
    [batchId],
  );
  return rows.map((row) => ({
    sheet: row.name,
    kind: row.kind,
    read: row.read_count,
    created: row.created_count,
    changed: row.changed_count,
    unchanged: row.unchanged_count,
    refused: row.refused_count,
    warnings: row.warning_count,
    unknownColumns: JSON.parse(row.unknown_columns) as string[],
  }));
}

export interface FaultRow {
  readonly id: number;
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

/** Where a fault stands in its batch: sheet, row, then the order in which the rules found it. */
export interface FaultPlace {
  readonly sheetIndex: number;
  readonly row: number;
  readonly id: number;
}

export interface FaultQuestion {
  readonly batchId: number;
  readonly severity: "error" | "warning" | null;
  readonly sheet: string | null;
}

/** The faults of a batch after a place, in the order of its workbook. */
export async function readFaults(
  reader: Reader,
  question: FaultQuestion,
  page: { readonly first: number; readonly after: FaultPlace | null },
): Promise<{ readonly faults: readonly FaultRow[]; readonly more: boolean }> {
  const { where, values } = faultsWanted(question);
  const after = page.after
    ? "AND (f.sheet_index > ? OR (f.sheet_index = ? AND (f.row_no > ? OR (f.row_no = ? AND f.id > ?))))"
    : "";
  const place = page.after;
  const rows = await reader.all<{
    id: number;
    sheet_index: number;
    sheet: string;
    row_no: number;
    column_header: string;
    cell: string | null;
    code: string;
    severity: "error" | "warning";
    found: string | null;
    message: string;
    mend: string;
    clause: string | null;
  }>(
    `SELECT f.id, f.sheet_index, f.sheet, f.row_no, f.column_header, f.cell, f.code, f.severity, f.found, f.message, f.mend, f.clause
       FROM fault f
      WHERE ${where} ${after}
      ORDER BY f.sheet_index, f.row_no, f.id
      LIMIT ${page.first + 1}`,
    place ? [...values, place.sheetIndex, place.sheetIndex, place.row, place.row, place.id] : values,
  );
  const faults = rows.slice(0, page.first).map((row) => ({
    id: row.id,
    sheetIndex: row.sheet_index,
    sheet: row.sheet,
    row: row.row_no,
    column: row.column_header,
    cell: row.cell,
    code: row.code,
    severity: row.severity,
    found: row.found,
    message: row.message,
    mend: row.mend,
    clause: row.clause,
  }));
  return { faults, more: rows.length > page.first };
}

/** How many faults a batch has, whatever their severity, on the sheet that is asked for or on all. */
export async function countFaults(
  reader: Reader,
  question: FaultQuestion,
): Promise<{ readonly errorCount: number; readonly warningCount: number }> {
  const { where, values } = faultsWanted({ ...question, severity: null });
  const rows = await reader.all<{ severity: "error" | "warning"; n: number }>(
    `SELECT f.severity, COUNT(*) AS n FROM fault f WHERE ${where} GROUP BY f.severity`,
    values,
  );
  const of = (severity: string) => Number(rows.find((row) => row.severity === severity)?.n ?? 0);
  return { errorCount: of("error"), warningCount: of("warning") };
}

function faultsWanted(question: FaultQuestion): { readonly where: string; readonly values: readonly SqlValue[] } {
  const where = ["f.batch_id = ?"];
  const values: SqlValue[] = [question.batchId];
  if (question.severity) {
    where.push("f.severity = ?");
    values.push(question.severity);
  }
  if (question.sheet !== null) {
    where.push("f.sheet = ?");
    values.push(question.sheet);
  }
  return { where: where.join(" AND "), values };
}

/** Two numbers that were found to be one person, masked. */
export interface PersonMergeRow {
  readonly id: number;
  readonly wrongIdMask: string;
  readonly rightIdMask: string;
  readonly name: string;
  readonly doneAt: string;
  readonly doneBy: string;
  readonly reason: string;
  readonly undoneAt: string | null;
}

/** All mergers, newest first; the undone ones stay in the list. */
export function readPersonMerges(reader: Reader): Promise<PersonMergeRow[]> {
  return selectMerges(reader, "ORDER BY m.id DESC", []);
}

export async function readPersonMerge(reader: Reader, id: number): Promise<PersonMergeRow | null> {
  const [row] = await selectMerges(reader, "AND m.id = ?", [id]);
  return row ?? null;
}

async function selectMerges(reader: Reader, tail: string, values: readonly SqlValue[]): Promise<PersonMergeRow[]> {
  const rows = await reader.all<{
    id: number;
    wrong_mask: string;
    right_mask: string;
    name: string;
    done_at: string;
    done_by: string;
    reason: string | null;
    undone_at: string | null;
  }>(
    `SELECT m.id,
            wrong.id_mask AS wrong_mask,
            rightful.id_mask AS right_mask,
            rightful.name,
            e.at AS done_at,
            e.actor AS done_by,
            e.reason,
            u.at AS undone_at
       FROM person_merge m
       JOIN person wrong ON wrong.id = m.from_person_id
       JOIN person rightful ON rightful.id = m.into_person_id
       JOIN entry e ON e.id = m.entry_id
       LEFT JOIN entry u ON u.id = m.replaced_entry_id AND u.revision IS NOT NULL
      WHERE e.revision IS NOT NULL ${tail}`,
    values,
  );
  return rows.map((row) => ({
    id: row.id,
    wrongIdMask: row.wrong_mask,
    rightIdMask: row.right_mask,
    name: row.name,
    doneAt: row.done_at,
    doneBy: row.done_by,
    reason: row.reason ?? "",
    undoneAt: row.undone_at,
  }));
}

/** When the ledger last changed, the last batch that changed it, and the first day that figures can be had for. */
export async function readLedgerDates(
  reader: Reader,
): Promise<{ readonly revisedAt: string | null; readonly lastBatchId: number | null; readonly firstDay: Day | null }> {
  const [last] = await reader.all<{ at: string }>(
    "SELECT e.at FROM entry e WHERE e.revision IS NOT NULL ORDER BY e.revision DESC LIMIT 1",
  );
  const [batch] = await reader.all<{ id: number }>(
    `SELECT b.id
       FROM batch b
       JOIN entry e ON e.id = b.entry_id
      WHERE e.revision IS NOT NULL
        AND b.withdrawn_entry_id IS NULL
      ORDER BY e.revision DESC, b.id DESC
      LIMIT 1`,
  );
  const [first] = await reader.all<{ day: string | null }>(
    `SELECT MIN(h.quarter_end) AS day
       FROM headcount_state h
       JOIN entry e ON e.id = h.entry_id
      WHERE e.revision IS NOT NULL
        AND h.replaced_entry_id IS NULL`,
  );
  return { revisedAt: last?.at ?? null, lastBatchId: batch?.id ?? null, firstDay: first?.day ?? null };
}
