import { type Clause, clause } from "./clauses.ts";
import type { SkillLevel } from "./levels.ts";

/** Schooling as far as annex 2 asks for it, lowest first. A general 高中 is below: it trains for no trade. */
export const EDUCATIONS = ["BELOW", "VOCATIONAL_SECONDARY", "COLLEGE", "BACHELOR", "POSTGRADUATE"] as const;
export type Education = (typeof EDUCATIONS)[number];
export const EDUCATION_LABELS: Readonly<Record<Education, string>> = {
  BELOW: "高中及以下",
  VOCATIONAL_SECONDARY: "中等职业学校（中级工班）",
  COLLEGE: "高等职业学校大专（高级工班）",
  BACHELOR: "本科",
  POSTGRADUATE: "研究生",
};

/** One of the conditions on which a level may be recognised directly, without examination (附件2 三). */
export interface DirectCondition {
  /** As the plan numbers it, with half-width brackets: `三(一)2(1)`. */
  readonly code: string;
  readonly level: SkillLevel;
  /** What it asks for, in short. */
  readonly text: string;
  /** Months of work without a break in the same enterprise by the day of issue. */
  readonly monthsInEnterprise: number | null;
  /** Months in the occupation, in that same enterprise. */
  readonly monthsInOccupation: number | null;
  /** “仍未确定职业技能等级”: for people who hold no level yet. */
  readonly ungraded: boolean;
  /** The least schooling asked for. */
  readonly education: Education | null;
  /** A level that must be held already, unless 备注 names the condition's other way (`withoutLevelHeld`). */
  readonly levelHeld: SkillLevel | null;
  /** The words in 备注 that say the way was taken which asks for no level. */
  readonly withoutLevelHeld: string | null;
  readonly clause: Clause;
}

/** The 22 conditions of 附件2 三, in the plan's order. */
export const DIRECT_CONDITIONS: readonly DirectCondition[] = [
  // 三(一) Newly hired or ungraded: half a year in the enterprise at the least, which every longer time includes.
  condition("三(一)1", "JUNIOR", "新招录或未定级职工，在本企业连续工作满6个月，能独立完成本岗位常规工作", {
    monthsInEnterprise: 6,
  }),
  condition("三(一)2(1)", "INTERMEDIATE", "同一企业从事本职业满5年，仍未定级，胜任本岗位", {
    ...inEnterpriseAndOccupation(60),
    ungraded: true,
  }),
  condition("三(一)2(2)", "INTERMEDIATE", "工程技术类本科及以上，同一企业连续从事本职业满1年，胜任本岗位", {
    ...inEnterpriseAndOccupation(12),
    education: "BACHELOR",
  }),
  condition("三(一)2(3)", "INTERMEDIATE", "中等职业学校以上或中级工班毕业，同一企业连续从事本职业满1年，胜任本岗位", {
    ...inEnterpriseAndOccupation(12),
    education: "VOCATIONAL_SECONDARY",
  }),
  condition("三(一)3(1)", "SENIOR", "同一企业从事本职业满10年，仍未定级，技能高、业绩优良、有长期贡献", {
    ...inEnterpriseAndOccupation(120),
    ungraded: true,
  }),
  condition("三(一)3(2)", "SENIOR", "高等职业学校大专及以上或高级工班毕业，同一企业连续从事本职业满1年，胜任本岗位", {
    ...inEnterpriseAndOccupation(12),
    education: "COLLEGE",
  }),

  // 三(二) Outstanding in skill and results.
  condition("三(二)1(1)", "SENIOR", "技术创新、技术攻关显著提升生产效率或经济效益"),
  condition("三(二)1(2)", "SENIOR", "业绩考核连续3年超过年度指标20%及以上", { monthsInEnterprise: 36 }),
  condition("三(二)1(3)", "SENIOR", "凭技能和业绩连续3年获评企业年度表扬表彰（不超过参评人数5%）", {
    monthsInEnterprise: 36,
  }),
  condition(
    "三(二)1(4)",
    "SENIOR",
    "集团总公司技术比武、岗位练兵：高级工及以上要求成绩合格，或中级工及以上要求决赛单人赛项前3名",
  ),
  condition("三(二)1(5)", "SENIOR", "传帮带培养3名及以上中级工，被本企业聘用到一线岗位满2年"),
  condition("三(二)2(1)", "TECHNICIAN", "领办重大技术革新项目或带队解决重要技术难题，为企业技术进步发挥重要作用"),
  condition(
    "三(二)2(2)",
    "TECHNICIAN",
    "集团总公司技术比武、岗位练兵：技师及以上要求成绩合格，或高级工及以上要求决赛单人赛项第1名且已是高级工",
    {
      levelHeld: "SENIOR",
      withoutLevelHeld: "成绩合格",
    },
  ),
  condition("三(二)2(3)", "TECHNICIAN", "传帮带培养3名及以上高级工，被本企业聘用到一线岗位满2年"),

  // 三(三) Great contributions of skill.
  condition("三(三)1(1)", "TECHNICIAN", "牵头技能攻关创造经济效益500万元及以上"),
  condition("三(三)1(2)", "TECHNICIAN", "消化并驾驭引进的重大生产设备，突破技术瓶颈，保障全流程生产"),
  condition("三(三)1(3)", "TECHNICIAN", "牵头的创新、发明、改造、推广成果获市（州）级三等奖以上并用于生产"),
  condition("三(三)1(4)", "TECHNICIAN", "获省级及以上技能荣誉，或市（州）级劳动模范、五一劳动奖章等重要荣誉"),
  condition("三(三)2(1)", "SENIOR_TECHNICIAN", "牵头技能攻关创造经济效益1000万元及以上"),
  condition("三(三)2(2)", "SENIOR_TECHNICIAN", "对重大生产设备作原创性设计、改造、创新，并实现重大经济收益"),
  condition("三(三)2(3)", "SENIOR_TECHNICIAN", "牵头的创新、发明、改造、推广成果获市（州）级一等奖以上并用于生产"),
  condition("三(三)2(4)", "SENIOR_TECHNICIAN", "获国家级及以上技能荣誉，或省级及以上劳动模范、五一劳动奖章等重要荣誉"),
];

const BY_CODE = new Map(DIRECT_CONDITIONS.map((one) => [one.code, one]));

/** The condition that a code names, or null when annex 2 has none such. */
export function directCondition(code: string): DirectCondition | null {
  return BY_CODE.get(code) ?? null;
}

/** The codes of the conditions for a level, in the plan's order. */
export function directConditionsFor(level: SkillLevel): readonly string[] {
  return DIRECT_CONDITIONS.filter((one) => one.level === level).map((one) => one.code);
}

/** What direct recognition as a whole is bound to; each number beside its clause. */
export const DIRECT_RULES = {
  /** 原则上: fewer front-line skilled staff is a warning. */
  frontline: { atLeast: 1000, clause: clause("附件2 一(一)") },
  levels: { clause: clause("附件2 一(三)") },
  /** 技师 and 高级技师: two ways of scoring, performance weighing no less. */
  performanceWeight: { atLeast: 0.6, clause: clause("附件2 二") },
  procedure: { clause: clause("附件2 四") },
} as const;

/** Order matters: 中等专科 is no 专科, 专升本 no 专科 either, and a bare 大学 means 本科. */
const EDUCATION_WORDS: readonly (readonly [RegExp, Education])[] = [
  [/博士|硕士|研究生/, "POSTGRADUATE"],
  [/中专|中技|中职|职高|职业高中|技校|中等|(?<!高级)技工学校|中级工|中级技工/, "VOCATIONAL_SECONDARY"],
  [/本科|学士|专升本/, "BACHELOR"],
  [/专科|大专|高职|高专|高等职业|高级工|高级技工|技师/, "COLLEGE"],
  [/大学/, "BACHELOR"],
  [/高中|初中|小学|文盲/, "BELOW"],
];

/** What a cell of 学历 says; null when it says nothing that can be placed. */
export function educationOf(text: string): Education | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  return EDUCATION_WORDS.find(([words]) => words.test(plain))?.[1] ?? null;
}

export function isLowerEducation(education: Education, than: Education): boolean {
  return EDUCATIONS.indexOf(education) < EDUCATIONS.indexOf(than);
}

function condition(
  code: string,
  level: SkillLevel,
  text: string,
  asks: Partial<Omit<DirectCondition, "code" | "level" | "text" | "clause">> = {},
): DirectCondition {
  return {
    code,
    level,
    text,
    monthsInEnterprise: null,
    monthsInOccupation: null,
    ungraded: false,
    education: null,
    levelHeld: null,
    withoutLevelHeld: null,
    ...asks,
    clause: clause(`附件2 ${code}`),
  };
}

function inEnterpriseAndOccupation(months: number) {
  return { monthsInEnterprise: months, monthsInOccupation: months };
}
