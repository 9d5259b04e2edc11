import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { answerCoverage } from "../figures/coverage.ts";
import type { CoverageFigure, CoverageRequest } from "../figures/shapes.ts";
import { readSending } from "../ledger/read-batches.ts";
import { HEADLINE } from "../policy/definition.ts";
import type { ApiContext } from "./context.ts";
import { ImportImpact } from "./import-impact.type.ts";
import { responsibilityOf } from "./reference.ts";

@Resolver()
export class ImportImpactResolver {
  @Query(() => [ImportImpact], { description: "一次上传使今天的覆盖面发生的变化；未生效或没有变化时为空。" })
  async importImpact(
    @Ctx() context: ApiContext,
    @Arg("sendingId", () => ID, { description: "上传编号" }) sendingId: string,
  ): Promise<ImportImpact[]> {
    const { ledger, tallies, scope } = context;
    const batches = await ledger.store.read((reader) => readSending(reader, sendingId));
    const revisions = batches.flatMap((batch) => (batch.revision === null ? [] : [batch.revision]));
    if (revisions.length === 0) return [];
    const before = await tallies.viewAtRevision(scope, Math.min(...revisions) - 1);
    const after = await tallies.viewAtRevision(scope, Math.max(...revisions));
    const request: CoverageRequest = {
      asOf: ledger.today(),
      groupBy: ["RESPONSIBILITY", "OWNERSHIP"],
      filter: {},
      basis: "REGISTER",
      definition: HEADLINE,
    };
    return moved(answerCoverage(before, request), answerCoverage(after, request));
  }
}

function moved(before: readonly CoverageFigure[], after: readonly CoverageFigure[]): ImportImpact[] {
  const earlier = new Map(before.map((figure) => [keyOf(figure), figure]));
  const later = new Map(after.map((figure) => [keyOf(figure), figure]));
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)];
    const { responsibilityCode, ownership } = (is ?? was)!.group;
    const [rateBefore, rateAfter] = [was?.rate ?? null, is?.rate ?? null];
    const [unitGapBefore, unitGapAfter] = [was?.unitGapHeadcount ?? 0, is?.unitGapHeadcount ?? 0];
    if (rateBefore === rateAfter && unitGapBefore === unitGapAfter) return [];
    const rateChange = rateBefore === null || rateAfter === null ? null : rateAfter - rateBefore;
    return [
      {
        responsibility: responsibilityOf(responsibilityCode!),
        ownership: ownership!,
        rateBefore,
        rateAfter,
        rateChange,
        unitGapBefore,
        unitGapAfter,
      },
    ];
  });
}

function keyOf({ group }: CoverageFigure): string {
  return `${group.responsibilityCode} ${group.ownership}`;
}
