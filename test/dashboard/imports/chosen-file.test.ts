import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addFiles, faultOf, isReadable, matchFiles, UPLOAD_LIMIT } from "../../../dashboard/imports/chosen-file.ts";

const aFile = (name: string, text = "PK", lastModified = 1) => new File([text], name, { lastModified });
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

describe("a chosen file", () => {
  it("is taken as .xlsx, .xls and .csv, whatever the case", () => {
    for (const name of ["季报.xlsx", "季报.XLS", "季报.Csv"]) expect(faultOf({ name, size: 10 })).toBeNull();
  });

  it("of another kind is told with what it is", () => {
    expect(faultOf({ name: "扫描件.pdf", size: 10 })).toEqual({ code: "EXTENSION", found: ".pdf" });
    expect(faultOf({ name: "季报", size: 10 })).toEqual({ code: "EXTENSION", found: "" });
  });

  it("is refused when empty, and above 100 MB but not at 100 MB", () => {
    expect(faultOf({ name: "a.xlsx", size: 0 })).toEqual({ code: "EMPTY" });
    expect(faultOf({ name: "a.xlsx", size: UPLOAD_LIMIT })).toBeNull();
    expect(faultOf({ name: "a.xlsx", size: UPLOAD_LIMIT + 1 })).toEqual({ code: "TOO_LARGE" });
  });

  it("that Excel keeps beside an open workbook is not the workbook", () => {
    expect(faultOf({ name: "~$季报.xlsx", size: 165 })).toEqual({ code: "LOCK" });
  });

  it("chosen twice is sent once", () => {
    const chosen = addFiles(addFiles([], [aFile("a.xlsx")]), [aFile("a.xlsx"), aFile("a.xlsx", "PK", 2)]);
    expect(chosen.map((one) => one.fault?.code ?? null)).toEqual([null, "TWICE", null]);
  });

  it("that changed since gives way to its fresh copy", () => {
    const [old] = addFiles([], [aFile("a.xlsx")]);
    const chosen = addFiles([{ ...old!, fault: { code: "CHANGED" } }], [aFile("a.xlsx", "PK2", 2)]);
    expect(chosen).toHaveLength(1);
    expect(chosen[0]!.fault).toBeNull();
  });

  it("can be read while it lies where it was", async () => {
    expect(await isReadable(aFile("a.xlsx"))).toBe(true);
  });
});

describe("files chosen again after a preview", () => {
  const previewed = [
    { fileName: "a.xlsx", fileSha256: hashOf("one") },
    { fileName: "b.xlsx", fileSha256: hashOf("two") },
  ];

  it("match by name and content, in any order", async () => {
    const found = await matchFiles([aFile("b.xlsx", "two"), aFile("a.xlsx", "one")], previewed);
    expect(found).toEqual({ other: [], missing: [] });
  });

  it("of the same name with another content are not the previewed ones", async () => {
    const found = await matchFiles([aFile("a.xlsx", "changed"), aFile("b.xlsx", "two")], previewed);
    expect(found).toEqual({ other: ["a.xlsx"], missing: [] });
  });

  it("are missed by name", async () => {
    expect(await matchFiles([aFile("a.xlsx", "one")], previewed)).toEqual({ other: [], missing: ["b.xlsx"] });
  });
});
