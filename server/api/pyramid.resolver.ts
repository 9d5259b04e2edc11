import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { answerPyramid } from "../figures/pyramid.ts";
import type { CoverageDimension } from "../figures/shapes.ts";
import type { Day } from "../policy/day.ts";
import { HEADLINE } from "../policy/definition.ts";
import { type ApiContext, viewOf } from "./context.ts";
import { DayScalar } from "./day.scalar.ts";
import { CoverageDimensionEnum } from "./enums.ts";
import { CoverageFilterInput } from "./filter.type.ts";
import { withGroup } from "./group-answer.ts";
import { LevelPyramid } from "./pyramid.type.ts";
import { readFilter, readGroupBy } from "./read-filter.ts";
import { refuseTooMany } from "./row-limit.ts";

@Resolver()
export class PyramidResolver {
  @Query(() => [LevelPyramid], { description: "某日的等级结构，每组一行；不写 groupBy 时恰有全省一行。" })
  async levelPyramid(
    @Ctx() context: ApiContext,
    @Arg("asOf", () => DayScalar, { nullable: true, description: "截至日，省略为今天" }) asOf?: Day | null,
    @Arg("knownAt", () => DayScalar, { nullable: true, description: "按这一天日终时所知的台账计算" })
    knownAt?: Day | null,
    @Arg("groupBy", () => [CoverageDimensionEnum], { nullable: true, description: "分组维度，各写一次" }) groupBy?:
      | CoverageDimension[]
      | null,
    @Arg("filter", () => CoverageFilterInput, { nullable: true, description: "筛选" })
    filter?: CoverageFilterInput | null,
  ): Promise<LevelPyramid[]> {
    const question = {
      groupBy: readGroupBy(groupBy),
      filter: readFilter(filter),
      basis: "REGISTER",
      definition: HEADLINE,
    } as const;
    const view = await viewOf(context, { knownAt });
    const request = { ...question, asOf: asOf ?? view.today };
    refuseTooMany(context, view, request);
    return answerPyramid(view, request).map((pyramid) => withGroup(pyramid, view, request.asOf));
  }
}
