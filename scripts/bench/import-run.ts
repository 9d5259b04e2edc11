import { growHeapSlowly } from "../../server/import/flat-memory.ts";
import { importSending, receiveSending } from "../../server/import/sending.ts";
import { openLedger } from "../../server/ledger/ledger.ts";
import type { Actor } from "../../server/policy/actor.ts";
import { LINE_COUNTING } from "../../server/tallies/count-lines.ts";

growHeapSlowly();

/* One import in a process of its own, so that its peak memory is its own: DATA_DIR, url or "-", files. Prints JSON. */

const [dataDir = "", url = "-", filings = "", certificates = ""] = process.argv.slice(2);
const ledger = await openLedger(
  { databaseUrl: url === "-" ? null : url, dataDir, personalDataKey: Buffer.alloc(32, 1).toString("base64") },
  { clock: { now: () => new Date() }, counting: LINE_COUNTING },
);
const actor: Actor = { name: "bench", role: "ADMINISTRATOR", from: "bench" };
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const stations: Record<string, number> = {};
const run = async (path: string) => {
  const files = [{ path, fileName: path.split("/").at(-1)! }];
  const received = await receiveSending(ledger, files, { mode: "partial", actor });
  let last = Date.now();
  return importSending({ ledger }, received, files, {
    mode: "partial",
    actor,
    onStation: async (station) => {
      stations[station] = Date.now() - last;
      last = Date.now();
      peak = Math.max(peak, process.memoryUsage().rss);
    },
  });
};
await run(filings);
const begun = Date.now();
const report = await run(certificates);
const ms = Date.now() - begun;
clearInterval(watch);
const [sheet] = report.batches[0]!.sheets;
console.log(
  JSON.stringify({
    ms,
    peakMb: Math.round(Math.max(peak, process.resourceUsage().maxRSS * 1024) / 1e6),
    read: sheet!.read,
    created: sheet!.created,
    refused: sheet!.refused,
    stations,
  }),
);
await ledger.close();
