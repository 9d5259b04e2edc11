import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ImportJob, WorkerOrder } from "../server/api/import-work.ts";
import type { Config } from "../server/config.ts";
import { importSending, receiveSending } from "../server/import/sending.ts";
import { type Ledger, openLedger } from "../server/ledger/ledger.ts";
import { openLog } from "../server/log.ts";
import type { Actor } from "../server/policy/actor.ts";
import { LINE_COUNTING } from "../server/tallies/count-lines.ts";
import { writeDemoProvince } from "./demo/write-demo-province.ts";

/** The process beside the server that does its long work: an upload that was received, or the demo province. */
export interface DemoOrder {
  readonly config: Config;
  readonly demo: { readonly people: number; readonly seed: number; readonly lastDay: string };
}

const LOADER: Actor = { name: "演示数据", role: "ADMINISTRATOR", from: "demo" };

process.once("message", (order: WorkerOrder | DemoOrder) => {
  const log = openLog(order.config.logLevel);
  work(order)
    .catch((error) => {
      log.error({ error }, "the import's process failed");
      process.exitCode = 1;
    })
    .finally(() => process.disconnect());
});

async function work(order: WorkerOrder | DemoOrder): Promise<void> {
  const ledger = await openLedger(order.config, { clock: { now: () => new Date() }, counting: LINE_COUNTING });
  try {
    if ("demo" in order) await loadDemo(ledger, order);
    else await importJob(ledger, order.job);
  } finally {
    await ledger.close();
  }
}

async function importJob(ledger: Ledger, job: ImportJob): Promise<void> {
  const received = { sendingId: job.sendingId, batches: job.batchIds.map((id) => ({ id })) };
  await importSending({ ledger }, received, job.files, { mode: job.mode, actor: job.actor });
}

/** The demo comes in as any province would: as workbooks, through every rule. */
async function loadDemo(ledger: Ledger, { config, demo }: DemoOrder): Promise<void> {
  // A fixed place: what a killed loading left there goes when the next one begins.
  const folder = join(config.dataDir, "demo-workbooks");
  await rm(folder, { recursive: true, force: true });
  try {
    const { files } = await writeDemoProvince({ ...demo, out: folder });
    const sent = files.map((path) => ({ path, fileName: basename(path) }));
    const options = { mode: "partial", actor: LOADER } as const;
    await importSending({ ledger }, await receiveSending(ledger, sent, options), sent, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
