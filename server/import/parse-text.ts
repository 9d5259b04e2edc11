import { type CellContext, CellFault, cellText } from "./parse-fault.ts";
import type { RawCell } from "./read-raw.ts";
import { tidy } from "./recognise-fold.ts";

/** Free text, tidied. */
export function parseText(cell: RawCell, { column }: CellContext): string | CellFault | null {
  const text = tidy(cellText(cell) ?? "");
  if (text === "") return null;
  return text.length > column.maxLength ? tooLong(text.length, column.maxLength) : text;
}

/** A unit's or a person's name, so that two writers' spellings of one name are one text. */
export function parseName(cell: RawCell, { column }: CellContext): string | CellFault | null {
  const text = tidy(cellText(cell) ?? "");
  if (text === "") return null;
  const name = HAS_CHINESE.test(text) && ODD.test(text) ? chineseName(text) : text;
  return name.length > column.maxLength ? tooLong(name.length, column.maxLength) : name;
}

const HAS_CHINESE = /[\u4e00-\u9fff]/;
const ODD = /[\s()•・‧∙]/;

function chineseName(text: string): string {
  return text
    .replace(/(?<=[\u3000-\uffee])\s+|\s+(?=[\u3000-\uffee])/g, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replace(/[•・‧∙]/g, "·");
}

function tooLong(length: number, most: number): CellFault {
  return new CellFault("TEXT_TOO_LONG", `文字有${length}个，超过${most}个`, "缩短后重新填写");
}
