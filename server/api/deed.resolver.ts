import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { mergePersons } from "../commands/merge-persons.ts";
import { restoreBatch } from "../commands/restore-batch.ts";
import { undoPersonMerge } from "../commands/undo-person-merge.ts";
import { previewWithdrawal, withdrawBatch } from "../commands/withdraw-batch.ts";
import { readBatch, readPersonMerge } from "../ledger/read-batches.ts";
import { badInput } from "./bad-input.ts";
import type { ApiContext } from "./context.ts";
import { DeedPreview, DeedResult } from "./deed.type.ts";
import { batchAnswer } from "./import-batch-answer.ts";
import { mergeAnswer } from "./person-merge-answer.ts";
import { readId } from "./read-id.ts";

const REASON = { description: "原因，记入操作日志" };

@Resolver()
export class DeedResolver {
  @Query(() => DeedPreview, { description: "撤回（已撤回的批次则为恢复）一个批次会改变什么；只看，不办。" })
  async withdrawalPreview(
    @Ctx() context: ApiContext,
    @Arg("batchId", () => ID, { description: "批次号" }) batchId: string,
  ): Promise<DeedPreview> {
    const preview = await previewWithdrawal(context, context.scope, readId(batchId, "批次号"));
    return { ...preview, batchId };
  }

  @Mutation(() => DeedResult, { description: "撤回一个批次：如同从未上传；可恢复。" })
  async withdrawBatch(
    @Ctx() context: ApiContext,
    @Arg("batchId", () => ID, { description: "批次号" }) batchId: string,
    @Arg("reason", () => String, REASON) reason: string,
  ): Promise<DeedResult> {
    const id = readId(batchId, "批次号");
    const { refusal, revision } = await withdrawBatch(context, context.actor, context.scope, {
      batchId: id,
      reason: readReason(reason),
    });
    return ofBatch(context, id, { refusal, revision });
  }

  @Mutation(() => DeedResult, { description: "恢复一个已撤回的批次。" })
  async restoreBatch(
    @Ctx() context: ApiContext,
    @Arg("batchId", () => ID, { description: "批次号" }) batchId: string,
    @Arg("reason", () => String, REASON) reason: string,
  ): Promise<DeedResult> {
    const id = readId(batchId, "批次号");
    const { refusal, revision } = await restoreBatch(context, context.actor, context.scope, {
      batchId: id,
      reason: readReason(reason),
    });
    return ofBatch(context, id, { refusal, revision });
  }

  @Mutation(() => DeedResult, { description: "更正证件号码：两个号码是同一个人，错号下的事实计入正号；可撤销。" })
  async mergePersons(
    @Ctx() context: ApiContext,
    @Arg("wrongIdNumber", () => String, { description: "错误的证件号码" }) wrongIdNumber: string,
    @Arg("rightIdNumber", () => String, { description: "正确的证件号码" }) rightIdNumber: string,
    @Arg("reason", () => String, REASON) reason: string,
  ): Promise<DeedResult> {
    const deed = { wrongIdNumber, rightIdNumber, reason: readReason(reason) };
    const { refusal, revision, mergeId } = await mergePersons(context, context.actor, context.scope, deed);
    return ofMerge(context, mergeId, { refusal, revision });
  }

  @Mutation(() => DeedResult, { description: "撤销一次证件号码更正。" })
  async undoPersonMerge(
    @Ctx() context: ApiContext,
    @Arg("mergeId", () => ID, { description: "更正的编号，见 personMerges" }) mergeId: string,
    @Arg("reason", () => String, REASON) reason: string,
  ): Promise<DeedResult> {
    const id = readId(mergeId, "编号");
    const { refusal, revision } = await undoPersonMerge(context, context.actor, context.scope, {
      mergeId: id,
      reason: readReason(reason),
    });
    return ofMerge(context, id, { refusal, revision });
  }
}

const LONGEST_REASON = 1000;

function readReason(reason: string): string {
  const text = reason.trim();
  if (text === "") throw badInput("reason 不能为空", "请写明原因，它会记入操作日志");
  if (text.length > LONGEST_REASON)
    throw badInput(`reason 最长 ${LONGEST_REASON} 字，此处 ${text.length} 字`, "请写得简短些");
  return text;
}

type Outcome = Pick<DeedResult, "refusal" | "revision">;

async function ofBatch(context: ApiContext, batchId: number, outcome: Outcome): Promise<DeedResult> {
  const batch = await context.ledger.store.read((reader) => readBatch(reader, batchId));
  return { ...outcome, batch: batch && batchAnswer(batch), merge: null };
}

async function ofMerge(context: ApiContext, mergeId: number | null, outcome: Outcome): Promise<DeedResult> {
  const merge = mergeId === null ? null : await context.ledger.store.read((reader) => readPersonMerge(reader, mergeId));
  return { ...outcome, batch: null, merge: merge && mergeAnswer(merge) };
}
