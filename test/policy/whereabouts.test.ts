import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "../../server/policy/day.ts";
import { levelIndex, SKILL_LEVELS, type SkillLevel } from "../../server/policy/levels.ts";
import {
  type HeadDelta,
  type LevelDefinition,
  type Line,
  lineDeltas,
  lineOf,
  type MovementFact,
  mayHoldOffice,
  NO_FACTS,
  type PersonFacts,
  type Step,
} from "../../server/policy/whereabouts.ts";
import { EMPLOYMENT_TYPES, MOVEMENT_KINDS, type MovementKind } from "../../server/policy/words.ts";

type CertificateFact = PersonFacts["certificates"][number];
type TitleFact = PersonFacts["titles"][number];

// Units of the tests, by ledger id.
const A = 1;
const B = 2;
const C = 3;
const D = 4;

let issued = 0;

function aCertificate(unit: number, issuedOn: string, facts: Partial<CertificateFact> = {}): CertificateFact {
  issued++;
  return {
    number: `N${String(issued).padStart(6, "0")}`,
    unit,
    level: "SENIOR",
    issuedOn,
    withdrawnOn: null,
    outside: false,
    qualification: false,
    employmentType: null,
    ...facts,
  };
}

function aTitle(unit: number, approvedOn: string, facts: Partial<TitleFact> = {}): TitleFact {
  return { number: null, unit, level: "SPECIAL_TECHNICIAN", approvedOn, cancelledOn: null, ...facts };
}

function aMovement(kind: MovementKind, on: string, units: { from?: number; to?: number } = {}): MovementFact {
  return { kind, on, from: units.from ?? null, to: units.to ?? null };
}

function aPerson(...facts: readonly (CertificateFact | TitleFact | MovementFact)[]): PersonFacts {
  return {
    certificates: facts.filter((fact): fact is CertificateFact => "issuedOn" in fact),
    titles: facts.filter((fact): fact is TitleFact => "approvedOn" in fact),
    movements: facts.filter((fact): fact is MovementFact => "kind" in fact),
  };
}

function stepAt(steps: readonly Step[], day: string): Omit<Step, "from"> {
  let found: Step | null = null;
  for (const step of steps) if (step.from <= day) found = step;
  return { unit: found?.unit ?? null, level: found?.level ?? null, intern: found?.intern ?? false };
}

function unitAt(facts: PersonFacts, day: string): number | null {
  return stepAt(lineOf(facts).steps, day).unit;
}

function levelAt(facts: PersonFacts, day: string, definition?: LevelDefinition): SkillLevel | null {
  const { level } = stepAt(lineOf(facts, definition).steps, day);
  return level === null ? null : SKILL_LEVELS[level]!;
}

describe("where a person works (domain.md §3, Certified headcount)", () => {
  it("is nowhere without facts", () => {
    expect(lineOf(NO_FACTS)).toEqual({ steps: [], withoutEffect: [] });
  });

  it("is the certificate's unit from the day of issue on, not the day before", () => {
    const person = aPerson(aCertificate(A, "2025-05-10"));
    expect(unitAt(person, "2025-05-09")).toBeNull();
    expect(unitAt(person, "2025-05-10")).toBe(A);
    expect(unitAt(person, "2035-05-10")).toBe(A);
  });

  it("is the title's unit from the day of approval on", () => {
    const person = aPerson(aCertificate(A, "2020-01-01"), aTitle(B, "2025-12-18"));
    expect(unitAt(person, "2025-12-17")).toBe(A);
    expect(unitAt(person, "2025-12-18")).toBe(B);
  });

  it("is where the latest certificate says, whatever its level", () => {
    const person = aPerson(
      aCertificate(A, "2024-01-01", { level: "TECHNICIAN" }),
      aCertificate(B, "2025-01-01", { level: "JUNIOR" }),
    );
    expect(unitAt(person, "2025-01-01")).toBe(B);
    expect(levelAt(person, "2025-01-01")).toBe("TECHNICIAN");
  });

  it("stays where a certificate placed it after that certificate is withdrawn", () => {
    const person = aPerson(aCertificate(A, "2024-01-01"), aCertificate(B, "2025-01-01", { withdrawnOn: "2025-06-01" }));
    expect(unitAt(person, "2025-06-01")).toBe(B);
  });

  it("stays where a title placed it after that title is cancelled", () => {
    const person = aPerson(aCertificate(A, "2024-01-01"), aTitle(B, "2025-01-01", { cancelledOn: "2025-06-01" }));
    expect(unitAt(person, "2025-06-01")).toBe(B);
    expect(levelAt(person, "2025-06-01")).toBe("SENIOR");
  });

  it("is decided among certificates and titles of one day by their numbers, the last one (DECISIONS L11)", () => {
    const low = aCertificate(A, "2025-01-01", { number: "S000051000000000000100" });
    const high = aCertificate(B, "2025-01-01", { number: "S000051000000000000200" });
    expect(unitAt(aPerson(high, low), "2025-01-01")).toBe(B);
    expect(unitAt(aPerson(low, high), "2025-01-01")).toBe(B);
    const title = aTitle(C, "2025-01-01", { number: "S000051000000000000150" });
    expect(unitAt(aPerson(high, title, low), "2025-01-01")).toBe(B);
    expect(unitAt(aPerson(low, title), "2025-01-01")).toBe(C);
    expect(unitAt(aPerson(low, aTitle(C, "2025-01-01")), "2025-01-01")).toBe(A);
  });

  it("may be a unit that nobody knows yet", () => {
    expect(unitAt(aPerson(aCertificate(987_654, "2025-01-01")), "2025-01-01")).toBe(987_654);
  });
});

describe("调出 and 离职", () => {
  const atA = aCertificate(A, "2024-01-01");

  it.each(["TRANSFER_OUT", "LEAVE"] as const)("%s takes the person out from its day on", (kind) => {
    for (const from of [{ from: A }, {}]) {
      const person = aPerson(atA, aMovement(kind, "2025-03-01", from));
      expect(unitAt(person, "2025-02-28")).toBe(A);
      expect(unitAt(person, "2025-03-01")).toBeNull();
    }
  });

  it.each(["TRANSFER_OUT", "LEAVE"] as const)("%s naming another unit changes nothing and is listed", (kind) => {
    const movement = aMovement(kind, "2025-03-01", { from: B });
    const person = aPerson(atA, movement);
    expect(unitAt(person, "2025-03-01")).toBe(A);
    expect(lineOf(person).withoutEffect).toEqual([movement]);
  });

  it.each(["TRANSFER_OUT", "LEAVE"] as const)(
    "%s with a new unit is a transfer to it, whatever unit it names",
    (kind) => {
      for (const units of [{ from: A, to: C }, { from: B, to: C }, { to: C }]) {
        const person = aPerson(atA, aMovement(kind, "2025-03-01", units));
        expect(unitAt(person, "2025-02-28")).toBe(A);
        expect(unitAt(person, "2025-03-01")).toBe(C);
        expect(lineOf(person).withoutEffect).toEqual([]);
      }
    },
  );

  it("a transfer reported by both units counts once", () => {
    const person = aPerson(
      atA,
      aMovement("TRANSFER_OUT", "2025-03-01", { from: A, to: B }),
      aMovement("TRANSFER_IN", "2025-03-01", { from: A, to: B }),
    );
    expect(lineOf(person).steps.map((step) => step.unit)).toEqual([A, B]);
  });

  it("a leaving that the old unit reports after the new unit's certificate changes nothing", () => {
    const late = aMovement("LEAVE", "2025-03-20", { from: A });
    const person = aPerson(atA, aCertificate(B, "2025-03-10"), late);
    expect(unitAt(person, "2025-03-20")).toBe(B);
    expect(lineOf(person).withoutEffect).toEqual([late]);
  });

  it("the second of two leavings from one unit on one day is without effect", () => {
    const second = aMovement("LEAVE", "2025-03-01", { from: A });
    const person = aPerson(atA, second, aMovement("TRANSFER_OUT", "2025-03-01", { from: A }));
    expect(unitAt(person, "2025-03-01")).toBeNull();
    expect(lineOf(person).withoutEffect).toEqual([second]);
  });
});

describe("退休, 返聘, 离川, 去世", () => {
  const atA = aCertificate(A, "2024-01-01");

  it.each(["RETIREMENT", "LEAVE_SICHUAN", "DEATH"] as const)("%s takes the person out of wherever they are", (kind) => {
    const person = aPerson(atA, aMovement(kind, "2025-03-01"));
    expect(unitAt(person, "2025-02-28")).toBe(A);
    expect(unitAt(person, "2025-03-01")).toBeNull();
    expect(unitAt(aPerson(atA, aMovement(kind, "2025-03-01", { from: B })), "2025-03-01")).toBeNull();
  });

  it("whoever retires and is rehired the day after works at the new unit, at the old level", () => {
    const person = aPerson(atA, aMovement("RETIREMENT", "2025-03-01"), aMovement("REHIRE", "2025-03-02", { to: B }));
    expect(unitAt(person, "2025-03-01")).toBeNull();
    expect(unitAt(person, "2025-03-02")).toBe(B);
    expect(levelAt(person, "2025-03-02")).toBe("SENIOR");
  });

  it("whoever is rehired on the day of retirement is out, since 退休 goes after 返聘", () => {
    const person = aPerson(atA, aMovement("RETIREMENT", "2025-03-01"), aMovement("REHIRE", "2025-03-01", { to: B }));
    expect(unitAt(person, "2025-03-01")).toBeNull();
  });

  it("whoever left Sichuan comes back by 调入 or by a certificate", () => {
    const gone = aMovement("LEAVE_SICHUAN", "2025-03-01");
    expect(unitAt(aPerson(atA, gone, aMovement("TRANSFER_IN", "2025-09-01", { to: B })), "2025-09-01")).toBe(B);
    expect(unitAt(aPerson(atA, gone, aCertificate(C, "2025-09-01")), "2025-09-01")).toBe(C);
  });

  it("death is final: neither a certificate, nor a title, nor any movement after it places anybody", () => {
    const dead = aMovement("DEATH", "2025-03-01");
    const after = [
      aCertificate(B, "2025-03-02"),
      aTitle(C, "2025-03-03"),
      aMovement("TRANSFER_IN", "2025-03-04", { to: D }),
      aMovement("REHIRE", "2025-03-05", { to: D }),
      aMovement("TRANSFER_OUT", "2025-03-06", { from: A, to: D }),
    ];
    for (const fact of after) expect(unitAt(aPerson(atA, dead, fact), "2030-01-01")).toBeNull();
    expect(unitAt(aPerson(atA, dead, ...after), "2030-01-01")).toBeNull();
  });

  it("what the dead are said to have done is no fault of the ledger", () => {
    const person = aPerson(atA, aMovement("DEATH", "2025-03-01"), aMovement("LEAVE", "2025-04-01", { from: B }));
    expect(lineOf(person).withoutEffect).toEqual([]);
  });
});

describe("events of one day", () => {
  const DAY = "2025-06-10";
  const kinds = ["CERTIFICATE", "TITLE", ...MOVEMENT_KINDS] as const;
  type Kind = (typeof kinds)[number];
  const pairs = kinds.flatMap((earlier, index) => kinds.slice(index + 1).map((later) => [earlier, later] as const));

  function anEvent(kind: Kind, on: string): CertificateFact | TitleFact | MovementFact {
    if (kind === "CERTIFICATE") return aCertificate(B, on, { number: "A" });
    if (kind === "TITLE") return aTitle(C, on, { number: "B" });
    if (kind === "TRANSFER_IN") return aMovement(kind, on, { to: D });
    if (kind === "REHIRE") return aMovement(kind, on, { to: 5 });
    return aMovement(kind, on);
  }

  /** Where each kind by itself puts a person; leavings of this test name no unit. */
  const PUTS: Readonly<Record<Kind, number | null>> = {
    CERTIFICATE: B,
    TITLE: C,
    TRANSFER_OUT: null,
    LEAVE: null,
    TRANSFER_IN: D,
    REHIRE: 5,
    RETIREMENT: null,
    LEAVE_SICHUAN: null,
    DEATH: null,
  };

  it("apply as certificates and titles, 调出, 离职, 调入, 返聘, 退休, 离川, 去世", () => {
    expect(MOVEMENT_KINDS).toEqual([
      "TRANSFER_OUT",
      "LEAVE",
      "TRANSFER_IN",
      "REHIRE",
      "RETIREMENT",
      "LEAVE_SICHUAN",
      "DEATH",
    ]);
  });

  it.each(pairs)("%s goes before %s, however the ledger gives them", (earlier, later) => {
    const start = aCertificate(A, "2024-01-01");
    const [first, second] = [anEvent(earlier, DAY), anEvent(later, DAY)];
    for (const person of [aPerson(start, first, second), aPerson(second, first, start)]) {
      expect(unitAt(person, addDays(DAY, -1))).toBe(A);
      expect(unitAt(person, DAY)).toBe(PUTS[later]);
    }
    const apart = aPerson(start, first, anEvent(later, addDays(DAY, 1)));
    expect(unitAt(apart, DAY)).toBe(PUTS[earlier]);
    expect(unitAt(apart, addDays(DAY, 1))).toBe(PUTS[later]);
  });

  it("of two numbers that are one person apply the same whatever the order in which the ledger gives them", () => {
    const [toB, toC] = [aMovement("TRANSFER_IN", DAY, { to: B }), aMovement("TRANSFER_IN", DAY, { to: C })];
    expect(unitAt(aPerson(toB, toC), DAY)).toBe(unitAt(aPerson(toC, toB), DAY));
    const [atB, atC] = [aTitle(B, DAY), aTitle(C, DAY, { level: "CHIEF_TECHNICIAN" })];
    expect(unitAt(aPerson(atB, atC), DAY)).toBe(unitAt(aPerson(atC, atB), DAY));
  });
});

describe("the highest level held", () => {
  it("is the highest of all valid certificates, from the day of issue", () => {
    const person = aPerson(
      aCertificate(A, "2024-01-01", { level: "JUNIOR" }),
      aCertificate(A, "2025-01-01", { level: "TECHNICIAN" }),
      aCertificate(A, "2025-06-01", { level: "SENIOR" }),
    );
    expect(levelAt(person, "2023-12-31")).toBeNull();
    expect(levelAt(person, "2024-12-31")).toBe("JUNIOR");
    expect(levelAt(person, "2025-01-01")).toBe("TECHNICIAN");
    expect(levelAt(person, "2025-06-01")).toBe("TECHNICIAN");
  });

  it("falls back on the day of a withdrawal, not before", () => {
    const person = aPerson(
      aCertificate(A, "2024-01-01", { level: "JUNIOR" }),
      aCertificate(A, "2025-01-01", { level: "SENIOR", withdrawnOn: "2025-06-01" }),
    );
    expect(levelAt(person, "2025-05-31")).toBe("SENIOR");
    expect(levelAt(person, "2025-06-01")).toBe("JUNIOR");
    expect(levelAt(person, "2025-06-02")).toBe("JUNIOR");
  });

  it("is none when the only certificate is withdrawn, and the person is still at the unit", () => {
    const person = aPerson(aCertificate(A, "2025-01-01", { withdrawnOn: "2025-06-01" }));
    expect(stepAt(lineOf(person).steps, "2025-06-01")).toEqual({ unit: A, level: null, intern: false });
  });

  it("is never held where issue and withdrawal are one day, or the withdrawal comes first", () => {
    for (const withdrawnOn of ["2025-01-01", "2024-06-01"]) {
      const person = aPerson(aCertificate(A, "2025-01-01", { withdrawnOn }));
      for (const day of ["2024-06-01", "2025-01-01", "2026-01-01"]) expect(levelAt(person, day)).toBeNull();
      expect(unitAt(person, "2025-01-01")).toBe(A);
    }
  });

  it("a title counts as a certificate of its level from approval until its cancellation, whatever its term", () => {
    const person = aPerson(
      aCertificate(A, "2020-01-01", { level: "SENIOR_TECHNICIAN" }),
      aTitle(A, "2024-12-18", { cancelledOn: "2029-03-01" }),
    );
    expect(levelAt(person, "2024-12-17")).toBe("SENIOR_TECHNICIAN");
    expect(levelAt(person, "2024-12-18")).toBe("SPECIAL_TECHNICIAN");
    expect(levelAt(person, "2028-06-01")).toBe("SPECIAL_TECHNICIAN");
    expect(levelAt(person, "2029-02-28")).toBe("SPECIAL_TECHNICIAN");
    expect(levelAt(person, "2029-03-01")).toBe("SENIOR_TECHNICIAN");
  });

  it("a cancelled chief falls back to the special title", () => {
    const person = aPerson(
      aTitle(A, "2024-12-18"),
      aTitle(A, "2025-12-18", { level: "CHIEF_TECHNICIAN", cancelledOn: "2026-05-01" }),
    );
    expect(levelAt(person, "2026-04-30")).toBe("CHIEF_TECHNICIAN");
    expect(levelAt(person, "2026-05-01")).toBe("SPECIAL_TECHNICIAN");
  });

  it("leaves outside certificates and qualifications out when told so, not out of the whereabouts (DECISIONS F7)", () => {
    const person = aPerson(
      aCertificate(A, "2023-01-01", { level: "JUNIOR" }),
      aCertificate(B, "2024-01-01", { level: "SENIOR", outside: true }),
      aCertificate(C, "2025-01-01", { level: "TECHNICIAN", qualification: true }),
    );
    const day = "2025-01-01";
    const held = (outsideCertificates: boolean, qualifications: boolean) =>
      stepAt(lineOf(person, { outsideCertificates, qualifications }).steps, day);
    expect(held(true, true)).toMatchObject({ unit: C, level: levelIndex("TECHNICIAN") });
    expect(held(true, false)).toMatchObject({ unit: C, level: levelIndex("SENIOR") });
    expect(held(false, true)).toMatchObject({ unit: C, level: levelIndex("TECHNICIAN") });
    expect(held(false, false)).toMatchObject({ unit: C, level: levelIndex("JUNIOR") });
  });

  it("leaves a title in, whatever is left out", () => {
    const person = aPerson(aTitle(A, "2025-01-01"));
    expect(levelAt(person, "2025-01-01", { outsideCertificates: false, qualifications: false })).toBe(
      "SPECIAL_TECHNICIAN",
    );
  });
});

describe("interns (DECISIONS F6)", () => {
  it("are those whose latest certificate with a 用工形式 says 实习", () => {
    const person = aPerson(
      aCertificate(A, "2024-01-01", { employmentType: "INTERN" }),
      aCertificate(A, "2025-01-01"),
      aCertificate(A, "2026-01-01", { employmentType: "CONTRACT" }),
    );
    const internAt = (day: string) => stepAt(lineOf(person).steps, day).intern;
    expect(internAt("2024-01-01")).toBe(true);
    expect(internAt("2025-01-01")).toBe(true);
    expect(internAt("2025-12-31")).toBe(true);
    expect(internAt("2026-01-01")).toBe(false);
  });

  it("remain interns through a title, a movement and the withdrawal of that certificate", () => {
    const person = aPerson(
      aCertificate(A, "2024-01-01", { employmentType: "INTERN", withdrawnOn: "2024-06-01" }),
      aTitle(A, "2025-01-01"),
      aMovement("TRANSFER_IN", "2025-06-01", { to: B }),
    );
    expect(stepAt(lineOf(person).steps, "2025-06-01")).toEqual({
      unit: B,
      level: levelIndex("SPECIAL_TECHNICIAN"),
      intern: true,
    });
  });

  it("are in the counts, or out of them, as asked", () => {
    const { steps } = lineOf(
      aPerson(
        aCertificate(A, "2024-01-01", { employmentType: "INTERN" }),
        aCertificate(A, "2025-01-01", { employmentType: "CONTRACT" }),
      ),
    );
    const level = levelIndex("SENIOR");
    expect(lineDeltas([], steps)).toEqual([{ unit: A, level, day: dayNumber("2024-01-01"), delta: 1 }]);
    expect(lineDeltas([], steps, false)).toEqual([{ unit: A, level, day: dayNumber("2025-01-01"), delta: 1 }]);
  });
});

describe("mayHoldOffice (附件4 第八条)", () => {
  const title = aTitle(A, "2024-12-18");

  it("is so for whoever works, moves between units, or is between two of them", () => {
    expect(mayHoldOffice(aPerson(title), "2025-01-01")).toBe(true);
    expect(mayHoldOffice(aPerson(title, aMovement("TRANSFER_IN", "2025-06-01", { to: B })), "2025-06-01")).toBe(true);
    expect(mayHoldOffice(aPerson(title, aMovement("LEAVE", "2025-06-01")), "2025-06-01")).toBe(true);
  });

  it.each(["RETIREMENT", "LEAVE_SICHUAN", "DEATH"] as const)("ends on the day of %s, not before", (kind) => {
    const person = aPerson(title, aMovement(kind, "2025-06-01"));
    expect(mayHoldOffice(person, "2025-05-31")).toBe(true);
    expect(mayHoldOffice(person, "2025-06-01")).toBe(false);
    expect(mayHoldOffice(person, "2025-06-02")).toBe(false);
  });

  it("does not come back by a rehiring: retired is retired", () => {
    const person = aPerson(title, aMovement("RETIREMENT", "2025-06-01"), aMovement("REHIRE", "2025-07-01", { to: A }));
    expect(unitAt(person, "2025-07-01")).toBe(A);
    expect(mayHoldOffice(person, "2025-07-01")).toBe(false);
  });

  it("comes back with whoever returns to a unit in Sichuan", () => {
    const gone = aMovement("LEAVE_SICHUAN", "2025-06-01");
    const back = aMovement("TRANSFER_IN", "2025-09-01", { to: B });
    expect(mayHoldOffice(aPerson(title, gone, back), "2025-08-31")).toBe(false);
    expect(mayHoldOffice(aPerson(title, gone, back), "2025-09-01")).toBe(true);
    expect(mayHoldOffice(aPerson(title, gone, aCertificate(B, "2025-09-01")), "2025-09-01")).toBe(true);
  });

  it("does not come back by a leaving that names no new unit", () => {
    const person = aPerson(
      title,
      aMovement("LEAVE_SICHUAN", "2025-06-01"),
      aMovement("LEAVE", "2025-06-15", { from: A }),
    );
    expect(mayHoldOffice(person, "2025-06-15")).toBe(false);
  });

  it("on one day, 离川 goes after 调入", () => {
    const person = aPerson(
      title,
      aMovement("LEAVE_SICHUAN", "2025-06-01"),
      aMovement("TRANSFER_IN", "2025-06-01", { to: B }),
    );
    expect(mayHoldOffice(person, "2025-06-01")).toBe(false);
  });
});

// ------------------------------------------------------------------------------------------------------- properties

const days = fc.integer({ min: 0, max: 40 }).map((number) => addDays("2025-01-01", number));
const units = fc.integer({ min: 1, max: 4 });

const certificates = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 999 }).map(String),
    unit: units,
    level: fc.constantFrom(...SKILL_LEVELS),
    issuedOn: days,
    withdrawnOn: fc.option(days),
    outside: fc.boolean(),
    qualification: fc.boolean(),
    employmentType: fc.option(fc.constantFrom(...EMPLOYMENT_TYPES)),
  }),
  { selector: (certificate) => certificate.number, maxLength: 6 },
);
const titles = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1000, max: 1999 }).map(String),
    unit: units,
    level: fc.constantFrom("SPECIAL_TECHNICIAN" as const, "CHIEF_TECHNICIAN" as const),
    approvedOn: days,
    cancelledOn: fc.option(days),
  }),
  { selector: (title) => title.number, maxLength: 2 },
);
const movements = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom(...MOVEMENT_KINDS), on: days, from: fc.option(units), to: fc.option(units) }),
  { selector: (movement) => `${movement.kind} ${movement.on}`, maxLength: 8 },
);
/** What the ledger can hold of one number: its keys allow one movement of a kind a day, one certificate a number. */
const people: fc.Arbitrary<PersonFacts> = fc.record({ certificates, titles, movements });
const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

/** All that a ledger of the day itself would have known. */
function knownBy(facts: PersonFacts, day: string): PersonFacts {
  const until = (end: string | null) => (end !== null && end <= day ? end : null);
  return {
    certificates: facts.certificates
      .filter((certificate) => certificate.issuedOn <= day)
      .map((certificate) => ({ ...certificate, withdrawnOn: until(certificate.withdrawnOn) })),
    titles: facts.titles
      .filter((title) => title.approvedOn <= day)
      .map((title) => ({ ...title, cancelledOn: until(title.cancelledOn) })),
    movements: facts.movements.filter((movement) => movement.on <= day),
  };
}

function sumUntil(deltas: readonly HeadDelta[], day: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { unit, level, day: on, delta } of deltas) {
    if (on > dayNumber(day)) continue;
    const key = `${unit}|${level}`;
    sums.set(key, (sums.get(key) ?? 0) + delta);
  }
  for (const [key, sum] of sums) if (sum === 0) sums.delete(key);
  return sums;
}

function standing(step: Omit<Step, "from">, interns: boolean): ReadonlyMap<string, number> {
  const counts = step.unit !== null && step.level !== null && (interns || !step.intern);
  return counts ? new Map([[`${step.unit}|${step.level}`, 1]]) : new Map();
}

function bare(deltas: readonly HeadDelta[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { unit, level, day, delta } of deltas) {
    const key = `${unit}|${level}|${day}`;
    sums.set(key, (sums.get(key) ?? 0) + delta);
  }
  for (const [key, sum] of sums) if (sum === 0) sums.delete(key);
  return sums;
}

describe("a line, for any facts", () => {
  it("goes forward in time, and each step is another than the one before", () => {
    fc.assert(
      fc.property(people, (facts) => {
        const { steps } = lineOf(facts);
        steps.slice(1).forEach((step, index) => {
          const before = steps[index]!;
          expect(step.from > before.from).toBe(true);
          expect({ ...step, from: "" }).not.toEqual({ ...before, from: "" });
        });
      }),
    );
  });

  it("does not depend on the order in which the facts are given", () => {
    const twice = people.chain((facts) =>
      fc
        .tuple(shuffled(facts.certificates), shuffled(facts.titles), shuffled(facts.movements))
        .map(([certificates, titles, movements]) => [facts, { certificates, titles, movements }] as const),
    );
    fc.assert(
      fc.property(twice, days, ([facts, other], day) => {
        expect(lineOf(other)).toEqual(lineOf(facts));
        expect(mayHoldOffice(other, day)).toBe(mayHoldOffice(facts, day));
      }),
    );
  });

  it("says of a day only what was known of it by then", () => {
    fc.assert(
      fc.property(people, days, (facts, day) => {
        expect(stepAt(lineOf(facts).steps, day)).toEqual(stepAt(lineOf(knownBy(facts, day)).steps, day));
        expect(mayHoldOffice(facts, day)).toBe(mayHoldOffice(knownBy(facts, day), day));
      }),
    );
  });

  it("is at no unit from a death on", () => {
    fc.assert(
      fc.property(people, days, days, (facts, death, day) => {
        const movements = [...facts.movements, aMovement("DEATH", death)];
        const { steps } = lineOf({ ...facts, movements });
        if (day >= death) expect(stepAt(steps, day).unit).toBeNull();
      }),
    );
  });

  it("places a person alike under every definition: only the level differs, and never upwards", () => {
    fc.assert(
      fc.property(people, days, fc.boolean(), fc.boolean(), (facts, day, outsideCertificates, qualifications) => {
        const full = stepAt(lineOf(facts).steps, day);
        const narrow = stepAt(lineOf(facts, { outsideCertificates, qualifications }).steps, day);
        expect([narrow.unit, narrow.intern]).toEqual([full.unit, full.intern]);
        expect(narrow.level ?? -1).toBeLessThanOrEqual(full.level ?? -1);
      }),
    );
  });
});

describe("the differences between lines", () => {
  const lines = people.map((facts): Line => lineOf(facts));

  it("of a line and nothing add up, at any day, to where the person stands then", () => {
    fc.assert(
      fc.property(lines, days, fc.boolean(), ({ steps }, day, interns) => {
        expect(sumUntil(lineDeltas([], steps, interns), day)).toEqual(standing(stepAt(steps, day), interns));
      }),
      { numRuns: 500 },
    );
  });

  it("from a to b and from b to c are together those from a to c", () => {
    fc.assert(
      fc.property(lines, lines, lines, fc.boolean(), (a, b, c, interns) => {
        const both = [...lineDeltas(a.steps, b.steps, interns), ...lineDeltas(b.steps, c.steps, interns)];
        expect(bare(both)).toEqual(bare(lineDeltas(a.steps, c.steps, interns)));
      }),
      { numRuns: 500 },
    );
  });

  it("from a line to itself are none, and back again the same with the other sign", () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        expect(lineDeltas(a.steps, a.steps)).toEqual([]);
        expect(bare([...lineDeltas(a.steps, b.steps), ...lineDeltas(b.steps, a.steps)])).toEqual(new Map());
      }),
    );
  });

  it("name each unit, level and day once, and never a difference of nothing", () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const deltas = lineDeltas(a.steps, b.steps);
        expect(new Set(deltas.map(({ unit, level, day }) => `${unit}|${level}|${day}`)).size).toBe(deltas.length);
        expect(deltas.every(({ delta }) => delta !== 0)).toBe(true);
      }),
    );
  });
});
