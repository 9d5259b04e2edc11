import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { readConfig } from "../../server/config.ts";
import { importSending, receiveSending } from "../../server/import/sending.ts";
import { openLog } from "../../server/log.ts";
import { serve } from "../../server/main.ts";
import type { Actor } from "../../server/policy/actor.ts";
import { writeDemoProvince } from "../demo/write-demo-province.ts";

const SECONDS = 5;
const CONNECTIONS = 16;

const OVERVIEW = `{
  system { today revision }
  coverage(groupBy: [RESPONSIBILITY, OWNERSHIP]) { responsibility { code name } ownership skilledHeadcount certifiedHeadcount rate rateLow reportingRate target status gapHeadcount unitGapHeadcount enterpriseCount unreportedEnterpriseCount targetedEnterpriseCount attainingEnterpriseCount }
  quotaProgress { level goal appraised cancelled net inOffice remaining status byBatch { year planned appraised cancelled net } }
  launchProgress { ownership launched launchedByDue inScope target status }
  levelPyramid { steps { level peopleCount } certifiedCount highSkilledCount highSkilledShare }
}`;

/** 总览's query on the demo province beside a bare HTTP server that sends the same bytes: the same question again, and every time another day. */
export async function benchAnswers(
  folder: string,
): Promise<{ what: string; measured: string; floor: string; ratio: string; note: string }[]> {
  const dataDir = join(folder, "answers");
  await mkdir(dataDir);
  const config = readConfig({ DATA_DIR: dataDir, PORT: "0", DEMO: "0", LOG_LEVEL: "error" });
  const compiled = import.meta.url.endsWith(".js");
  const running = await serve({
    config,
    log: openLog("error"),
    dashboard: fileURLToPath(new URL(compiled ? "../../dashboard" : "../../dist/dashboard", import.meta.url)),
    worker: new URL(`../import-worker.${compiled ? "js" : "ts"}`, import.meta.url),
  });
  try {
    await running.ledger.markDemo("2026-10-31");
    const { files } = await writeDemoProvince({
      people: 60_000,
      seed: 7,
      out: join(folder, "demo"),
      lastDay: "2026-10-31",
    });
    const actor: Actor = { name: "bench", role: "ADMINISTRATOR", from: "bench" };
    const sources = files.map((path) => ({ path, fileName: path.split("/").at(-1)! }));
    const received = await receiveSending(running.ledger, sources, { mode: "partial", actor });
    await importSending({ ledger: running.ledger }, received, sources, { mode: "partial", actor });

    const url = `${running.url}/graphql`;
    const ask = (query: string) => JSON.stringify({ query });
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body: ask(OVERVIEW) });
    const bytes = Buffer.from(await response.arrayBuffer());
    const bare = createServer((_request, answer) => {
      answer.setHeader("content-type", "application/json");
      answer.end(bytes);
    });
    await new Promise<void>((done) => bare.listen(0, "127.0.0.1", done));
    const shot = (target: string, requests: autocannon.Request[]) =>
      autocannon({ url: target, connections: CONNECTIONS, duration: SECONDS, requests });
    const post = (body: string): autocannon.Request => ({ method: "POST", headers, body });
    const floor = await shot(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/graphql`, [post(ask(OVERVIEW))]);
    const again = await shot(url, [post(ask(OVERVIEW))]);
    const days = Array.from({ length: 600 }, (_, index) =>
      new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const others = await shot(
      url,
      days.map((day) => post(ask(OVERVIEW.replaceAll("(groupBy", `(asOf: "${day}", groupBy`)))),
    );
    await new Promise((done) => bare.close(done));
    const perSecond = (result: autocannon.Result) =>
      `${Math.round(result.requests.average)}/s, p99 ${result.latency.p99} ms`;
    const row = (what: string, result: autocannon.Result) => ({
      what,
      measured: `${perSecond(result)}${result.non2xx > 0 ? `, ${result.non2xx} not 2xx` : ""}`,
      floor: `bare node:http, the same ${Math.round(bytes.length / 1024)} KB: ${perSecond(floor)}`,
      ratio: (result.requests.average / floor.requests.average).toFixed(2),
      note: `${CONNECTIONS} connections, load generator on the same cores`,
    });
    return [row("总览's query, asked again", again), row("总览's query, another day each time", others)];
  } finally {
    await running.close();
  }
}
