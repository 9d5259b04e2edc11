/* Written by scripts/emit-documents.ts from the queries beside it. Do not edit. */
export type CoverageBasis =
  | "REGISTER"
  | "REPORTED";

export type CoverageDimension =
  | "CITY"
  | "COUNTY"
  | "ENTERPRISE"
  | "GROUP"
  | "OWNERSHIP"
  | "RESPONSIBILITY"
  | "SECTOR"
  | "SECTOR_SYSTEM";

export type EnterpriseOrder =
  | "CREDIT_CODE"
  | "GAP"
  | "HEADCOUNT"
  | "NAME"
  | "RATE";

export type FaultSeverity =
  | "ERROR"
  | "WARNING";

export type FilingStatus =
  | "FILED"
  | "LAPSED"
  | "NOT_FILED"
  | "PLANNED"
  | "WITHDRAWN";

export type ImportMode =
  | "ATOMIC"
  | "DRY_RUN"
  | "PARTIAL";

export type ImportStatus =
  | "ADMITTED"
  | "CHECKING"
  | "FAILED"
  | "INTERRUPTED"
  | "READING"
  | "RECEIVED"
  | "REFUSED"
  | "TRIED"
  | "UNREADABLE"
  | "WITHDRAWN"
  | "WRITING";

export type LedgerKind =
  | "APPRAISALS"
  | "CERTIFICATES"
  | "DIRECTORY"
  | "FILINGS"
  | "HEADCOUNTS"
  | "MOVEMENTS";

export type NoDataReason =
  | "NO_DIRECTORY"
  | "NO_HEADCOUNT"
  | "NO_LIST"
  | "NO_SUCH_ENTERPRISE"
  | "OVERDUE"
  | "UNREPORTED";

export type Ownership =
  | "CENTRAL_SOE"
  | "LARGE_PRIVATE"
  | "LOCAL_SOE"
  | "OTHER"
  | "PROVINCIAL_SOE";

export type RecognitionMethod =
  | "APPRAISAL"
  | "APPRENTICESHIP"
  | "CONTEST"
  | "DIRECT"
  | "EXAMINATION"
  | "GRADING";

export type SectorSystem =
  | "AGRICULTURE_10_3"
  | "INDUSTRY_5_1"
  | "OTHER"
  | "SERVICES_4_6"
  | "SHORTAGE";

export type SkillLevel =
  | "APPRENTICE"
  | "CHIEF_TECHNICIAN"
  | "INTERMEDIATE"
  | "JUNIOR"
  | "SENIOR"
  | "SENIOR_TECHNICIAN"
  | "SPECIAL_TECHNICIAN"
  | "TECHNICIAN";

export type TargetStatus =
  | "ATTAINED"
  | "ATTAINED_LATE"
  | "AT_RISK"
  | "AWAITING"
  | "MISSED"
  | "NO_DATA"
  | "NO_TARGET"
  | "OFF_TRACK"
  | "ON_TRACK"
  | "TO_CONFIRM";
