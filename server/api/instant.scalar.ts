import { GraphQLScalarType } from "graphql";

/** A moment, as the ledger writes it: ISO 8601 in UTC. Only ever answered, never asked. */
export const InstantScalar = new GraphQLScalarType<string, string>({
  name: "DateTime",
  description: "时刻，ISO 8601 协调世界时，如 2026-10-31T02:15:00.000Z；显示时换算为北京时间。",
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
});
