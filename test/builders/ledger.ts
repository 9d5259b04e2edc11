import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import mysql from "mysql2/promise";
import { describe } from "vitest";
import type { Config } from "../../server/config.ts";
import { importSending, receiveSending, type SendingOptions, type SendingReport } from "../../server/import/sending.ts";
import type { ImportMode } from "../../server/ledger/batches.ts";
import { type Ledger, openLedger } from "../../server/ledger/ledger.ts";
import type { Actor, Scope } from "../../server/policy/actor.ts";
import type { Day } from "../../server/policy/day.ts";
import type { CoverageDefinition } from "../../server/policy/definition.ts";
import { LINE_COUNTING } from "../../server/tallies/count-lines.ts";
import { openTallies, type Tallies } from "../../server/tallies/tallies.ts";
import type { LedgerView } from "../../server/tallies/view.ts";

export type DatabaseKind = "sqlite" | "mariadb";
export const ADMINISTRATOR: Actor = { name: "test", role: "ADMINISTRATOR", from: "test" };
export const PROVINCE: Scope = { kind: "PROVINCE", personalData: true };

/** Today in the tests, unless a test sets its own. */
export const TODAY: Day = "2026-10-31";

export interface TestLedger {
  readonly ledger: Ledger;
  readonly tallies: Tallies;
  readonly config: Pick<Config, "databaseUrl" | "dataDir" | "personalDataKey">;
  importFiles(
    files: readonly string[],
    options?: { readonly mode?: ImportMode; readonly actor?: Actor; readonly onStation?: SendingOptions["onStation"] },
  ): Promise<SendingReport>;
  view(options?: { readonly knownAt?: Day; readonly definition?: CoverageDefinition }): Promise<LedgerView>;
  /** Let the clock stand at noon of another day. */
  setToday(day: Day): void;
  close(): Promise<void>;
}

const SERVER = process.env.TEST_MARIADB ?? "mysql://root@127.0.0.1:3306";

/** An empty ledger in a database of its own, gone when it is closed. */
export async function openTestLedger(kind: DatabaseKind, options: { readonly today?: Day } = {}): Promise<TestLedger> {
  const dataDir = await mkdtemp(join(tmpdir(), "bajigong-test-"));
  const database = `bajigong_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  if (kind === "mariadb")
    await onServer((connection) =>
      connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`),
    );
  const config = {
    databaseUrl: kind === "mariadb" ? `${SERVER}/${database}` : null,
    dataDir,
    personalDataKey: Buffer.alloc(32, 7).toString("base64"),
  };
  let today = options.today ?? TODAY;
  const clock = { now: () => new Date(`${today}T04:00:00.000Z`) };
  const ledger = await openLedger(config, { clock, counting: LINE_COUNTING });
  const tallies = openTallies(ledger);
  return {
    ledger,
    tallies,
    config,
    setToday: (day) => {
      today = day;
    },
    async importFiles(paths, { mode = "partial", actor = ADMINISTRATOR, onStation } = {}) {
      const files = paths.map((path) => ({ path, fileName: basename(path) }));
      const received = await receiveSending(ledger, files, { mode, actor });
      return importSending({ ledger }, received, files, { mode, actor, ...(onStation ? { onStation } : {}) });
    },
    view: (asked) => tallies.view(PROVINCE, asked),
    async close() {
      await ledger.close();
      if (kind === "mariadb") await onServer((connection) => connection.query(`DROP DATABASE ${database}`));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function onServer(work: (connection: mysql.Connection) => Promise<unknown>): Promise<void> {
  const connection = await mysql.createConnection(SERVER);
  try {
    await work(connection);
  } finally {
    await connection.end();
  }
}

async function serverAnswers(): Promise<boolean> {
  try {
    await onServer((connection) => connection.query("SELECT 1"));
    return true;
  } catch {
    return false;
  }
}

const HAS_SERVER = await serverAnswers();
const REQUIRED = process.env.REQUIRE_MARIADB === "1";

/** The same tests on both databases. Without a MariaDB server its half is skipped, aloud; REQUIRE_MARIADB=1 makes that a failure. */
export function forEachDatabase(name: string, tests: (kind: DatabaseKind) => void): void {
  describe(`${name} [sqlite]`, () => tests("sqlite"));
  if (HAS_SERVER || REQUIRED) describe(`${name} [mariadb]`, () => tests("mariadb"));
  else {
    console.warn(`\n  !! 没有 MariaDB（${SERVER.replace(/\/\/.*@/, "//")}）：“${name}”在 MariaDB 上的测试跳过了 !!\n`);
    describe.skip(`${name} [mariadb] (no server at TEST_MARIADB)`, () => tests("mariadb"));
  }
}
