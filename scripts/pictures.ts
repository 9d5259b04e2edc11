import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import ExcelJS from "exceljs";
import { chromium, type Page } from "playwright-core";
import type { Config } from "../server/config.ts";
import { importSending, receiveSending } from "../server/import/sending.ts";
import { openLedger } from "../server/ledger/ledger.ts";
import { openLog } from "../server/log.ts";
import { type Running, serve } from "../server/main.ts";
import { LINE_COUNTING } from "../server/tallies/count-lines.ts";
import { DEMO_DEFAULTS, writeDemoProvince } from "./demo/write-demo-province.ts";
import { shrinkPng } from "./pictures/shrink-png.ts";

/**
 * The pictures of every page, for README and for eyes. Without `--url` it serves a demo province of its own, lets one
 * bureau's workbook with planted faults come in, and takes the pictures of that; with `--url` it only looks.
 */
const USAGE =
  "用法：npm run pictures -- [--url http://127.0.0.1:4000] [--out docs/pictures] [--chromium /usr/bin/chromium]";
const OFFICE = { width: 1366, height: 768 };
const MEETING_ROOM = { width: 1920, height: 1080 };
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
/** What a bureau has not sent yet when the pictures begin. */
const HELD_BACK = "证书台账-成都-2026年.xlsx";
/** One fault of each kind that bureaus really make: which row below the header, which column, and what becomes of it. */
const PLANTED: readonly (readonly [number, RegExp, (right: string) => string])[] = [
  [9, /^证书(编号|号)/, (right) => `${right.slice(0, 15)}${right[15] === "3" ? "2" : "3"}99${right.slice(18)}`],
  [31, /信用代码$/, (right) => `${right.slice(0, 17)}${right.endsWith("A") ? "B" : "A"}`],
  [58, /^(证件|身份证)号/, (right) => `${right.slice(0, 17)}${right.endsWith("1") ? "2" : "1"}`],
  [104, /^(发证|颁证)日期$/, () => "2026-02-30"],
  [140, /^(发证|颁证)日期$/, () => "2027-01-15"],
  [215, /^职业(技能)?等级$|^技能等级$/, () => "四级半"],
  [302, /^认定方式$/, () => "内部评定"],
];
const COMPILED = import.meta.url.endsWith(".js");

await takePictures().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
});

async function takePictures(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: "string" }, out: { type: "string" }, chromium: { type: "string" } },
    strict: true,
  });
  const out = resolve(values.out ?? "docs/pictures");
  await mkdir(out, { recursive: true });
  const own = values.url ? null : await serveDemo();
  const browser = await chromium.launch({ executablePath: values.chromium ?? "/usr/bin/chromium", args: FLAGS });
  try {
    const url = values.url ?? own!.running.url;
    const page = await browser.newPage({ viewport: OFFICE, locale: "zh-CN", reducedMotion: "reduce" });
    const keep = async (name: string) => {
      const path = join(out, `${name}.png`);
      await writeFile(path, shrinkPng(await page.screenshot({ fullPage: true })));
      console.log(path);
    };
    if (own) {
      await sendThroughThePage(page, url, own.heldBack);
      await keep("imports-1366");
      await look(page, `${url}/imports`);
      await keep("imports-choose-1366");
    } else {
      await look(page, `${url}/imports`);
      await keep("imports-1366");
    }
    await look(page, `${url}/`);
    await keep("overview-1366");
    await page.setViewportSize(MEETING_ROOM);
    await look(page, `${url}/`);
    await keep("overview-1920");
    await page.setViewportSize(OFFICE);
    await look(page, `${url}/playground`);
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
    await page.locator(".graphiql-execute-button").click();
    await page.locator(".graphiql-response .view-line").nth(3).waitFor();
    await page.waitForTimeout(500);
    await keep("playground-1366");
  } finally {
    await browser.close();
    await own?.close();
  }
}

/** An address, once everything on the page has come. */
async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settle(page);
}

async function settle(page: Page): Promise<void> {
  // Nothing under the mouse: what is pointed at looks otherwise.
  await page.mouse.move(0, 0);
  await page.waitForLoadState("networkidle");
  await page.waitForSelector("[aria-busy=true]", { state: "detached" });
  await page.waitForTimeout(400);
}

/** As a bureau does it: choose, preview, check, submit. */
async function sendThroughThePage(page: Page, url: string, workbook: string): Promise<void> {
  await look(page, `${url}/imports`);
  await page.locator("input[type=file]").setInputFiles(workbook);
  await page.getByRole("button", { name: /^预览/ }).click();
  await page.getByRole("link", { name: /^下一步/ }).click({ timeout: 120_000 });
  await page.getByRole("button", { name: /^提交/ }).click();
  await page.getByText("这次上报改变了").waitFor({ timeout: 120_000 });
  await settle(page);
}

interface OwnServer {
  readonly running: Running;
  readonly heldBack: string;
  close(): Promise<void>;
}

async function serveDemo(): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), "bajigong-pictures-"));
  const config: Config = {
    ...{ host: "127.0.0.1", port: 0, dataDir: join(folder, "data") },
    ...{ databaseUrl: null, personalDataKey: null, demo: false, logLevel: "warn" },
  };
  await mkdir(config.dataDir);
  const books = join(folder, "workbooks");
  await writeDemoProvince({ ...DEMO_DEFAULTS, out: books });
  const heldBack = join(books, HELD_BACK);
  await bringIn(
    config,
    (await readdir(books)).filter((name) => name !== HELD_BACK).map((name) => join(books, name)),
  );
  await spoil(heldBack);
  const running = await serve({
    config,
    log: openLog(config.logLevel),
    dashboard: fileURLToPath(new URL(COMPILED ? "../dashboard" : "../dist/dashboard", import.meta.url)),
    worker: new URL(`./import-worker.${COMPILED ? "js" : "ts"}`, import.meta.url),
  });
  return {
    running,
    heldBack,
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bringIn(config: Config, paths: readonly string[]): Promise<void> {
  const ledger = await openLedger(config, { clock: { now: () => new Date() }, counting: LINE_COUNTING });
  try {
    await ledger.markDemo(DEMO_DEFAULTS.lastDay);
    const files = paths.map((path) => ({ path, fileName: basename(path) }));
    const options = { mode: "partial", actor: { name: "演示数据", role: "ADMINISTRATOR", from: "demo" } } as const;
    await importSending({ ledger }, await receiveSending(ledger, files, options), files, options);
  } finally {
    await ledger.close();
  }
}

async function spoil(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0]!;
  const plain = (text: string) => text.replace(/\s/g, "");
  const header = [1, 2, 3, 4, 5, 6, 7, 8].find((row) =>
    (sheet.getRow(row).values as unknown[]).some((value) => /^证书(编号|号)/.test(plain(String(value ?? "")))),
  );
  if (!header) throw new Error(`没有找到表头：${basename(path)}`);
  for (const [below, column, spoilt] of PLANTED) {
    sheet.getRow(header).eachCell((head, at) => {
      if (!column.test(plain(head.text))) return;
      const cell = sheet.getRow(header + below).getCell(at);
      cell.value = spoilt(cell.text);
    });
  }
  await workbook.xlsx.writeFile(path);
}
