import { escapeXml } from "./read-xml.ts";
import { columnLetters } from "./recognise-address.ts";

/** A note beside a cell; row and column from 1. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function commentsXml(notes: readonly CellNote[]): string {
  const list = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>八级工进度台</author></authors><commentList>${list.join("")}</commentList></comments>`;
}

/** Excel shows a comment only where an old drawing places its box. */
export function commentBoxes(notes: readonly CellNote[]): string {
  const shapes = notes.map(({ row, column, text }, index) => {
    const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / 18), 0);
    const anchor = [column, 15, row - 1, 2, column + 3, 15, row + Math.max(3, lines + 1), 4].join(", ");
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:${Math.max(40, 15 * (lines + 1))}pt;z-index:${index + 1};visibility:hidden" fillcolor="#fff8e8" o:insetmode="auto"><v:fill color2="#fff8e8"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`;
}
