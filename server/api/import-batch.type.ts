import { Field, ID, Int, ObjectType } from "type-graphql";
import type { LedgerKind } from "../policy/words.ts";
import { type ImportMode, ImportModeEnum, type ImportStatus, ImportStatusEnum, LedgerKindEnum } from "./enums.ts";
import { InstantScalar } from "./instant.scalar.ts";
import { PageInfo } from "./page-info.type.ts";

@ObjectType({ description: "一个批次中的一张工作表；读取 = 新增 + 更新 + 不变 + 退回。", simpleResolvers: true })
export class ImportSheet {
  @Field(() => String, { description: "工作表名称" })
  readonly sheet!: string;

  @Field(() => LedgerKindEnum, { nullable: true, description: "识别出的台账种类；未识别为 null" })
  readonly kind!: LedgerKind | null;

  @Field(() => Int, { description: "读取行数" })
  readonly read!: number;

  @Field(() => Int, { description: "新增行数" })
  readonly created!: number;

  @Field(() => Int, { description: "更新行数" })
  readonly changed!: number;

  @Field(() => Int, { description: "不变行数" })
  readonly unchanged!: number;

  @Field(() => Int, { description: "退回行数" })
  readonly refused!: number;

  @Field(() => Int, { description: "提示数" })
  readonly warnings!: number;

  @Field(() => [String], { description: "未识别、因而未读的列名" })
  readonly unknownColumns!: readonly string[];
}

@ObjectType({ description: "批次：一次上传中的一个文件。", simpleResolvers: true })
export class ImportBatch {
  @Field(() => ID, { description: "批次号" })
  readonly id!: string;

  @Field(() => ID, { description: "所属上传的编号；同一次上传的文件相同" })
  readonly sendingId!: string;

  @Field(() => String, { description: "文件名" })
  readonly fileName!: string;

  @Field(() => String, { description: "文件的 SHA-256" })
  readonly fileSha256!: string;

  @Field(() => ImportModeEnum, { description: "导入方式" })
  readonly mode!: ImportMode;

  @Field(() => ImportStatusEnum, { description: "状态" })
  readonly status!: ImportStatus;

  @Field(() => InstantScalar, { description: "收到时刻" })
  readonly receivedAt!: string;

  @Field(() => InstantScalar, { nullable: true, description: "完成时刻；进行中为 null" })
  readonly finishedAt!: string | null;

  @Field(() => String, { description: "上传人" })
  readonly actor!: string;

  @Field(() => Int, { description: "读取行数" })
  readonly read!: number;

  @Field(() => Int, { description: "新增行数" })
  readonly created!: number;

  @Field(() => Int, { description: "更新行数" })
  readonly changed!: number;

  @Field(() => Int, { description: "不变行数" })
  readonly unchanged!: number;

  @Field(() => Int, { description: "退回行数" })
  readonly refused!: number;

  @Field(() => Int, { description: "提示数" })
  readonly warnings!: number;

  @Field(() => Int, { description: "进度：已处理行数" })
  readonly doneRows!: number;

  @Field(() => Int, { nullable: true, description: "进度：总行数；尚不知道时为 null" })
  readonly totalRows!: number | null;

  @Field(() => Boolean, { description: "是否有更正工作簿可下载（GET /imports/批次号/correction）" })
  readonly hasCorrection!: boolean;

  @Field(() => String, { nullable: true, description: "无法读取、中断或故障时的说明" })
  readonly error!: string | null;

  @Field(() => Int, { nullable: true, description: "生效时的台账版本；未生效为 null" })
  readonly revision!: number | null;

  @Field(() => InstantScalar, { nullable: true, description: "撤回时刻；未撤回为 null" })
  readonly withdrawnAt!: string | null;

  @Field(() => String, { nullable: true, description: "撤回人" })
  readonly withdrawnBy!: string | null;

  @Field(() => String, { nullable: true, description: "撤回原因" })
  readonly withdrawalReason!: string | null;
}

@ObjectType({ description: "批次列表的一条。", simpleResolvers: true })
export class ImportBatchEdge {
  @Field(() => String, { description: "游标，作为 after 使用" })
  readonly cursor!: string;

  @Field(() => ImportBatch, { description: "批次" })
  readonly node!: ImportBatch;
}

@ObjectType({ description: "批次列表（Relay 分页），由新到旧。", simpleResolvers: true })
export class ImportBatchConnection {
  @Field(() => [ImportBatchEdge], { description: "本页各条" })
  readonly edges!: readonly ImportBatchEdge[];

  @Field(() => PageInfo, { description: "分页信息" })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: "批次总数" })
  readonly totalCount!: number;
}
