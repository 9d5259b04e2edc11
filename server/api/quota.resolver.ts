import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { answerQuota } from "../figures/quota.ts";
import type { Day } from "../policy/day.ts";
import { type ApiContext, viewOf } from "./context.ts";
import { DayScalar } from "./day.scalar.ts";
import { CoverageFilterInput } from "./filter.type.ts";
import { QuotaProgress } from "./quota.type.ts";
import { readFilter } from "./read-filter.ts";

@Resolver()
export class QuotaResolver {
  @Query(() => [QuotaProgress], { description: "首席技师100名、特级技师1000名的评定进展（二(三)），两行。" })
  async quotaProgress(
    @Ctx() context: ApiContext,
    @Arg("asOf", () => DayScalar, { nullable: true, description: "截至日，省略为今天" }) asOf?: Day | null,
    @Arg("knownAt", () => DayScalar, { nullable: true, description: "按这一天日终时所知的台账计算" })
    knownAt?: Day | null,
    @Arg("filter", () => CoverageFilterInput, { nullable: true, description: "筛选；筛选后没有目标" })
    filter?: CoverageFilterInput | null,
  ): Promise<readonly QuotaProgress[]> {
    const wanted = readFilter(filter);
    const view = await viewOf(context, { knownAt });
    return answerQuota(view, asOf ?? view.today, wanted);
  }
}
