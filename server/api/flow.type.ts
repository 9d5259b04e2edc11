import { Field, Int, ObjectType } from "type-graphql";
import type { Day } from "../policy/day.ts";
import type { RecognitionMethod } from "../policy/words.ts";
import { DayScalar } from "./day.scalar.ts";
import { RecognitionMethodEnum } from "./enums.ts";
import { GroupFields } from "./group.type.ts";

@ObjectType({ description: "一种认定方式的人次。", simpleResolvers: true })
export class MethodCount {
  @Field(() => RecognitionMethodEnum, { description: "认定方式" })
  readonly method!: RecognitionMethod;

  @Field(() => Int, { description: "人次" })
  readonly certificateCount!: number;
}

@ObjectType({ description: "一个时段内的新增认定。", simpleResolvers: true })
export class RecognitionFlow extends GroupFields {
  @Field(() => DayScalar, { description: "起始日（含）" })
  readonly from!: Day;

  @Field(() => DayScalar, { description: "终止日（含）" })
  readonly to!: Day;

  @Field(() => Int, { description: "人次：时段内发证、至终止日未注销的证书数" })
  readonly certificateCount!: number;

  @Field(() => Int, { description: "人数：其中不同的人" })
  readonly peopleCount!: number;

  @Field(() => Int, { description: "首次取得等级的人数" })
  readonly firstTimeCount!: number;

  @Field(() => Int, { description: "晋升等级的人数" })
  readonly promotedCount!: number;

  @Field(() => [MethodCount], { description: "按认定方式的人次" })
  readonly byMethod!: readonly MethodCount[];
}
