import { type Day, dayNumber } from "./day.ts";
import { levelIndex, type SkillLevel } from "./levels.ts";
import { type EmploymentType, MOVEMENT_KINDS, type MovementKind } from "./words.ts";

/** What the ledger holds of one person, all numbers that are hers or his taken together. Units are ledger ids. */
export interface PersonFacts {
  readonly certificates: readonly {
    readonly number: string;
    readonly unit: number;
    readonly level: SkillLevel;
    readonly issuedOn: Day;
    readonly withdrawnOn: Day | null;
    readonly outside: boolean;
    readonly qualification: boolean;
    readonly employmentType: EmploymentType | null;
  }[];
  readonly titles: readonly {
    readonly number: string | null;
    readonly unit: number;
    readonly level: SkillLevel;
    readonly approvedOn: Day;
    readonly cancelledOn: Day | null;
  }[];
  readonly movements: readonly MovementFact[];
}

export interface MovementFact {
  readonly kind: MovementKind;
  readonly on: Day;
  readonly from: number | null;
  readonly to: number | null;
}

export const NO_FACTS: PersonFacts = { certificates: [], titles: [], movements: [] };

/** From a day on: at which unit (null: at none), at which highest level (index; null: none held), as an intern. */
export interface Step {
  readonly from: Day;
  readonly unit: number | null;
  readonly level: number | null;
  readonly intern: boolean;
}

export interface Line {
  readonly steps: readonly Step[];
  /** 调出 and 离职 that changed nothing since the person was elsewhere. */
  readonly withoutEffect: readonly MovementFact[];
}

/** Which certificates count for the level; all of them say where their holder worked. */
export interface LevelDefinition {
  readonly outsideCertificates: boolean;
  readonly qualifications: boolean;
}

const EVERYTHING: LevelDefinition = { outsideCertificates: true, qualifications: true };

/**
 * One person's life in the ledger as a line of steps (`domain.md` §3, “Certified headcount”). A certificate or title
 * places its holder, whatever becomes of it later. Events of one day apply in the order: certificates and titles by
 * number, 调出, 离职, 调入, 返聘, 退休, 离川, 去世. Nothing that follows 去世 counts.
 */
export function lineOf(facts: PersonFacts, definition: LevelDefinition = EVERYTHING): Line {
  const events = eventsOf(facts);
  const days = new Set(events.map((event) => event.on));
  for (const certificate of facts.certificates) if (certificate.withdrawnOn) days.add(certificate.withdrawnOn);
  for (const title of facts.titles) if (title.cancelledOn) days.add(title.cancelledOn);

  const steps: Step[] = [];
  const withoutEffect: MovementFact[] = [];
  let unit: number | null = null;
  let intern = false;
  let dead = false;
  let next = 0;
  for (const day of [...days].sort()) {
    for (; next < events.length && events[next]!.on === day; next++) {
      const event = events[next]!;
      if (dead) continue;
      if (event.placement) {
        unit = event.placement.unit;
        if (event.placement.employmentType) intern = event.placement.employmentType === "INTERN";
      } else if (event.movement) {
        const { kind, from, to } = event.movement;
        if (kind === "DEATH") {
          unit = null;
          dead = true;
        } else if (kind === "RETIREMENT" || kind === "LEAVE_SICHUAN") {
          unit = null;
        } else if (to !== null) {
          unit = to;
        } else if (kind === "TRANSFER_OUT" || kind === "LEAVE") {
          if (from === null || from === unit) unit = null;
          else withoutEffect.push(event.movement);
        }
      }
    }
    const level = highestLevel(facts, day, definition);
    const last = steps.at(-1);
    if (!last || last.unit !== unit || last.level !== level || last.intern !== intern) {
      steps.push({ from: day, unit, level, intern });
    }
  }
  return { steps, withoutEffect };
}

interface Event {
  readonly on: Day;
  readonly rank: number;
  readonly order: string;
  /** Two numbers of one person may bring two events of one kind and day: whatever order they are read in, one is last. */
  readonly tie: number;
  readonly placement?: { readonly unit: number; readonly employmentType: EmploymentType | null };
  readonly movement?: MovementFact;
}

function eventsOf(facts: PersonFacts): Event[] {
  const events: Event[] = [];
  for (const { issuedOn, number, unit, employmentType } of facts.certificates) {
    events.push({ on: issuedOn, rank: 0, order: number, tie: unit, placement: { unit, employmentType } });
  }
  for (const { approvedOn, number, unit } of facts.titles) {
    events.push({ on: approvedOn, rank: 0, order: number ?? "", tie: unit, placement: { unit, employmentType: null } });
  }
  for (const movement of facts.movements) {
    events.push({
      on: movement.on,
      rank: 1 + MOVEMENT_KINDS.indexOf(movement.kind),
      order: "",
      tie: movement.to ?? 0,
      movement,
    });
  }
  return events.sort((a, b) => compare(a.on, b.on) || a.rank - b.rank || compare(a.order, b.order) || a.tie - b.tie);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function highestLevel(facts: PersonFacts, day: Day, definition: LevelDefinition): number | null {
  let highest = -1;
  for (const certificate of facts.certificates) {
    if (certificate.issuedOn > day || (certificate.withdrawnOn !== null && certificate.withdrawnOn <= day)) continue;
    if (certificate.outside && !definition.outsideCertificates) continue;
    if (certificate.qualification && !definition.qualifications) continue;
    highest = Math.max(highest, levelIndex(certificate.level));
  }
  // From approval until a cancellation a title counts as a certificate of its level; the end of a term takes the office only.
  for (const title of facts.titles) {
    if (title.approvedOn > day || (title.cancelledOn !== null && title.cancelledOn <= day)) continue;
    highest = Math.max(highest, levelIndex(title.level));
  }
  return highest < 0 ? null : highest;
}

/** People who came to (unit, level) on a day, or ceased to be there. */
export interface HeadDelta {
  readonly unit: number;
  readonly level: number;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly delta: number;
}

/** What changes in the counts when a line takes the place of another; pass `interns: false` to leave interns' steps out. */
export function lineDeltas(before: readonly Step[], after: readonly Step[], interns = true): HeadDelta[] {
  const sums = new Map<string, { unit: number; level: number; day: number; delta: number }>();
  const add = (unit: number | null, level: number | null, from: Day, delta: number) => {
    if (unit === null || level === null) return;
    const day = dayNumber(from);
    const key = `${unit}|${level}|${day}`;
    const sum = sums.get(key);
    if (sum) sum.delta += delta;
    else sums.set(key, { unit, level, day, delta });
  };
  const walk = (steps: readonly Step[], sign: number) => {
    let last: Step | null = null;
    for (const step of steps) {
      if (last && (interns || !last.intern)) add(last.unit, last.level, step.from, -sign);
      if (interns || !step.intern) add(step.unit, step.level, step.from, sign);
      last = step;
    }
  };
  walk(before, -1);
  walk(after, 1);
  return [...sums.values()].filter((sum) => sum.delta !== 0);
}

/** Is the holder of a title still in a post that the office can rest on: not retired, dead or out of Sichuan at the day (附件4 第八条). */
export function mayHoldOffice(facts: PersonFacts, day: Day): boolean {
  let away = false;
  for (const event of eventsOf(facts)) {
    if (event.on > day) break;
    if (event.placement) away = false;
    else if (event.movement?.kind === "RETIREMENT" || event.movement?.kind === "DEATH") return false;
    else if (event.movement?.kind === "LEAVE_SICHUAN") away = true;
    else if (event.movement?.to != null) away = false;
  }
  return !away;
}
