import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayFromNumber, dayNumber } from "../../server/policy/day.ts";
import { isTermInForce, TITLE_TERM, titleTerm } from "../../server/policy/title-terms.ts";

const days = fc
  .integer({ min: dayNumber("2024-07-30"), max: dayNumber("2040-12-31") })
  .map((number) => dayFromNumber(number));

describe("the term of a title (附件4 第一条)", () => {
  it.each([
    ["in the middle of a month", "2024-12-18", "2025-01-01", "2027-12-31"],
    ["on a month's first day", "2024-12-01", "2025-01-01", "2027-12-31"],
    ["on a month's last day", "2025-11-30", "2025-12-01", "2028-11-30"],
    ["on the day after", "2025-12-01", "2026-01-01", "2028-12-31"],
    ["on a leap day", "2028-02-29", "2028-03-01", "2031-02-28"],
    ["so that it ends on a leap day", "2025-02-10", "2025-03-01", "2028-02-29"],
  ])("approved %s starts on the 1st of the month after and lasts three years", (_, approvedOn, startsOn, endsOn) => {
    expect(titleTerm(approvedOn)).toEqual({ startsOn, endsOn });
  });

  it("is in force from its first day to its last, and on no day beside them", () => {
    const term = titleTerm("2024-12-18");
    expect(isTermInForce(term, "2024-12-18")).toBe(false);
    expect(isTermInForce(term, "2024-12-31")).toBe(false);
    expect(isTermInForce(term, "2025-01-01")).toBe(true);
    expect(isTermInForce(term, "2027-12-31")).toBe(true);
    expect(isTermInForce(term, "2028-01-01")).toBe(false);
  });

  it("never runs on the day of approval, and always three years of days", () => {
    fc.assert(
      fc.property(days, (approvedOn) => {
        const term = titleTerm(approvedOn);
        expect(isTermInForce(term, approvedOn)).toBe(false);
        expect(term.startsOn.slice(8)).toBe("01");
        expect(dayNumber(term.startsOn) - dayNumber(approvedOn)).toBeLessThanOrEqual(31);
        expect([1095, 1096]).toContain(dayNumber(term.endsOn) - dayNumber(term.startsOn) + 1);
        expect(addDays(term.endsOn, 1).slice(4)).toBe(term.startsOn.slice(4));
      }),
    );
  });

  it("names its clause beside its number", () => {
    expect(TITLE_TERM).toEqual({ years: 3, clause: "附件4 第一条" });
  });
});
