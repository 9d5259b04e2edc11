import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import mysql from "mysql2/promise";
import { benchAnswers } from "./bench/answers.ts";
import { writeCertificateWorkbooks } from "./bench/certificate-workbook.ts";
import { insertBare } from "./bench/insert-bare.ts";

/*
 * npm run bench [-- --rows 100000] [--mariadb mysql://…]: each row beside its floor in the same run, printed as ratios. Times depend on the
 * machine and on what else runs; nothing here fails on a time.
 */

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly floor: string;
  readonly ratio: string;
  readonly note: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: "100000" },
      "skip-answers": { type: "boolean" },
      mariadb: { type: "string", default: "mysql://root@127.0.0.1:3306" },
    },
  });
  const rows = Number(values.rows);
  const server = values.mariadb;
  const folder = await mkdtemp(join(tmpdir(), "bajigong-bench-"));
  const table: Row[] = [];
  try {
    const books = await writeCertificateWorkbooks(folder, rows);
    for (const kind of ["sqlite", "mariadb"] as const) {
      const row = await benchImport(kind, folder, books, rows, server);
      if (row) table.push(row);
      else console.warn(`没有 MariaDB（${server.replace(/\/\/.*@/, "//")}）：这一行没有测。`);
    }
    if (!values["skip-answers"]) table.push(...(await benchAnswers(folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const text = asTable(table);
  console.log(text);
  const results = join(
    fileURLToPath(new URL(import.meta.url.endsWith(".js") ? "../../scripts/bench" : "./bench", import.meta.url)),
    "RESULTS.md",
  );
  await mkdir(join(results, ".."), { recursive: true });
  await writeFile(results, text);
}

/** Certificates of one workbook through all rules, beside the same rows as one bare multi-row insert. */
async function benchImport(
  kind: "sqlite" | "mariadb",
  folder: string,
  books: { readonly filings: string; readonly certificates: string },
  rows: number,
  server: string,
): Promise<Row | null> {
  const dataDir = join(folder, kind);
  await mkdir(dataDir);
  let url: string | null = null;
  const database = `bajigong_bench_${process.pid}`;
  if (kind === "mariadb") {
    const connection = await mysql.createConnection(server).catch(() => null);
    if (!connection) return null;
    await connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.end();
    url = `${server}/${database}`;
  }
  try {
    const bareMs = await insertBare(kind, url, dataDir, rows);
    const script = fileURLToPath(
      new URL(`./bench/import-run.${import.meta.url.endsWith(".js") ? "js" : "ts"}`, import.meta.url),
    );
    const loader = script.endsWith(".ts") ? ["--import", "@oxc-node/core/register"] : [];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...loader, script, dataDir, url ?? "-", books.filings, books.certificates],
      { maxBuffer: 1e7 },
    );
    const run = JSON.parse(stdout.trim().split("\n").at(-1)!) as {
      ms: number;
      peakMb: number;
      created: number;
      refused: number;
    };
    return {
      what: `${rows.toLocaleString("en")} certificates, one .xlsx, all rules, ${kind}`,
      measured: `${(run.ms / 1000).toFixed(1)} s, ${run.peakMb} MB, ${run.refused} refused`,
      floor: `bare insert of the rows ${(bareMs / 1000).toFixed(1)} s`,
      ratio: (run.ms / bareMs).toFixed(1),
      note: "aim: at most 15 s and 400 MB",
    };
  } finally {
    if (url) {
      const connection = await mysql.createConnection(server);
      await connection.query(`DROP DATABASE ${database}`);
      await connection.end();
    }
  }
}

function asTable(rows: readonly Row[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const lines = rows.map((row) => `| ${row.what} | ${row.measured} | ${row.floor} | ${row.ratio} | ${row.note} |`);
  return [
    `# Bench`,
    "",
    `Measured on ${machine}, ${new Date().toISOString().slice(0, 10)}. Ratios, not times, are to be compared.`,
    "",
    "| what | measured | floor in the same run | ratio | |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
    "",
  ].join("\n");
}

await main();
