import { createRequire } from "node:module";
import { join } from "node:path";
import { DataSource, type DataSourceOptions, type EntityMetadata } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GLOSSARY } from "../../schema/glossary.ts";
import sectors from "../../schema/reference/sectors.json" with { type: "json" };
import { TABLES, type TableWords } from "../../schema/tables.ts";
import { ledgerTables } from "../../server/ledger/entities/ledger-tables.ts";
import { FirstLedger1764000000000 } from "../../server/ledger/migrations/1764000000000-first-ledger.ts";
import { clause } from "../../server/policy/clauses.ts";
import { LEVEL_FACTS } from "../../server/policy/levels.ts";
import {
  CERTIFICATE_KIND_LABELS,
  EMPLOYMENT_TYPE_LABELS,
  FILING_KIND_LABELS,
  FILING_STATUS_LABELS,
  LEDGER_KIND_LABELS,
  MOVEMENT_KIND_LABELS,
  OWNERSHIP_LABELS,
  RECOGNITION_METHOD_LABELS,
  SECTOR_SYSTEM_LABELS,
} from "../../server/policy/words.ts";
import { type DatabaseKind, forEachDatabase, openTestLedger, type TestLedger } from "../builders/ledger.ts";

const WORDS: Readonly<Record<string, TableWords>> = TABLES;

forEachDatabase("the ledger's tables", (kind) => {
  let test: TestLedger;
  let source: DataSource;

  beforeAll(async () => {
    test = await openTestLedger(kind);
    source = await new DataSource(optionsFor(kind, test.config)).initialize();
  });

  afterAll(async () => {
    await source?.destroy();
    await test?.close();
  });

  it("are what the entities say: TypeORM's schema builder has nothing to change", async () => {
    expect(await changesWanted(source)).toEqual([]);
  });

  it("have their indices over the entities' columns, in the same order", async () => {
    const told = source.entityMetadatas.flatMap((entity) =>
      entity.indices.map(
        (index) =>
          `${entity.tableName}.${index.name}${index.isUnique ? " unique" : ""}: ${index.columns.map((column) => column.databaseName)}`,
      ),
    );
    expect((await indicesOf(kind, source)).sort()).toEqual(told.sort());
  });

  it("have an entity for each table, and a property for each column; the other way round too", async () => {
    const told = new Map(
      source.entityMetadatas.map((entity) => [entity.tableName, entity.columns.map((column) => column.databaseName)]),
    );
    expect(sorted(told)).toEqual(sorted(await columnsOf(kind, source)));
  });

  it("have a sentence for each table and each column; the other way round too", async () => {
    const told = new Map(Object.entries(WORDS).map(([table, words]) => [table, Object.keys(words.columns)]));
    expect(sorted(told)).toEqual(sorted(await columnsOf(kind, source)));
  });

  it("say of every column that may be empty what an empty one means", () => {
    for (const entity of source.entityMetadatas)
      for (const column of entity.columns)
        if (column.isNullable)
          expect(WORDS[entity.tableName]!.columns[column.databaseName], nameOf(entity, column.databaseName)).toMatch(
            /为空/,
          );
  });

  it("hold the 21 cities, 183 counties and all sectors, each in its city or system", async () => {
    await holdReference(source);
  });

  it("go and come again with the migration", async () => {
    const again = await openTestLedger(kind);
    const other = await new DataSource(optionsFor(kind, again.config)).initialize();
    try {
      await other.undoLastMigration({ transaction: "none" });
      expect(await columnsOf(kind, other)).toEqual(new Map());
      const run = await other.runMigrations({ transaction: "none" });
      expect(run.map((migration) => migration.name)).toEqual(["FirstLedger1764000000000"]);
      expect(await changesWanted(other)).toEqual([]);
      await holdReference(other);
    } finally {
      await other.destroy();
      await again.close();
    }
  });

  it("are really compared: a column, a type, an emptiness and an index that nobody told of are each seen", async () => {
    const again = await openTestLedger(kind);
    const other = await new DataSource(optionsFor(kind, again.config)).initialize();
    try {
      await other.query("ALTER TABLE city ADD COLUMN mayor VARCHAR(20) NULL");
      expect((await changesWanted(other)).join()).toMatch(
        kind === "sqlite" ? /DROP TABLE "city"/ : /DROP COLUMN `mayor`/,
      );
      await other.query("ALTER TABLE city DROP COLUMN mayor");
      expect(await changesWanted(other)).toEqual([]);
      await other.query("CREATE INDEX nobody_told ON city (name)");
      expect((await changesWanted(other)).join()).toMatch(/DROP INDEX.*nobody_told/);
      await other.query(kind === "sqlite" ? "DROP INDEX nobody_told" : "DROP INDEX nobody_told ON city");
      await other.query("DROP TABLE setting");
      await other.query("CREATE TABLE setting (name VARCHAR(64) NOT NULL PRIMARY KEY, value VARCHAR(999) NULL)");
      expect((await changesWanted(other)).join()).toMatch(/setting.*1000/);
    } finally {
      await other.destroy();
      await again.close();
    }
  });
});

describe("the sentences about the tables", () => {
  it("are Chinese sentences, and none is told twice of two tables", () => {
    const rows = Object.values(WORDS).map((words) => words.row);
    for (const sentence of [...rows, ...Object.values(WORDS).flatMap((words) => Object.values(words.columns))])
      expect(sentence).toMatch(/\p{Script=Han}.*。$/u);
    expect(new Set(rows).size).toBe(rows.length);
  });
});

describe("the glossary", () => {
  it("has one word for one thing", () => {
    expect(repeated(GLOSSARY.map((term) => term.code))).toEqual([]);
    expect(repeated(GLOSSARY.map((term) => term.label))).toEqual([]);
    for (const { code, values = [] } of GLOSSARY) expect(repeated(values.map((value) => value.code)), code).toEqual([]);
  });

  it("explains every word by a sentence, and cites clauses as the plan numbers them", () => {
    for (const term of GLOSSARY) {
      for (const { meaning } of [term, ...(term.values ?? [])]) expect(meaning).toMatch(/\p{Script=Han}.*。$/u);
      if (term.clause !== null) expect(clause(term.clause)).toBe(term.clause);
    }
  });

  it.each([
    ["SectorSystem", SECTOR_SYSTEM_LABELS],
    ["Ownership", OWNERSHIP_LABELS],
    ["FilingKind", FILING_KIND_LABELS],
    ["FilingStatus", FILING_STATUS_LABELS],
    ["SkillLevel", Object.fromEntries(LEVEL_FACTS.map((facts) => [facts.level, facts.name]))],
    ["RecognitionMethod", RECOGNITION_METHOD_LABELS],
    ["CertificateKind", CERTIFICATE_KIND_LABELS],
    ["EmploymentType", EMPLOYMENT_TYPE_LABELS],
    ["Movement", MOVEMENT_KIND_LABELS],
    ["LedgerKind", LEDGER_KIND_LABELS],
  ])("lists the values of %s with the labels that the policy has", (code, labels) => {
    const values = GLOSSARY.find((term) => term.code === code)?.values ?? [];
    expect(Object.fromEntries(values.map((value) => [value.code, value.label]))).toEqual(labels);
  });
});

// ------------------------------------------------------------------------------------------------------------ helpers

function optionsFor(kind: DatabaseKind, config: TestLedger["config"]): DataSourceOptions {
  const migrations = [FirstLedger1764000000000];
  if (kind === "mariadb")
    return { type: "mariadb", url: config.databaseUrl!, migrations, entities: ledgerTables("mysql") };
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const driver = major > 24 || (major === 24 && minor >= 19) ? "sqlite-v13" : "better-sqlite3";
  return {
    type: "better-sqlite3",
    database: join(config.dataDir, "bajigong.sqlite"),
    driver: createRequire(import.meta.url)(driver),
    migrations,
    entities: ledgerTables("sqlite"),
  };
}

async function changesWanted(source: DataSource): Promise<string[]> {
  const log = await source.driver.createSchemaBuilder().log();
  expect(log.downQueries).toHaveLength(log.upQueries.length);
  return log.upQueries.map((query) => query.query);
}

/** The tables and columns that the database itself tells of, without TypeORM's own list of migrations. */
async function columnsOf(kind: DatabaseKind, source: DataSource): Promise<Map<string, string[]>> {
  const rows: { t: string; c: string }[] = await source.query(
    kind === "sqlite"
      ? "SELECT m.name AS t, x.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) x WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
      : "SELECT x.table_name AS t, x.column_name AS c FROM information_schema.columns x WHERE x.table_schema = DATABASE()",
  );
  const columns = new Map<string, string[]>();
  for (const { t, c } of rows) if (t !== "migrations") columns.set(t, [...(columns.get(t) ?? []), c]);
  return columns;
}

async function indicesOf(kind: DatabaseKind, source: DataSource): Promise<string[]> {
  const rows: { t: string; i: string; u: number; c: string; p: number }[] = await source.query(
    kind === "sqlite"
      ? `SELECT m.name AS t, l.name AS i, l."unique" AS u, x.name AS c, x.seqno AS p
           FROM sqlite_master m JOIN pragma_index_list(m.name) l JOIN pragma_index_info(l.name) x
          WHERE m.type = 'table' AND l.origin = 'c' AND m.name <> 'migrations'`
      : `SELECT s.table_name AS t, s.index_name AS i, 1 - s.non_unique AS u, s.column_name AS c, s.seq_in_index AS p
           FROM information_schema.statistics s
           LEFT JOIN information_schema.referential_constraints r
             ON r.constraint_schema = s.table_schema AND r.constraint_name = s.index_name
          WHERE s.table_schema = DATABASE() AND s.index_name <> 'PRIMARY' AND s.table_name <> 'migrations'
            AND r.constraint_name IS NULL`,
  );
  const indices = new Map<string, string[]>();
  for (const row of rows.sort((a, b) => a.p - b.p)) {
    const name = `${row.t}.${row.i}${Number(row.u) === 1 ? " unique" : ""}`;
    indices.set(name, [...(indices.get(name) ?? []), row.c]);
  }
  return [...indices].map(([name, columns]) => `${name}: ${columns}`);
}

async function holdReference(source: DataSource): Promise<void> {
  const one = async (sql: string) => Number((await source.query(sql))[0].n);
  expect(await one("SELECT COUNT(*) AS n FROM city")).toBe(21);
  expect(await one("SELECT COUNT(*) AS n FROM county")).toBe(183);
  expect(await one("SELECT COUNT(*) AS n FROM county k JOIN city c ON c.code = k.city_code")).toBe(183);
  expect(await one("SELECT COUNT(DISTINCT k.city_code) AS n FROM county k")).toBe(21);
  const perSystem: { code: string; n: number }[] = await source.query(
    "SELECT s.system_code AS code, COUNT(*) AS n FROM sector s GROUP BY s.system_code",
  );
  expect(Object.fromEntries(perSystem.map(({ code, n }) => [code, Number(n)]))).toEqual(
    Object.fromEntries(sectors.systems.map((system) => [system.code, system.items.length])),
  );
  expect(Object.fromEntries(perSystem.map(({ code, n }) => [code, Number(n)]))).toEqual({
    INDUSTRY_5_1: 6,
    AGRICULTURE_10_3: 13,
    SERVICES_4_6: 10,
    SHORTAGE: 1,
    OTHER: 1,
  });
}

function sorted(columns: ReadonlyMap<string, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries([...columns].map(([table, names]) => [table, [...names].sort()]));
}

function nameOf(entity: EntityMetadata, column: string): string {
  return `${entity.tableName}.${column}`;
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
