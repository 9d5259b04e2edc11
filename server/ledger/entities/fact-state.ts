import { Column, PrimaryGeneratedColumn } from "typeorm";

/**
 * What every state table has: which entry brought the row, which one replaced it, and the cell of the workbook that it
 * came from. Nothing is overwritten; a row that no longer holds only learns who replaced it.
 */
export abstract class FactState {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "int", name: "entry_id" })
  entryId!: number;

  @Column({ type: "int", name: "replaced_entry_id", nullable: true })
  replacedEntryId!: number | null;

  @Column({ type: "int", name: "batch_id" })
  batchId!: number;

  @Column({ type: "int", name: "sheet_index" })
  sheetIndex!: number;

  @Column({ type: "int", name: "row_no" })
  rowNo!: number;

  @Column({ type: "varchar", name: "fact_key", length: 160 })
  factKey!: string;

  @Column({ type: "text", name: "content" })
  content!: string;
}
