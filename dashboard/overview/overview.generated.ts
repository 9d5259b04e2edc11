/* Written by scripts/emit-documents.ts from the queries beside it. Do not edit. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** 持证人数取自哪里。 */
export type CoverageBasis =
  /** 证书台账：按证书、名单和人员变动逐人计数（主口径） */
  | 'REGISTER'
  /** 单位填报：取季报中单位自报的持证人数，用于核对 */
  | 'REPORTED';

/** 口径开关：方案未写明之处。默认值即主口径。 */
export type CoverageDefinition = {
  /** 学徒工是否算持证；默认否（初级工及以上，四(五)） */
  readonly apprentices?: boolean | null | undefined;
  /** 实习人员是否计入（分子与分母）；默认是（三(二)） */
  readonly interns?: boolean | null | undefined;
  /** 院校、社会评价组织等外部机构所发证书是否算持证；默认是 */
  readonly outsideCertificates?: boolean | null | undefined;
  /** 职业资格证书是否算持证；默认是 */
  readonly qualifications?: boolean | null | undefined;
};

/** 筛选：同一项内为“或”，各项之间为“且”；省略某项即不筛选，空列表则一家也不选。 */
export type CoverageFilter = {
  /** 所在市（州）的代码，见 cities */
  readonly cities?: ReadonlyArray<string> | null | undefined;
  /** 所在县（市、区）的代码，见 counties；“未填”用市（州）的代码 */
  readonly counties?: ReadonlyArray<string> | null | undefined;
  /** 统一社会信用代码；台账中没有的代码不匹配任何单位 */
  readonly creditCodes?: ReadonlyArray<string> | null | undefined;
  /** 是否急需紧缺行业（领域）的单位；与产业有交叉，不可与其他产业相加 */
  readonly inShortage?: boolean | null | undefined;
  /** 企业类别 */
  readonly ownerships?: ReadonlyArray<Ownership> | null | undefined;
  /** 责任单位的代码，见 responsibilities；省本级为 510000 */
  readonly responsibilities?: ReadonlyArray<string> | null | undefined;
  /** 产业体系 */
  readonly sectorSystems?: ReadonlyArray<SectorSystem> | null | undefined;
  /** 产业代码，见 sectors */
  readonly sectors?: ReadonlyArray<string> | null | undefined;
};

/** 没有数据的原因。 */
export type NoDataReason =
  /** 名录未导入：没有企业名录，不能说全部启动 */
  | 'NO_DIRECTORY'
  /** 已报送，技能岗位从业人员为0 */
  | 'NO_HEADCOUNT'
  /** 名单未导入：没有评定名单 */
  | 'NO_LIST'
  /** 无此类单位 */
  | 'NO_SUCH_ENTERPRISE'
  /** 逾期未报：以前报过，现已过期 */
  | 'OVERDUE'
  /** 未报送：没有单位报过技能岗位从业人员统计表 */
  | 'UNREPORTED';

/** 企业类别，二(二)按类别设定覆盖面目标。 */
export type Ownership =
  /** 中央在川企业 */
  | 'CENTRAL_SOE'
  /** 大型优质民企 */
  | 'LARGE_PRIVATE'
  /** 地方国企 */
  | 'LOCAL_SOE'
  /** 其他 */
  | 'OTHER'
  /** 省属国企 */
  | 'PROVINCIAL_SOE';

/** 产业体系，三(一)列出的优先实施范围。 */
export type SectorSystem =
  /** “10+3”现代农业 */
  | 'AGRICULTURE_10_3'
  /** “5+1”现代工业 */
  | 'INDUSTRY_5_1'
  /** 其他 */
  | 'OTHER'
  /** “4+6”现代服务业 */
  | 'SERVICES_4_6'
  /** 急需紧缺行业（领域） */
  | 'SHORTAGE';

/** 职业技能等级，由低到高八级（附件1）。 */
export type SkillLevel =
  /** 学徒工（证书编号第16位为X） */
  | 'APPRENTICE'
  /** 首席技师（证书编号第16位为S） */
  | 'CHIEF_TECHNICIAN'
  /** 中级工（证书编号第16位为4） */
  | 'INTERMEDIATE'
  /** 初级工（证书编号第16位为5） */
  | 'JUNIOR'
  /** 高级工（证书编号第16位为3） */
  | 'SENIOR'
  /** 高级技师（证书编号第16位为1） */
  | 'SENIOR_TECHNICIAN'
  /** 特级技师（证书编号第16位为T） */
  | 'SPECIAL_TECHNICIAN'
  /** 技师（证书编号第16位为2） */
  | 'TECHNICIAN';

/** 对照目标的状态；按人数判定，不按四舍五入后的百分比。 */
export type TargetStatus =
  /** 已达标：把未报送单位按无人持证计入，仍达到目标 */
  | 'ATTAINED'
  /** 逾期达标：到期日未达到，现已达到 */
  | 'ATTAINED_LATE'
  /** 预警：低于目标进度线不超过5个百分点 */
  | 'AT_RISK'
  /** 待年终核定：已过到期日，截止日（次年1月31日）前仍可补录 */
  | 'AWAITING'
  /** 未按期达标 */
  | 'MISSED'
  /** 无数据，原因见 noDataReason */
  | 'NO_DATA'
  /** 不设目标：该组不止一个企业类别，或该类别没有目标 */
  | 'NO_TARGET'
  /** 进度滞后：低于目标进度线5个百分点以上 */
  | 'OFF_TRACK'
  /** 预计可达标：不低于目标进度线 */
  | 'ON_TRACK'
  /** 达标待核：已报送单位达到目标，计入未报送单位则未达到 */
  | 'TO_CONFIRM';

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


export type PolicyWordsQuery = { readonly policy: { readonly title: string, readonly number: string, readonly targets: ReadonlyArray<{ readonly id: string, readonly clause: string, readonly text: string, readonly ownership: Ownership | null, readonly level: SkillLevel | null }>, readonly decisions: ReadonlyArray<{ readonly id: string, readonly text: string, readonly clause: string | null }> } };

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
      ownership
      level
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
