import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import {
  countFaults,
  type FaultPlace,
  type FaultRow,
  readBatch,
  readBatches,
  readFaults,
  readSending,
  readSheets,
} from "../ledger/read-batches.ts";
import { badInput } from "./bad-input.ts";
import type { ApiContext } from "./context.ts";
import { type FaultSeverity, FaultSeverityEnum } from "./enums.ts";
import { FaultConnection } from "./fault.type.ts";
import { ImportBatch, ImportBatchConnection, ImportSheet } from "./import-batch.type.ts";
import { batchAnswer } from "./import-batch-answer.ts";
import { keyOfCursor, makePage, readFirst } from "./paging.ts";
import { readId } from "./read-id.ts";

@Resolver(() => ImportBatch)
export class ImportBatchResolver {
  @Query(() => ImportBatchConnection, { description: "上传历史，由新到旧。" })
  async importBatches(
    @Ctx() context: ApiContext,
    @Arg("first", () => Int, { nullable: true, description: "每页条数，省略为50，最多500" }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "上一页的 pageInfo.endCursor" }) after?: string | null,
  ): Promise<ImportBatchConnection> {
    const page = { first: readFirst(first), beforeId: after ? readId(keyOfCursor(after), "游标") : null };
    const { batches, more, totalCount } = await context.ledger.store.read((reader) => readBatches(reader, page));
    return makePage(batches.map(batchAnswer), (batch) => batch.id, {
      before: page.beforeId !== null,
      behind: more,
      totalCount,
    });
  }

  @Query(() => ImportBatch, { nullable: true, description: "一个批次；没有时为 null。处理中可反复查询，看进度。" })
  async importBatch(
    @Ctx() context: ApiContext,
    @Arg("id", () => ID, { description: "批次号" }) id: string,
  ): Promise<ImportBatch | null> {
    const batch = await context.ledger.store.read((reader) => readBatch(reader, readId(id, "批次号")));
    return batch && batchAnswer(batch);
  }

  @Query(() => [ImportBatch], { description: "一次上传的各个批次，按文件次序；没有这次上传时为空。" })
  async importSending(
    @Ctx() context: ApiContext,
    @Arg("id", () => ID, { description: "上传编号（sendingId）" }) id: string,
  ): Promise<ImportBatch[]> {
    const batches = await context.ledger.store.read((reader) => readSending(reader, id));
    return batches.map(batchAnswer);
  }

  @FieldResolver(() => [ImportSheet], { description: "各工作表" })
  sheets(@Root() batch: ImportBatch, @Ctx() context: ApiContext): Promise<readonly ImportSheet[]> {
    return context.ledger.store.read((reader) => readSheets(reader, Number(batch.id)));
  }

  @FieldResolver(() => FaultConnection, { description: "问题，按工作表和行的次序" })
  async faults(
    @Root() batch: ImportBatch,
    @Ctx() context: ApiContext,
    @Arg("first", () => Int, { nullable: true, description: "每页条数，省略为50，最多500" }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "上一页的 pageInfo.endCursor" }) after?: string | null,
    @Arg("severity", () => FaultSeverityEnum, { nullable: true, description: "只看这一种轻重" })
    severity?: FaultSeverity | null,
    @Arg("sheet", () => String, { nullable: true, description: "只看这张工作表" }) sheet?: string | null,
  ): Promise<FaultConnection> {
    const question = {
      batchId: Number(batch.id),
      severity: severity ? SEVERITIES[severity] : null,
      sheet: sheet ?? null,
    };
    const page = { first: readFirst(first), after: after ? placeOf(after) : null };
    const [{ faults, more }, counts] = await context.ledger.store.read(async (reader) => [
      await readFaults(reader, question, page),
      await countFaults(reader, question),
    ]);
    const totalCount =
      severity === "ERROR"
        ? counts.errorCount
        : severity === "WARNING"
          ? counts.warningCount
          : counts.errorCount + counts.warningCount;
    const shown = makePage(faults, keyOfFault, { before: page.after !== null, behind: more, totalCount });
    return {
      ...shown,
      ...counts,
      edges: shown.edges.map(({ cursor, node }) => ({
        cursor,
        node: { ...node, severity: node.severity === "error" ? "ERROR" : "WARNING" },
      })),
    };
  }
}

const SEVERITIES = { ERROR: "error", WARNING: "warning" } as const;

function keyOfFault(fault: FaultRow): string {
  return `${fault.sheetIndex}.${fault.row}.${fault.id}`;
}

function placeOf(cursor: string): FaultPlace {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(keyOfCursor(cursor));
  if (!match) throw badInput("after 不是有效的游标", "请原样使用上一页的 pageInfo.endCursor");
  return { sheetIndex: Number(match[1]), row: Number(match[2]), id: Number(match[3]) };
}
