import { Column, Entity, PrimaryColumn } from "typeorm";
import type { SectorSystem } from "../../policy/words.ts";

/** One 产业 of one 产业体系. */
@Entity({ name: "sector" })
export class Sector {
  @PrimaryColumn({ type: "varchar", name: "code", length: 4 })
  code!: string;

  @Column({ type: "varchar", name: "system_code", length: 20 })
  systemCode!: SectorSystem;

  @Column({ type: "varchar", name: "name", length: 60 })
  name!: string;

  @Column({ type: "int", name: "position" })
  position!: number;
}
