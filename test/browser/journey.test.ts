import { join } from "node:path";
import ExcelJS from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { format } from "../../dashboard/look/format.ts";
import { aCertificate, aFiling, aHeadcount, filingNumberOf, idNumberOf } from "../builders/rows.ts";
import { writeSheets } from "../builders/xlsx.ts";
import { inChromium, launchBrowser, openWatched, says, type Watched } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";

/** The class that the workbook's two units belong to. */
const LOCAL_SOE = "地方国企";
const TARGET = 0.85;
/** Two units of ten posts; three certificates that go in, three that come back. */
const POSTS = 20;
const GOOD = 3;
const PLANTED = 3;

const wrongLevel = `${filingNumberOf(2)}252000004`;
const wrongDay = "2025-02-30";
const wrongId = flipLast(idNumberOf(6));

inChromium("a bureau's workbook becomes a ledger, a figure, an answer and a chart", () => {
  let product: Product;
  let browser: Browser;
  let window: Watched;
  let page: Page;
  const barriers: Record<string, string[]> = {};
  let before: Counts;
  let sendings: string[];

  beforeAll(async () => {
    product = await startProduct({ people: 1500 });
    browser = await launchBrowser();
    window = await openWatched(browser, product.url);
    page = window.page;
    sendings = [];
  });
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  /** A picture of a state: nothing in it may bar anybody. */
  async function look(state: string): Promise<void> {
    barriers[state] = await window.barriers();
  }

  it("shows the province first: a figure with the two counts that made it", async () => {
    await page.goto(product.url);
    before = await countsOf(page);
    expect(before.headcount).toBeGreaterThan(100);
    expect(before.printed).toBe(printed(before));
    await look("总览");
  });

  it("tells every fault by its cell before anything goes in", async () => {
    const book = join(product.folder, "成都三季度台账.xlsx");
    await writePlanted(book);
    await page.getByRole("link", { name: "数据上报" }).click();
    await says(page, "选好文件先预览");
    await look("数据上报，选择文件");
    await page.locator("input[type=file]").setInputFiles(book);
    await says(page, "成都三季度台账.xlsx");
    await look("数据上报，已选文件");
    await page.getByRole("button", { name: /^预览/ }).click();
    await says(page, `会收入${4 + GOOD}行，会退回${PLANTED}行`);
    await look("数据上报，预览");
    await page.getByRole("link", { name: /^下一步：核对\d+处问题$/ }).click();
    await says(page, "退什么、为什么");
    expect(await faultsOn(page)).toEqual(FAULTS);
    expect(await page.locator("body").textContent()).not.toContain(wrongId);
    await look("数据上报，核对");
    const { coverage } = await product.data(LOCAL_COUNTS);
    expect(coverage[0]).toMatchObject({ certifiedHeadcount: before.certified, skilledHeadcount: before.headcount });
  });

  it("takes the good rows in and hands the others back in a correction workbook", async () => {
    await page.getByRole("button", { name: `提交，收入${4 + GOOD}行` }).click();
    await says(page, `收入${4 + GOOD}行，退回${PLANTED}行。`);
    expect(await faultsOn(page)).toEqual(FAULTS);
    await look("数据上报，结果");
    sendings.push(new URL(page.url()).pathname);
    expect(await countsOf(page)).toMatchObject({
      certified: before.certified + GOOD,
      headcount: before.headcount + POSTS,
    });
  });

  it("takes the mended correction workbook in whole", async () => {
    await page.goto(`${product.url}${sendings[0]}`);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: `下载更正簿（${PLANTED}行）` }).click();
    const path = join(product.folder, (await download).suggestedFilename());
    await (await download).saveAs(path);
    expect(await mend(path)).toBe(PLANTED);
    await page.getByRole("link", { name: "再传一份" }).click();
    await page.locator("input[type=file]").setInputFiles(path);
    await page.getByRole("button", { name: "不预览，直接提交" }).click();
    await says(page, `收入${PLANTED}行，没有退回。`);
    await says(page, "没有问题");
    await look("数据上报，全部收入");
    sendings.push(new URL(page.url()).pathname);
  });

  it("moves 总览 to exactly the expected number, without a reload", async () => {
    const expected = { certified: before.certified + GOOD + PLANTED, headcount: before.headcount + POSTS };
    await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "总览" }).click();
    const now = await countsOf(page, { stay: true });
    expect(now).toEqual({ ...expected, printed: printed(expected) });
  });

  it("gives an analyst the same number in the playground, by an example and by a query of his own", async () => {
    const expected = { certified: before.certified + GOOD + PLANTED, headcount: before.headcount + POSTS };
    await page.getByRole("link", { name: "查询" }).click();
    await page.waitForSelector(".graphiql-query-editor .view-line");
    await look("查询");
    const answer = page.waitForResponse(
      (response) => response.request().postData()?.includes("CoverageByOwnership") ?? false,
    );
    await page.getByRole("button", { name: "各类企业的认定覆盖面" }).click();
    await page.waitForFunction(() =>
      document.querySelector(".graphiql-query-editor")?.textContent?.includes("CoverageByOwnership"),
    );
    await page.locator(".graphiql-execute-button").click();
    const { data } = await (await answer).json();
    const row = data.coverage.find((one: { ownership: string }) => one.ownership === "LOCAL_SOE");
    expect([row.certifiedHeadcount, row.skilledHeadcount]).toEqual([expected.certified, expected.headcount]);
    expect(row.rate).toBe(expected.certified / expected.headcount);

    await page.locator(".graphiql-query-editor .view-lines").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(LOCAL_COUNTS);
    // The editor closes brackets by itself; what it put behind is not ours.
    await page.keyboard.press("Control+Shift+End");
    await page.keyboard.press("Delete");
    // It has read the query when its tab no longer bears the name of the one before.
    await page.getByRole("tab", { name: "<untitled>" }).waitFor();
    await page.locator(".graphiql-execute-button").click();
    await page.waitForFunction(
      (wanted) => {
        const shown = document.querySelector(".graphiql-response .view-lines")?.textContent?.replace(/\s/g, "") ?? "";
        return wanted.every((part) => shown.includes(part));
      },
      [`"certifiedHeadcount":${expected.certified}`, `"skilledHeadcount":${expected.headcount}`],
    );
    await page.getByRole("link", { name: "回到总览" }).click();
  });

  it("gives the figure back when the batches are withdrawn, and says who did it and why", async () => {
    for (const sending of [...sendings].reverse()) {
      await page.goto(`${product.url}${sending}`);
      await page.getByRole("button", { name: "撤回本次上报" }).click();
      await says(page, "撤回本次上报会改变什么");
      await page.getByLabel("原因").fill("试传，撤回");
      await page.waitForSelector(".imports-deed table td");
      await look(`撤回 ${sendings.indexOf(sending) + 1}`);
      await page.getByRole("button", { name: "确认撤回" }).click();
      await says(page, "已撤回，数字已按其余批次重算。");
      await says(page, "由本机管理员撤回：试传，撤回");
    }
    await look("数据上报，已撤回");
    expect(await countsOf(page)).toEqual(before);
    for (const place of ["/imports/history", "/imports/persons"]) {
      await page.goto(`${product.url}${place}`);
      await page.waitForLoadState("networkidle");
      await look(place);
    }
  });

  it("bars nobody on the way (WCAG 2.2 AA)", () => {
    expect(Object.keys(barriers).length).toBeGreaterThan(10);
    expect(Object.entries(barriers).filter(([, found]) => found.length > 0)).toEqual([]);
  });

  it("asks nothing of anyone but its own server; neither side complains of anything", () => {
    expect(window.foreign).toEqual([]);
    expect(window.troubles).toEqual([]);
    expect(product.said()).not.toMatch(/"level":"(warn|error|fatal)"/);
  });
});

const LOCAL_COUNTS = "{ coverage(filter: { ownerships: [LOCAL_SOE] }) { certifiedHeadcount skilledHeadcount } }";

/** Each planted fault by its cell, its column and what was found there; an ID number masked. */
const FAULTS = [
  ["H6", "证书编号", wrongLevel],
  ["I7", "发证日期", wrongDay],
  ["B8", "证件号码", `${wrongId.slice(0, 6)}********${wrongId.slice(-4)}`],
];

async function writePlanted(path: string): Promise<void> {
  const filledOn = "2026-10-20";
  await writeSheets(path, [
    { kind: "FILINGS", filledOn, rows: [aFiling(1), aFiling(2)] },
    { kind: "HEADCOUNTS", filledOn, rows: [aHeadcount(1), aHeadcount(2)] },
    {
      kind: "CERTIFICATES",
      filledOn,
      rows: [
        aCertificate(1, 1),
        aCertificate(1, 2),
        aCertificate(2, 3),
        aCertificate(2, 4, { 证书编号: wrongLevel }),
        aCertificate(1, 5, { 发证日期: wrongDay }),
        aCertificate(2, 6, { 证件号码: wrongId }),
      ],
    },
  ]);
}

/** Put the right value where the wrong one stands; says how many cells that were. */
async function mend(path: string): Promise<number> {
  const right: Readonly<Record<string, string>> = {
    [wrongLevel]: `${filingNumberOf(2)}253000004`,
    [wrongDay]: "2025-02-28",
    [wrongId]: idNumberOf(6),
  };
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  let mended = 0;
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value = right[cell.text];
        if (value === undefined) return;
        cell.value = value;
        mended += 1;
      }),
    );
  }
  await workbook.xlsx.writeFile(path);
  return mended;
}

interface Counts {
  readonly certified: number;
  readonly headcount: number;
  /** The rate as 总览 prints it. */
  readonly printed?: string;
}

/** What 总览 prints of the class: its rate, and from its proof the two counts behind it. */
async function countsOf(page: Page, options: { readonly stay?: boolean } = {}): Promise<Required<Counts>> {
  if (!options.stay) await page.goto(new URL("/", page.url()).toString());
  const bullet = page.locator(".bullet-card", { has: page.getByRole("heading", { name: LOCAL_SOE }) });
  const figure = bullet.locator(".key-figure button").first();
  await figure.click();
  await page.waitForSelector(".proof .fraction b");
  await page.waitForLoadState("networkidle");
  const [certified, headcount] = (await page.locator(".proof .fraction b").allTextContents()).map(asNumber);
  const printedRate = (await figure.textContent())!.replace(/\s/g, "");
  await page.getByRole("button", { name: "关闭" }).click();
  await page.waitForSelector(".proof", { state: "detached" });
  return { certified: certified!, headcount: headcount!, printed: printedRate };
}

function printed({ certified, headcount }: Counts): string {
  return format.rate(certified / headcount, { target: TARGET });
}

async function faultsOn(page: Page): Promise<string[][]> {
  await page.waitForSelector(".imports-faults tbody tr");
  return page
    .locator(".imports-faults tbody tr:not(.imports-group)")
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector(".imports-cell")?.textContent ?? "",
        row.children[1]?.firstChild?.textContent ?? "",
        row.querySelector(".imports-found")?.textContent ?? "",
      ]),
    );
}

function asNumber(text: string): number {
  return Number(text.replace(/\D/g, ""));
}

function flipLast(id: string): string {
  return id.slice(0, 17) + (id.endsWith("1") ? "2" : "1");
}
