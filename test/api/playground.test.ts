import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT, startTestServer, type TestServer } from "./running.ts";

let server: TestServer;
let browser: Browser;
let pages: string;

beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), "bajigong-pages-"));
  await build({
    configFile: join(ROOT, "dashboard/vite.config.ts"),
    logLevel: "silent",
    build: { outDir: pages, emptyOutDir: true },
  });
  server = await startTestServer({ dashboard: pages });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(pages, { recursive: true, force: true });
});

it("works in a browser without internet: an example in one click, its answer in the next", async () => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const foreign: string[] = [];
  const troubles: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  await page.goto(`${server.url}/playground`);
  await page.waitForSelector(".graphiql-query-editor .view-line");
  await page.getByRole("button", { name: "首席技师、特级技师评定进展" }).click();
  await page.waitForFunction(() =>
    document.querySelector(".graphiql-query-editor")?.textContent?.includes("quotaProgress"),
  );
  await page.locator(".graphiql-execute-button").click();
  await page.waitForFunction(() =>
    document.querySelector(".graphiql-response")?.textContent?.includes("CHIEF_TECHNICIAN"),
  );
  await page.getByRole("link", { name: "回到总览" }).waitFor();
  expect(await page.getByRole("link", { name: "回到总览" }).getAttribute("href")).toBe("/");
  await page.getByText("演示数据", { exact: true }).waitFor();
  expect(foreign).toEqual([]);
  expect(troubles).toEqual([]);
  await page.close();
});

it("shows the schema's documentation in Chinese", async () => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${server.url}/playground`);
  await page.locator('button[aria-label="Show Documentation Explorer"]').click();
  await page.locator(".graphiql-doc-explorer").getByText("Query", { exact: true }).click();
  await page.getByText("某日的认定覆盖面", { exact: false }).first().waitFor();
  await page.close();
});

it("is served with pages of the dashboard's own for every address without a dot", async () => {
  const html = { headers: { accept: "text/html" } };
  for (const path of ["/", "/imports", "/imports/3", "/enterprises/915100000000000000"]) {
    const response = await fetch(`${server.url}${path}`, html);
    expect([path, response.status, response.headers.get("content-type")]).toEqual([
      path,
      200,
      "text/html; charset=utf-8",
    ]);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
  }
  expect((await fetch(`${server.url}/missing.js`, html)).status).toBe(404);
  expect((await fetch(`${server.url}/assets/missing.js`, html)).status).toBe(404);
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: "ok" });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ status: "ready", loading: false });
});
