import { Column, Entity, Index } from "typeorm";
import type { Day } from "../../policy/day.ts";
import type { SkillLevel } from "../../policy/levels.ts";
import type { CertificateKind, EmploymentType, RecognitionMethod } from "../../policy/words.ts";
import { FactState } from "./fact-state.ts";

/** A certificate; its number is the fact's key. */
@Entity({ name: "certificate_state" })
@Index("certificate_state_key", ["factKey"])
@Index("certificate_state_entry", ["entryId"])
@Index("certificate_person", ["personId"])
@Index("certificate_unit", ["enterpriseId"])
export class CertificateState extends FactState {
  @Column({ type: "int", name: "person_id" })
  personId!: number;

  @Column({ type: "int", name: "enterprise_id" })
  enterpriseId!: number;

  @Column({ type: "varchar", name: "level", length: 20 })
  level!: SkillLevel;

  @Column({ type: "varchar", name: "kind", length: 16 })
  kind!: CertificateKind;

  @Column({ type: "varchar", name: "method", length: 16 })
  method!: RecognitionMethod;

  @Column({ type: "varchar", name: "issued_on", length: 10 })
  issuedOn!: Day;

  @Column({ type: "varchar", name: "withdrawn_on", length: 10, nullable: true })
  withdrawnOn!: Day | null;

  @Column({ type: "int", name: "is_outside" })
  isOutside!: 0 | 1;

  @Column({ type: "varchar", name: "employment_type", length: 16, nullable: true })
  employmentType!: EmploymentType | null;
}
