import { Column, Entity, Index } from "typeorm";
import type { Day } from "../../policy/day.ts";
import type { Ownership } from "../../policy/words.ts";
import { FactState } from "./fact-state.ts";

/** An enterprise from a day on, until its next row of the same entry. */
@Entity({ name: "enterprise_state" })
@Index("enterprise_state_key", ["factKey"])
@Index("enterprise_state_entry", ["entryId"])
@Index("enterprise_state_unit", ["enterpriseId"])
export class EnterpriseState extends FactState {
  @Column({ type: "int", name: "enterprise_id" })
  enterpriseId!: number;

  @Column({ type: "varchar", name: "from_day", length: 10 })
  fromDay!: Day;

  @Column({ type: "varchar", name: "name", length: 200 })
  name!: string;

  @Column({ type: "varchar", name: "ownership", length: 16 })
  ownership!: Ownership;

  @Column({ type: "varchar", name: "responsibility_code", length: 6 })
  responsibilityCode!: string;

  @Column({ type: "varchar", name: "department", length: 200, nullable: true })
  department!: string | null;

  @Column({ type: "varchar", name: "city_code", length: 6 })
  cityCode!: string;

  @Column({ type: "varchar", name: "county_code", length: 6, nullable: true })
  countyCode!: string | null;

  @Column({ type: "varchar", name: "sector_code", length: 4 })
  sectorCode!: string;

  @Column({ type: "int", name: "in_shortage" })
  inShortage!: 0 | 1;

  @Column({ type: "int", name: "mainly_skilled", nullable: true })
  mainlySkilled!: 0 | 1 | null;

  @Column({ type: "varchar", name: "group_code", length: 18, nullable: true })
  groupCode!: string | null;

  @Column({ type: "int", name: "in_directory" })
  inDirectory!: 0 | 1;

  @Column({ type: "int", name: "frontline_headcount", nullable: true })
  frontlineHeadcount!: number | null;

  @Column({ type: "varchar", name: "launched_on", length: 10, nullable: true })
  launchedOn!: Day | null;

  @Column({ type: "varchar", name: "direct_plan_filed_on", length: 10, nullable: true })
  directPlanFiledOn!: Day | null;

  @Column({ type: "int", name: "planned" })
  planned!: 0 | 1;
}
