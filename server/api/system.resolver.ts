import { Ctx, Query, Resolver } from "type-graphql";
import { readLedgerDates } from "../ledger/read-batches.ts";
import { type ApiContext, viewOf } from "./context.ts";
import { SystemStatus } from "./system.type.ts";

@Resolver()
export class SystemResolver {
  @Query(() => SystemStatus, { description: "系统现状：今天、演示标记、台账版本、当前操作人。" })
  async system(@Ctx() context: ApiContext): Promise<SystemStatus> {
    const { ledger, actor } = context;
    const view = await viewOf(context);
    const dates = await ledger.store.read(readLedgerDates);
    return {
      today: ledger.today(),
      demo: ledger.isDemo(),
      loading: context.isLoading(),
      revision: view.revision,
      revisedAt: dates.revisedAt,
      lastBatchId: dates.lastBatchId === null ? null : String(dates.lastBatchId),
      actorName: actor.name,
      role: actor.role,
      firstDay: dates.firstDay,
    };
  }
}
