import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLEnumType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
} from "graphql";
import { describe, expect, it } from "vitest";
import { makeSchema, writeSdl } from "../../server/api/schema.ts";
import { ROOT } from "./running.ts";

const schema = makeSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));

describe("the schema", () => {
  it("is committed as it is emitted", () => {
    expect(readFileSync(join(ROOT, "schema/schema.graphql"), "utf8")).toBe(writeSdl(schema));
  });

  it("keeps every name and type that saved queries rest on", () => {
    const fixed = buildSchema(readFileSync(join(ROOT, "test/api/fixed-names.graphql"), "utf8"));
    expect(findBreakingChanges(fixed, schema)).toEqual([]);
  });

  it("describes every type, field, argument and value", () => {
    const named = types
      .filter((type) => !isSpecifiedScalarType(type))
      .flatMap((type) => [
        [type.name, type.description] as const,
        ...(isObjectType(type) || isInputObjectType(type) ? fieldsOf(type as GraphQLObjectType) : []),
        ...(isEnumType(type) ? valuesOf(type) : []),
      ]);
    expect(named.length).toBeGreaterThan(300);
    expect(named.filter(([, description]) => !/\p{Script=Han}/u.test(description ?? "")).map(([name]) => name)).toEqual(
      [],
    );
  });

  it("has example queries that it answers, each with a Chinese title", () => {
    const folder = join(ROOT, "schema/examples");
    const files = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
    expect(files.length).toBeGreaterThan(9);
    for (const file of files) {
      const text = readFileSync(join(folder, file), "utf8");
      expect(text, file).toMatch(/^# \p{Script=Han}/u);
      expect(validate(schema, parse(text)), file).toEqual([]);
    }
  });
});

function fieldsOf(type: GraphQLObjectType) {
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field.description] as const,
    ...(field.args ?? []).map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg.description] as const),
  ]);
}

function valuesOf(type: GraphQLEnumType) {
  return type.getValues().map((value) => [`${type.name}.${value.name}`, value.description] as const);
}
