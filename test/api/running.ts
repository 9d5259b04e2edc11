import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import mysql from "mysql2/promise";
import type { Config } from "../../server/config.ts";
import { importSending, receiveSending } from "../../server/import/sending.ts";
import { openLog } from "../../server/log.ts";
import { type Running, serve } from "../../server/main.ts";
import type { Clock } from "../../server/policy/clock.ts";
import { dayInSichuan } from "../../server/policy/day.ts";
import type { LedgerKind } from "../../server/policy/words.ts";
import { ADMINISTRATOR, type DatabaseKind, TODAY } from "../builders/ledger.ts";
import { writeSheets } from "../builders/xlsx.ts";
import type { Row } from "../reference/province.ts";

type Sheets = Partial<Record<LedgerKind, readonly Row[]>>;

interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string; readonly mend: string; readonly allowed?: readonly string[] };
  }[];
}

/** A real server on a port of its own, with an empty ledger whose today is the tests'. */
export interface TestServer {
  readonly url: string;
  readonly running: Running;
  /** Put a question; answers the body, whatever the status. */
  ask(query: string, variables?: object): Promise<Answer>;
  /** The data of a question that must succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  data(query: string, variables?: object): Promise<any>;
  /** Write a workbook; answers its path. */
  book(sheets: Sheets, name?: string): Promise<string>;
  /** Bring a workbook in without the detour by HTTP. */
  bring(sheets: Sheets): Promise<void>;
  close(): Promise<void>;
}

export async function startTestServer(
  options: {
    readonly dashboard?: string;
    readonly database?: DatabaseKind;
    /** A clock of the test's own; nothing then stands still, and the importing process is of no use. */
    readonly clock?: Clock;
  } = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "bajigong-api-"));
  const database = options.database === "mariadb" ? await createDatabase() : null;
  const config: Config = {
    host: "127.0.0.1",
    port: 0,
    dataDir,
    databaseUrl: database?.url ?? null,
    personalDataKey: Buffer.alloc(32, 7).toString("base64"),
    demo: false,
    logLevel: "silent",
  };
  const running = await serve({
    config,
    log: openLog("silent"),
    dashboard: options.dashboard ?? join(dataDir, "no-dashboard"),
    worker: WORKER,
    ...(options.clock ? { clock: options.clock } : {}),
  });
  // The demo's day stands still for the importing process as well, which has no injected clock.
  if (!options.clock) await running.ledger.markDemo(TODAY);
  let books = 0;
  const ask: TestServer["ask"] = async (query, variables) => {
    const response = await fetch(`${running.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  const book: TestServer["book"] = async (sheets, name = `book-${++books}.xlsx`) => {
    const path = join(dataDir, name);
    await writeSheets(
      path,
      Object.entries(sheets).map(([kind, rows]) => ({
        kind: kind as LedgerKind,
        filledOn: options.clock ? dayInSichuan(options.clock.now()) : "2026-10-01",
        rows: [...rows],
      })),
    );
    return path;
  };
  return {
    url: running.url,
    running,
    ask,
    async data(query, variables) {
      const answer = await ask(query, variables);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors, null, 2));
      return answer.data;
    },
    book,
    async bring(sheets) {
      const path = await book(sheets);
      const files = [{ path, fileName: basename(path) }];
      const sent = { mode: "atomic", actor: ADMINISTRATOR } as const;
      const { ledger } = running;
      const report = await importSending({ ledger }, await receiveSending(ledger, files, sent), files, sent);
      if (report.revision === null) throw new Error(JSON.stringify(report.batches[0]?.faults.slice(0, 3)));
    },
    async close() {
      await running.close();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const MARIADB = process.env.TEST_MARIADB ?? "mysql://root@127.0.0.1:3306";

async function createDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `bajigong_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const run = async (sql: string) => {
    const connection = await mysql.createConnection(MARIADB);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { url: `${MARIADB}/${name}`, drop: () => run(`DROP DATABASE ${name}`) };
}

/** The process that imports. */
export const WORKER = new URL("../../scripts/import-worker.ts", import.meta.url);

/** The checkout's root. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
