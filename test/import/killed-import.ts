import { basename } from "node:path";
import { importSending, receiveSending } from "../../server/import/sending.ts";
import { openLedger } from "../../server/ledger/ledger.ts";
import type { Actor } from "../../server/policy/actor.ts";
import { LINE_COUNTING } from "../../server/tallies/count-lines.ts";

/* An import in a process that a test kills: it says at which station it stands and waits there for its end. */

const [dataDir = "", url = "-", personalDataKey = "", stopAt = "", ...paths] = process.argv.slice(2);
const clock = { now: () => new Date("2026-10-31T04:00:00.000Z") };
const ledger = await openLedger(
  { dataDir, databaseUrl: url === "-" ? null : url, personalDataKey },
  { clock, counting: LINE_COUNTING },
);
const actor: Actor = { name: "killed", role: "ADMINISTRATOR", from: "test" };
const files = paths.map((path) => ({ path, fileName: basename(path) }));
const received = await receiveSending(ledger, files, { mode: "partial", actor });
await importSending({ ledger }, received, files, {
  mode: "partial",
  actor,
  onStation: async (station) => {
    if (station !== stopAt) return;
    process.send?.(station);
    await new Promise((done) => setTimeout(done, 60_000));
  },
});
process.send?.("done");
await ledger.close();
process.disconnect?.();
