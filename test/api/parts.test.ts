import { describe, expect, it } from "vitest";
import { keyOfQuestion } from "../../server/api/finished-answers.ts";
import { LruMap } from "../../server/api/lru-map.ts";
import { maskNumbers } from "../../server/log.ts";
import { PROVINCE } from "../builders/ledger.ts";
import { idNumberOf } from "../builders/rows.ts";

describe("an LRU map", () => {
  it("forgets what was longest unused, by weight", () => {
    const map = new LruMap<string, number>(10, (weight) => weight);
    map.set("a", 4);
    map.set("b", 4);
    map.get("a");
    map.set("c", 4);
    expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([4, undefined, 4]);
    map.set("huge", 11);
    expect([map.get("huge"), map.size]).toEqual([undefined, 2]);
    map.set("a", 6);
    expect([map.get("a"), map.get("c")]).toEqual([6, 4]);
  });
});

describe("the key of a kept answer", () => {
  const basis = { revision: 1, today: "2026-10-31", scope: PROVINCE };
  const key = (changed: object = {}, question: object = {}) =>
    keyOfQuestion({ ...basis, ...changed }, "application/json", { query: "{ cities { code } }", ...question });

  it("changes with all that an answer depends on, and with nothing else", () => {
    const keys = [
      key(),
      key({ revision: 2 }),
      key({ today: "2026-11-01" }),
      key({ scope: { kind: "CLASS", ownership: "LOCAL_SOE" } }),
      key({}, { variables: { a: 1 } }),
      key({}, { operationName: "A" }),
      key({}, { query: "{ sectors { code } }" }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key()).toBe(keys[0]);
    expect(key({}, { variables: null, operationName: null })).toBe(keys[0]);
  });
});

describe("the log", () => {
  it("masks whatever looks like an ID number", () => {
    const masked = maskNumbers(`duplicate entry '${idNumberOf(1)}' for key`);
    expect(masked).not.toContain(idNumberOf(1));
    expect(masked).toContain("510000********");
    expect(maskNumbers("3 rows in 120 ms")).toBe("3 rows in 120 ms");
  });
});
