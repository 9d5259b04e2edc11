import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";

/** People who came to a unit at a highest level on a day (+) or ceased to be there (−). Only ever appended to. */
@Entity({ name: "head_delta" })
@Index("head_delta_entry", ["entryId"])
export class HeadDeltaRow {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "int", name: "entry_id" })
  entryId!: number;

  @Column({ type: "int", name: "enterprise_id" })
  enterpriseId!: number;

  @Column({ type: "int", name: "level" })
  level!: number;

  @Column({ type: "int", name: "day" })
  day!: number;

  @Column({ type: "int", name: "delta" })
  delta!: number;
}
