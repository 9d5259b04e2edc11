import {
  addDays,
  addMonths,
  addQuarters,
  type Day,
  daysBetween,
  firstOfMonth,
  monthEndsBetween,
} from "../policy/day.ts";
import { attains, type CoverageTarget, closingDay, coverageTarget, gap, PATH_BEGINS } from "../policy/targets.ts";
import type { Ownership } from "../policy/words.ts";
import { recordedBy } from "./recorded-by.ts";
import type {
  CountSource,
  CoverageCounts,
  CoverageFigure,
  CoverageRequest,
  CoverageTrend,
  GroupKey,
  NoDataReason,
  TargetStatus,
} from "./shapes.ts";

/** Behind the path by at most so much is 预警, by more 进度滞后 (`domain.md` §3, Status). */
const RISK_POINTS = 0.05;
/** The path is a fraction of days and so a rounded number: on it, or exactly 5 points below it, is meant to the last digit. */
const ROUNDING = 1e-12;
const DAYS_PER_MONTH = 365.25 / 12;

/**
 * Coverage of groups at a day: certified people over skilled headcount, pooled over the reported enterprises of each
 * group (二(二)). An enterprise without a usable report is in neither count of the rate; see `rateLow`.
 */
export function answerCoverage(source: CountSource, request: CoverageRequest): CoverageFigure[] {
  return figuresOn(request, new History(source, request), source);
}

function figuresOn(request: CoverageRequest, history: History, source: CountSource): CoverageFigure[] {
  const counted = history.on(request.asOf);
  const rows = counted.length > 0 || request.groupBy.length > 0 ? counted : [nothing()];
  return rows.map((counts) => figure(counts, request, history, source));
}

/** The same figure at each month's end in [from, to], none after today, at most 120. */
export function answerTrend(
  source: CountSource,
  request: Omit<CoverageRequest, "asOf"> & { readonly from: Day; readonly to: Day },
): CoverageTrend[] {
  const last = request.to < source.today ? request.to : source.today;
  const trends = new Map<string, { group: GroupKey; points: CoverageFigure[] }>();
  const history = new History(source, request);
  for (const asOf of monthEndsBetween(request.from, last)) {
    for (const point of figuresOn({ ...request, asOf }, history, source)) {
      const key = keyOf(point.group);
      const trend = trends.get(key) ?? { group: point.group, points: [] };
      trend.points.push(point);
      trends.set(key, trend);
    }
  }
  return [...trends.values()].sort((a, b) => source.compareGroups(a.group, b.group));
}

function figure(
  counts: CoverageCounts,
  request: CoverageRequest,
  history: History,
  source: CountSource,
): CoverageFigure {
  const { asOf } = request;
  const target = targetOf(counts.ownerships, request);
  const rate = rateOf(counts);
  const path = target ? history.pathOf(counts.group, target, asOf) : null;
  const judged = judge(counts, target, path, request, history, source);
  const lastMonthEnd = addDays(firstOfMonth(asOf), -1);
  const lastMonthEndRate = rateAt(history, lastMonthEnd, counts.group);
  const gapHeadcount =
    target && rate !== null ? gap(counts.certifiedHeadcount, counts.skilledHeadcount, target.percent) : null;
  const daysLeft = target && asOf <= target.due ? daysBetween(asOf, target.due) : null;
  const yearBefore = history.at(addMonths(asOf, -12), counts.group);
  const { ownerships: _classes, lastKnownHeadcount: _lastKnown, overdueEnterpriseCount: _overdue, ...shown } = counts;
  return {
    ...shown,
    asOf,
    rate,
    rateLow: rateLowOf(counts),
    reportingRate:
      counts.enterpriseCount > 0
        ? (counts.enterpriseCount - counts.unreportedEnterpriseCount) / counts.enterpriseCount
        : null,
    target: target ? target.percent / 100 : null,
    due: target?.due ?? null,
    clause: target?.clause ?? null,
    gapHeadcount,
    requiredRate: path && asOf <= path.target.due ? requiredRate(path, asOf) : null,
    pathFrom: path?.from ?? null,
    pathFromRate: path?.fromRate ?? null,
    lastMonthEnd,
    lastMonthEndRate,
    rateChange: rate !== null && lastMonthEndRate !== null ? rate - lastMonthEndRate : null,
    neededPerMonth: gapHeadcount && daysLeft ? gapHeadcount / (daysLeft / DAYS_PER_MONTH) : null,
    recentPerMonth: yearBefore ? (counts.certifiedOnRegister - yearBefore.certifiedOnRegister) / 12 : null,
    daysLeft,
    ...judged,
  };
}

/** The target that binds a group: that of its only class, or of the only class that grouping or filter lets in (DECISIONS F18). */
function targetOf(classes: readonly Ownership[], request: CoverageRequest): CoverageTarget | null {
  const only = classes.length > 0 ? classes : (request.filter.ownerships ?? []);
  return only.length === 1 ? coverageTarget(only[0]!) : null;
}

export function rateOf(counts: CoverageCounts): number | null {
  return counts.skilledHeadcount > 0 ? counts.certifiedHeadcount / counts.skilledHeadcount : null;
}

/** The rate if nobody at the unreported units were certified (DECISIONS F9). */
function rateLowOf(counts: CoverageCounts): number | null {
  const headcount = counts.skilledHeadcount + counts.lastKnownHeadcount;
  return headcount > 0 ? counts.certifiedHeadcount / headcount : null;
}

function rateAt(history: History, day: Day, group: GroupKey): number | null {
  const counts = history.at(day, group);
  return counts ? rateOf(counts) : null;
}

interface Judgement {
  readonly status: TargetStatus;
  readonly noDataReason: NoDataReason | null;
  readonly attainedOnDue: boolean | null;
}

/** The status of a figure (`domain.md` §3): before the due day by the required path, then by what was reached on it. */
function judge(
  counts: CoverageCounts,
  target: CoverageTarget | null,
  path: RequiredPath | null,
  request: CoverageRequest,
  history: History,
  source: CountSource,
): Judgement {
  const noDataReason = whyNoRate(counts);
  const closed = target !== null && request.asOf > closingDay(target.due);
  const then = closed ? history.recordedBy(closingDay(target.due), source).at(target.due, counts.group) : null;
  const onDue = closed && then ? attained(then, target) : null;
  // What was reached on the due day stands beside whatever is known today.
  const attainedOnDue = closed ? onDue !== null : null;
  if (noDataReason) return { status: "NO_DATA", noDataReason, attainedOnDue };
  if (!target) return { status: "NO_TARGET", noDataReason: null, attainedOnDue: null };
  const now = attained(counts, target);
  if (request.asOf <= target.due) {
    const status = now ?? (path ? onPath(rateOf(counts)!, requiredRate(path, request.asOf)) : "ON_TRACK");
    return { status, noDataReason: null, attainedOnDue };
  }
  if (!closed) return { status: "AWAITING", noDataReason: null, attainedOnDue };
  return { status: onDue ?? (now ? "ATTAINED_LATE" : "MISSED"), noDataReason: null, attainedOnDue };
}

function attained(counts: CoverageCounts, target: CoverageTarget): "ATTAINED" | "TO_CONFIRM" | null {
  if (!attains(counts.certifiedHeadcount, counts.skilledHeadcount, target.percent)) return null;
  const confirmed = attains(
    counts.certifiedHeadcount,
    counts.skilledHeadcount + counts.lastKnownHeadcount,
    target.percent,
  );
  return confirmed ? "ATTAINED" : "TO_CONFIRM";
}

export function onPath(rate: number, required: number): TargetStatus {
  if (rate >= required - ROUNDING) return "ON_TRACK";
  return rate >= required - RISK_POINTS - ROUNDING ? "AT_RISK" : "OFF_TRACK";
}

/** Why a group has no rate (DECISIONS F17); null when it has one. */
function whyNoRate(counts: CoverageCounts): NoDataReason | null {
  if (counts.skilledHeadcount > 0) return null;
  if (counts.enterpriseCount === 0) return "NO_SUCH_ENTERPRISE";
  if (counts.unreportedEnterpriseCount < counts.enterpriseCount) return "NO_HEADCOUNT";
  return counts.overdueEnterpriseCount > 0 ? "OVERDUE" : "UNREPORTED";
}

/** The straight line from where a group stood to its target (DECISIONS F10). */
export interface RequiredPath {
  readonly from: Day;
  readonly fromRate: number;
  readonly target: CoverageTarget;
}

export function requiredRate(path: RequiredPath, day: Day): number {
  if (day <= path.from) return path.fromRate;
  const share = daysBetween(path.from, day) / daysBetween(path.from, path.target.due);
  return path.fromRate + (path.target.percent / 100 - path.fromRate) * Math.min(1, share);
}

/** The same groups on other days, each day counted once for all of them. */
class History {
  readonly #days = new Map<
    Day,
    { readonly rows: readonly CoverageCounts[]; readonly byGroup: Map<string, CoverageCounts> }
  >();
  #recorded: History | null = null;

  constructor(
    readonly source: CountSource,
    readonly request: Omit<CoverageRequest, "asOf">,
  ) {}

  on(day: Day): readonly CoverageCounts[] {
    return this.#counted(day).rows;
  }

  at(day: Day, group: GroupKey): CoverageCounts | null {
    return this.#counted(day).byGroup.get(keyOf(group)) ?? null;
  }

  #counted(day: Day) {
    let counted = this.#days.get(day);
    if (!counted) {
      const rows = this.source.countCoverage({ ...this.request, asOf: day });
      counted = { rows, byGroup: new Map(rows.map((counts) => [keyOf(counts.group), counts])) };
      this.#days.set(day, counted);
    }
    return counted;
  }

  /** From the end of 2024, else from the first quarter-end after it at which the group has a rate. */
  pathOf(group: GroupKey, target: CoverageTarget, asOf: Day): RequiredPath | null {
    const last = asOf < target.due ? asOf : target.due;
    for (let day = PATH_BEGINS; day <= last && day < target.due; day = addQuarters(day, 1)) {
      const fromRate = rateAt(this, day, group);
      if (fromRate !== null) return { from: day, fromRate, target };
    }
    return null;
  }

  /** This history as it was recorded by a closing day, where the ledger was in use by then (DECISIONS F11). */
  recordedBy(closing: Day, source: CountSource): History {
    const then = recordedBy(source, closing);
    if (then === source) return this;
    this.#recorded ??= new History(then, this.request);
    return this.#recorded;
  }
}

export function keyOf(group: GroupKey): string {
  return [
    group.cityCode,
    group.countyCode,
    group.responsibilityCode,
    group.sectorSystem,
    group.sectorCode,
    group.ownership,
    group.groupCode,
    group.creditCode,
  ].join("|");
}

function nothing(): CoverageCounts {
  return {
    group: {},
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
    ownerships: [],
  };
}
