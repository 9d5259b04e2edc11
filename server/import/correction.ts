import { commentBoxes, commentsXml } from "./correction-comments.ts";
import { writeSheet } from "./correction-sheet.ts";
import { openSource } from "./correction-source.ts";
import { CorrectionStyles } from "./correction-styles.ts";
import { ZipWriter } from "./correction-zip.ts";
import type { CellFinding, ParsedWorkbook } from "./parsed.ts";
import { escapeXml } from "./read-xml.ts";

/** What was refused: by the sheet's place in the workbook, by row as Excel numbers it. */
export type RefusedRows = ReadonlyMap<number, ReadonlyMap<number, readonly CellFinding[]>>;

export interface CorrectionInput {
  readonly path: string;
  readonly fileName: string;
  readonly workbook: ParsedWorkbook;
}

/**
 * Write the workbook that goes back to the sender: his own sheets with only the refused rows, each faulty cell filled
 * and explained. Always an .xlsx, whatever came: in a CSV the long numbers would be lost again.
 */
export async function writeCorrection(input: CorrectionInput, refused: RefusedRows, outPath: string): Promise<void> {
  const source = await openSource(input.path, input.fileName, input.workbook.format);
  const zip = new ZipWriter(outPath);
  try {
    const styles = new CorrectionStyles(source.stylesXml);
    const sheets = input.workbook.sheets.filter(
      ({ index, kind }) => kind !== null && (refused.get(index)?.size ?? 0) > 0,
    );
    const count = sheets.reduce((sum, { index }) => sum + refused.get(index)!.size, 0);
    const commented = count <= MOST_COMMENTED;
    const withNotes: number[] = [];
    for (const [order, sheet] of sheets.entries()) {
      const task = {
        sheet,
        source: await source.sheet(sheet.index),
        styles,
        refused: refused.get(sheet.index)!,
        commented,
      };
      const part = zip.open(`xl/worksheets/sheet${order + 1}.xml`);
      const notes = await writeSheet(task, part);
      await part.end();
      if (notes.length === 0) continue;
      withNotes.push(order + 1);
      await zip.write(`xl/comments${order + 1}.xml`, commentsXml(notes));
      await zip.write(`xl/drawings/vmlDrawing${order + 1}.vml`, commentBoxes(notes));
      await zip.write(`xl/worksheets/_rels/sheet${order + 1}.xml.rels`, sheetRelations(order + 1));
    }
    const names = sheets.map(({ name }) => name.slice(0, 31));
    await zip.write("xl/styles.xml", styles.xml());
    await zip.write("xl/workbook.xml", workbookXml(names, source.date1904));
    await zip.write("xl/_rels/workbook.xml.rels", workbookRelations(names.length));
    await zip.write("_rels/.rels", ROOT_RELATIONS);
    await zip.write("[Content_Types].xml", contentTypes(names.length, withNotes));
    await zip.end();
  } catch (error) {
    zip.abandon();
    throw error;
  } finally {
    await source.close();
  }
}

/** Above so many refused rows columns and order are kept, notes beside the cells are not. */
export const MOST_COMMENTED = 20_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookXml(names: readonly string[], date1904: boolean): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(sheetName(name, index))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><bookViews><workbookView/></bookViews><sheets>${sheets.join("")}</sheets></workbook>`;
}

/** Excel refuses some characters in a sheet's name; a CSV's file name may hold them. */
function sheetName(name: string, index: number): string {
  return name.replace(/[[\]*?:/\\]/g, " ").trim() || `Sheet${index + 1}`;
}

function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join("")}<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function sheetRelations(number: number): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/><Relationship Id="rId2" Type="${OFFICE}/comments" Target="../comments${number}.xml"/></Relationships>`;
}

function contentTypes(count: number, withNotes: readonly number[]): string {
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_TYPES}.worksheet+xml"/>`,
  );
  const notes = withNotes.map(
    (number) => `<Override PartName="/xl/comments${number}.xml" ContentType="${SHEET_TYPES}.comments+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPES}.styles+xml"/>${sheets.join("")}${notes.join("")}</Types>`;
}
