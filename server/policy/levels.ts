import { type Clause, clause } from "./clauses.ts";

/** The eight levels of 附件1, lowest first. */
export const SKILL_LEVELS = [
  "APPRENTICE",
  "JUNIOR",
  "INTERMEDIATE",
  "SENIOR",
  "TECHNICIAN",
  "SENIOR_TECHNICIAN",
  "SPECIAL_TECHNICIAN",
  "CHIEF_TECHNICIAN",
] as const;
export type SkillLevel = (typeof SKILL_LEVELS)[number];

export interface LevelFacts {
  readonly level: SkillLevel;
  /** 1 (学徒工) to 8 (首席技师). */
  readonly order: number;
  readonly name: string;
  /** The 16th character of the certificate's number (附件1 注2). */
  readonly letter: string;
  /** Treatment that the level is compared with while in post (四(三)); null where the plan names none. */
  readonly treatment: string | null;
  /** May be given by direct recognition (附件2 一(三)). */
  readonly direct: boolean;
  /** 高级工 and above. */
  readonly highSkilled: boolean;
  readonly clause: Clause;
}

const BY_RANK = clause("四(三)");

export const LEVEL_FACTS: readonly LevelFacts[] = [
  {
    level: "APPRENTICE",
    order: 1,
    name: "学徒工",
    letter: "X",
    treatment: null,
    direct: false,
    highSkilled: false,
    clause: clause("四(四)"),
  },
  {
    level: "JUNIOR",
    order: 2,
    name: "初级工",
    letter: "5",
    treatment: null,
    direct: true,
    highSkilled: false,
    clause: clause("四(五)"),
  },
  {
    level: "INTERMEDIATE",
    order: 3,
    name: "中级工",
    letter: "4",
    treatment: null,
    direct: true,
    highSkilled: false,
    clause: clause("四(五)"),
  },
  {
    level: "SENIOR",
    order: 4,
    name: "高级工",
    letter: "3",
    treatment: "比照本单位初级职称人员享受同等待遇（在聘）",
    direct: true,
    highSkilled: true,
    clause: BY_RANK,
  },
  {
    level: "TECHNICIAN",
    order: 5,
    name: "技师",
    letter: "2",
    treatment: "比照本单位中级职称人员享受同等待遇（在聘）",
    direct: true,
    highSkilled: true,
    clause: BY_RANK,
  },
  {
    level: "SENIOR_TECHNICIAN",
    order: 6,
    name: "高级技师",
    letter: "1",
    treatment: "比照本单位高级职称人员享受同等待遇（在聘）",
    direct: true,
    highSkilled: true,
    clause: BY_RANK,
  },
  {
    level: "SPECIAL_TECHNICIAN",
    order: 7,
    name: "特级技师",
    letter: "T",
    treatment: "比照本单位正高级职称人员享受同等待遇",
    direct: false,
    highSkilled: true,
    clause: BY_RANK,
  },
  {
    level: "CHIEF_TECHNICIAN",
    order: 8,
    name: "首席技师",
    letter: "S",
    treatment: "可参照本单位高级管理人员标准或根据实际确定，不低于特级技师薪酬待遇",
    direct: false,
    highSkilled: true,
    clause: BY_RANK,
  },
];

/** 0 for 学徒工 to 7 for 首席技师: a level's place in a typed column. */
export function levelIndex(level: SkillLevel): number {
  return SKILL_LEVELS.indexOf(level);
}

export function levelFacts(level: SkillLevel): LevelFacts {
  return LEVEL_FACTS[levelIndex(level)]!;
}

/** The level that a certificate number's 16th character stands for, or null. */
export function levelOfLetter(letter: string): SkillLevel | null {
  return LEVEL_FACTS.find((facts) => facts.letter === letter)?.level ?? null;
}

export function isHigher(level: SkillLevel, than: SkillLevel): boolean {
  return levelIndex(level) > levelIndex(than);
}
