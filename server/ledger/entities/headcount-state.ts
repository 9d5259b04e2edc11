import { Column, Entity, Index } from "typeorm";
import type { Day } from "../../policy/day.ts";
import { FactState } from "./fact-state.ts";

/** A quarter's report of skilled headcount. */
@Entity({ name: "headcount_state" })
@Index("headcount_state_key", ["factKey"])
@Index("headcount_state_entry", ["entryId"])
@Index("headcount_unit", ["enterpriseId"])
export class HeadcountState extends FactState {
  @Column({ type: "int", name: "enterprise_id" })
  enterpriseId!: number;

  @Column({ type: "varchar", name: "quarter_end", length: 10 })
  quarterEnd!: Day;

  @Column({ type: "int", name: "skilled_headcount" })
  skilledHeadcount!: number;

  @Column({ type: "int", name: "intern_headcount", nullable: true })
  internHeadcount!: number | null;

  @Column({ type: "int", name: "apprentice_count", nullable: true })
  apprenticeCount!: number | null;

  @Column({ type: "int", name: "own_certified_count", nullable: true })
  ownCertifiedCount!: number | null;
}
