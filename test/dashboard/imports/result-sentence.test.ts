import { describe, expect, it } from "vitest";
import { resultSentence } from "../../../dashboard/imports/result-sentence.ts";
import { type Batch, verdictOf } from "../../../dashboard/imports/sending-state.ts";
import { aBatch } from "./a-batch.ts";

const say = (...batches: readonly Batch[]) => resultSentence(batches, verdictOf(batches)).replace(/\[\[|\]\]/g, "");
const nothing = { read: 0, created: 0, changed: 0, unchanged: 0, refused: 0, hasCorrection: false };

describe("the sentence of a sending", () => {
  it("says how many went in, how many came back, and what to do", () => {
    expect(say(aBatch())).toBe("收入275行，退回11行。改好更正簿传回即可，不用重传已收入的行。");
  });

  it("does not speak of correction where nothing came back", () => {
    expect(say(aBatch({ refused: 0 }))).toBe("收入275行，没有退回。");
    expect(say(aBatch({ created: 0, changed: 0, refused: 0 }))).toBe("88行都与台账一致，没有变化，也没有退回。");
  });

  it("asks for the whole file again where all or nothing was wanted", () => {
    expect(say(aBatch({ mode: "ATOMIC", status: "REFUSED" }))).toContain("整份重传");
    expect(say(aBatch({ status: "REFUSED", created: 0, changed: 0, unchanged: 0 }))).not.toContain("整份重传");
  });

  it("names what happened to the other files in the same breath", () => {
    const unreadable = aBatch({ status: "UNREADABLE", ...nothing });
    const interrupted = aBatch({ status: "INTERRUPTED", ...nothing });
    expect(say(aBatch(), unreadable, interrupted)).toMatch(/另有1份文件无法读取。另有1份文件没有处理完/);
  });

  it("never blames the file for our own failure", () => {
    for (const status of ["FAILED", "INTERRUPTED"] as const) {
      expect(say(aBatch({ status, ...nothing }))).toMatch(/台账没有受影响，请再传一次/);
    }
  });
});
