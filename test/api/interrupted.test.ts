import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DemoOrder } from "../../scripts/import-worker.ts";
import type { WorkerOrder } from "../../server/api/import-work.ts";
import { leftUploads } from "../../server/api/uploads.ts";
import type { Config } from "../../server/config.ts";
import { receiveSending } from "../../server/import/sending.ts";
import { sweep } from "../../server/ledger/batches.ts";
import { verifyCounts } from "../../server/tallies/verify.ts";
import { ADMINISTRATOR, openTestLedger, type TestLedger, TODAY } from "../builders/ledger.ts";
import { aFiling } from "../builders/rows.ts";
import { writeSheets } from "../builders/xlsx.ts";
import { WORKER } from "./running.ts";

describe("the process that imports, once its server is killed", () => {
  let test: TestLedger;
  let uploads: string;
  const children = new Set<ChildProcess>();

  beforeEach(async () => {
    test = await openTestLedger("sqlite");
    uploads = join(test.config.dataDir, "uploads");
  });
  afterEach(async () => {
    for (const child of children) child.kill("SIGKILL");
    children.clear();
    await test.close();
  });

  const config = (): Config => ({
    ...test.config,
    host: "127.0.0.1",
    port: 0,
    demo: true,
    logLevel: "info",
  });

  /** Started as a server does; `over` answers its exit code and all that it said. */
  function start(order: WorkerOrder | DemoOrder) {
    const child = fork(fileURLToPath(WORKER), [], { execArgv: ["--import", "@oxc-node/core/register"], silent: true });
    children.add(child);
    let said = "";
    for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (chunk) => (said += String(chunk)));
    // "close" does not come after a disconnection; what was said lies in the pipes for a moment.
    const over = new Promise<number | null>((done) => child.once("exit", done)).then(async (code) => {
      await wait(100);
      return { code, said };
    });
    child.send(order);
    return { child, over };
  }

  const statuses = () =>
    test.ledger.store.read(async (reader) => [
      ...new Set((await reader.all<{ status: string }>("SELECT b.status FROM batch b")).map((row) => row.status)),
    ]);

  it("gives up loading the demo, and the next one loads it whole", async () => {
    await test.ledger.markDemo(TODAY);
    const order: DemoOrder = { config: config(), demo: { people: 500, seed: 1, lastDay: TODAY } };
    const { child, over } = start(order);
    while ((await statuses()).length === 0) await wait(5);
    child.disconnect();
    expect(await over).toEqual({ code: 1, said: "" });
    expect(await readdir(uploads)).toEqual([]);
    await sweep(test.ledger);
    expect(await statuses()).toEqual(["INTERRUPTED"]);
    expect(await test.tallies.revision()).toBe(0);

    expect(await start(order).over).toEqual({ code: 0, said: "" });
    expect(await readdir(uploads)).toEqual([]);
    expect((await statuses()).sort()).toEqual(["ADMITTED", "INTERRUPTED"]);
    expect(await test.tallies.revision()).toBe(1);
    expect((await verifyCounts(test.ledger)).drift).toEqual([]);
  });

  it("gives up while the demo's workbooks are still being written, and leaves none", async () => {
    const { child, over } = start({ config: config(), demo: { people: 5_000, seed: 1, lastDay: TODAY } });
    while (!existsSync(uploads) || (await readdir(uploads)).length === 0) await wait(5);
    child.disconnect();
    expect(await over).toEqual({ code: 1, said: "" });
    expect(await readdir(uploads)).toEqual([]);
    expect(await statuses()).toEqual([]);
  });

  it("works an upload off to its end, and removes it with the ID numbers that it holds", async () => {
    const folder = join(uploads, "sent");
    await mkdir(folder, { recursive: true });
    const path = join(folder, "book.xlsx");
    await writeSheets(path, [{ kind: "FILINGS", filledOn: "2026-10-01", rows: [aFiling(1)] }]);
    const files = [{ path, fileName: "book.xlsx" }];
    const received = await receiveSending(test.ledger, files, { mode: "partial", actor: ADMINISTRATOR });
    const job = {
      sendingId: received.sendingId,
      batchIds: received.batches.map((batch) => batch.id),
      files,
      mode: "partial",
      actor: ADMINISTRATOR,
      folder,
    } as const;
    const { child, over } = start({ config: config(), job });
    while ((await statuses())[0] === "RECEIVED") await wait(1);
    child.disconnect();
    expect(await over).toEqual({ code: 0, said: "" });
    expect(await statuses()).toEqual(["ADMITTED"]);
    expect(existsSync(folder)).toBe(false);
  });

  it("leaves uploads that nobody works on, which go at the next start; those under way stay", async () => {
    const path = join(test.config.dataDir, "book.xlsx");
    await writeSheets(path, [{ kind: "FILINGS", filledOn: "2026-10-01", rows: [aFiling(1)] }]);
    const files = [{ path, fileName: "book.xlsx" }];
    const { sendingId } = await receiveSending(test.ledger, files, { mode: "partial", actor: ADMINISTRATOR });
    for (const name of [sendingId, "0b5e7e0e-half-received", "demo-x"]) {
      await mkdir(join(uploads, name), { recursive: true });
      await cp(path, join(uploads, name, "file"));
    }
    const left = await leftUploads(test.ledger);
    await mkdir(join(uploads, "just-arrived"));
    await left.remove();
    expect((await readdir(uploads)).sort()).toEqual([sendingId, "just-arrived"].sort());
    await test.ledger.store.write((tx) => tx.run("UPDATE batch SET status = 'INTERRUPTED'"));
    await (await leftUploads(test.ledger)).remove();
    expect(await readdir(uploads)).toEqual([]);
  });
});
