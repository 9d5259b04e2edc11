import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forEachDatabase } from "../builders/ledger.ts";
import { aCertificate, aFiling, aHeadcount, filingNumberOf, idNumberOf } from "../builders/rows.ts";
import { startTestServer, type TestServer } from "./running.ts";

const BATCH = `id sendingId fileName status mode read created changed unchanged refused warnings doneRows totalRows hasCorrection revision
  withdrawnAt withdrawnBy withdrawalReason actor sheets { sheet kind read refused unknownColumns }`;
const UNDER_WAY = ["RECEIVED", "READING", "CHECKING", "WRITING"];
/** Two units of ten posts, three certified, one row with a number of another level. */
const FIRST = {
  FILINGS: [aFiling(1), aFiling(2)],
  HEADCOUNTS: [aHeadcount(1), aHeadcount(2)],
  CERTIFICATES: [
    aCertificate(1, 1),
    aCertificate(1, 2),
    aCertificate(2, 3),
    aCertificate(2, 4, { 证书编号: `${filingNumberOf(2)}252000004` }),
  ],
};

forEachDatabase("over HTTP", (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ database });
  });
  afterAll(() => server.close());

  async function send(path: string, fields: { readonly name: string; readonly mode?: string }) {
    const form = new FormData();
    if (fields.mode) form.append("mode", fields.mode);
    form.append("files", new File([new Uint8Array(await readFile(path))], fields.name));
    const response = await fetch(`${server.url}/imports`, { method: "POST", body: form });
    return { status: response.status, body: await response.json() };
  }

  async function settled(sendingId: string) {
    for (;;) {
      const { importSending } = await server.data(`query ($id: ID!) { importSending(id: $id) { ${BATCH} } }`, {
        id: sendingId,
      });
      if (importSending.every((batch: { status: string }) => !UNDER_WAY.includes(batch.status))) return importSending;
      await wait(100);
    }
  }

  async function certified(): Promise<number> {
    return (await server.data("{ coverage { certifiedHeadcount } }")).coverage[0].certifiedHeadcount;
  }

  describe("an upload", () => {
    let batchId: string;

    it("is accepted at once and worked off beside the server, its progress open to questions", async () => {
      const { status, body } = await send(await server.book(FIRST), { name: "成都市（第三季度）台账.xlsx" });
      expect(status).toBe(202);
      expect(body.batches).toEqual([{ id: expect.stringMatching(/^\d+$/), file: "成都市（第三季度）台账.xlsx" }]);
      batchId = body.batches[0].id;
      const [batch] = await settled(body.sendingId);
      expect(batch).toMatchObject({
        id: batchId,
        fileName: "成都市（第三季度）台账.xlsx",
        status: "ADMITTED",
        mode: "PARTIAL",
        read: 8,
        created: 7,
        refused: 1,
        hasCorrection: true,
        actor: "本机管理员",
      });
      expect(batch.sheets.map((sheet: { kind: string }) => sheet.kind)).toEqual([
        "FILINGS",
        "HEADCOUNTS",
        "CERTIFICATES",
      ]);
      expect(batch.read).toBe(batch.created + batch.changed + batch.unchanged + batch.refused);
      expect(await certified()).toBe(3);
    });

    it("tells its faults by cell, in pages", async () => {
      const { importBatch } = await server.data(
        `query ($id: ID!) { importBatch(id: $id) {
        errors: faults(first: 1, severity: ERROR) { totalCount errorCount warningCount pageInfo { hasNextPage endCursor } edges { node { sheet row column cell code severity found message mend clause } } }
        sheet: faults(sheet: "Sheet1") { totalCount }
      } }`,
        { id: batchId },
      );
      const { errors } = importBatch;
      expect(errors.errorCount).toBe(errors.totalCount);
      expect(errors.edges[0].node).toMatchObject({
        sheet: "Sheet3",
        row: 6,
        severity: "ERROR",
        clause: expect.any(String),
      });
      expect(errors.edges[0].node.cell).toMatch(/^[A-Z]+6$/);
      const rest = await server.data(
        `query ($id: ID!, $after: String) { importBatch(id: $id) { faults(first: 500, after: $after, severity: ERROR) { edges { node { code } } pageInfo { hasPreviousPage hasNextPage } } } }`,
        { id: batchId, after: errors.pageInfo.endCursor },
      );
      expect(rest.importBatch.faults.edges).toHaveLength(errors.totalCount - 1);
      expect(rest.importBatch.faults.pageInfo).toEqual({ hasPreviousPage: true, hasNextPage: false });
    });

    it("never shows a whole ID number", async () => {
      const right = idNumberOf(9);
      const wrong = `${right.slice(0, 17)}${right.endsWith("1") ? "2" : "1"}`;
      const path = await server.book({ CERTIFICATES: [aCertificate(1, 9, { 证件号码: wrong })] });
      const { body } = await send(path, { name: "错号.xlsx", mode: "dryRun" });
      await settled(body.sendingId);
      const answer = await server.data(
        `query ($id: ID!) { importBatch(id: $id) { faults { edges { node { found message mend } } } } }`,
        { id: body.batches[0].id },
      );
      expect(JSON.stringify(answer)).not.toContain(wrong);
      expect(answer.importBatch.faults.edges[0].node.found).toBe(`${wrong.slice(0, 6)}********${wrong.slice(-4)}`);
    });

    it("moves the figure once its correction workbook is mended and sent", async () => {
      const response = await fetch(`${server.url}/imports/${batchId}/correction`);
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(decodeURIComponent(response.headers.get("content-disposition")!.split("UTF-8''")[1]!)).toBe(
        "成都市（第三季度）台账-更正.xlsx",
      );
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(await response.arrayBuffer());
      let mended = 0;
      for (const sheet of workbook.worksheets) {
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.text !== `${filingNumberOf(2)}252000004`) return;
            cell.value = `${filingNumberOf(2)}253000004`;
            mended += 1;
          }),
        );
      }
      expect(mended).toBe(1);
      const target = join(server.running.ledger.dataDir, "mended.xlsx");
      await workbook.xlsx.writeFile(target);
      const { body } = await send(target, { name: "更正.xlsx" });
      const [batch] = await settled(body.sendingId);
      expect(batch).toMatchObject({ status: "ADMITTED", read: 1, created: 1, refused: 0, hasCorrection: false });
      expect(await certified()).toBe(4);
      const { importImpact } = await server.data(
        `query ($id: ID!) { importImpact(sendingId: $id) { responsibility { name } ownership rateBefore rateAfter rateChange unitGapBefore unitGapAfter } }`,
        { id: body.sendingId },
      );
      expect(importImpact).toEqual([
        {
          responsibility: { name: "成都市" },
          ownership: "LOCAL_SOE",
          rateBefore: 3 / 20,
          rateAfter: 4 / 20,
          rateChange: 4 / 20 - 3 / 20,
          unitGapBefore: 15,
          unitGapAfter: 14,
        },
      ]);
    });

    it("is withdrawn and restored with a reason, after a look at what that changes", async () => {
      const [{ node: newest }] = (await server.data(`{ importBatches(first: 1) { edges { node { ${BATCH} } } } }`))
        .importBatches.edges;
      const { withdrawalPreview } = await server.data(
        `query ($id: ID!) { withdrawalPreview(batchId: $id) { batchId refusal { code } factCount peopleCount certifiedHeadcountBefore certifiedHeadcountAfter rateBefore rateAfter } }`,
        { id: newest.id },
      );
      expect(withdrawalPreview).toEqual({
        batchId: newest.id,
        refusal: null,
        factCount: 1,
        peopleCount: 1,
        certifiedHeadcountBefore: 4,
        certifiedHeadcountAfter: 3,
        rateBefore: 4 / 20,
        rateAfter: 3 / 20,
      });
      expect(await certified()).toBe(4);

      const deed = (name: string) =>
        server.data(
          `mutation ($id: ID!) { deed: ${name}(batchId: $id, reason: "发错了") { refusal { code message mend } revision batch { ${BATCH} } } }`,
          { id: newest.id },
        );
      const withdrawn = (await deed("withdrawBatch")).deed;
      expect(withdrawn).toMatchObject({
        refusal: null,
        batch: { status: "WITHDRAWN", withdrawnBy: "本机管理员", withdrawalReason: "发错了" },
      });
      expect(await certified()).toBe(3);
      const again = (await deed("withdrawBatch")).deed;
      expect(again).toMatchObject({
        refusal: { code: "ALREADY_WITHDRAWN" },
        revision: null,
        batch: { status: "WITHDRAWN" },
      });
      const restored = (await deed("restoreBatch")).deed;
      expect(restored).toMatchObject({
        refusal: null,
        revision: withdrawn.revision + 1,
        batch: { status: "ADMITTED", withdrawnAt: null },
      });
      expect(await certified()).toBe(4);
    });

    it("may be tried without effect, or wanted whole", async () => {
      const certificates = { CERTIFICATES: [aCertificate(1, 7), aCertificate(1, 8, { 职业编码: "不是编码" })] };
      const before = await server.data("{ system { revision } }");
      const tried = (
        await settled((await send(await server.book(certificates), { name: "试.xlsx", mode: "dryRun" })).body.sendingId)
      )[0];
      expect(tried).toMatchObject({ status: "TRIED", mode: "DRY_RUN", read: 2, refused: 1, revision: null });
      const whole = (
        await settled((await send(await server.book(certificates), { name: "整.xlsx", mode: "atomic" })).body.sendingId)
      )[0];
      expect(whole).toMatchObject({ status: "REFUSED", mode: "ATOMIC", revision: null });
      expect(await server.data("{ system { revision } }")).toEqual(before);
    });

    it("of something else is refused with a code, and leaves nothing behind", async () => {
      const path = await server.book({ HEADCOUNTS: [aHeadcount(1)] });
      expect(await send(path, { name: "台账.docx" })).toMatchObject({
        status: 415,
        body: { error: { code: "UNKNOWN_FILE_TYPE" } },
      });
      expect(await send(path, { name: "台账.xlsx", mode: "half" })).toMatchObject({
        status: 400,
        body: { error: { code: "BAD_USER_INPUT" } },
      });
      const empty = await fetch(`${server.url}/imports`, { method: "POST", body: form({ mode: "partial" }) });
      expect([empty.status, await empty.json()]).toMatchObject([400, { error: { code: "NO_FILE" } }]);
      const elsewhere = await fetch(`${server.url}/imports`, {
        method: "POST",
        body: form({ file: new File(["x"], "a.csv") }),
      });
      expect([elsewhere.status, await elsewhere.json()]).toMatchObject([400, { error: { code: "BAD_REQUEST" } }]);
      const json = await fetch(`${server.url}/imports`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
      expect(json.status).toBe(415);
    });

    it("that no program can read is told as such", async () => {
      const form = new FormData();
      form.append("files", new File(["PK\u0003\u0004 this is no workbook"], "坏文件.xlsx"));
      const response = await fetch(`${server.url}/imports`, { method: "POST", body: form });
      const { sendingId } = (await response.json()) as { sendingId: string };
      expect((await settled(sendingId))[0]).toMatchObject({
        status: "UNREADABLE",
        fileName: "坏文件.xlsx",
        hasCorrection: false,
      });
    });

    it("has no correction workbook where nothing was refused, and none where there is no batch", async () => {
      const { importBatches } = await server.data(
        "{ importBatches { totalCount edges { node { id hasCorrection } } } }",
      );
      expect(importBatches.totalCount).toBe(importBatches.edges.length);
      const clean = importBatches.edges.find((edge: { node: { hasCorrection: boolean } }) => !edge.node.hasCorrection);
      const without = await fetch(`${server.url}/imports/${clean.node.id}/correction`);
      expect([without.status, await without.json()]).toMatchObject([404, { error: { code: "NO_CORRECTION" } }]);
      const none = await fetch(`${server.url}/imports/99999/correction`);
      expect([none.status, await none.json()]).toMatchObject([404, { error: { code: "NOT_FOUND" } }]);
    });
  });

  describe("two numbers that are one person", () => {
    it("are joined by a deed, shown masked, and parted again", async () => {
      const before = await certified();
      const merge = (
        await server.data(
          `mutation ($wrong: String!, $right: String!) { mergePersons(wrongIdNumber: $wrong, rightIdNumber: $right, reason: "录错一位") { refusal { code message } merge { id wrongIdMask rightIdMask name doneBy reason undoneAt } } }`,
          { wrong: idNumberOf(2), right: idNumberOf(1) },
        )
      ).mergePersons;
      expect(merge.refusal).toBeNull();
      expect(merge.merge).toMatchObject({
        wrongIdMask: expect.stringMatching(/^510000\*{8}\w{4}$/),
        doneBy: "本机管理员",
        reason: "录错一位",
        undoneAt: null,
      });
      expect(await certified()).toBe(before - 1);
      const { undoPersonMerge } = await server.data(
        `mutation ($id: ID!) { undoPersonMerge(mergeId: $id, reason: "不是一人") { refusal { code } merge { undoneAt } } }`,
        { id: merge.merge.id },
      );
      expect(undoPersonMerge).toMatchObject({ refusal: null, merge: { undoneAt: expect.stringMatching(/Z$/) } });
      expect(await certified()).toBe(before);
      const { personMerges } = await server.data("{ personMerges { id undoneAt } }");
      expect(personMerges).toHaveLength(1);
    });
  });

  describe("a template", () => {
    it.each(["directory", "filings", "headcounts", "certificates", "movements", "appraisals"])(
      "of %s is a workbook with a Chinese name",
      async (kind) => {
        const response = await fetch(`${server.url}/templates/${kind}.xlsx`);
        expect(response.headers.get("content-disposition")).toMatch(/filename\*=UTF-8''%E/);
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.load(await response.arrayBuffer());
        expect(workbook.worksheets.length).toBeGreaterThan(0);
      },
    );

    it("of no kind is 404 with the kinds", async () => {
      const response = await fetch(`${server.url}/templates/people.xlsx`);
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { error: { mend: expect.stringContaining("certificates") } },
      ]);
    });
  });
});

function form(fields: Readonly<Record<string, string | File>>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
}
