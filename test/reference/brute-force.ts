import type {
  CoverageCounts,
  CoverageDimension,
  CoverageFilter,
  CoverageRequest,
  GroupKey,
} from "../../server/figures/shapes.ts";
import type { Day } from "../../server/policy/day.ts";
import type { CoverageDefinition } from "../../server/policy/definition.ts";
import type { Ownership } from "../../server/policy/words.ts";
import {
  type Attributes,
  attributesAt,
  type Certificate,
  type Movement,
  type Person,
  systemOf,
  type Term,
  type Title,
  type Unit,
  type World,
} from "./world.ts";

/**
 * Every figure once more, by hand: straight from the rows, day by day, person by person, unit by unit, written from
 * `domain.md` §3 and DECISIONS.md. It shares nothing with the server but the names of the figures' fields, and is slow.
 */

/** What is compared of a coverage figure: all its counts, and the figures that follow from them alone. */
export interface ReferenceCoverage extends CoverageCounts {
  readonly rate: number | null;
  readonly rateLow: number | null;
  readonly reportingRate: number | null;
  readonly gapHeadcount: number | null;
  readonly target: number | null;
}

const TARGET_PERCENT: Readonly<Partial<Record<Ownership, number>>> = {
  PROVINCIAL_SOE: 95,
  LOCAL_SOE: 85,
  LARGE_PRIVATE: 75,
};
const CLASSES: readonly Ownership[] = ["PROVINCIAL_SOE", "LOCAL_SOE", "LARGE_PRIVATE", "CENTRAL_SOE", "OTHER"];
const MS = 86_400_000;

// ------------------------------------------------------------------------------------------------------------ days

function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS).toISOString().slice(0, 10);
}

/** The quarter-ends are 03-31, 06-30, 09-30 and 12-31. */
function quarterEndAfter(quarterEnd: Day): Day {
  const year = Number(quarterEnd.slice(0, 4));
  switch (quarterEnd.slice(5)) {
    case "03-31":
      return `${year}-06-30`;
    case "06-30":
      return `${year}-09-30`;
    case "09-30":
      return `${year}-12-31`;
    default:
      return `${year + 1}-03-31`;
  }
}

// ------------------------------------------------------------------------------------------------- where people are

interface Happening {
  readonly on: Day;
  readonly rank: number;
  readonly number: string;
  readonly certificate?: Certificate;
  readonly title?: Title;
  readonly movement?: Movement;
}

const MOVEMENT_RANK: Readonly<Record<string, number>> = {
  调出: 1,
  离职: 2,
  调入: 3,
  返聘: 4,
  退休: 5,
  离川: 6,
  去世: 7,
};

/** One after the other: by day, then certificates and titles by number, then movements in the order of `domain.md` §3. */
function happeningsUntil(person: Person, day: Day): readonly Happening[] {
  const all: Happening[] = [];
  for (const certificate of person.certificates.values())
    all.push({ on: certificate.issuedOn, rank: 0, number: certificate.number, certificate });
  for (const title of person.titles.values())
    all.push({ on: title.approvedOn, rank: 0, number: title.number ?? "", title });
  for (const movement of person.movements.values())
    all.push({ on: movement.on, rank: MOVEMENT_RANK[movement.kind]!, number: "", movement });
  return all
    .filter((one) => one.on <= day)
    .sort((a, b) => compare(a.on, b.on) || a.rank - b.rank || compare(a.number, b.number));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The unit where the latest event up to the day puts the person; null when at none. */
function unitOf(person: Person, day: Day): string | null {
  let unit: string | null = null;
  for (const { certificate, title, movement } of happeningsUntil(person, day)) {
    if (certificate) unit = certificate.unit;
    else if (title) unit = title.unit;
    else if (movement) {
      const { kind, from, to } = movement;
      if (kind === "去世") return null;
      if (kind === "调入" || kind === "返聘") unit = to;
      else if (kind === "退休" || kind === "离川") unit = null;
      else if (to !== null) unit = to;
      else if (from === null || unit === from) unit = null;
    }
  }
  return unit;
}

/** The highest level held at the day, 0 for 学徒工 to 7 for 首席技师; null for none. */
function levelOf(world: World, person: Person, day: Day, definition: CoverageDefinition): number | null {
  let highest: number | null = null;
  for (const certificate of person.certificates.values()) {
    if (certificate.issuedOn > day) continue;
    if (certificate.withdrawnOn !== null && certificate.withdrawnOn <= day) continue;
    if (certificate.qualification && !definition.qualifications) continue;
    if (!certificate.qualification && !definition.outsideCertificates && isOutside(world, certificate)) continue;
    if (highest === null || certificate.level > highest) highest = certificate.level;
  }
  for (const title of person.titles.values()) {
    if (title.approvedOn > day) continue;
    if (title.cancelledOn !== null && title.cancelledOn <= day) continue;
    if (highest === null || title.level > highest) highest = title.level;
  }
  return highest;
}

/** By a body that is neither the employer nor its group: seen from the number's first 13 characters. */
function isOutside(world: World, certificate: Certificate): boolean {
  const issuer = certificate.number.slice(0, 13);
  const employer = world.units.get(certificate.unit);
  if (!employer) return true;
  const family = [employer.code, ...employer.attributes.group.map((entry) => entry.value as string | null)];
  return !family.some(
    (code) =>
      code !== null && [...(world.units.get(code)?.terms.values() ?? [])].some((term) => term.number === issuer),
  );
}

/** By the latest certificate that states a 用工形式. */
function isIntern(person: Person, day: Day): boolean {
  let employment: string | null = null;
  for (const { certificate } of happeningsUntil(person, day))
    if (certificate && certificate.employment !== null) employment = certificate.employment;
  return employment === "实习";
}

/** Holders by unit and level, 学徒工 first: everyone once, where they are and at their highest level. */
type Heads = ReadonlyMap<string, readonly number[]>;

const headsKept = new WeakMap<World, Map<string, Heads>>();

/** Counting everyone takes a while, so each day and definition is counted once. */
function countHeads(world: World, day: Day, definition: CoverageDefinition): Heads {
  const kept = headsKept.get(world) ?? new Map<string, Heads>();
  headsKept.set(world, kept);
  const key = `${day} ${definition.interns} ${definition.outsideCertificates} ${definition.qualifications}`;
  const before = kept.get(key);
  if (before) return before;
  const heads = new Map<string, number[]>();
  for (const person of world.people.values()) {
    const unit = unitOf(person, day);
    const level = levelOf(world, person, day, definition);
    if (unit === null || level === null) continue;
    if (!definition.interns && isIntern(person, day)) continue;
    const steps = heads.get(unit) ?? [0, 0, 0, 0, 0, 0, 0, 0];
    steps[level]!++;
    heads.set(unit, steps);
  }
  kept.set(key, heads);
  return heads;
}

function certifiedIn(steps: readonly number[] | undefined, apprentices: boolean): number {
  return (steps ?? []).reduce((sum, count, level) => (level === 0 && !apprentices ? sum : sum + count), 0);
}

// --------------------------------------------------------------------------------------------------- the population

function withdrawnBy(term: Term, day: Day): boolean {
  return term.withdrawnOn !== null && term.withdrawnOn <= day;
}

type Standing = "IN" | "BY_GRACE" | "OUT";

/** 三(一) and the decisions F1, F2, F4. */
function standingOf(unit: Unit, ownership: Ownership, day: Day): Standing {
  const terms = [...unit.terms.values()];
  const inForce = terms.filter((term) => term.from <= day && day <= term.until && !withdrawnBy(term, day));
  // F2: withdrawn, with nothing in force and nothing that ran out after the withdrawal.
  const withdrawn = terms.filter((term) => withdrawnBy(term, day));
  const left = withdrawn.some(
    (gone) =>
      inForce.length === 0 &&
      !terms.some((term) => !withdrawnBy(term, day) && term.until < day && term.until > gone.withdrawnOn!) &&
      !withdrawn.some((other) => other.withdrawnOn! > gone.withdrawnOn!),
  );
  if (left) return "OUT";
  if (ownership === "PROVINCIAL_SOE" || ownership === "LOCAL_SOE") return "IN";
  if (inForce.length > 0) return "IN";
  return terms.some((term) => term.from <= day && !withdrawnBy(term, day) && day <= plusDays(term.until, 180))
    ? "BY_GRACE"
    : "OUT";
}

interface UnitAtDay {
  readonly unit: Unit;
  readonly attributes: Attributes;
  readonly standing: Standing;
}

function responsibilityOf(attributes: Attributes): string {
  return attributes.responsibility ?? attributes.city;
}

/** Where no county is stated, the city stands for it. */
function countyOf(attributes: Attributes): string {
  return attributes.county ?? attributes.city;
}

/** A unit of no group is one by itself, and so a parent stands in its own group. */
function groupOf({ unit, attributes }: UnitAtDay): string {
  return attributes.group ?? unit.code;
}

function sectorOf(attributes: Attributes): string {
  return attributes.sector ?? "O0";
}

function lets(filter: CoverageFilter, unit: Unit, attributes: Attributes): boolean {
  const among = <T>(list: readonly T[] | undefined, value: T): boolean => list === undefined || list.includes(value);
  return (
    among(filter.cities, attributes.city) &&
    among(filter.counties, countyOf(attributes)) &&
    among(filter.responsibilities, responsibilityOf(attributes)) &&
    among(filter.sectorSystems, systemOf(sectorOf(attributes))) &&
    among(filter.sectors, sectorOf(attributes)) &&
    among(filter.ownerships, attributes.ownership) &&
    among(filter.creditCodes, unit.code) &&
    (filter.inShortage === undefined || attributes.shortage === filter.inShortage)
  );
}

const unitsKept = new WeakMap<World, Map<Day, readonly UnitAtDay[]>>();

function unitsAt(world: World, day: Day, filter: CoverageFilter): readonly UnitAtDay[] {
  const kept = unitsKept.get(world) ?? new Map<Day, readonly UnitAtDay[]>();
  unitsKept.set(world, kept);
  const all =
    kept.get(day) ??
    [...world.units.values()].map((unit) => {
      const attributes = attributesAt(unit, day);
      return { unit, attributes, standing: standingOf(unit, attributes.ownership, day) };
    });
  kept.set(day, all);
  return all.filter(({ unit, attributes }) => lets(filter, unit, attributes));
}

function keyOf(member: UnitAtDay, groupBy: readonly CoverageDimension[]): GroupKey {
  const { unit, attributes } = member;
  const key: Record<string, string> = {};
  for (const dimension of groupBy) {
    if (dimension === "CITY") key.cityCode = attributes.city;
    else if (dimension === "COUNTY") key.countyCode = countyOf(attributes);
    else if (dimension === "RESPONSIBILITY") key.responsibilityCode = responsibilityOf(attributes);
    else if (dimension === "SECTOR_SYSTEM") key.sectorSystem = systemOf(sectorOf(attributes));
    else if (dimension === "SECTOR") key.sectorCode = sectorOf(attributes);
    else if (dimension === "OWNERSHIP") key.ownership = attributes.ownership;
    else if (dimension === "GROUP") key.groupCode = groupOf(member);
    else key.creditCode = unit.code;
  }
  return key as GroupKey;
}

// --------------------------------------------------------------------------------------------------------- coverage

/** What a unit's latest report up to the day gives, when it is usable on this basis (F5, F6, F8). */
function reportOf(unit: Unit, day: Day, request: CoverageRequest): { headcount: number; own: number } | null {
  const latest = [...unit.reports.keys()]
    .filter((quarterEnd) => quarterEnd <= day)
    .sort()
    .at(-1);
  if (latest === undefined) return null;
  if (day >= quarterEndAfter(quarterEndAfter(latest))) return null;
  const report = unit.reports.get(latest)!;
  const cell = (column: string): number | null => (report.get(column) ?? null) as number | null;
  const headcount = headcountIn(report, request.definition);
  const levels = ["初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"].map(cell);
  const apprentices = request.definition.apprentices ? (cell("学徒工") ?? 0) : 0;
  let own: number | null = null;
  if (levels.some((count) => count !== null))
    own = levels.reduce<number>((sum, count) => sum + (count ?? 0), 0) + apprentices;
  else if (cell("持证人数合计") !== null) own = cell("持证人数合计")! + apprentices;
  if (request.basis === "REPORTED") return own === null ? null : { headcount, own };
  return { headcount, own: own ?? 0 };
}

function headcountIn(report: ReadonlyMap<string, unknown>, definition: CoverageDefinition): number {
  const all = report.get("技能岗位从业人员合计") as number;
  return definition.interns ? all : all - ((report.get("其中：实习人员") ?? 0) as number);
}

/** The newest report however old, else 一线技能职工人数; null when neither is known (F9). */
function lastKnownOf(unit: Unit, day: Day, definition: CoverageDefinition): number | null {
  const newest = [...unit.reports.keys()]
    .filter((quarterEnd) => quarterEnd <= day)
    .sort()
    .at(-1);
  return newest === undefined ? unit.frontline : headcountIn(unit.reports.get(newest)!, definition);
}

export function bruteCoverage(world: World, request: CoverageRequest): readonly ReferenceCoverage[] {
  const { asOf, definition, groupBy, filter } = request;
  const heads = countHeads(world, asOf, definition);
  const groups = new Map<string, { key: GroupKey; members: UnitAtDay[] }>();
  for (const member of unitsAt(world, asOf, filter)) {
    if (member.standing === "OUT") continue;
    const key = keyOf(member, groupBy);
    const text = JSON.stringify(key);
    const group = groups.get(text) ?? { key, members: [] };
    group.members.push(member);
    groups.set(text, group);
  }
  if (groupBy.length === 0 && groups.size === 0) groups.set("{}", { key: {}, members: [] });
  return [...groups.values()].map(({ key, members }) => coverageOf(members, key, heads, request));
}

function coverageOf(
  members: readonly UnitAtDay[],
  key: GroupKey,
  heads: Heads,
  request: CoverageRequest,
): ReferenceCoverage {
  const counts = {
    group: key,
    enterpriseCount: members.length,
    unreportedEnterpriseCount: 0,
    overdueEnterpriseCount: 0,
    lapsedEnterpriseCount: members.filter((member) => member.standing === "BY_GRACE").length,
    faultyEnterpriseCount: 0,
    targetedEnterpriseCount: 0,
    attainingEnterpriseCount: 0,
    skilledHeadcount: 0,
    certifiedHeadcount: 0,
    certifiedOnRegister: 0,
    certifiedAtUnreported: 0,
    certifiedOverHeadcount: 0,
    lastKnownHeadcount: 0,
    unitGapHeadcount: 0,
    ownerships: CLASSES.filter((ownership) => members.some((member) => member.attributes.ownership === ownership)),
  };
  for (const { unit, attributes } of members) {
    const onRegister = certifiedIn(heads.get(unit.code), request.definition.apprentices);
    counts.certifiedOnRegister += onRegister;
    const report = reportOf(unit, request.asOf, request);
    if (report === null) {
      counts.unreportedEnterpriseCount++;
      // Overdue: it has reported before and has nothing fresh, whatever the basis (F17).
      const fresh = reportOf(unit, request.asOf, { ...request, basis: "REGISTER" });
      const everReported = [...unit.reports.keys()].some((quarterEnd) => quarterEnd <= request.asOf);
      if (everReported && fresh === null) counts.overdueEnterpriseCount++;
      counts.certifiedAtUnreported += onRegister;
      counts.lastKnownHeadcount += lastKnownOf(unit, request.asOf, request.definition) ?? 0;
      continue;
    }
    const certified = request.basis === "REGISTER" ? onRegister : report.own;
    const counted = Math.min(certified, report.headcount);
    const faulty = certified > report.headcount;
    counts.skilledHeadcount += report.headcount;
    counts.certifiedHeadcount += counted;
    counts.certifiedOverHeadcount += Math.max(0, onRegister - report.headcount);
    if (faulty) counts.faultyEnterpriseCount++;
    const percent = TARGET_PERCENT[attributes.ownership];
    if (percent === undefined || report.headcount === 0) continue;
    counts.targetedEnterpriseCount++;
    if (!faulty && 100 * certified >= percent * report.headcount) counts.attainingEnterpriseCount++;
    counts.unitGapHeadcount += neededFor(percent, report.headcount, counted);
  }
  const percent = targetOf(counts.ownerships, key, request.filter);
  const low = counts.skilledHeadcount + counts.lastKnownHeadcount;
  return {
    ...counts,
    rate: counts.skilledHeadcount === 0 ? null : counts.certifiedHeadcount / counts.skilledHeadcount,
    rateLow: low === 0 ? null : counts.certifiedHeadcount / low,
    reportingRate: members.length === 0 ? null : (members.length - counts.unreportedEnterpriseCount) / members.length,
    target: percent === null ? null : percent / 100,
    gapHeadcount:
      percent === null || counts.skilledHeadcount === 0
        ? null
        : neededFor(percent, counts.skilledHeadcount, counts.certifiedHeadcount),
  };
}

function neededFor(percent: number, headcount: number, certified: number): number {
  let needed = certified;
  while (100 * needed < percent * headcount) needed++;
  return needed - certified;
}

/** F18: every unit of one class that has a target, or the class the only one that is let in. */
function targetOf(ownerships: readonly Ownership[], key: GroupKey, filter: CoverageFilter): number | null {
  const only =
    key.ownership ??
    (ownerships.length === 1 ? ownerships[0] : filter.ownerships?.length === 1 ? filter.ownerships[0] : undefined);
  return only === undefined ? null : (TARGET_PERCENT[only] ?? null);
}

// ---------------------------------------------------------------------------------------------------- the structure

export interface ReferencePyramid {
  readonly group: GroupKey;
  readonly steps: readonly number[];
  readonly peopleCount: number;
  readonly certifiedCount: number;
  readonly highSkilledCount: number;
  readonly highSkilledShare: number | null;
  readonly certifiedInRate: number;
  readonly certifiedAtUnreported: number;
  readonly certifiedOverHeadcount: number;
}

export function brutePyramid(world: World, request: CoverageRequest): readonly ReferencePyramid[] {
  const heads = countHeads(world, request.asOf, request.definition);
  return bruteCoverage(world, request).map((coverage) => {
    const members = unitsAt(world, request.asOf, request.filter).filter(
      (member) =>
        member.standing !== "OUT" && JSON.stringify(keyOf(member, request.groupBy)) === JSON.stringify(coverage.group),
    );
    const steps = [0, 0, 0, 0, 0, 0, 0, 0];
    for (const { unit } of members)
      for (const [level, count] of (heads.get(unit.code) ?? []).entries()) steps[level]! += count;
    const certifiedCount = certifiedIn(steps, false);
    const highSkilledCount = steps.slice(3).reduce((sum, count) => sum + count, 0);
    return {
      group: coverage.group,
      steps,
      peopleCount: certifiedCount + steps[0]!,
      certifiedCount,
      highSkilledCount,
      highSkilledShare: certifiedCount === 0 ? null : highSkilledCount / certifiedCount,
      certifiedInRate: coverage.certifiedHeadcount,
      certifiedAtUnreported: coverage.certifiedAtUnreported,
      certifiedOverHeadcount: coverage.certifiedOverHeadcount,
    };
  });
}

/** Holders who work at a unit that is outside the population, or that nobody knows. */
export function bruteOutsidePopulation(world: World, day: Day, definition: CoverageDefinition): number {
  const inside = new Set(
    unitsAt(world, day, {})
      .filter((member) => member.standing !== "OUT")
      .map((member) => member.unit.code),
  );
  let count = 0;
  for (const [unit, steps] of countHeads(world, day, definition))
    if (!inside.has(unit)) count += certifiedIn(steps, definition.apprentices);
  return count;
}

// ------------------------------------------------------------------------------------------------------- the titles

export interface ReferenceTitles {
  readonly level: "SPECIAL_TECHNICIAN" | "CHIEF_TECHNICIAN";
  readonly appraised: number;
  readonly cancelled: number;
  readonly net: number;
  readonly inOffice: number;
  readonly byBatch: readonly {
    readonly year: number;
    readonly appraised: number;
    readonly cancelled: number;
    readonly net: number;
  }[];
}

const BATCH_YEARS = [2024, 2025, 2026, 2027];

export function bruteQuota(world: World, day: Day, filter: CoverageFilter): readonly ReferenceTitles[] {
  return (["CHIEF_TECHNICIAN", "SPECIAL_TECHNICIAN"] as const).map((level) => {
    const index = level === "CHIEF_TECHNICIAN" ? 7 : 6;
    const byBatch = BATCH_YEARS.map((year) => ({ year, appraised: 0, cancelled: 0, net: 0 }));
    let inOffice = 0;
    for (const person of world.people.values()) {
      const first = firstApproval(person, index, day);
      const batch = first && byBatch.find((one) => one.year === first.batchYear);
      if (first && batch && titleLets(world, first, day, filter)) {
        batch.appraised++;
        // A title is lost once, by whichever of its approvals the list strikes out.
        if (
          [...person.titles.values()].some(
            (title) => title.level === index && title.cancelledOn !== null && title.cancelledOn <= day,
          )
        )
          batch.cancelled++;
        batch.net = batch.appraised - batch.cancelled;
      }
      const office = officeOf(person, day);
      if (office && office.level === index && titleLets(world, office, day, filter)) inOffice++;
    }
    const sum = (field: "appraised" | "cancelled" | "net"): number =>
      byBatch.reduce((total, batch) => total + batch[field], 0);
    return { level, appraised: sum("appraised"), cancelled: sum("cancelled"), net: sum("net"), inOffice, byBatch };
  });
}

function firstApproval(person: Person, level: number, day: Day): Title | null {
  return (
    [...person.titles.values()]
      .filter((title) => title.level === level && !title.again && title.approvedOn <= day)
      .sort((a, b) => compare(a.approvedOn, b.approvedOn))[0] ?? null
  );
}

/** The title whose term is in force at the day; null for whoever is cancelled, retired, dead or gone. */
function officeOf(person: Person, day: Day): Title | null {
  if (!maybeInPost(person, day)) return null;
  const titles = [...person.titles.values()].filter((title) => title.approvedOn <= day);
  // A chief's term ends the special one, whatever becomes of the chief.
  const chiefBegan = titles.some(
    (title) => title.level === 7 && termOf(title).starts <= day && !cancelledBy(title, termOf(title).starts),
  );
  const running = titles.filter(
    (title) =>
      !cancelledBy(title, day) &&
      termOf(title).starts <= day &&
      day <= termOf(title).ends &&
      !(title.level === 6 && chiefBegan),
  );
  return running.sort((a, b) => b.level - a.level || compare(b.approvedOn, a.approvedOn))[0] ?? null;
}

/** Not retired or dead by the day, nor out of Sichuan at it: whoever works at a unit again has come back. */
function maybeInPost(person: Person, day: Day): boolean {
  let away = false;
  for (const { movement } of happeningsUntil(person, day)) {
    if (movement?.kind === "退休" || movement?.kind === "去世") return false;
    if (movement?.kind === "离川") away = true;
    else if (!movement || movement.to !== null) away = false;
  }
  return !away;
}

function cancelledBy(title: Title, day: Day): boolean {
  return title.cancelledOn !== null && title.cancelledOn <= day;
}

/** From the 1st of the month after approval, three years. */
function termOf(title: Title): { starts: Day; ends: Day } {
  const [year, month] = [Number(title.approvedOn.slice(0, 4)), Number(title.approvedOn.slice(5, 7))];
  const starts = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return { starts, ends: plusDays(`${Number(starts.slice(0, 4)) + 3}${starts.slice(4)}`, -1) };
}

/** F14: by the title's unit and what that unit is at the day; an unknown unit counts in the province only. */
function titleLets(world: World, title: Title, day: Day, filter: CoverageFilter): boolean {
  if (Object.values(filter).every((value) => value === undefined)) return true;
  const unit = world.units.get(title.unit);
  return unit !== undefined && lets(filter, unit, attributesAt(unit, day));
}

// ------------------------------------------------------------------------------------------------------- the launch

export interface ReferenceLaunch {
  readonly ownership: Ownership;
  readonly launched: number;
  readonly inScope: number;
}

/** F15. */
export function bruteLaunch(world: World, day: Day, filter: CoverageFilter): readonly ReferenceLaunch[] {
  return (["PROVINCIAL_SOE", "LOCAL_SOE", "LARGE_PRIVATE"] as const).map((ownership) => {
    const known = unitsAt(world, day, filter).filter((member) => member.attributes.ownership === ownership);
    const launched = known.filter(({ unit }) => unit.launchedOn !== null && unit.launchedOn <= day);
    if (ownership !== "PROVINCIAL_SOE") return { ownership, launched: launched.length, inScope: known.length };
    const directory = [...world.units.values()].some(
      (unit) => unit.inDirectory && attributesAt(unit, day).ownership === ownership,
    );
    if (!directory) return { ownership, launched: launched.length, inScope: 0 };
    const scope = ({ unit, attributes }: UnitAtDay): boolean => unit.inDirectory && attributes.mainlySkilled === true;
    return { ownership, launched: launched.filter(scope).length, inScope: known.filter(scope).length };
  });
}
