import {
  certificateNumberFaults,
  FILING_NUMBER_LENGTH,
  filingNumberFaults,
  isFilingNumber,
  levelOfQualification,
  type NumberFault,
  qualificationNumberFaults,
} from "./certificate-number.ts";
import { type Clause, clause } from "./clauses.ts";
import { addMonths, type Day } from "./day.ts";
import {
  DIRECT_RULES,
  type DirectCondition,
  directCondition,
  directConditionsFor,
  EDUCATION_LABELS,
  educationOf,
  isLowerEducation,
} from "./direct-recognition.ts";
import type { Finding } from "./finding.ts";
import { isHigher, levelFacts, levelIndex, levelOfLetter, SKILL_LEVELS, type SkillLevel } from "./levels.ts";
import type { CertificateKind, RecognitionMethod } from "./words.ts";

/** What the rules need of a certificate's row; the keys are those of the parsed row. */
export interface CertificateFacts {
  /** Tidy: half-width, upper case, no spaces (`tidyNumber`). */
  readonly number: string;
  readonly level: SkillLevel;
  readonly kind: CertificateKind;
  readonly method: RecognitionMethod;
  readonly issuedOn: Day;
  readonly withdrawnOn: Day | null;
  readonly occupationCode: string | null;
  readonly directCondition: string | null;
  readonly hiredOn: Day | null;
  readonly occupationSince: Day | null;
  readonly education: string | null;
  readonly performanceScore: number | null;
  readonly reviewScore: number | null;
  /** 0 to 1. */
  readonly performanceWeight: number | null;
  readonly publicityFrom: Day | null;
  readonly publicityUntil: Day | null;
  readonly issuerName: string | null;
  readonly issuerFilingNumber: string | null;
  readonly remark: string | null;
  /** The employer's name in the row: a body of the same name is not another body. */
  readonly enterpriseName?: string | null;
}

/** What the ledger and the same sending know of the employer (所在单位). */
export interface EmployerFacts {
  readonly known: boolean;
  /** Its own 机构备案号. */
  readonly filingNumbers: readonly string[];
  /** Those of its group, and of its group's parent. */
  readonly groupFilingNumbers: readonly string[];
  /** Its own terms and its group's. */
  readonly terms: readonly FilingTermFacts[];
  readonly directPlanFiledOn: Day | null;
  readonly frontlineHeadcount: number | null;
}

/** One term of a filing with what it covers. */
export interface FilingTermFacts {
  readonly filingNumber: string;
  readonly validFrom: Day;
  readonly validUntil: Day;
  readonly withdrawnOn: Day | null;
  readonly scope: readonly ScopeFacts[];
}

export interface ScopeFacts {
  readonly occupationCode: string;
  readonly levels: readonly SkillLevel[];
  /** From when an added occupation or level is covered; null: as long as the term. */
  readonly effectiveFrom: Day | null;
}

/** The other certificates of the same person, in the register and in the same sending. */
export interface HeldFacts {
  readonly certificates: readonly HeldCertificate[];
}

export interface HeldCertificate {
  readonly number: string;
  readonly level: SkillLevel;
  readonly issuedOn: Day;
  readonly withdrawnOn: Day | null;
}

/** Everything that the plan has against one certificate's row, errors and warnings, in the order of the rules. */
export function checkCertificate(
  facts: CertificateFacts,
  employer: EmployerFacts,
  held: HeldFacts,
): readonly Finding[] {
  return [
    ...employerIsKnown(facts, employer),
    ...numberAgrees(facts, employer),
    ...filingCovers(facts, employer),
    ...appraisedElsewhere(facts),
    ...directFollowsProcedure(facts, employer),
    ...directIsScoredTwice(facts),
    ...directMeetsCondition(facts, held),
    ...apprenticeIsTheEmployers(facts, employer),
  ];
}

/**
 * Issued by a body that is neither the employer nor its group, by the number's first 13 characters.
 * A 职业资格证书 is never “outside”: it has a line of its own.
 */
export function isOutside(
  facts: Pick<CertificateFacts, "number" | "kind">,
  employer: Pick<EmployerFacts, "filingNumbers" | "groupFilingNumbers">,
): boolean {
  if (facts.kind === "QUALIFICATION") return false;
  const filingNumber = filingNumberIn(facts);
  return !employer.filingNumbers.includes(filingNumber) && !employer.groupFilingNumbers.includes(filingNumber);
}

const CODED = clause("附件1 注2");
const LEVELS = clause("附件1");
const FILED = clause("四(一)");
const SELF_ASSESSED = clause("四(五)");
const SPECIAL = clause("四(六)");
const CHIEF = clause("四(七)");
const APPRENTICES = clause("四(四)");
const UNGRADED = clause("附件2 三(一)");

/**
 * 四(一): a certificate belongs to a unit that the ledger knows. One of another body, or a 职业资格证书, goes in
 * before its unit is known and is listed; its holder then stands outside every population.
 */
export function employerIsKnown(facts: CertificateFacts, employer: EmployerFacts): readonly Finding[] {
  if (employer.known) return [];
  const mend = "请先报送该单位的企业名录或备案台账，并核对统一社会信用代码";
  const mayWait = facts.kind === "QUALIFICATION" || (facts.level !== "APPRENTICE" && namesOtherBody(facts));
  return mayWait
    ? [warning("UNKNOWN_ENTERPRISE_WARNING", "creditCode", "所在单位尚未入库，持证人暂不计入任何单位", mend, FILED)]
    : [error("UNKNOWN_ENTERPRISE", "creditCode", "所在单位尚未入库，无法核对备案", mend, FILED)];
}

/**
 * Rule 1 (附件1 注2, 四(一)): the number is well formed, states the level and the year of issue, and begins with the
 * 机构备案号 of the body that issued it: the employer, its group, or another body that the row names.
 * A 职业资格证书 follows its own pattern.
 */
export function numberAgrees(facts: CertificateFacts, employer: EmployerFacts): readonly Finding[] {
  if (facts.kind === "QUALIFICATION") return qualificationAgrees(facts);
  return [
    ...certificateNumberFaults(facts.number).map((fault) => errorOf(fault, "number")),
    ...numberStatesLevel(facts),
    ...numberStatesYear(facts),
    ...numberStatesIssuer(facts, employer),
  ];
}

/** 职业资格 has five levels, and the 16-digit number states which in its 11th place. */
function qualificationAgrees(facts: CertificateFacts): readonly Finding[] {
  const findings = qualificationNumberFaults(facts.number).map((fault) => errorOf(fault, "number"));
  if (!levelFacts(facts.level).direct) {
    findings.push(
      error(
        "QUALIFICATION_LEVEL",
        "level",
        `职业资格证书只有初级工至高级技师五级，没有“${nameOf(facts.level)}”`,
        "请核对证书类别和等级",
        null,
      ),
    );
    return findings;
  }
  const stated = levelOfQualification(facts.number);
  if (stated && stated !== facts.level) {
    findings.push(
      error(
        "QUALIFICATION_LEVEL_MISMATCH",
        "number",
        `职业资格证书编号第11位表示“${nameOf(stated)}”，与等级“${nameOf(facts.level)}”不符`,
        "请对照证书核对编号和等级",
        null,
      ),
    );
  }
  return findings;
}

/** 附件1 注2: the 16th character is the level's. */
function numberStatesLevel({ number, level }: CertificateFacts): readonly Finding[] {
  const stated = number.length === 22 ? levelOfLetter(number[15]!) : null;
  if (stated === null || stated === level) return [];
  return [
    error(
      "CERTIFICATE_LEVEL_MISMATCH",
      "number",
      `证书编号第16位“${number[15]}”表示“${nameOf(stated)}”，与职业技能等级“${nameOf(level)}”不符`,
      `请对照证书核对编号和等级；“${nameOf(level)}”的第16位应为“${levelFacts(level).letter}”`,
      CODED,
    ),
  ];
}

/** 附件1 注2: the 14th and 15th characters are the last two digits of the year of issue. */
function numberStatesYear({ number, issuedOn }: CertificateFacts): readonly Finding[] {
  const stated = number.length === 22 ? number.slice(13, 15) : "";
  if (!/^\d\d$/.test(stated) || stated === issuedOn.slice(2, 4)) return [];
  return [
    error(
      "CERTIFICATE_YEAR_MISMATCH",
      "number",
      `证书编号第14至15位年份为“${stated}”，与发证日期${issuedOn}不符`,
      "请对照证书核对编号和发证日期",
      CODED,
    ),
  ];
}

/** 四(一), 附件1: the first 13 characters are the 机构备案号 of the body that issued it. */
function numberStatesIssuer(facts: CertificateFacts, employer: EmployerFacts): readonly Finding[] {
  const findings: Finding[] = [];
  const first = filingNumberIn(facts);
  const named = facts.issuerFilingNumber;
  const namedFaults = named === null ? [] : filingNumberFaults(named);
  findings.push(...namedFaults.map((fault) => errorOf(fault, "issuerFilingNumber")));
  if (facts.number.length !== 22 || !isFilingNumber(first)) return findings;

  const namesOther = named !== null && namedFaults.length === 0 && named !== first;
  if (namesOther) {
    findings.push(
      error(
        "ISSUER_NUMBER_MISMATCH",
        "issuerFilingNumber",
        `机构备案号${named}与证书编号前13位${first}不符`,
        "证书编号前13位应为评价机构的机构备案号，请核对证书编号和机构备案号",
        FILED,
      ),
    );
  }
  // Whose apprentice it is, rule 8 says; whose certificate a unit's is that nobody knows, nobody can say.
  if (facts.level === "APPRENTICE" || !isOutside(facts, employer)) return findings;
  if (namesOtherBody(facts)) {
    findings.push(
      warning(
        "OUTSIDE_CERTIFICATE",
        "number",
        "外部证书待核验：证书由所在单位及其集团以外的评价机构颁发",
        "请向评价机构或全国技能人才评价证书查询系统核验",
        FILED,
      ),
    );
  } else if (employer.known && !namesOther) {
    findings.push(
      error(
        "FILING_NUMBER_MISMATCH",
        "number",
        sameName(facts.issuerName, facts.enterpriseName)
          ? `证书编号前13位${first}不是所在单位的机构备案号，评价机构名称却是所在单位`
          : `证书编号前13位${first}不是所在单位或其集团的机构备案号，也未写明其他评价机构`,
        "请核对证书编号；如由其他评价机构颁发，请填写评价机构名称和机构备案号；如为本单位新备案号，请先报送备案台账",
        FILED,
      ),
    );
  }
  return findings;
}

/**
 * Rule 2 (四(一), 四(五)): issued within a term of that filing which covers the day, the occupation and the level.
 * Not asked of other bodies' certificates, of 职业资格, of 学徒工 (rule 8), nor of 特级 and 首席 (rule 3: no filing gives
 * them). A day before the first term that the ledger knows is let in and listed.
 */
export function filingCovers(facts: CertificateFacts, employer: EmployerFacts): readonly Finding[] {
  if (!employer.known || facts.kind === "QUALIFICATION" || isOutside(facts, employer)) return [];
  if (facts.level === "APPRENTICE" || isTitle(facts.level)) return [];
  const day = facts.issuedOn;
  const first = filingNumberIn(facts);
  const terms = employer.terms
    .filter((term) => term.filingNumber === first)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

  if (terms.length > 0 && day < terms[0]!.validFrom) {
    return [
      warning(
        "HISTORICAL_CERTIFICATE",
        "issuedOn",
        `历史证书待核：发证日期${day}早于库内该备案号最早的有效期起${terms[0]!.validFrom}`,
        "请补报该备案号更早的备案台账，或核对发证日期",
        FILED,
      ),
    ];
  }
  const covering = terms.filter((term) => isInForce(term, day));
  return covering.length === 0 ? [noTermOnDay(day, first, terms)] : scopeHolds(facts, covering);
}

function noTermOnDay(day: Day, filingNumber: string, terms: readonly FilingTermFacts[]): Finding {
  const withdrawn = terms.find((term) => term.validFrom <= day && day <= term.validUntil);
  const shown = terms.slice(-3).map((term) => `${term.validFrom}至${term.validUntil}`);
  let why = `不在备案号${filingNumber}的有效期内（${shown.join("；")}）`;
  if (terms.length === 0) why = `无法核对：备案号${filingNumber}在库内没有有效期`;
  else if (withdrawn) why = `时备案号${filingNumber}已于${withdrawn.withdrawnOn}注销`;
  return error(
    "NO_FILING_TERM_ON_DAY",
    "issuedOn",
    `发证日期${day}${why}`,
    "请核对发证日期；如备案已续期，请先报送续期的备案台账",
    FILED,
  );
}

/** Any of the terms in force may hold the occupation with the level. */
function scopeHolds(facts: CertificateFacts, covering: readonly FilingTermFacts[]): readonly Finding[] {
  const { issuedOn, level, occupationCode } = facts;
  if (occupationCode === null) {
    return [
      error(
        "OCCUPATION_MISSING",
        "occupationCode",
        "没有职业编码，无法核对备案的职业（工种）",
        "请填写职业编码，或填写与备案台账一致的职业名称",
        FILED,
      ),
    ];
  }
  const holds = (item: ScopeFacts) =>
    item.occupationCode === occupationCode && item.levels.includes(level) && isEffective(item, issuedOn);
  if (covering.some((term) => term.scope.some(holds))) return [];

  const everything = covering.flatMap((term) => term.scope);
  const ofOccupation = everything.filter((item) => item.occupationCode === occupationCode);
  const onDay = ofOccupation.filter((item) => isEffective(item, issuedOn));
  if (onDay.length === 0) {
    return [occupationNotFiled(facts, occupationCode, everything, ofOccupation)];
  }
  const filed = SKILL_LEVELS.filter((one) => onDay.some((item) => item.levels.includes(one)));
  const later = earliestOf(ofOccupation.filter((item) => item.levels.includes(level)));
  return [
    error(
      "LEVEL_NOT_FILED",
      "level",
      later === null
        ? `职业${occupationCode}备案的等级为${namesOf(filed)}，不含“${nameOf(level)}”`
        : `职业${occupationCode}的“${nameOf(level)}”自${later}起方在备案范围内，发证日期${issuedOn}在此之前`,
      "请核对等级和发证日期；如已增项，请先报送增项的备案台账",
      SELF_ASSESSED,
    ),
  ];
}

function occupationNotFiled(
  { issuedOn }: CertificateFacts,
  occupationCode: string,
  everything: readonly ScopeFacts[],
  ofOccupation: readonly ScopeFacts[],
): Finding {
  const later = earliestOf(ofOccupation);
  const filed = [...new Set(everything.map((item) => item.occupationCode))];
  let why = `（该备案的职业：${filed.slice(0, 5).join("、")}${filed.length > 5 ? `等${filed.length}个` : ""}）`;
  if (filed.length === 0) why = "：该备案没有登记任何职业（工种）";
  else if (later !== null) why = `：自${later}起方在备案范围内，发证日期为${issuedOn}`;
  return error(
    "OCCUPATION_NOT_FILED",
    "occupationCode",
    `职业${occupationCode}不在备案范围内${why}`,
    "请核对职业编码和发证日期；如已增项，请先报送增项的备案台账",
    FILED,
  );
}

/**
 * Rule 3 (四(六), 四(七)): 特级技师 and 首席技师 come only from an approved appraisal, and 评聘 gives nothing else;
 * neither ever comes from an import of certificates.
 */
export function appraisedElsewhere({ kind, level, method }: CertificateFacts): readonly Finding[] {
  if (kind === "QUALIFICATION") return [];
  const findings: Finding[] = [];
  if (isTitle(level)) {
    findings.push(
      error(
        "TITLE_BY_CERTIFICATE",
        "level",
        `“${nameOf(level)}”只能由省级核准的评定产生，不能由证书台账导入`,
        "请由省级管理员在评定名单中报送；如为单位内部称谓，请填写对应的等级",
        level === "CHIEF_TECHNICIAN" ? CHIEF : SPECIAL,
      ),
    );
  }
  if (method === "APPRAISAL") {
    findings.push(
      error(
        "APPRAISAL_BY_CERTIFICATE",
        "method",
        "“评聘”只用于特级技师、首席技师的评定，不能由证书台账导入",
        "请核对认定方式；特级技师、首席技师由省级管理员在评定名单中报送",
        level === "CHIEF_TECHNICIAN" ? CHIEF : SPECIAL,
      ),
    );
  }
  return findings;
}

/**
 * Rule 4 (附件2 一(一), 一(三), 四): direct recognition is for 初级工 to 高级技师, under a plan that was filed before its
 * result was publicised, with the days of that publicity; 原则上 in units of 1000 front-line skilled staff and more.
 * Plan and size of another body are not in the ledger: its certificate is listed for verification as it is.
 */
export function directFollowsProcedure(facts: CertificateFacts, employer: EmployerFacts): readonly Finding[] {
  if (facts.method !== "DIRECT") return conditionIsNotIdle(facts);
  const findings: Finding[] = [];
  if (!levelFacts(facts.level).direct) {
    findings.push(
      error(
        "DIRECT_LEVEL",
        "level",
        `直接认定只适用于初级工至高级技师，不适用于“${nameOf(facts.level)}”`,
        "请核对职业技能等级和认定方式",
        DIRECT_RULES.levels.clause,
      ),
    );
  }
  if (employer.known && !isOutside(facts, employer)) {
    findings.push(...planIsFiled(facts, employer), ...unitIsLarge(employer));
  }
  return [...findings, ...resultIsPublicised(facts)];
}

function conditionIsNotIdle(facts: CertificateFacts): readonly Finding[] {
  if (facts.directCondition === null) return [];
  return [
    warning(
      "DIRECT_CONDITION_UNUSED",
      "directCondition",
      "认定方式不是直接认定，却填写了直接认定条件",
      "请核对认定方式；如非直接认定，请清空直接认定条件",
      DIRECT_RULES.procedure.clause,
    ),
  ];
}

/** 附件2 四: the plan is filed first; publicity of the result and the certificate come after. */
function planIsFiled(facts: CertificateFacts, { directPlanFiledOn }: EmployerFacts): readonly Finding[] {
  if (directPlanFiledOn === null) {
    return [
      error(
        "DIRECT_PLAN_NOT_FILED",
        "method",
        "所在单位没有备案直接认定工作方案",
        "请先在备案台账中报送“直接认定方案备案日期”",
        DIRECT_RULES.procedure.clause,
      ),
    ];
  }
  const begins = facts.publicityFrom ?? facts.issuedOn;
  if (directPlanFiledOn <= begins && directPlanFiledOn <= facts.issuedOn) return [];
  const late = directPlanFiledOn > facts.issuedOn ? `发证日期${facts.issuedOn}` : `结果公示起${begins}`;
  return [
    error(
      "DIRECT_PLAN_LATE",
      directPlanFiledOn > facts.issuedOn ? "issuedOn" : "publicityFrom",
      `直接认定工作方案${directPlanFiledOn}才备案，晚于${late}`,
      "请核对公示日期、发证日期和备案台账中的直接认定方案备案日期",
      DIRECT_RULES.procedure.clause,
    ),
  ];
}

/** 附件2 一(一), “原则上”. A headcount that nobody stated says nothing. */
function unitIsLarge({ frontlineHeadcount }: EmployerFacts): readonly Finding[] {
  const { atLeast, clause: where } = DIRECT_RULES.frontline;
  if (frontlineHeadcount === null || frontlineHeadcount >= atLeast) return [];
  return [
    warning(
      "DIRECT_SMALL_ENTERPRISE",
      "method",
      `所在单位一线技能职工${frontlineHeadcount}人，低于直接认定原则上要求的${atLeast}人`,
      "请核实该单位开展直接认定的依据，或核对备案台账中的一线技能职工人数",
      where,
    ),
  ];
}

/** 附件2 四: the result is publicised in the unit, then the certificate is issued. */
function resultIsPublicised({ issuedOn, publicityFrom, publicityUntil }: CertificateFacts): readonly Finding[] {
  const findings: Finding[] = [];
  const where = DIRECT_RULES.procedure.clause;
  for (const [column, label, day] of [
    ["publicityFrom", "结果公示起", publicityFrom],
    ["publicityUntil", "结果公示止", publicityUntil],
  ] as const) {
    if (day !== null) continue;
    const message = `直接认定没有填写“${label}”`;
    findings.push(error("DIRECT_PUBLICITY_MISSING", column, message, "请填写认定结果公示的起止日期", where));
  }
  if (publicityFrom !== null && publicityUntil !== null && publicityFrom > publicityUntil) {
    const message = `结果公示起${publicityFrom}晚于结果公示止${publicityUntil}`;
    findings.push(error("DIRECT_PUBLICITY_ORDER", "publicityFrom", message, "请核对公示起止日期", where));
  }
  const ends = publicityUntil ?? publicityFrom;
  if (ends !== null && ends > issuedOn) {
    findings.push(
      error(
        "DIRECT_PUBLICITY_AFTER_ISSUE",
        publicityUntil === null ? "publicityFrom" : "publicityUntil",
        `结果公示（${ends}）在发证日期${issuedOn}之后`,
        "结果经公示后方可颁发证书，请核对公示日期和发证日期",
        where,
      ),
    );
  }
  return findings;
}

/**
 * Rule 5 (附件2 二): 技师 and 高级技师 are scored in two ways, 原则上; of two scores, performance weighs 60% or more.
 * Without the weight that cannot be seen to be kept.
 */
export function directIsScoredTwice(facts: CertificateFacts): readonly Finding[] {
  const { level, method, performanceScore, performanceWeight, reviewScore } = facts;
  if (method !== "DIRECT" || (level !== "TECHNICIAN" && level !== "SENIOR_TECHNICIAN")) return [];
  const { atLeast, clause: where } = DIRECT_RULES.performanceWeight;
  if (performanceScore === null || reviewScore === null) {
    const none = performanceScore === null && reviewScore === null;
    return [
      warning(
        none ? "DIRECT_NO_SCORE" : "DIRECT_ONE_SCORE",
        performanceScore === null ? "performanceScore" : "reviewScore",
        `直接认定${nameOf(level)}原则上以业绩评定和现场评审（答辩）两种方式评分，此处${
          none ? "没有评分" : `只有${performanceScore === null ? "评审评分" : "业绩评分"}`
        }`,
        "请补填业绩评分、评审评分和业绩权重，或核实单一方式认定的依据",
        where,
      ),
    ];
  }
  if (performanceWeight === null) {
    return [
      error(
        "DIRECT_WEIGHT_MISSING",
        "performanceWeight",
        "有两项评分但没有业绩权重，无法核对业绩评定权重是否不低于60%",
        "请填写业绩权重（60%、0.6、60均可）",
        where,
      ),
    ];
  }
  if (performanceWeight >= atLeast - ROUNDING) return [];
  return [
    error(
      "DIRECT_WEIGHT_LOW",
      "performanceWeight",
      `业绩评定权重${Math.floor(performanceWeight * 10_000 + ROUNDING) / 100}%，低于60%`,
      "业绩评定评分权重不得低于60%，请核对权重",
      where,
    ),
  ];
}

/** A weight read from a sheet is a binary fraction: 0.6 may have come as 0.59999999999. */
const ROUNDING = 1e-9;

/**
 * Rule 6 (附件2 三): direct recognition names one of annex 2's 22 conditions, one for the level, and the time that it
 * asks for in the same enterprise and occupation is there on the day of issue.
 */
export function directMeetsCondition(facts: CertificateFacts, held: HeldFacts): readonly Finding[] {
  // For a level that rule 4 refuses there is no condition that could be right.
  if (facts.method !== "DIRECT" || !levelFacts(facts.level).direct) return [];
  const choices = directConditionsFor(facts.level).join("、");
  const mend = `直接认定${nameOf(facts.level)}的条件为：${choices}，请按附件2的写法填写其中一项`;
  const where = clause("附件2 三");
  if (facts.directCondition === null) {
    return [error("DIRECT_CONDITION_MISSING", "directCondition", "直接认定没有填写直接认定条件", mend, where)];
  }
  const condition = directCondition(facts.directCondition);
  if (condition === null) {
    return [error("DIRECT_CONDITION_UNKNOWN", "directCondition", "附件2没有这一直接认定条件", mend, where)];
  }
  if (condition.level !== facts.level) {
    const message = `${condition.code}是直接认定“${nameOf(condition.level)}”的条件，与等级“${nameOf(facts.level)}”不符`;
    return [error("DIRECT_CONDITION_LEVEL", "directCondition", message, mend, condition.clause)];
  }
  return [
    ...timeIsServed(facts, condition),
    ...educationSuffices(facts, condition),
    ...isStillUngraded(facts, condition, held),
    ...holdsTheLevelAsked(facts, condition, held),
  ];
}

/** The months that the condition asks for, counted to the day of issue; the anniversary itself is enough. */
function timeIsServed(facts: CertificateFacts, condition: DirectCondition): readonly Finding[] {
  const spans = [
    ["hiredOn", "入职日期", "在本企业连续工作", facts.hiredOn, condition.monthsInEnterprise],
    ["occupationSince", "本职业起始日期", "在同一企业从事本职业", facts.occupationSince, condition.monthsInOccupation],
  ] as const;
  const findings: Finding[] = [];
  for (const [column, label, what, since, months] of spans) {
    if (months === null) continue;
    const asked = `${condition.code}要求${what}满${spanOf(months)}`;
    // 未定级职工 serve half a year for all of 三(一); a longer time is the condition's own.
    const where = months === 6 ? UNGRADED : condition.clause;
    const code = column === "hiredOn" ? "DIRECT_ENTERPRISE_TIME" : "DIRECT_OCCUPATION_TIME";
    if (since === null) {
      const mend = `请填写${label}`;
      findings.push(error(`${code}_MISSING`, column, `${asked}，没有填写“${label}”，无法核对`, mend, where));
    } else if (addMonths(since, months) > facts.issuedOn) {
      const message = `${asked}：${label}${since}，至发证日期${facts.issuedOn}未满`;
      findings.push(error(`${code}_SHORT`, column, message, `请核对${label}、发证日期和直接认定条件`, where));
    }
  }
  return findings;
}

/** A warning only: the plan speaks of what the school trains for, which 学历 does not tell. */
function educationSuffices(facts: CertificateFacts, condition: DirectCondition): readonly Finding[] {
  if (condition.education === null) return [];
  const asked = `${condition.code}要求${EDUCATION_LABELS[condition.education]}及以上毕业证书`;
  const mend = "请核对学历（毕业证书）和直接认定条件";
  const stated = facts.education === null ? null : educationOf(facts.education);
  if (facts.education === null) {
    return [warning("DIRECT_EDUCATION_MISSING", "education", `${asked}，没有填写学历`, mend, condition.clause)];
  }
  if (stated === null) {
    return [warning("DIRECT_EDUCATION_UNCLEAR", "education", `${asked}，填写的学历无法识别`, mend, condition.clause)];
  }
  if (!isLowerEducation(stated, condition.education)) return [];
  const message = `${asked}，填写的学历为${EDUCATION_LABELS[stated]}`;
  return [warning("DIRECT_EDUCATION_LOWER", "education", message, mend, condition.clause)];
}

/** “仍未确定职业技能等级”: no certificate of an earlier day that still held when this one was issued. */
function isStillUngraded(facts: CertificateFacts, condition: DirectCondition, held: HeldFacts): readonly Finding[] {
  if (!condition.ungraded) return [];
  const earlier = heldOn(facts, held).filter((one) => one.issuedOn < facts.issuedOn);
  if (earlier.length === 0) return [];
  const highest = earlier.reduce((high, one) => (isHigher(one.level, high.level) ? one : high));
  return [
    warning(
      "DIRECT_ALREADY_GRADED",
      "directCondition",
      `${condition.code}适用于仍未确定职业技能等级的职工，库内此人已于${highest.issuedOn}取得“${nameOf(highest.level)}”`,
      "请核实是否应按其他条件认定",
      condition.clause,
    ),
  ];
}

/** 三(二)2(2) by first place: a 高级工 (or higher) held on the day, unless 备注 says that the other way was taken. */
function holdsTheLevelAsked(facts: CertificateFacts, condition: DirectCondition, held: HeldFacts): readonly Finding[] {
  const { levelHeld, withoutLevelHeld } = condition;
  if (levelHeld === null) return [];
  if (heldOn(facts, held).some((one) => levelIndex(one.level) >= levelIndex(levelHeld))) return [];
  if (withoutLevelHeld !== null && plain(facts.remark).includes(withoutLevelHeld)) return [];
  return [
    error(
      "DIRECT_LEVEL_NOT_HELD",
      "directCondition",
      `${condition.code}以决赛第1名认定的应已具有${nameOf(levelHeld)}等级，库内没有此人的${nameOf(levelHeld)}证书`,
      `请先报送${nameOf(levelHeld)}证书；如按“${withoutLevelHeld}”认定，请在备注中写明“${withoutLevelHeld}”`,
      condition.clause,
    ),
  ];
}

/**
 * Rule 8 (附件1, 四(四)): 学徒工 is given by the employer only, under its own filing number; the filing need not name the
 * level or the occupation. Its way is the grading at the end of training and trial, which gives no higher level than
 * the training's goal.
 */
export function apprenticeIsTheEmployers(facts: CertificateFacts, employer: EmployerFacts): readonly Finding[] {
  if (facts.kind === "QUALIFICATION") return [];
  if (facts.level !== "APPRENTICE") return apprenticeshipReachesNoHigher(facts);
  const findings: Finding[] = [];
  const first = filingNumberIn(facts);
  if (employer.known && isFilingNumber(first) && !employer.filingNumbers.includes(first)) {
    findings.push(
      error(
        "APPRENTICE_ISSUER",
        "number",
        `学徒工证书只能由用人单位颁发，证书编号前13位${first}${
          employer.groupFilingNumbers.includes(first) ? "是其集团的机构备案号" : "不是所在单位的机构备案号"
        }`,
        "请核对证书编号、职业技能等级和统一社会信用代码",
        LEVELS,
      ),
    );
  }
  if (facts.method !== "APPRENTICESHIP" && facts.method !== "GRADING") {
    findings.push(
      warning(
        "APPRENTICE_METHOD",
        "method",
        "学徒工一般经学徒转正定级或定级考评取得",
        "请核对认定方式和职业技能等级",
        APPRENTICES,
      ),
    );
  }
  return findings;
}

/** 四(四): what an apprenticeship trains for; above 中级工 is out of the ordinary and listed. */
function apprenticeshipReachesNoHigher({ level, method }: CertificateFacts): readonly Finding[] {
  if (method !== "APPRENTICESHIP" || !isHigher(level, "INTERMEDIATE")) return [];
  return [
    warning(
      "APPRENTICESHIP_LEVEL",
      "level",
      `学徒转正定级一般不高于中级工，此处为“${nameOf(level)}”`,
      "请核实培养目标，或核对认定方式",
      APPRENTICES,
    ),
  ];
}

function filingNumberIn({ number }: Pick<CertificateFacts, "number">): string {
  return number.slice(0, FILING_NUMBER_LENGTH);
}

/** The row says which other body issued it: its name, and the 机构备案号 that the number begins with. */
function namesOtherBody(facts: CertificateFacts): boolean {
  return (
    plain(facts.issuerName) !== "" &&
    facts.issuerFilingNumber === filingNumberIn(facts) &&
    isFilingNumber(facts.issuerFilingNumber) &&
    !sameName(facts.issuerName, facts.enterpriseName)
  );
}

function sameName(one: string | null | undefined, other: string | null | undefined): boolean {
  return plain(one) !== "" && plain(one) === plain(other);
}

function plain(text: string | null | undefined): string {
  return (text ?? "").normalize("NFKC").replace(/\s+/g, "");
}

function isInForce(term: FilingTermFacts, day: Day): boolean {
  return term.validFrom <= day && day <= term.validUntil && !(term.withdrawnOn !== null && term.withdrawnOn <= day);
}

function isEffective(item: ScopeFacts, day: Day): boolean {
  return item.effectiveFrom === null || item.effectiveFrom <= day;
}

function earliestOf(items: readonly ScopeFacts[]): Day | null {
  const days = items.map((item) => item.effectiveFrom).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

/** The person's other certificates that held on the day of issue. */
function heldOn(facts: CertificateFacts, held: HeldFacts): readonly HeldCertificate[] {
  return held.certificates.filter(
    (one) =>
      one.number !== facts.number &&
      one.issuedOn <= facts.issuedOn &&
      !(one.withdrawnOn !== null && one.withdrawnOn <= facts.issuedOn),
  );
}

function isTitle(level: SkillLevel): boolean {
  return level === "SPECIAL_TECHNICIAN" || level === "CHIEF_TECHNICIAN";
}

function nameOf(level: SkillLevel): string {
  return levelFacts(level).name;
}

function namesOf(levels: readonly SkillLevel[]): string {
  return levels.length === 0 ? "空" : levels.map(nameOf).join("、");
}

function spanOf(months: number): string {
  return months % 12 === 0 ? `${months / 12}年` : `${months}个月`;
}

function error(code: string, column: string, message: string, mend: string, where: Clause | null): Finding {
  return { code, severity: "error", column, message, mend, clause: where };
}

function warning(code: string, column: string, message: string, mend: string, where: Clause | null): Finding {
  return { code, severity: "warning", column, message, mend, clause: where };
}

function errorOf(fault: NumberFault, column: string): Finding {
  return error(fault.code, column, fault.message, fault.mend, fault.clause);
}
