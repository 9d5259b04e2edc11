/* Written by scripts/emit-documents.ts from the queries beside it. Do not edit. */
export type CoverageBasis =
  | "REGISTER"
  | "REPORTED";

export type CoverageDimension =
  | "CITY"
  | "COUNTY"
  | "RESPONSIBILITY"
  | "SECTOR_SYSTEM"
  | "SECTOR"
  | "OWNERSHIP"
  | "GROUP"
  | "ENTERPRISE";

export type EnterpriseOrder =
  | "CREDIT_CODE"
  | "NAME"
  | "GAP"
  | "RATE"
  | "HEADCOUNT";

export type FaultSeverity =
  | "ERROR"
  | "WARNING";

export type FilingStatus =
  | "NOT_FILED"
  | "PLANNED"
  | "FILED"
  | "LAPSED"
  | "WITHDRAWN";

export type ImportMode =
  | "PARTIAL"
  | "ATOMIC"
  | "DRY_RUN";

export type ImportStatus =
  | "RECEIVED"
  | "READING"
  | "CHECKING"
  | "WRITING"
  | "ADMITTED"
  | "REFUSED"
  | "TRIED"
  | "UNREADABLE"
  | "INTERRUPTED"
  | "FAILED"
  | "WITHDRAWN";

export type LedgerKind =
  | "DIRECTORY"
  | "FILINGS"
  | "HEADCOUNTS"
  | "CERTIFICATES"
  | "MOVEMENTS"
  | "APPRAISALS";

export type NoDataReason =
  | "UNREPORTED"
  | "OVERDUE"
  | "NO_SUCH_ENTERPRISE"
  | "NO_HEADCOUNT"
  | "NO_DIRECTORY"
  | "NO_LIST";

export type Ownership =
  | "PROVINCIAL_SOE"
  | "LOCAL_SOE"
  | "LARGE_PRIVATE"
  | "CENTRAL_SOE"
  | "OTHER";

export type RecognitionMethod =
  | "GRADING"
  | "DIRECT"
  | "CONTEST"
  | "APPRENTICESHIP"
  | "EXAMINATION"
  | "APPRAISAL";

export type SectorSystem =
  | "INDUSTRY_5_1"
  | "AGRICULTURE_10_3"
  | "SERVICES_4_6"
  | "SHORTAGE"
  | "OTHER";

export type SkillLevel =
  | "APPRENTICE"
  | "JUNIOR"
  | "INTERMEDIATE"
  | "SENIOR"
  | "TECHNICIAN"
  | "SENIOR_TECHNICIAN"
  | "SPECIAL_TECHNICIAN"
  | "CHIEF_TECHNICIAN";

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
