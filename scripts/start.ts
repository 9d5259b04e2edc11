import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startWorker } from "../server/api/import-work.ts";
import { type Config, ConfigFault, readConfig } from "../server/config.ts";
import { type Ledger, WrongKey } from "../server/ledger/ledger.ts";
import { readBatches } from "../server/ledger/read-batches.ts";
import { type Log, openLog } from "../server/log.ts";
import { type Running, serve } from "../server/main.ts";
import type { DemoOrder } from "./import-worker.ts";

/** `npm start`: the whole product on one port. Pages answer at once; an empty ledger is filled with the demo meanwhile. */
const COMPILED = import.meta.url.endsWith(".js");
const DASHBOARD = fileURLToPath(new URL(COMPILED ? "../dashboard" : "../dist/dashboard", import.meta.url));
const WORKER = new URL(`./import-worker.${COMPILED ? "js" : "ts"}`, import.meta.url);

await start().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});

async function start(): Promise<void> {
  const config = readConfig();
  const log = openLog(config.logLevel);
  const running = await serve({ config, log, dashboard: DASHBOARD, worker: WORKER });
  console.log(`八级工进度台：${running.url}　（查询台 ${running.url}/playground，Ctrl+C 停止）`);
  const stopping = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopping.abort();
      // A second signal, or a close that hangs, ends the process the hard way.
      process.once(signal, () => process.exit(130));
      setTimeout(() => process.exit(1), 20_000).unref();
      running.close().catch((error) => log.error({ error }, "did not close cleanly"));
    });
  }
  if (await wantsDemo(config, running)) await loadDemo(config, running, log, stopping.signal);
}

/** An empty ledger, or one whose loading of the demo was cut short. */
async function wantsDemo(config: Config, { ledger, tallies }: Running): Promise<boolean> {
  if (!config.demo || (await tallies.revision()) > 0) return false;
  return ledger.isDemo() || (await hasNoHistory(ledger));
}

async function hasNoHistory(ledger: Ledger): Promise<boolean> {
  const { totalCount } = await ledger.store.read((reader) => readBatches(reader, { first: 1, beforeId: null }));
  return totalCount === 0;
}

async function loadDemo(config: Config, running: Running, log: Log, stopping: AbortSignal): Promise<void> {
  const began = performance.now();
  running.setLoading(true);
  // The generator is of no use to a ledger that is full.
  const { DEMO_DEFAULTS } = await import("./demo/write-demo-province.ts");
  if (!running.ledger.isDemo()) await running.ledger.markDemo(DEMO_DEFAULTS.lastDay);
  console.log("台账为空，正在装入演示数据（设 DEMO=0 则不装）……");
  const child = startWorker(WORKER);
  stopping.addEventListener("abort", () => child.kill("SIGTERM"));
  child.send({ config, demo: DEMO_DEFAULTS } satisfies DemoOrder);
  const [code] = (await once(child, "exit")) as [number | null];
  running.setLoading(false);
  if (stopping.aborted) return;
  const seconds = Math.round((performance.now() - began) / 1000);
  if (code === 0) console.log(`演示数据已装入，用时 ${seconds} 秒。`);
  else log.error({ code }, "the demo province could not be loaded");
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigFault || error instanceof WrongKey) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return "端口已被占用：请停掉占用它的程序，或用 PORT=… 换一个端口。";
  if (code === "EACCES") return `没有权限：${message}`;
  if (code === "ECONNREFUSED" || code === "ER_ACCESS_DENIED_ERROR") return `连不上数据库（DATABASE_URL）：${code}`;
  return `启动失败：${message ?? String(error)}`;
}
