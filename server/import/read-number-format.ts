/** How much of a date a number format shows, or null when it shows a plain number or only a time. */
export type DateShown = "day" | "month" | "year" | null;

/**
 * A format that shows year and month but no day matters: Excel stores 2025年11月 as the first of the month, and only
 * the format tells that no day was meant.
 */
export function dateShownBy(formatId: number, code: string | undefined): DateShown {
  const shown = code === undefined ? BUILT_IN[formatId] : undefined;
  if (shown !== undefined) return shown;
  return code === undefined ? null : shownByCode(code);
}

/** Numbers of formats that Excel knows without a code; 27 to 36 and 50 to 58 as a Chinese Excel shows them. */
const BUILT_IN: Readonly<Record<number, DateShown>> = {
  14: "day",
  15: "day",
  16: "day",
  17: "month",
  22: "day",
  27: "month",
  28: "day",
  29: "day",
  30: "day",
  31: "day",
  36: "month",
  50: "month",
  51: "day",
  52: "month",
  53: "day",
  54: "day",
  57: "month",
  58: "day",
};

function shownByCode(code: string): DateShown {
  const [first = ""] = code
    .replace(/"[^"]*"/g, "")
    .replace(/\\.|_.|\*./g, "")
    .split(";");
  const letters = first.replace(/\[[^\]]*\]/g, "").toLowerCase();
  if (/general|@/.test(letters)) return null;
  const [year, day] = [/[ye]/.test(letters) && !/[0#]/.test(letters), /d/.test(letters)];
  if (day) return "day";
  // Minutes are written like months: without a year beside it an m is one of a time.
  if (!year) return null;
  return letters.includes("m") ? "month" : "year";
}
