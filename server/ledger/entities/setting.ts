import { Column, Entity, PrimaryColumn } from "typeorm";

/** One small fact about this database: whose key encrypts it, which day the demo's today is. */
@Entity({ name: "setting" })
export class Setting {
  @PrimaryColumn({ type: "varchar", name: "name", length: 64 })
  name!: string;

  @Column({ type: "varchar", name: "value", length: 1000 })
  value!: string;
}
