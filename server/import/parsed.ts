import type { Day } from "../policy/day.ts";
import type { Finding } from "../policy/finding.ts";
import type { SkillLevel } from "../policy/levels.ts";
import type {
  CertificateKind,
  EmploymentType,
  FilingKind,
  FilingStatus,
  LedgerKind,
  MovementKind,
  Ownership,
  RecognitionMethod,
} from "../policy/words.ts";

/**
 * A row as its sheet gives it, every cell understood. In a content, `undefined` (no such key) is a column that the
 * sheet does not have and leaves the value as it is; `null` is an empty cell and empties it.
 */
export interface ParsedRow<K extends LedgerKind = LedgerKind> {
  /** As Excel numbers it. */
  readonly row: number;
  readonly content: Partial<ContentByKind[K]>;
  /** What parsing found wrong; a row with an error has unreliable content and is never admitted. */
  readonly findings: readonly CellFinding[];
}

/** A finding with the cell that it is about; `found` is the cell's text, shortened, personal numbers masked. */
export interface CellFinding extends Finding {
  readonly found: string | null;
}

export interface ParsedColumn {
  /** The content's key, such as `creditCode`. */
  readonly key: string;
  /** The header as the sheet writes it, one line. */
  readonly header: string;
  /** 1 for A. */
  readonly index: number;
}

export interface ParsedSheet<K extends LedgerKind = LedgerKind> {
  /** Position in the workbook, from 0. */
  readonly index: number;
  readonly name: string;
  /** Null when no kind of ledger is recognised by the headers: the sheet is left out and `findings` says so (warning), or the file holds no ledger at all (error). */
  readonly kind: K | null;
  /** The sheet's own 填报时间, when it states one. */
  readonly filledOn: Day | null;
  readonly columns: readonly ParsedColumn[];
  readonly unknownColumns: readonly string[];
  /** Last row of the header, as Excel numbers it. */
  readonly headerRow: number;
  readonly rows: readonly ParsedRow<K>[];
  /** About the sheet as a whole (row = headerRow): a required column missing, a column given twice. With an error none of its rows is admitted. */
  readonly findings: readonly CellFinding[];
}

export interface ParsedWorkbook {
  readonly fileName: string;
  readonly format: "xlsx" | "xls" | "csv";
  readonly sheets: readonly ParsedSheet[];
}

/** Who recommends: a city's bureau, or a provincial department (then code 510000 and its name). */
export interface Recommender {
  readonly responsibilityCode: string;
  readonly department: string | null;
}

/** What 企业名录 and 备案台账 both say of an enterprise. */
export interface EnterpriseContent {
  name: string | null;
  creditCode: string;
  ownership: Ownership | null;
  recommender: Recommender | null;
  cityCode: string | null;
  countyCode: string | null;
  sectorCode: string | null;
  inShortage: boolean | null;
  mainlySkilled: boolean | null;
  groupCode: string | null;
}

export interface DirectoryContent extends EnterpriseContent {
  basisDocument: string | null;
  listedOn: Day | null;
}

export interface FilingContent extends EnterpriseContent {
  frontlineHeadcount: number | null;
  filingStatus: FilingStatus | null;
  filingKind: FilingKind | null;
  filingDepartment: string | null;
  filingNumber: string | null;
  filedOn: Day | null;
  validFrom: Day | null;
  validUntil: Day | null;
  withdrawnOn: Day | null;
  changedOn: Day | null;
  launchedOn: Day | null;
  directPlanFiledOn: Day | null;
  occupationName: string | null;
  occupationCode: string | null;
  trade: string | null;
  /** Lowest first. */
  levels: readonly SkillLevel[] | null;
  basis: string | null;
  remark: string | null;
}

export interface HeadcountContent {
  name: string | null;
  creditCode: string;
  /** The reported quarter's last day. */
  quarterEnd: Day;
  staffHeadcount: number | null;
  skilledHeadcount: number;
  contractHeadcount: number | null;
  dispatchedHeadcount: number | null;
  outsourcedHeadcount: number | null;
  internHeadcount: number | null;
  affiliatedHeadcount: number | null;
  ungradedCount: number | null;
  apprenticeCount: number | null;
  juniorCount: number | null;
  intermediateCount: number | null;
  seniorCount: number | null;
  technicianCount: number | null;
  seniorTechnicianCount: number | null;
  specialTechnicianCount: number | null;
  chiefTechnicianCount: number | null;
  certifiedCount: number | null;
  reportedBy: string | null;
  reviewedBy: string | null;
  reportedOn: Day | null;
}

export interface CertificateContent {
  personName: string | null;
  idKind: string | null;
  /** The whole number, upper case. In memory only: the ledger keeps it encrypted. */
  idNumber: string;
  enterpriseName: string | null;
  creditCode: string;
  employmentType: EmploymentType | null;
  occupationName: string | null;
  occupationCode: string | null;
  trade: string | null;
  level: SkillLevel;
  /** An empty or missing 证书类别 is LEVEL. */
  certificateKind: CertificateKind | null;
  method: RecognitionMethod;
  /** In the plan's own writing with half-width brackets: `三(一)3(1)`. */
  directCondition: string | null;
  hiredOn: Day | null;
  occupationSince: Day | null;
  education: string | null;
  performanceScore: number | null;
  reviewScore: number | null;
  /** 0 to 1: 60%, 0.6 and 60 read the same. */
  performanceWeight: number | null;
  publicityFrom: Day | null;
  publicityUntil: Day | null;
  number: string;
  issuedOn: Day;
  issuerName: string | null;
  issuerFilingNumber: string | null;
  withdrawnOn: Day | null;
  remark: string | null;
  /** Not a column: set by the check, whether a body other than the employer and its group issued it. */
  outside?: boolean | null;
}

export interface MovementContent {
  personName: string | null;
  idNumber: string;
  movementKind: MovementKind;
  fromCode: string | null;
  toCode: string | null;
  movedOn: Day;
}

export interface AppraisalContent {
  batchYear: number;
  personName: string | null;
  idNumber: string;
  enterpriseName: string | null;
  creditCode: string;
  recommender: Recommender | null;
  occupationCode: string | null;
  level: "SPECIAL_TECHNICIAN" | "CHIEF_TECHNICIAN";
  /** An empty or missing 评定类型 is FIRST. */
  appraisalKind: "FIRST" | "AGAIN" | null;
  number: string | null;
  approvedOn: Day;
  approvalDocument: string | null;
  engagedOn: Day | null;
  cancelledOn: Day | null;
  cancelReason: string | null;
}

export interface ContentByKind {
  DIRECTORY: DirectoryContent;
  FILINGS: FilingContent;
  HEADCOUNTS: HeadcountContent;
  CERTIFICATES: CertificateContent;
  MOVEMENTS: MovementContent;
  APPRAISALS: AppraisalContent;
}
