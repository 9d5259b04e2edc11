import { Field, Int, ObjectType } from "type-graphql";
import type { NoDataReason, TargetStatus } from "../figures/shapes.ts";
import type { Day } from "../policy/day.ts";
import type { Ownership } from "../policy/words.ts";
import { DayScalar } from "./day.scalar.ts";
import { NoDataReasonEnum, OwnershipEnum, TargetStatusEnum } from "./enums.ts";

@ObjectType({ description: "启动实施职业技能等级认定的进展（二(一)）。", simpleResolvers: true })
export class LaunchProgress {
  @Field(() => OwnershipEnum, { description: "企业类别" })
  readonly ownership!: Ownership;

  @Field(() => Int, { description: "截至日已启动的单位（家）" })
  readonly launched!: number;

  @Field(() => Int, { description: "到期日（2024-12-31）已启动的单位（家）" })
  readonly launchedByDue!: number;

  @Field(() => Int, {
    description: "应启动的单位（家）：省属国企为名录中以技能人员为主体的，其他类别为台账中该类别的单位",
  })
  readonly inScope!: number;

  @Field(() => Int, { nullable: true, description: "目标（家）：省属国企全覆盖，地方国企50家；没有目标时为 null" })
  readonly target!: number | null;

  @Field(() => DayScalar, { nullable: true, description: "到期日；没有目标时为 null" })
  readonly due!: Day | null;

  @Field(() => TargetStatusEnum, { description: "对照目标的状态" })
  readonly status!: TargetStatus;

  @Field(() => String, { description: "条款，二(一)" })
  readonly clause!: string;

  @Field(() => NoDataReasonEnum, { nullable: true, description: "状态为 NO_DATA 时的原因" })
  readonly noDataReason!: NoDataReason | null;
}
