import { Column, Entity, PrimaryColumn } from "typeorm";

/** The one row that every entry raises as the last thing before its commit, so that commit order is revision order. */
@Entity({ name: "revision" })
export class Revision {
  @PrimaryColumn({ type: "int", name: "id" })
  id!: 1;

  @Column({ type: "int", name: "value" })
  value!: number;
}
