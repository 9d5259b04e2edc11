import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
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
    .finally(() => {
      // The server may have gone meanwhile; an upload is worked off to its end all the same.
      if (process.connected) process.disconnect();
    });
});

async function work(order: WorkerOrder | DemoOrder): Promise<void> {
  try {
    const ledger = await openLedger(order.config, { clock: { now: () => new Date() }, counting: LINE_COUNTING });
    try {
      if ("demo" in order) await loadDemo(ledger, order);
      else await importJob(ledger, order.job);
    } finally {
      await ledger.close();
    }
  } finally {
    // Uploads hold people's numbers: nobody may be left who would remove them.
    if ("job" in order) await rm(order.job.folder, { recursive: true, force: true });
  }
}

async function importJob(ledger: Ledger, job: ImportJob): Promise<void> {
  const received = { sendingId: job.sendingId, batches: job.batchIds.map((id) => ({ id })) };
  await importSending({ ledger }, received, job.files, { mode: job.mode, actor: job.actor });
}

/** The demo comes in as any province would: as workbooks, through every rule; as a whole or not at all. */
async function loadDemo(ledger: Ledger, { config, demo }: DemoOrder): Promise<void> {
  const uploads = join(config.dataDir, "uploads");
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(uploads, "demo-"));
  // Whoever starts the server again loads the demo anew: what an earlier loader would still bring in is in the way.
  const giveUp = () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  };
  for (const end of ["disconnect", "SIGTERM", "SIGINT"] as const) process.once(end, giveUp);
  try {
    const { files } = await writeDemoProvince({ ...demo, out: folder });
    const sent = files.map((path) => ({ path, fileName: basename(path) }));
    await letEventsIn();
    const options = { mode: "atomic", actor: LOADER, onStation: letEventsIn } as const;
    const report = await importSending({ ledger }, await receiveSending(ledger, sent, options), sent, options);
    if (report.batches.some(({ status }) => status !== "ADMITTED")) throw new Error("the demo province was refused");
  } finally {
    process.off("disconnect", giveUp);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The embedded database answers without letting go of the thread: only here is the server's end heard of. */
function letEventsIn(): Promise<void> {
  return new Promise((done) => setTimeout(done, 20));
}
