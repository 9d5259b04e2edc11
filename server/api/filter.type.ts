import { Field, InputType } from "type-graphql";
import type { Ownership, SectorSystem } from "../policy/words.ts";
import { OwnershipEnum, SectorSystemEnum } from "./enums.ts";

@InputType("CoverageFilter", {
  description: "筛选：同一项内为“或”，各项之间为“且”；省略某项即不筛选，空列表则一家也不选。",
})
export class CoverageFilterInput {
  @Field(() => [String], { nullable: true, description: "所在市（州）的代码，见 cities" })
  readonly cities?: string[] | null;

  @Field(() => [String], { nullable: true, description: "所在县（市、区）的代码，见 counties；“未填”用市（州）的代码" })
  readonly counties?: string[] | null;

  @Field(() => [String], { nullable: true, description: "责任单位的代码，见 responsibilities；省本级为 510000" })
  readonly responsibilities?: string[] | null;

  @Field(() => [SectorSystemEnum], { nullable: true, description: "产业体系" })
  readonly sectorSystems?: SectorSystem[] | null;

  @Field(() => [String], { nullable: true, description: "产业代码，见 sectors" })
  readonly sectors?: string[] | null;

  @Field(() => [OwnershipEnum], { nullable: true, description: "企业类别" })
  readonly ownerships?: Ownership[] | null;

  @Field(() => [String], { nullable: true, description: "统一社会信用代码；台账中没有的代码不匹配任何单位" })
  readonly creditCodes?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "是否急需紧缺行业（领域）的单位；与产业有交叉，不可与其他产业相加",
  })
  readonly inShortage?: boolean | null;
}

@InputType("CoverageDefinition", { description: "口径开关：方案未写明之处。默认值即主口径。" })
export class CoverageDefinitionInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "学徒工是否算持证；默认否（初级工及以上，四(五)）",
  })
  readonly apprentices?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "实习人员是否计入（分子与分母）；默认是（三(二)）",
  })
  readonly interns?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "院校、社会评价组织等外部机构所发证书是否算持证；默认是",
  })
  readonly outsideCertificates?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: "职业资格证书是否算持证；默认是" })
  readonly qualifications?: boolean | null;
}
