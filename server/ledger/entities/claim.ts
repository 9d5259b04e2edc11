import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import type { FactKind } from "../fold.ts";

/** What an admitted row said of a fact, in the columns that its sheet had. */
@Entity({ name: "claim" })
@Index("claim_fact", ["kind", "factKey"])
@Index("claim_batch", ["batchId", "sheetIndex"])
@Index("claim_entry", ["entryId"])
export class Claim {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "int", name: "entry_id" })
  entryId!: number;

  @Column({ type: "int", name: "batch_id" })
  batchId!: number;

  @Column({ type: "int", name: "sheet_index" })
  sheetIndex!: number;

  @Column({ type: "int", name: "row_no" })
  rowNo!: number;

  @Column({ type: "varchar", name: "kind", length: 16 })
  kind!: FactKind;

  @Column({ type: "varchar", name: "fact_key", length: 160 })
  factKey!: string;

  @Column({ type: "text", name: "content" })
  content!: string;

  @Column({ type: "int", name: "replay_of", nullable: true })
  replayOf!: number | null;
}
