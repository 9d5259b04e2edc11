import { Column, Entity, Index } from "typeorm";
import type { Day } from "../../policy/day.ts";
import type { MovementKind } from "../../policy/words.ts";
import { FactState } from "./fact-state.ts";

/** A person came, left, retired, died. */
@Entity({ name: "movement_state" })
@Index("movement_state_key", ["factKey"])
@Index("movement_state_entry", ["entryId"])
@Index("movement_person", ["personId"])
export class MovementState extends FactState {
  @Column({ type: "int", name: "person_id" })
  personId!: number;

  @Column({ type: "varchar", name: "kind", length: 16 })
  kind!: MovementKind;

  @Column({ type: "varchar", name: "moved_on", length: 10 })
  movedOn!: Day;

  @Column({ type: "int", name: "from_enterprise_id", nullable: true })
  fromEnterpriseId!: number | null;

  @Column({ type: "int", name: "to_enterprise_id", nullable: true })
  toEnterpriseId!: number | null;
}
