import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCertificate, aFiling, aHeadcount } from "../builders/rows.ts";
import { writeSheets } from "../builders/xlsx.ts";
import { ROOT } from "./running.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bajigong-cli-"));
  writeFileSync(join(folder, "file"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, args: readonly string[], env: Record<string, string>) {
  return new Promise<{ code: number; out: string; err: string }>((done) =>
    execFile(
      process.execPath,
      ["--import", "@oxc-node/core/register", join(ROOT, "scripts", script), ...args],
      { cwd: ROOT, env: { PATH: process.env.PATH, LOG_LEVEL: "silent", ...env }, timeout: 60_000 },
      (error, out, err) => done({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    ),
  );
}

describe("the import from the command line", () => {
  it("lists the columns that it did not know, to people and to programs", async () => {
    const book = join(folder, "book.xlsx");
    await writeSheets(book, [
      { kind: "FILINGS", filledOn: "2026-10-01", rows: [aFiling(1)] },
      { kind: "HEADCOUNTS", filledOn: null, rows: [aHeadcount(1, { 食堂座位数: 40, 班车: "有" })] },
      { kind: "CERTIFICATES", filledOn: null, rows: [aCertificate(1, 1)] },
    ]);
    const env = { DATA_DIR: join(folder, "data") };
    const told = await run("import.ts", [book], env);
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toMatch(/不认识的列，未读：“食堂座位数”、“班车”/);
    expect(told.out.match(/不认识的列/g)).toHaveLength(1);
    const { code, out } = await run("import.ts", [book, "--json"], env);
    expect(code).toBe(0);
    const [batch] = JSON.parse(out).batches;
    expect(batch.sheets.map((sheet: { unknownColumns: unknown }) => sheet.unknownColumns)).toEqual([
      [],
      ["食堂座位数", "班车"],
      [],
    ]);
  });
});

describe.each([
  ["import.ts", 2],
  ["verify.ts", 2],
  ["start.ts", 1],
])("%s", (script, exitCode) => {
  it.each([
    [
      "a database that does not answer",
      () => ({
        DATA_DIR: join(folder, "data"),
        DATABASE_URL: "mysql://root:hush@127.0.0.1:9/x",
        PERSONAL_DATA_KEY: KEY,
      }),
      /连不上数据库.*DATABASE_URL/,
    ],
    ["a data folder that is a file", () => ({ DATA_DIR: join(folder, "file") }), /DATA_DIR/],
    ["a data folder that cannot be made", () => ({ DATA_DIR: "/proc/bajigong" }), /DATA_DIR/],
    ["another key", () => ({ DATA_DIR: join(folder, "data"), PERSONAL_DATA_KEY: KEY }), /密钥/],
  ])("says plainly what is wrong with %s", async (_what, env, sentence) => {
    const args = script === "import.ts" ? [join(folder, "file")] : [];
    const { code, out, err } = await run(script, args, { PORT: "0", ...env() });
    expect({ code, out }).toEqual({ code: exitCode, out: "" });
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^\s+at |hush|node:/m);
    expect(err.trim().split("\n").length).toBeLessThanOrEqual(2);
  });
});
