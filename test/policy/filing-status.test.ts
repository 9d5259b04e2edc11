import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../server/policy/day.ts";
import {
  filingStatus,
  GRACE_DAYS,
  inForce,
  populationMark,
  standsUnfiled,
  type TermSpan,
} from "../../server/policy/filing-status.ts";
import { OWNERSHIPS } from "../../server/policy/words.ts";

function aTerm(validFrom: string, validUntil: string, withdrawnOn: string | null = null): TermSpan {
  return { validFrom, validUntil, withdrawnOn };
}

const TERM = aTerm("2023-05-01", "2026-04-30");

describe("a filing term (domain.md §3, Population)", () => {
  it("is in force from its first day to its last, and on no day beside them", () => {
    expect(inForce(TERM, "2023-04-30")).toBe(false);
    expect(inForce(TERM, "2023-05-01")).toBe(true);
    expect(inForce(TERM, "2026-04-30")).toBe(true);
    expect(inForce(TERM, "2026-05-01")).toBe(false);
  });

  it("is out of force from the day of its withdrawal", () => {
    const term = aTerm("2023-05-01", "2026-04-30", "2025-03-10");
    expect(inForce(term, "2025-03-09")).toBe(true);
    expect(inForce(term, "2025-03-10")).toBe(false);
    expect(inForce(term, "2025-03-11")).toBe(false);
  });
});

describe("the filing status at a day (DECISIONS F2, F3)", () => {
  it("is NOT_FILED without any term, PLANNED when the ledger says 拟备案", () => {
    expect(filingStatus([], false, "2026-01-01")).toBe("NOT_FILED");
    expect(filingStatus([], true, "2026-01-01")).toBe("PLANNED");
  });

  it("is PLANNED before the first term, FILED in it, LAPSED after it", () => {
    expect(filingStatus([TERM], false, "2023-04-30")).toBe("PLANNED");
    expect(filingStatus([TERM], false, "2023-05-01")).toBe("FILED");
    expect(filingStatus([TERM], false, "2026-04-30")).toBe("FILED");
    expect(filingStatus([TERM], false, "2026-05-01")).toBe("LAPSED");
    expect(filingStatus([TERM], false, "2036-05-01")).toBe("LAPSED");
  });

  it("stays FILED where a renewal follows on the next day, and is LAPSED in a hole between two terms", () => {
    const next = aTerm("2026-05-01", "2029-04-30");
    const late = aTerm("2026-05-03", "2029-05-02");
    expect(filingStatus([TERM, next], false, "2026-05-01")).toBe("FILED");
    expect(filingStatus([TERM, late], false, "2026-05-01")).toBe("LAPSED");
    expect(filingStatus([TERM, late], false, "2026-05-02")).toBe("LAPSED");
    expect(filingStatus([TERM, late], false, "2026-05-03")).toBe("FILED");
  });

  it("is FILED rather than PLANNED, and LAPSED rather than PLANNED, whatever the mark 拟备案 says", () => {
    expect(filingStatus([TERM], true, "2025-01-01")).toBe("FILED");
    expect(filingStatus([TERM], true, "2026-05-01")).toBe("LAPSED");
  });

  it("is WITHDRAWN from the day of withdrawal, and stays so past the term's own end", () => {
    const term = aTerm("2023-05-01", "2026-04-30", "2025-03-10");
    expect(filingStatus([term], false, "2025-03-09")).toBe("FILED");
    expect(filingStatus([term], false, "2025-03-10")).toBe("WITHDRAWN");
    expect(filingStatus([term], true, "2025-03-10")).toBe("WITHDRAWN");
    expect(filingStatus([term], false, "2026-05-01")).toBe("WITHDRAWN");
  });

  it("is WITHDRAWN when a term that had lapsed is withdrawn", () => {
    const term = aTerm("2023-05-01", "2026-04-30", "2026-06-15");
    expect(filingStatus([term], false, "2026-06-14")).toBe("LAPSED");
    expect(filingStatus([term], false, "2026-06-15")).toBe("WITHDRAWN");
  });

  it("is WITHDRAWN although an earlier term of the chain ran out before", () => {
    const first = aTerm("2020-01-01", "2022-12-31");
    const second = aTerm("2023-01-01", "2025-12-31", "2023-03-01");
    expect(filingStatus([first, second], false, "2023-03-01")).toBe("WITHDRAWN");
  });

  it("is LAPSED rather than WITHDRAWN where a term ran out after the withdrawal, not where it ran out with it", () => {
    const statusWith = (validUntil: string) =>
      filingStatus(
        [aTerm("2022-01-01", validUntil), aTerm("2025-01-01", "2027-12-31", "2025-02-01")],
        false,
        "2025-06-01",
      );
    expect(statusWith("2025-01-31")).toBe("WITHDRAWN");
    expect(statusWith("2025-02-01")).toBe("WITHDRAWN");
    expect(statusWith("2025-02-02")).toBe("LAPSED");
  });

  it("is FILED again by a term that comes after the withdrawal, and LAPSED after that one", () => {
    const gone = aTerm("2020-01-01", "2022-12-31", "2021-06-01");
    const again = aTerm("2023-01-01", "2025-12-31");
    expect(filingStatus([gone, again], false, "2022-12-31")).toBe("WITHDRAWN");
    expect(filingStatus([gone, again], false, "2023-01-01")).toBe("FILED");
    expect(filingStatus([gone, again], false, "2026-01-01")).toBe("LAPSED");
  });

  it("does not depend on the order in which the terms are given", () => {
    const days = fc.integer({ min: 0, max: 60 }).map((number) => addDays("2024-01-01", number));
    const terms = fc.array(
      fc
        .record({ from: days, length: fc.nat(20), withdrawn: fc.option(days) })
        .map(({ from, length, withdrawn }) => aTerm(from, addDays(from, length), withdrawn)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(terms, days, fc.boolean(), (list, day, planned) => {
        const status = filingStatus(list, planned, day);
        expect(filingStatus([...list].reverse(), planned, day)).toBe(status);
        expect(status === "FILED").toBe(list.some((term) => inForce(term, day)));
        if (list.length > 0) expect(status).not.toBe("NOT_FILED");
      }),
    );
  });
});

describe("the population (三(一))", () => {
  it("holds provincial and local SOEs without a filing, and no other class", () => {
    expect(OWNERSHIPS.filter(standsUnfiled)).toEqual(["PROVINCIAL_SOE", "LOCAL_SOE"]);
    expect(OWNERSHIPS.filter((ownership) => populationMark(ownership, [], false, "2026-01-01") === "IN")).toEqual([
      "PROVINCIAL_SOE",
      "LOCAL_SOE",
    ]);
  });

  it("holds every class from the first day of a filing term on", () => {
    for (const ownership of OWNERSHIPS) expect(populationMark(ownership, [TERM], false, "2023-05-01")).toBe("IN");
    expect(populationMark("LARGE_PRIVATE", [TERM], false, "2023-04-30")).toBe("OUT");
    expect(populationMark("LARGE_PRIVATE", [TERM], true, "2023-04-30")).toBe("OUT");
    expect(populationMark("LOCAL_SOE", [TERM], false, "2023-04-30")).toBe("IN");
  });

  it("keeps a lapsed unit for 180 days, marked, and lets it go on the 181st", () => {
    expect(GRACE_DAYS).toBe(180);
    expect(populationMark("LARGE_PRIVATE", [TERM], false, "2026-04-30")).toBe("IN");
    expect(populationMark("LARGE_PRIVATE", [TERM], false, "2026-05-01")).toBe("IN_BY_GRACE");
    expect(populationMark("LARGE_PRIVATE", [TERM], false, addDays("2026-04-30", 180))).toBe("IN_BY_GRACE");
    expect(populationMark("LARGE_PRIVATE", [TERM], false, addDays("2026-04-30", 181))).toBe("OUT");
    expect(addDays("2026-04-30", 180)).toBe("2026-10-27");
  });

  it("does not need the grace where a renewal follows within it", () => {
    const late = aTerm("2026-06-01", "2029-05-31");
    expect(populationMark("OTHER", [TERM, late], false, "2026-05-31")).toBe("IN_BY_GRACE");
    expect(populationMark("OTHER", [TERM, late], false, "2026-06-01")).toBe("IN");
  });

  it("keeps a lapsed SOE without the grace, since it needs no filing", () => {
    expect(populationMark("LOCAL_SOE", [TERM], false, "2026-05-01")).toBe("IN");
    expect(populationMark("LOCAL_SOE", [TERM], false, "2030-05-01")).toBe("IN");
  });

  it("lets every class go on the day of withdrawal, without grace, SOEs too (DECISIONS F2)", () => {
    const term = aTerm("2023-05-01", "2026-04-30", "2025-03-10");
    for (const ownership of OWNERSHIPS) {
      expect(populationMark(ownership, [term], false, "2025-03-09")).toBe("IN");
      expect(populationMark(ownership, [term], false, "2025-03-10")).toBe("OUT");
      expect(populationMark(ownership, [term], false, "2026-06-01")).toBe("OUT");
    }
  });

  it("ends the grace of a lapsed term by its withdrawal", () => {
    const term = aTerm("2023-05-01", "2026-04-30", "2026-06-15");
    expect(populationMark("CENTRAL_SOE", [term], false, "2026-06-14")).toBe("IN_BY_GRACE");
    expect(populationMark("CENTRAL_SOE", [term], false, "2026-06-15")).toBe("OUT");
  });

  it("gives no grace from an earlier term to a unit whose renewal was withdrawn", () => {
    const first = aTerm("2022-01-01", "2024-12-31");
    const renewal = aTerm("2025-01-01", "2027-12-31", "2025-02-01");
    expect(populationMark("LARGE_PRIVATE", [first, renewal], false, "2025-01-31")).toBe("IN");
    expect(populationMark("LARGE_PRIVATE", [first, renewal], false, "2025-02-01")).toBe("OUT");
  });

  it("holds a unit again from a new term after its withdrawal", () => {
    const gone = aTerm("2023-05-01", "2026-04-30", "2025-03-10");
    const again = aTerm("2025-09-01", "2028-08-31");
    expect(populationMark("LARGE_PRIVATE", [gone, again], false, "2025-08-31")).toBe("OUT");
    expect(populationMark("LARGE_PRIVATE", [gone, again], false, "2025-09-01")).toBe("IN");
    expect(populationMark("LOCAL_SOE", [gone, again], false, "2025-08-31")).toBe("OUT");
    expect(populationMark("LOCAL_SOE", [gone, again], false, "2025-09-01")).toBe("IN");
  });
});
