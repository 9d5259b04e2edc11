import { describe, expect, it } from "vitest";
import { creditCodeCheck, creditCodeFault } from "../../server/policy/credit-code.ts";

/** Published codes of Sichuan enterprises. */
const PUBLISHED = [
  "91511500MA62A0WM8P",
  "91510500204706718H",
  "915106837175377539",
  "915101002051154851",
  "9151000062160427XG",
  "91510000621601466X",
  "91510600205363163Y",
  "91510922206360562E",
  "91510724708973633Q",
  "91510122096784048U",
  "915101007978308873",
  "91510100052516850P",
  "9151070367836756X2",
  "91510114730209375B",
];

describe("统一社会信用代码 (GB 32100-2015)", () => {
  it.each(PUBLISHED)("%s is right", (code) => expect(creditCodeFault(code)).toBeNull());

  it.each([
    ["91510700MA6K78QQ5D", "7"],
    ["915115002088611475", "H"],
    ["91510100MA0000000X", "H"],
  ])("%s should end in %s", (code, expected) => {
    expect(creditCodeFault(code)).toEqual({ kind: "CHECK", expected });
  });

  it("finds any single wrong character of a published code", () => {
    for (const code of PUBLISHED) {
      for (let at = 0; at < 17; at++) {
        const other = code[at] === "3" ? "4" : "3";
        expect(creditCodeFault(code.slice(0, at) + other + code.slice(at + 1))).toMatchObject({ kind: "CHECK" });
      }
    }
  });

  it("names a character that the standard does not use by its place", () => {
    expect(creditCodeFault("91510100TEST00001X")).toEqual({ kind: "CHARACTER", position: 11, character: "S" });
    expect(creditCodeCheck("91510100TEST00001")).toBeNull();
  });

  it("has 18 characters, not one less or more", () => {
    expect(creditCodeFault("91511500MA62A0WM8")).toEqual({ kind: "LENGTH", length: 17 });
    expect(creditCodeFault("91511500MA62A0WM8PP")).toEqual({ kind: "LENGTH", length: 19 });
  });
});
