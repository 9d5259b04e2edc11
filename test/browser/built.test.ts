import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPages, PAGES } from "./product.ts";

/**
 * Nothing newer than Chrome 100. The build lowers syntax; methods and style rules it leaves as they are. The pages also
 * run in the other browser tests without the later methods; this looks into what those never open, workers among it.
 */
const LATER_METHODS = [
  "toSorted",
  "toReversed",
  "toSpliced",
  "isWellFormed",
  "toWellFormed",
  "symmetricDifference",
  "isSubsetOf",
  "isSupersetOf",
  "isDisjointFrom",
];
const LATER_FUNCTIONS =
  /\b(Object\.groupBy|Map\.groupBy|Array\.fromAsync|Promise\.(withResolvers|try)|AbortSignal\.(any|timeout)|URL\.(canParse|parse)|RegExp\.escape|Iterator\.from|Intl\.DurationFormat)\(/g;
const LATER_STYLES: readonly (readonly [string, RegExp])[] = [
  ["container queries", /@container|container-(type|name)\s*:/g],
  [":has()", /:has\(/g],
  ["later colours", /\b(color-mix|oklch|oklab|lab|lch|light-dark|color)\(/g],
  ["subgrid", /\bsubgrid\b/g],
  ["@scope, @starting-style, @view-transition", /@(scope|starting-style|view-transition|position-try)\b/g],
  ["viewport units of 2022", /\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|cqi)\b/g],
  ["transforms by themselves", /[{;](translate|rotate|scale)\s*:/g],
  ["ranges in media queries", /@media[^{]*[<>]=?/g],
  ["text-wrap", /text-wrap\s*:/g],
];
/** The editor's own styles, in which an old browser leaves out the marker of a task list and wraps a hint. */
const HARMLESS = [".rendered-markdown li:has(input[type=checkbox])", "text-wrap:nowrap"];

describe("the built pages", () => {
  let scripts: readonly Built[];
  let styles: readonly Built[];
  beforeAll(async () => {
    await buildPages();
    const files = readdirSync(join(PAGES, "assets"));
    const read = (ending: string): Built[] =>
      files
        .filter((name) => name.endsWith(ending))
        .map((name) => ({ name, text: readFileSync(join(PAGES, "assets", name), "utf8") }));
    scripts = read(".js");
    styles = read(".css");
  });

  it("are all here to be looked at: two pages, their code, styles and workers", () => {
    expect(scripts.length).toBeGreaterThan(10);
    expect(styles.length).toBeGreaterThan(3);
    expect(scripts.filter(({ name }) => name.includes(".worker-")).length).toBe(3);
  });

  it("call no method that Chrome 100 has not", () => {
    const found = scripts.flatMap(({ name, text }) => [
      ...[...text.matchAll(LATER_FUNCTIONS)].map((match) => `${name}: ${match[1]}`),
      // A bundle that declares a method of that name calls its own.
      ...LATER_METHODS.filter(
        (method) => text.includes(`.${method}(`) && !new RegExp(`[\\s{};]${method}\\(\\w*\\)\\{`).test(text),
      ).map((method) => `${name}: ${method}`),
    ]);
    expect(found).toEqual([]);
  });

  it("need no style rule that Chrome 100 has not", () => {
    const found = styles.flatMap(({ name, text }) => {
      const looked = HARMLESS.reduce((rest, harmless) => rest.replaceAll(harmless, ""), text);
      return [
        ...nestedIn(looked).map((rule) => `${name}: nesting: ${rule.slice(0, 60)}`),
        ...LATER_STYLES.flatMap(([what, pattern]) =>
          [...looked.matchAll(pattern)].map((match) => `${name}: ${what}: ${match[0].slice(0, 60)}`),
        ),
      ];
    });
    expect(found).toEqual([]);
  });

  it("name no address outside but those of standards and licences, which nobody fetches", () => {
    const html = ["index.html", "playground/index.html"].map((name) => readFileSync(join(PAGES, name), "utf8"));
    expect(html.join("").match(/(src|href)="(https?:)?\/\//g)).toBeNull();
    expect(styles.flatMap(({ text }) => text.match(/url\(["']?(https?:)?\/\//g) ?? [])).toEqual([]);
  });
});

/** Rules that stand inside another rule (Chrome 112), and not only inside a condition such as `@media`. */
function nestedIn(css: string): string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, "");
  const found: string[] = [];
  const around: string[] = [];
  let begun = 0;
  for (const { 0: sign, index } of bare.matchAll(/[{};]/g)) {
    if (sign === "{") {
      const rule = bare.slice(begun, index).trim();
      if (around.some((outer) => !outer.startsWith("@"))) found.push(rule);
      around.push(rule);
    } else if (sign === "}") around.pop();
    begun = index + 1;
  }
  return found;
}

interface Built {
  readonly name: string;
  readonly text: string;
}
