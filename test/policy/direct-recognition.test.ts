import { describe, expect, it } from "vitest";
import {
  DIRECT_CONDITIONS,
  DIRECT_RULES,
  directCondition,
  directConditionsFor,
  EDUCATIONS,
  educationOf,
  isLowerEducation,
} from "../../server/policy/direct-recognition.ts";
import { levelFacts } from "../../server/policy/levels.ts";

describe("the conditions of direct recognition (附件2 三)", () => {
  it("are 22, each with its own code and its own words", () => {
    expect(DIRECT_CONDITIONS).toHaveLength(22);
    expect(new Set(DIRECT_CONDITIONS.map((one) => one.code)).size).toBe(22);
    expect(new Set(DIRECT_CONDITIONS.map((one) => one.text)).size).toBe(22);
  });

  it.each([
    ["JUNIOR", ["三(一)1"]],
    ["INTERMEDIATE", ["三(一)2(1)", "三(一)2(2)", "三(一)2(3)"]],
    ["SENIOR", ["三(一)3(1)", "三(一)3(2)", "三(二)1(1)", "三(二)1(2)", "三(二)1(3)", "三(二)1(4)", "三(二)1(5)"]],
    ["TECHNICIAN", ["三(二)2(1)", "三(二)2(2)", "三(二)2(3)", "三(三)1(1)", "三(三)1(2)", "三(三)1(3)", "三(三)1(4)"]],
    ["SENIOR_TECHNICIAN", ["三(三)2(1)", "三(三)2(2)", "三(三)2(3)", "三(三)2(4)"]],
    ["APPRENTICE", []],
    ["SPECIAL_TECHNICIAN", []],
    ["CHIEF_TECHNICIAN", []],
  ] as const)("for %s are %j", (level, codes) => {
    expect(directConditionsFor(level)).toEqual(codes);
  });

  it("lead only to levels that may be recognised directly (附件2 一(三))", () => {
    for (const { level } of DIRECT_CONDITIONS) expect(levelFacts(level).direct).toBe(true);
  });

  it("cite themselves", () => {
    for (const { code, clause } of DIRECT_CONDITIONS) expect(clause).toBe(`附件2 ${code}`);
  });

  it.each([
    ["三(一)1", 6, null, false, null],
    ["三(一)2(1)", 60, 60, true, null],
    ["三(一)2(2)", 12, 12, false, "BACHELOR"],
    ["三(一)2(3)", 12, 12, false, "VOCATIONAL_SECONDARY"],
    ["三(一)3(1)", 120, 120, true, null],
    ["三(一)3(2)", 12, 12, false, "COLLEGE"],
    ["三(二)1(2)", 36, null, false, null],
    ["三(二)1(3)", 36, null, false, null],
  ] as const)(
    "%s asks for %s months in the enterprise, %s in the occupation",
    (code, enterprise, occupation, ungraded, education) => {
      expect(directCondition(code)).toMatchObject({
        monthsInEnterprise: enterprise,
        monthsInOccupation: occupation,
        ungraded,
        education,
      });
    },
  );

  it("ask for no time, no schooling and no ungraded person in the fourteen others", () => {
    const others = DIRECT_CONDITIONS.filter((one) => one.monthsInEnterprise === null);
    expect(others).toHaveLength(14);
    for (const one of others) {
      expect(one).toMatchObject({ monthsInOccupation: null, ungraded: false, education: null });
    }
  });

  it("ask for a 高级工 in 三(二)2(2) alone, which has a way without", () => {
    const asking = DIRECT_CONDITIONS.filter((one) => one.levelHeld !== null);
    expect(asking.map((one) => [one.code, one.levelHeld, one.withoutLevelHeld])).toEqual([
      ["三(二)2(2)", "SENIOR", "成绩合格"],
    ]);
  });

  it.each(["", "三(一)", "三（一）1", "三(一)1(1)", "三(四)1", "三(二)1(6)", "三(三)2(5)", "三(一)2"])(
    "are not named by “%s”",
    (code) => {
      expect(directCondition(code)).toBeNull();
    },
  );
});

describe("the numbers of direct recognition", () => {
  it("stand beside their clauses", () => {
    expect(DIRECT_RULES.frontline).toEqual({ atLeast: 1000, clause: "附件2 一(一)" });
    expect(DIRECT_RULES.performanceWeight).toEqual({ atLeast: 0.6, clause: "附件2 二" });
    expect(DIRECT_RULES.levels.clause).toBe("附件2 一(三)");
    expect(DIRECT_RULES.procedure.clause).toBe("附件2 四");
  });
});

describe("学历 as people write it", () => {
  it.each([
    ["博士研究生", "POSTGRADUATE"],
    ["硕士", "POSTGRADUATE"],
    ["大学本科", "BACHELOR"],
    ["本 科", "BACHELOR"],
    ["专升本", "BACHELOR"],
    ["大学", "BACHELOR"],
    ["职业本科", "BACHELOR"],
    ["大学专科", "COLLEGE"],
    ["大专", "COLLEGE"],
    ["高职", "COLLEGE"],
    ["高级工班", "COLLEGE"],
    ["高级技工学校", "COLLEGE"],
    ["技师学院", "COLLEGE"],
    ["中专", "VOCATIONAL_SECONDARY"],
    ["中等专科", "VOCATIONAL_SECONDARY"],
    ["中等职业学校", "VOCATIONAL_SECONDARY"],
    ["技工学校", "VOCATIONAL_SECONDARY"],
    ["中级工班", "VOCATIONAL_SECONDARY"],
    ["职业高中", "VOCATIONAL_SECONDARY"],
    ["高中", "BELOW"],
    ["普通高中", "BELOW"],
    ["初中", "BELOW"],
  ])("%s is %s", (text, education) => {
    expect(educationOf(text)).toBe(education);
  });

  it("is not guessed from other words", () => {
    expect(educationOf("其他")).toBeNull();
    expect(educationOf("")).toBeNull();
  });

  it("is lower than another only below it", () => {
    for (const [index, education] of EDUCATIONS.entries()) {
      for (const [other, than] of EDUCATIONS.entries()) expect(isLowerEducation(education, than)).toBe(index < other);
    }
  });
});
