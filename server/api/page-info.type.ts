import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "分页信息（Relay）。", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "后面还有没有" })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: "前面还有没有" })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "本页第一条的游标；空页为 null" })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "本页最后一条的游标，作为下一页的 after；空页为 null" })
  readonly endCursor!: string | null;
}
