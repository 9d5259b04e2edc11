import { addDays, addMonths, type Day, dayOf, firstOfMonth } from "../../server/policy/day.ts";
import type { Ownership } from "../../server/policy/words.ts";
import type { Dice } from "./dice.ts";
import type { DemoChange, DemoEnterprise, DemoTerm } from "./model.ts";
import { createUnitNames } from "./names.ts";
import { inventedCreditCode } from "./numbers.ts";
import { CITIES, COMMON_OCCUPATIONS, cityOf, occupationsOf, SECTORS } from "./reference.ts";

const PROVINCE = "510000";
const ABA = "513200";

/** How the province is made up: shares of the units, mean people, rates at the end, and how far each was at the end of 2024. */
const CLASSES: readonly {
  ownership: Ownership;
  share: number;
  meanPeople: number;
  spread: number;
  finalRate: number;
  startShare: number;
}[] = [
  { ownership: "PROVINCIAL_SOE", share: 0.1, meanPeople: 430, spread: 0.8, finalRate: 0.91, startShare: 0.68 },
  { ownership: "LOCAL_SOE", share: 0.35, meanPeople: 105, spread: 0.75, finalRate: 0.84, startShare: 0.75 },
  { ownership: "LARGE_PRIVATE", share: 0.495, meanPeople: 115, spread: 0.85, finalRate: 0.76, startShare: 0.7 },
  { ownership: "CENTRAL_SOE", share: 0.03, meanPeople: 240, spread: 0.6, finalRate: 0.88, startShare: 0.74 },
  { ownership: "OTHER", share: 0.025, meanPeople: 70, spread: 0.5, finalRate: 0.58, startShare: 0.6 },
];

const CITY_WEIGHTS: Readonly<Record<string, number>> = {
  "510100": 24,
  "510300": 5,
  "510400": 4.5,
  "510500": 6,
  "510600": 8,
  "510700": 9,
  "510800": 3,
  "510900": 3.5,
  "511000": 4,
  "511100": 5,
  "511300": 5,
  "511400": 4,
  "511500": 8,
  "511600": 3,
  "511700": 4.5,
  "511800": 3,
  "511900": 2,
  "512000": 3,
  "513300": 1,
  "513400": 2.5,
};
const SECTOR_WEIGHTS: Readonly<Record<string, number>> = { I1: 13, I2: 17, I3: 8, I4: 9, I5: 12, I6: 5, U0: 3, O0: 3 };

const DEPARTMENTS = [
  "四川省国资委",
  "四川省经济和信息化厅",
  "四川省交通运输厅",
  "四川省住房和城乡建设厅",
  "四川省农业农村厅",
];

/** The units of the demo province; together they hold exactly `people` people. */
export function makeEnterprises(dice: Dice, people: number, lastDay: Day): readonly DemoEnterprise[] {
  const total = Math.max(24, Math.round(people / 150));
  const nameUnit = createUnitNames(dice.fork("names"));
  const cityEffect = new Map(CITIES.map((city) => [city.code, dice.normal() * 0.035]));
  const sectorEffect = new Map(SECTORS.map((sector) => [sector.code, dice.normal() * 0.03]));
  const sectorQueue = dice.fork("sectors").shuffled(SECTORS.map((sector) => sector.code));
  const drafts: Draft[] = [];

  for (const kind of CLASSES) {
    const count = Math.max(
      kind.ownership === "OTHER" || kind.ownership === "CENTRAL_SOE" ? 2 : 3,
      Math.round(total * kind.share),
    );
    const own = dice.fork(kind.ownership);
    for (let i = 0; i < count; i++) {
      drafts.push({
        kind: kind.ownership,
        rank: i,
        count,
        weight: kind.meanPeople * Math.exp(own.normal() * kind.spread - kind.spread ** 2 / 2),
        finalRate: kind.finalRate,
        startShare: kind.startShare,
        cityCode: own.weighted(
          CITIES,
          (city) =>
            (CITY_WEIGHTS[city.code] ?? 0) * (kind.ownership === "PROVINCIAL_SOE" && city.code === "510100" ? 3 : 1),
        ).code,
        sectorCode: sectorQueue.pop() ?? own.weighted(SECTORS, (sector) => SECTOR_WEIGHTS[sector.code] ?? 1.4).code,
      });
    }
    // Biggest first, so that the story below can name units by their rank.
    const mine = drafts.filter((draft) => draft.kind === kind.ownership).sort((a, b) => b.weight - a.weight);
    for (const [rank, draft] of mine.entries()) draft.rank = rank;
  }
  drafts.sort((a, b) => classOrder(a.kind) - classOrder(b.kind) || a.rank - b.rank);
  // No city stays empty: 成都 gives from its local SOEs.
  const spare = drafts.filter((draft) => draft.kind === "LOCAL_SOE" && draft.cityCode === "510100" && draft.rank > 8);
  for (const city of CITIES) {
    const there = drafts.filter((draft) => draft.cityCode === city.code).length;
    if (city.code !== ABA)
      for (let missing = there; missing < 2; missing++)
        (spare.pop() ?? drafts[drafts.length - 1]!).cityCode = city.code;
  }
  placeInAba(drafts);

  const enterprises: DemoEnterprise[] = [];
  const peopleCounts = shareOut(
    people,
    drafts.map((draft) => (isUnfiled(draft) || isPlanned(draft) ? 0 : draft.weight)),
  );
  const launchBefore = earlyLocalLaunches(drafts, dice.fork("launch"));
  const groupHeads: DemoEnterprise[] = [];

  for (const [index, draft] of drafts.entries()) {
    const own = dice.fork(`unit ${index}`);
    const { kind, rank, count, cityCode, sectorCode } = draft;
    const city = cityOf(cityCode);
    const provincial =
      kind === "PROVINCIAL_SOE" ||
      (kind === "CENTRAL_SOE" && rank % 3 !== 2) ||
      (kind === "LARGE_PRIVATE" && rank % 23 === 5);
    const unfiled = isUnfiled(draft);
    const planned = isPlanned(draft);
    const launchedOn = launchDay(draft, launchBefore.has(draft), own, lastDay);
    const mayJoin = (kind === "PROVINCIAL_SOE" && rank > 12) || (kind === "LOCAL_SOE" && rank % 9 === 4);
    const inGroup = mayJoin && groupHeads.length > 0 && rank % 2 === 0 ? groupHeads[rank % groupHeads.length]! : null;
    // Half of the subsidiaries recognise under the group's number.
    const underGroup = inGroup !== null && rank % 4 === 2 && !unfiled;
    const terms = unfiled || planned || underGroup ? [] : makeTerms(draft, launchedOn!, own, lastDay);
    const ownOccupations = own.shuffled(occupationsOf(sectorCode)).slice(0, peopleCounts[index]! > 250 ? 5 : 3);
    const common = own
      .shuffled(COMMON_OCCUPATIONS)
      .filter((one) => !ownOccupations.some((other) => other.code === one.code));
    const occupations = [...ownOccupations, ...common.slice(0, ownOccupations.length < 2 ? 2 : own.int(0, 1))];
    const headcountGuess = peopleCounts[index]! / draft.finalRate;
    const direct = terms.length > 0 && (headcountGuess >= 1080 || (kind === "LARGE_PRIVATE" && rank === 30));
    const enterprise: DemoEnterprise = {
      index,
      name: nameUnit(
        kind === "PROVINCIAL_SOE" || provincial || rank % 7 === 3 ? "四川" : city.shortName,
        sectorCode,
        suffixOf(draft, own),
      ),
      creditCode: inventedCreditCode(rank % 2 === 0 ? PROVINCE : cityCode, 10_001 + index * 7),
      ownership: kind,
      responsibilityCode: provincial ? PROVINCE : cityCode,
      department: provincial
        ? kind === "PROVINCIAL_SOE"
          ? DEPARTMENTS[rank % 4 === 3 ? 2 : 0]!
          : DEPARTMENTS[1 + (rank % 4)]!
        : null,
      cityCode,
      countyCode: own.chance(0.06) ? null : own.pick(city.counties).code,
      sectorCode,
      inShortage: sectorCode === "U0" || own.chance(0.12),
      mainlySkilled: kind === "PROVINCIAL_SOE" ? rank < Math.round(count * 0.9) : own.chance(0.85),
      group: inGroup,
      inDirectory: kind !== "OTHER" && !(kind === "LARGE_PRIVATE" && rank % 40 === 17),
      plannedOnly: planned,
      filingNumber: terms.length > 0 ? `Y000051${String(2_000 + index).padStart(6, "0")}` : null,
      terms,
      occupations: underGroup ? inGroup.occupations : occupations,
      topLevel: underGroup ? inGroup.topLevel : peopleCounts[index]! > 150 || own.chance(0.6) ? 5 : own.pick([3, 4]),
      launchedOn,
      directPlanOn: direct ? firstOfMonth(addMonths(terms[0]!.from, own.int(1, 5))) : null,
      peopleCount: peopleCounts[index]!,
      finalRate: clamp(
        draft.finalRate + cityEffect.get(cityCode)! + sectorEffect.get(sectorCode)! + own.normal() * 0.055,
        0.3,
        0.985,
      ),
      startShare: clamp(draft.startShare + own.normal() * 0.07, 0.35, 0.95),
      reporting:
        cityCode === ABA || (kind === "LARGE_PRIVATE" && rank > 12 && rank % 33 === 14)
          ? "SILENT_SINCE_APRIL_2026"
          : kind === "OTHER" && rank === count - 1
            ? "NEVER"
            : "ALWAYS",
      overfull: (kind === "LARGE_PRIVATE" && rank === 60) || (kind === "LOCAL_SOE" && rank === 45),
      change: changeOf(draft, terms),
    };
    enterprises.push(enterprise);
    if (terms.length > 0 && kind === "PROVINCIAL_SOE" && rank < 12 && rank % 2 === 0) groupHeads.push(enterprise);
  }
  return enterprises;
}

interface Draft {
  readonly kind: Ownership;
  rank: number;
  readonly count: number;
  weight: number;
  readonly finalRate: number;
  readonly startShare: number;
  cityCode: string;
  readonly sectorCode: string;
}

function classOrder(kind: Ownership): number {
  return CLASSES.findIndex((one) => one.ownership === kind);
}

/** Small SOEs that stand in the directory only. */
function isUnfiled(draft: Draft): boolean {
  if (draft.kind === "PROVINCIAL_SOE") return draft.rank >= Math.round(draft.count * 0.95);
  return draft.kind === "LOCAL_SOE" && draft.rank % 12 === 11;
}

function isPlanned(draft: Draft): boolean {
  return (
    (draft.kind === "LARGE_PRIVATE" && draft.rank % 41 === 38) || (draft.kind === "LOCAL_SOE" && draft.rank % 70 === 52)
  );
}

/** 阿坝's three: one local SOE, two private, of middling size. */
function placeInAba(drafts: readonly Draft[]): void {
  const pick = (kind: Ownership, rank: number) => drafts.find((draft) => draft.kind === kind && draft.rank === rank);
  const chosen =
    drafts.length < 100
      ? [pick("LOCAL_SOE", 2), pick("LARGE_PRIVATE", 3), pick("LARGE_PRIVATE", 5)]
      : [pick("LOCAL_SOE", 40), pick("LARGE_PRIVATE", 50), pick("LARGE_PRIVATE", 71)];
  for (const draft of chosen) if (draft) draft.cityCode = ABA;
}

/** Whole numbers by weight that add up exactly; whoever has a weight gets at least 6, where there is enough. */
function shareOut(people: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const least = people >= weights.length * 20 ? 6 : 1;
  const counts = weights.map((weight) => (weight === 0 ? 0 : Math.max(least, Math.floor((people * weight) / sum))));
  const order = weights.map((_, i) => i).sort((a, b) => weights[b]! - weights[a]!);
  for (let left = people - counts.reduce((total, count) => total + count, 0), i = 0; left !== 0; i = (i + 1) % 20) {
    const step = Math.sign(left);
    counts[order[i]!]! += step;
    left -= step;
  }
  return counts;
}

/** 53 of 140 local SOEs began by the due day, the larger ones more often. */
function earlyLocalLaunches(drafts: readonly Draft[], dice: Dice): ReadonlySet<Draft> {
  const local = drafts.filter((draft) => draft.kind === "LOCAL_SOE" && !isUnfiled(draft) && !isPlanned(draft));
  const wanted = Math.round(drafts.filter((draft) => draft.kind === "LOCAL_SOE").length * (53 / 140));
  const order = local
    .map((draft) => ({ draft, key: draft.rank * (0.6 + dice.next() * 0.8) }))
    .sort((a, b) => a.key - b.key);
  return new Set(order.slice(0, wanted).map(({ draft }) => draft));
}

function launchDay(draft: Draft, localEarly: boolean, dice: Dice, lastDay: Day): Day | null {
  if (isUnfiled(draft) || isPlanned(draft)) return null;
  const early = (): Day =>
    dice.chance(0.75)
      ? dayOf(dice.int(2022, 2023), dice.int(4, 12), dice.int(1, 28))
      : dayOf(2024, dice.int(1, 9), dice.int(1, 28));
  const late = (until: Day): Day => {
    const day = addDays("2025-01-06", Math.floor(dice.next() ** 1.6 * 500));
    return day < until ? day : addDays(until, -30);
  };
  switch (draft.kind) {
    case "PROVINCIAL_SOE": {
      const skilled = Math.round(draft.count * 0.9);
      if (draft.rank >= skilled) return "2025-09-10";
      return draft.rank === skilled - 3 || (draft.rank === skilled - 6 && draft.count > 10)
        ? dayOf(2025, draft.rank % 2 === 0 ? 3 : 5, 18)
        : early();
    }
    case "LOCAL_SOE":
      return localEarly ? early() : late(lastDay);
    case "LARGE_PRIVATE":
      return draft.rank < 25 || dice.chance(0.8) || lapseDay(draft) !== null || draft.rank === 100
        ? early()
        : late(lastDay);
    default:
      return draft.kind === "CENTRAL_SOE" || dice.chance(0.8) ? early() : late(lastDay);
  }
}

/** The units whose filing ran out and was not renewed: three within the 180 days of grace, one long ago. */
function lapseDay(draft: Draft): Day | null {
  if (draft.count < 50) return draft.kind === "LARGE_PRIVATE" && draft.rank === 7 ? "2026-07-31" : null;
  if (draft.kind === "LOCAL_SOE") return draft.rank === 33 ? "2026-06-30" : null;
  if (draft.kind !== "LARGE_PRIVATE") return null;
  return ({ 25: "2026-07-31", 88: "2026-08-31", 120: "2026-02-28" } as Record<number, Day>)[draft.rank] ?? null;
}

/** Terms of three years in whole months, one number throughout; renewals are often filed after they begin. */
function makeTerms(draft: Draft, launchedOn: Day, dice: Dice, lastDay: Day): readonly DemoTerm[] {
  const terms: DemoTerm[] = [];
  const lapse = lapseDay(draft);
  const withdrawn = draft.kind === "LARGE_PRIVATE" && draft.rank === 100 ? "2026-05-20" : null;
  let from = firstOfMonth(addMonths(launchedOn, -dice.int(0, 4)));
  if (lapse) from = addMonths(addDays(lapse, 1), -36);
  for (let first = true; from <= lastDay; first = false) {
    const until = addDays(addMonths(from, 36), -1);
    terms.push({
      from,
      until,
      filedOn: earlier(first ? addDays(from, -dice.int(3, 20)) : addDays(from, dice.int(-25, 40)), lastDay),
      kind: withdrawn && withdrawn >= from && withdrawn <= until ? "注销" : first ? "首次" : "续期",
      withdrawnOn: withdrawn && withdrawn >= from && withdrawn <= until ? withdrawn : null,
    });
    if (until === lapse) break;
    // Now and then a renewal comes a month or two late.
    from = addMonths(addDays(until, 1), dice.chance(0.08) ? dice.int(1, 2) : 0);
  }
  return terms;
}

/** A few units that moved, or were raised into the class, with the renewal that says so. */
function changeOf(draft: Draft, terms: readonly DemoTerm[]): DemoChange | null {
  const renewal = terms.find((term) => term.kind === "续期");
  if (!renewal || draft.kind !== "LARGE_PRIVATE" || draft.rank % 40 !== 17) return null;
  if (draft.rank === 57) return { on: renewal.from, before: { ownership: "OTHER" } };
  const otherCity = CITIES.find(
    (city) => city.code !== draft.cityCode && city.code !== ABA && (CITY_WEIGHTS[city.code] ?? 0) < 5,
  )!;
  return { on: renewal.from, before: { cityCode: otherCity.code, countyCode: otherCity.counties[0]!.code } };
}

function suffixOf(draft: Draft, dice: Dice): string {
  if (draft.kind === "PROVINCIAL_SOE" && draft.rank < 12) return "集团有限责任公司";
  if (draft.kind === "LOCAL_SOE") return dice.pick(["有限责任公司", "投资发展有限公司", "有限责任公司"]);
  return dice.pick(["有限公司", "股份有限公司", "有限责任公司", "科技有限公司"]);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
