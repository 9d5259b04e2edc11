import { describe, expect, it } from "vitest";
import {
  batchNumber,
  isUnread,
  kindsOf,
  secondsTaken,
  strays,
  verdictOf,
  withCorrection,
} from "../../../dashboard/imports/sending-state.ts";
import { aBatch } from "./a-batch.ts";

const filings = aBatch({
  id: "416",
  read: 38,
  created: 3,
  changed: 5,
  unchanged: 30,
  refused: 0,
  hasCorrection: false,
});
const headcounts = aBatch({ id: "417", read: 32, created: 31, changed: 0, unchanged: 0, refused: 1 });
const certificates = aBatch();
const nothing = { read: 0, created: 0, changed: 0, unchanged: 0, refused: 0, hasCorrection: false };
const unreadable = aBatch({ id: "419", status: "UNREADABLE", ...nothing });

describe("what a sending came to", () => {
  it("three files: what went in is new, changed and unchanged rows together", () => {
    expect(verdictOf([filings, headcounts, certificates])).toEqual({
      state: "ADMITTED",
      admitted: 344,
      refused: 12,
      moving: 226,
    });
  });

  it("the same facts again went in and moved nothing", () => {
    const again = aBatch({ created: 0, changed: 0, unchanged: 286, refused: 0 });
    expect(verdictOf([again])).toMatchObject({ state: "ADMITTED", admitted: 286, moving: 0 });
  });

  it("a preview tells what would go in", () => {
    expect(verdictOf([aBatch({ mode: "DRY_RUN", status: "TRIED" })])).toEqual({
      state: "TRIED",
      admissible: 275,
      refused: 11,
      moving: 187,
    });
  });

  it("all or nothing: one batch refused for its rows, the others with it", () => {
    const refused = aBatch({ mode: "ATOMIC", status: "REFUSED" });
    expect(verdictOf([refused, aBatch({ ...refused, refused: 0 })])).toEqual({
      state: "REFUSED",
      refused: 11,
      atomic: true,
    });
  });

  it("a file without a single row is neither admitted nor refused", () => {
    expect(verdictOf([aBatch({ status: "REFUSED", ...nothing })])).toEqual({ state: "NOTHING_READ" });
  });

  it("one file under way keeps the sending running, with what the finished ones have read", () => {
    const reading = aBatch({ status: "READING", ...nothing, doneRows: 40, totalRows: 100, finishedAt: null });
    expect(verdictOf([certificates, reading])).toEqual({ state: "RUNNING", done: 326, total: 386 });
  });

  it("a total that one file does not know yet is not given at all", () => {
    const received = aBatch({ status: "RECEIVED", ...nothing, doneRows: 0, totalRows: null, finishedAt: null });
    expect(verdictOf([certificates, received])).toMatchObject({ state: "RUNNING", total: null });
  });

  it("an unreadable file beside good ones is told beside the sentence, alone it is the sentence", () => {
    const mixed = [certificates, unreadable];
    expect(verdictOf(mixed).state).toBe("ADMITTED");
    expect(strays(mixed, verdictOf(mixed))).toEqual({ unreadable: 1, failed: 0, withdrawn: 0 });
    expect(verdictOf([unreadable])).toEqual({ state: "UNREADABLE", files: 1 });
    expect(strays([unreadable], verdictOf([unreadable]))).toEqual({ unreadable: 0, failed: 0, withdrawn: 0 });
  });

  it("an interrupted sending is not called a failure, a failed one is", () => {
    expect(verdictOf([aBatch({ status: "INTERRUPTED", ...nothing })])).toEqual({ state: "INTERRUPTED" });
    expect(verdictOf([aBatch({ status: "FAILED", ...nothing })])).toEqual({ state: "FAILED" });
  });

  it("is withdrawn once its last batch is", () => {
    const gone = aBatch({
      status: "WITHDRAWN",
      withdrawnAt: "2026-11-01T01:00:00.000Z",
      withdrawnBy: "王雨",
      withdrawalReason: "发错月份",
    });
    expect(verdictOf([gone, certificates]).state).toBe("ADMITTED");
    expect(strays([gone, certificates], verdictOf([gone, certificates])).withdrawn).toBe(1);
    expect(verdictOf([gone])).toEqual({ state: "WITHDRAWN", at: gone.withdrawnAt, by: "王雨", reason: "发错月份" });
  });
});

describe("a batch", () => {
  it("is numbered as people quote it", () => {
    expect(batchNumber("418")).toBe("0418");
    expect(batchNumber("12345")).toBe("12345");
  });

  it("has no counts until it was read to its end", () => {
    expect(isUnread(unreadable)).toBe(true);
    expect(isUnread(aBatch({ status: "CHECKING" }))).toBe(true);
    expect(isUnread(aBatch({ status: "REFUSED" }))).toBe(false);
  });

  it("offers a correction workbook only when rows came back", () => {
    expect(withCorrection([filings, headcounts, certificates]).map((batch) => batch.id)).toEqual(["417", "418"]);
  });

  it("names each kind of ledger once, and none for a sheet that was not recognised", () => {
    const sheet = { ...nothing, warnings: 0, unknownColumns: [] };
    const batch = aBatch({
      sheets: [
        { sheet: "一", kind: "FILINGS", ...sheet },
        { sheet: "说明", kind: null, ...sheet },
        { sheet: "二", kind: "FILINGS", ...sheet },
        { sheet: "三", kind: "HEADCOUNTS", ...sheet },
      ],
    });
    expect(kindsOf(batch)).toEqual(["FILINGS", "HEADCOUNTS"]);
  });

  it("took from the first arrival to the last end; while one is under way nobody knows", () => {
    const later = aBatch({ finishedAt: "2026-10-31T08:42:07.500Z" });
    expect(secondsTaken([certificates, later])).toBe(7.5);
    expect(secondsTaken([certificates, aBatch({ finishedAt: null })])).toBeNull();
  });
});
