import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { answerCoverage, answerTrend } from "../figures/coverage.ts";
import type { CoverageBasis, CoverageDimension } from "../figures/shapes.ts";
import { type Day, monthEndsBetween } from "../policy/day.ts";
import { badInput } from "./bad-input.ts";
import { type ApiContext, viewOf } from "./context.ts";
import { CoverageFigure, CoverageTrend } from "./coverage.type.ts";
import { DayScalar } from "./day.scalar.ts";
import { CoverageBasisEnum, CoverageDimensionEnum } from "./enums.ts";
import { CoverageDefinitionInput, CoverageFilterInput } from "./filter.type.ts";
import { withGroup } from "./group-answer.ts";
import { readDefinition, readFilter, readGroupBy } from "./read-filter.ts";
import { refuseTooMany } from "./row-limit.ts";

/** api.md: at most ten years of month ends. */
const MOST_POINTS = 120;

@Resolver()
export class CoverageResolver {
  @Query(() => [CoverageFigure], { description: "某日的认定覆盖面（二(二)），每组一行；不写 groupBy 时恰有全省一行。" })
  async coverage(
    @Ctx() context: ApiContext,
    @Arg("asOf", () => DayScalar, { nullable: true, description: "截至日，省略为今天；晚于今天时按已登记的数计" })
    asOf?: Day | null,
    @Arg("knownAt", () => DayScalar, { nullable: true, description: "按这一天日终时所知的台账计算；省略为现在所知" })
    knownAt?: Day | null,
    @Arg("groupBy", () => [CoverageDimensionEnum], {
      nullable: true,
      description: "分组维度，各写一次；行按所写维度的次序、各维度的官方次序排列",
    })
    groupBy?: CoverageDimension[] | null,
    @Arg("filter", () => CoverageFilterInput, { nullable: true, description: "筛选" })
    filter?: CoverageFilterInput | null,
    @Arg("basis", () => CoverageBasisEnum, {
      nullable: true,
      defaultValue: "REGISTER",
      description: "持证人数取自哪里",
    })
    basis?: CoverageBasis | null,
    @Arg("definition", () => CoverageDefinitionInput, { nullable: true, description: "口径开关，省略为主口径" })
    definition?: CoverageDefinitionInput | null,
  ): Promise<CoverageFigure[]> {
    const question = {
      groupBy: readGroupBy(groupBy),
      filter: readFilter(filter),
      basis: basis ?? "REGISTER",
      definition: readDefinition(definition),
    };
    const view = await viewOf(context, { knownAt, definition: question.definition });
    const request = { ...question, asOf: asOf ?? view.today };
    refuseTooMany(context, view, request);
    return answerCoverage(view, request).map((figure) => withGroup(figure, view, request.asOf));
  }

  @Query(() => [CoverageTrend], { description: "同一数在 [from, to] 内各月末的值，不含今天之后的月末，最多120个。" })
  async coverageTrend(
    @Ctx() context: ApiContext,
    @Arg("from", () => DayScalar, { description: "起始日（含）" }) from: Day,
    @Arg("to", () => DayScalar, { description: "终止日（含）" }) to: Day,
    @Arg("groupBy", () => [CoverageDimensionEnum], { nullable: true, description: "分组维度，各写一次" }) groupBy?:
      | CoverageDimension[]
      | null,
    @Arg("filter", () => CoverageFilterInput, { nullable: true, description: "筛选" })
    filter?: CoverageFilterInput | null,
    @Arg("basis", () => CoverageBasisEnum, {
      nullable: true,
      defaultValue: "REGISTER",
      description: "持证人数取自哪里",
    })
    basis?: CoverageBasis | null,
    @Arg("definition", () => CoverageDefinitionInput, { nullable: true, description: "口径开关，省略为主口径" })
    definition?: CoverageDefinitionInput | null,
  ): Promise<CoverageTrend[]> {
    if (from > to) throw badInput(`from（${from}）晚于 to（${to}）`, "请把较早的日期写在 from");
    const question = {
      groupBy: readGroupBy(groupBy),
      filter: readFilter(filter),
      basis: basis ?? "REGISTER",
      definition: readDefinition(definition),
    };
    const view = await viewOf(context, { definition: question.definition });
    const ends = monthEndsBetween(from, to < view.today ? to : view.today);
    if (ends.length > MOST_POINTS) {
      throw badInput(`from 到 to 有 ${ends.length} 个月末，最多 ${MOST_POINTS} 个`, "请缩短时段，或分两次查询");
    }
    const last = ends.at(-1);
    if (last) refuseTooMany(context, view, { ...question, asOf: last }, ends.length);
    return answerTrend(view, { ...question, from, to }).map(({ group, points }) =>
      withGroup({ group, points: points.map((point) => withGroup(point, view, point.asOf)) }, view, last ?? view.today),
    );
  }
}
