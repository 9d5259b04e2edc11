/* Written by scripts/emit-documents.ts from the queries beside it. Do not edit. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type CoverageBasis =
  | 'REGISTER'
  | 'REPORTED';

export type Ownership =
  | 'PROVINCIAL_SOE'
  | 'LOCAL_SOE'
  | 'LARGE_PRIVATE'
  | 'CENTRAL_SOE'
  | 'OTHER';

export type SectorSystem =
  | 'INDUSTRY_5_1'
  | 'AGRICULTURE_10_3'
  | 'SERVICES_4_6'
  | 'SHORTAGE'
  | 'OTHER';

export type SkillLevel =
  | 'APPRENTICE'
  | 'JUNIOR'
  | 'INTERMEDIATE'
  | 'SENIOR'
  | 'TECHNICIAN'
  | 'SENIOR_TECHNICIAN'
  | 'SPECIAL_TECHNICIAN'
  | 'CHIEF_TECHNICIAN';

export type TargetStatus =
  | 'ATTAINED'
  | 'TO_CONFIRM'
  | 'ON_TRACK'
  | 'AT_RISK'
  | 'OFF_TRACK'
  | 'AWAITING'
  | 'MISSED'
  | 'ATTAINED_LATE'
  | 'NO_TARGET'
  | 'NO_DATA';

export type NoDataReason =
  | 'UNREPORTED'
  | 'OVERDUE'
  | 'NO_SUCH_ENTERPRISE'
  | 'NO_HEADCOUNT'
  | 'NO_DIRECTORY'
  | 'NO_LIST';

export type CoverageFilter = {
  readonly cities?: ReadonlyArray<string> | null | undefined;
  readonly counties?: ReadonlyArray<string> | null | undefined;
  readonly responsibilities?: ReadonlyArray<string> | null | undefined;
  readonly sectorSystems?: ReadonlyArray<SectorSystem> | null | undefined;
  readonly sectors?: ReadonlyArray<string> | null | undefined;
  readonly ownerships?: ReadonlyArray<Ownership> | null | undefined;
  readonly creditCodes?: ReadonlyArray<string> | null | undefined;
  readonly inShortage?: boolean | null | undefined;
};

export type CoverageDefinition = {
  readonly apprentices?: boolean | null | undefined;
  readonly interns?: boolean | null | undefined;
  readonly outsideCertificates?: boolean | null | undefined;
  readonly qualifications?: boolean | null | undefined;
};

export type ChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ChoicesQuery = { readonly cities: ReadonlyArray<{ readonly code: string, readonly shortName: string }>, readonly responsibilities: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sectors: ReadonlyArray<{ readonly code: string, readonly name: string, readonly system: SectorSystem }> };

export type UnitNameQueryVariables = Exact<{
  creditCode: string;
}>;


export type UnitNameQuery = { readonly enterprise: { readonly name: string } | null };

export type CoverageFragment = { readonly asOf: string, readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly rateLow: number | null, readonly rateChange: number | null, readonly reportingRate: number | null, readonly target: number | null, readonly due: string | null, readonly clause: string | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number, readonly targetedEnterpriseCount: number, readonly attainingEnterpriseCount: number, readonly neededPerMonth: number | null, readonly recentPerMonth: number | null, readonly daysLeft: number | null, readonly attainedOnDue: boolean | null };

export type FirstQueryVariables = Exact<{
  asOf?: string | null | undefined;
  filter?: CoverageFilter | null | undefined;
  basis?: CoverageBasis | null | undefined;
  definition?: CoverageDefinition | null | undefined;
}>;


export type FirstQuery = { readonly province: ReadonlyArray<{ readonly certifiedOnRegister: number, readonly lapsedEnterpriseCount: number, readonly faultyEnterpriseCount: number, readonly asOf: string, readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly rateLow: number | null, readonly rateChange: number | null, readonly reportingRate: number | null, readonly target: number | null, readonly due: string | null, readonly clause: string | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number, readonly targetedEnterpriseCount: number, readonly attainingEnterpriseCount: number, readonly neededPerMonth: number | null, readonly recentPerMonth: number | null, readonly daysLeft: number | null, readonly attainedOnDue: boolean | null }>, readonly classes: ReadonlyArray<{ readonly ownership: Ownership | null, readonly certifiedOnRegister: number, readonly lapsedEnterpriseCount: number, readonly faultyEnterpriseCount: number, readonly requiredRate: number | null, readonly asOf: string, readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly rateLow: number | null, readonly rateChange: number | null, readonly reportingRate: number | null, readonly target: number | null, readonly due: string | null, readonly clause: string | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number, readonly targetedEnterpriseCount: number, readonly attainingEnterpriseCount: number, readonly neededPerMonth: number | null, readonly recentPerMonth: number | null, readonly daysLeft: number | null, readonly attainedOnDue: boolean | null }>, readonly responsibilities: ReadonlyArray<{ readonly asOf: string, readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly rateLow: number | null, readonly rateChange: number | null, readonly reportingRate: number | null, readonly target: number | null, readonly due: string | null, readonly clause: string | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number, readonly targetedEnterpriseCount: number, readonly attainingEnterpriseCount: number, readonly neededPerMonth: number | null, readonly recentPerMonth: number | null, readonly daysLeft: number | null, readonly attainedOnDue: boolean | null, readonly responsibility: { readonly code: string, readonly name: string } | null }>, readonly responsibilityClasses: ReadonlyArray<{ readonly ownership: Ownership | null, readonly rate: number | null, readonly target: number | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number, readonly responsibility: { readonly code: string } | null }>, readonly enterprises: { readonly edges: ReadonlyArray<{ readonly node: { readonly creditCode: string, readonly name: string, readonly ownership: Ownership, readonly coverage: { readonly gapHeadcount: number | null } } }> }, readonly cities: ReadonlyArray<{ readonly code: string, readonly shortName: string }> };

export type LevelsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  filter?: CoverageFilter | null | undefined;
}>;


export type LevelsQuery = { readonly levelPyramid: ReadonlyArray<{ readonly asOf: string, readonly peopleCount: number, readonly certifiedCount: number, readonly highSkilledCount: number, readonly highSkilledShare: number | null, readonly certifiedInRate: number, readonly certifiedAtUnreported: number, readonly certifiedOverHeadcount: number, readonly certifiedOutsidePopulation: number, readonly steps: ReadonlyArray<{ readonly level: SkillLevel, readonly peopleCount: number, readonly share: number | null }> }> };

export type PlacesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  filter?: CoverageFilter | null | undefined;
  basis?: CoverageBasis | null | undefined;
  definition?: CoverageDefinition | null | undefined;
}>;


export type PlacesQuery = { readonly coverage: ReadonlyArray<{ readonly asOf: string, readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly rateChange: number | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number, readonly city: { readonly code: string, readonly shortName: string } | null }> };

export type PolicyWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyWordsQuery = { readonly policy: { readonly title: string, readonly number: string, readonly targets: ReadonlyArray<{ readonly id: string, readonly clause: string, readonly text: string }>, readonly decisions: ReadonlyArray<{ readonly id: string, readonly text: string, readonly clause: string | null }> } };

export type UnitsBehindQueryVariables = Exact<{
  asOf?: string | null | undefined;
  filter?: CoverageFilter | null | undefined;
  basis?: CoverageBasis | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UnitsBehindQuery = { readonly enterprises: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly creditCode: string, readonly name: string, readonly coverage: { readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly target: number | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null } } }> } };

export type SectorFigureFragment = { readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly target: number | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number };

export type SectorsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  filter?: CoverageFilter | null | undefined;
  basis?: CoverageBasis | null | undefined;
  definition?: CoverageDefinition | null | undefined;
}>;


export type SectorsQuery = { readonly systems: ReadonlyArray<{ readonly sectorSystem: SectorSystem | null, readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly target: number | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number }>, readonly systemClasses: ReadonlyArray<{ readonly sectorSystem: SectorSystem | null, readonly ownership: Ownership | null, readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly target: number | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number }>, readonly sectorClasses: ReadonlyArray<{ readonly ownership: Ownership | null, readonly skilledHeadcount: number, readonly certifiedHeadcount: number, readonly rate: number | null, readonly target: number | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly gapHeadcount: number | null, readonly unitGapHeadcount: number, readonly enterpriseCount: number, readonly unreportedEnterpriseCount: number, readonly sector: { readonly code: string, readonly name: string, readonly system: SectorSystem } | null }> };

export type TitlesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  filter?: CoverageFilter | null | undefined;
}>;


export type TitlesQuery = { readonly quotaProgress: ReadonlyArray<{ readonly level: SkillLevel, readonly goal: number | null, readonly appraised: number, readonly cancelled: number, readonly net: number, readonly inOffice: number, readonly remaining: number | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly due: string, readonly lastClosedBatch: number | null, readonly plannedByLastClosedBatch: number | null, readonly clause: string, readonly byBatch: ReadonlyArray<{ readonly year: number, readonly planned: number | null, readonly appraised: number, readonly cancelled: number, readonly net: number, readonly plannedCumulative: number | null, readonly netCumulative: number, readonly closed: boolean }> }>, readonly launchProgress: ReadonlyArray<{ readonly ownership: Ownership, readonly launched: number, readonly launchedByDue: number, readonly inScope: number, readonly target: number | null, readonly due: string | null, readonly status: TargetStatus, readonly noDataReason: NoDataReason | null, readonly clause: string }> };

export type TrendQueryVariables = Exact<{
  from: string;
  to: string;
  filter?: CoverageFilter | null | undefined;
  basis?: CoverageBasis | null | undefined;
  definition?: CoverageDefinition | null | undefined;
}>;


export type TrendQuery = { readonly coverageTrend: ReadonlyArray<{ readonly ownership: Ownership | null, readonly points: ReadonlyArray<{ readonly asOf: string, readonly rate: number | null, readonly target: number | null, readonly due: string | null, readonly status: TargetStatus, readonly requiredRate: number | null, readonly pathFrom: string | null, readonly pathFromRate: number | null, readonly skilledHeadcount: number, readonly certifiedHeadcount: number }> }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CoverageFragmentDoc = new TypedDocumentString(`
    fragment Coverage on CoverageFigure {
  asOf
  skilledHeadcount
  certifiedHeadcount
  rate
  rateLow
  rateChange
  reportingRate
  target
  due
  clause
  status
  noDataReason
  gapHeadcount
  unitGapHeadcount
  enterpriseCount
  unreportedEnterpriseCount
  targetedEnterpriseCount
  attainingEnterpriseCount
  neededPerMonth
  recentPerMonth
  daysLeft
  attainedOnDue
}
    `, {"fragmentName":"Coverage"}) as unknown as TypedDocumentString<CoverageFragment, unknown>;
export const SectorFigureFragmentDoc = new TypedDocumentString(`
    fragment SectorFigure on CoverageFigure {
  skilledHeadcount
  certifiedHeadcount
  rate
  target
  status
  noDataReason
  gapHeadcount
  unitGapHeadcount
  enterpriseCount
  unreportedEnterpriseCount
}
    `, {"fragmentName":"SectorFigure"}) as unknown as TypedDocumentString<SectorFigureFragment, unknown>;
export const ChoicesDocument = new TypedDocumentString(`
    query Choices {
  cities {
    code
    shortName
  }
  responsibilities {
    code
    name
  }
  sectors {
    code
    name
    system
  }
}
    `) as unknown as TypedDocumentString<ChoicesQuery, ChoicesQueryVariables>;
export const UnitNameDocument = new TypedDocumentString(`
    query UnitName($creditCode: String!) {
  enterprise(creditCode: $creditCode) {
    name
  }
}
    `) as unknown as TypedDocumentString<UnitNameQuery, UnitNameQueryVariables>;
export const FirstDocument = new TypedDocumentString(`
    query First($asOf: Date, $filter: CoverageFilter, $basis: CoverageBasis, $definition: CoverageDefinition) {
  province: coverage(
    asOf: $asOf
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    ...Coverage
    certifiedOnRegister
    lapsedEnterpriseCount
    faultyEnterpriseCount
  }
  classes: coverage(
    asOf: $asOf
    groupBy: [OWNERSHIP]
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    ownership
    ...Coverage
    certifiedOnRegister
    lapsedEnterpriseCount
    faultyEnterpriseCount
    requiredRate
  }
  responsibilities: coverage(
    asOf: $asOf
    groupBy: [RESPONSIBILITY]
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    responsibility {
      code
      name
    }
    ...Coverage
  }
  responsibilityClasses: coverage(
    asOf: $asOf
    groupBy: [RESPONSIBILITY, OWNERSHIP]
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    responsibility {
      code
    }
    ownership
    rate
    target
    status
    noDataReason
    gapHeadcount
    unitGapHeadcount
    enterpriseCount
    unreportedEnterpriseCount
  }
  enterprises(filter: $filter, orderBy: GAP, first: 3, asOf: $asOf) {
    edges {
      node {
        creditCode
        name
        ownership
        coverage(asOf: $asOf, basis: $basis) {
          gapHeadcount
        }
      }
    }
  }
  cities {
    code
    shortName
  }
}
    fragment Coverage on CoverageFigure {
  asOf
  skilledHeadcount
  certifiedHeadcount
  rate
  rateLow
  rateChange
  reportingRate
  target
  due
  clause
  status
  noDataReason
  gapHeadcount
  unitGapHeadcount
  enterpriseCount
  unreportedEnterpriseCount
  targetedEnterpriseCount
  attainingEnterpriseCount
  neededPerMonth
  recentPerMonth
  daysLeft
  attainedOnDue
}`) as unknown as TypedDocumentString<FirstQuery, FirstQueryVariables>;
export const LevelsDocument = new TypedDocumentString(`
    query Levels($asOf: Date, $filter: CoverageFilter) {
  levelPyramid(asOf: $asOf, filter: $filter) {
    asOf
    peopleCount
    certifiedCount
    highSkilledCount
    highSkilledShare
    certifiedInRate
    certifiedAtUnreported
    certifiedOverHeadcount
    certifiedOutsidePopulation
    steps {
      level
      peopleCount
      share
    }
  }
}
    `) as unknown as TypedDocumentString<LevelsQuery, LevelsQueryVariables>;
export const PlacesDocument = new TypedDocumentString(`
    query Places($asOf: Date, $filter: CoverageFilter, $basis: CoverageBasis, $definition: CoverageDefinition) {
  coverage(
    asOf: $asOf
    groupBy: [CITY]
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    city {
      code
      shortName
    }
    asOf
    skilledHeadcount
    certifiedHeadcount
    rate
    rateChange
    status
    noDataReason
    unitGapHeadcount
    enterpriseCount
    unreportedEnterpriseCount
  }
}
    `) as unknown as TypedDocumentString<PlacesQuery, PlacesQueryVariables>;
export const PolicyWordsDocument = new TypedDocumentString(`
    query PolicyWords {
  policy {
    title
    number
    targets {
      id
      clause
      text
    }
    decisions {
      id
      text
      clause
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyWordsQuery, PolicyWordsQueryVariables>;
export const UnitsBehindDocument = new TypedDocumentString(`
    query UnitsBehind($asOf: Date, $filter: CoverageFilter, $basis: CoverageBasis, $first: Int, $after: String) {
  enterprises(
    filter: $filter
    orderBy: GAP
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        creditCode
        name
        coverage(asOf: $asOf, basis: $basis) {
          skilledHeadcount
          certifiedHeadcount
          rate
          target
          status
          noDataReason
          gapHeadcount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitsBehindQuery, UnitsBehindQueryVariables>;
export const SectorsDocument = new TypedDocumentString(`
    query Sectors($asOf: Date, $filter: CoverageFilter, $basis: CoverageBasis, $definition: CoverageDefinition) {
  systems: coverage(
    asOf: $asOf
    groupBy: [SECTOR_SYSTEM]
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    sectorSystem
    ...SectorFigure
  }
  systemClasses: coverage(
    asOf: $asOf
    groupBy: [SECTOR_SYSTEM, OWNERSHIP]
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    sectorSystem
    ownership
    ...SectorFigure
  }
  sectorClasses: coverage(
    asOf: $asOf
    groupBy: [SECTOR, OWNERSHIP]
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    sector {
      code
      name
      system
    }
    ownership
    ...SectorFigure
  }
}
    fragment SectorFigure on CoverageFigure {
  skilledHeadcount
  certifiedHeadcount
  rate
  target
  status
  noDataReason
  gapHeadcount
  unitGapHeadcount
  enterpriseCount
  unreportedEnterpriseCount
}`) as unknown as TypedDocumentString<SectorsQuery, SectorsQueryVariables>;
export const TitlesDocument = new TypedDocumentString(`
    query Titles($asOf: Date, $filter: CoverageFilter) {
  quotaProgress(asOf: $asOf, filter: $filter) {
    level
    goal
    appraised
    cancelled
    net
    inOffice
    remaining
    status
    noDataReason
    due
    lastClosedBatch
    plannedByLastClosedBatch
    clause
    byBatch {
      year
      planned
      appraised
      cancelled
      net
      plannedCumulative
      netCumulative
      closed
    }
  }
  launchProgress(asOf: $asOf, filter: $filter) {
    ownership
    launched
    launchedByDue
    inScope
    target
    due
    status
    noDataReason
    clause
  }
}
    `) as unknown as TypedDocumentString<TitlesQuery, TitlesQueryVariables>;
export const TrendDocument = new TypedDocumentString(`
    query Trend($from: Date!, $to: Date!, $filter: CoverageFilter, $basis: CoverageBasis, $definition: CoverageDefinition) {
  coverageTrend(
    from: $from
    to: $to
    groupBy: [OWNERSHIP]
    filter: $filter
    basis: $basis
    definition: $definition
  ) {
    ownership
    points {
      asOf
      rate
      target
      due
      status
      requiredRate
      pathFrom
      pathFromRate
      skilledHeadcount
      certifiedHeadcount
    }
  }
}
    `) as unknown as TypedDocumentString<TrendQuery, TrendQueryVariables>;
