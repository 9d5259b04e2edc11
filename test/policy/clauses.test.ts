import { describe, expect, it } from "vitest";
import { clause, PLAN } from "../../server/policy/clauses.ts";
import { addDays, addYears } from "../../server/policy/day.ts";
import { LEVEL_FACTS } from "../../server/policy/levels.ts";
import { COVERAGE_TARGETS, LAUNCH_TARGETS, TITLE_GOALS } from "../../server/policy/targets.ts";

describe("the plan", () => {
  it("is in force for five years from the day of its notice (六)", () => {
    expect(PLAN.inForceFrom).toBe("2024-07-30");
    expect(PLAN.inForceUntil).toBe(addDays(addYears(PLAN.inForceFrom, 5), -1));
  });
});

describe("a clause", () => {
  it.each([
    "二(二)",
    "六",
    "四(九)",
    "附件1 注2",
    "附件4 第七条",
    "附件2 三(二)1(2)",
    "附件3",
    "GB 32100-2015",
    "GB 11643",
  ])("can be “%s”", (name) => {
    expect(clause(name)).toBe(name);
  });

  it.each([
    ["nothing", ""],
    ["a part that the plan has not", "七"],
    ["a tenth item", "四(十)"],
    ["full-width brackets", "二（二）"],
    ["an open bracket", "二(二"],
    ["an Arabic numeral", "2(2)"],
    ["an annex that the plan has not", "附件5"],
    ["an annex and article without the space between", "附件4第七条"],
    ["an annex with the space and nothing after it", "附件4 "],
    ["an article of no annex", "第七条"],
    ["something before it", "见二(二)"],
    ["a standard without a number", "GB"],
  ])("cannot be %s", (_, name) => {
    expect(() => clause(name)).toThrow(`not a clause of the plan: ${name}`);
  });

  it("stands beside every number of the plan", () => {
    expect(COVERAGE_TARGETS.map((target) => target.clause)).toEqual(["二(二)", "二(二)", "二(二)"]);
    expect(LAUNCH_TARGETS.map((target) => target.clause)).toEqual(["二(一)", "二(一)", "二(一)"]);
    expect(TITLE_GOALS.map((goal) => goal.clause)).toEqual(["二(三)", "二(三)"]);
    expect(LEVEL_FACTS.map((facts) => facts.clause)).toEqual([
      "四(四)",
      "四(五)",
      "四(五)",
      "四(三)",
      "四(三)",
      "四(三)",
      "四(三)",
      "四(三)",
    ]);
  });
});
