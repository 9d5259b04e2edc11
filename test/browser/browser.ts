import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { describe } from "vitest";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Tests in a browser. Without Chromium they are skipped, aloud; REQUIRE_CHROMIUM=1 makes that a failure. */
export function inChromium(name: string, tests: () => void): void {
  if (existsSync(CHROMIUM) || process.env.REQUIRE_CHROMIUM === "1") describe(name, tests);
  else {
    console.warn(`\n  !! 没有 Chromium（${CHROMIUM}，可用 CHROMIUM=… 指定）：“${name}”跳过了 !!\n`);
    describe.skip(`${name} (no Chromium)`, tests);
  }
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A window whose every page is watched: what it asks outside, what it complains of, what bars people with disabilities. */
export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests that left the product's origin. */
  readonly foreign: string[];
  /** Errors on the console and uncaught ones. */
  readonly troubles: string[];
  /** What axe finds against WCAG 2.2 AA on the page as it now is, one line per rule and place. */
  barriers(): Promise<string[]>;
}

export async function openWatched(browser: Browser, origin: string): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    acceptDownloads: true,
  });
  await context.addInitScript(growOld);
  const foreign: string[] = [];
  const troubles: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob|about):/.test(request.url()))
      foreign.push(request.url());
  });
  context.on("weberror", (error) => troubles.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${message.text()} (${message.page()?.url()})`);
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return {
    context,
    page,
    foreign,
    troubles,
    async barriers() {
      const { violations } = await new AxeBuilder({ page })
        // What GraphiQL itself brings: line numbers in pale ink, a tab that holds its own close button.
        .exclude(".monaco-editor")
        .exclude(".graphiql-tabs")
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`),
      );
    },
  };
}

/** Wait until the page says so; numbers that stand out do not break the sentence. */
export async function says(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), text);
}

/** Takes away what came after Chrome 100: a page that calls it fails here as it would in an office. */
function growOld(): void {
  const later: readonly (readonly [object, readonly string[]])[] = [
    [Array.prototype, ["toSorted", "toReversed", "toSpliced", "with"]],
    [Object.getPrototypeOf(Uint8Array.prototype), ["toSorted", "toReversed", "with"]],
    [Array, ["fromAsync"]],
    [Object, ["groupBy"]],
    [Map, ["groupBy"]],
    [Map.prototype, ["getOrInsert", "getOrInsertComputed"]],
    [Promise, ["withResolvers", "try"]],
    [String.prototype, ["isWellFormed", "toWellFormed"]],
    [
      Set.prototype,
      ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom"],
    ],
    [AbortSignal, ["any", "timeout"]],
    [URL, ["canParse", "parse"]],
    [RegExp, ["escape"]],
    [Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())), ["map", "filter", "take", "drop", "toArray"]],
  ];
  for (const [holder, names] of later) for (const name of names) Reflect.deleteProperty(holder, name);
}
