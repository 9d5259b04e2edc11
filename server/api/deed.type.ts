import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { ImportBatch } from "./import-batch.type.ts";
import { PersonMerge } from "./person-merge.type.ts";

@ObjectType({ description: "不予办理的理由：预料之中的拒绝，不是故障。", simpleResolvers: true })
export class Refusal {
  @Field(() => String, { description: "固定代码" })
  readonly code!: string;

  @Field(() => String, { description: "为什么不能办" })
  readonly message!: string;

  @Field(() => String, { description: "怎样才能办" })
  readonly mend!: string;

  @Field(() => String, { nullable: true, description: "依据的条款" })
  readonly clause!: string | null;
}

@ObjectType({ description: "操作的结果；refusal 为 null 即已办理。", simpleResolvers: true })
export class DeedResult {
  @Field(() => Refusal, { nullable: true, description: "不予办理的理由；已办理为 null" })
  readonly refusal!: Refusal | null;

  @Field(() => ImportBatch, { nullable: true, description: "所涉批次的现状" })
  readonly batch!: ImportBatch | null;

  @Field(() => PersonMerge, { nullable: true, description: "所涉合并的现状" })
  readonly merge!: PersonMerge | null;

  @Field(() => Int, { nullable: true, description: "办理后的台账版本；未办理为 null" })
  readonly revision!: number | null;
}

@ObjectType({ description: "撤回（已撤回的批次则为恢复）之前先看会改变什么。", simpleResolvers: true })
export class DeedPreview {
  @Field(() => ID, { description: "批次号" })
  readonly batchId!: string;

  @Field(() => Refusal, { nullable: true, description: "不能办理的理由；可以办理为 null" })
  readonly refusal!: Refusal | null;

  @Field(() => Int, { description: "将变化的事实（条）" })
  readonly factCount!: number;

  @Field(() => Int, { description: "涉及人员（人）" })
  readonly peopleCount!: number;

  @Field(() => Int, { description: "涉及单位（家）" })
  readonly enterpriseCount!: number;

  @Field(() => Int, { description: "以其为依据、将留下并列为问题的事实（条）" })
  readonly restingFactCount!: number;

  @Field(() => Int, { description: "此前全省持证人数（人）" })
  readonly certifiedHeadcountBefore!: number;

  @Field(() => Int, { description: "此后全省持证人数（人）" })
  readonly certifiedHeadcountAfter!: number;

  @Field(() => Float, { nullable: true, description: "此前全省认定覆盖面" })
  readonly rateBefore!: number | null;

  @Field(() => Float, { nullable: true, description: "此后全省认定覆盖面" })
  readonly rateAfter!: number | null;
}
