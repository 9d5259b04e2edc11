import { describe, expect, it } from "vitest";
import reference from "../../schema/reference/levels.json" with { type: "json" };
import {
  isHigher,
  LEVEL_FACTS,
  levelFacts,
  levelIndex,
  levelOfLetter,
  SKILL_LEVELS,
} from "../../server/policy/levels.ts";

describe("the eight levels (附件1)", () => {
  it("are eight, from 学徒工 up to 首席技师", () => {
    expect(LEVEL_FACTS.map((facts) => facts.name)).toEqual([
      "学徒工",
      "初级工",
      "中级工",
      "高级工",
      "技师",
      "高级技师",
      "特级技师",
      "首席技师",
    ]);
    expect(LEVEL_FACTS.map((facts) => facts.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(LEVEL_FACTS.map((facts) => facts.level)).toEqual(SKILL_LEVELS);
  });

  it("have the letters of 附件1 注2 on the certificate's 16th place, each one its own", () => {
    expect(LEVEL_FACTS.map((facts) => facts.letter).join("")).toBe("X54321TS");
    for (const { letter, level } of LEVEL_FACTS) expect(levelOfLetter(letter)).toBe(level);
  });

  it.each(["0", "6", "x", "t", "s", "", "XS", "Ｘ"])("the letter “%s” stands for none", (letter) => {
    expect(levelOfLetter(letter)).toBeNull();
  });

  it("agree with the reference list in order, name, letter, and in what may be given directly", () => {
    expect(
      LEVEL_FACTS.map(({ level, order, name, letter, direct, highSkilled }) => ({
        code: level,
        order,
        name,
        certLetter: letter,
        directRecognition: direct,
        highSkilled,
      })),
    ).toEqual(
      reference.items.map(({ code, order, name, certLetter, directRecognition, highSkilled }) => ({
        code,
        order,
        name,
        certLetter,
        directRecognition,
        highSkilled,
      })),
    );
  });

  it("are 高技能 from 高级工 up", () => {
    expect(LEVEL_FACTS.filter((facts) => facts.highSkilled).map((facts) => facts.name)).toEqual([
      "高级工",
      "技师",
      "高级技师",
      "特级技师",
      "首席技师",
    ]);
  });

  it("can be given directly from 初级工 to 高级技师 (附件2 一(三))", () => {
    expect(LEVEL_FACTS.filter((facts) => facts.direct).map((facts) => facts.name)).toEqual([
      "初级工",
      "中级工",
      "高级工",
      "技师",
      "高级技师",
    ]);
  });

  it("are compared with a professional title from 高级工 up, and below with none (四(三))", () => {
    expect(LEVEL_FACTS.map((facts) => /(正高级|高级|中级|初级)职称/.exec(facts.treatment ?? "")?.[1] ?? null)).toEqual([
      null,
      null,
      null,
      "初级",
      "中级",
      "高级",
      "正高级",
      null,
    ]);
    expect(levelFacts("CHIEF_TECHNICIAN").treatment).toContain("不低于特级技师");
  });

  it("are higher than those before them, and not than themselves", () => {
    SKILL_LEVELS.forEach((level, index) => {
      expect(levelIndex(level)).toBe(index);
      SKILL_LEVELS.forEach((other, position) => {
        expect(isHigher(level, other)).toBe(index > position);
      });
    });
  });
});
