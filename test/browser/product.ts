import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeDemoProvince } from "../../scripts/demo/write-demo-province.ts";
import { importSending, receiveSending } from "../../server/import/sending.ts";
import { openLedger } from "../../server/ledger/ledger.ts";
import { LINE_COUNTING } from "../../server/tallies/count-lines.ts";
import { ADMINISTRATOR, TODAY } from "../builders/ledger.ts";

/** The checkout's root, and what its server serves. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PAGES = join(ROOT, "dist", "dashboard");

/** The product as `npm start` runs it, in a process of its own. */
export interface Product {
  readonly url: string;
  readonly folder: string;
  /** The data of a question that must succeed, past the browser. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  data(query: string, variables?: object): Promise<any>;
  /** What the process has said so far, log lines included. */
  said(): string;
  /** End the process; the folder stays. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Start it: over a small demo province of so many people, with the demo's own loading, or on an empty ledger. */
export async function startProduct(ledger: { readonly people: number } | "loading" | "empty"): Promise<Product> {
  await buildPages();
  const folder = await mkdtemp(join(tmpdir(), "bajigong-browser-"));
  try {
    if (typeof ledger === "object") await fill(folder, ledger.people);
    const { child, url, said } = await launch(folder, ledger === "loading");
    const stop = () => end(child);
    return {
      url,
      folder,
      async data(query, variables) {
        const response = await fetch(`${url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query, variables }),
        });
        const answer = await response.json();
        if (answer.errors) throw new Error(JSON.stringify(answer.errors, null, 2));
        return answer.data;
      },
      said,
      stop,
      async close() {
        await stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A demo province, brought in as the product brings in its own; its today then stands still. */
async function fill(folder: string, people: number): Promise<void> {
  const ledger = await openLedger(
    { databaseUrl: null, dataDir: folder, personalDataKey: null },
    { clock: { now: () => new Date() }, counting: LINE_COUNTING },
  );
  try {
    await ledger.markDemo(TODAY);
    const out = join(folder, "workbooks");
    const { files } = await writeDemoProvince({ people, seed: 1, out, lastDay: TODAY });
    const sent = files.map((path) => ({ path, fileName: basename(path) }));
    const options = { mode: "partial", actor: ADMINISTRATOR } as const;
    await importSending({ ledger }, await receiveSending(ledger, sent, options), sent, options);
    await rm(out, { recursive: true });
  } finally {
    await ledger.close();
  }
}

/** The port is the machine's choice; the product prints where it is. */
async function launch(
  folder: string,
  demo: boolean,
): Promise<{ readonly child: ChildProcess; readonly url: string; said(): string }> {
  const child = spawn(process.execPath, ["--import", "@oxc-node/core/register", "scripts/start.ts"], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: folder,
      PORT: "0",
      DEMO: demo ? "1" : "0",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const url = await new Promise<string>((found, failed) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      const printed = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (printed) found(printed[0]);
    };
    child.stdout!.on("data", listen);
    child.stderr!.on("data", listen);
    child.once("exit", (code) => failed(new Error(`the product did not start (${code}):\n${said}`)));
  });
  return { child, url, said: () => said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await gone;
}

const LOCK = join(ROOT, "dist", ".pages-lock");
const SOURCES = ["dashboard", "schema", "package-lock.json"];

/** Build the pages where the server looks for them, if they are missing or older than their sources; one build at a time. */
export async function buildPages(): Promise<void> {
  for (;;) {
    if (!existsSync(LOCK) && isFresh()) return;
    if (await take()) break;
    await wait(300);
  }
  try {
    // In a process of its own: built among tests, the pages would be made for tests.
    const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
    const how = ["build", "--config", "dashboard/vite.config.ts", "--logLevel", "error"];
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" };
    if (!isFresh()) await promisify(execFile)(process.execPath, [vite, ...how], { cwd: ROOT, env });
  } finally {
    await rm(LOCK, { force: true });
  }
}

async function take(): Promise<boolean> {
  try {
    await (await open(LOCK, "wx")).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Left behind by a run that was killed.
    const held = await stat(LOCK).catch(() => null);
    if (held && Date.now() - held.mtimeMs > 120_000) await rm(LOCK, { force: true });
    return false;
  }
}

function isFresh(): boolean {
  const built = ["index.html", "playground/index.html"].map((name) => join(PAGES, name));
  if (!built.every((path) => existsSync(path))) return false;
  const since = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return SOURCES.every((name) => newestOf(join(ROOT, name)) < since);
}

function newestOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestOf(join(path, name))));
}
