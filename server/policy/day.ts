/** A calendar day in Sichuan (UTC+8, no summer time), written `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/** Before every day that the ledger can hold: where an attribute that was always so begins. */
export const THE_BEGINNING: Day = "0001-01-01";

const MS_PER_DAY = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is this text a day that stands in the calendar? */
export function isDay(text: string): boolean {
  const match = FORM.exec(text);
  if (!match) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && date >= 1 && date <= lastDateOf(year, month);
}

/** The day that a year, a month (1 to 12) and a date name. Throws when the calendar has none. */
export function dayOf(year: number, month: number, date: number): Day {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  if (!isDay(text)) throw new RangeError(`not a day in the calendar: ${text}`);
  return text;
}

/** Days since 1970-01-01, so that a day fits into a typed column. */
export function dayNumber(day: Day): number {
  const year = Number(day.slice(0, 4));
  const instant = new Date(Date.UTC(2000, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))));
  instant.setUTCFullYear(year);
  return Math.round(instant.getTime() / MS_PER_DAY);
}

export function dayFromNumber(number: number): Day {
  const instant = new Date(number * MS_PER_DAY);
  return dayOf(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The same date so many months on; the month's last day where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  return dayOf(year, month, Math.min(Number(day.slice(8, 10)), lastDateOf(year, month)));
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

export function firstOfNextMonth(day: Day): Day {
  return addMonths(firstOfMonth(day), 1);
}

export function lastOfMonth(day: Day): Day {
  return addDays(firstOfNextMonth(day), -1);
}

export function lastDateOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The last day of the quarter that holds this day. */
export function quarterEndOf(day: Day): Day {
  const month = Math.ceil(Number(day.slice(5, 7)) / 3) * 3;
  return lastOfMonth(dayOf(Number(day.slice(0, 4)), month, 1));
}

/** The quarter-end so many quarters after a quarter-end. */
export function addQuarters(quarterEnd: Day, quarters: number): Day {
  return lastOfMonth(addMonths(firstOfMonth(quarterEnd), quarters * 3));
}

/** Every month's last day in [from, to], both included. */
export function monthEndsBetween(from: Day, to: Day): readonly Day[] {
  const ends: Day[] = [];
  for (let end = lastOfMonth(from); end <= to; end = lastOfMonth(addDays(end, 1))) ends.push(end);
  return ends;
}

/** The calendar day in Sichuan at an instant. */
export function dayInSichuan(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
