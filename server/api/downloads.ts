import { type RequestHandler, Router } from "express";
import { readCorrection } from "../import/sending.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { readBatch } from "../ledger/read-batches.ts";
import { LEDGER_KIND_LABELS, LEDGER_KINDS } from "../policy/words.ts";
import { HttpFault } from "./http-fault.ts";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `GET /imports/:id/correction`: the refused rows of a batch, to be mended and sent again. */
export function corrections(ledger: Ledger): RequestHandler {
  const router = Router();
  router.get("/:id/correction", async (request, response) => {
    const id = /^[1-9]\d{0,8}$/.test(request.params.id) ? Number(request.params.id) : null;
    const batch = id === null ? null : await ledger.store.read((reader) => readBatch(reader, id));
    if (!batch) throw new HttpFault(404, "NOT_FOUND", "没有这个批次", "批次号见上传历史");
    const workbook = await readCorrection({ ledger }, batch.id);
    if (!workbook) throw new HttpFault(404, "NO_CORRECTION", "这个批次没有更正工作簿", "没有退回的行就没有更正工作簿");
    const name = batch.fileName.replace(/\.(xlsx|xls|csv)$/i, "");
    response.setHeader("content-disposition", attachment(`${name}-更正.xlsx`, `correction-${batch.id}.xlsx`));
    // It holds whole ID numbers.
    response.setHeader("cache-control", "no-store");
    response.type(WORKBOOK).send(workbook);
  });
  return router;
}

/** `GET /templates/:kind.xlsx`: an empty ledger with its drop-downs and one example row. */
export function templates(): RequestHandler {
  const router = Router();
  router.get("/:file", async (request, response) => {
    const kind = LEDGER_KINDS.find((known) => `${known.toLowerCase()}.xlsx` === request.params.file);
    if (!kind) {
      const names = LEDGER_KINDS.map((known) => known.toLowerCase()).join("、");
      throw new HttpFault(404, "NOT_FOUND", "没有这种模板", `模板为 ${names}，如 /templates/certificates.xlsx`);
    }
    // Loaded when it is wanted: the library behind it would take a third of the server's start.
    const { writeTemplate } = await import("../import/template.ts");
    const workbook = await writeTemplate(kind);
    response.setHeader("content-disposition", attachment(`${LEDGER_KIND_LABELS[kind]}模板.xlsx`, request.params.file));
    response.type(WORKBOOK).send(workbook);
  });
  return router;
}

/** A Chinese file name by RFC 5987, with a plain one beside it for old clients. */
function attachment(name: string, plain: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
