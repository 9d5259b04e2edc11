/** The closed lists of the field's terms: names in code and API, with the label that people read. */

export const OWNERSHIPS = ["PROVINCIAL_SOE", "LOCAL_SOE", "LARGE_PRIVATE", "CENTRAL_SOE", "OTHER"] as const;
/** 企业类别 */
export type Ownership = (typeof OWNERSHIPS)[number];
export const OWNERSHIP_LABELS: Readonly<Record<Ownership, string>> = {
  PROVINCIAL_SOE: "省属国企",
  LOCAL_SOE: "地方国企",
  LARGE_PRIVATE: "大型优质民企",
  CENTRAL_SOE: "中央在川企业",
  OTHER: "其他",
};

export const SECTOR_SYSTEMS = ["INDUSTRY_5_1", "AGRICULTURE_10_3", "SERVICES_4_6", "SHORTAGE", "OTHER"] as const;
/** 产业体系 */
export type SectorSystem = (typeof SECTOR_SYSTEMS)[number];
export const SECTOR_SYSTEM_LABELS: Readonly<Record<SectorSystem, string>> = {
  INDUSTRY_5_1: "“5+1”现代工业",
  AGRICULTURE_10_3: "“10+3”现代农业",
  SERVICES_4_6: "“4+6”现代服务业",
  SHORTAGE: "急需紧缺行业（领域）",
  OTHER: "其他",
};

export const EMPLOYMENT_TYPES = ["CONTRACT", "DISPATCHED", "OUTSOURCED", "INTERN", "AFFILIATED"] as const;
/** 用工形式 (三(二)) */
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];
export const EMPLOYMENT_TYPE_LABELS: Readonly<Record<EmploymentType, string>> = {
  CONTRACT: "本单位在岗职工",
  DISPATCHED: "劳务派遣",
  OUTSOURCED: "劳务外包",
  INTERN: "实习",
  AFFILIATED: "隶属单位在岗职工",
};

export const RECOGNITION_METHODS = [
  "GRADING",
  "DIRECT",
  "CONTEST",
  "APPRENTICESHIP",
  "EXAMINATION",
  "APPRAISAL",
] as const;
/** 认定方式 (四(四) to 四(七)) */
export type RecognitionMethod = (typeof RECOGNITION_METHODS)[number];
export const RECOGNITION_METHOD_LABELS: Readonly<Record<RecognitionMethod, string>> = {
  GRADING: "定级考评",
  DIRECT: "直接认定",
  CONTEST: "以赛代评",
  APPRENTICESHIP: "学徒转正定级",
  EXAMINATION: "等级考核",
  APPRAISAL: "评聘",
};

export const CERTIFICATE_KINDS = ["LEVEL", "QUALIFICATION"] as const;
/** 证书类别 */
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
export const CERTIFICATE_KIND_LABELS: Readonly<Record<CertificateKind, string>> = {
  LEVEL: "职业技能等级证书",
  QUALIFICATION: "职业资格证书",
};

export const MOVEMENT_KINDS = [
  "TRANSFER_OUT",
  "LEAVE",
  "TRANSFER_IN",
  "REHIRE",
  "RETIREMENT",
  "LEAVE_SICHUAN",
  "DEATH",
] as const;
/** 变动类型, in the order in which those of one day apply (`domain.md` §3; certificates and titles go before them). */
export type MovementKind = (typeof MOVEMENT_KINDS)[number];
export const MOVEMENT_KIND_LABELS: Readonly<Record<MovementKind, string>> = {
  TRANSFER_OUT: "调出",
  LEAVE: "离职",
  TRANSFER_IN: "调入",
  REHIRE: "返聘",
  RETIREMENT: "退休",
  LEAVE_SICHUAN: "离川",
  DEATH: "去世",
};

export const FILING_STATUSES = ["NOT_FILED", "PLANNED", "FILED", "LAPSED", "WITHDRAWN"] as const;
/** 备案状态 */
export type FilingStatus = (typeof FILING_STATUSES)[number];
export const FILING_STATUS_LABELS: Readonly<Record<FilingStatus, string>> = {
  NOT_FILED: "未备案",
  PLANNED: "拟备案",
  FILED: "已备案",
  LAPSED: "到期未续",
  WITHDRAWN: "已注销",
};

export const FILING_KINDS = ["FIRST", "RENEWAL", "ADDITION", "CHANGE", "WITHDRAWAL"] as const;
/** 备案类型 */
export type FilingKind = (typeof FILING_KINDS)[number];
export const FILING_KIND_LABELS: Readonly<Record<FilingKind, string>> = {
  FIRST: "首次",
  RENEWAL: "续期",
  ADDITION: "增项",
  CHANGE: "变更",
  WITHDRAWAL: "注销",
};

export const LEDGER_KINDS = ["DIRECTORY", "FILINGS", "HEADCOUNTS", "CERTIFICATES", "APPRAISALS", "MOVEMENTS"] as const;
/** The kinds of sheet, in the order in which a sending is admitted (directory, filings, headcounts, certificates, titles, movements). */
export type LedgerKind = (typeof LEDGER_KINDS)[number];
export const LEDGER_KIND_LABELS: Readonly<Record<LedgerKind, string>> = {
  DIRECTORY: "企业名录",
  FILINGS: "备案台账",
  HEADCOUNTS: "技能岗位从业人员统计表（季报）",
  CERTIFICATES: "证书台账",
  MOVEMENTS: "人员变动",
  APPRAISALS: "评定名单",
};

/** The code of 省本级, the responsibility of enterprises of provincial departments (五(一), 附件4 第九条). */
export const PROVINCIAL_RESPONSIBILITY = "510000";
