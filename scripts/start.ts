import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startWorker } from "../server/api/import-work.ts";
import { type Config, readConfig } from "../server/config.ts";
import { sweep } from "../server/ledger/batches.ts";
import type { Ledger } from "../server/ledger/ledger.ts";
import { readBatches, readSendingsUnderWay } from "../server/ledger/read-batches.ts";
import { type Log, openLog } from "../server/log.ts";
import { type Running, serve } from "../server/main.ts";
import type { DemoOrder } from "./import-worker.ts";
import { plainSentence } from "./plain-sentence.ts";

/** `npm start`: the whole product on one port. Pages answer at once; an empty ledger is filled with the demo meanwhile. */
const COMPILED = import.meta.url.endsWith(".js");
const DASHBOARD = fileURLToPath(new URL(COMPILED ? "../dashboard" : "../dist/dashboard", import.meta.url));
const WORKER = new URL(`./import-worker.${COMPILED ? "js" : "ts"}`, import.meta.url);

/** So long a loader that nobody waits for any more may take to end. */
const PATIENCE_MS = 60_000;

await start().catch((error: unknown) => {
  console.error(plainSentence(error, "启动失败"));
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
  if (!(await wantsDemo(config, running))) return;
  running.setLoading(true);
  try {
    await loadDemo(config, running, log, stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) log.error({ error }, "the demo province could not be loaded");
  } finally {
    running.setLoading(false);
  }
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

/** A loader that a killed server left behind ends once it hears of that; what it had begun is then swept. */
async function earlierLoaderOver(ledger: Ledger): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(200)) {
    await sweep(ledger);
    if ((await ledger.store.read(readSendingsUnderWay)).size === 0) return;
  }
}

async function loadDemo(config: Config, running: Running, log: Log, stopping: AbortSignal): Promise<void> {
  const began = performance.now();
  await earlierLoaderOver(running.ledger);
  if (stopping.aborted || (await running.tallies.revision()) > 0) return;
  // The generator is of no use to a ledger that is full.
  const { DEMO_DEFAULTS } = await import("./demo/write-demo-province.ts");
  if (!running.ledger.isDemo()) await running.ledger.markDemo(DEMO_DEFAULTS.lastDay);
  console.log("台账为空，正在装入演示数据（设 DEMO=0 则不装）……");
  const child = startWorker(WORKER);
  stopping.addEventListener("abort", () => child.kill("SIGTERM"));
  child.send({ config, demo: DEMO_DEFAULTS } satisfies DemoOrder);
  const [code] = (await once(child, "exit")) as [number | null];
  if (stopping.aborted) return;
  const seconds = Math.round((performance.now() - began) / 1000);
  if (code === 0) console.log(`演示数据已装入，用时 ${seconds} 秒。`);
  else log.error({ code }, "the demo province could not be loaded");
}
