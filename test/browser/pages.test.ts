import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { inChromium, launchBrowser, openWatched, says, type Watched } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";

const DAY = "2026-03-31";
/** Cards of 总览 with a picture, as the address names them. */
const PICTURES = ["classes", "gaps", "places", "titles", "trend", "sectors", "levels"];

inChromium("the pages", () => {
  let browser: Browser;
  const open: Watched[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** A page at an address; when the test is over, it must have stayed at home and been quiet. */
  async function visit(product: Product, path: string): Promise<Watched> {
    const watched = await openWatched(browser, product.url);
    open.push(watched);
    await watched.page.goto(`${product.url}${path}`);
    await settled(watched.page);
    return watched;
  }

  afterEach(async () => {
    for (const { context, foreign, troubles } of open.splice(0)) {
      await context.close();
      expect(foreign).toEqual([]);
      expect(troubles).toEqual([]);
    }
  });

  describe("over a small province", () => {
    let product: Product;
    beforeAll(async () => {
      product = await startProduct({ people: 1500 });
    });
    afterAll(() => product?.close());

    it("keep their state in the address: a pasted link shows the same picture, back and forward walk through it", async () => {
      const { page } = await visit(product, "/");
      const first = await pictureOf(page, []);
      await page.getByRole("button", { name: /更换日期$/ }).click();
      await page.getByRole("textbox", { name: "截至" }).fill(DAY);
      await page.getByRole("textbox", { name: "截至" }).press("Enter");
      const ofDay = await pictureOf(page, [`截至 ${DAY}`]);
      expect(ofDay).not.toEqual(first);
      await page.getByRole("button", { name: "依据 证书台账 筛选 全部" }).click();
      await page.getByRole("combobox", { name: "企业类别" }).click();
      await page.locator(".ant-select-item-option", { hasText: "地方国企" }).click();
      const filtered = await pictureOf(page, ["地方国企", `截至 ${DAY}`]);
      expect(filtered).not.toEqual(ofDay);
      expect(new URL(page.url()).search).toBe(`?asOf=${DAY}&panel=filters&ownership=LOCAL_SOE`);

      const pasted = await visit(product, page.url().slice(product.url.length));
      expect(await pictureOf(pasted.page, ["地方国企", `截至 ${DAY}`])).toEqual(filtered);

      await page.goBack();
      expect(await pictureOf(page, [`截至 ${DAY}`])).toEqual(ofDay);
      await page.goBack();
      await page.goBack();
      expect(await pictureOf(page, [])).toEqual(first);
      await page.goForward();
      await page.goForward();
      await page.goForward();
      expect(await pictureOf(page, ["地方国企", `截至 ${DAY}`])).toEqual(filtered);
    });

    it("have a table behind every picture, in the address, with a file of it", async () => {
      const { page, barriers } = await visit(product, "/");
      const cards = page.locator("main section[id]");
      expect(await cards.evaluateAll((all) => all.map((one) => one.id).filter((id) => id !== "attention"))).toEqual(
        PICTURES,
      );
      for (const id of PICTURES) {
        const card = page.locator(`#${id}`);
        await card.getByRole("button", { name: /^数据表：/ }).click();
        await card.locator(".data-table tbody tr").first().waitFor();
        const download = page.waitForEvent("download");
        await card.getByRole("button", { name: /^下载“/ }).click();
        expect((await download).suggestedFilename()).toMatch(/_2026-10-31.*\.csv$/);
      }
      expect(new URL(page.url()).searchParams.get("table")).toBe(PICTURES.join("."));
      await settled(page);
      expect(await barriers()).toEqual([]);
      await page.locator("#gaps").getByRole("button", { name: /^图：/ }).click();
      await page.locator("#gaps .gap-list").waitFor();
    });

    it.each([
      [
        "总览 with everything open",
        "/?panel=filters&proof=coverage.LOCAL_SOE&places=map&order=official&basis=reported",
      ],
      ["总览 in English", "/?lang=en"],
      ["数据上报 in English", "/imports?lang=en"],
      ["a batch", "/imports/batch/1"],
      ["an address that is none", "/nowhere"],
      ["a place in 数据上报 that is none", "/imports/no/where"],
    ])("bar nobody: %s", async (_state, path) => {
      const { barriers } = await visit(product, path);
      expect(await barriers()).toEqual([]);
    });

    it("cut nothing and need no sideways scrolling, from the office screen to the meeting room", async () => {
      const { page } = await visit(product, "/");
      for (const path of ["/", "/imports", "/imports/history", "/imports/persons", "/?lang=en", "/imports"]) {
        await page.goto(`${product.url}${path}`);
        for (const width of [1920, 1366]) {
          await page.setViewportSize({ width, height: 768 });
          await settled(page);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect({ width, path, wider }).toEqual({ width, path, wider: 0 });
        }
      }
    });

    it("print on a few sheets, without buttons", async () => {
      const { page } = await visit(product, "/?lang=zh");
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(sheets).toBeGreaterThan(1);
      expect(sheets).toBeLessThanOrEqual(4);
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("button", { name: "打印" }).isVisible()).toBe(false);
      expect(await page.getByText("演示数据", { exact: true }).isVisible()).toBe(true);
    });

    it("name an impossible day in the address, and the way out", async () => {
      const watched = await openWatched(browser, product.url);
      await watched.page.goto(`${product.url}/?asOf=2026-02-30`);
      await says(watched.page, "2026-02-30");
      await watched.page.getByRole("link", { name: "清除全部条件" }).click();
      await says(watched.page, "截至2026年10月底");
      await watched.context.close();
    });

    it("keep the last good picture when the server is out of reach, say so, and recover", async () => {
      const watched = await openWatched(browser, product.url);
      const { page } = watched;
      await page.goto(product.url);
      await settled(page);
      const before = await page.locator(".answer").textContent();
      await page.route("**/graphql", (route) => route.abort("connectionrefused"));
      await page.locator("#places .tile").first().click();
      await says(page, "没取到数据");
      expect(await page.locator(".answer").textContent()).toBe(before);
      await page.unroute("**/graphql");
      await page.locator(".overview-answer").getByRole("button", { name: "重试" }).click();
      await expect.poll(() => page.locator(".answer").textContent()).not.toBe(before);
      await watched.context.close();
    });

    it("wait for the demo to come in, and then show it by themselves", async () => {
      const watched = await openWatched(browser, product.url);
      open.push(watched);
      const { page } = watched;
      let loading = true;
      // The province is in already: only the mark that it is not yet is put into the server's answers.
      await page.route("**/graphql", async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        await route.fulfill({ response, body: loading ? text.replace('"loading":false', '"loading":true') : text });
      });
      await page.goto(product.url);
      await says(page, "正在装入演示数据");
      expect(await watched.barriers()).toEqual([]);
      await page.getByRole("link", { name: "看上报历史" }).click();
      await says(page, "装好后自动更新");
      await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "总览" }).click();
      await says(page, "正在装入演示数据");
      loading = false;
      await says(page, "截至2026年10月底");
      await settled(page);
      await page.unrouteAll({ behavior: "wait" });
    });
  });

  describe("over an empty ledger", () => {
    let product: Product;
    beforeAll(async () => {
      product = await startProduct("empty");
    });
    afterAll(() => product?.close());

    it("say what to send first, and never that nothing is zero", async () => {
      const { page, barriers } = await visit(product, "/");
      await says(page, "台账还是空的");
      expect(await page.locator("main").textContent()).not.toMatch(/%|未按期达标|演示数据/);
      expect(await barriers()).toEqual([]);
      await page.getByRole("link", { name: "去上报" }).click();
      await says(page, "还没有上报过");
      expect(await barriers()).toEqual([]);
    });
  });
});

/** Everything that was asked for has come and stands. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true], .card-stale"));
}

/** What the page says and draws under these conditions: its words, one by one, and the geometry of every mark. */
async function pictureOf(page: Page, conditions: readonly string[]): Promise<string[]> {
  await page.waitForFunction((wanted) => {
    const chips = [...document.querySelectorAll(".chip")].map((chip) => chip.firstChild?.textContent);
    return chips.join() === wanted;
  }, conditions.join());
  await settled(page);
  return page.locator("main").evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement;
    // An open panel is a control, not a figure.
    for (const panel of copy.querySelectorAll(".filter-panel, .overview-toolbar, defs")) panel.remove();
    const words = document.createNodeIterator(copy, NodeFilter.SHOW_TEXT);
    const said: string[] = [];
    for (let node = words.nextNode(); node; node = words.nextNode()) said.push(node.textContent ?? "");
    const geometry = ["d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "points", "style"];
    const drawn = [...copy.querySelectorAll("svg *, i")].map((mark) =>
      [mark.tagName, ...geometry.map((name) => mark.getAttribute(name) ?? "")].join(" "),
    );
    // The charts' library draws its layers in no fixed order.
    return [...said.filter((text) => text.trim() !== ""), ...drawn].sort();
  });
}
