import { registerEnumType } from "type-graphql";
import { COVERAGE_DIMENSIONS } from "../figures/shapes.ts";
import { LEVEL_FACTS, SKILL_LEVELS } from "../policy/levels.ts";
import {
  FILING_STATUS_LABELS,
  FILING_STATUSES,
  LEDGER_KIND_LABELS,
  LEDGER_KINDS,
  OWNERSHIP_LABELS,
  OWNERSHIPS,
  RECOGNITION_METHOD_LABELS,
  RECOGNITION_METHODS,
  SECTOR_SYSTEM_LABELS,
  SECTOR_SYSTEMS,
} from "../policy/words.ts";

/** The closed lists of the domain as GraphQL enums: each value is named and described, so that the playground explains itself. */

export const CoverageDimensionEnum = enumOf(
  "CoverageDimension",
  "分组的维度。每家单位在每个维度上恰有一个取值，因此各组之和等于全省。",
  COVERAGE_DIMENSIONS,
  {
    CITY: "所在市（州）：企业在哪里（地图、产业用）",
    COUNTY: "所在县（市、区）；未填的归在所在市（州）的“未填”",
    RESPONSIBILITY: "责任单位：谁负责（排名、通报用），21个市（州）和省本级",
    SECTOR_SYSTEM: "产业体系：“5+1”、“10+3”、“4+6”、急需紧缺、其他",
    SECTOR: "产业：每家单位一个主要产业",
    OWNERSHIP: "企业类别",
    GROUP: "所属集团；没有集团的单位自成一组",
    ENTERPRISE: "用人单位；超过5000家时请改用 enterprises",
  },
);

export const COVERAGE_BASES = ["REGISTER", "REPORTED"] as const;
export const CoverageBasisEnum = enumOf("CoverageBasis", "持证人数取自哪里。", COVERAGE_BASES, {
  REGISTER: "证书台账：按证书、名单和人员变动逐人计数（主口径）",
  REPORTED: "单位填报：取季报中单位自报的持证人数，用于核对",
});

export const OwnershipEnum = enumOf(
  "Ownership",
  "企业类别，二(二)按类别设定覆盖面目标。",
  OWNERSHIPS,
  OWNERSHIP_LABELS,
);

export const SectorSystemEnum = enumOf(
  "SectorSystem",
  "产业体系，三(一)列出的优先实施范围。",
  SECTOR_SYSTEMS,
  SECTOR_SYSTEM_LABELS,
);

export const SkillLevelEnum = enumOf(
  "SkillLevel",
  "职业技能等级，由低到高八级（附件1）。",
  SKILL_LEVELS,
  Object.fromEntries(LEVEL_FACTS.map((facts) => [facts.level, `${facts.name}（证书编号第16位为${facts.letter}）`])),
);

export const TARGET_STATUSES = [
  "ATTAINED",
  "TO_CONFIRM",
  "ON_TRACK",
  "AT_RISK",
  "OFF_TRACK",
  "AWAITING",
  "MISSED",
  "ATTAINED_LATE",
  "NO_TARGET",
  "NO_DATA",
] as const;
export const TargetStatusEnum = enumOf(
  "TargetStatus",
  "对照目标的状态；按人数判定，不按四舍五入后的百分比。",
  TARGET_STATUSES,
  {
    ATTAINED: "已达标：把未报送单位按无人持证计入，仍达到目标",
    TO_CONFIRM: "达标待核：已报送单位达到目标，计入未报送单位则未达到",
    ON_TRACK: "预计可达标：不低于目标进度线",
    AT_RISK: "预警：低于目标进度线不超过5个百分点",
    OFF_TRACK: "进度滞后：低于目标进度线5个百分点以上",
    AWAITING: "待年终核定：已过到期日，截止日（次年1月31日）前仍可补录",
    MISSED: "未按期达标",
    ATTAINED_LATE: "逾期达标：到期日未达到，现已达到",
    NO_TARGET: "不设目标：该组不止一个企业类别，或该类别没有目标",
    NO_DATA: "无数据，原因见 noDataReason",
  },
);

export const NO_DATA_REASONS = [
  "UNREPORTED",
  "OVERDUE",
  "NO_SUCH_ENTERPRISE",
  "NO_HEADCOUNT",
  "NO_DIRECTORY",
  "NO_LIST",
] as const;
export const NoDataReasonEnum = enumOf("NoDataReason", "没有数据的原因。", NO_DATA_REASONS, {
  UNREPORTED: "未报送：没有单位报过技能岗位从业人员统计表",
  OVERDUE: "逾期未报：以前报过，现已过期",
  NO_SUCH_ENTERPRISE: "无此类单位",
  NO_HEADCOUNT: "已报送，技能岗位从业人员为0",
  NO_DIRECTORY: "名录未导入：没有企业名录，不能说全部启动",
  NO_LIST: "名单未导入：没有评定名单",
});

export const ENTERPRISE_ORDERS = ["CREDIT_CODE", "NAME", "GAP", "RATE", "HEADCOUNT"] as const;
export type EnterpriseOrder = (typeof ENTERPRISE_ORDERS)[number];
export const EnterpriseOrderEnum = enumOf(
  "EnterpriseOrder",
  "单位列表的次序；没有该项数据的排在最后，相同的按统一社会信用代码。",
  ENTERPRISE_ORDERS,
  {
    CREDIT_CODE: "按统一社会信用代码",
    NAME: "按单位名称",
    GAP: "按还需认定人数，由多到少",
    RATE: "按认定覆盖面，由低到高",
    HEADCOUNT: "按技能岗位从业人员，由多到少",
  },
);

export const FilingStatusEnum = enumOf(
  "FilingStatus",
  "备案状态，按有效期起止判定，不按备案日期。",
  FILING_STATUSES,
  FILING_STATUS_LABELS,
);

export const RecognitionMethodEnum = enumOf(
  "RecognitionMethod",
  "认定方式，四(四)至四(七)。",
  RECOGNITION_METHODS,
  RECOGNITION_METHOD_LABELS,
);

export const LedgerKindEnum = enumOf(
  "LedgerKind",
  "台账种类，按表头识别，不按工作表名称。",
  LEDGER_KINDS,
  LEDGER_KIND_LABELS,
);

export const IMPORT_MODES = ["PARTIAL", "ATOMIC", "DRY_RUN"] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];
export const ImportModeEnum = enumOf("ImportMode", "导入方式。", IMPORT_MODES, {
  PARTIAL: "部分导入：合格的行生效，其余退回",
  ATOMIC: "整体导入：有一行不合格就全部不生效",
  DRY_RUN: "试运行：只检查，不生效",
});

export const IMPORT_STATUSES = [
  "RECEIVED",
  "READING",
  "CHECKING",
  "WRITING",
  "ADMITTED",
  "REFUSED",
  "TRIED",
  "UNREADABLE",
  "INTERRUPTED",
  "FAILED",
  "WITHDRAWN",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
export const ImportStatusEnum = enumOf(
  "ImportStatus",
  "批次的状态；前四种在进行中，其余为最终结果。",
  IMPORT_STATUSES,
  {
    RECEIVED: "已收到",
    READING: "读取中",
    CHECKING: "校验中",
    WRITING: "写入中",
    ADMITTED: "已生效",
    REFUSED: "全部退回，未生效",
    TRIED: "试运行完成，未生效",
    UNREADABLE: "文件无法读取",
    INTERRUPTED: "中断，未生效；请重新上传",
    FAILED: "系统故障，未生效",
    WITHDRAWN: "已撤回",
  },
);

export const FAULT_SEVERITIES = ["ERROR", "WARNING"] as const;
export type FaultSeverity = (typeof FAULT_SEVERITIES)[number];
export const FaultSeverityEnum = enumOf("FaultSeverity", "问题的轻重。", FAULT_SEVERITIES, {
  ERROR: "错误：该行退回",
  WARNING: "提示：该行生效，列出供核查",
});

function enumOf<Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  labels: Readonly<Record<string, string>>,
): Readonly<Record<Value, Value>> {
  const made = Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
  const valuesConfig = Object.fromEntries(values.map((value) => [value, { description: labels[value]! }]));
  registerEnumType(made, {
    name,
    description,
    valuesConfig: valuesConfig as Partial<Record<Value, { description: string }>>,
  });
  return made;
}
