import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from "typeorm";
import type { Day } from "../../policy/day.ts";
import type { LedgerKind } from "../../policy/words.ts";
import { Batch } from "./batch.ts";

/** One sheet of a batch, its counts, and a digest of what was understood of it. */
@Entity({ name: "batch_sheet" })
@Index("batch_sheet_digest", ["digest"])
@Index("batch_sheet_batch", ["batchId"])
export class BatchSheet {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "int", name: "batch_id" })
  @ForeignKey(() => Batch, { name: "batch_sheet_of" })
  batchId!: number;

  @Column({ type: "int", name: "sheet_index" })
  sheetIndex!: number;

  @Column({ type: "varchar", name: "name", length: 255 })
  name!: string;

  @Column({ type: "varchar", name: "kind", length: 16, nullable: true })
  kind!: LedgerKind | null;

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

  @Column({ type: "text", name: "unknown_columns" })
  unknownColumns!: string;

  @Column({ type: "varchar", name: "digest", length: 64, nullable: true })
  digest!: string | null;

  @Column({ type: "varchar", name: "filled_on", length: 10, nullable: true })
  filledOn!: Day | null;
}
