import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { City } from "./city.ts";

/** One of the 183 县（市、区）. */
@Entity({ name: "county" })
export class County {
  @PrimaryColumn({ type: "varchar", name: "code", length: 6 })
  code!: string;

  @Column({ type: "varchar", name: "city_code", length: 6 })
  @ForeignKey(() => City, { name: "county_city" })
  cityCode!: string;

  @Column({ type: "varchar", name: "name", length: 60 })
  name!: string;

  @Column({ type: "int", name: "position" })
  position!: number;
}
