import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { localAdministrator } from "./access/local-administrator.ts";
import { makeApp } from "./api/http-app.ts";
import { openImportWork } from "./api/import-work.ts";
import { leftUploads } from "./api/uploads.ts";
import type { Config } from "./config.ts";
import { sweep } from "./ledger/batches.ts";
import { type Ledger, openLedger } from "./ledger/ledger.ts";
import type { Log } from "./log.ts";
import type { Clock } from "./policy/clock.ts";
import { LINE_COUNTING } from "./tallies/count-lines.ts";
import { openTallies, type Tallies } from "./tallies/tallies.ts";

/** A server that is running. */
export interface Running {
  readonly url: string;
  readonly ledger: Ledger;
  readonly tallies: Tallies;
  /** Something outside fills the ledger: pages say so until it is over. */
  setLoading(loading: boolean): void;
  close(): Promise<void>;
}

interface ServeOptions {
  readonly config: Config;
  readonly log: Log;
  /** Folder of the built dashboard. */
  readonly dashboard: string;
  /** The module of the process that imports. */
  readonly worker: URL;
  readonly clock?: Clock;
}

/** Open the ledger, tie counting to its door, and serve it on one port. */
export async function serve(options: ServeOptions): Promise<Running> {
  const clock = options.clock ?? SYSTEM_CLOCK;
  const ledger = await openLedger(options.config, { clock, counting: LINE_COUNTING });
  try {
    return await serveLedger(ledger, options);
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

async function serveLedger(ledger: Ledger, { config, log, dashboard, worker }: ServeOptions): Promise<Running> {
  const interrupted = await sweep(ledger);
  if (interrupted > 0) log.warn({ batches: interrupted }, "batches that an earlier process left unfinished were swept");
  const left = await leftUploads(ledger);
  const tallies = openTallies(ledger);
  const work = openImportWork({ config, ledger, log, worker });
  let loading = false;
  const { app, stop } = await makeApp({ config, ledger, tallies, work, log, isLoading: () => loading, dashboard });
  const server = await listen(createServer(TIMEOUTS, app), config);
  await left.remove();
  // The first page then finds the counts in memory, or on their way there.
  tallies
    .view(localAdministrator("start").scope)
    .catch((error) => log.error({ error }, "the ledger could not be counted"));
  const { address, family, port } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${port}`,
    ledger,
    tallies,
    setLoading: (value) => {
      loading = value;
    },
    async close() {
      await closeServer(server);
      await work.close();
      await stop();
      await ledger.close();
    },
  };
}

/** The machine's own time; the only place where it is read. */
const SYSTEM_CLOCK: Clock = { now: () => new Date() };

/** A slow network may take minutes over a workbook; headers come at once or not at all. */
const TIMEOUTS = {
  requestTimeout: 600_000,
  headersTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/** Requests under way get so long to end. */
const PATIENCE_MS = 5_000;

function listen(server: Server, { host, port }: Pick<Config, "host" | "port">): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const hurry = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearTimeout(hurry);
}
