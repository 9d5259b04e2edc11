import { Field, Int, ObjectType } from "type-graphql";
import type { NoDataReason, TargetStatus } from "../figures/shapes.ts";
import type { Day } from "../policy/day.ts";
import type { SkillLevel } from "../policy/levels.ts";
import { DayScalar } from "./day.scalar.ts";
import { NoDataReasonEnum, SkillLevelEnum, TargetStatusEnum } from "./enums.ts";

@ObjectType({ description: "一个批次年度的评定。", simpleResolvers: true })
export class QuotaBatch {
  @Field(() => Int, { description: "批次年度，2024 至 2027" })
  readonly year!: number;

  @Field(() => Int, { nullable: true, description: "本年度计划（人）；筛选时为 null" })
  readonly planned!: number | null;

  @Field(() => Int, { description: "本批次评定（人）" })
  readonly appraised!: number;

  @Field(() => Int, { description: "本批次评定后取消的（人）" })
  readonly cancelled!: number;

  @Field(() => Int, { description: "净评定 = 评定 − 取消（人）" })
  readonly net!: number;

  @Field(() => Int, { nullable: true, description: "累计计划（人）；筛选时为 null" })
  readonly plannedCumulative!: number | null;

  @Field(() => Int, { description: "累计净评定（人）" })
  readonly netCumulative!: number;

  @Field(() => Boolean, { description: "本批次的评定名单是否已核准" })
  readonly closed!: boolean;
}

@ObjectType({ description: "首席技师、特级技师评定对照目标的进展（二(三)）。", simpleResolvers: true })
export class QuotaProgress {
  @Field(() => SkillLevelEnum, { description: "等级：首席技师或特级技师" })
  readonly level!: SkillLevel;

  @Field(() => Int, { nullable: true, description: "评定目标（人）：首席技师100、特级技师1000；筛选时为 null" })
  readonly goal!: number | null;

  @Field(() => Int, { description: "累计评定（人）：2024 至 2027 各批次，再次评定不重复计" })
  readonly appraised!: number;

  @Field(() => Int, { description: "其中已取消的（人）；附件4 第七条" })
  readonly cancelled!: number;

  @Field(() => Int, { description: "净评定 = 评定 − 取消（人）" })
  readonly net!: number;

  @Field(() => Int, { description: "管理期内（人）：三年管理期未满且未取消、退休、去世、离川；每人只在较高等级计一次" })
  readonly inOffice!: number;

  @Field(() => Int, { nullable: true, description: "距目标还需评定（人）= max(0, 目标 − 净评定)；筛选时为 null" })
  readonly remaining!: number | null;

  @Field(() => TargetStatusEnum, { description: "对照累计计划的状态，按已核准的批次判定，不按天数" })
  readonly status!: TargetStatus;

  @Field(() => [QuotaBatch], { description: "各批次，恒为 2024 至 2027" })
  readonly byBatch!: readonly QuotaBatch[];

  @Field(() => String, { description: "条款，二(三)" })
  readonly clause!: string;

  @Field(() => NoDataReasonEnum, { nullable: true, description: "状态为 NO_DATA 时的原因" })
  readonly noDataReason!: NoDataReason | null;

  @Field(() => DayScalar, { description: "到期日" })
  readonly due!: Day;

  @Field(() => Int, { nullable: true, description: "最近一个已核准的批次年度；没有时为 null" })
  readonly lastClosedBatch!: number | null;

  @Field(() => Int, { nullable: true, description: "到该批次为止的累计计划（人）" })
  readonly plannedByLastClosedBatch!: number | null;
}
