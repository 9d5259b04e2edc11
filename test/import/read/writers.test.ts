import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ParsedSheet } from "../../../server/import/parsed.ts";
import { addressed, codes, fixture, read } from "./workbooks.ts";

interface ExpectedSheet {
  readonly name: string;
  readonly kind: string;
  readonly filledOn: string | null;
  readonly headerRow: number;
  readonly unknownColumns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly content: Record<string, unknown> }[];
}

const habits: readonly ExpectedSheet[] = JSON.parse(readFileSync(fixture("habits.expected.json"), "utf8"));
const faults: { sheets: { name: string; expected: [string, string][] }[] } = JSON.parse(
  readFileSync(fixture("../make/faults.json"), "utf8"),
);
const writers = ["openpyxl.xlsx", "libreoffice.xlsx", "exceljs.xlsx", "libreoffice.xls"];

/** Content without its empty cells: which columns a sheet has is asserted apart. */
function held(sheet: ParsedSheet) {
  return sheet.rows.map(({ row, content }) => ({
    row,
    content: Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null)),
  }));
}

describe.each(writers)("a bureau's workbook with every habit, written by %s", (writer) => {
  it("is read cell by cell as it was meant", async () => {
    const { sheets } = await read(fixture(`habits-${writer}`));
    const ledgers = sheets.filter(({ kind }) => kind !== null);
    expect(ledgers.map(({ name }) => name)).toEqual(habits.map(({ name }) => name));
    for (const [index, sheet] of ledgers.entries()) {
      const expected = habits[index]!;
      expect(sheet).toMatchObject({
        kind: expected.kind,
        filledOn: expected.filledOn,
        headerRow: expected.headerRow,
        unknownColumns: expected.unknownColumns,
      });
      expect(addressed(sheet)).toEqual([]);
      expect(held(sheet)).toEqual(expected.rows);
    }
  });

  it("says of every sheet that is no ledger that it was left out, and nothing of empty or hidden ones", async () => {
    const { sheets } = await read(fixture(`habits-${writer}`));
    const others = sheets.filter(({ kind }) => kind === null);
    expect(others.map(({ name, findings }) => [name, codes(findings)])).toEqual([
      ["空表", []],
      ["填表说明", ["NOT_A_LEDGER"]],
      ["字典", []],
    ]);
  });
});

describe.each(writers)("a workbook with a fault planted in every other row, written by %s", (writer) => {
  it("names each fault by its cell and code, and no other", async () => {
    const { sheets } = await read(fixture(`faults-${writer}`));
    for (const [index, { expected }] of faults.sheets.entries()) {
      // LibreOffice solves a formula when it opens the file, so for it that one fault is mended.
      const planted = expected.filter(([, code]) => code !== "FORMULA_UNSOLVED" || !writer.startsWith("libreoffice"));
      expect(addressed(sheets[index]!)).toEqual(planted.map(([cell, code]) => `${cell} ${code}`));
    }
  });

  it("tells no personal number whole, in no message and no found text", async () => {
    const { sheets } = await read(fixture(`faults-${writer}`));
    const told = sheets.flatMap(({ rows }) => rows.flatMap(({ findings }) => findings));
    for (const { message, mend, found } of told) expect(`${message}${mend}${found}`).not.toMatch(/5107001990\d{6}/);
  });
});

describe("CSV as Excel and WPS save it", () => {
  const certificates = habits.find(({ kind }) => kind === "CERTIFICATES")!;

  it.each(["utf8", "utf8-bom", "gb18030"])("is read like the sheet that it came from, in %s", async (encoding) => {
    const { sheets, format } = await read(fixture(`certificates-${encoding}.csv`));
    expect(format).toBe("csv");
    expect(addressed(sheets[0]!)).toEqual([]);
    expect(held(sheets[0]!)).toEqual(certificates.rows);
  });
});
