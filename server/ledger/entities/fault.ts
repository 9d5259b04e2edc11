import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import type { Severity } from "../../policy/finding.ts";

/** What was wrong or doubtful in a cell. */
@Entity({ name: "fault" })
@Index("fault_batch", ["batchId", "sheetIndex", "rowNo"])
export class Fault {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "int", name: "batch_id" })
  batchId!: number;

  @Column({ type: "int", name: "sheet_index" })
  sheetIndex!: number;

  @Column({ type: "varchar", name: "sheet", length: 255 })
  sheet!: string;

  @Column({ type: "int", name: "row_no" })
  rowNo!: number;

  @Column({ type: "varchar", name: "column_header", length: 255 })
  columnHeader!: string;

  @Column({ type: "varchar", name: "cell", length: 16, nullable: true })
  cell!: string | null;

  @Column({ type: "varchar", name: "code", length: 48 })
  code!: string;

  @Column({ type: "varchar", name: "severity", length: 8 })
  severity!: Severity;

  @Column({ type: "varchar", name: "found", length: 255, nullable: true })
  found!: string | null;

  @Column({ type: "varchar", name: "message", length: 1000 })
  message!: string;

  @Column({ type: "varchar", name: "mend", length: 1000 })
  mend!: string;

  @Column({ type: "varchar", name: "clause", length: 40, nullable: true })
  clause!: string | null;
}
