import { Field, Float, Int, ObjectType } from "type-graphql";
import type { NoDataReason, TargetStatus } from "../figures/shapes.ts";
import type { Day } from "../policy/day.ts";
import { DayScalar } from "./day.scalar.ts";
import { NoDataReasonEnum, TargetStatusEnum } from "./enums.ts";
import { GroupFields } from "./group.type.ts";

@ObjectType({
  description: "某日某组的认定覆盖面，连同算出它的人数、目标和差距。比率为 0 到 1 的小数，不四舍五入；人数单位为人。",
  simpleResolvers: true,
})
export class CoverageFigure extends GroupFields {
  @Field(() => DayScalar, { description: "截至日（当日日终）" })
  readonly asOf!: Day;

  @Field(() => Int, { description: "技能岗位从业人员（人）：已报送单位最近一期季报合计，含各类用工形式（三(二)）" })
  readonly skilledHeadcount!: number;

  @Field(() => Int, { description: "持证人数（人）：已报送单位中每人只计一次；持证多于从业人员的单位以从业人员数为限" })
  readonly certifiedHeadcount!: number;

  @Field(() => Int, { description: "台账持证人数（人）：范围内全部单位的实有数，与等级结构初级工及以上之和一致" })
  readonly certifiedOnRegister!: number;

  @Field(() => Float, {
    nullable: true,
    description: "认定覆盖面 = 持证人数 ÷ 技能岗位从业人员（二(二)）；无数据时为 null，原因见 noDataReason",
  })
  readonly rate!: number | null;

  @Field(() => Float, { nullable: true, description: "保守覆盖面：未报送单位按最近已知人数计入分母、无人持证" })
  readonly rateLow!: number | null;

  @Field(() => Float, { nullable: true, description: "报送率 = 已报送单位 ÷ 范围内单位；没有单位时为 null" })
  readonly reportingRate!: number | null;

  @Field(() => Float, { nullable: true, description: "目标（二(二)）；该组不止一个企业类别或该类别没有目标时为 null" })
  readonly target!: number | null;

  @Field(() => DayScalar, { nullable: true, description: "目标到期日；没有目标时为 null" })
  readonly due!: Day | null;

  @Field(() => String, { nullable: true, description: "目标所在条款，如 二(二)" })
  readonly clause!: string | null;

  @Field(() => TargetStatusEnum, { description: "对照目标的状态" })
  readonly status!: TargetStatus;

  @Field(() => NoDataReasonEnum, { nullable: true, description: "状态为 NO_DATA 时的原因" })
  readonly noDataReason!: NoDataReason | null;

  @Field(() => Int, {
    nullable: true,
    description: "还需认定（人）：合并计算 max(0, ⌈目标×从业人员⌉ − 持证人数)；没有目标或无数据时为 null",
  })
  readonly gapHeadcount!: number | null;

  @Field(() => Int, {
    description: "各单位还需认定之和（人）：每家未达标单位对照本类别目标的缺口相加，可按任何分组相加",
  })
  readonly unitGapHeadcount!: number;

  @Field(() => Int, { description: "范围内单位（家），含未报送单位（三(一)）" })
  readonly enterpriseCount!: number;

  @Field(() => Int, { description: "未报送单位（家）：没有可用季报，不计入覆盖面的分子和分母" })
  readonly unreportedEnterpriseCount!: number;

  @Field(() => Int, { description: "有目标的单位（家）：已报送、本类别有目标且从业人员多于0" })
  readonly targetedEnterpriseCount!: number;

  @Field(() => Int, { description: "达标单位（家）：有目标的单位中达到本类别目标的" })
  readonly attainingEnterpriseCount!: number;

  @Field(() => Int, { description: "备案到期未续、仍在180天宽限期内计入范围的单位（家）" })
  readonly lapsedEnterpriseCount!: number;

  @Field(() => Int, { description: "数据有疑的单位（家）：持证人数多于技能岗位从业人员，不算达标" })
  readonly faultyEnterpriseCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: "目标进度线在截至日的值：从起点到到期日目标的直线；没有目标时为 null",
  })
  readonly requiredRate!: number | null;

  @Field(() => DayScalar, { nullable: true, description: "目标进度线的起点日：2024-12-31，否则为其后第一个有数的季末" })
  readonly pathFrom!: Day | null;

  @Field(() => Float, { nullable: true, description: "目标进度线起点的覆盖面" })
  readonly pathFromRate!: number | null;

  @Field(() => DayScalar, { description: "上月末：截至日之前的最近一个月末" })
  readonly lastMonthEnd!: Day;

  @Field(() => Float, { nullable: true, description: "上月末的覆盖面" })
  readonly lastMonthEndRate!: number | null;

  @Field(() => Float, { nullable: true, description: "较上月末的变化，0.006 即 0.6 个百分点" })
  readonly rateChange!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "每月需认定（人/月）：从截至日到到期日补足缺口；已达标、已过期或没有目标时为 null",
  })
  readonly neededPerMonth!: number | null;

  @Field(() => Float, { nullable: true, description: "近一年月均新增持证（人/月），按台账持证人数" })
  readonly recentPerMonth!: number | null;

  @Field(() => Int, { nullable: true, description: "距到期日天数；已过期或没有目标时为 null" })
  readonly daysLeft!: number | null;

  @Field(() => Boolean, { nullable: true, description: "截止日之后：到期日是否按期达到；之前为 null" })
  readonly attainedOnDue!: boolean | null;
}

@ObjectType({ description: "一组在各月末的认定覆盖面。", simpleResolvers: true })
export class CoverageTrend extends GroupFields {
  @Field(() => [CoverageFigure], { description: "各月末的数，由早到晚" })
  readonly points!: readonly CoverageFigure[];
}
