import { type ChildProcess, fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Logger as Log } from "pino";
import type { Config } from "../config.ts";
import type { SendingFile } from "../import/sending.ts";
import { type ImportMode, noteProgress, sweep } from "../ledger/batches.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { readSending } from "../ledger/read-batches.ts";
import type { Actor } from "../policy/actor.ts";

/** A sending that was received and waits to be read, checked and written. */
export interface ImportJob {
  readonly sendingId: string;
  readonly batchIds: readonly number[];
  readonly files: readonly SendingFile[];
  readonly mode: ImportMode;
  readonly actor: Actor;
  /** Removed when the work is over. */
  readonly folder: string;
}

/** What the worker process is told. */
export interface WorkerOrder {
  readonly config: Config;
  readonly job: ImportJob;
}

/** Imports in a process of their own, one after the other, so that no question waits for a workbook. */
export interface ImportWork {
  begin(job: ImportJob): void;
  /** Stops what is under way; its batches are told as interrupted. */
  close(): Promise<void>;
}

/** While a sending waits for its turn, it shows that it has not been forgotten. */
const SIGN_OF_LIFE_MS = 30_000;

export function openImportWork(deps: {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly log: Log;
  /** The module that the process runs. */
  readonly worker: URL;
}): ImportWork {
  const { ledger, log } = deps;
  const waiting: ImportJob[] = [];
  let running: { readonly process: ChildProcess; readonly over: Promise<void> } | null = null;
  let closed = false;

  const next = () => {
    const job = closed || running ? undefined : waiting.shift();
    if (!job) return;
    const child = startWorker(deps.worker);
    child.send({ config: deps.config, job } satisfies WorkerOrder);
    const over = new Promise<void>((done) => child.once("exit", (code, signal) => done(settle(job, code, signal))))
      .catch((error) => log.error({ error, sendingId: job.sendingId }, "an import could not be settled"))
      .finally(() => {
        running = null;
        next();
      });
    running = { process: child, over };
  };

  const settle = async (job: ImportJob, code: number | null, signal: NodeJS.Signals | null) => {
    await rm(job.folder, { recursive: true, force: true });
    if (code === 0) return;
    log.error({ sendingId: job.sendingId, code, signal }, "an import's process ended early");
    await sweep(ledger);
    await interrupt(ledger, job);
  };

  const signs = setInterval(() => {
    const ids = waiting.flatMap((job) => job.batchIds);
    if (ids.length > 0)
      noteProgress(ledger, ids, {}).catch((error) => log.warn({ error }, "no sign of life could be given"));
  }, SIGN_OF_LIFE_MS);
  signs.unref();

  return {
    begin(job) {
      waiting.push(job);
      next();
    },
    async close() {
      closed = true;
      clearInterval(signs);
      const last = running;
      last?.process.kill("SIGTERM");
      await last?.over;
      for (const job of waiting) {
        await rm(job.folder, { recursive: true, force: true });
        await interrupt(ledger, job);
      }
    },
  };
}

/** A Node process for a module, compiled or as it was written. */
export function startWorker(module: URL): ChildProcess {
  const path = fileURLToPath(module);
  return fork(path, [], { execArgv: path.endsWith(".ts") ? ["--import", "@oxc-node/core/register"] : [] });
}

/** What the process did not bring to an end is told as interrupted; nothing of it holds. */
async function interrupt(ledger: Ledger, job: ImportJob): Promise<void> {
  const batches = await ledger.store.read((reader) => readSending(reader, job.sendingId));
  const open = batches.filter((batch) => batch.finishedAt === null).map((batch) => batch.id);
  if (open.length > 0) {
    await noteProgress(ledger, open, {
      status: "INTERRUPTED",
      error: "处理进程中途停止；这一批没有任何内容生效，请重新上传。",
    });
  }
}
