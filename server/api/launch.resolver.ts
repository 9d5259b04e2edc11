import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { answerLaunch } from "../figures/launch.ts";
import type { Day } from "../policy/day.ts";
import { type ApiContext, viewOf } from "./context.ts";
import { DayScalar } from "./day.scalar.ts";
import { CoverageFilterInput } from "./filter.type.ts";
import { LaunchProgress } from "./launch.type.ts";
import { readFilter } from "./read-filter.ts";

@Resolver()
export class LaunchResolver {
  @Query(() => [LaunchProgress], {
    description: "启动实施的进展（二(一)）：省属国企、地方国企对照2024年底目标，大型优质民企不设目标。",
  })
  async launchProgress(
    @Ctx() context: ApiContext,
    @Arg("asOf", () => DayScalar, { nullable: true, description: "截至日，省略为今天" }) asOf?: Day | null,
    @Arg("knownAt", () => DayScalar, { nullable: true, description: "按这一天日终时所知的台账计算" })
    knownAt?: Day | null,
    @Arg("filter", () => CoverageFilterInput, { nullable: true, description: "筛选" })
    filter?: CoverageFilterInput | null,
  ): Promise<readonly LaunchProgress[]> {
    const wanted = readFilter(filter);
    const view = await viewOf(context, { knownAt });
    return answerLaunch(view, asOf ?? view.today, wanted);
  }
}
