import { readFileSync, writeFileSync } from "node:fs";
import { makeSchema, writeSdl } from "../server/api/schema.ts";

/** Write the API's SDL to `schema/schema.graphql`; `--check` writes nothing and fails when the committed file is out of date. */
const TARGET = new URL("../schema/schema.graphql", import.meta.url);

const written = writeSdl(makeSchema());
const before = readIfThere();
if (before === written) {
  if (!process.argv.includes("--check")) console.log("schema/schema.graphql is up to date");
} else if (process.argv.includes("--check")) {
  console.error("out of date: schema/schema.graphql (npm run emit)");
  process.exitCode = 1;
} else {
  writeFileSync(TARGET, written);
  console.log("wrote schema/schema.graphql");
}

function readIfThere(): string | null {
  try {
    return readFileSync(TARGET, "utf8");
  } catch {
    return null;
  }
}
