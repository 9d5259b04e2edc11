import { addDays, addMonths, type Day, dayFromNumber, dayNumber, dayOf, lastDateOf } from "../../server/policy/day.ts";
import { LEVEL_FACTS } from "../../server/policy/levels.ts";
import type { Dice } from "./dice.ts";
import type { DemoEnterprise, DemoOccupation, DemoPerson } from "./model.ts";
import { inventedPersonName } from "./names.ts";
import { createCertificateNumbers, createIdNumbers, qualificationNumber } from "./numbers.ts";

export interface DemoCertificate {
  readonly person: DemoPerson;
  readonly enterprise: DemoEnterprise;
  readonly occupation: DemoOccupation;
  /** 0 学徒工 to 5 高级技师. */
  readonly level: number;
  readonly method: "定级考评" | "直接认定" | "以赛代评" | "学徒转正定级" | "等级考核";
  readonly qualification: boolean;
  readonly number: string;
  readonly issuedOn: Day;
  readonly issuer: { readonly name: string; readonly filingNumber: string } | null;
  readonly direct: DirectFacts | null;
  withdrawnOn: Day | null;
}
export interface DirectFacts {
  readonly condition: string;
  readonly performanceScore: number | null;
  readonly reviewScore: number | null;
  readonly weight: number | null;
  readonly publicityFrom: Day;
  readonly publicityUntil: Day;
}
export interface DemoMovement {
  readonly person: DemoPerson;
  readonly kind: "调入" | "调出" | "离职" | "返聘" | "退休" | "去世" | "离川";
  readonly from: DemoEnterprise | null;
  readonly to: DemoEnterprise | null;
  readonly on: Day;
}
export interface DemoCareers {
  readonly people: readonly DemoPerson[];
  readonly certificates: readonly DemoCertificate[];
  readonly movements: readonly DemoMovement[];
}

const YEAR_END_2024 = "2024-12-31";
/** Recognition has seasons: quiet at the Spring Festival, busy before the year's end. */
const SEASON = [0.75, 0.4, 0.9, 1, 1.1, 1.3, 0.95, 0.8, 1.1, 1.05, 1.2, 1.45];
const FIRST_LEVELS = [0, 0.24, 0.36, 0.27, 0.08, 0.05];
/** Bodies outside the enterprises: an invented college and an invented assessment body. */
const OUTSIDE = [
  { name: "四川霁筑技师学院（演示）", filingNumber: "Y000051009901" },
  { name: "四川澹岷职业技能评价中心（演示）", filingNumber: "S000051009902" },
];
const EMPLOYMENT = ["本单位在岗职工", "劳务派遣", "劳务外包", "实习", "隶属单位在岗职工"];
const EMPLOYMENT_WEIGHTS = [80, 9, 5, 2, 4];

/** Everyone's way through levels and units up to the last day. Every certificate stands rules 1 to 6 and 8. */
export function makeCareers(dice: Dice, enterprises: readonly DemoEnterprise[], lastDay: Day): DemoCareers {
  const idNumber = createIdNumbers();
  const certificateNumber = createCertificateNumbers();
  const people: DemoPerson[] = [];
  const certificates: DemoCertificate[] = [];
  const movements: DemoMovement[] = [];
  let qualificationSerial = 0;
  const hosts = enterprises.filter((enterprise) => enterprise.terms.length > 0 && enterprise.peopleCount > 30);

  for (const enterprise of enterprises) {
    if (enterprise.peopleCount === 0) continue;
    const own = dice.fork(`careers ${enterprise.index}`);
    const issuing = enterprise.filingNumber ? enterprise : enterprise.group!;
    const calendar = makeCalendar(enterprise, issuing, own, lastDay);
    let serial = 0;

    for (let i = 0; i < enterprise.peopleCount; i++) {
      const fate =
        i < enterprise.peopleCount * 0.014
          ? "RETIRES"
          : i < enterprise.peopleCount * 0.065
            ? "LEAVES"
            : i < enterprise.peopleCount * 0.085 && issuing === enterprise
              ? "APPRENTICE"
              : "STAYS";
      const firstOn =
        fate === "APPRENTICE" ? calendar.recentDay(own) : calendar.day(own, fate === "LEAVES" || fate === "RETIRES");
      const firstLevel = pickFirstLevel(own, enterprise.topLevel);
      const directFirst = fate !== "APPRENTICE" ? maybeDirect(own, enterprise, firstLevel, firstOn, null) : null;
      const yearsBefore = own.int(1, 4) + (firstLevel >= 3 ? own.int(2, 12) : own.int(0, 3));
      const hiredOn = addDays(
        addMonths(
          firstOn,
          -12 * (directFirst ? Math.max(yearsBefore, directFirst.years) : yearsBefore) - own.int(1, 10),
        ),
        -own.int(0, 27),
      );
      const bornOn =
        fate === "RETIRES"
          ? dayOf(own.int(1964, 1967), own.int(1, 12), own.int(1, 28))
          : addDays(addMonths(hiredOn, -12 * own.int(18, 29)), -own.int(0, 360));
      const person: DemoPerson = {
        name: inventedPersonName(own),
        idNumber: idNumber(bornOn),
        hiredOn,
        employmentType: own.weighted(EMPLOYMENT, (type) => EMPLOYMENT_WEIGHTS[EMPLOYMENT.indexOf(type)]!),
        education: directFirst?.education ?? own.pick(["高中", "中专", "中专", "技校", "大专", "大专", "本科"]),
      };
      people.push(person);
      const occupation = own.pick(issuing.occupations);
      const giver =
        issuing === enterprise
          ? null
          : own.chance(0.5)
            ? { name: issuing.name, filingNumber: issuing.filingNumber! }
            : null;
      const give = (
        level: number,
        method: DemoCertificate["method"],
        issuedOn: Day,
        direct: DirectFacts | null = null,
      ): void => {
        certificates.push({
          person,
          enterprise,
          occupation,
          level,
          method,
          qualification: false,
          number: certificateNumber(issuing.filingNumber!, issuedOn, LEVEL_FACTS[level]!.letter),
          issuedOn,
          issuer: giver,
          direct,
          withdrawnOn: null,
        });
      };

      if (fate === "APPRENTICE") {
        give(0, "定级考评", firstOn);
        continue;
      }
      serial++;
      // A few brought an older 职业资格证书, or one of a body outside, before or beside the unit's own.
      if (serial % 90 === 40 && firstOn > "2022-01-01") {
        const issuedOn = dayOf(own.int(2011, 2018), own.int(3, 11), own.int(1, 28));
        if (issuedOn > hiredOn && addMonths(bornOn, 18 * 12) < issuedOn) {
          const level = Math.min(firstLevel, own.pick([2, 3, 3, 5]));
          qualificationSerial++;
          certificates.push({
            person,
            enterprise,
            occupation,
            level,
            method: "等级考核",
            qualification: true,
            number: qualificationNumber(issuedOn, LEVEL_FACTS[level]!.letter, qualificationSerial),
            issuedOn,
            issuer: null,
            direct: null,
            withdrawnOn: null,
          });
        }
      } else if (serial % 700 === 300) {
        const body = own.pick(OUTSIDE);
        const issuedOn = addDays(firstOn, -own.int(200, 500));
        certificates.push({
          person,
          enterprise,
          occupation,
          level: Math.max(1, firstLevel - 1),
          method: "等级考核",
          qualification: false,
          number: certificateNumber(body.filingNumber, issuedOn, LEVEL_FACTS[Math.max(1, firstLevel - 1)]!.letter),
          issuedOn,
          issuer: body,
          direct: null,
          withdrawnOn: null,
        });
      }
      // And some certificates are older than the filing that the ledger knows (历史证书待核).
      if (serial % 1500 === 700 && issuing === enterprise) {
        const issuedOn = addDays(enterprise.terms[0]!.from, -own.int(30, 300));
        if (issuedOn > hiredOn) give(1, "等级考核", issuedOn);
      }

      const apprenticeOn = addMonths(firstOn, -own.int(7, 13));
      let level = firstLevel;
      if (
        !directFirst &&
        issuing === enterprise &&
        firstLevel <= 2 &&
        firstOn > "2025-04-01" &&
        calendar.covers(apprenticeOn) &&
        own.chance(0.12)
      ) {
        give(0, "定级考评", apprenticeOn);
        give(level, "学徒转正定级", firstOn);
      } else if (directFirst) give(level, "直接认定", firstOn, directFirst.facts);
      else
        give(
          level,
          own.weighted(["定级考评", "等级考核", "以赛代评"] as const, (method) =>
            method === "定级考评" ? 52 : method === "等级考核" ? 42 : 6,
          ),
          firstOn,
        );

      let lastOn = firstOn;
      for (;;) {
        const next = addDays(addMonths(lastOn, own.int(12, 22)), own.int(0, 20));
        if (
          level >= enterprise.topLevel ||
          next > lastDay ||
          !calendar.covers(next) ||
          !own.chance(level >= 4 ? 0.25 : 0.48)
        )
          break;
        const direct = maybeDirect(own, enterprise, level + 1, next, level);
        const enoughYears = direct === null || addMonths(hiredOn, 12 * direct.years) <= next;
        level++;
        lastOn = next;
        if (direct && enoughYears) give(level, "直接认定", next, direct.facts);
        else give(level, own.chance(0.5) ? "等级考核" : own.chance(0.9) ? "定级考评" : "以赛代评", next);
      }
      if (own.chance(0.0004)) certificates[certificates.length - 1]!.withdrawnOn = laterDay(own, lastOn, lastDay);
      if (fate === "LEAVES" || fate === "RETIRES")
        leave(
          own,
          fate === "RETIRES",
          person,
          enterprise,
          hosts,
          lastOn,
          lastDay,
          movements,
          (host, on, to) => {
            certificates.push({
              person,
              enterprise: host,
              occupation: host.occupations[0]!,
              level: to,
              method: "等级考核",
              qualification: false,
              number: certificateNumber(host.filingNumber!, on, LEVEL_FACTS[to]!.letter),
              issuedOn: on,
              issuer: null,
              direct: null,
              withdrawnOn: null,
            });
          },
          level,
        );
    }
  }
  return { people, certificates, movements };
}

/** On which days a unit gives certificates: within its terms, by season, in campaigns of its own. */
interface Calendar {
  day(dice: Dice, early: boolean): Day;
  /** In the last year: for apprentices who are not graded yet. */
  recentDay(dice: Dice): Day;
  covers(day: Day): boolean;
}

function makeCalendar(enterprise: DemoEnterprise, issuing: DemoEnterprise, dice: Dice, lastDay: Day): Calendar {
  const begun = enterprise.launchedOn!;
  const covers = (day: Day): boolean =>
    day >= begun &&
    day <= lastDay &&
    issuing.terms.some(
      (term) => term.from <= day && day <= term.until && !(term.withdrawnOn && term.withdrawnOn <= day),
    );
  const months: { first: Day; weight: number }[] = [];
  for (let first = `${begun.slice(0, 7)}-01`; first <= lastDay; first = addMonths(first, 1)) {
    const middle = addDays(first, 14);
    if (!covers(middle) && !covers(addDays(first, 24))) continue;
    // Most of what was there at the end of 2024 is older than its last quarter.
    const rush = first >= "2024-10-01" && first <= YEAR_END_2024 ? 0.6 : 1;
    months.push({
      first,
      weight:
        rush *
        SEASON[Number(first.slice(5, 7)) - 1]! *
        (dice.chance(0.22) ? 1 + dice.next() * 3 : 0.6 + dice.next() * 0.6),
    });
  }
  const before = months.filter((month) => month.first <= YEAR_END_2024);
  const after = months.filter((month) => month.first > YEAR_END_2024);
  // Whoever began shortly before the year's end had less time.
  const share =
    before.length === 0 ? 0 : after.length === 0 ? 1 : enterprise.startShare * Math.min(1, before.length / 8);
  const within = (dice: Dice, from: readonly { first: Day; weight: number }[]): Day => {
    for (let tries = 0; tries < 40; tries++) {
      const { first } = dice.weighted(from, (month) => month.weight);
      const day = `${first.slice(0, 8)}${String(dice.int(1, lastDateOf(Number(first.slice(0, 4)), Number(first.slice(5, 7))))).padStart(2, "0")}`;
      const weekday = (dayNumber(day) + 4) % 7;
      if (weekday !== 0 && weekday !== 6 && covers(day)) return day;
    }
    return dayFromNumber(Math.max(dayNumber(begun), dayNumber(issuing.terms[0]!.from)));
  };
  const early = months.filter((month) => month.first < "2026-05-01");
  const recent = months.slice(-12);
  return {
    day: (dice, mustBeEarly) => {
      const pool = dice.chance(share) ? before : after;
      const usable = mustBeEarly ? pool.filter((month) => early.includes(month)) : pool;
      return within(dice, usable.length > 0 ? usable : months);
    },
    recentDay: (dice) => within(dice, recent),
    covers,
  };
}

function pickFirstLevel(dice: Dice, topLevel: number): number {
  return Math.min(
    topLevel,
    dice.weighted([1, 2, 3, 4, 5], (level) => FIRST_LEVELS[level]!),
  );
}

interface DirectChance {
  readonly facts: DirectFacts;
  /** Years in the enterprise that the condition asks for. */
  readonly years: number;
  readonly education: string | null;
}

/** Direct recognition of annex 2, where the unit's plan was filed by then. */
function maybeDirect(
  dice: Dice,
  enterprise: DemoEnterprise,
  level: number,
  issuedOn: Day,
  heldLevel: number | null,
): DirectChance | null {
  if (
    !enterprise.directPlanOn ||
    issuedOn <= addDays(enterprise.directPlanOn, 30) ||
    level < 1 ||
    level > 5 ||
    !dice.chance(heldLevel === null ? 0.3 : 0.16)
  )
    return null;
  if (heldLevel !== null && level < 3) return null;
  const first = heldLevel === null;
  const options: readonly { condition: string; years: number; education: string | null }[] = [
    [],
    [{ condition: "三(一)1", years: 1, education: null }],
    [
      { condition: "三(一)2(1)", years: 6, education: null },
      { condition: "三(一)2(2)", years: 2, education: "本科" },
      { condition: "三(一)2(3)", years: 2, education: "中专" },
    ],
    [
      ...(first ? [{ condition: "三(一)3(1)", years: 11, education: null }] : []),
      ...(first ? [{ condition: "三(一)3(2)", years: 2, education: "大专" }] : []),
      { condition: "三(二)1(1)", years: 1, education: null },
      { condition: "三(二)1(2)", years: 4, education: null },
      { condition: "三(二)1(3)", years: 4, education: null },
      { condition: "三(二)1(5)", years: 1, education: null },
    ],
    [
      { condition: "三(二)2(1)", years: 1, education: null },
      ...(heldLevel === 3 ? [{ condition: "三(二)2(2)", years: 1, education: null }] : []),
      { condition: "三(二)2(3)", years: 1, education: null },
      { condition: "三(三)1(1)", years: 1, education: null },
      { condition: "三(三)1(3)", years: 1, education: null },
      { condition: "三(三)1(4)", years: 1, education: null },
    ],
    [
      { condition: "三(三)2(1)", years: 1, education: null },
      { condition: "三(三)2(2)", years: 1, education: null },
      { condition: "三(三)2(3)", years: 1, education: null },
      { condition: "三(三)2(4)", years: 1, education: null },
    ],
  ][level]!;
  const chosen = dice.pick(options);
  const until = addDays(issuedOn, -dice.int(2, 9));
  const twoScores = level >= 4 && !dice.chance(0.01);
  return {
    years: chosen.years,
    education: chosen.education,
    facts: {
      condition: chosen.condition,
      performanceScore: dice.int(78, 97),
      reviewScore: twoScores ? dice.int(75, 96) : null,
      weight: twoScores ? dice.pick([0.6, 0.6, 0.65, 0.7]) : null,
      publicityFrom: addDays(until, -dice.int(5, 8)),
      publicityUntil: until,
    },
  };
}

/** How somebody goes: most resign, some change to another unit and rise there, some retire, are rehired, leave, die. */
function leave(
  dice: Dice,
  retires: boolean,
  person: DemoPerson,
  enterprise: DemoEnterprise,
  hosts: readonly DemoEnterprise[],
  lastOn: Day,
  lastDay: Day,
  movements: DemoMovement[],
  certify: (host: DemoEnterprise, on: Day, level: number) => void,
  level: number,
): void {
  const on = laterDay(dice, lastOn < "2024-06-01" ? "2024-06-01" : lastOn, lastDay);
  const way = dice.next();
  const add = (kind: DemoMovement["kind"], from: DemoEnterprise | null, to: DemoEnterprise | null, day: Day): void => {
    movements.push({ person, kind, from, to, on: day });
  };
  if (retires) {
    add("退休", enterprise, null, on);
    const back = addMonths(on, dice.int(1, 4));
    if (back <= lastDay && dice.chance(0.08)) add("返聘", null, enterprise, back);
  } else if (way < 0.66) add("离职", enterprise, null, on);
  else if (way < 0.88) {
    const host = dice.pick(hosts);
    if (host === enterprise) {
      add("离职", enterprise, null, on);
      return;
    }
    add("调出", enterprise, host, on);
    if (dice.chance(0.5)) add("调入", enterprise, host, on);
    const risen = addMonths(on, dice.int(6, 14));
    const covered = host.terms.some(
      (term) => term.from <= risen && risen <= term.until && !(term.withdrawnOn && term.withdrawnOn <= risen),
    );
    if (risen <= lastDay && covered && level < host.topLevel && dice.chance(0.5)) certify(host, risen, level + 1);
  } else if (way < 0.96) add("离川", enterprise, null, on);
  else add("去世", enterprise, null, on);
}

/** A day after `from` where there is one, never after `until`. */
function laterDay(dice: Dice, from: Day, until: Day): Day {
  const room = dayNumber(until) - dayNumber(from);
  return addDays(from, Math.min(room, Math.max(1, Math.floor(room * (0.1 + dice.next() * 0.88)))));
}
