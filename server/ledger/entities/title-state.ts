import { Column, Entity, Index } from "typeorm";
import type { Day } from "../../policy/day.ts";
import type { SkillLevel } from "../../policy/levels.ts";
import { FactState } from "./fact-state.ts";

/** A title of 特级技师 or 首席技师 approved by the province. */
@Entity({ name: "title_state" })
@Index("title_state_key", ["factKey"])
@Index("title_state_entry", ["entryId"])
@Index("title_person", ["personId"])
export class TitleState extends FactState {
  @Column({ type: "int", name: "person_id" })
  personId!: number;

  @Column({ type: "int", name: "enterprise_id" })
  enterpriseId!: number;

  @Column({ type: "varchar", name: "level", length: 20 })
  level!: SkillLevel;

  @Column({ type: "int", name: "batch_year" })
  batchYear!: number;

  @Column({ type: "varchar", name: "appraisal_kind", length: 8 })
  appraisalKind!: "FIRST" | "AGAIN";

  @Column({ type: "varchar", name: "approved_on", length: 10 })
  approvedOn!: Day;

  @Column({ type: "varchar", name: "cancelled_on", length: 10, nullable: true })
  cancelledOn!: Day | null;
}
