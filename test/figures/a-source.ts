import type {
  CountSource,
  CoverageCounts,
  CoverageFilter,
  CoverageRequest,
  GroupKey,
  LaunchCounts,
  LevelCounts,
  TitleCounts,
} from "../../server/figures/shapes.ts";
import type { Day } from "../../server/policy/day.ts";
import { HEADLINE } from "../../server/policy/definition.ts";

/** What stands in a table of counts from a day on, until the next day of it. */
export type FromDay<T> = Readonly<Record<Day, readonly T[]>>;

export interface Counts {
  readonly today?: Day;
  readonly firstRecordedOn?: Day | null;
  readonly coverage?: FromDay<CoverageCounts>;
  readonly levels?: readonly LevelCounts[];
  readonly outsidePopulation?: number;
  readonly titles?: FromDay<TitleCounts>;
  /** The titles that a filter leaves. */
  readonly filteredTitles?: readonly TitleCounts[];
  readonly launches?: FromDay<LaunchCounts>;
  /** The same ledger as it was known by a closing day. */
  readonly knownAt?: Readonly<Record<Day, HandSource>>;
}

/** A source of counts written by hand: plain numbers in, and a tally of how often it was asked. */
export class HandSource implements CountSource {
  readonly today: Day;
  readonly firstRecordedOn: Day | null;
  coverageAsked = 0;

  constructor(readonly counts: Counts) {
    this.today = counts.today ?? "2026-10-31";
    this.firstRecordedOn = counts.firstRecordedOn ?? null;
  }

  countCoverage(request: CoverageRequest): readonly CoverageCounts[] {
    this.coverageAsked++;
    return standingAt(this.counts.coverage, request.asOf);
  }

  countLevels(): readonly LevelCounts[] {
    return this.counts.levels ?? [];
  }

  compareGroups(a: GroupKey, b: GroupKey): number {
    return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
  }

  countOutsidePopulation(): number {
    return this.counts.outsidePopulation ?? 0;
  }

  countTitles(asOf: Day, filter: CoverageFilter): readonly TitleCounts[] {
    const filtered = Object.values(filter).some((value) => value !== undefined);
    return filtered ? (this.counts.filteredTitles ?? []) : standingAt(this.counts.titles, asOf);
  }

  countLaunches(asOf: Day): readonly LaunchCounts[] {
    return standingAt(this.counts.launches, asOf);
  }

  asKnownAt(day: Day): CountSource {
    const then = this.counts.knownAt?.[day];
    if (!then) throw new Error(`this ledger was not asked to remember ${day}`);
    return then;
  }
}

export function aSource(counts: Counts): HandSource {
  return new HandSource(counts);
}

function standingAt<T>(table: FromDay<T> | undefined, asOf: Day): readonly T[] {
  const from = Object.keys(table ?? {})
    .filter((day) => day <= asOf)
    .sort()
    .at(-1);
  return from === undefined ? [] : table![from]!;
}

/** One group in plain numbers: a single local SOE that reported, unless said otherwise. */
export function aGroup(
  certifiedHeadcount: number,
  skilledHeadcount: number,
  others: Partial<CoverageCounts> = {},
): CoverageCounts {
  return {
    group: {},
    enterpriseCount: 1,
    unreportedEnterpriseCount: 0,
    overdueEnterpriseCount: 0,
    lapsedEnterpriseCount: 0,
    faultyEnterpriseCount: 0,
    targetedEnterpriseCount: 1,
    attainingEnterpriseCount: 0,
    skilledHeadcount,
    certifiedHeadcount,
    certifiedOnRegister: certifiedHeadcount,
    certifiedAtUnreported: 0,
    certifiedOverHeadcount: 0,
    lastKnownHeadcount: 0,
    unitGapHeadcount: 0,
    ownerships: ["LOCAL_SOE"],
    ...others,
  };
}

export function aRequest(asOf: Day, others: Partial<CoverageRequest> = {}): CoverageRequest {
  return { asOf, groupBy: [], filter: {}, basis: "REGISTER", definition: HEADLINE, ...others };
}
