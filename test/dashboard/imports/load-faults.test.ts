import { describe, expect, it } from "vitest";
import { type FaultLoader, loadFaults, printPlace, readPlace } from "../../../dashboard/imports/load-faults.ts";

/** A server that holds so many faults per batch and counts what it was asked. */
function serverWith(held: Readonly<Record<string, number>>) {
  const asked: string[] = [];
  const load: FaultLoader = async ({ id, first, after }) => {
    asked.push(`${id} first ${first} after ${after ?? "-"}`);
    const rows = held[id] ?? 0;
    const start = after ? Number(after) : 0;
    const end = Math.min(rows, start + first);
    return {
      totalCount: rows,
      pageInfo: { hasNextPage: end < rows, endCursor: String(end) },
      edges: Array.from({ length: end - start }, (_, at) => ({
        node: {
          sheet: "Sheet1",
          row: start + at + 1,
          column: "证书编号",
          cell: `M${start + at + 1}`,
          code: "CERT_LEVEL",
          severity: "ERROR" as const,
          found: null,
          message: "",
          mend: "",
          clause: null,
        },
      })),
    };
  };
  return { load, asked };
}

const all = { severity: null, sheet: null, size: 10 };

describe("a page of faults", () => {
  it("goes on into the next batch where one ends, and stops when it is full", async () => {
    const { load, asked } = serverWith({ "416": 4, "417": 30, "418": 5 });
    const batchIds = ["416", "417", "418"];
    const first = await loadFaults({ ...all, batchIds, place: null }, undefined, load);
    expect(first.faults.map((fault) => `${fault.batchId}:${fault.row}`).slice(3, 6)).toEqual([
      "416:4",
      "417:1",
      "417:2",
    ]);
    expect(first.faults).toHaveLength(10);
    expect(first.next).toEqual({ batchId: "417", after: "6" });
    expect(asked).toEqual(["416 first 10 after -", "417 first 6 after -"]);
  });

  it("tells every fault once when page after page is turned", async () => {
    const { load } = serverWith({ "416": 20, "417": 7, "418": 13 });
    const seen: string[] = [];
    let place = null;
    for (let page = 0; page < 10; page += 1) {
      const { faults, next } = await loadFaults({ ...all, batchIds: ["416", "417", "418"], place }, undefined, load);
      seen.push(...faults.map((fault) => `${fault.batchId}:${fault.row}`));
      if (!next) break;
      place = readPlace(printPlace(next));
    }
    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
  });

  it("that ends exactly with a batch begins the next page with the next batch", async () => {
    const { load } = serverWith({ "416": 10, "417": 3 });
    const page = await loadFaults({ ...all, batchIds: ["416", "417"], place: null }, undefined, load);
    expect(page.next).toEqual({ batchId: "417", after: null });
  });

  it("of an address whose batch is not listed begins at the beginning", async () => {
    const { load } = serverWith({ "416": 2 });
    const page = await loadFaults({ ...all, batchIds: ["416"], place: readPlace("999~5") }, undefined, load);
    expect(page.faults.map((fault) => fault.row)).toEqual([1, 2]);
  });

  it("has a place that survives the address, and nonsense has none", () => {
    expect(readPlace(printPlace({ batchId: "418", after: "azoxLjI" }))).toEqual({ batchId: "418", after: "azoxLjI" });
    expect(readPlace(printPlace({ batchId: "418", after: null }))).toEqual({ batchId: "418", after: null });
    expect(readPlace("")).toBeNull();
    expect(readPlace("418")).toBeNull();
  });
});
