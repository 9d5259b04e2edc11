import type { Day } from "../policy/day.ts";
import { dayFromNumber, dayOf, isDay, lastOfMonth } from "../policy/day.ts";
import { type CellContext, CellFault, cellText, quote } from "./parse-fault.ts";
import { type RawCell, RawDate } from "./read-raw.ts";
import { fold, foldDashes } from "./recognise-fold.ts";

/** A day; one that states something happened cannot lie after today. */
export function parseDay(cell: RawCell, { column, today }: CellContext): Day | CellFault {
  const date = dateOf(cell);
  if (date instanceof CellFault) return date;
  if (date.date === null) return monthOnly(cell);
  const day = dayOf(date.year, date.month, date.date);
  if (column.past && day > today) return inFuture(day, today);
  return day;
}

/** Validity given in months begins on the first one's first day. */
export function parseValidFrom(cell: RawCell): Day | CellFault {
  const date = dateOf(cell);
  return date instanceof CellFault ? date : dayOf(date.year, date.month, date.date ?? 1);
}

/** … and ends on the last one's last. */
export function parseValidUntil(cell: RawCell): Day | CellFault {
  const date = dateOf(cell);
  if (date instanceof CellFault) return date;
  return date.date === null ? lastOfMonth(dayOf(date.year, date.month, 1)) : dayOf(date.year, date.month, date.date);
}

/** A quarter's end, from a quarter, its last month or its last day. */
export function parseQuarter(cell: RawCell, { today }: CellContext): Day | CellFault {
  const quarter = typeof cell === "string" ? quarterNamed(foldDashes(fold(cell))) : null;
  let end: Day;
  if (quarter) {
    if (quarter.number < 1 || quarter.number > 4 || !isPlausible(quarter.year)) return notQuarter(cell);
    end = lastOfMonth(dayOf(quarter.year, quarter.number * 3, 1));
  } else {
    const date = dateOf(
      typeof cell === "string" ? cell.replace(/^\s*截[至止]到?/, "").replace(/[末底]\s*$/, "") : cell,
    );
    if (date instanceof CellFault) return date.code === "BAD_DAY" ? notQuarter(cell) : date;
    end = lastOfMonth(dayOf(date.year, date.month, 1));
    if (date.month % 3 !== 0 || (date.date !== null && dayOf(date.year, date.month, date.date) !== end)) {
      return new CellFault(
        "NOT_QUARTER_END",
        `${quote(cellText(cell) ?? "")}不是季度末`,
        "填季度，如“2026年第三季度”或2026-09-30",
      );
    }
  }
  return end > today ? inFuture(end, today) : end;
}

/** A day in a line of text such as 填报时间：2026年10月8日; a month alone has no date. */
export function dateOf(cell: RawCell): DateParts | CellFault {
  if (cell instanceof RawDate) return fromSerial(cell.serial, cell.shows, cell);
  if (typeof cell === "number") return fromNumber(cell);
  if (typeof cell !== "string") return notDay(cell);
  return fromText(cell);
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  /** Null when only the month is told. */
  readonly date: number | null;
}

const CHINESE: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

function quarterNamed(text: string): { year: number; number: number } | null {
  const match = /^(\d{4})年?度?-?第?([一二三四1-4])季度?末?$/.exec(text) ?? /^(\d{4})年?[-/.]?[Qq]([1-4])$/.exec(text);
  if (!match) return null;
  return { year: Number(match[1]), number: CHINESE[match[2]!] ?? Number(match[2]) };
}

function fromText(written: string): DateParts | CellFault {
  const withoutTime = written.trim().replace(/[ T\u3000]+\d{1,2}[:：]\d{2}([:：]\d{2}(\.\d+)?)?$/, "");
  const text = foldDashes(fold(withoutTime)).replace(/\.$/, "");
  const full = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (full) return parts(full[1], full[3], full[4], written);
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text);
  if (chinese) return parts(chinese[1], chinese[2], chinese[3], written);
  const month = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月份?)$/.exec(text);
  if (month) return parts(month[1], month[2] ?? month[3], null, written);
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  if (compact) return parts(compact[1], compact[2], compact[3] ?? null, written);
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text), "day", written);
  return notDay(written);
}

function fromNumber(number: number): DateParts | CellFault {
  if (Number.isInteger(number) && number >= 190_000) return fromText(String(number));
  if (number >= 1900 && number < 2200 && !Number.isInteger(number)) {
    // 2025.11 typed without quotes is a number; 2025.1 may be January, or October that lost its zero.
    const [year, decimals = ""] = String(number).split(".");
    if (decimals === "1") {
      return new CellFault(
        "AMBIGUOUS_DAY",
        `“${number}”可能是1月，也可能是丢了末位0的10月`,
        "按2025-10或2025年10月的形式填写",
      );
    }
    if (decimals.length <= 2) return parts(year, decimals, null, String(number));
  }
  return fromSerial(number, "day", number);
}

function fromSerial(serial: number, shows: RawDate["shows"], cell: RawCell): DateParts | CellFault {
  // A number such as 20251130 in a cell that is formatted as a date: Excel shows ####, the person meant the digits.
  if (serial >= 2_958_466 && Number.isInteger(serial)) return fromText(String(serial));
  const whole = Math.floor(serial);
  if (!(whole >= 61 && whole < 2_958_466)) return notDay(cell);
  const day = dayFromNumber(whole - 25_569);
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  if (!isPlausible(year)) return notDay(cell);
  if (shows === "year" && month === 1 && date === 1) return notDay(cell);
  // Excel keeps 2025年11月 as the first of November; any other date was put there on purpose.
  if (shows === "month" && date === 1) return { year, month, date: null };
  return { year, month, date };
}

function parts(
  year: string | undefined,
  month: string | undefined,
  date: string | null | undefined,
  written: string,
): DateParts | CellFault {
  const [y, m, d] = [Number(year), Number(month), date ? Number(date) : null];
  const iso = `${year}-${String(m).padStart(2, "0")}-${String(d ?? 1).padStart(2, "0")}`;
  if (!isDay(iso))
    return new CellFault("DAY_NOT_IN_CALENDAR", `${quote(written)}不在日历上`, "核对后填真实的日期，如2025-11-30");
  return isPlausible(y) ? { year: y, month: m, date: d } : notDay(written);
}

/** No day of this ledger lies outside: what does is a slip of the finger. */
function isPlausible(year: number): boolean {
  return year >= 1940 && year <= 2100;
}

function notDay(cell: RawCell): CellFault {
  return new CellFault("BAD_DAY", `${quote(cellText(cell) ?? "")}不是能识别的日期`, "按2025-11-30的形式填写");
}

function notQuarter(cell: RawCell): CellFault {
  return new CellFault(
    "BAD_QUARTER",
    `${quote(cellText(cell) ?? "")}不是能识别的季度`,
    "填季度，如“2026年第三季度”或2026-09-30",
  );
}

function monthOnly(cell: RawCell): CellFault {
  return new CellFault("DAY_MISSING", `${quote(cellText(cell) ?? "")}只写到月，缺少日`, "填到日，如2025-11-30");
}

export function inFuture(day: Day, today: Day): CellFault {
  return new CellFault("DAY_IN_FUTURE", `${day}在今天（${today}）之后`, "核对日期；尚未发生的先不填报");
}
