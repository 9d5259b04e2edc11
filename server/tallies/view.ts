import type {
  CountSource,
  CoverageCounts,
  CoverageDimension,
  CoverageFilter,
  CoverageRequest,
  GroupKey,
  LaunchCounts,
  LevelCounts,
  TitleCounts,
} from "../figures/shapes.ts";
import { addQuarters, type Day, dayNumber } from "../policy/day.ts";
import { type CoverageDefinition, HEADLINE } from "../policy/definition.ts";
import { filingStatus, populationMark } from "../policy/filing-status.ts";
import { SKILL_LEVELS } from "../policy/levels.ts";
import { attains, coverageTarget, gap, TITLE_BATCH_YEARS } from "../policy/targets.ts";
import { isTermInForce, titleTerm } from "../policy/title-terms.ts";
import { mayHoldOffice } from "../policy/whereabouts.ts";
import type { FilingStatus, Ownership } from "../policy/words.ts";
import type { Heads } from "./heads.ts";
import type { TitleHolder, TitleRow } from "./load-titles.ts";
import type { Report, Segment, Term, Unit } from "./load-units.ts";
import { OFFICIAL_ORDER, systemOf } from "./places.ts";

const LEVELS = SKILL_LEVELS.length;

/** The ledger's columns at one revision. */
export interface Columns {
  readonly revision: number;
  readonly units: readonly Unit[];
  readonly unitById: ReadonlyMap<number, number>;
  readonly titleHolders: readonly TitleHolder[];
  readonly firstRecordedOn: Day | null;
  readonly unknownUnits: readonly number[];
}

/** An enterprise as of a day. */
export interface UnitView {
  readonly creditCode: string;
  readonly name: string;
  readonly ownership: Ownership;
  readonly responsibilityCode: string;
  readonly department: string | null;
  readonly cityCode: string;
  readonly countyCode: string;
  readonly sectorCode: string;
  readonly inShortage: boolean;
  readonly mainlySkilled: boolean | null;
  readonly groupCode: string;
  readonly launchedOn: Day | null;
  readonly frontlineHeadcount: number | null;
  readonly terms: readonly Term[];
  filingStatus(day: Day): FilingStatus;
}

/** One unit on one day, before any basis or definition. */
interface UnitDay {
  readonly segment: Segment;
  readonly inPopulation: boolean;
  readonly byGrace: boolean;
  readonly report: Report | null;
  readonly lastReport: Report | null;
}

/** Heads by place × 8 + level; places from `units.length` on are units that the ledger does not know. */
export type HeadsByDefinition = (definition: CoverageDefinition) => Heads;

/**
 * One view of the ledger at one revision: all counts that figures ask for, from columns in memory. The headline comes
 * from the maintained deltas; another definition from lines that were counted for it before the view was handed out.
 */
export class LedgerView implements CountSource {
  readonly revision: number;
  readonly #days = new Map<Day, readonly UnitDay[]>();
  readonly #heads = new Map<string, Int32Array>();

  constructor(
    readonly columns: Columns,
    readonly today: Day,
    readonly headsOf: HeadsByDefinition,
    readonly asKnownAt?: (day: Day) => CountSource,
  ) {
    this.revision = columns.revision;
  }

  get firstRecordedOn(): Day | null {
    return this.columns.firstRecordedOn;
  }

  // ------------------------------------------------------------------------------------------------------ enterprises

  unit(creditCode: string, asOf: Day = this.today): UnitView | null {
    const unit = this.columns.units.find((candidate) => candidate.creditCode === creditCode);
    return unit ? unitView(unit, asOf) : null;
  }

  /** The enterprises that a filter lets in, as of a day, by credit code; those outside the population too. */
  units(filter: CoverageFilter, asOf: Day): readonly UnitView[] {
    const lets = filterOf(filter);
    return this.columns.units
      .filter((unit) => lets(unit.creditCode, segmentOn(unit, asOf)))
      .map((unit) => unitView(unit, asOf));
  }

  // ------------------------------------------------------------------------------------------------------ coverage

  countCoverage(request: CoverageRequest): readonly CoverageCounts[] {
    const { asOf, definition, basis } = request;
    const heads = this.#headsAt(asOf, definition);
    const lowest = definition.apprentices ? 0 : 1;
    const groups = new Grouping<MutableCounts>(request.groupBy, (group) => ({
      ...NOTHING,
      group,
      classes: new Set<Ownership>(),
    }));
    const lets = filterOf(request.filter);
    this.#on(asOf).forEach((day, place) => {
      const unit = this.columns.units[place]!;
      if (!day.inPopulation || !lets(unit.creditCode, day.segment)) return;
      const counts = groups.of(unit.creditCode, day.segment);
      const onRegister = sumLevels(heads, place, lowest);
      counts.classes.add(day.segment.ownership);
      counts.enterpriseCount++;
      if (day.byGrace) counts.lapsedEnterpriseCount++;
      counts.certifiedOnRegister += onRegister;
      const certified = basis === "REGISTER" ? onRegister : ownCount(day.report, definition);
      if (day.report === null || certified === null) {
        counts.unreportedEnterpriseCount++;
        // A fresh report that merely lacks its own count of holders is not overdue.
        if (day.lastReport && day.report === null) counts.overdueEnterpriseCount++;
        counts.certifiedAtUnreported += onRegister;
        counts.lastKnownHeadcount += day.lastReport
          ? headcountOf(day.lastReport, definition)
          : (unit.frontlineHeadcount ?? 0);
        return;
      }
      const headcount = headcountOf(day.report, definition);
      const counted = Math.min(certified, headcount);
      counts.skilledHeadcount += headcount;
      counts.certifiedHeadcount += counted;
      counts.certifiedOverHeadcount += Math.max(0, onRegister - headcount);
      if (certified > headcount) counts.faultyEnterpriseCount++;
      const target = coverageTarget(day.segment.ownership);
      if (target && headcount > 0) {
        counts.targetedEnterpriseCount++;
        // More holders than staff is a fault of the data, not an attainment.
        if (certified <= headcount && attains(certified, headcount, target.percent)) counts.attainingEnterpriseCount++;
        counts.unitGapHeadcount += gap(counted, headcount, target.percent);
      }
    });
    return groups.rows().map(({ classes, ...counts }) => ({ ...counts, ownerships: [...classes] }));
  }

  countLevels(request: CoverageRequest): readonly LevelCounts[] {
    const heads = this.#headsAt(request.asOf, request.definition);
    const groups = new Grouping<{ group: GroupKey; steps: number[] }>(request.groupBy, (group) => ({
      group,
      steps: new Array(LEVELS).fill(0),
    }));
    const lets = filterOf(request.filter);
    this.#on(request.asOf).forEach((day, place) => {
      const unit = this.columns.units[place]!;
      if (!day.inPopulation || !lets(unit.creditCode, day.segment)) return;
      const { steps } = groups.of(unit.creditCode, day.segment);
      for (let level = 0; level < LEVELS; level++) steps[level]! += heads[place * LEVELS + level]!;
    });
    return groups.rows();
  }

  compareGroups(a: GroupKey, b: GroupKey): number {
    // A group's fields stand in the order of the dimensions asked for.
    const order = (group: GroupKey) => Object.entries(group).map(([field, value]) => ORDER_OF_FIELD.get(field)!(value));
    return compareOrders(order(a), order(b));
  }

  countOutsidePopulation(asOf: Day): number {
    const heads = this.#headsAt(asOf, HEADLINE);
    let count = 0;
    this.#on(asOf).forEach((day, place) => {
      if (!day.inPopulation) count += sumLevels(heads, place, 1);
    });
    const known = this.columns.units.length;
    for (let place = known; place < known + this.columns.unknownUnits.length; place++)
      count += sumLevels(heads, place, 1);
    return count;
  }

  // ------------------------------------------------------------------------------------------------------ titles, launch

  countTitles(asOf: Day, filter: CoverageFilter): readonly TitleCounts[] {
    const unfiltered = Object.values(filter).every((value) => value === undefined);
    const lets = filterOf(filter);
    const inside = (title: TitleRow) => {
      if (unfiltered) return true;
      const place = this.columns.unitById.get(title.unit);
      if (place === undefined) return false;
      const unit = this.columns.units[place]!;
      return lets(unit.creditCode, segmentOn(unit, asOf));
    };
    const counts = { CHIEF_TECHNICIAN: new TitleTally(), SPECIAL_TECHNICIAN: new TitleTally() };
    for (const holder of this.columns.titleHolders) {
      const approved = holder.titles.filter((title) => title.approvedOn <= asOf);
      for (const level of ["CHIEF_TECHNICIAN", "SPECIAL_TECHNICIAN"] as const) {
        const mine = approved.filter((title) => title.level === level);
        const first = firstAppraisal(mine);
        if (first && inside(first)) counts[level].add(first.batchYear, isCancelled(mine, asOf));
      }
      const office = officeOf(holder, approved, asOf);
      if (office && inside(office)) counts[office.level].inOffice++;
    }
    return (["CHIEF_TECHNICIAN", "SPECIAL_TECHNICIAN"] as const).map((level) => ({
      level,
      byBatch: counts[level].rows(),
      inOffice: counts[level].inOffice,
    }));
  }

  countLaunches(asOf: Day, filter: CoverageFilter): readonly LaunchCounts[] {
    const lets = filterOf(filter);
    const counts = new Map<Ownership, { launched: number; inScope: number; directoryKnown: boolean }>();
    for (const unit of this.columns.units) {
      const segment = segmentOn(unit, asOf);
      const row = counts.get(segment.ownership) ?? { launched: 0, inScope: 0, directoryKnown: false };
      counts.set(segment.ownership, row);
      if (unit.inDirectory) row.directoryKnown = true;
    }
    for (const unit of this.columns.units) {
      const segment = segmentOn(unit, asOf);
      if (!lets(unit.creditCode, segment)) continue;
      const row = counts.get(segment.ownership)!;
      const byDirectory = segment.ownership === "PROVINCIAL_SOE" && row.directoryKnown;
      const inScope =
        segment.ownership === "PROVINCIAL_SOE" ? unit.inDirectory && segment.mainlySkilled === true : true;
      if (inScope) row.inScope++;
      if ((inScope || !byDirectory) && unit.launchedOn !== null && unit.launchedOn <= asOf) row.launched++;
    }
    return [...counts.entries()].map(([ownership, row]) => ({ ownership, ...row }));
  }

  // ------------------------------------------------------------------------------------------------------ days

  #on(day: Day): readonly UnitDay[] {
    let states = this.#days.get(day);
    if (!states) {
      states = this.columns.units.map((unit) => unitDay(unit, day));
      remember(this.#days, day, states);
    }
    return states;
  }

  #headsAt(day: Day, definition: CoverageDefinition): Int32Array {
    const key = `${day}|${headsKey(definition)}`;
    let heads = this.#heads.get(key);
    if (!heads) {
      heads = this.headsOf(definition).at(dayNumber(day));
      remember(this.#heads, key, heads);
    }
    return heads;
  }
}

/** 学徒工 is a level of its own, so that switch needs no other lines. */
export function headsKey(definition: CoverageDefinition): string {
  return `${definition.interns ? 1 : 0}${definition.outsideCertificates ? 1 : 0}${definition.qualifications ? 1 : 0}`;
}

/** How many days a view keeps in memory. */
const REMEMBERED = 160;

function remember<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (map.size >= REMEMBERED) map.delete(map.keys().next().value as K);
  map.set(key, value);
}

function unitDay(unit: Unit, day: Day): UnitDay {
  const segment = segmentOn(unit, day);
  const mark = populationMark(segment.ownership, unit.terms, unit.planned, day);
  let lastReport: Report | null = null;
  for (const report of unit.reports) if (report.quarterEnd <= day) lastReport = report;
  // Stale from the second quarter-end after its own (DECISIONS F5).
  const usable = lastReport !== null && day < addQuarters(lastReport.quarterEnd, 2);
  return {
    segment,
    inPopulation: mark !== "OUT",
    byGrace: mark === "IN_BY_GRACE",
    report: usable ? lastReport : null,
    lastReport,
  };
}

/** The unit as it was on a day. */
export function segmentOn(unit: Unit, day: Day): Segment {
  let found = unit.segments[0]!;
  for (const segment of unit.segments) if (segment.from <= day) found = segment;
  return found;
}

function unitView(unit: Unit, asOf: Day): UnitView {
  const { from: _from, ...segment } = segmentOn(unit, asOf);
  return {
    creditCode: unit.creditCode,
    ...segment,
    launchedOn: unit.launchedOn,
    frontlineHeadcount: unit.frontlineHeadcount,
    terms: unit.terms,
    filingStatus: (day) => filingStatus(unit.terms, unit.planned, day),
  };
}

function headcountOf(report: Report, definition: CoverageDefinition): number {
  return definition.interns ? report.skilledHeadcount : Math.max(0, report.skilledHeadcount - report.internHeadcount);
}

function ownCount(report: Report | null, definition: CoverageDefinition): number | null {
  if (report === null || report.ownCertifiedCount === null) return null;
  return report.ownCertifiedCount + (definition.apprentices ? report.apprenticeCount : 0);
}

function sumLevels(heads: Int32Array, place: number, lowest: number): number {
  let sum = 0;
  for (let level = lowest; level < LEVELS; level++) sum += heads[place * LEVELS + level]!;
  return sum;
}

// ------------------------------------------------------------------------------------------------------------- filter

type Lets = (creditCode: string, segment: Segment) => boolean;

/** Which units a filter lets in. */
export function filterOf(filter: CoverageFilter): Lets {
  const tests: Lets[] = [];
  const within = (
    values: readonly string[] | undefined | null,
    attribute: (creditCode: string, segment: Segment) => string,
  ) => {
    if (values == null) return;
    const allowed = new Set(values);
    tests.push((creditCode, segment) => allowed.has(attribute(creditCode, segment)));
  };
  within(filter.cities, (_code, segment) => segment.cityCode);
  within(filter.counties, (_code, segment) => segment.countyCode);
  within(filter.responsibilities, (_code, segment) => segment.responsibilityCode);
  within(filter.sectorSystems, (_code, segment) => systemOf(segment.sectorCode));
  within(filter.sectors, (_code, segment) => segment.sectorCode);
  within(filter.ownerships, (_code, segment) => segment.ownership);
  within(filter.creditCodes, (code) => code);
  if (filter.inShortage != null) tests.push((_code, segment) => segment.inShortage === filter.inShortage);
  return (creditCode, segment) => tests.every((test) => test(creditCode, segment));
}

// ------------------------------------------------------------------------------------------------------------- groups

const DIMENSIONS: Readonly<
  Record<
    CoverageDimension,
    {
      readonly field: keyof GroupKey;
      readonly value: (creditCode: string, segment: Segment) => string;
      readonly order: (value: string) => number | string;
    }
  >
> = {
  CITY: { field: "cityCode", value: (_code, segment) => segment.cityCode, order: OFFICIAL_ORDER.city },
  COUNTY: { field: "countyCode", value: (_code, segment) => segment.countyCode, order: OFFICIAL_ORDER.county },
  RESPONSIBILITY: {
    field: "responsibilityCode",
    value: (_code, segment) => segment.responsibilityCode,
    order: OFFICIAL_ORDER.responsibility,
  },
  SECTOR_SYSTEM: {
    field: "sectorSystem",
    value: (_code, segment) => systemOf(segment.sectorCode),
    order: OFFICIAL_ORDER.system,
  },
  SECTOR: { field: "sectorCode", value: (_code, segment) => segment.sectorCode, order: OFFICIAL_ORDER.sector },
  OWNERSHIP: { field: "ownership", value: (_code, segment) => segment.ownership, order: OFFICIAL_ORDER.ownership },
  GROUP: { field: "groupCode", value: (_code, segment) => segment.groupCode, order: (code) => code },
  ENTERPRISE: { field: "creditCode", value: (code) => code, order: (code) => code },
};

const ORDER_OF_FIELD = new Map(Object.values(DIMENSIONS).map(({ field, order }) => [field as string, order]));

/** Rows by the values of the dimensions asked for, in the order of the dimensions, each in its official order. */
export class Grouping<T> {
  readonly #groups = new Map<string, { readonly order: readonly (number | string)[]; readonly row: T }>();

  constructor(
    readonly dimensions: readonly CoverageDimension[],
    readonly make: (group: GroupKey) => T,
  ) {}

  /** The group of a unit; without dimensions there is one group, and no unit is needed. */
  of(creditCode: string, segment: Segment | null): T {
    const values = segment ? this.dimensions.map((dimension) => DIMENSIONS[dimension].value(creditCode, segment)) : [];
    const key = values.join("|");
    let group = this.#groups.get(key);
    if (!group) {
      const fields = Object.fromEntries(
        this.dimensions.map((dimension, index) => [DIMENSIONS[dimension].field, values[index]]),
      );
      const order = this.dimensions.map((dimension, index) => DIMENSIONS[dimension].order(values[index]!));
      group = { order, row: this.make(fields as GroupKey) };
      this.#groups.set(key, group);
    }
    return group.row;
  }

  rows(): T[] {
    return [...this.#groups.values()].sort((a, b) => compareOrders(a.order, b.order)).map((group) => group.row);
  }
}

function compareOrders(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index]! < b[index]!) return -1;
    if (a[index]! > b[index]!) return 1;
  }
  return 0;
}

type MutableCounts = { -readonly [K in keyof Omit<CoverageCounts, "ownerships">]: CoverageCounts[K] } & {
  classes: Set<Ownership>;
};

const NOTHING = {
  enterpriseCount: 0,
  unreportedEnterpriseCount: 0,
  overdueEnterpriseCount: 0,
  lapsedEnterpriseCount: 0,
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
} as const;

// ------------------------------------------------------------------------------------------------------------- titles

class TitleTally {
  inOffice = 0;
  readonly #batches = new Map<number, { appraised: number; cancelled: number }>();

  add(year: number, cancelled: boolean): void {
    const batch = this.#batches.get(year) ?? { appraised: 0, cancelled: 0 };
    batch.appraised++;
    if (cancelled) batch.cancelled++;
    this.#batches.set(year, batch);
  }

  rows(): TitleCounts["byBatch"] {
    return [...this.#batches.entries()].sort(([a], [b]) => a - b).map(([year, batch]) => ({ year, ...batch }));
  }
}

/** The approval by which a person counts: the first in the batches of 2024 to 2027; a renewal never (`domain.md` §3, Titles). */
function firstAppraisal(titles: readonly TitleRow[]): TitleRow | null {
  const counted = titles.filter((title) => !title.again && TITLE_BATCH_YEARS.some((year) => year === title.batchYear));
  return counted.reduce<TitleRow | null>(
    (first, title) =>
      first === null ||
      title.approvedOn < first.approvedOn ||
      (title.approvedOn === first.approvedOn && title.batchYear < first.batchYear)
        ? title
        : first,
    null,
  );
}

/** Cancelled by D, and not approved anew after it. */
function isCancelled(titles: readonly TitleRow[], day: Day): boolean {
  const cancelled = titles.flatMap((title) =>
    title.cancelledOn !== null && title.cancelledOn <= day ? [title.cancelledOn] : [],
  );
  if (cancelled.length === 0) return false;
  const last = cancelled.reduce((a, b) => (a > b ? a : b));
  return !titles.some((title) => title.approvedOn > last && (title.cancelledOn === null || title.cancelledOn > day));
}

/**
 * The title by which a person is in office at D, the higher one first; null when in none. A chief's term that has begun
 * ends the special one for good, also where the chief is cancelled later.
 */
function officeOf(holder: TitleHolder, approved: readonly TitleRow[], day: Day): TitleRow | null {
  if (!mayHoldOffice(holder.facts, day)) return null;
  const chiefs = approved.filter((title) => title.level === "CHIEF_TECHNICIAN");
  const chief = inForceOn(chiefs, day);
  if (chief) return chief;
  const begun = chiefs
    .map((title) => ({ startsOn: titleTerm(title.approvedOn).startsOn, cancelledOn: title.cancelledOn }))
    .filter(({ startsOn, cancelledOn }) => startsOn <= day && (cancelledOn === null || cancelledOn > startsOn));
  const specials = approved.filter((title) => title.level === "SPECIAL_TECHNICIAN");
  return inForceOn(
    specials.filter((title) => !begun.some(({ startsOn }) => title.approvedOn < startsOn)),
    day,
  );
}

/** The latest of the titles of one level whose term is in force at D and which is not cancelled. */
function inForceOn(titles: readonly TitleRow[], day: Day): TitleRow | null {
  if (isCancelled(titles, day)) return null;
  const inForce = titles.filter(
    (title) =>
      (title.cancelledOn === null || title.cancelledOn > day) && isTermInForce(titleTerm(title.approvedOn), day),
  );
  return inForce.reduce<TitleRow | null>(
    (last, title) => (last === null || title.approvedOn >= last.approvedOn ? title : last),
    null,
  );
}
