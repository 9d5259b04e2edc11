import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answerCoverage } from "../../server/figures/coverage.ts";
import { sweep } from "../../server/ledger/batches.ts";
import { STATE_TABLES } from "../../server/ledger/lookup.ts";
import { HEADLINE } from "../../server/policy/definition.ts";
import { verifyCounts } from "../../server/tallies/verify.ts";
import { forEachDatabase, openTestLedger, type TestLedger } from "../builders/ledger.ts";
import { aCertificate, aFiling, aHeadcount } from "../builders/rows.ts";
import { writeSheets } from "../builders/xlsx.ts";

forEachDatabase("an import that is killed", (kind) => {
  let test: TestLedger;
  let folder: string;
  let first: string;
  let second: string;

  beforeEach(async () => {
    test = await openTestLedger(kind);
    folder = await mkdtemp(join(tmpdir(), "bajigong-killed-"));
    first = join(folder, "first.xlsx");
    second = join(folder, "second.xlsx");
    await writeSheets(first, [
      { kind: "FILINGS", filledOn: "2026-10-01", rows: [aFiling(1)] },
      { kind: "HEADCOUNTS", filledOn: null, rows: [aHeadcount(1, { 技能岗位从业人员合计: 100 })] },
      { kind: "CERTIFICATES", filledOn: null, rows: [aCertificate(1, 1), aCertificate(1, 2)] },
    ]);
    const many = Array.from({ length: 60 }, (_, index) => aCertificate(1, index + 3));
    await writeSheets(second, [
      { kind: "HEADCOUNTS", filledOn: null, rows: [aHeadcount(1, { 技能岗位从业人员合计: 120 })] },
      { kind: "CERTIFICATES", filledOn: null, rows: [...many, { ...aCertificate(1, 1), 注销日期: "2026-01-01" }] },
    ]);
    await test.importFiles([first]);
  });
  afterEach(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  const figure = async () => {
    const [row] = answerCoverage(await test.view(), {
      asOf: "2026-10-31",
      groupBy: [],
      filter: {},
      basis: "REGISTER",
      definition: HEADLINE,
    });
    return [row!.skilledHeadcount, row!.certifiedHeadcount];
  };
  const statuses = () =>
    test.ledger.store.read((reader) =>
      reader.all<{ status: string; entry_id: number | null }>("SELECT b.status, b.entry_id FROM batch b ORDER BY b.id"),
    );
  const unseenRows = async () => {
    const tables = [...Object.values(STATE_TABLES), "claim", "head_delta"];
    let count = 0;
    for (const table of tables) {
      const [row] = await test.ledger.store.read((reader) =>
        reader.all<{ n: number }>(
          `SELECT COUNT(*) AS n FROM ${table} x LEFT JOIN entry e ON e.id = x.entry_id WHERE e.revision IS NULL`,
        ),
      );
      count += Number(row!.n);
    }
    return count;
  };

  function start(stopAt: string): ChildProcess {
    const { dataDir, databaseUrl, personalDataKey } = test.config;
    return fork(
      new URL("killed-import.ts", import.meta.url),
      [dataDir, databaseUrl ?? "-", personalDataKey!, stopAt, second],
      {
        execArgv: ["--import", "@oxc-node/core/register"],
        env: { PATH: process.env.PATH },
        stdio: "inherit",
      },
    );
  }

  const said = (child: ChildProcess) =>
    new Promise<unknown>((done, failed) =>
      child.once("message", done).once("exit", (code) => failed(new Error(`ended with ${code}`))),
    );
  const ended = (child: ChildProcess) =>
    new Promise<void>((done) =>
      child.exitCode !== null || child.signalCode !== null ? done() : child.once("exit", () => done()),
    );

  it.each(["read", "checked", "written"])(
    "after it has %s leaves nothing, the history says so, and the file goes in afterwards",
    async (station) => {
      const child = start(station);
      expect(await said(child)).toBe(station);
      child.kill("SIGKILL");
      await ended(child);
      expect(await figure()).toEqual([100, 2]);
      expect(await sweep(test.ledger)).toBe(1);
      expect((await statuses()).map((batch) => batch.status)).toEqual(["ADMITTED", "INTERRUPTED"]);
      expect(await unseenRows()).toBe(0);
      const people = await test.ledger.store.read((reader) =>
        reader.all<{ n: number }>("SELECT COUNT(*) AS n FROM person"),
      );
      expect(Number(people[0]!.n)).toBe(2);
      expect(await figure()).toEqual([100, 2]);
      const report = await test.importFiles([second]);
      expect(report.batches[0]!.status).toBe("ADMITTED");
      expect(await figure()).toEqual([120, 61]);
      expect((await verifyCounts(test.ledger)).drift).toEqual([]);
    },
  );

  it("at any moment is in as a whole or not at all, and the history says which", async () => {
    for (const delay of [0, 15, 40, 80, 160]) {
      const child = start("read");
      await said(child);
      child.kill("SIGKILL");
      await ended(child);
      const late = start("none");
      const over = new Promise<void>((done) => late.once("message", () => done()).once("exit", () => done()));
      await Promise.race([over, new Promise((done) => setTimeout(done, 900 + delay))]);
      late.kill("SIGKILL");
      await ended(late);
      await sweep(test.ledger);
      const last = (await statuses()).at(-1)!;
      const isIn = last.status === "ADMITTED";
      expect(["ADMITTED", "INTERRUPTED"]).toContain(last.status);
      expect(last.entry_id !== null).toBe(isIn);
      const anyIn = (await statuses()).slice(1).some((batch) => batch.status === "ADMITTED");
      expect(await figure()).toEqual(anyIn ? [120, 61] : [100, 2]);
      expect(await unseenRows()).toBe(0);
      expect((await verifyCounts(test.ledger)).drift).toEqual([]);
    }
  });

  it("is left alone while it lives", async () => {
    const child = start("written");
    await said(child);
    expect(await sweep(test.ledger)).toBe(0);
    expect((await statuses()).at(-1)!.status).toBe("WRITING");
    child.kill("SIGKILL");
    await ended(child);
    expect(await sweep(test.ledger)).toBe(1);
  });
});
