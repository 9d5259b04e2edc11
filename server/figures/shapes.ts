import type { Day } from "../policy/day.ts";
import type { CoverageDefinition } from "../policy/definition.ts";
import type { SkillLevel } from "../policy/levels.ts";
import type { Ownership, RecognitionMethod, SectorSystem } from "../policy/words.ts";

/** What a figure can be grouped by, in the API's own words. */
export const COVERAGE_DIMENSIONS = [
  "CITY",
  "COUNTY",
  "RESPONSIBILITY",
  "SECTOR_SYSTEM",
  "SECTOR",
  "OWNERSHIP",
  "GROUP",
  "ENTERPRISE",
] as const;
export type CoverageDimension = (typeof COVERAGE_DIMENSIONS)[number];

/** `REGISTER`: from certificates (the headline). `REPORTED`: the units' own counts (the cross-check). */
export type CoverageBasis = "REGISTER" | "REPORTED";

/** OR within a list, AND between; a list left out does not filter, an empty one matches nothing. */
export interface CoverageFilter {
  readonly cities?: readonly string[];
  readonly counties?: readonly string[];
  readonly responsibilities?: readonly string[];
  readonly sectorSystems?: readonly SectorSystem[];
  readonly sectors?: readonly string[];
  readonly ownerships?: readonly Ownership[];
  readonly creditCodes?: readonly string[];
  readonly inShortage?: boolean;
}

/** The values of the dimensions that were asked for; the others are absent. */
export interface GroupKey {
  readonly cityCode?: string;
  readonly countyCode?: string;
  readonly responsibilityCode?: string;
  readonly sectorSystem?: SectorSystem;
  readonly sectorCode?: string;
  readonly ownership?: Ownership;
  readonly groupCode?: string;
  readonly creditCode?: string;
}

export type TargetStatus =
  | "ATTAINED"
  | "TO_CONFIRM"
  | "ON_TRACK"
  | "AT_RISK"
  | "OFF_TRACK"
  | "AWAITING"
  | "MISSED"
  | "ATTAINED_LATE"
  | "NO_TARGET"
  | "NO_DATA";

/** Why there is no figure: 未报送, 逾期未报, 无此类单位, 技能岗位为0, 名录未导入, 名单未导入. */
export type NoDataReason =
  | "UNREPORTED"
  | "OVERDUE"
  | "NO_SUCH_ENTERPRISE"
  | "NO_HEADCOUNT"
  | "NO_DIRECTORY"
  | "NO_LIST";

export interface CoverageRequest {
  readonly asOf: Day;
  readonly groupBy: readonly CoverageDimension[];
  readonly filter: CoverageFilter;
  readonly basis: CoverageBasis;
  readonly definition: CoverageDefinition;
}

/** What a group holds at a day, in whole numbers: all that coverage needs, counted by `tallies`. */
export interface CoverageCounts {
  readonly group: GroupKey;
  readonly enterpriseCount: number;
  readonly unreportedEnterpriseCount: number;
  /** Of the unreported, those that have reported before. */
  readonly overdueEnterpriseCount: number;
  readonly lapsedEnterpriseCount: number;
  readonly faultyEnterpriseCount: number;
  readonly targetedEnterpriseCount: number;
  readonly attainingEnterpriseCount: number;
  /** Σ over reported units. */
  readonly skilledHeadcount: number;
  /** Σ min(certified, headcount) over reported units. */
  readonly certifiedHeadcount: number;
  /** Σ over the whole population, by the register. */
  readonly certifiedOnRegister: number;
  /** By the register: at unreported units, and above the headcount at reported ones. */
  readonly certifiedAtUnreported: number;
  readonly certifiedOverHeadcount: number;
  /** Σ last known headcount of unreported units that have one. */
  readonly lastKnownHeadcount: number;
  /** Σ over units below their own class's target of what each still needs. */
  readonly unitGapHeadcount: number;
  /** The classes that stand in the group. */
  readonly ownerships: readonly Ownership[];
}

/** One coverage figure; `api.md` fixes the names that the API shows. */
export interface CoverageFigure
  extends Omit<CoverageCounts, "ownerships" | "lastKnownHeadcount" | "overdueEnterpriseCount"> {
  readonly asOf: Day;
  readonly rate: number | null;
  readonly rateLow: number | null;
  readonly reportingRate: number | null;
  readonly target: number | null;
  readonly due: Day | null;
  readonly clause: string | null;
  readonly status: TargetStatus;
  readonly noDataReason: NoDataReason | null;
  readonly gapHeadcount: number | null;
  readonly requiredRate: number | null;
  readonly pathFrom: Day | null;
  readonly pathFromRate: number | null;
  readonly lastMonthEnd: Day;
  readonly lastMonthEndRate: number | null;
  readonly rateChange: number | null;
  readonly neededPerMonth: number | null;
  readonly recentPerMonth: number | null;
  readonly daysLeft: number | null;
  readonly attainedOnDue: boolean | null;
}

export interface CoverageTrend {
  readonly group: GroupKey;
  readonly points: readonly CoverageFigure[];
}

export interface LevelCounts {
  readonly group: GroupKey;
  /** Eight, lowest first: people at units in the population by their highest level. */
  readonly steps: readonly number[];
}

export interface LevelPyramid {
  readonly group: GroupKey;
  readonly asOf: Day;
  readonly steps: readonly {
    readonly level: SkillLevel;
    readonly peopleCount: number;
    readonly share: number | null;
  }[];
  readonly peopleCount: number;
  readonly certifiedCount: number;
  readonly highSkilledCount: number;
  readonly highSkilledShare: number | null;
  readonly certifiedInRate: number;
  readonly certifiedAtUnreported: number;
  readonly certifiedOverHeadcount: number;
  readonly certifiedOutsidePopulation: number;
}

export type TitleLevel = "SPECIAL_TECHNICIAN" | "CHIEF_TECHNICIAN";

/** Titles of one level at a day, in people. */
export interface TitleCounts {
  readonly level: TitleLevel;
  readonly byBatch: readonly { readonly year: number; readonly appraised: number; readonly cancelled: number }[];
  readonly inOffice: number;
}

export interface QuotaBatch {
  readonly year: number;
  readonly planned: number | null;
  readonly appraised: number;
  readonly cancelled: number;
  readonly net: number;
  readonly plannedCumulative: number | null;
  readonly netCumulative: number;
  readonly closed: boolean;
}

export interface QuotaProgress {
  readonly level: TitleLevel;
  readonly goal: number | null;
  readonly appraised: number;
  readonly cancelled: number;
  readonly net: number;
  readonly inOffice: number;
  readonly remaining: number | null;
  readonly status: TargetStatus;
  readonly noDataReason: NoDataReason | null;
  readonly due: Day;
  readonly lastClosedBatch: number | null;
  readonly plannedByLastClosedBatch: number | null;
  readonly byBatch: readonly QuotaBatch[];
  readonly clause: string;
}

export interface LaunchCounts {
  readonly ownership: Ownership;
  readonly launched: number;
  readonly inScope: number;
  /** A 企业名录 with units of this class has been imported. */
  readonly directoryKnown: boolean;
}

export interface LaunchProgress {
  readonly ownership: Ownership;
  readonly launched: number;
  readonly launchedByDue: number;
  readonly inScope: number;
  readonly target: number | null;
  readonly due: Day | null;
  readonly status: TargetStatus;
  readonly noDataReason: NoDataReason | null;
  readonly clause: string;
}

export interface RecognitionFlow {
  readonly group: GroupKey;
  readonly from: Day;
  readonly to: Day;
  readonly certificateCount: number;
  readonly peopleCount: number;
  readonly firstTimeCount: number;
  readonly promotedCount: number;
  readonly byMethod: readonly { readonly method: RecognitionMethod; readonly certificateCount: number }[];
}

/**
 * The counts that the figures need and `tallies` gives: one view of the ledger at one revision, within one scope.
 * Synchronous, since a view holds its columns in memory; a view for another definition is prepared before it is handed out.
 */
export interface CountSource {
  readonly today: Day;
  /** The day of the ledger's first batch; null on an empty ledger. */
  readonly firstRecordedOn: Day | null;
  countCoverage(request: CoverageRequest): readonly CoverageCounts[];
  countLevels(request: CoverageRequest): readonly LevelCounts[];
  /** The official order of groups of the same dimensions (`reference/`). */
  compareGroups(a: GroupKey, b: GroupKey): number;
  /** Holders (初级工 and above) at no unit of the population, the whole province. */
  countOutsidePopulation(asOf: Day): number;
  countTitles(asOf: Day, filter: CoverageFilter): readonly TitleCounts[];
  countLaunches(asOf: Day, filter: CoverageFilter): readonly LaunchCounts[];
  /** The same ledger as it was known at the end of a past day, where that has been prepared (a due day's closing day). */
  asKnownAt?(day: Day): CountSource;
}
