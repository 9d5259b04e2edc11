import { describe, expect, it } from "vitest";
import { answerSentence, classSentence } from "../../dashboard/overview/answer.ts";
import { plain } from "../../dashboard/parts/marked.tsx";
import { aClass, anAnswer } from "./figures-for-tests.ts";

const say = (sentence: string) => plain(sentence);

describe("one class's part of the answer", () => {
  it("tells rate, people short, need and pace while there is time", () => {
    expect(say(classSentence(aClass()))).toBe("省属国企91.2%，还差1,311人，月需656人、近一年月均280人");
  });

  it("tells people and days within sixty days of the due day", () => {
    expect(say(classSentence(aClass({ daysLeft: 60 })))).toBe("省属国企91.2%，还差1,311人，还剩60天，近一年月均280人");
  });

  it("tells no pace after the due day", () => {
    const missed = aClass({ status: "MISSED", daysLeft: null, neededPerMonth: null });
    expect(say(classSentence(missed))).toBe("省属国企91.2%，还差1,311人");
  });

  it("says that the target is passed", () => {
    const attained = aClass({ status: "ATTAINED", rate: 0.956, gapHeadcount: 0, neededPerMonth: null });
    expect(say(classSentence(attained))).toBe("省属国企95.6%，已过95%");
  });

  it("names the units still to report when the attainment is to be confirmed", () => {
    const open = aClass({ status: "TO_CONFIRM", rate: 0.956, gapHeadcount: 0, unreportedEnterpriseCount: 5 });
    expect(say(classSentence(open))).toBe("省属国企95.6%，已过95%，待5户补报");
  });

  it("gives the reason where there is no data", () => {
    const silent = aClass({ status: "NO_DATA", rate: null, noDataReason: "OVERDUE", gapHeadcount: null });
    expect(say(classSentence(silent))).toBe("省属国企逾期未报");
  });

  it("never prints the target beside “short”", () => {
    expect(say(classSentence(aClass({ rate: 0.94997, gapHeadcount: 1 })))).toContain("94.997%，还差1人");
  });
});

describe("the answer of 总览", () => {
  const local = aClass({ ownership: "LOCAL_SOE", rate: 0.839, target: 0.85, status: "ON_TRACK", gapHeadcount: 512 });
  const large = aClass({ ownership: "LARGE_PRIVATE", rate: 0.757, target: 0.75, status: "ATTAINED", gapHeadcount: 0 });

  it("begins with the day and the verdicts in the words of the status list", () => {
    const sentence = say(answerSentence(anAnswer([aClass(), local, large])));
    expect(sentence).toMatch(/^截至2026年10月底，一类预警、一类预计可达标、一类已达标：省属国企91\.2%/);
    expect(sentence).toMatch(/大型优质民企75\.7%，已过75%。$/);
  });

  it("puts equal verdicts together", () => {
    const sentence = say(answerSentence(anAnswer([aClass(), { ...local, status: "AT_RISK" }, large])));
    expect(sentence).toContain("两类预警、一类已达标：");
  });

  it("says “三类都” when all agree", () => {
    const all = [aClass(), local, large].map((one) => ({ ...one, status: "AT_RISK" as const }));
    expect(say(answerSentence(anAnswer(all)))).toContain("，三类都预警：");
  });

  it("leaves out classes without a target", () => {
    const central = aClass({ ownership: "CENTRAL_SOE", target: null, status: "NO_TARGET" });
    expect(say(answerSentence(anAnswer([aClass(), central])))).not.toContain("中央在川企业");
  });

  it("falls back on the whole rate when no targeted class is left by the filters", () => {
    expect(say(answerSentence(anAnswer([])))).toBe("截至2026年10月底，不设目标：认定覆盖面91.2%。");
  });
});
