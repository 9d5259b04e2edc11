import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CertificateContent } from "../../server/import/parsed.ts";
import {
  type CertificateFacts,
  checkCertificate,
  type EmployerFacts,
  type FilingTermFacts,
  type HeldCertificate,
  isOutside,
} from "../../server/policy/certificate-rules.ts";
import type { Day } from "../../server/policy/day.ts";
import { directConditionsFor } from "../../server/policy/direct-recognition.ts";
import { levelFacts, SKILL_LEVELS, type SkillLevel } from "../../server/policy/levels.ts";
import { CERTIFICATE_KINDS, RECOGNITION_METHODS } from "../../server/policy/words.ts";

const OWN = "Y000051001064";
const GROUP = "Y000051000900";
const OTHER = "S000051000777";
const FITTER = "6-20-01-01";
const WELDER = "6-18-02-04";

/** A term of the employer's own filing in which everything from 初级工 to 高级技师 is covered for fitters. */
function aTerm(changes: Partial<FilingTermFacts> = {}): FilingTermFacts {
  return {
    filingNumber: OWN,
    validFrom: "2023-01-01",
    validUntil: "2025-12-31",
    withdrawnOn: null,
    scope: [
      {
        occupationCode: FITTER,
        levels: ["JUNIOR", "INTERMEDIATE", "SENIOR", "TECHNICIAN", "SENIOR_TECHNICIAN"],
        effectiveFrom: null,
      },
    ],
    ...changes,
  };
}

function anEmployer(changes: Partial<EmployerFacts> = {}): EmployerFacts {
  return {
    known: true,
    filingNumbers: [OWN],
    groupFilingNumbers: [GROUP],
    terms: [aTerm(), aTerm({ filingNumber: GROUP })],
    directPlanFiledOn: "2024-09-01",
    frontlineHeadcount: 1000,
    ...changes,
  };
}

const NOBODY: EmployerFacts = {
  known: false,
  filingNumbers: [],
  groupFilingNumbers: [],
  terms: [],
  directPlanFiledOn: null,
  frontlineHeadcount: null,
};

/** A row that nothing is wrong with; its number follows level, day and issuer unless the test states one. */
function aRow(changes: Partial<CertificateFacts> & { by?: string } = {}): CertificateFacts {
  const { by = OWN, ...stated } = changes;
  const level = stated.level ?? "SENIOR";
  const issuedOn = stated.issuedOn ?? "2025-06-30";
  return {
    number: `${by}${issuedOn.slice(2, 4)}${levelFacts(level).letter}000123`,
    level,
    kind: "LEVEL",
    method: "GRADING",
    issuedOn,
    withdrawnOn: null,
    occupationCode: FITTER,
    directCondition: null,
    hiredOn: null,
    occupationSince: null,
    education: null,
    performanceScore: null,
    reviewScore: null,
    performanceWeight: null,
    publicityFrom: null,
    publicityUntil: null,
    issuerName: null,
    issuerFilingNumber: null,
    remark: null,
    ...stated,
  };
}

/** Direct recognition on a condition that asks for no time. */
function aDirectRow(level: SkillLevel, changes: Partial<CertificateFacts> & { by?: string } = {}): CertificateFacts {
  const conditions: Partial<Record<SkillLevel, string>> = {
    JUNIOR: "三(一)1",
    INTERMEDIATE: "三(一)2(3)",
    SENIOR: "三(二)1(1)",
    TECHNICIAN: "三(二)2(1)",
    SENIOR_TECHNICIAN: "三(三)2(1)",
  };
  return aRow({
    level,
    method: "DIRECT",
    directCondition: conditions[level] ?? null,
    hiredOn: "2010-07-01",
    occupationSince: "2010-07-01",
    education: "中专",
    performanceScore: 90,
    reviewScore: 85,
    performanceWeight: 0.6,
    publicityFrom: "2025-06-01",
    publicityUntil: "2025-06-10",
    ...changes,
  });
}

function aHeld(level: SkillLevel, issuedOn: Day, withdrawnOn: Day | null = null): HeldCertificate {
  return { number: `${OWN}${issuedOn.slice(2, 4)}${levelFacts(level).letter}000999`, level, issuedOn, withdrawnOn };
}

function check(row: CertificateFacts, employer = anEmployer(), held: readonly HeldCertificate[] = []) {
  return checkCertificate(row, employer, { certificates: held });
}

/** `error CODE @column`, in the order of the rules. */
function told(row: CertificateFacts, employer = anEmployer(), held: readonly HeldCertificate[] = []) {
  return check(row, employer, held).map((one) => `${one.severity} ${one.code} @${one.column}`);
}

describe("a certificate that keeps every rule", () => {
  it("has nothing said of it, by grading and by direct recognition", () => {
    expect(told(aRow())).toEqual([]);
    for (const level of ["JUNIOR", "INTERMEDIATE", "SENIOR", "TECHNICIAN", "SENIOR_TECHNICIAN"] as const) {
      expect(told(aDirectRow(level)), level).toEqual([]);
    }
  });
});

describe("rule 1: the number (附件1 注2)", () => {
  it.each(SKILL_LEVELS.filter((level) => level !== "SENIOR"))("states its level: 3 is not %s", (level) => {
    const row = aRow({ level, number: `${OWN}253000123` });
    const mismatch = check(row).find((one) => one.code === "CERTIFICATE_LEVEL_MISMATCH");
    expect(mismatch).toMatchObject({ severity: "error", column: "number", clause: "附件1 注2" });
    expect(mismatch!.message).toContain("高级工");
    expect(mismatch!.message).toContain(levelFacts(level).name);
  });

  it("states its year: the last day of one and the first of the next", () => {
    expect(told(aRow({ issuedOn: "2024-12-31", number: `${OWN}243000123` }))).toEqual([]);
    expect(told(aRow({ issuedOn: "2025-01-01", number: `${OWN}243000123` }))).toEqual([
      "error CERTIFICATE_YEAR_MISMATCH @number",
    ]);
    expect(told(aRow({ issuedOn: "2024-12-31", number: `${OWN}253000123` }))).toEqual([
      "error CERTIFICATE_YEAR_MISMATCH @number",
    ]);
  });

  it("tells level and year at once", () => {
    expect(told(aRow({ number: `${OWN}242000123` }))).toEqual([
      "error CERTIFICATE_LEVEL_MISMATCH @number",
      "error CERTIFICATE_YEAR_MISMATCH @number",
    ]);
  });

  it("reports an O typed for a 0, and still what can be read of the rest", () => {
    expect(told(aRow({ number: `${OWN}2420O0123` }))).toEqual([
      "error CERTIFICATE_NUMBER_TYPING @number",
      "error CERTIFICATE_LEVEL_MISMATCH @number",
      "error CERTIFICATE_YEAR_MISMATCH @number",
    ]);
  });

  it("is refused for its length and for nothing that rests on places that moved", () => {
    expect(told(aRow({ number: `${OWN}24200012` }))).toEqual(["error CERTIFICATE_NUMBER_LENGTH @number"]);
  });
});

describe("rule 1: who issued it (四(一))", () => {
  it("is the employer or its group, without a word in the row", () => {
    expect(told(aRow({ by: OWN }))).toEqual([]);
    expect(told(aRow({ by: GROUP }))).toEqual([]);
  });

  it("may be named in the row even so", () => {
    expect(told(aRow({ by: OWN, issuerName: "四川某机械有限公司", issuerFilingNumber: OWN }))).toEqual([]);
    expect(told(aRow({ by: GROUP, issuerName: "四川某集团", issuerFilingNumber: GROUP }))).toEqual([]);
  });

  it("is another body only when the row names it and its number: then listed for verification", () => {
    const row = aRow({ by: OTHER, issuerName: "某职业培训学校", issuerFilingNumber: OTHER });
    expect(told(row)).toEqual(["warning OUTSIDE_CERTIFICATE @number"]);
    expect(check(row)[0]!.message).toContain("外部证书待核验");
  });

  it.each([
    ["nothing", {}],
    ["the name alone", { issuerName: "某职业培训学校" }],
    ["the number alone", { issuerFilingNumber: OTHER }],
    ["a blank name", { issuerName: " 　", issuerFilingNumber: OTHER }],
  ])("is refused when the row names %s", (_, named) => {
    const row = aRow({ by: OTHER, ...named });
    expect(told(row)).toEqual(["error FILING_NUMBER_MISMATCH @number"]);
    expect(check(row)[0]!.clause).toBe("四(一)");
  });

  it("is refused when 机构备案号 is not what the number begins with", () => {
    for (const by of [OTHER, OWN]) {
      expect(told(aRow({ by, issuerName: "某职业培训学校", issuerFilingNumber: "S000051000778" }))).toEqual([
        "error ISSUER_NUMBER_MISMATCH @issuerFilingNumber",
      ]);
    }
  });

  it("is refused with the letter named when 机构备案号 is mistyped", () => {
    const findings = check(aRow({ by: OTHER, issuerName: "某职业培训学校", issuerFilingNumber: "SO00051000777" }));
    expect(findings.map((one) => one.code)).toEqual(["FILING_NUMBER_TYPING", "FILING_NUMBER_MISMATCH"]);
    expect(findings[0]!.column).toBe("issuerFilingNumber");
  });

  it("is not another body when it bears the employer's own name", () => {
    const row = aRow({
      by: OTHER,
      issuerName: "四川某机械（集团）有限公司",
      issuerFilingNumber: OTHER,
      enterpriseName: "四川某机械(集团) 有限公司",
    });
    expect(told(row)).toEqual(["error FILING_NUMBER_MISMATCH @number"]);
    expect(told({ ...row, enterpriseName: "四川某电机有限公司" })).toEqual(["warning OUTSIDE_CERTIFICATE @number"]);
  });
});

describe("an outside certificate", () => {
  it("is one whose first 13 characters are neither the employer's nor its group's", () => {
    expect(isOutside(aRow({ by: OWN }), anEmployer())).toBe(false);
    expect(isOutside(aRow({ by: GROUP }), anEmployer())).toBe(false);
    expect(isOutside(aRow({ by: OTHER }), anEmployer())).toBe(true);
    expect(isOutside(aRow({ by: OWN }), NOBODY)).toBe(true);
  });

  it("is never a 职业资格证书", () => {
    expect(isOutside(aRow({ kind: "QUALIFICATION", number: "1251003000301234" }), anEmployer())).toBe(false);
  });
});

describe("a 职业资格证书", () => {
  const qualification = (changes: Partial<CertificateFacts> = {}) =>
    aRow({ kind: "QUALIFICATION", number: "1251003000301234", ...changes });

  it("follows its own pattern, and rules 1 to 3 do not apply to it", () => {
    expect(told(qualification())).toEqual([]);
    expect(told(qualification({ number: "RSN30001234567890123" }))).toEqual([]);
    expect(told(qualification({ issuedOn: "2001-05-01", occupationCode: null }))).toEqual([]);
  });

  it("is refused when its 11th digit is not the level's", () => {
    expect(told(qualification({ level: "TECHNICIAN" }))).toEqual(["error QUALIFICATION_LEVEL_MISMATCH @number"]);
  });

  it("is refused with a number of neither pattern", () => {
    expect(told(qualification({ number: "12510030003O1234" }))).toEqual(["error QUALIFICATION_NUMBER_TYPING @number"]);
    expect(told(qualification({ number: `${OWN}253000123` }))).toEqual([
      "error QUALIFICATION_NUMBER_IS_CERTIFICATE @number",
    ]);
  });

  it.each(["APPRENTICE", "SPECIAL_TECHNICIAN", "CHIEF_TECHNICIAN"] as const)("has no level %s", (level) => {
    expect(told(qualification({ level, number: "RSN30001234567890123" }))).toEqual([
      "error QUALIFICATION_LEVEL @level",
    ]);
  });

  it("whose row forgot 证书类别 is refused with that hint", () => {
    const findings = check(aRow({ number: "1251003000301234" }));
    expect(findings.map((one) => one.code)).toEqual(["CERTIFICATE_NUMBER_IS_QUALIFICATION"]);
  });
});

describe("a unit that the ledger does not know (DECISIONS L5)", () => {
  it("has its certificates refused, and is told what to send first", () => {
    const findings = check(aRow(), NOBODY);
    expect(findings.map((one) => [one.severity, one.code, one.column])).toEqual([
      ["error", "UNKNOWN_ENTERPRISE", "creditCode"],
    ]);
    expect(findings[0]!.mend).toContain("备案台账");
  });

  it("lets in what another, named body issued, with a warning", () => {
    expect(told(aRow({ by: OTHER, issuerName: "某职业培训学校", issuerFilingNumber: OTHER }), NOBODY)).toEqual([
      "warning UNKNOWN_ENTERPRISE_WARNING @creditCode",
      "warning OUTSIDE_CERTIFICATE @number",
    ]);
  });

  it("does not pass for another body under its own name", () => {
    const row = aRow({ by: OTHER, issuerName: "某公司", issuerFilingNumber: OTHER, enterpriseName: "某公司" });
    expect(told(row, NOBODY)).toEqual(["error UNKNOWN_ENTERPRISE @creditCode"]);
  });

  it("lets in a 职业资格证书, with a warning", () => {
    expect(told(aRow({ kind: "QUALIFICATION", number: "1251003000301234" }), NOBODY)).toEqual([
      "warning UNKNOWN_ENTERPRISE_WARNING @creditCode",
    ]);
  });

  it("has its 学徒工 refused, whoever is named: only the employer gives that level", () => {
    const row = aRow({
      level: "APPRENTICE",
      method: "APPRENTICESHIP",
      by: OTHER,
      issuerName: "某职业培训学校",
      issuerFilingNumber: OTHER,
    });
    expect(told(row, NOBODY)).toEqual(["error UNKNOWN_ENTERPRISE @creditCode"]);
  });

  it("does not hide what else is wrong with the row", () => {
    expect(told(aRow({ number: `${OWN}242000123` }), NOBODY)).toEqual([
      "error UNKNOWN_ENTERPRISE @creditCode",
      "error CERTIFICATE_LEVEL_MISMATCH @number",
      "error CERTIFICATE_YEAR_MISMATCH @number",
    ]);
  });
});

describe("rule 2: the filing's term (四(一))", () => {
  const terms = [
    aTerm({ validFrom: "2020-03-01", validUntil: "2023-02-28" }),
    aTerm({ validFrom: "2023-05-01", validUntil: "2026-04-30" }),
  ];
  const employer = anEmployer({ terms });
  const onDay = (issuedOn: Day) => told(aRow({ issuedOn }), employer);

  it("covers its first and its last day", () => {
    for (const day of ["2020-03-01", "2023-02-28", "2023-05-01", "2026-04-30"]) expect(onDay(day)).toEqual([]);
  });

  it("covers no day of a gap, and none after the last", () => {
    for (const day of ["2023-03-01", "2023-04-30", "2026-05-01"]) {
      expect(onDay(day)).toEqual(["error NO_FILING_TERM_ON_DAY @issuedOn"]);
    }
    expect(check(aRow({ issuedOn: "2023-03-01" }), employer)[0]!.message).toContain("2020-03-01至2023-02-28");
  });

  it("makes the day before the first known term history, which is let in and listed", () => {
    expect(onDay("2020-02-29")).toEqual(["warning HISTORICAL_CERTIFICATE @issuedOn"]);
    expect(check(aRow({ issuedOn: "2020-02-29" }), employer)[0]!.message).toContain("历史证书待核");
  });

  it("does not matter in which order the ledger gives the terms", () => {
    const reversed = anEmployer({ terms: [...terms].reverse() });
    for (const issuedOn of ["2020-02-29", "2020-03-01", "2023-03-01", "2024-01-01", "2026-05-01"]) {
      expect(told(aRow({ issuedOn }), reversed)).toEqual(onDay(issuedOn));
    }
  });

  it("ends on the day of withdrawal, which is no longer covered", () => {
    const withdrawn = anEmployer({ terms: [aTerm({ withdrawnOn: "2025-06-30" })] });
    expect(told(aRow({ issuedOn: "2025-06-29" }), withdrawn)).toEqual([]);
    for (const issuedOn of ["2025-06-30", "2025-07-01"]) {
      const findings = check(aRow({ issuedOn }), withdrawn);
      expect(findings.map((one) => one.code)).toEqual(["NO_FILING_TERM_ON_DAY"]);
      expect(findings[0]!.message).toContain("已于2025-06-30注销");
    }
  });

  it("may be any of several that overlap", () => {
    const welding = { occupationCode: WELDER, levels: ["SENIOR" as const], effectiveFrom: null };
    const overlapping = anEmployer({
      terms: [aTerm(), aTerm({ validFrom: "2025-01-01", validUntil: "2027-12-31", scope: [welding] })],
    });
    expect(told(aRow({ occupationCode: FITTER }), overlapping)).toEqual([]);
    expect(told(aRow({ occupationCode: WELDER }), overlapping)).toEqual([]);
    expect(told(aRow({ occupationCode: WELDER, issuedOn: "2024-12-31" }), overlapping)).toEqual([
      "error OCCUPATION_NOT_FILED @occupationCode",
    ]);
  });

  it("is that of the number's own filing: the group's does not stand in for the employer's", () => {
    const groupOnly = anEmployer({ terms: [aTerm({ filingNumber: GROUP })] });
    expect(told(aRow({ by: GROUP }), groupOnly)).toEqual([]);
    expect(told(aRow({ by: OWN }), groupOnly)).toEqual(["error NO_FILING_TERM_ON_DAY @issuedOn"]);
    expect(check(aRow({ by: OWN }), groupOnly)[0]!.message).toContain("没有有效期");
  });

  it("is not asked of an outside certificate", () => {
    const row = aRow({ by: OTHER, issuerName: "某职业培训学校", issuerFilingNumber: OTHER, issuedOn: "2029-01-01" });
    expect(told({ ...row, occupationCode: null })).toEqual(["warning OUTSIDE_CERTIFICATE @number"]);
  });
});

describe("rule 2: the filing's occupations and levels (四(一), 四(五))", () => {
  const scoped = (...scope: FilingTermFacts["scope"]) => anEmployer({ terms: [aTerm({ scope })] });
  const upToSenior = {
    occupationCode: FITTER,
    levels: ["JUNIOR", "INTERMEDIATE", "SENIOR"] as const,
    effectiveFrom: null,
  };

  it("refuse an occupation that is not filed, and say which are", () => {
    const findings = check(aRow({ occupationCode: WELDER }));
    expect(findings.map((one) => [one.code, one.column])).toEqual([["OCCUPATION_NOT_FILED", "occupationCode"]]);
    expect(findings[0]!.message).toContain(FITTER);
  });

  it("refuse a row without an occupation's code", () => {
    expect(told(aRow({ occupationCode: null }))).toEqual(["error OCCUPATION_MISSING @occupationCode"]);
  });

  it("refuse the level above the highest filed, and say which are", () => {
    expect(told(aRow({ level: "SENIOR" }), scoped(upToSenior))).toEqual([]);
    const findings = check(aRow({ level: "TECHNICIAN" }), scoped(upToSenior));
    expect(findings.map((one) => [one.code, one.column, one.clause])).toEqual([["LEVEL_NOT_FILED", "level", "四(五)"]]);
    expect(findings[0]!.message).toContain("初级工、中级工、高级工");
  });

  it("add up over the trades of one occupation, but not over occupations", () => {
    const higher = { ...upToSenior, levels: ["TECHNICIAN"] as const };
    expect(told(aRow({ level: "TECHNICIAN" }), scoped(upToSenior, higher))).toEqual([]);
    expect(told(aRow({ level: "TECHNICIAN" }), scoped(upToSenior, { ...higher, occupationCode: WELDER }))).toEqual([
      "error LEVEL_NOT_FILED @level",
    ]);
  });

  it("hold an added occupation from its day on", () => {
    const added = scoped({ ...upToSenior, effectiveFrom: "2025-06-30" });
    expect(told(aRow({ issuedOn: "2025-06-30" }), added)).toEqual([]);
    expect(told(aRow({ issuedOn: "2025-07-01" }), added)).toEqual([]);
    const findings = check(aRow({ issuedOn: "2025-06-29" }), added);
    expect(findings.map((one) => one.code)).toEqual(["OCCUPATION_NOT_FILED"]);
    expect(findings[0]!.message).toContain("自2025-06-30起");
  });

  it("hold an added level from its day on", () => {
    const added = scoped(upToSenior, { ...upToSenior, levels: ["TECHNICIAN"], effectiveFrom: "2025-06-30" });
    expect(told(aRow({ level: "TECHNICIAN", issuedOn: "2025-06-30" }), added)).toEqual([]);
    const findings = check(aRow({ level: "TECHNICIAN", issuedOn: "2025-06-29" }), added);
    expect(findings.map((one) => one.code)).toEqual(["LEVEL_NOT_FILED"]);
    expect(findings[0]!.message).toContain("自2025-06-30起");
  });

  it("cover nothing in a term without any occupation (DECISIONS L9)", () => {
    const findings = check(aRow(), scoped());
    expect(findings.map((one) => one.code)).toEqual(["OCCUPATION_NOT_FILED"]);
    expect(findings[0]!.message).toContain("没有登记任何职业");
  });
});

describe("rule 3: 特级技师 and 首席技师 come only from an approved appraisal (四(六), 四(七))", () => {
  it.each([
    ["SPECIAL_TECHNICIAN", "四(六)"],
    ["CHIEF_TECHNICIAN", "四(七)"],
  ] as const)("so that no import gives %s, by whatever method", (level, clause) => {
    expect(check(aRow({ level }))).toMatchObject([
      { code: "TITLE_BY_CERTIFICATE", severity: "error", column: "level", clause },
    ]);
    expect(told(aRow({ level, method: "APPRAISAL" }))).toEqual([
      "error TITLE_BY_CERTIFICATE @level",
      "error APPRAISAL_BY_CERTIFICATE @method",
    ]);
  });

  it("so that 评聘 gives no other level either", () => {
    expect(told(aRow({ level: "SENIOR_TECHNICIAN", method: "APPRAISAL" }))).toEqual([
      "error APPRAISAL_BY_CERTIFICATE @method",
    ]);
  });

  it("so that 高级技师, the level below, comes in", () => {
    expect(told(aRow({ level: "SENIOR_TECHNICIAN" }))).toEqual([]);
  });

  it("holds for an outside body too", () => {
    expect(
      told(aRow({ level: "CHIEF_TECHNICIAN", by: OTHER, issuerName: "某机构", issuerFilingNumber: OTHER })),
    ).toEqual(["warning OUTSIDE_CERTIFICATE @number", "error TITLE_BY_CERTIFICATE @level"]);
  });
});

describe("rule 4: direct recognition's procedure (附件2 一, 四)", () => {
  it.each(["APPRENTICE", "SPECIAL_TECHNICIAN", "CHIEF_TECHNICIAN"] as const)("is not for %s", (level) => {
    const finding = check(aDirectRow(level)).find((one) => one.code === "DIRECT_LEVEL");
    expect(finding).toMatchObject({ severity: "error", column: "level", clause: "附件2 一(三)" });
  });

  it("asks for a filed plan", () => {
    expect(told(aDirectRow("SENIOR"), anEmployer({ directPlanFiledOn: null }))).toEqual([
      "error DIRECT_PLAN_NOT_FILED @method",
    ]);
  });

  it("asks for it on the first day of publicity at the latest", () => {
    const row = aDirectRow("SENIOR", { publicityFrom: "2025-06-01" });
    expect(told(row, anEmployer({ directPlanFiledOn: "2025-05-31" }))).toEqual([]);
    expect(told(row, anEmployer({ directPlanFiledOn: "2025-06-01" }))).toEqual([]);
    expect(told(row, anEmployer({ directPlanFiledOn: "2025-06-02" }))).toEqual([
      "error DIRECT_PLAN_LATE @publicityFrom",
    ]);
  });

  it("asks for it on the day of issue at the latest when no publicity is stated", () => {
    const row = aDirectRow("SENIOR", { publicityFrom: null, issuedOn: "2025-06-30" });
    const missing = "error DIRECT_PUBLICITY_MISSING @publicityFrom";
    expect(told(row, anEmployer({ directPlanFiledOn: "2025-06-30" }))).toEqual([missing]);
    expect(told(row, anEmployer({ directPlanFiledOn: "2025-07-01" }))).toEqual([
      "error DIRECT_PLAN_LATE @issuedOn",
      missing,
    ]);
  });

  it("asks for both days of the result's publicity", () => {
    expect(told(aDirectRow("SENIOR", { publicityFrom: null, publicityUntil: null }))).toEqual([
      "error DIRECT_PUBLICITY_MISSING @publicityFrom",
      "error DIRECT_PUBLICITY_MISSING @publicityUntil",
    ]);
    expect(told(aDirectRow("SENIOR", { publicityUntil: null }))).toEqual([
      "error DIRECT_PUBLICITY_MISSING @publicityUntil",
    ]);
  });

  it("takes a publicity of one day that ends on the day of issue, and none that ends later", () => {
    const onDays = (publicityFrom: Day, publicityUntil: Day) =>
      told(aDirectRow("SENIOR", { issuedOn: "2025-06-30", publicityFrom, publicityUntil }));
    expect(onDays("2025-06-30", "2025-06-30")).toEqual([]);
    expect(onDays("2025-06-29", "2025-06-30")).toEqual([]);
    expect(onDays("2025-06-30", "2025-06-29")).toEqual(["error DIRECT_PUBLICITY_ORDER @publicityFrom"]);
    expect(onDays("2025-06-30", "2025-07-01")).toEqual(["error DIRECT_PUBLICITY_AFTER_ISSUE @publicityUntil"]);
  });

  it("lists a unit with fewer than 1000 front-line skilled staff, and says nothing of one that stated none", () => {
    const small = (frontlineHeadcount: number | null) => told(aDirectRow("SENIOR"), anEmployer({ frontlineHeadcount }));
    expect(small(999)).toEqual(["warning DIRECT_SMALL_ENTERPRISE @method"]);
    expect(small(1000)).toEqual([]);
    expect(small(1001)).toEqual([]);
    expect(small(null)).toEqual([]);
    expect(small(0)).toEqual(["warning DIRECT_SMALL_ENTERPRISE @method"]);
  });

  it("does not ask the employer for another body's plan", () => {
    const row = aDirectRow("SENIOR", { by: OTHER, issuerName: "原单位", issuerFilingNumber: OTHER });
    expect(told(row, anEmployer({ directPlanFiledOn: null, frontlineHeadcount: 10 }))).toEqual([
      "warning OUTSIDE_CERTIFICATE @number",
    ]);
  });

  it("asks nothing of another method, but lists a condition that is stated for none", () => {
    expect(told(aRow(), anEmployer({ directPlanFiledOn: null, frontlineHeadcount: 10 }))).toEqual([]);
    expect(told(aRow({ method: "CONTEST", directCondition: "三(二)1(4)" }))).toEqual([
      "warning DIRECT_CONDITION_UNUSED @directCondition",
    ]);
  });
});

describe("rule 5: two scores for 技师 and 高级技师 (附件2 二)", () => {
  it.each(["TECHNICIAN", "SENIOR_TECHNICIAN"] as const)("of which performance weighs 60%% or more: %s", (level) => {
    const weighing = (performanceWeight: number | null) => told(aDirectRow(level, { performanceWeight }));
    expect(weighing(0.6)).toEqual([]);
    expect(weighing(0.61)).toEqual([]);
    expect(weighing(1)).toEqual([]);
    expect(weighing(0.1 + 0.5)).toEqual([]);
    expect(weighing(1 - 0.4)).toEqual([]);
    expect(weighing(0.59)).toEqual(["error DIRECT_WEIGHT_LOW @performanceWeight"]);
    expect(weighing(0.599)).toEqual(["error DIRECT_WEIGHT_LOW @performanceWeight"]);
    expect(weighing(0)).toEqual(["error DIRECT_WEIGHT_LOW @performanceWeight"]);
    expect(weighing(null)).toEqual(["error DIRECT_WEIGHT_MISSING @performanceWeight"]);
  });

  it("never reads “60%低于60%”", () => {
    const findings = check(aDirectRow("TECHNICIAN", { performanceWeight: 0.59999 }));
    expect(findings[0]!.message).toContain("权重59.99%");
  });

  it("are one only against the principle, which lists the row whatever the weight", () => {
    for (const performanceWeight of [null, 0.3, 1]) {
      expect(told(aDirectRow("TECHNICIAN", { reviewScore: null, performanceWeight }))).toEqual([
        "warning DIRECT_ONE_SCORE @reviewScore",
      ]);
      expect(told(aDirectRow("TECHNICIAN", { performanceScore: null, performanceWeight }))).toEqual([
        "warning DIRECT_ONE_SCORE @performanceScore",
      ]);
    }
    expect(told(aDirectRow("TECHNICIAN", { performanceScore: null, reviewScore: null }))).toEqual([
      "warning DIRECT_NO_SCORE @performanceScore",
    ]);
  });

  it("are there when they are nought", () => {
    expect(told(aDirectRow("TECHNICIAN", { performanceScore: 0, reviewScore: 0 }))).toEqual([]);
  });

  it("are not asked for below 技师, nor by another method", () => {
    expect(told(aDirectRow("SENIOR", { performanceWeight: 0.1 }))).toEqual([]);
    expect(told(aDirectRow("SENIOR", { performanceScore: null, reviewScore: null }))).toEqual([]);
    expect(told(aRow({ level: "TECHNICIAN", performanceScore: 80, reviewScore: 80, performanceWeight: 0.1 }))).toEqual(
      [],
    );
  });
});

describe("rule 6: the condition (附件2 三)", () => {
  it("is named, is one of the 22, and is one for the level", () => {
    expect(told(aDirectRow("SENIOR", { directCondition: null }))).toEqual([
      "error DIRECT_CONDITION_MISSING @directCondition",
    ]);
    expect(told(aDirectRow("SENIOR", { directCondition: "三(二)1(6)" }))).toEqual([
      "error DIRECT_CONDITION_UNKNOWN @directCondition",
    ]);
    expect(told(aDirectRow("SENIOR", { directCondition: "三(二)2(1)" }))).toEqual([
      "error DIRECT_CONDITION_LEVEL @directCondition",
    ]);
  });

  it("is told with the choices that there are for the level", () => {
    const [finding] = check(aDirectRow("SENIOR_TECHNICIAN", { directCondition: null }));
    for (const code of directConditionsFor("SENIOR_TECHNICIAN")) expect(finding!.mend).toContain(code);
  });

  it("fits its own level and no other, for all of them", () => {
    const levels = SKILL_LEVELS.filter((level) => levelFacts(level).direct);
    for (const level of levels) {
      for (const of of levels) {
        for (const code of directConditionsFor(of)) {
          const codes = check(aDirectRow(level, { directCondition: code })).map((one) => one.code);
          expect(codes.includes("DIRECT_CONDITION_LEVEL"), `${code} for ${level}`).toBe(of !== level);
        }
      }
    }
  });

  const issuedOn = "2025-06-30";
  it.each([
    ["三(一)1", "JUNIOR", "2024-12-31", "2025-01-01", "附件2 三(一)"],
    ["三(一)2(1)", "INTERMEDIATE", "2020-06-30", "2020-07-01", "附件2 三(一)2(1)"],
    ["三(一)2(2)", "INTERMEDIATE", "2024-06-30", "2024-07-01", "附件2 三(一)2(2)"],
    ["三(一)2(3)", "INTERMEDIATE", "2024-06-30", "2024-07-01", "附件2 三(一)2(3)"],
    ["三(一)3(1)", "SENIOR", "2015-06-30", "2015-07-01", "附件2 三(一)3(1)"],
    ["三(一)3(2)", "SENIOR", "2024-06-30", "2024-07-01", "附件2 三(一)3(2)"],
    ["三(二)1(2)", "SENIOR", "2022-06-30", "2022-07-01", "附件2 三(二)1(2)"],
    ["三(二)1(3)", "SENIOR", "2022-06-30", "2022-07-01", "附件2 三(二)1(3)"],
  ] as const)("%s has its time in the enterprise full on the anniversary", (code, level, full, short, clause) => {
    const hired = (hiredOn: Day | null) =>
      check(aDirectRow(level, { directCondition: code, issuedOn, hiredOn, education: "本科" }));
    expect(hired(full)).toEqual([]);
    expect(hired("2010-01-01")).toEqual([]);
    expect(hired(short)).toMatchObject([
      { code: "DIRECT_ENTERPRISE_TIME_SHORT", severity: "error", column: "hiredOn", clause },
    ]);
    expect(hired(null)).toMatchObject([
      { code: "DIRECT_ENTERPRISE_TIME_MISSING", severity: "error", column: "hiredOn", clause },
    ]);
  });

  it.each([
    ["三(一)2(1)", "INTERMEDIATE", "2020-06-30", "2020-07-01"],
    ["三(一)2(2)", "INTERMEDIATE", "2024-06-30", "2024-07-01"],
    ["三(一)2(3)", "INTERMEDIATE", "2024-06-30", "2024-07-01"],
    ["三(一)3(1)", "SENIOR", "2015-06-30", "2015-07-01"],
    ["三(一)3(2)", "SENIOR", "2024-06-30", "2024-07-01"],
  ] as const)("%s has its time in the occupation full on the anniversary", (code, level, full, short) => {
    const since = (occupationSince: Day | null) =>
      told(aDirectRow(level, { directCondition: code, issuedOn, occupationSince, education: "本科" }));
    expect(since(full)).toEqual([]);
    expect(since(short)).toEqual(["error DIRECT_OCCUPATION_TIME_SHORT @occupationSince"]);
    expect(since(null)).toEqual(["error DIRECT_OCCUPATION_TIME_MISSING @occupationSince"]);
  });

  it("counts time in the occupation only in the same enterprise: both days have to be far enough back", () => {
    const row = aDirectRow("INTERMEDIATE", {
      directCondition: "三(一)2(1)",
      hiredOn: "2022-01-01",
      occupationSince: "2021-01-01",
    });
    expect(told(row)).toEqual([
      "error DIRECT_ENTERPRISE_TIME_SHORT @hiredOn",
      "error DIRECT_OCCUPATION_TIME_SHORT @occupationSince",
    ]);
    expect(told({ ...row, occupationSince: "2001-01-01" })).toEqual(["error DIRECT_ENTERPRISE_TIME_SHORT @hiredOn"]);
  });

  it("asks for no days where the plan asks for no time", () => {
    for (const level of ["SENIOR", "TECHNICIAN", "SENIOR_TECHNICIAN"] as const) {
      expect(told(aDirectRow(level, { hiredOn: null, occupationSince: null, education: null }))).toEqual([]);
    }
  });

  it.each([
    ["三(一)2(2)", "INTERMEDIATE", "本科", "大专"],
    ["三(一)2(3)", "INTERMEDIATE", "中专", "高中"],
    ["三(一)3(2)", "SENIOR", "高级工班", "中专"],
  ] as const)("%s lists a lower schooling than %s %s, a missing and an unclear one", (code, level, enough, lower) => {
    const with_ = (education: string | null) => told(aDirectRow(level, { directCondition: code, education }));
    expect(with_(enough)).toEqual([]);
    expect(with_("研究生")).toEqual([]);
    expect(with_(lower)).toEqual(["warning DIRECT_EDUCATION_LOWER @education"]);
    expect(with_(null)).toEqual(["warning DIRECT_EDUCATION_MISSING @education"]);
    expect(with_("其他")).toEqual(["warning DIRECT_EDUCATION_UNCLEAR @education"]);
  });
});

describe("rule 6: “仍未确定职业技能等级” (附件2 三(一)2(1), 三(一)3(1))", () => {
  const long = { hiredOn: "2010-01-01", occupationSince: "2010-01-01" };
  const rows = [
    aDirectRow("INTERMEDIATE", { directCondition: "三(一)2(1)", ...long }),
    aDirectRow("SENIOR", { directCondition: "三(一)3(1)", ...long }),
  ];
  const warned = ["warning DIRECT_ALREADY_GRADED @directCondition"];

  it("is listed when the register has an earlier level", () => {
    for (const row of rows) expect(told(row, anEmployer(), [aHeld("JUNIOR", "2025-06-29")])).toEqual(warned);
  });

  it("is believed when there is none, or only one of the day itself or later", () => {
    for (const row of rows) {
      expect(told(row)).toEqual([]);
      expect(told(row, anEmployer(), [aHeld("JUNIOR", "2025-06-30")])).toEqual([]);
      expect(told(row, anEmployer(), [aHeld("JUNIOR", "2025-07-01")])).toEqual([]);
    }
  });

  it("is believed when the earlier certificate was withdrawn by the day of issue", () => {
    for (const row of rows) {
      expect(told(row, anEmployer(), [aHeld("JUNIOR", "2020-01-01", "2025-06-30")])).toEqual([]);
      expect(told(row, anEmployer(), [aHeld("JUNIOR", "2020-01-01", "2025-07-01")])).toEqual(warned);
    }
  });

  it("does not meet the certificate itself when it is sent again", () => {
    for (const row of rows) {
      const itself = { number: row.number, level: row.level, issuedOn: "2025-06-29", withdrawnOn: null };
      expect(told(row, anEmployer(), [itself])).toEqual([]);
    }
  });

  it("is asked by no other condition", () => {
    for (const level of ["JUNIOR", "INTERMEDIATE", "SENIOR", "TECHNICIAN", "SENIOR_TECHNICIAN"] as const) {
      expect(told(aDirectRow(level), anEmployer(), [aHeld("JUNIOR", "2020-01-01")])).toEqual([]);
    }
  });
});

describe("rule 6: first place in a contest of the group (附件2 三(二)2(2))", () => {
  const row = aDirectRow("TECHNICIAN", { directCondition: "三(二)2(2)" });
  const refused = ["error DIRECT_LEVEL_NOT_HELD @directCondition"];

  it("needs a 高级工 or higher, held on the day of issue", () => {
    expect(told(row)).toEqual(refused);
    expect(told(row, anEmployer(), [aHeld("INTERMEDIATE", "2020-01-01")])).toEqual(refused);
    expect(told(row, anEmployer(), [aHeld("SENIOR", "2020-01-01")])).toEqual([]);
    expect(told(row, anEmployer(), [aHeld("TECHNICIAN", "2020-01-01")])).toEqual([]);
  });

  it("takes one of the same day, none of the day after, none withdrawn by then", () => {
    expect(told(row, anEmployer(), [aHeld("SENIOR", "2025-06-30")])).toEqual([]);
    expect(told(row, anEmployer(), [aHeld("SENIOR", "2025-07-01")])).toEqual(refused);
    expect(told(row, anEmployer(), [aHeld("SENIOR", "2020-01-01", "2025-06-30")])).toEqual(refused);
    expect(told(row, anEmployer(), [aHeld("SENIOR", "2020-01-01", "2025-07-01")])).toEqual([]);
  });

  it("needs none when 备注 says that the first way was taken: 成绩合格 (DECISIONS L6)", () => {
    expect(told({ ...row, remark: "集团技术比武成绩 合格" })).toEqual([]);
    expect(told({ ...row, remark: "成绩不合格" })).toEqual(refused);
    expect(told({ ...row, remark: "决赛第1名" })).toEqual(refused);
  });
});

describe("rule 8: 学徒工 (附件1, 四(四))", () => {
  const apprentice = (changes: Partial<CertificateFacts> & { by?: string } = {}) =>
    aRow({ level: "APPRENTICE", method: "APPRENTICESHIP", ...changes });

  it("is given by the employer under its own number, with no filed level, occupation or term", () => {
    expect(told(apprentice())).toEqual([]);
    expect(told(apprentice({ occupationCode: null }))).toEqual([]);
    expect(told(apprentice({ issuedOn: "2019-01-01" }), anEmployer({ terms: [] }))).toEqual([]);
  });

  it("is not given by the group, nor by another body, named or not", () => {
    const refused = ["error APPRENTICE_ISSUER @number"];
    expect(told(apprentice({ by: GROUP }))).toEqual(refused);
    expect(told(apprentice({ by: OTHER }))).toEqual(refused);
    expect(told(apprentice({ by: OTHER, issuerName: "某机构", issuerFilingNumber: OTHER }))).toEqual(refused);
    expect(check(apprentice({ by: GROUP }))[0]).toMatchObject({ clause: "附件1" });
  });

  it.each(RECOGNITION_METHODS)("comes by 学徒转正定级 or 定级考评; by %s it is told", (method) => {
    const codes = check(apprentice({ method })).map((one) => one.code);
    expect(codes.includes("APPRENTICE_METHOD")).toBe(method !== "APPRENTICESHIP" && method !== "GRADING");
  });

  it("grows by 学徒转正定级 to 中级工 at the most, in the ordinary way", () => {
    const grown = (level: SkillLevel) => told(aRow({ level, method: "APPRENTICESHIP" }));
    expect(grown("JUNIOR")).toEqual([]);
    expect(grown("INTERMEDIATE")).toEqual([]);
    expect(grown("SENIOR")).toEqual(["warning APPRENTICESHIP_LEVEL @level"]);
    expect(grown("SENIOR_TECHNICIAN")).toEqual(["warning APPRENTICESHIP_LEVEL @level"]);
  });
});

describe("all rules together", () => {
  it("tell everything that is wrong with a row, not the first thing", () => {
    const row = aDirectRow("TECHNICIAN", {
      number: `${OWN}243000123`,
      occupationCode: WELDER,
      directCondition: "三(二)1(1)",
      performanceWeight: 0.5,
      publicityFrom: "2025-07-02",
      publicityUntil: "2025-07-01",
    });
    expect(told(row, anEmployer({ directPlanFiledOn: "2025-07-03", frontlineHeadcount: 500 }))).toEqual([
      "error CERTIFICATE_LEVEL_MISMATCH @number",
      "error CERTIFICATE_YEAR_MISMATCH @number",
      "error OCCUPATION_NOT_FILED @occupationCode",
      "error DIRECT_PLAN_LATE @issuedOn",
      "warning DIRECT_SMALL_ENTERPRISE @method",
      "error DIRECT_PUBLICITY_ORDER @publicityFrom",
      "error DIRECT_PUBLICITY_AFTER_ISSUE @publicityUntil",
      "error DIRECT_WEIGHT_LOW @performanceWeight",
      "error DIRECT_CONDITION_LEVEL @directCondition",
    ]);
  });

  const keys: Readonly<Record<Exclude<keyof CertificateContent, "outside">, true>> = {
    personName: true,
    idKind: true,
    idNumber: true,
    enterpriseName: true,
    creditCode: true,
    employmentType: true,
    occupationName: true,
    occupationCode: true,
    trade: true,
    level: true,
    certificateKind: true,
    method: true,
    directCondition: true,
    hiredOn: true,
    occupationSince: true,
    education: true,
    performanceScore: true,
    reviewScore: true,
    performanceWeight: true,
    publicityFrom: true,
    publicityUntil: true,
    number: true,
    issuedOn: true,
    issuerName: true,
    issuerFilingNumber: true,
    withdrawnOn: true,
    remark: true,
  };
  const days = fc.constantFrom("2019-12-31", "2022-12-31", "2023-01-01", "2024-08-31", "2025-06-30", "2026-01-01");
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const rows = fc.record<CertificateFacts>({
    number: fc.oneof(
      fc.constantFrom(`${OWN}253000123`, `${GROUP}22X000001`, `${OTHER}241000001`, "1251003000301234", "", "O"),
      fc.string({ maxLength: 25 }),
    ),
    level: fc.constantFrom(...SKILL_LEVELS),
    kind: fc.constantFrom(...CERTIFICATE_KINDS),
    method: fc.constantFrom(...RECOGNITION_METHODS),
    issuedOn: days,
    withdrawnOn: maybe(days),
    occupationCode: maybe(fc.constantFrom(FITTER, WELDER)),
    directCondition: maybe(fc.constantFrom("三(一)1", "三(一)2(1)", "三(二)2(2)", "三(三)2(4)", "别的")),
    hiredOn: maybe(days),
    occupationSince: maybe(days),
    education: maybe(fc.constantFrom("本科", "高中", "其他")),
    performanceScore: maybe(fc.nat(100)),
    reviewScore: maybe(fc.nat(100)),
    performanceWeight: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    publicityFrom: maybe(days),
    publicityUntil: maybe(days),
    issuerName: maybe(fc.constantFrom("某机构", "")),
    issuerFilingNumber: maybe(fc.constantFrom(OWN, GROUP, OTHER, "SO00051000777")),
    remark: maybe(fc.constantFrom("成绩合格", "无")),
  });

  it("speak in one manner: a stable code, a column of the sheet, what is wrong and how to mend it in Chinese", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(anEmployer(), NOBODY), (row, employer) => {
        for (const finding of check(row, employer, [aHeld("SENIOR", "2024-08-31")])) {
          expect(finding.code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
          expect(keys).toHaveProperty(finding.column!);
          expect(finding.message).toMatch(/\p{Script=Han}/u);
          expect(finding.mend).toMatch(/\p{Script=Han}/u);
          expect(`${finding.message}${finding.mend}`).not.toMatch(/undefined|null|NaN|\[object/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never say the same of the same cell twice", () => {
    fc.assert(
      fc.property(rows, (row) => {
        const findings = told(row);
        expect(new Set(findings).size).toBe(findings.length);
      }),
      { numRuns: 500 },
    );
  });

  it("let in no 特级技师, no 首席技师 and no certificate of an unknown unit that names no other body", () => {
    fc.assert(
      fc.property(rows, (row) => {
        const refused = (employer: EmployerFacts) => check(row, employer).some((one) => one.severity === "error");
        if (row.level === "SPECIAL_TECHNICIAN" || row.level === "CHIEF_TECHNICIAN")
          expect(refused(anEmployer())).toBe(true);
        if (row.kind === "LEVEL" && !row.issuerName) expect(refused(NOBODY)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
