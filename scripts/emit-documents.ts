import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as documentNodes from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, isEnumType, parse } from "graphql";

/**
 * Typed queries: each folder of the dashboard that holds `*.graphql` gets one `<folder>.generated.ts` beside them.
 * `--check` writes nothing and fails when a file is out of date; `--schema FILE` reads another SDL.
 */
const DASHBOARD = resolve("dashboard");
const HEADER = "/* Written by scripts/emit-documents.ts from the queries beside it. Do not edit. */\n";

async function emitDocuments(schemaFile: string, check: boolean): Promise<number> {
  const schema = buildSchema(readFileSync(schemaFile, "utf8"));
  let stale = 0;
  const files = [{ target: join(DASHBOARD, "terms.generated.ts"), written: terms(schema) }];
  for (const folder of foldersWithQueries(DASHBOARD)) {
    const target = join(folder.path, `${folder.name}.generated.ts`);
    files.push({ target, written: await write(schema, folder, target) });
  }
  for (const { target, written } of files) {
    const before = readIfThere(target);
    if (before === written) continue;
    if (check) {
      stale += 1;
      console.error(`out of date: ${relative(process.cwd(), target)} (npm run emit)`);
    } else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, written);
      console.log(`wrote ${relative(process.cwd(), target)}`);
    }
  }
  return stale;
}

/** The closed lists of the schema, for rooms that no single query belongs to (words, look, parts). */
function terms(schema: ReturnType<typeof buildSchema>): string {
  const unions = Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter((type) => !type.name.startsWith("__"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((type) => {
      const values = type.getValues().map((value) => `  | "${value.name}"`);
      return `export type ${type.name} =\n${values.join("\n")};\n`;
    });
  return `${HEADER}${unions.join("\n")}`;
}

interface QueryFolder {
  readonly name: string;
  readonly path: string;
  readonly files: readonly string[];
}

function foldersWithQueries(root: string): QueryFolder[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const path = join(root, entry.name);
      const files = readdirSync(path)
        .filter((file) => file.endsWith(".graphql"))
        .sort()
        .map((file) => join(path, file));
      return { name: entry.name, path, files };
    })
    .filter((folder) => folder.files.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function write(schema: ReturnType<typeof buildSchema>, folder: QueryFolder, filename: string): Promise<string> {
  const text = await codegen({
    filename,
    schema: parse("type Query { unused: Int }"),
    schemaAst: schema,
    documents: folder.files.map((location) => ({ location, document: parse(readFileSync(location, "utf8")) })),
    config: {
      // The text of a query, not its syntax tree: no GraphQL parser or printer goes to the browser.
      documentMode: "string",
      useTypeImports: true,
      immutableTypes: true,
      enumType: "string-literal",
      scalars: { Date: "string", DateTime: "string", ID: "string" },
      skipTypename: true,
      dedupeFragments: true,
    },
    plugins: [{ operations: {} }, { documentNodes: {} }],
    pluginMap: { operations, documentNodes },
  });
  return `${HEADER}${text}\n`;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

const schemaAt = process.argv.indexOf("--schema");
const schemaFile = schemaAt > 0 ? process.argv[schemaAt + 1]! : "schema/schema.graphql";
process.exitCode = (await emitDocuments(schemaFile, process.argv.includes("--check"))) > 0 ? 1 : 0;
