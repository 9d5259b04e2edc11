import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addQuarters,
  addYears,
  dayFromNumber,
  dayInSichuan,
  dayNumber,
  dayOf,
  daysBetween,
  firstOfMonth,
  firstOfNextMonth,
  isDay,
  lastDateOf,
  lastOfMonth,
  monthEndsBetween,
  quarterEndOf,
  THE_BEGINNING,
} from "../../server/policy/day.ts";

const MS_PER_DAY = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1) / MS_PER_DAY;
const LAST = Date.UTC(2100, 11, 31) / MS_PER_DAY;

/** What the machine's own calendar calls a day number. */
function named(number: number): string {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

const numbers = fc.integer({ min: FIRST, max: LAST });
const days = numbers.map(named);

describe("a day", () => {
  it.each(["2024-02-29", "2000-02-29", "2026-12-31", "1999-01-01", "0001-01-01"])("is %s", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ["the 29th of February in a common year", "2023-02-29"],
    ["the 29th of February of 1900", "1900-02-29"],
    ["the 31st of April", "2026-04-31"],
    ["month 13", "2026-13-01"],
    ["month 0", "2026-00-10"],
    ["date 0", "2026-10-00"],
    ["date 32", "2026-10-32"],
    ["a month of one digit", "2026-1-05"],
    ["slashes", "2026/10/05"],
    ["a day with a time", "2026-10-05T00:00"],
    ["a day with a space", "2026-10-05 "],
    ["a day with a line break", "2026-10-05\n"],
    ["full-width digits", "２０２６-10-05"],
    ["nothing", ""],
  ])("is not %s", (_, text) => {
    expect(isDay(text)).toBe(false);
  });

  it("is named by year, month and date, and one that no calendar has is thrown out", () => {
    expect(dayOf(2026, 3, 5)).toBe("2026-03-05");
    expect(dayOf(987, 3, 5)).toBe("0987-03-05");
    expect(() => dayOf(2026, 2, 29)).toThrow("2026-02-29");
    expect(() => dayOf(2026, 13, 1)).toThrow(RangeError);
    expect(() => dayOf(2026, 1.5, 1)).toThrow(RangeError);
  });

  it("compares as text in the order of time", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(named(a) < named(b)).toBe(a < b);
      }),
    );
    expect(THE_BEGINNING < "1900-01-01").toBe(true);
  });
});

describe("day arithmetic, held against Date.UTC over 1900 to 2100", () => {
  it("numbers every single day as Date.UTC does, and finds it again", () => {
    for (let number = FIRST; number <= LAST; number++) {
      const day = named(number);
      if (dayNumber(day) !== number || dayFromNumber(number) !== day) {
        expect([dayNumber(day), dayFromNumber(number)]).toEqual([number, day]);
      }
    }
    expect([dayNumber("1970-01-01"), dayNumber("1969-12-31")]).toEqual([0, -1]);
  });

  it("also numbers the beginning, which lies in a year that Date.UTC would move to 1901", () => {
    expect(dayNumber(THE_BEGINNING)).toBe(-719_162);
    expect(dayFromNumber(-719_162)).toBe(THE_BEGINNING);
  });

  it("adds days and counts them back", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, count) => {
        expect(addDays(day, count)).toBe(named(Date.parse(day) / MS_PER_DAY + count));
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it("adds months: the same date, else the shorter month's last", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (day, count) => {
        const later = addMonths(day, count);
        const [year, month, date] = day.split("-").map(Number) as [number, number, number];
        const first = new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 7);
        const length = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
        expect(later).toBe(`${first}-${String(Math.min(date, length)).padStart(2, "0")}`);
      }),
    );
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(addMonths("2026-03-31", -13)).toBe("2025-02-28");
  });

  it("adds years, and the 29th of February becomes the 28th where there is none", () => {
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
    expect(addYears("2024-07-30", 5)).toBe("2029-07-30");
  });

  it("finds a month's first and last day", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(firstOfMonth(day)).toBe(`${day.slice(0, 7)}-01`);
        expect(addDays(lastOfMonth(day), 1)).toBe(firstOfNextMonth(day));
        expect(lastOfMonth(day).slice(0, 7)).toBe(day.slice(0, 7));
        expect(Number(lastOfMonth(day).slice(8))).toBe(lastDateOf(Number(day.slice(0, 4)), Number(day.slice(5, 7))));
      }),
    );
    expect(lastOfMonth("2024-02-10")).toBe("2024-02-29");
    expect(lastOfMonth("2100-02-10")).toBe("2100-02-28");
    expect(firstOfNextMonth("2026-12-31")).toBe("2027-01-01");
  });
});

describe("quarters", () => {
  it.each([
    ["2026-01-01", "2026-03-31"],
    ["2026-03-31", "2026-03-31"],
    ["2026-04-01", "2026-06-30"],
    ["2026-09-30", "2026-09-30"],
    ["2026-10-01", "2026-12-31"],
    ["2026-12-31", "2026-12-31"],
  ])("%s lies in the quarter that ends on %s", (day, end) => {
    expect(quarterEndOf(day)).toBe(end);
  });

  it("follow each other from quarter-end to quarter-end, whatever the months' lengths", () => {
    expect(addQuarters("2025-12-31", 1)).toBe("2026-03-31");
    expect(addQuarters("2025-12-31", 2)).toBe("2026-06-30");
    expect(addQuarters("2026-06-30", 1)).toBe("2026-09-30");
    expect(addQuarters("2026-06-30", 2)).toBe("2026-12-31");
    expect(addQuarters("2026-03-31", -1)).toBe("2025-12-31");
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (day, count) => {
        const end = quarterEndOf(day);
        expect(quarterEndOf(addQuarters(end, count))).toBe(addQuarters(end, count));
        expect(addQuarters(addQuarters(end, count), -count)).toBe(end);
        expect(addQuarters(end, 1)).toBe(quarterEndOf(addDays(end, 1)));
      }),
    );
  });
});

describe("the month ends of a period", () => {
  it("are all those inside, both ends included", () => {
    expect(monthEndsBetween("2026-01-31", "2026-03-31")).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
    expect(monthEndsBetween("2026-02-01", "2026-03-30")).toEqual(["2026-02-28"]);
    expect(monthEndsBetween("2026-12-31", "2027-01-31")).toEqual(["2026-12-31", "2027-01-31"]);
  });

  it("are none in a period without one, nor in one that ends before it begins", () => {
    expect(monthEndsBetween("2026-02-01", "2026-02-27")).toEqual([]);
    expect(monthEndsBetween("2026-03-01", "2026-02-28")).toEqual([]);
  });
});

describe("the calendar day in Sichuan (UTC+8)", () => {
  it("turns at 16:00 UTC", () => {
    expect(dayInSichuan(new Date("2026-10-30T15:59:59.999Z"))).toBe("2026-10-30");
    expect(dayInSichuan(new Date("2026-10-30T16:00:00.000Z"))).toBe("2026-10-31");
    expect(dayInSichuan(new Date("2025-12-31T16:00:00.000Z"))).toBe("2026-01-01");
  });

  it("knows no summer time, as in the summer of 2026 so in that of 1988", () => {
    expect(dayInSichuan(new Date("1988-07-01T15:30:00.000Z"))).toBe("1988-07-01");
    expect(dayInSichuan(new Date("2026-07-01T15:30:00.000Z"))).toBe("2026-07-01");
  });
});
