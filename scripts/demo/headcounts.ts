import { addDays, addQuarters, type Day } from "../../server/policy/day.ts";
import type { Ownership } from "../../server/policy/words.ts";
import type { Dice } from "./dice.ts";
import { clamp } from "./enterprises.ts";
import type { DemoEnterprise } from "./model.ts";
import type { LevelSteps } from "./register.ts";

export interface DemoHeadcount {
  readonly enterprise: DemoEnterprise;
  readonly quarterEnd: Day;
  readonly staff: number;
  readonly skilled: number;
  /** 在岗职工, 劳务派遣, 劳务外包, 实习人员, 隶属单位职工. */
  readonly parts: readonly number[];
  /** The unit's own count by level; null where it gives the sum only. */
  readonly levels: LevelSteps | null;
  readonly certified: number | null;
  readonly filledOn: Day;
}

/** What each class shall show at the last day. */
const CLASS_RATES: Readonly<Record<Ownership, number>> = {
  PROVINCIAL_SOE: 0.912,
  LOCAL_SOE: 0.841,
  LARGE_PRIVATE: 0.762,
  CENTRAL_SOE: 0.882,
  OTHER: 0.585,
};
const FIRST_QUARTER = "2024-09-30";
const UNREPORTED_FROM = "2026-06-30";

/** The skilled headcount of each unit at the end, so that each class stands where the story wants it. */
export function tuneHeadcounts(
  dice: Dice,
  enterprises: readonly DemoEnterprise[],
  atEnd: ReadonlyMap<number, LevelSteps>,
): ReadonlyMap<DemoEnterprise, number> {
  const headcounts = new Map<DemoEnterprise, number>();
  for (const [ownership, wanted] of Object.entries(CLASS_RATES)) {
    const units = enterprises.filter((enterprise) => enterprise.ownership === ownership);
    const counted = units.filter(
      (unit) => unit.reporting === "ALWAYS" && !unit.plannedOnly && !unit.terms.some((term) => term.withdrawnOn),
    );
    const unfiledSize = new Map(units.map((unit) => [unit, dice.int(12, 45)]));
    const sizeOf = (unit: DemoEnterprise, shift: number): number => {
      const certified = certifiedOf(atEnd.get(unit.index));
      if (certified < 3) return unfiledSize.get(unit)!;
      if (unit.overfull) return Math.max(2, Math.floor(certified * 0.96));
      return Math.max(certified, Math.round(certified / clamp(unit.finalRate + shift, 0.25, 0.995)));
    };
    let low = -0.6;
    let high = 0.6;
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      let certified = 0;
      let skilled = 0;
      for (const unit of counted) {
        const size = sizeOf(unit, middle);
        certified += Math.min(size, certifiedOf(atEnd.get(unit.index)));
        skilled += size;
      }
      if (skilled > 0 && certified / skilled < wanted) low = middle;
      else high = middle;
    }
    for (const unit of units) headcounts.set(unit, sizeOf(unit, low));
  }
  return headcounts;
}

export function quarterEndsUntil(lastDay: Day): readonly Day[] {
  const ends: Day[] = [];
  for (let end: Day = FIRST_QUARTER; end <= lastDay; end = addQuarters(end, 1)) ends.push(end);
  return ends;
}

/** Every unit's quarterly reports; a few are missing, a few disagree with the register. */
export function makeHeadcounts(
  dice: Dice,
  enterprises: readonly DemoEnterprise[],
  finalHeadcounts: ReadonlyMap<DemoEnterprise, number>,
  register: ReadonlyMap<Day, ReadonlyMap<number, LevelSteps>>,
  lastDay: Day,
): readonly DemoHeadcount[] {
  const reports: DemoHeadcount[] = [];
  const quarters = quarterEndsUntil(lastDay);
  for (const enterprise of enterprises) {
    if (enterprise.reporting === "NEVER") continue;
    const own = dice.fork(`reports ${enterprise.index}`);
    const growth = 0.002 + own.next() * 0.006;
    const dispatched = own.next() * 0.14;
    const interns = 0.01 + own.next() * 0.03;
    for (const [i, quarterEnd] of quarters.entries()) {
      if (enterprise.reporting === "SILENT_SINCE_APRIL_2026" && quarterEnd >= UNREPORTED_FROM) continue;
      if (i < quarters.length - 2 && own.chance(0.008)) continue;
      const levels = register.get(quarterEnd)!.get(enterprise.index) ?? [0, 0, 0, 0, 0, 0, 0, 0];
      const certified = certifiedOf(levels);
      const grown = Math.round(
        finalHeadcounts.get(enterprise)! *
          (1 - growth * (quarters.length - 1 - i)) *
          (i === quarters.length - 1 ? 1 : 1 + own.normal() * 0.003),
      );
      const skilled = enterprise.overfull ? grown : Math.max(grown, certified);
      const parts = splitParts(skilled, dispatched, interns);
      // One unit in twenty counts by its own lights, one in a hundred far off.
      const off = own.chance(0.05) ? own.int(-2, 2) : own.chance(0.01) ? -Math.ceil(skilled * 0.04) : 0;
      const senior = Math.max(0, levels[3]! + off);
      const ownLevels = [levels[0]!, levels[1]!, levels[2]!, senior, ...levels.slice(4)];
      const sumOnly = enterprise.index % 29 === 7;
      reports.push({
        enterprise,
        quarterEnd,
        staff: Math.round(skilled * (1.15 + (enterprise.index % 9) * 0.05)),
        skilled,
        parts: enterprise.index % 61 === 9 && i === quarters.length - 1 ? [parts[0]! + 3, ...parts.slice(1)] : parts,
        levels: sumOnly ? null : ownLevels,
        certified: certifiedOf(ownLevels),
        filledOn: earlierOf(addDays(quarterEnd, own.int(3, 18)), lastDay),
      });
    }
  }
  return reports;
}

function splitParts(skilled: number, dispatched: number, interns: number): readonly number[] {
  const others = [
    Math.floor(skilled * dispatched),
    Math.floor(skilled * dispatched * 0.5),
    Math.floor(skilled * interns),
    Math.floor(skilled * 0.03),
  ];
  return [skilled - others.reduce((sum, part) => sum + part, 0), ...others];
}

/** 初级工 and above. */
export function certifiedOf(levels: LevelSteps | undefined): number {
  return levels ? levels.slice(1).reduce((sum, count) => sum + count, 0) : 0;
}

function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}
