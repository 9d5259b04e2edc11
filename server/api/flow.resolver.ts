import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { CoverageDimension } from "../figures/shapes.ts";
import type { Day } from "../policy/day.ts";
import { badInput } from "./bad-input.ts";
import { type ApiContext, viewOf } from "./context.ts";
import { DayScalar } from "./day.scalar.ts";
import { CoverageDimensionEnum } from "./enums.ts";
import { CoverageFilterInput } from "./filter.type.ts";
import { RecognitionFlow } from "./flow.type.ts";
import { withGroup } from "./group-answer.ts";
import { readFilter, readGroupBy } from "./read-filter.ts";

@Resolver()
export class FlowResolver {
  @Query(() => [RecognitionFlow], { description: "时段内的新增认定（四(四)至四(七)），from 与 to 均含，每组一行。" })
  async recognitionFlow(
    @Ctx() context: ApiContext,
    @Arg("from", () => DayScalar, { description: "起始日（含）" }) from: Day,
    @Arg("to", () => DayScalar, { description: "终止日（含）" }) to: Day,
    @Arg("groupBy", () => [CoverageDimensionEnum], { nullable: true, description: "分组维度，各写一次" }) groupBy?:
      | CoverageDimension[]
      | null,
    @Arg("filter", () => CoverageFilterInput, { nullable: true, description: "筛选" })
    filter?: CoverageFilterInput | null,
  ): Promise<RecognitionFlow[]> {
    if (from > to) throw badInput(`from（${from}）晚于 to（${to}）`, "请把较早的日期写在 from");
    const question = { from, to, groupBy: readGroupBy(groupBy), filter: readFilter(filter) };
    const view = await viewOf(context);
    const flows = await context.tallies.flow(context.scope, question);
    return flows.map((flow) => withGroup(flow, view, to));
  }
}
