import { Column, Entity, Index } from "typeorm";
import type { Day } from "../../policy/day.ts";
import { FactState } from "./fact-state.ts";

/** An occupation that a term covers, and the levels. */
@Entity({ name: "filing_scope_state" })
@Index("filing_scope_state_key", ["factKey"])
@Index("filing_scope_state_entry", ["entryId"])
@Index("filing_scope_unit", ["enterpriseId"])
@Index("filing_scope_occupation", ["occupationName", "occupationCode"])
export class FilingScopeState extends FactState {
  @Column({ type: "int", name: "enterprise_id" })
  enterpriseId!: number;

  @Column({ type: "varchar", name: "term_key", length: 40 })
  termKey!: string;

  @Column({ type: "varchar", name: "occupation_code", length: 12 })
  occupationCode!: string;

  @Column({ type: "varchar", name: "occupation_name", length: 100, nullable: true })
  occupationName!: string | null;

  @Column({ type: "varchar", name: "trade", length: 100, nullable: true })
  trade!: string | null;

  @Column({ type: "varchar", name: "levels", length: 200 })
  levels!: string;

  @Column({ type: "varchar", name: "effective_from", length: 10, nullable: true })
  effectiveFrom!: Day | null;
}
