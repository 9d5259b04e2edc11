import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { parseWorkbook } from "../../../server/import/parse-workbook.ts";
import { addressed, aFile, anIdNumber, aWorkbook, fixture, read, TODAY } from "./workbooks.ts";

const HEADER = ["姓名", "证件号码", "变动类型", "变动日期"];
const ROW = ["张三", anIdNumber(), "离职", "2026-03-31"];

async function refusal(path: string): Promise<unknown> {
  const error = await read(path).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: "UnreadableFile", message: expect.any(String), mend: expect.any(String) });
  return (error as { code: string }).code;
}

describe("a file that cannot be read is refused with a reason and how to mend it", () => {
  it("an empty file", async () => expect(await refusal(await aFile("xlsx", ""))).toBe("FILE_EMPTY"));

  it("a workbook cut off", async () => {
    const whole = readFileSync(fixture("habits-openpyxl.xlsx"));
    for (const part of [0.3, 0.9, 0.99]) {
      expect(await refusal(await aFile("xlsx", whole.subarray(0, Math.floor(whole.length * part))))).toBe(
        "FILE_DAMAGED",
      );
    }
  });

  it("a workbook with a damaged byte in its sheet", async () => {
    const bytes = Buffer.from(
      readFileSync(await aWorkbook({ rows: [HEADER, ...Array.from({ length: 200 }, () => ROW)] })),
    );
    const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 200;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
    expect(await refusal(await aFile("xlsx", bytes))).toBe("FILE_DAMAGED");
  });

  it("an .xls cut off", async () => {
    const whole = readFileSync(fixture("habits-libreoffice.xls"));
    expect(await refusal(await aFile("xls", whole.subarray(0, 6000)))).toBe("FILE_DAMAGED");
  });

  it("a workbook with a password", async () => {
    const locked = await writeXlsx({
      sheets: [{ name: "Sheet1", rows: [HEADER, ROW] }],
      encryption: { password: "secret", spinCount: 10 },
    });
    expect(await refusal(await aFile("xlsx", Buffer.from(locked)))).toBe("FILE_ENCRYPTED");
  });

  it("a document that is a zip but no workbook", async () => {
    const zip = zipSync({ "word/document.xml": strToU8("<document/>"), "[Content_Types].xml": strToU8("<Types/>") });
    expect(await refusal(await aFile("xlsx", Buffer.from(zip)))).toBe("NOT_A_WORKBOOK");
  });

  it("a web page that calls itself .xls", async () => {
    expect(await refusal(await aFile("xls", "<html><table><tr><td>姓名</td></tr></table></html>"))).toBe("FILE_FORMAT");
  });

  it("a picture", async () => {
    expect(await refusal(await aFile("csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xff, 0xfe])))).toBe(
      "NOT_A_WORKBOOK",
    );
  });

  it("a small file that unpacks into a mountain", async () => {
    const path = await aFile("xlsx", bomb(64));
    await expect(
      parseWorkbook(path, "bomb.xlsx", { today: TODAY, limits: { unpackedBytes: 16 * 2 ** 20 } }),
    ).rejects.toMatchObject({
      code: "FILE_TOO_LARGE",
    });
  });

  it("a file, or a number of rows, over the limit", async () => {
    const path = await aWorkbook({ rows: [HEADER, ROW, ROW, ROW] });
    await expect(parseWorkbook(path, "a.xlsx", { today: TODAY, limits: { fileBytes: 1000 } })).rejects.toMatchObject({
      code: "FILE_TOO_LARGE",
    });
    await expect(parseWorkbook(path, "a.xlsx", { today: TODAY, limits: { rows: 2 } })).rejects.toMatchObject({
      code: "TOO_MANY_ROWS",
    });
  });

  it("XML that declares its own entities", async () => {
    const sheet =
      '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>';
    expect(await refusal(await aFile("xlsx", aBareXlsx(sheet)))).toBe("FILE_DAMAGED");
  });
});

describe("the format is decided by what a file holds", () => {
  it("an .xlsx named .csv is a workbook", async () => {
    const path = await aFile("csv", readFileSync(await aWorkbook({ rows: [HEADER, ROW] })));
    expect(await read(path)).toMatchObject({ format: "xlsx", sheets: [{ kind: "MOVEMENTS" }] });
  });

  it("a text named .xlsx is CSV", async () => {
    const path = await aFile("xlsx", `${HEADER.join(",")}\n${ROW.join(",")}\n`);
    expect(await read(path)).toMatchObject({ format: "csv", sheets: [{ kind: "MOVEMENTS", rows: [{ row: 2 }] }] });
  });
});

describe("CSV", () => {
  it("may be cut by tabs or semicolons, in UTF-16, with quoted commas and line breaks", async () => {
    const row = (cut: string) => ROW.join(cut);
    for (const cut of ["\t", ";"]) {
      const path = await aFile("csv", `${HEADER.join(cut)}\r\n${row(cut)}\r\n`);
      expect(addressed((await read(path)).sheets[0]!)).toEqual([]);
    }
    const wide = await aFile("txt", Buffer.from(`\ufeff${HEADER.join("\t")}\r\n${row("\t")}\r\n`, "utf16le"));
    expect((await read(wide)).sheets[0]!.rows).toHaveLength(1);
    const quoted = await aFile("csv", `"姓\n名",证件号码,变动类型,变动日期\n"张,三",${ROW.slice(1).join(",")}\n`);
    expect((await read(quoted)).sheets[0]!.rows[0]!.content).toMatchObject({ personName: "张,三" });
  });

  it("keeps a number that is guarded as a text, and refuses one that Excel rounded", async () => {
    const path = await aFile(
      "csv",
      `${HEADER.join(",")}\n张三,"=""${anIdNumber()}""",离职,2026/3/31\n李四,5.107E+17,离职,2026/3/31\n`,
    );
    const [sheet] = (await read(path)).sheets;
    expect(sheet!.rows[0]!.content).toMatchObject({ idNumber: anIdNumber() });
    expect(addressed(sheet!)).toEqual(["B3 ROUNDED_NUMBER"]);
  });

  it("refuses an error that Excel saved as text, and what a narrow column hid", async () => {
    const rows = [
      ["#N/A", ...ROW.slice(1)],
      [...ROW.slice(0, 3), "########"],
    ];
    const path = await aFile("csv", [HEADER, ...rows].map((row) => row.join(",")).join("\n"));
    expect(addressed((await read(path)).sheets[0]!)).toEqual(["A2 FORMULA_ERROR", "D3 FORMULA_ERROR"]);
  });

  it("counts empty lines as Excel does", async () => {
    const path = await aFile("csv", `人员变动表\n\n${HEADER.join(",")}\n${ROW.join(",")}\n`);
    expect((await read(path)).sheets[0]).toMatchObject({ headerRow: 3, rows: [{ row: 4 }] });
  });

  it("with an unpaired quote is refused", async () => {
    const path = await aFile("csv", `${HEADER.join(",")}\n"张三,${ROW.slice(1).join(",")}\n${ROW.join(",")}\n`);
    expect(await refusal(path)).toBe("FILE_DAMAGED");
  });
});

describe("an .xlsx as unusual writers write it", () => {
  const cells = HEADER.map(
    (text, column) => `<x:c r="${"ABCD"[column]}1" t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`,
  ).join("");

  it("with a prefix before every element, cells without addresses, texts in pieces, and dates by name", async () => {
    const sheet = `<?xml version='1.0'?><!-- made by hand --><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>${cells}</x:row><x:row><x:c t="inlineStr"><x:is><x:r><x:t>张</x:t></x:r><x:rPh sb='0' eb='1'><x:t>zhāng</x:t></x:rPh><x:r><x:t><![CDATA[三]]></x:t></x:r></x:is></x:c><x:c t="str"><x:f>A1&amp;""</x:f><x:v>${anIdNumber()}</x:v></x:c><x:c t='inlineStr'><x:is><x:t>&#31163;&#x804C;</x:t></x:is></x:c><x:c t="d"><x:v>2026-03-31T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const [read1] = (await read(await aFile("xlsx", aBareXlsx(sheet)))).sheets;
    expect(read1!.rows[0]).toMatchObject({
      row: 2,
      content: { personName: "张三", idNumber: anIdNumber(), movementKind: "LEAVE", movedOn: "2026-03-31" },
      findings: [],
    });
  });

  it("with dates counted from 1904", async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fills count="1"><fill/></fills><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const row = `<x:row>${ROW.slice(0, 3)
      .map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`)
      .join("")}<x:c s="1"><x:v>${46112 - 1462}</x:v></x:c></x:row>`;
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row>${cells}</x:row>${row}</x:sheetData></x:worksheet>`;
    const [read1] = (await read(await aFile("xlsx", aBareXlsx(sheet, { styles, date1904: true })))).sheets;
    expect(read1!.rows[0]!.content).toMatchObject({ movedOn: "2026-03-31" });
  });
});

/** A workbook of one sheet with nothing but what Excel needs. */
function aBareXlsx(sheet: string, { styles, date1904 }: { styles?: string; date1904?: boolean } = {}): Buffer {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
  };
  if (styles) parts["xl/styles.xml"] = styles;
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}

/** A sheet of so many megabytes of nothing. */
function bomb(megabytes: number): Buffer {
  const zeros = Buffer.alloc(megabytes * 2 ** 20, 0x20);
  expect(deflateRawSync(zeros).length).toBeLessThan(2 ** 17);
  return aBareXlsx(`<worksheet><sheetData>${zeros.toString("latin1")}</sheetData></worksheet>`);
}
