import { Field, ObjectType } from "type-graphql";
import type { Ownership, SectorSystem } from "../policy/words.ts";
import { Enterprise } from "./enterprise.type.ts";
import { OwnershipEnum, SectorSystemEnum } from "./enums.ts";
import { City, County, Responsibility } from "./place.type.ts";
import { Sector } from "./sector.type.ts";

const NOT_GROUPED = "未按此维度分组时为 null";

/** The dimension fields that every grouped answer begins with; null always means “not grouped by”. */
@ObjectType({ description: "分组的取值。", simpleResolvers: true })
export abstract class GroupFields {
  @Field(() => City, { nullable: true, description: `所在市（州）；${NOT_GROUPED}` })
  readonly city!: City | null;

  @Field(() => County, { nullable: true, description: `所在县（市、区）；${NOT_GROUPED}` })
  readonly county!: County | null;

  @Field(() => Responsibility, { nullable: true, description: `责任单位；${NOT_GROUPED}` })
  readonly responsibility!: Responsibility | null;

  @Field(() => SectorSystemEnum, { nullable: true, description: `产业体系；${NOT_GROUPED}` })
  readonly sectorSystem!: SectorSystem | null;

  @Field(() => Sector, { nullable: true, description: `产业；${NOT_GROUPED}` })
  readonly sector!: Sector | null;

  @Field(() => OwnershipEnum, { nullable: true, description: `企业类别；${NOT_GROUPED}` })
  readonly ownership!: Ownership | null;

  @Field(() => Enterprise, {
    nullable: true,
    description: `所属集团（没有集团的单位为其自身；本部不在台账中时名称注明，所在地等取首个成员单位）；${NOT_GROUPED}`,
  })
  readonly group!: Enterprise | null;

  @Field(() => Enterprise, { nullable: true, description: `用人单位；${NOT_GROUPED}` })
  readonly enterprise!: Enterprise | null;
}
