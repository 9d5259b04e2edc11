import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

/**
 * Who may look into whom. Two things lie on the low floor and are every server room's: `policy` (Day, Actor, clauses)
 * and `schema` (DECISIONS H1); the rest is named room by room.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  policy: [],
  config: [],
  figures: [],
  ledger: ["config"],
  tallies: ["ledger", "figures"],
  import: ["ledger"],
  commands: ["ledger"],
  access: ["ledger"],
  exports: ["figures", "tallies", "ledger", "access"],
  api: ["config", "figures", "ledger", "tallies", "import", "commands", "exports", "access"],
};
const LOW_FLOOR = ["policy", "schema"];
/** Rooms that compute and nothing else: no package, no module of Node's. */
const PURE = ["schema", "policy", "figures"];
/** `tallies` declares its counts in the words of `figures`, and never computes with it. */
const TYPES_ONLY: readonly (readonly [string, string])[] = [["tallies", "figures"]];

/** Inside the dashboard: pages → charts → look. Files beside the folders (language, ask) are the floor of all. */
const DASHBOARD_ROOMS: Readonly<Record<string, readonly string[]>> = {
  look: [],
  words: [],
  parts: ["look", "words"],
  charts: ["look", "words", "parts"],
};

const DRIVERS = ["mysql2", "better-sqlite3", "sqlite-v13"];
const CONNECTION_NAMES = ["DataSource", "QueryRunner", "EntityManager"];
const HOLDERS_OF_CONNECTIONS = ["ledger", "tallies"];
/** Measures the bare drivers beside the ledger, on databases of its own. */
const BENCH = /^scripts\/bench(\/|\.|-)/;
const ONE_FORMATTER = "dashboard/look/format.ts";
const READERS_OF_ENV = ["server/config.ts", "scripts/build.mjs"];

/** Upper-case words anywhere in a text, or any case where a text begins with them: English sentences do neither. */
const WRITING_SQL = [
  /\b(INSERT\s+(OR\s+[A-Z]+\s+|IGNORE\s+)?INTO|REPLACE\s+INTO|DELETE\s+FROM|TRUNCATE\s+TABLE|UPDATE\s+\S+\s+SET)\b/,
  /^\s*(insert\s+(or\s+[a-z]+\s+|ignore\s+)?into|replace\s+into|delete\s+from|truncate\s+table|update\s+\S+\s+set)\b/,
];
const HAN = /\p{Script=Han}/u;

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const TOPS = ["server", "dashboard", "scripts", "schema"];
const SOURCE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

const sources = TOPS.flatMap((top) => filesUnder(join(ROOT, top)))
  .filter((path) => SOURCE.test(path))
  .map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, "utf8") }));
const packages = packagesDeclared();

describe("the walls of the house", () => {
  it("are held against every file: each room that exists was seen", () => {
    const seen = new Set(sources.map(({ path }) => dirname(path)));
    const expected = TOPS.flatMap((top) => foldersUnder(join(ROOT, top))).filter((folder) =>
      readdirSync(folder).some((name) => SOURCE.test(name)),
    );
    expect(expected.length).toBeGreaterThan(5);
    for (const folder of expected) expect(seen).toContain(relative(ROOT, folder));
    for (const room of ["policy", "figures", "ledger", "import"]) {
      const files = sources.filter(({ path }) => path.startsWith(`server/${room}/`));
      expect(files.length, `files of server/${room}`).toBeGreaterThan(0);
    }
    const crossing = sources.flatMap(({ path, text }) => read(path, text).imports).filter((one) => one.target !== null);
    expect(crossing.length).toBeGreaterThan(sources.length / 2);
  });

  it("name every room of the server", () => {
    const rooms = readdirSync(join(ROOT, "server"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const room of rooms) expect(Object.keys(ROOMS)).toContain(room.name);
  });

  it("stand", () => {
    expect(sources.flatMap(({ path, text }) => offencesIn(path, text))).toEqual([]);
  });
});

describe("a breach of the walls is seen", () => {
  it.each([
    ["policy reads the ledger", "server/policy/a.ts", `import { x } from "../ledger/x.ts";`],
    ["policy takes a package", "server/policy/a.ts", `import dayjs from "dayjs";`],
    ["policy takes a module of Node's", "server/policy/a.ts", `import { readFileSync } from "node:fs";`],
    ["figures read tallies, if only a type", "server/figures/a.ts", `import type { X } from "../tallies/x.ts";`],
    ["figures read the ledger in a type's import()", "server/figures/a.ts", `type X = import("../ledger/x.ts").X;`],
    ["the ledger reads tallies on demand", "server/ledger/a.ts", `const x = await import("../tallies/x.ts");`],
    ["the ledger passes the api on", "server/ledger/a.ts", `export * from "../api/x.ts"; export const a = 1;`],
    ["the ledger passes one name on", "server/ledger/a.ts", `export { x } from "../import/x.ts"; export const a = 1;`],
    ["tallies compute with figures", "server/tallies/a.ts", `import { coverage } from "../figures/coverage.ts";`],
    ["commands read import", "server/commands/a.ts", `import { x } from "../import/x.ts";`],
    ["import reads tallies", "server/import/a.ts", `import { x } from "../tallies/x.ts";`],
    ["import starts a worker elsewhere", "server/import/a.ts", `new URL("../api/x.ts", import.meta.url);`],
    ["import requires", "server/import/a.ts", `const x = require("../api/x.ts");`],
    ["access reads figures", "server/access/a.ts", `import { x } from "../figures/x.ts";`],
    ["exports read the api", "server/exports/a.ts", `import { x } from "../api/x.ts";`],
    ["a room reads main.ts", "server/api/a.ts", `import { x } from "../main.ts";`],
    ["figures read the config", "server/figures/a.ts", `import { config } from "../config.ts";`],
    ["the server reads the dashboard", "server/api/a.ts", `import { x } from "../../dashboard/ask.ts";`],
    ["the server reads a test", "server/api/a.ts", `import { x } from "../../test/builders/x.ts";`],
    ["the schema reads the server", "schema/a.ts", `import { x } from "../server/policy/day.ts";`],
    [
      "the dashboard reads the server",
      "dashboard/overview/a.tsx",
      `import type { Day } from "../../server/policy/day.ts";`,
    ],
    ["the dashboard reads scripts", "dashboard/overview/a.tsx", `import { x } from "../../scripts/x.ts";`],
    ["look reads a page", "dashboard/look/a.ts", `import { x } from "../overview/x.ts";`],
    ["charts read a page", "dashboard/charts/a.tsx", `import { x } from "../overview/x.tsx";`],
    ["parts read charts", "dashboard/parts/a.tsx", `import { x } from "../charts/x.tsx";`],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    ["a path is computed", "server/api/a.ts", "const x = await import(`../${room}/x.ts`);"],
    ["a package is not declared", "server/api/a.ts", `import x from "left-pad";`],
    ["an alias goes round the table", "server/api/a.ts", `import x from "@/dashboard/ask.ts";`],
    ["the api takes typeorm", "server/api/a.ts", `import { Entity } from "typeorm";`],
    ["tallies take typeorm", "server/tallies/a.ts", `import { DataSource } from "typeorm";`],
    ["import takes a driver", "server/import/a.ts", `import mysql from "mysql2/promise";`],
    ["a script takes a driver", "scripts/demo.ts", `import Database from "better-sqlite3";`],
    ["a command names a connection", "server/commands/a.ts", `import type { QueryRunner } from "../ledger/ledger.ts";`],
    ["a page takes Recharts", "dashboard/overview/a.tsx", `import { Bar } from "recharts";`],
    ["a page draws a map", "dashboard/overview/a.tsx", `import { geoPath } from "d3-geo";`],
    ["a page formats", "dashboard/overview/a.tsx", "const f = new Intl.NumberFormat('zh-CN');"],
    ["look formats elsewhere", "dashboard/look/a.ts", "const f = globalThis.Intl.NumberFormat;"],
    ["a chart formats by toLocale", "dashboard/charts/a.tsx", "const s = (1).toLocaleString();"],
    ["the server formats", "server/api/a.ts", `new Intl.NumberFormat("zh-CN"); new Intl.Collator("zh-CN");`],
    ["a page sorts by itself", "dashboard/overview/a.tsx", `new Intl.Collator("zh-CN");`],
    ["the server formats by toLocale", "server/api/a.ts", "const s = new Date(0).toLocaleDateString();"],
    ["a room reads the environment", "server/ledger/a.ts", "const url = process.env.DATABASE_URL;"],
    ["a room reads it by its name", "server/ledger/a.ts", `const url = process["env"].DATABASE_URL;`],
    ["a room takes it apart", "server/ledger/a.ts", "const { env } = process;"],
    ["a room imports it", "server/ledger/a.ts", `import { env } from "node:process";`],
    ["a script reads it", "scripts/start.ts", "const port = process.env.PORT;"],
    ["a page says something", "dashboard/overview/a.tsx", "const a = <p>认定覆盖面</p>;"],
    ["a page says it in an attribute", "dashboard/overview/a.tsx", `const a = <img alt="认定覆盖面" />;`],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    ["a page says it in a string", "dashboard/overview/a.tsx", "const a = `共${1}人`;"],
    ["import writes", "server/import/a.ts", 'const sql = "INSERT INTO person (id) VALUES (?)";'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    ["a command updates", "server/commands/a.ts", "const sql = `update ${table}\n  set x = 1`;"],
    ["the api erases", "server/api/a.ts", "const sql = `DELETE\n FROM batch`;"],
    ["a script inserts and ignores", "scripts/import.ts", "const sql = `INSERT OR IGNORE INTO batch`;"],
    ["a barrel", "server/policy/index.ts", `export * from "./day.ts"; export { x } from "./words.ts";`],
    ["a file that cannot be read", "server/policy/a.ts", "const = ;"],
  ])("%s", (_, path, text) => {
    expect(offencesIn(path, text)).toHaveLength(1);
  });

  it.each([
    ["figures read policy", "server/figures/a.ts", `import { day } from "../policy/day.ts";`],
    [
      "policy reads itself and the schema",
      "server/policy/a.ts",
      `import a from "../../schema/reference/cities.json"; import "./b.ts";`,
    ],
    ["tallies take figures' types", "server/tallies/a.ts", `import type { X } from "../figures/shapes.ts";`],
    [
      "tallies take figures' types one by one",
      "server/tallies/a.ts",
      `import { type X, type Y } from "../figures/shapes.ts";`,
    ],
    [
      "the ledger takes typeorm and a driver",
      "server/ledger/a.ts",
      `import { DataSource } from "typeorm"; import "mysql2";`,
    ],
    ["the ledger writes", "server/ledger/a.ts", 'const sql = "INSERT INTO person (id) VALUES (?)";'],
    [
      "a sentence speaks of updates",
      "server/api/a.ts",
      `const a = "Nobody may insert into the ledger, update a set or delete from it.";`,
    ],
    ["tallies name a connection", "server/tallies/a.ts", `import type { QueryRunner } from "../ledger/ledger.ts";`],
    [
      "main.ts ties rooms together",
      "server/main.ts",
      `import "./tallies/a.ts"; import "./api/b.ts"; import "./config.ts";`,
    ],
    ["config reads the environment", "server/config.ts", "export const url = process.env.DATABASE_URL;"],
    [
      "a page reads charts, parts and words",
      "dashboard/overview/a.tsx",
      `import "../charts/x.tsx"; import "../parts/y.tsx"; import "../words/z.ts";`,
    ],
    ["a page reads the schema", "dashboard/overview/a.tsx", `import cities from "../../schema/reference/cities.json";`],
    ["a comment is Chinese", "dashboard/overview/a.tsx", "/** 认定覆盖面 */ const a = <p>{/* 人 */}</p>; // 人"],
    ["words are Chinese", "dashboard/words/zh/a.ts", `export const a = "认定覆盖面";`],
    ["a chart takes Recharts", "dashboard/charts/a.tsx", `import { Bar } from "recharts";`],
    [
      "the bench takes a driver and inserts",
      "scripts/bench.ts",
      `import "mysql2"; const sql = "INSERT INTO t VALUES (1)";`,
    ],
    [
      "an import stands in a comment or a text",
      "server/policy/a.ts",
      `// import "../ledger/x.ts"\nconst a = 'import "../api/x.ts"';`,
    ],
  ])("but not where %s", (_, path, text) => {
    expect(offencesIn(path, text)).toEqual([]);
  });
});

interface Import {
  readonly specifier: string;
  /** From the checkout's root; null for a package or a module of Node's. */
  readonly target: string | null;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

interface Reading {
  readonly imports: readonly Import[];
  /** Literal texts: strings, templates with `x` for what is put in, text between tags. Comments are none. */
  readonly texts: readonly string[];
  readonly faults: readonly string[];
  readonly formats: boolean;
  readonly readsEnv: boolean;
  readonly barrel: boolean;
}

function offencesIn(path: string, text: string): readonly string[] {
  const reading = read(path, text);
  const offences = [...reading.faults, ...reading.imports.flatMap((one) => offencesOfImport(path, one))];
  const room = roomOf(path);
  const [top] = path.split("/");
  if (reading.formats && (top === "dashboard" || top === "server") && path !== ONE_FORMATTER) {
    offences.push(`formats with Intl or toLocale*, which only ${ONE_FORMATTER} does`);
  }
  if (reading.readsEnv && !READERS_OF_ENV.includes(path)) offences.push("reads process.env, which only config.ts does");
  if (reading.barrel && !path.startsWith("dashboard/words/"))
    offences.push("is a barrel: import from the files themselves");
  if (top === "dashboard" && !mayHoldWords(path) && reading.texts.some((one) => HAN.test(one))) {
    offences.push("holds text that people read, which belongs into dashboard/words");
  }
  if (!HOLDERS_OF_CONNECTIONS.includes(room) && !BENCH.test(path) && reading.texts.some(writes)) {
    offences.push("writes to the database, which only ledger and tallies do");
  }
  return offences.map((offence) => `${path}: ${offence}`);
}

function writes(text: string): boolean {
  return WRITING_SQL.some((sql) => sql.test(text));
}

function mayHoldWords(path: string): boolean {
  return path.startsWith("dashboard/words/") || path.endsWith(".generated.ts") || path === ONE_FORMATTER;
}

function offencesOfImport(path: string, one: Import): readonly string[] {
  return one.target === null ? offencesOfPackage(path, one) : offencesOfPath(path, one, one.target);
}

function offencesOfPackage(path: string, { specifier, typeOnly }: Import): readonly string[] {
  const room = roomOf(path);
  if (PURE.includes(room)) return [`takes ${specifier}, but ${room} is pure`];
  if (isBuiltin(specifier)) return [];
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  // What a generator writes names the types of its own package; a page may name types that come without code.
  const declared =
    packages.has(name) || (typeOnly && (packages.has(`@types/${name}`) || path.endsWith(".generated.ts")));
  if (!declared) return [`takes ${specifier}, which package.json does not name`];
  if (name === "typeorm" && room !== "ledger") return ["takes typeorm, which only the ledger knows"];
  if (DRIVERS.includes(name) && !HOLDERS_OF_CONNECTIONS.includes(room) && !BENCH.test(path)) {
    return [`takes the driver ${name}, but only ledger and tallies hold a connection`];
  }
  if ((name === "recharts" || name === "d3-geo") && !path.startsWith("dashboard/charts/")) {
    return [`takes ${name}, which only dashboard/charts paints with`];
  }
  return [];
}

function offencesOfPath(path: string, one: Import, target: string): readonly string[] {
  const [from, to] = [roomOf(path), roomOf(target)];
  if (!mayRead(from, to)) return [`${from} may not look into ${to} (${one.specifier})`];
  if (!one.typeOnly && TYPES_ONLY.some(([reader, read]) => reader === from && read === to)) {
    return [`${from} takes more than types from ${to} (${one.specifier})`];
  }
  const connections = one.names.filter((name) => CONNECTION_NAMES.includes(name));
  if (from !== to && connections.length > 0 && from in ROOMS && !HOLDERS_OF_CONNECTIONS.includes(from)) {
    return [`${from} names a connection: ${connections.join(", ")}`];
  }
  return from === "dashboard" && to === "dashboard" ? offencesInDashboard(path, one, target) : [];
}

/** main.ts and what else lies beside the rooms is the roof: it sees every room, and no room sees it. */
function mayRead(from: string, to: string): boolean {
  if (from === to) return true;
  if (to === "schema") return true;
  if (from === "schema" || from === "dashboard") return false;
  if (from === "scripts" || isRoof(from)) return to in ROOMS || isRoof(to) || to === "package.json";
  if (to === "package.json") return from === "config";
  return LOW_FLOOR.includes(to) || (ROOMS[from] ?? []).includes(to);
}

function isRoof(room: string): boolean {
  return room.startsWith("server/");
}

function offencesInDashboard(path: string, one: Import, target: string): readonly string[] {
  const [from, to] = [folderOf(path), folderOf(target)];
  const allowed = from === null ? null : (DASHBOARD_ROOMS[from] ?? null);
  if (allowed === null || to === null || from === to || allowed.includes(to)) return [];
  return [`dashboard/${from} may not look into dashboard/${to} (${one.specifier})`];
}

/** The folder of the dashboard that a file lies in; null for files beside the folders. */
function folderOf(path: string): string | null {
  const parts = path.split("/");
  return parts.length > 2 ? parts[1]! : null;
}

function roomOf(path: string): string {
  const parts = path.split("/");
  if (parts[0] !== "server") return parts[0]!;
  if (parts.length > 2) return parts[1]!;
  return path === "server/config.ts" ? "config" : path;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Reads a file by its syntax, so that a comment is no import and a text in a comment no text. */
function read(path: string, text: string): Reading {
  const { program, errors } = parseSync(path, text);
  const imports: Import[] = [];
  const texts: string[] = [];
  const faults = errors.map((error) => `cannot be read: ${error.message}`);
  let formats = false;
  let namesOfIntl = 0;
  let collators = 0;
  let readsEnv = false;

  const add = (source: unknown, typeOnly: boolean, names: readonly string[] = []) => {
    const specifier = textOf(source);
    if (specifier === null) {
      faults.push("imports a computed path, which cannot be held against the table");
      return;
    }
    const target = /^\.{0,2}\//.test(specifier) ? posix.normalize(posix.join(posix.dirname(path), specifier)) : null;
    imports.push({ specifier, target, typeOnly, names });
    if (specifier === "node:process" || specifier === "process") readsEnv ||= names.includes("env");
  };

  walk(program as unknown as Node, (node) => {
    switch (node.type) {
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration":
        if (node.source) add(node.source, isTypeOnly(node), namesOf(node));
        break;
      case "ImportExpression":
        add(node.source, false);
        break;
      case "TSImportType":
        add(node.source, true);
        break;
      case "CallExpression":
        if (isNamed(node.callee, "require")) add((node.arguments as Node[])[0], false);
        break;
      case "NewExpression": {
        const [first, second] = node.arguments as Node[];
        const beside =
          isNamed(node.callee, "URL") && second !== undefined && text.slice(...spanOf(second)) === "import.meta.url";
        const place = beside ? textOf(first) : null;
        if (place !== null && SOURCE.test(place)) add(first, false);
        break;
      }
      case "Identifier":
        if (node.name === "Intl") namesOfIntl += 1;
        formats ||= /^toLocale[A-Z]/.test(String(node.name));
        break;
      case "MemberExpression":
        if (isNamed(node.object, "Intl") && isNamed(node.property, "Collator")) collators += 1;
        readsEnv ||=
          isNamed(node.object, "process") && (isNamed(node.property, "env") || textOf(node.property) === "env");
        break;
      case "VariableDeclarator":
        readsEnv ||= isNamed(node.init, "process") && (node.id as Node).type === "ObjectPattern";
        break;
      case "Literal":
        if (typeof node.value === "string") texts.push(node.value);
        break;
      case "JSXText":
        texts.push(String(node.value));
        break;
      case "TemplateLiteral":
        texts.push(templateText(node));
        break;
    }
  });

  const body = (program as unknown as { body: readonly Node[] }).body;
  const barrel =
    body.length > 0 && body.every((node) => /^Export(Named|All)Declaration$/.test(node.type) && node.source);
  // Putting names into order is no format; on the server it may have to be done.
  if (path.startsWith("server/")) namesOfIntl -= collators;
  return { imports, texts, faults, formats: formats || namesOfIntl > 0, readsEnv, barrel };
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === "object" && typeof (child as Node).type === "string")
        walk(child as Node, visit);
    }
  }
}

function isNamed(node: unknown, name: string): boolean {
  const one = node as Node | null | undefined;
  return one?.type === "Identifier" && one.name === name;
}

/** A text that stands there whole; null for anything computed. */
function textOf(node: unknown): string | null {
  const one = node as Node | null | undefined;
  if (one?.type === "Literal" && typeof one.value === "string") return one.value;
  if (one?.type === "TemplateLiteral" && (one.expressions as unknown[]).length === 0) return templateText(one);
  return null;
}

function templateText(node: Node): string {
  return (node.quasis as readonly { value: { cooked: string | null } }[])
    .map(({ value }) => value.cooked ?? "")
    .join("x");
}

function isTypeOnly(node: Node): boolean {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = (node.specifiers ?? []) as readonly Node[];
  return specifiers.length > 0 && specifiers.every((one) => one.importKind === "type" || one.exportKind === "type");
}

function namesOf(node: Node): readonly string[] {
  const specifiers = (node.specifiers ?? []) as readonly Node[];
  return specifiers.map((one) => String(((one.imported ?? one.local) as Node).name));
}

function spanOf(node: Node): [number, number] {
  return [Number(node.start), Number(node.end)];
}

function foldersUnder(folder: string): readonly string[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "dist")
    .flatMap((entry) => foldersUnder(join(folder, entry.name)));
  return [folder, ...below];
}

function filesUnder(folder: string): readonly string[] {
  return foldersUnder(folder).flatMap((one) =>
    readdirSync(one, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(one, entry.name)),
  );
}

function packagesDeclared(): ReadonlySet<string> {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Record<string, object | undefined>;
  const kinds = ["dependencies", "devDependencies", "optionalDependencies"];
  return new Set(kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {})));
}
