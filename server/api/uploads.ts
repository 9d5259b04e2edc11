import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type Request, type RequestHandler, Router } from "express";
import multer from "multer";
import { receiveSending } from "../import/sending.ts";
import type { ImportMode } from "../ledger/batches.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { readSendingsUnderWay } from "../ledger/read-batches.ts";
import type { ApiContext } from "./context.ts";
import { HttpFault } from "./http-fault.ts";
import type { ImportWork } from "./import-work.ts";

const MOST_BYTES = 200 * 1024 * 1024;
const MOST_FILES = 40;
const KNOWN_KINDS = [".xlsx", ".xls", ".csv"];
const MODES: readonly ImportMode[] = ["partial", "atomic", "dryRun"];

/** `POST /imports`: takes the files, notes them as one sending, answers at once; a process of its own does the work. */
export function uploads(deps: {
  readonly ledger: Ledger;
  readonly work: ImportWork;
  readonly contextOf: (request: Request) => ApiContext;
}): RequestHandler {
  const root = rootOf(deps.ledger);
  const router = Router();
  router.post("/", refuseOtherForms, withFolder(root), takeFiles, async (request, response) => {
    let folder = folderOf(request);
    let begun = false;
    try {
      const mode = readMode(request.body?.mode ?? request.query.mode);
      const files = ((request.files ?? []) as Express.Multer.File[]).map((file) => ({
        path: file.path,
        fileName: fileNameOf(file.originalname),
      }));
      if (files.length === 0) throw new HttpFault(400, "NO_FILE", "没有收到文件", "请把文件放在名为 files 的字段中");
      const stranger = files.find((file) => !KNOWN_KINDS.includes(extname(file.fileName).toLowerCase()));
      if (stranger) {
        throw new HttpFault(
          415,
          "UNKNOWN_FILE_TYPE",
          `“${stranger.fileName}”不是可读的文件类型`,
          "请上传 .xlsx、.xls 或 .csv 文件",
        );
      }
      const { actor } = deps.contextOf(request);
      const received = await receiveSending(deps.ledger, files, { mode, actor });
      // By its name the next server knows whose the folder is, should this one be killed.
      const named = join(root, received.sendingId);
      await rename(folder, named);
      folder = named;
      deps.work.begin({
        sendingId: received.sendingId,
        batchIds: received.batches.map((batch) => batch.id),
        files: files.map((file) => ({ ...file, path: join(named, basename(file.path)) })),
        mode,
        actor,
        folder,
      });
      begun = true;
      response.status(202).json({
        sendingId: received.sendingId,
        batches: received.batches.map((batch) => ({ id: String(batch.id), file: batch.fileName })),
      });
    } finally {
      if (!begun) await rm(folder, { recursive: true, force: true });
    }
  });
  return router;
}

/**
 * Uploads that a killed server left behind hold people's numbers: every folder whose sending nobody works on goes. Found
 * before this server takes uploads of its own, removed once it is sure to serve.
 */
export async function leftUploads(ledger: Ledger): Promise<{ remove(): Promise<void> }> {
  const root = rootOf(ledger);
  const names = await readdir(root).catch(() => []);
  const underWay = await ledger.store.read(readSendingsUnderWay);
  const left = names.filter((name) => !underWay.has(name));
  return {
    async remove() {
      for (const name of left) await rm(join(root, name), { recursive: true, force: true });
    },
  };
}

function rootOf(ledger: Ledger): string {
  return join(ledger.dataDir, "uploads");
}

const refuseOtherForms: RequestHandler = (request, _response, next) => {
  if (request.is("multipart/form-data")) next();
  else
    next(
      new HttpFault(
        415,
        "BAD_REQUEST",
        "上传须用 multipart/form-data",
        "文件放在 files 字段（可多份），mode 字段为 partial、atomic 或 dryRun",
      ),
    );
};

const FOLDER = Symbol("the folder of this upload");
type Carrying = Request & { [FOLDER]?: string };

/** Each upload has its own folder, which nobody else can read. */
function withFolder(root: string): RequestHandler {
  return async (request, _response, next) => {
    const folder = join(root, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    (request as Carrying)[FOLDER] = folder;
    next();
  };
}

function folderOf(request: Request): string {
  return (request as Carrying)[FOLDER]!;
}

/** Multer, and the folder removed when it refuses. */
const takeFiles: RequestHandler = (request, response, next) => {
  const folder = folderOf(request);
  multer({
    // The sender's name never becomes a path.
    storage: multer.diskStorage({
      destination: (_request, _file, done) => done(null, folder),
      filename: (_request, _file, done) => done(null, randomUUID()),
    }),
    limits: { fileSize: MOST_BYTES, files: MOST_FILES, fields: 10, fieldSize: 1000, parts: MOST_FILES + 10 },
  }).array("files")(request, response, (error: unknown) => {
    if (!error) return next();
    rm(folder, { recursive: true, force: true }).finally(() => next(error));
  });
};

function readMode(given: unknown): ImportMode {
  if (given === undefined || given === "") return "partial";
  const mode = MODES.find((known) => known === given);
  if (!mode) throw new HttpFault(400, "BAD_USER_INPUT", "没有这种导入方式", `mode 应为 ${MODES.join("、")} 之一`);
  return mode;
}

/** A multipart header's file name arrives as Latin-1; browsers write UTF-8 there. */
function fileNameOf(original: string): string {
  const bytes = Buffer.from(original, "latin1");
  // Already beyond Latin-1: it came by `filename*` and was decoded.
  if (bytes.toString("latin1") !== original) return tidy(original);
  try {
    return tidy(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return tidy(new TextDecoder("gb18030").decode(bytes));
  }
}

/** The name only, without folders and control characters. */
function tidy(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return last.replace(/[\u0000-\u001f\u007f]/g, "").slice(-200) || "未命名";
}
