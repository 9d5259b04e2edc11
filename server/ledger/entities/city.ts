import { Column, Entity, PrimaryColumn } from "typeorm";

/** One of the 21 市（州）. */
@Entity({ name: "city" })
export class City {
  @PrimaryColumn({ type: "varchar", name: "code", length: 6 })
  code!: string;

  @Column({ type: "varchar", name: "name", length: 60 })
  name!: string;

  @Column({ type: "varchar", name: "short_name", length: 30 })
  shortName!: string;

  @Column({ type: "int", name: "position" })
  position!: number;
}
