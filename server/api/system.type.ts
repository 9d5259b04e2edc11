import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Day } from "../policy/day.ts";
import { DayScalar } from "./day.scalar.ts";
import { InstantScalar } from "./instant.scalar.ts";

@ObjectType({ description: "系统现状：今天是哪天、数据到了哪一版、我是谁。", simpleResolvers: true })
export class SystemStatus {
  @Field(() => DayScalar, { description: "系统的今天；演示数据时为演示的最后一天" })
  readonly today!: Day;

  @Field(() => Boolean, { description: "是否演示数据；为真时每页都要标明" })
  readonly demo!: boolean;

  @Field(() => Boolean, { description: "是否正在装入演示数据；为真时各数尚不完整" })
  readonly loading!: boolean;

  @Field(() => Int, { description: "台账版本：每次生效的导入或操作加一" })
  readonly revision!: number;

  @Field(() => InstantScalar, { nullable: true, description: "台账最近一次变化的时刻；空台账为 null" })
  readonly revisedAt!: string | null;

  @Field(() => ID, { nullable: true, description: "最近一个生效的批次" })
  readonly lastBatchId!: string | null;

  @Field(() => String, { description: "当前操作人" })
  readonly actorName!: string;

  @Field(() => String, { description: "当前角色" })
  readonly role!: string;

  @Field(() => DayScalar, { nullable: true, description: "最早有数的一天：最早一期季报的季末；没有季报为 null" })
  readonly firstDay!: Day | null;
}
