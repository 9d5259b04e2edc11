import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { CoverageBasis } from "../figures/shapes.ts";
import type { Day } from "../policy/day.ts";
import type { FilingStatus } from "../policy/words.ts";
import type { LedgerView, UnitView } from "../tallies/view.ts";
import { type ApiContext, viewOf } from "./context.ts";
import { CoverageFigure } from "./coverage.type.ts";
import { DayScalar } from "./day.scalar.ts";
import { Enterprise, EnterpriseConnection } from "./enterprise.type.ts";
import { EnterpriseAnswer } from "./enterprise-answer.ts";
import { figureOfEnterprise, figuresByEnterprise } from "./enterprise-figures.ts";
import { CoverageBasisEnum, type EnterpriseOrder, EnterpriseOrderEnum, FilingStatusEnum } from "./enums.ts";
import { CoverageFilterInput } from "./filter.type.ts";
import { withGroup } from "./group-answer.ts";
import { pageOf, readFirst } from "./paging.ts";
import { readCreditCode, readFilter } from "./read-filter.ts";

@Resolver(() => Enterprise)
export class EnterpriseResolver {
  @Query(() => EnterpriseConnection, {
    description: "台账中的用人单位，可搜索、筛选、排序、分页；不论是否在覆盖面统计范围内。",
  })
  async enterprises(
    @Ctx() context: ApiContext,
    @Arg("filter", () => CoverageFilterInput, { nullable: true, description: "筛选" })
    filter?: CoverageFilterInput | null,
    @Arg("search", () => String, { nullable: true, description: "名称或统一社会信用代码中的字，空格隔开为“且”" })
    search?: string | null,
    @Arg("orderBy", () => EnterpriseOrderEnum, { nullable: true, description: "次序；省略时按统一社会信用代码" })
    orderBy?: EnterpriseOrder | null,
    @Arg("first", () => Int, { nullable: true, description: "每页条数，省略为50，最多500" }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "上一页的 pageInfo.endCursor" }) after?: string | null,
    @Arg("asOf", () => DayScalar, { nullable: true, description: "截至日，省略为今天；各项和排序取这一天的值" })
    asOf?: Day | null,
  ): Promise<EnterpriseConnection> {
    const count = readFirst(first);
    const wanted = readFilter(filter);
    const view = await viewOf(context);
    const day = asOf ?? view.today;
    const found = view.units(wanted, day).filter(matching(search));
    const page = pageOf(inOrder(found, orderBy ?? "CREDIT_CODE", view, day), (unit) => unit.creditCode, count, after);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: EnterpriseAnswer.from(view, node, day) })),
    };
  }

  @Query(() => Enterprise, { nullable: true, description: "一家用人单位；台账中没有时为 null。" })
  async enterprise(
    @Ctx() context: ApiContext,
    @Arg("creditCode", () => String, { description: "统一社会信用代码" }) creditCode: string,
  ): Promise<EnterpriseAnswer | null> {
    const code = readCreditCode(creditCode);
    const view = await viewOf(context);
    return EnterpriseAnswer.of(view, code, view.today);
  }

  @FieldResolver(() => FilingStatusEnum, { description: "备案状态" })
  filingStatus(
    @Root() enterprise: EnterpriseAnswer,
    @Arg("asOf", () => DayScalar, { nullable: true, description: "截至日，省略为所问列表的截至日，即今天" })
    asOf?: Day | null,
  ): FilingStatus {
    return enterprise.filingStatusAt(asOf ?? enterprise.day);
  }

  @FieldResolver(() => CoverageFigure, { description: "本单位的认定覆盖面（主口径）；不在统计范围内时状态为 NO_DATA" })
  coverage(
    @Root() enterprise: EnterpriseAnswer,
    @Arg("asOf", () => DayScalar, { nullable: true, description: "截至日，省略为所问列表的截至日，即今天" })
    asOf?: Day | null,
    @Arg("basis", () => CoverageBasisEnum, {
      nullable: true,
      defaultValue: "REGISTER",
      description: "持证人数取自哪里",
    })
    basis?: CoverageBasis | null,
  ): CoverageFigure {
    const { view, creditCode } = enterprise;
    const day = asOf ?? enterprise.day;
    return withGroup(figureOfEnterprise(view, creditCode, day, basis ?? "REGISTER"), view, day);
  }
}

function matching(search: string | null | undefined): (unit: UnitView) => boolean {
  const words = fold(search ?? "")
    .split(/\s+/)
    .filter(Boolean);
  return (unit) => words.every((word) => fold(unit.name).includes(word) || unit.creditCode.includes(word));
}

/** Full-width and half-width, upper and lower case are one. */
function fold(text: string): string {
  return text.normalize("NFKC").toUpperCase();
}

/** Units without the number that is sorted by stand last, ties by credit code. */
function inOrder(units: readonly UnitView[], order: EnterpriseOrder, view: LedgerView, day: Day): readonly UnitView[] {
  const byCode = [...units].sort((a, b) => (a.creditCode < b.creditCode ? -1 : 1));
  if (order === "CREDIT_CODE") return byCode;
  if (order === "NAME") return byCode.sort((a, b) => IN_CHINESE.compare(a.name, b.name));
  const figures = figuresByEnterprise(view, day, "REGISTER");
  const rank = new Map(
    byCode.map((unit) => {
      const figure = figures.get(unit.creditCode);
      const number =
        order === "GAP"
          ? figure?.gapHeadcount
          : order === "RATE"
            ? figure?.rate
            : figure?.rate === null
              ? null
              : figure?.skilledHeadcount;
      return [unit, number ?? null] as const;
    }),
  );
  const direction = order === "RATE" ? 1 : -1;
  return byCode.sort((a, b) => {
    const [left, right] = [rank.get(a) ?? null, rank.get(b) ?? null];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return direction * (left - right);
  });
}

const IN_CHINESE = new Intl.Collator("zh-CN");
