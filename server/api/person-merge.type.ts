import { Field, ID, ObjectType } from "type-graphql";
import { InstantScalar } from "./instant.scalar.ts";

@ObjectType({ description: "证件号码更正：错号下的事实计入正号，可撤销。", simpleResolvers: true })
export class PersonMerge {
  @Field(() => ID, { description: "编号" })
  readonly id!: string;

  @Field(() => String, { description: "错误的证件号码（遮蔽）" })
  readonly wrongIdMask!: string;

  @Field(() => String, { description: "正确的证件号码（遮蔽）" })
  readonly rightIdMask!: string;

  @Field(() => String, { description: "姓名" })
  readonly name!: string;

  @Field(() => InstantScalar, { description: "办理时刻" })
  readonly doneAt!: string;

  @Field(() => String, { description: "办理人" })
  readonly doneBy!: string;

  @Field(() => String, { description: "原因" })
  readonly reason!: string;

  @Field(() => InstantScalar, { nullable: true, description: "撤销时刻；未撤销为 null" })
  readonly undoneAt!: string | null;
}
