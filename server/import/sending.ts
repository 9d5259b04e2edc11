import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { headerOf } from "../../schema/columns.ts";
import { closeEntry, LedgerMoved, markReplaced, openEntry, sweepEntry, writeDraft } from "../ledger/admit.ts";
import {
  type BatchStatus,
  createBatches,
  type FaultRecord,
  type ImportMode,
  noteProgress,
  recordFindings,
  type SheetCounts,
  type SheetRecord,
  settleBatch,
  WORKER,
} from "../ledger/batches.ts";
import { currentRevision, type Ledger } from "../ledger/ledger.ts";
import { personsExist } from "../ledger/lookup.ts";
import type { Reader } from "../ledger/store.ts";
import type { Actor } from "../policy/actor.ts";
import type { LedgerKind } from "../policy/words.ts";
import { certificateNumbers, checkCertificates } from "./check-certificates.ts";
import { checkEnterprises, filingKeys } from "./check-enterprises.ts";
import { checkHeadcounts, headcountKeys } from "./check-headcounts.ts";
import { checkAppraisals, checkMovements, peopleKeys, titleNumbers } from "./check-people.ts";
import { writeCorrection } from "./correction.ts";
import { isRefused, type RowWork, SendingDraft, type SheetWork, workOn } from "./draft.ts";
import { parseWorkbook } from "./parse-workbook.ts";
import type { CellFinding, ParsedSheet, ParsedWorkbook } from "./parsed.ts";
import { UnreadableFile } from "./read-raw.ts";

export interface SendingFile {
  readonly path: string;
  readonly fileName: string;
}

export interface SendingOptions {
  readonly mode: ImportMode;
  readonly actor: Actor;
  /** Called between the stations, for tests that stop in the middle. */
  readonly onStation?: (station: "read" | "checked" | "written") => Promise<void>;
}

export interface ReportSheet extends SheetCounts {
  readonly sheet: string;
  readonly kind: LedgerKind | null;
}

export interface ReportBatch {
  readonly id: number;
  readonly file: string;
  readonly status: BatchStatus;
  readonly sheets: readonly ReportSheet[];
  readonly faults: readonly FaultRecord[];
  readonly hasCorrection: boolean;
  readonly error: string | null;
}

export interface SendingReport {
  readonly sendingId: string;
  readonly revision: number | null;
  readonly batches: readonly ReportBatch[];
}

interface BatchWork {
  readonly id: number;
  readonly file: SendingFile;
  workbook: ParsedWorkbook | null;
  /** Why the file could not be read; nothing of it is checked then. */
  error: string | null;
  sheets: SheetWork[];
}

/** Note that these files came as one sending. */
export async function receiveSending(
  ledger: Ledger,
  files: readonly SendingFile[],
  options: Pick<SendingOptions, "mode" | "actor">,
): Promise<{
  readonly sendingId: string;
  readonly batches: readonly { readonly id: number; readonly fileName: string }[];
}> {
  const sendingId = randomUUID();
  const hashed: { fileName: string; sha256: string }[] = [];
  for (const file of files) hashed.push({ fileName: file.fileName, sha256: await sha256Of(file.path) });
  const ids = await createBatches(ledger, sendingId, hashed, options.mode, options.actor);
  return { sendingId, batches: files.map((file, index) => ({ id: ids[index]!, fileName: file.fileName })) };
}

/**
 * Read, parse, check and admit the files of a sending that was received (`ledgers.md`, “What an import does”). The
 * whole sending becomes visible in one transaction, or nothing of it. Answers what became of every row; faults of
 * the machine are thrown after the batches have been told as failed.
 */
export async function importSending(
  deps: { readonly ledger: Ledger },
  received: { readonly sendingId: string; readonly batches: readonly { readonly id: number }[] },
  files: readonly SendingFile[],
  options: SendingOptions,
): Promise<SendingReport> {
  const { ledger } = deps;
  const ids = received.batches.map((batch) => batch.id);
  try {
    const works = await readFiles(ledger, ids, files);
    await options.onStation?.("read");
    for (let attempt = 1; ; attempt++) {
      try {
        return await checkAndAdmit(ledger, received.sendingId, works, options);
      } catch (error) {
        // Someone else wrote meanwhile: what was checked may no longer hold.
        if (!(error instanceof LedgerMoved) || attempt >= 20) throw error;
      }
    }
  } catch (error) {
    await noteProgress(ledger, ids, {
      status: "FAILED",
      error: "系统故障，这一批没有任何内容生效；请稍后重试，仍不行请联系管理员查看日志。",
    });
    throw error;
  }
}

async function readFiles(ledger: Ledger, ids: readonly number[], files: readonly SendingFile[]): Promise<BatchWork[]> {
  const works: BatchWork[] = [];
  for (const [index, file] of files.entries()) {
    const id = ids[index]!;
    await noteProgress(ledger, [id], { status: "READING" });
    const work: BatchWork = { id, file, workbook: null, error: null, sheets: [] };
    works.push(work);
    try {
      const workbook = await parseWorkbook(file.path, file.fileName, {
        today: ledger.today(),
        onProgress: tellNowAndThen((rows) => noteProgress(ledger, [id], { doneRows: rows })),
      });
      work.workbook = workbook;
      if (workbook.sheets.every((sheet) => sheet.kind === null)) work.error = unrecognised(workbook.sheets);
      const rows = workbook.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
      await noteProgress(ledger, [id], { totalRows: rows, doneRows: 0 });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      work.error = sentences(error.message, error.mend);
    }
  }
  return works;
}

const TELL_EVERY_MS = 1000;

/** Progress is told about once a second, without holding up the reading; the next telling makes a lost one good. */
function tellNowAndThen(tell: (rows: number) => Promise<void>): (rows: number) => void {
  let last = Date.now();
  return (rows) => {
    if (Date.now() - last < TELL_EVERY_MS) return;
    last = Date.now();
    tell(rows).catch(() => undefined);
  };
}

function unrecognised(sheets: readonly ParsedSheet[]): string {
  const told =
    sheets.flatMap((sheet) => sheet.findings).find((finding) => finding.severity === "error") ??
    sheets.flatMap((sheet) => sheet.findings)[0];
  return told ? sentences(told.message, told.mend) : "文件里没有可认的台账。请对照模板检查表头。";
}

/** Each part one sentence, whether it brings its full stop or not. */
function sentences(...parts: readonly string[]): string {
  return parts.map((part) => `${part.replace(/。+$/, "")}。`).join("");
}

async function checkAndAdmit(
  ledger: Ledger,
  sendingId: string,
  works: readonly BatchWork[],
  options: SendingOptions,
): Promise<SendingReport> {
  const readable = works.filter((work) => work.error === null);
  // A second attempt starts from what was read.
  for (const work of readable)
    work.sheets = work.workbook!.sheets.map((sheet) => workOn(work.id, work.file.fileName, sheet, ledger));
  const ids = readable.map((work) => work.id);
  if (ids.length > 0) await noteProgress(ledger, ids, { status: "CHECKING" });
  const sheets = readable.flatMap((work) => work.sheets);
  const draft = await ledger.store.read((reader) => check(ledger, reader, sheets, options.actor));
  await options.onStation?.("checked");

  const anyError =
    works.some((work) => work.error !== null) ||
    sheets.some((sheet) => sheet.rows.some(isRefused) || hasError(sheet.sheet.findings));
  const holdBack = options.mode === "atomic" && anyError;
  const heldBackFor = holdBack ? whyHeldBack(works, sheets) : null;
  if (holdBack)
    for (const sheet of sheets) for (const row of sheet.rows) if (row.result !== "unchanged") row.result = "refused";
  const goesIn = options.mode !== "dryRun" && !holdBack && draft.claims.length > 0;

  const outcomes = new Map<number, Outcome>();
  for (const work of works) {
    const outcome = outcomeOf(work, options.mode, holdBack);
    outcome.hasCorrection = await keepCorrection(ledger, work);
    outcomes.set(work.id, outcome);
    await recordFindings(ledger, work.id, outcome.sheets, outcome.faults);
  }

  let revision: number | null = null;
  if (goesIn) {
    await noteProgress(ledger, ids, { status: "WRITING" });
    revision = await admitDraft(ledger, sendingId, draft, works, outcomes, options);
  } else {
    await ledger.store.write(async (tx) => {
      for (const work of works) await settleBatch(tx, ledger, work.id, { ...outcomes.get(work.id)!, entryId: null });
    });
  }
  const errorOf = (work: BatchWork) => work.error ?? heldBackFor;
  for (const work of works) {
    const error = errorOf(work);
    if (error !== null) await noteProgress(ledger, [work.id], { error });
  }
  return {
    sendingId,
    revision,
    batches: works.map((work) => {
      const outcome = outcomes.get(work.id)!;
      return {
        id: work.id,
        file: work.file.fileName,
        status: outcome.status,
        sheets: outcome.sheets.map(({ name, kind, read, created, changed, unchanged, refused, warnings }) => ({
          sheet: name,
          kind,
          read,
          created,
          changed,
          unchanged,
          refused,
          warnings,
        })),
        faults: outcome.faults,
        hasCorrection: outcome.hasCorrection,
        error: errorOf(work),
      };
    }),
  };
}

/** What a file whose own rows may be faultless is told when nothing of its sending goes in. */
function whyHeldBack(works: readonly BatchWork[], sheets: readonly SheetWork[]): string {
  const unread = works.filter((work) => work.error !== null).map((work) => `《${work.file.fileName}》`);
  const named = unread.length > 3 ? `${unread.slice(0, 3).join("")}等${unread.length}个文件` : unread.join("");
  if (unread.length > 0) return sentences(`同一次报送中${named}无法读取，按整体报送退回`);
  const refused = sheets.reduce((sum, sheet) => sum + sheet.rows.filter(isRefused).length, 0);
  return sentences(`同一次报送有${refused > 0 ? `${refused}行` : "工作表"}退回，按整体报送一行也没有收入`);
}

async function check(
  ledger: Ledger,
  reader: Reader,
  sheets: readonly SheetWork[],
  actor: Actor,
): Promise<SendingDraft> {
  const draft = new SendingDraft(ledger, ledger.today(), await currentRevision(reader));
  await draft.load(reader, sheets);
  const filings = filingKeys(sheets, draft);
  await draft.loadFacts(reader, "FILING_TERM", filings.terms);
  await draft.loadFacts(reader, "FILING_SCOPE", filings.scopes);
  await draft.loadFacts(reader, "HEADCOUNT", headcountKeys(sheets));
  const numbers = certificateNumbers(sheets);
  await draft.loadFacts(reader, "CERTIFICATE", numbers);
  const titles = titleNumbers(sheets);
  const holders = {
    certificates: await draft.loadCertificateHolders(reader, titles.size === 0 ? numbers : [...numbers, ...titles]),
    titles: await draft.loadTitleHolders(reader, titles),
  };
  const people = peopleKeys(sheets, draft);
  await draft.loadFacts(reader, "TITLE", people.titles);
  await draft.loadFacts(reader, "MOVEMENT", people.movements);
  // Kind by kind, so that the order of files, sheets and rows does not matter.
  checkEnterprises(draft, sheets);
  checkHeadcounts(draft, sheets);
  checkCertificates(draft, sheets, holders.certificates);
  checkAppraisals(draft, sheets, actor, holders);
  checkMovements(draft, sheets);
  return draft;
}

async function admitDraft(
  ledger: Ledger,
  sendingId: string,
  draft: SendingDraft,
  works: readonly BatchWork[],
  outcomes: ReadonlyMap<number, Outcome>,
  options: SendingOptions,
): Promise<number> {
  const entryId = await ledger.store.write((tx) =>
    openEntry(tx, ledger, {
      kind: "SENDING",
      actor: options.actor,
      batchId: null,
      reason: null,
      facts: { sendingId, batches: works.map((work) => work.id), worker: WORKER },
    }),
  );
  try {
    const states = draft.states();
    const content = {
      claims: draft.claims,
      states,
      persons: draft.persons(),
      units: draft.units(),
      deltas: draft.deltas(),
    };
    const ids = works.filter((work) => work.error === null).map((work) => work.id);
    await writeDraft(ledger, entryId, content, () => noteProgress(ledger, ids, {}));
    await options.onStation?.("written");
    return await ledger.store.write(async (tx) => {
      if (!(await personsExist(tx, draft.unsettledPersons))) throw new LedgerMoved();
      await markReplaced(tx, entryId, states);
      for (const work of works) {
        const outcome = outcomes.get(work.id)!;
        await settleBatch(tx, ledger, work.id, { ...outcome, entryId: work.error === null ? entryId : null });
      }
      return closeEntry(tx, entryId, draft.revision);
    });
  } catch (error) {
    await sweepEntry(ledger.store, entryId);
    throw error;
  }
}

// ------------------------------------------------------------------------------------------------------- the outcome

interface Outcome {
  readonly status: BatchStatus;
  readonly counts: SheetCounts;
  readonly sheets: readonly SheetRecord[];
  readonly faults: readonly FaultRecord[];
  hasCorrection: boolean;
}

function outcomeOf(work: BatchWork, mode: ImportMode, heldBack: boolean): Outcome {
  const sheets: SheetRecord[] = [];
  const faults: FaultRecord[] = [];
  for (const sheet of work.sheets) {
    const count = (result: RowWork["result"]) => sheet.rows.filter((row) => row.result === result).length;
    const before = faults.length;
    faults.push(...faultsOf(sheet));
    sheets.push({
      index: sheet.sheet.index,
      name: sheet.sheet.name,
      kind: sheet.sheet.kind,
      read: sheet.rows.length,
      created: count("created"),
      changed: count("changed"),
      unchanged: count("unchanged"),
      refused: count("refused"),
      warnings: faults.slice(before).filter((fault) => fault.severity === "warning").length,
      unknownColumns: sheet.sheet.unknownColumns,
      digest: sheet.digest,
      filledOn: sheet.sheet.filledOn,
    });
  }
  const sum = (key: keyof SheetCounts) => sheets.reduce((total, sheet) => total + sheet[key], 0);
  const counts: SheetCounts = {
    read: sum("read"),
    created: sum("created"),
    changed: sum("changed"),
    unchanged: sum("unchanged"),
    refused: sum("refused"),
    warnings: sum("warnings"),
  };
  return { status: statusOf(work, mode, heldBack, counts, faults), counts, sheets, faults, hasCorrection: false };
}

function statusOf(
  work: BatchWork,
  mode: ImportMode,
  heldBack: boolean,
  counts: SheetCounts,
  faults: readonly FaultRecord[],
): BatchStatus {
  if (work.error !== null) return "UNREADABLE";
  if (mode === "dryRun") return "TRIED";
  if (heldBack) return "REFUSED";
  const nothingWentIn = counts.created + counts.changed + counts.unchanged === 0;
  return nothingWentIn && faults.some((fault) => fault.severity === "error") ? "REFUSED" : "ADMITTED";
}

function faultsOf(work: SheetWork): FaultRecord[] {
  const { sheet } = work;
  const columns = new Map(sheet.columns.map((column) => [column.key, column]));
  const record = (row: number, finding: CellFinding): FaultRecord => {
    const column = finding.column === null ? undefined : columns.get(finding.column);
    return {
      sheetIndex: sheet.index,
      sheet: sheet.name,
      row,
      // A column that the sheet lacks is called as the ledger calls it.
      column: column?.header ?? headerFor(sheet.kind, finding.column),
      cell: column ? `${letters(column.index)}${row}` : null,
      code: finding.code,
      severity: finding.severity,
      found: finding.found,
      message: finding.message,
      mend: finding.mend,
      clause: finding.clause,
    };
  };
  const faults = sheet.findings.map((finding) => record(sheet.headerRow, finding));
  if (hasError(sheet.findings)) return faults;
  for (const row of work.rows) for (const finding of row.findings) faults.push(record(row.row, finding));
  return faults;
}

function headerFor(kind: LedgerKind | null, column: string | null): string {
  if (column === null) return "";
  return (kind === null ? null : headerOf(kind, column)) ?? column;
}

function hasError(findings: readonly CellFinding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

/** A column's letters: 1 is A, 27 is AA. */
function letters(index: number): string {
  let text = "";
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

// ------------------------------------------------------------------------------------------- the correction workbook

/** Keep the correction workbook of a batch, encrypted, since it holds whole ID numbers. Answers whether there is one. */
async function keepCorrection(ledger: Ledger, work: BatchWork): Promise<boolean> {
  if (work.workbook === null || work.error !== null) return false;
  const refused = new Map<number, Map<number, readonly CellFinding[]>>();
  for (const sheet of work.sheets) {
    const rows = new Map<number, readonly CellFinding[]>();
    for (const row of sheet.rows) if (isRefused(row)) rows.set(row.row, row.findings);
    if (rows.size > 0) refused.set(sheet.sheet.index, rows);
  }
  if (refused.size === 0) return false;
  const folder = await correctionFolder(ledger);
  const plain = join(folder, `${work.id}.${randomUUID()}.xlsx`);
  try {
    await writeCorrection(
      { path: work.file.path, fileName: work.file.fileName, workbook: work.workbook },
      refused,
      plain,
    );
    await writeFile(join(folder, `${work.id}.sealed`), ledger.personalData.encryptBytes(await readFile(plain)), {
      mode: 0o600,
    });
  } finally {
    await rm(plain, { force: true });
  }
  return true;
}

/** The correction workbook of a batch, or null. */
export async function readCorrection(deps: { readonly ledger: Ledger }, batchId: number): Promise<Buffer | null> {
  const folder = await correctionFolder(deps.ledger);
  try {
    return deps.ledger.personalData.decryptBytes(await readFile(join(folder, `${batchId}.sealed`)));
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}

async function correctionFolder(ledger: Ledger): Promise<string> {
  const folder = join(ledger.dataDir, "corrections");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
