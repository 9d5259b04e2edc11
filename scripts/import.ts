import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../server/config.ts";
import { growHeapSlowly } from "../server/import/flat-memory.ts";
import { importSending, readCorrection, receiveSending, type SendingReport } from "../server/import/sending.ts";
import { sweep } from "../server/ledger/batches.ts";
import { type Ledger, openLedger } from "../server/ledger/ledger.ts";
import { readSheets } from "../server/ledger/read-batches.ts";
import type { Actor } from "../server/policy/actor.ts";
import { LEDGER_KIND_LABELS } from "../server/policy/words.ts";
import { LINE_COUNTING } from "../server/tallies/count-lines.ts";
import { plainSentence } from "./plain-sentence.ts";

/*
 * npm run import -- FILE… [--dry-run] [--atomic] [--json]
 * Exit 0 when every row went in, 1 when rows were refused, 2 when a file could not be read.
 */

const USAGE = "用法：npm run import -- 文件… [--dry-run] [--atomic] [--json]";

async function main(): Promise<number> {
  growHeapSlowly();
  let given: ReturnType<typeof readArguments>;
  try {
    given = readArguments();
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const { files, mode, json } = given;
  if (files.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const missing: string[] = [];
  for (const file of files) await readFile(file).catch(() => missing.push(file));
  if (missing.length > 0) {
    console.error(`找不到或打不开文件：${missing.join("、")}`);
    return 2;
  }
  const config = readConfig();
  const ledger = await openLedger(config, { clock: { now: () => new Date() }, counting: LINE_COUNTING });
  try {
    await sweep(ledger);
    const sources = files.map((path) => ({ path: resolve(path), fileName: basename(path) }));
    // Whoever can run this can read the database: the command line acts as the machine's administrator.
    const actor: Actor = { name: "命令行", role: "ADMINISTRATOR", from: "cli" };
    const received = await receiveSending(ledger, sources, { mode, actor });
    const report = await importSending({ ledger }, received, sources, { mode, actor });
    const corrections = await writeCorrections(report, sources, async (id) => readCorrection({ ledger }, id));
    const unknown = await unknownColumns(ledger, report);
    if (json) console.log(JSON.stringify(asJson(report, corrections, unknown), null, 2));
    else tell(report, corrections, unknown, mode);
    if (report.batches.some((batch) => batch.status === "UNREADABLE")) return 2;
    const refused = report.batches.some(
      (batch) =>
        batch.sheets.some((sheet) => sheet.refused > 0) || batch.faults.some((fault) => fault.severity === "error"),
    );
    return refused ? 1 : 0;
  } finally {
    await ledger.close();
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "dry-run": { type: "boolean" }, atomic: { type: "boolean" }, json: { type: "boolean" } },
  });
  const mode = values["dry-run"] ? ("dryRun" as const) : values.atomic ? ("atomic" as const) : ("partial" as const);
  return { files: positionals, mode, json: values.json === true };
}

/** The correction workbooks, beside the files that they correct; into the current folder where that cannot be written. */
async function writeCorrections(
  report: SendingReport,
  sources: readonly { readonly path: string }[],
  read: (id: number) => Promise<Buffer | null>,
): Promise<Map<number, string>> {
  const written = new Map<number, string>();
  for (const [index, batch] of report.batches.entries()) {
    const bytes = batch.hasCorrection ? await read(batch.id) : null;
    if (!bytes) continue;
    const source = sources[index]!.path;
    const name = `${basename(source, extname(source))}-更正簿-${batch.id}.xlsx`;
    const beside = join(dirname(source), name);
    try {
      await writeFile(beside, bytes, { mode: 0o600 });
      written.set(batch.id, beside);
    } catch {
      try {
        await writeFile(resolve(name), bytes, { mode: 0o600 });
        written.set(batch.id, resolve(name));
      } catch {
        console.error(`更正簿写不到 ${dirname(source)} 和当前文件夹；可在“数据上报”页下载第${batch.id}批的更正簿。`);
      }
    }
  }
  return written;
}

/** Headers that no ledger has a column for, by batch and in the order of its sheets: nothing below them was read. */
type UnknownColumns = ReadonlyMap<number, readonly (readonly string[])[]>;

async function unknownColumns(ledger: Ledger, report: SendingReport): Promise<UnknownColumns> {
  const unknown = new Map<number, readonly (readonly string[])[]>();
  for (const { id } of report.batches) {
    const sheets = await ledger.store.read((reader) => readSheets(reader, id));
    unknown.set(
      id,
      sheets.map((sheet) => sheet.unknownColumns),
    );
  }
  return unknown;
}

function asJson(report: SendingReport, corrections: ReadonlyMap<number, string>, unknown: UnknownColumns): unknown {
  return {
    batches: report.batches.map((batch) => ({
      id: batch.id,
      file: batch.file,
      status: batch.status,
      ...(batch.error ? { error: batch.error } : {}),
      sheets: batch.sheets.map(({ sheet, kind, read, created, changed, unchanged, refused }, index) => ({
        sheet,
        kind,
        read,
        created,
        changed,
        unchanged,
        refused,
        unknownColumns: unknown.get(batch.id)?.[index] ?? [],
      })),
      faults: batch.faults.map(({ sheet, row, column, cell, code, severity, found, message, mend, clause }) => ({
        sheet,
        row,
        column,
        cell,
        code,
        severity,
        found,
        message,
        mend,
        clause,
      })),
      correctionFile: corrections.get(batch.id) ?? null,
    })),
  };
}

const SHOWN = 40;

function tell(
  report: SendingReport,
  corrections: ReadonlyMap<number, string>,
  unknown: UnknownColumns,
  mode: string,
): void {
  for (const batch of report.batches) {
    console.log(`\n${batch.file}（第${batch.id}批）`);
    if (batch.error) console.log(`  无法读取：${batch.error}`);
    for (const [index, sheet] of batch.sheets.entries()) {
      const kind = sheet.kind ? LEDGER_KIND_LABELS[sheet.kind] : "不是台账，未读";
      console.log(
        `  ${sheet.sheet}：${kind}，读到${sheet.read}行，新增${sheet.created}，更新${sheet.changed}，无变化${sheet.unchanged}，退回${sheet.refused}，提示${sheet.warnings}`,
      );
      const columns = unknown.get(batch.id)?.[index] ?? [];
      if (columns.length > 0) console.log(`    不认识的列，未读：${columns.map((column) => `“${column}”`).join("、")}`);
    }
    const errors = batch.faults.filter((fault) => fault.severity === "error");
    for (const fault of errors.slice(0, SHOWN))
      console.log(
        `    ${fault.sheet} ${fault.cell ?? `第${fault.row}行`} ${fault.column}：${fault.message}。${fault.mend}${fault.clause ? `（${fault.clause}）` : ""}`,
      );
    if (errors.length > SHOWN) console.log(`    ……还有${errors.length - SHOWN}处，见更正簿`);
    const correction = corrections.get(batch.id);
    if (correction) console.log(`  更正簿：${correction}`);
  }
  if (mode === "dryRun") console.log("\n试运行：没有任何内容生效。");
  else if (report.revision === null) console.log("\n没有任何内容生效。");
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(plainSentence(error, "导入失败，没有任何内容生效"));
    process.exitCode = 2;
  },
);
