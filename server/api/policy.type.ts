import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Day } from "../policy/day.ts";
import type { SkillLevel } from "../policy/levels.ts";
import type { Ownership } from "../policy/words.ts";
import { DayScalar } from "./day.scalar.ts";
import { OwnershipEnum, SkillLevelEnum } from "./enums.ts";

@ObjectType({ description: "方案设定的一项目标。", simpleResolvers: true })
export class PolicyTarget {
  @Field(() => String, { description: "固定编号，如 COVERAGE_LOCAL_SOE" })
  readonly id!: string;

  @Field(() => String, { description: "条款" })
  readonly clause!: string;

  @Field(() => String, { description: "目标的一句话" })
  readonly text!: string;

  @Field(() => OwnershipEnum, { nullable: true, description: "所指企业类别" })
  readonly ownership!: Ownership | null;

  @Field(() => SkillLevelEnum, { nullable: true, description: "所指等级" })
  readonly level!: SkillLevel | null;

  @Field(() => Float, { nullable: true, description: "目标比率，0 到 1；以人数或家数为目标时为 null" })
  readonly rate!: number | null;

  @Field(() => Int, { nullable: true, description: "目标数（人或家）；以比率为目标时为 null" })
  readonly count!: number | null;

  @Field(() => DayScalar, { description: "到期日" })
  readonly due!: Day;
}

@ObjectType({ description: "八级中的一级（附件1）。", simpleResolvers: true })
export class PolicyLevel {
  @Field(() => SkillLevelEnum, { description: "等级" })
  readonly level!: SkillLevel;

  @Field(() => String, { description: "名称" })
  readonly name!: string;

  @Field(() => String, { description: "证书编号第16位的代码（附件1 注2）" })
  readonly letter!: string;

  @Field(() => String, { nullable: true, description: "比照的待遇（四(三)）；方案未写为 null" })
  readonly treatment!: string | null;

  @Field(() => Boolean, { description: "是否高技能人才（高级工及以上）" })
  readonly highSkilled!: boolean;

  @Field(() => String, { description: "条款" })
  readonly clause!: string;
}

@ObjectType({ description: "口径：方案未写明之处，本系统如何计。", simpleResolvers: true })
export class PolicyDecision {
  @Field(() => String, { description: "固定编号" })
  readonly id!: string;

  @Field(() => String, { description: "口径的一句话" })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: "相关条款" })
  readonly clause!: string | null;
}

@ObjectType({ description: "所依据的方案：目标、等级和口径。", simpleResolvers: true })
export class Policy {
  @Field(() => String, { description: "文件名称" })
  readonly title!: string;

  @Field(() => String, { description: "文号" })
  readonly number!: string;

  @Field(() => DayScalar, { description: "施行之日" })
  readonly inForceFrom!: Day;

  @Field(() => DayScalar, { description: "有效期止" })
  readonly inForceUntil!: Day;

  @Field(() => [PolicyTarget], { description: "各项目标" })
  readonly targets!: readonly PolicyTarget[];

  @Field(() => [PolicyLevel], { description: "八级，由低到高" })
  readonly levels!: readonly PolicyLevel[];

  @Field(() => [PolicyDecision], { description: "各项口径" })
  readonly decisions!: readonly PolicyDecision[];
}
