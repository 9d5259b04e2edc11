import type { Day } from "../../server/policy/day.ts";
import type { DemoCareers } from "./careers.ts";
import type { DemoEnterprise, DemoPerson } from "./model.ts";
import type { DemoTitle } from "./titles.ts";

/** People at a unit by their highest level, 学徒工 first. */
export type LevelSteps = readonly number[];

type Event = { on: Day; rank: number; apply: (at: DemoEnterprise | null) => DemoEnterprise | null };
type Held = { level: number; from: Day; until: Day | null };
const RANKS: Readonly<Record<string, number>> = { 调出: 1, 离职: 2, 调入: 3, 返聘: 4, 退休: 5, 离川: 6, 去世: 7 };

/** What the units' own books would show at each of the days: by enterprise's index, the eight levels. */
export function countRegister(
  careers: DemoCareers,
  titles: readonly DemoTitle[],
  days: readonly Day[],
): ReadonlyMap<Day, ReadonlyMap<number, LevelSteps>> {
  const events = new Map<DemoPerson, Event[]>();
  const held = new Map<DemoPerson, Held[]>();
  for (const person of careers.people) {
    events.set(person, []);
    held.set(person, []);
  }
  for (const one of careers.certificates) {
    events.get(one.person)!.push({ on: one.issuedOn, rank: 0, apply: () => one.enterprise });
    held.get(one.person)!.push({ level: one.level, from: one.issuedOn, until: one.withdrawnOn });
  }
  for (const one of titles) {
    events.get(one.person)!.push({ on: one.approvedOn, rank: 0, apply: () => one.enterprise });
    held
      .get(one.person)!
      .push({ level: one.level === "特级技师" ? 6 : 7, from: one.approvedOn, until: one.cancelledOn });
  }
  for (const one of careers.movements) {
    const comes = one.kind === "调入" || one.kind === "返聘" || (one.kind === "调出" && one.to);
    events.get(one.person)!.push({
      on: one.on,
      rank: RANKS[one.kind]!,
      apply: (at) =>
        comes ? one.to : one.kind === "离职" || one.kind === "调出" ? (at === one.from ? null : at) : null,
    });
  }
  const counts = new Map(days.map((day) => [day, new Map<number, number[]>()]));
  for (const person of careers.people) {
    const line = events.get(person)!.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.rank - b.rank));
    let at: DemoEnterprise | null = null;
    let next = 0;
    for (const day of days) {
      for (; next < line.length && line[next]!.on <= day; next++) at = line[next]!.apply(at);
      if (!at) continue;
      let level = -1;
      for (const one of held.get(person)!)
        if (one.from <= day && !(one.until && one.until <= day)) level = Math.max(level, one.level);
      if (level < 0) continue;
      const byUnit = counts.get(day)!;
      const steps = byUnit.get(at.index) ?? [0, 0, 0, 0, 0, 0, 0, 0];
      steps[level]!++;
      byUnit.set(at.index, steps);
    }
  }
  return counts;
}
