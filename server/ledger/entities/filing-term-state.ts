import { Column, Entity, Index } from "typeorm";
import type { Day } from "../../policy/day.ts";
import { FactState } from "./fact-state.ts";

/** One term of a filing. */
@Entity({ name: "filing_term_state" })
@Index("filing_term_state_key", ["factKey"])
@Index("filing_term_state_entry", ["entryId"])
@Index("filing_term_unit", ["enterpriseId"])
@Index("filing_term_number", ["filingNumber"])
export class FilingTermState extends FactState {
  @Column({ type: "int", name: "enterprise_id" })
  enterpriseId!: number;

  @Column({ type: "varchar", name: "filing_number", length: 13 })
  filingNumber!: string;

  @Column({ type: "varchar", name: "valid_from", length: 10 })
  validFrom!: Day;

  @Column({ type: "varchar", name: "valid_until", length: 10 })
  validUntil!: Day;

  @Column({ type: "varchar", name: "withdrawn_on", length: 10, nullable: true })
  withdrawnOn!: Day | null;
}
