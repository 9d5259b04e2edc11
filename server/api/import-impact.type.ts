import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Ownership } from "../policy/words.ts";
import { OwnershipEnum } from "./enums.ts";
import { Responsibility } from "./place.type.ts";

@ObjectType({ description: "一次上传使覆盖面发生的变化，按责任单位和企业类别，只列有变化的。", simpleResolvers: true })
export class ImportImpact {
  @Field(() => Responsibility, { description: "责任单位" })
  readonly responsibility!: Responsibility;

  @Field(() => OwnershipEnum, { description: "企业类别" })
  readonly ownership!: Ownership;

  @Field(() => Float, { nullable: true, description: "此前的认定覆盖面；无数据为 null" })
  readonly rateBefore!: number | null;

  @Field(() => Float, { nullable: true, description: "此后的认定覆盖面；无数据为 null" })
  readonly rateAfter!: number | null;

  @Field(() => Float, { nullable: true, description: "变化，0.006 即 0.6 个百分点；一端无数据时为 null" })
  readonly rateChange!: number | null;

  @Field(() => Int, { description: "此前各单位还需认定之和（人）" })
  readonly unitGapBefore!: number;

  @Field(() => Int, { description: "此后各单位还需认定之和（人）" })
  readonly unitGapAfter!: number;
}
