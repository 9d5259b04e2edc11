import { Field, Int, ObjectType } from "type-graphql";
import type { Day } from "../policy/day.ts";
import type { SkillLevel } from "../policy/levels.ts";
import type { Ownership } from "../policy/words.ts";
import { DayScalar } from "./day.scalar.ts";
import { OwnershipEnum, SkillLevelEnum } from "./enums.ts";
import { PageInfo } from "./page-info.type.ts";
import { City, County, Responsibility } from "./place.type.ts";
import { Sector } from "./sector.type.ts";

@ObjectType({ description: "备案期内可评价的一个职业（工种）和等级（四(一)）。", simpleResolvers: true })
export class FilingScope {
  @Field(() => String, { description: "职业编码，如 6-18-01-01" })
  readonly occupationCode!: string;

  @Field(() => String, { description: "职业名称" })
  readonly occupationName!: string;

  @Field(() => String, { nullable: true, description: "工种；未分工种时为 null" })
  readonly trade!: string | null;

  @Field(() => [SkillLevelEnum], { description: "可评价的等级，由低到高" })
  readonly levels!: readonly SkillLevel[];
}

@ObjectType({ description: "备案的一个有效期；续期是同一机构备案号下的又一期（四(一)）。", simpleResolvers: true })
export class FilingTerm {
  @Field(() => String, { description: "机构备案号，13位" })
  readonly filingNumber!: string;

  @Field(() => DayScalar, { description: "有效期起（含）" })
  readonly validFrom!: Day;

  @Field(() => DayScalar, { description: "有效期止（含）" })
  readonly validUntil!: Day;

  @Field(() => DayScalar, { nullable: true, description: "注销日期；未注销为 null" })
  readonly withdrawnOn!: Day | null;

  @Field(() => [FilingScope], { description: "备案的职业（工种）和等级" })
  readonly scope!: readonly FilingScope[];
}

@ObjectType({ description: "用人单位，以统一社会信用代码为准；各项取所问之日的值。", simpleResolvers: true })
export class Enterprise {
  @Field(() => String, { description: "统一社会信用代码，18位（GB 32100-2015）" })
  readonly creditCode!: string;

  @Field(() => String, { description: "单位名称" })
  readonly name!: string;

  @Field(() => OwnershipEnum, { description: "企业类别" })
  readonly ownership!: Ownership;

  @Field(() => Responsibility, { description: "责任单位；推荐单位缺失时为所在市（州）" })
  readonly responsibility!: Responsibility;

  @Field(() => String, { nullable: true, description: "省级主管部门的名称；由市（州）负责的单位为 null" })
  readonly department!: string | null;

  @Field(() => City, { description: "所在市（州）" })
  readonly city!: City;

  @Field(() => County, { description: "所在县（市、区）；未填时为“未填”" })
  readonly county!: County;

  @Field(() => Sector, { description: "主要产业" })
  readonly sector!: Sector;

  @Field(() => Boolean, { description: "是否急需紧缺行业（领域）" })
  readonly inShortage!: boolean;

  @Field(() => Boolean, { nullable: true, description: "是否以技能人员为主体（二(一)）；未填为 null" })
  readonly mainlySkilled!: boolean | null;

  @Field(() => Enterprise, { nullable: true, description: "所属集团；没有集团、或集团本部不在台账中时为 null" })
  readonly group!: Enterprise | null;

  @Field(() => [String], { description: "机构备案号，由早到晚" })
  readonly filingNumbers!: readonly string[];

  @Field(() => [FilingTerm], { description: "备案的各个有效期，由早到晚" })
  readonly filingTerms!: readonly FilingTerm[];

  @Field(() => DayScalar, { nullable: true, description: "启动实施日期（二(一)）；未启动为 null" })
  readonly launchedOn!: Day | null;

  @Field(() => Int, { nullable: true, description: "一线技能职工人数（人），取自备案台账；未填为 null" })
  readonly frontlineHeadcount!: number | null;
}

@ObjectType({ description: "单位列表的一条。", simpleResolvers: true })
export class EnterpriseEdge {
  @Field(() => String, { description: "游标，作为 after 使用" })
  readonly cursor!: string;

  @Field(() => Enterprise, { description: "用人单位" })
  readonly node!: Enterprise;
}

@ObjectType({ description: "单位列表（Relay 分页）。", simpleResolvers: true })
export class EnterpriseConnection {
  @Field(() => [EnterpriseEdge], { description: "本页各条" })
  readonly edges!: readonly EnterpriseEdge[];

  @Field(() => PageInfo, { description: "分页信息" })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: "符合条件的单位总数（家）" })
  readonly totalCount!: number;
}
