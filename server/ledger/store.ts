import { chmodSync, closeSync, openSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import "reflect-metadata";
import mysql from "mysql2/promise";
import { DataSource, type QueryRunner } from "typeorm";
import type { Config } from "../config.ts";
import { ledgerTables } from "./entities/ledger-tables.ts";
import { FirstLedger1764000000000 } from "./migrations/1764000000000-first-ledger.ts";

export type SqlValue = string | number | null | Buffer;

/** Reading SQL. Placeholders are `?`; values are never spliced. */
export interface Reader {
  all<T>(sql: string, values?: readonly SqlValue[]): Promise<T[]>;
}

/** One transaction that writes. */
export interface Tx extends Reader {
  /** Run a statement; answers how many rows it touched and the first id that it made. */
  run(sql: string, values?: readonly SqlValue[]): Promise<{ readonly affected: number; readonly insertId: number }>;
  /** Many rows of one table in multi-row statements; `unlessThere` passes over rows whose unique key is taken. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
    unlessThere?: boolean,
  ): Promise<void>;
}

/** The database behind the ledger: one door for reading, one for writing. */
export interface Store {
  readonly dialect: "sqlite" | "mysql";
  /** Statements that see one state of the database. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** A transaction; repeated from its start when the database asks for it (deadlock, busy). */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);

/** Open the database that the configuration names and bring its tables up to date. */
export async function openStore(config: Pick<Config, "databaseUrl" | "dataDir">): Promise<Store> {
  return config.databaseUrl ? openServer(config.databaseUrl) : openEmbedded(join(config.dataDir, "bajigong.sqlite"));
}

// ---------------------------------------------------------------------------------------------- embedded (SQLite)

async function openEmbedded(path: string): Promise<Store> {
  keepToOwner(path);
  const open = (readonly: boolean) =>
    new DataSource({
      type: "better-sqlite3",
      database: path,
      driver: sqliteDriver(),
      enableWAL: !readonly,
      readonly,
      entities: ledgerTables("sqlite"),
      migrations: readonly ? [] : [FirstLedger1764000000000],
      prepareDatabase: (connection: { pragma(text: string): unknown }) => {
        // Short: the driver waits on this process's only thread. The long patience is ours, between attempts.
        connection.pragma("busy_timeout = 20");
        if (!readonly) connection.pragma("synchronous = NORMAL");
        connection.pragma("cache_size = -24576");
      },
    }).initialize();
  const writing = await open(false);
  await migrateAlone(writing, "each");
  // SQLite has one connection per data source: reads get their own, so that a write's transaction never holds them.
  const reading = await open(true);
  const writes = new Turnstile();
  const reads = new Turnstile();
  return {
    dialect: "sqlite",
    read: (work) => reads.pass(() => inTransaction(reading, "BEGIN", (runner) => work(sqlReader(runner)))),
    write: (work) =>
      // IMMEDIATE: a deferred transaction that reads first fails at once when another process has written meanwhile.
      writes.pass(() =>
        insistently(() => inTransaction(writing, "BEGIN IMMEDIATE", (runner) => work(sqliteTx(runner)))),
      ),
    close: async () => {
      await reading.destroy();
      await writing.destroy();
    },
  };
}

/** Names and encrypted numbers stand in it. SQLite gives its -wal and -shm files the rights of the database's own. */
function keepToOwner(path: string): void {
  closeSync(openSync(path, "a", 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    try {
      chmodSync(file, 0o600);
    } catch (error) {
      // Not there yet; or somebody else's, who gave us a share in it on purpose.
      if (!["ENOENT", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
}

/** better-sqlite3 12 aborts on newer Node versions; npm installs 13 beside it there. */
function sqliteDriver(): unknown {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 24 || (major === 24 && minor >= 19) ? require("sqlite-v13") : require("better-sqlite3");
}

function sqliteTx(runner: QueryRunner): Tx {
  const tx: Tx = {
    ...sqlReader(runner),
    run: async (sql, values = []) => {
      const result = await runner.query(sql, [...values], true);
      return { affected: result.affected ?? 0, insertId: Number(result.raw ?? 0) };
    },
    insert: (table, columns, rows, unlessThere) =>
      insertRows(tx, table, columns, rows, unlessThere ? "ON CONFLICT DO NOTHING" : ""),
  };
  return tx;
}

// ---------------------------------------------------------------------------------------------- MySQL, MariaDB

async function openServer(url: string): Promise<Store> {
  const probe = await mysql.createConnection({ uri: url });
  const [rows] = await probe.query("SELECT VERSION() AS version");
  const version = String((rows as { version: string }[])[0]?.version ?? "");
  await probe.end();
  const source = await new DataSource({
    // With "mysql" the schema's difference never settles on a MariaDB server.
    type: /mariadb/i.test(version) ? "mariadb" : "mysql",
    url,
    charset: "utf8mb4",
    timezone: "Z",
    supportBigNumbers: true,
    bigNumberStrings: false,
    entities: ledgerTables("mysql"),
    migrations: [FirstLedger1764000000000],
    extra: { decimalNumbers: true, connectionLimit: 10 },
  }).initialize();
  await migrateAlone(source, "none");
  const settled = new WeakSet<object>();
  /** Whatever the server's own defaults are: a read sees one state, nothing is cut to fit, a backslash escapes. */
  const settle = async (runner: QueryRunner) => {
    const connection: object = await runner.connect();
    if (settled.has(connection)) return;
    await runner.query("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    await runner.query("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'");
    settled.add(connection);
  };
  return {
    dialect: "mysql",
    read: (work) =>
      inTransaction(
        source,
        "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
        (runner) => work(sqlReader(runner)),
        settle,
      ),
    write: (work) =>
      insistently(() => inTransaction(source, "START TRANSACTION", (runner) => work(mysqlTx(runner)), settle)),
    close: () => source.destroy(),
  };
}

/** Two processes that start at once must not both create the tables: the second finds them and goes on. */
async function migrateAlone(source: DataSource, transaction: "each" | "none"): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await source.runMigrations({ transaction });
      return;
    } catch (error) {
      if (attempt >= 20 || !/already exists|Duplicate|UNIQUE|locked/i.test(String(error))) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

function mysqlTx(runner: QueryRunner): Tx {
  const tx: Tx = {
    ...sqlReader(runner),
    run: async (sql, values = []) => {
      const result = (await runner.query(sql, [...values])) as { affectedRows?: number; insertId?: number };
      return { affected: result.affectedRows ?? 0, insertId: result.insertId ?? 0 };
    },
    insert: (table, columns, rows, unlessThere) =>
      // Not INSERT IGNORE, which also cuts what is too long and fills in what is missing.
      insertRows(tx, table, columns, rows, unlessThere ? `ON DUPLICATE KEY UPDATE ${columns[0]} = ${columns[0]}` : ""),
  };
  return tx;
}

// ---------------------------------------------------------------------------------------------- both

function sqlReader(runner: QueryRunner): Reader {
  return {
    all: async <T>(sql: string, values: readonly SqlValue[] = []) => (await runner.query(sql, [...values])) as T[],
  };
}

/** Statements stay small enough to die young: texts and lists beyond some 100 kB go straight to the old heap. */
const VALUES_AT_ONCE = 2_000;

async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  onConflict: string,
): Promise<void> {
  const perStatement = Math.max(1, Math.min(1000, Math.floor(VALUES_AT_ONCE / columns.length)));
  const one = `(${columns.map(() => "?").join(", ")})`;
  for (let from = 0; from < rows.length; from += perStatement) {
    const part = rows.slice(from, from + perStatement);
    await tx.run(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${new Array(part.length).fill(one).join(", ")} ${onConflict}`,
      part.flat(),
    );
  }
}

async function inTransaction<T>(
  source: DataSource,
  begin: string,
  work: (runner: QueryRunner) => Promise<T>,
  prepare?: (runner: QueryRunner) => Promise<void>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await prepare?.(runner);
    await runner.query(begin);
    try {
      const result = await work(runner);
      await runner.query("COMMIT");
      return result;
    } catch (error) {
      await runner.query("ROLLBACK").catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

const PATIENCE_MS = 30_000;

/** Deadlock (1213), lock wait (1205), a row changed since it was read (1020), SQLITE_BUSY: the database asks to begin again. */
async function insistently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { errno?: number; code?: string; driverError?: { errno?: number; code?: string } }) ?? {};
      const asksAgain =
        [1213, 1205, 1020].includes(code.errno ?? code.driverError?.errno ?? 0) ||
        /^SQLITE_BUSY/.test(String(code.code ?? code.driverError?.code ?? ""));
      if (!asksAgain || Date.now() >= until) throw error;
      await new Promise((done) => setTimeout(done, Math.min(200, 5 * 2 ** attempt) * Math.random()));
    }
  }
}

/** Lets one through at a time, in order. */
export class Turnstile {
  #last: Promise<unknown> = Promise.resolve();

  pass<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
