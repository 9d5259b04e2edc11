import { Field, Int, ObjectType } from "type-graphql";
import { type FaultSeverity, FaultSeverityEnum } from "./enums.ts";
import { PageInfo } from "./page-info.type.ts";

@ObjectType({ description: "导入中发现的一个问题，指到单元格；证件号码均已遮蔽。", simpleResolvers: true })
export class Fault {
  @Field(() => String, { description: "工作表名称" })
  readonly sheet!: string;

  @Field(() => Int, { description: "行号，与 Excel 一致" })
  readonly row!: number;

  @Field(() => String, { description: "列名（表头）；说整行时为空文字" })
  readonly column!: string;

  @Field(() => String, { nullable: true, description: "单元格，如 C5；说整行时为 null" })
  readonly cell!: string | null;

  @Field(() => String, { description: "问题的固定代码" })
  readonly code!: string;

  @Field(() => FaultSeverityEnum, { description: "轻重" })
  readonly severity!: FaultSeverity;

  @Field(() => String, { nullable: true, description: "单元格中的内容（截短，证件号码遮蔽）" })
  readonly found!: string | null;

  @Field(() => String, { description: "哪里不对" })
  readonly message!: string;

  @Field(() => String, { description: "怎样改正" })
  readonly mend!: string;

  @Field(() => String, { nullable: true, description: "依据的条款或国家标准" })
  readonly clause!: string | null;
}

@ObjectType({ description: "问题列表的一条。", simpleResolvers: true })
export class FaultEdge {
  @Field(() => String, { description: "游标，作为 after 使用" })
  readonly cursor!: string;

  @Field(() => Fault, { description: "问题" })
  readonly node!: Fault;
}

@ObjectType({ description: "问题列表（Relay 分页），按工作表和行的次序。", simpleResolvers: true })
export class FaultConnection {
  @Field(() => [FaultEdge], { description: "本页各条" })
  readonly edges!: readonly FaultEdge[];

  @Field(() => PageInfo, { description: "分页信息" })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: "符合条件的问题总数" })
  readonly totalCount!: number;

  @Field(() => Int, { description: "其中错误数；不受 severity 筛选影响" })
  readonly errorCount!: number;

  @Field(() => Int, { description: "其中提示数；不受 severity 筛选影响" })
  readonly warningCount!: number;
}
