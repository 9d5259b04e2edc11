import { GraphQLScalarType, Kind } from "graphql";
import { type Day, isDay } from "../policy/day.ts";
import { badInput } from "./bad-input.ts";

/** The first day that can be asked about: no ledger of the plan reaches further back. */
export const FIRST_DAY: Day = "2000-01-01";
const LAST_DAY: Day = "2999-12-31";

/** Our own `Date`: a day of the calendar as text, never an instant, and strict, since `2026-02-30` must not become March. */
export const DayScalar = new GraphQLScalarType<Day, string>({
  name: "Date",
  description:
    "日期，写作 YYYY-MM-DD（如 2026-10-31），按四川当地日历，指当日日终。须为日历中实有的日子，且不早于 2000-01-01。",
  serialize: (value) => value as Day,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : null),
});

function readDay(value: unknown): Day {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    throw badInput("日期的写法不对", '请写成带引号的 YYYY-MM-DD，例如 "2026-10-31"');
  }
  if (!isDay(value)) throw badInput(`日历中没有 ${value} 这一天`, "请核对月份和日期，例如 2026 年 2 月只有 28 天");
  if (value < FIRST_DAY) throw badInput(`${value} 早于 ${FIRST_DAY}`, `请从 ${FIRST_DAY} 起选择日期`);
  if (value > LAST_DAY) throw badInput(`${value} 晚于 ${LAST_DAY}`, "请核对年份");
  return value;
}
