import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "市（州），四川省21个。", simpleResolvers: true })
export class City {
  @Field(() => String, { description: "行政区划代码，六位，如 510100" })
  readonly code!: string;

  @Field(() => String, { description: "全称，如 成都市" })
  readonly name!: string;

  @Field(() => String, { description: "简称，如 成都" })
  readonly shortName!: string;
}

@ObjectType({
  description: "县（市、区），四川省183个；单位未填时为“未填”，代码用所在市（州）的。",
  simpleResolvers: true,
})
export class County {
  @Field(() => String, { description: "行政区划代码，六位；“未填”为所在市（州）的代码" })
  readonly code!: string;

  @Field(() => String, { description: "名称，如 锦江区" })
  readonly name!: string;

  @Field(() => String, { description: "所在市（州）的代码" })
  readonly cityCode!: string;
}

@ObjectType({
  description:
    "责任单位：对单位负责的市（州）人社局，或省本级（省级部门所属企业）；五(一)，附件4 第九条。取自推荐单位（隶属关系）。",
  simpleResolvers: true,
})
export class Responsibility {
  @Field(() => String, { description: "市（州）代码，省本级为 510000" })
  readonly code!: string;

  @Field(() => String, { description: "名称，如 成都市、省本级" })
  readonly name!: string;
}
