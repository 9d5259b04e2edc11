import { describe, expect, it } from "vitest";
import { enCommon } from "../../dashboard/words/en/common.ts";
import { enOverview } from "../../dashboard/words/en/overview.ts";
import { zhCommon } from "../../dashboard/words/zh/common.ts";
import { zhOverview } from "../../dashboard/words/zh/overview.ts";

/** Every text of a dictionary with its path, functions apart. */
function texts(words: unknown, path = ""): [string, string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

function paths(words: unknown, path = ""): string[] {
  if (typeof words !== "object" || words === null) return [path];
  return Object.entries(words).flatMap(([key, value]) => paths(value, `${path}.${key}`));
}

describe("the dictionaries", () => {
  it("say the same things", () => {
    expect(paths(enCommon).sort()).toEqual(paths(zhCommon).sort());
    expect(paths(enOverview).sort()).toEqual(paths(zhOverview).sort());
  });

  it("leave no Chinese in the English one, but for the name of the other language", () => {
    const left = [...texts(enCommon), ...texts(enOverview)].filter(([, text]) => /[\u4e00-\u9fff]/.test(text));
    expect(left.map(([path]) => path).sort()).toEqual([".language", ".languageLabel"]);
  });

  it("name the rate 认定覆盖面, never 覆盖率", () => {
    expect([...texts(zhCommon), ...texts(zhOverview)].filter(([, text]) => text.includes("覆盖率"))).toEqual([]);
  });
});
