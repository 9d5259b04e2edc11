import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Day } from "../policy/day.ts";
import type { SkillLevel } from "../policy/levels.ts";
import { DayScalar } from "./day.scalar.ts";
import { SkillLevelEnum } from "./enums.ts";
import { GroupFields } from "./group.type.ts";

@ObjectType({ description: "等级结构的一级。", simpleResolvers: true })
export class LevelStep {
  @Field(() => SkillLevelEnum, { description: "等级" })
  readonly level!: SkillLevel;

  @Field(() => Int, { description: "以此为最高等级的人数（人）" })
  readonly peopleCount!: number;

  @Field(() => Float, { nullable: true, description: "占持证人数的比重；学徒工不在持证人数内，为 null" })
  readonly share!: number | null;
}

@ObjectType({
  description: "等级结构：统计范围内单位的人员按最高等级分布，每人只计一次（附件1）。",
  simpleResolvers: true,
})
export class LevelPyramid extends GroupFields {
  @Field(() => DayScalar, { description: "截至日" })
  readonly asOf!: Day;

  @Field(() => [LevelStep], { description: "恒为八级，由低到高" })
  readonly steps!: readonly LevelStep[];

  @Field(() => Int, { description: "八级合计（人），含学徒工" })
  readonly peopleCount!: number;

  @Field(() => Int, { description: "持证人数（人）：初级工及以上" })
  readonly certifiedCount!: number;

  @Field(() => Int, { description: "高技能人才（人）：高级工及以上" })
  readonly highSkilledCount!: number;

  @Field(() => Float, { nullable: true, description: "高技能人才占持证人数的比重；无人持证时为 null" })
  readonly highSkilledShare!: number | null;

  @Field(() => Int, { description: "其中计入覆盖面分子的（人）" })
  readonly certifiedInRate!: number;

  @Field(() => Int, { description: "其中在未报送单位的（人），不计入分子" })
  readonly certifiedAtUnreported!: number;

  @Field(() => Int, { description: "其中超出单位技能岗位从业人员数的（人），不计入分子" })
  readonly certifiedOverHeadcount!: number;

  @Field(() => Int, {
    description: "不在统计范围内单位的持证人员（人），不在上列各数内；仅全省不分组、不筛选时给出，否则为0",
  })
  readonly certifiedOutsidePopulation!: number;
}
