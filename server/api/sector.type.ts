import { Field, ObjectType } from "type-graphql";
import type { SectorSystem } from "../policy/words.ts";
import { SectorSystemEnum } from "./enums.ts";

@ObjectType({ description: "产业：每家单位归入一个主要产业，因此各产业之和等于全省。", simpleResolvers: true })
export class Sector {
  @Field(() => String, { description: "产业代码，如 I1、A05、S02" })
  readonly code!: string;

  @Field(() => String, { description: "产业名称，如 电子信息" })
  readonly name!: string;

  @Field(() => SectorSystemEnum, { description: "所属产业体系" })
  readonly system!: SectorSystem;
}
