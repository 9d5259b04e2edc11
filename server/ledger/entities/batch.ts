import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import type { BatchStatus, ImportMode } from "../batches.ts";

/** One file of one sending, and what became of it. */
@Entity({ name: "batch" })
@Index("batch_sending", ["sendingId"])
export class Batch {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "varchar", name: "sending_id", length: 40 })
  sendingId!: string;

  @Column({ type: "varchar", name: "file_name", length: 255 })
  fileName!: string;

  @Column({ type: "varchar", name: "file_sha256", length: 64 })
  fileSha256!: string;

  @Column({ type: "varchar", name: "mode", length: 12 })
  mode!: ImportMode;

  @Column({ type: "varchar", name: "status", length: 16 })
  status!: BatchStatus;

  @Column({ type: "varchar", name: "received_at", length: 24 })
  receivedAt!: string;

  @Column({ type: "varchar", name: "finished_at", length: 24, nullable: true })
  finishedAt!: string | null;

  @Column({ type: "varchar", name: "actor", length: 120 })
  actor!: string;

  @Column({ type: "varchar", name: "worker", length: 160 })
  worker!: string;

  @Column({ type: "varchar", name: "alive_at", length: 24 })
  aliveAt!: string;

  @Column({ type: "int", name: "done_rows" })
  doneRows!: number;

  @Column({ type: "int", name: "total_rows", nullable: true })
  totalRows!: number | null;

  @Column({ type: "int", name: "read_count" })
  readCount!: number;

  @Column({ type: "int", name: "created_count" })
  createdCount!: number;

  @Column({ type: "int", name: "changed_count" })
  changedCount!: number;

  @Column({ type: "int", name: "unchanged_count" })
  unchangedCount!: number;

  @Column({ type: "int", name: "refused_count" })
  refusedCount!: number;

  @Column({ type: "int", name: "warning_count" })
  warningCount!: number;

  @Column({ type: "int", name: "has_correction" })
  hasCorrection!: 0 | 1;

  @Column({ type: "varchar", name: "error", length: 1000, nullable: true })
  error!: string | null;

  @Column({ type: "int", name: "entry_id", nullable: true })
  entryId!: number | null;

  @Column({ type: "int", name: "withdrawn_entry_id", nullable: true })
  withdrawnEntryId!: number | null;
}
