import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { CoverageResolver } from "./coverage.resolver.ts";
import { DeedResolver } from "./deed.resolver.ts";
import { EnterpriseResolver } from "./enterprise.resolver.ts";
import { FlowResolver } from "./flow.resolver.ts";
import { ImportBatchResolver } from "./import-batch.resolver.ts";
import { ImportImpactResolver } from "./import-impact.resolver.ts";
import { LaunchResolver } from "./launch.resolver.ts";
import { PersonMergeResolver } from "./person-merge.resolver.ts";
import { PlaceResolver } from "./place.resolver.ts";
import { PolicyResolver } from "./policy.resolver.ts";
import { PyramidResolver } from "./pyramid.resolver.ts";
import { QuotaResolver } from "./quota.resolver.ts";
import { SectorResolver } from "./sector.resolver.ts";
import { SystemResolver } from "./system.resolver.ts";

/** The whole API. Inputs are read by hand, each with its own sentence, so class-validator stays out. */
export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      CoverageResolver,
      DeedResolver,
      EnterpriseResolver,
      FlowResolver,
      ImportBatchResolver,
      ImportImpactResolver,
      LaunchResolver,
      PersonMergeResolver,
      PlaceResolver,
      PolicyResolver,
      PyramidResolver,
      QuotaResolver,
      SectorResolver,
      SystemResolver,
    ],
    validate: false,
  });
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) root.description = ROOTS[root.name]!;
  return schema;
}

const ROOTS: Readonly<Record<string, string>> = {
  Query: "查询。日期为 YYYY-MM-DD；比率为 0 到 1 的小数，不四舍五入；人数和家数为整数。",
  Mutation: "操作。不予办理是结果的一部分（refusal），不是错误。",
};

/** The schema as it is committed: sorted, so that a review sees only what changed. */
export function writeSdl(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
