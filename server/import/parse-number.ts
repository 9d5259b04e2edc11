import { type CellContext, CellFault, cellText, quote } from "./parse-fault.ts";
import type { RawCell } from "./read-raw.ts";
import { fold } from "./recognise-fold.ts";

/** A head count: whole, not negative. */
export function parseCount(cell: RawCell): number | CellFault {
  const number = numberOf(cell, /[人名个户]$/);
  if (number === null) return notNumber(cell, "填整数人数，没有的填0");
  if (number < 0)
    return new CellFault("NEGATIVE_NUMBER", `人数不能是负数${quote(cellText(cell)!)}`, "核对后填0或正整数");
  if (!Number.isInteger(number))
    return new CellFault("NOT_WHOLE", `人数须是整数，填的是${quote(cellText(cell)!)}`, "核对后填整数");
  if (number > MOST_PEOPLE)
    return new CellFault("NUMBER_TOO_LARGE", `人数${quote(cellText(cell)!)}过大`, "核对后填实际人数");
  return number;
}

export function parseScore(cell: RawCell): number | CellFault {
  const number = numberOf(cell, /分$/);
  if (number === null) return notNumber(cell, "填分数，如86.5");
  if (number < 0 || number > 100)
    return new CellFault("BAD_SCORE", `分数${quote(cellText(cell)!)}不在0到100之间`, "核对后改正");
  return number;
}

/** A share from 0 to 1: 60%, 0.6 and 60 read the same. */
export function parseShare(cell: RawCell): number | CellFault {
  const percent = typeof cell === "string" && /%$/.test(fold(cell));
  const number = numberOf(percent ? fold(cell as string).slice(0, -1) : cell, null);
  if (number === null) return notNumber(cell, "填百分比，如60%");
  const share = percent || number > 1 ? number / 100 : number;
  if (share < 0 || share > 1)
    return new CellFault("BAD_SHARE", `权重${quote(cellText(cell)!)}不在0到100%之间`, "填百分比，如60%");
  return Number(share.toFixed(6));
}

/** A year such as 2024, 2024年, 2024年度. */
export function parseYear(cell: RawCell, { today }: CellContext): number | CellFault {
  const text = fold(cellText(cell) ?? "");
  const match =
    /^(20\d{2})(年度?|年?批次)?$/.exec(text) ?? /^(20\d{2})-\d{2}(-\d{2})?$/.exec(typeof cell === "object" ? text : "");
  if (!match) return new CellFault("BAD_YEAR", `${quote(cellText(cell) ?? "")}不是能识别的年度`, "填四位年度，如2024");
  if (match[1]! > today.slice(0, 4)) return new CellFault("DAY_IN_FUTURE", `${match[1]}年度还没有到`, "核对年度");
  return Number(match[1]);
}

const MOST_PEOPLE = 10_000_000;

function numberOf(cell: RawCell, unit: RegExp | null): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return null;
  let text = fold(cell).replace(/[−–—]/g, "-");
  if (unit) text = text.replace(unit, "");
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) text = text.replaceAll(",", "");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

function notNumber(cell: RawCell, mend: string): CellFault {
  return new CellFault("NOT_A_NUMBER", `${quote(cellText(cell) ?? "")}不是数字`, mend);
}
