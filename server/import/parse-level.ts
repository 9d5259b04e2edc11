import { SKILL_LEVELS, type SkillLevel } from "../policy/levels.ts";
import { turnedIntoDate } from "./parse-code.ts";
import { CellFault, cellText, quote } from "./parse-fault.ts";
import { type RawCell, RawDate } from "./read-raw.ts";
import { fold, foldDashes } from "./recognise-fold.ts";

/** One level: 三级/高级工, 高级工（三级）, 三级, 高级工, 3. */
export function parseLevel(cell: RawCell): SkillLevel | CellFault {
  if (cell instanceof RawDate) return turnedIntoDate(cell);
  const text = cellText(cell) ?? "";
  const tokens = tokensOf(text);
  if (!tokens) return unknown(text, "填等级名称，如“三级/高级工”");
  const levels = new Set(tokens.filter((token) => token !== TO));
  if (levels.size > 1) {
    return new CellFault("LEVEL_CONFLICT", `${quote(text)}里有两个不同的等级`, "对照证书原件只填一个等级");
  }
  const [level] = levels;
  return (level as SkillLevel | undefined) ?? unknown(text, "填等级名称，如“三级/高级工”");
}

/** 特级技师 or 首席技师. */
export function parseTitleLevel(cell: RawCell): SkillLevel | CellFault {
  const level = parseLevel(cell);
  if (level instanceof CellFault || level === "SPECIAL_TECHNICIAN" || level === "CHIEF_TECHNICIAN") return level;
  return new CellFault(
    "UNKNOWN_VALUE",
    `评定名单的等级不能是${quote(cellText(cell) ?? "")}`,
    "只填“特级技师”或“首席技师”",
  );
}

/** A list of levels, lowest first: 五级至一级, 3-5级, 三级、四级、五级. */
export function parseLevels(cell: RawCell): readonly SkillLevel[] | CellFault {
  if (cell instanceof RawDate) return turnedIntoDate(cell);
  const text = cellText(cell) ?? "";
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return unknown(text, LIST_MEND);
  const chosen = new Set<SkillLevel>();
  let previous: SkillLevel | null = null;
  let range = false;
  for (const token of tokens) {
    if (token === TO) {
      if (!previous || range) return unknown(text, LIST_MEND);
      range = true;
      continue;
    }
    for (const level of range ? between(previous!, token) : [token]) chosen.add(level);
    previous = token;
    range = false;
  }
  if (range) return unknown(text, LIST_MEND);
  return SKILL_LEVELS.filter((level) => chosen.has(level));
}

const LIST_MEND = "按“五级至一级”“3-5级”或“三级、四级、五级”填写";
const TO = "→";
type Token = SkillLevel | typeof TO;

const NUMBERED: Readonly<Record<string, SkillLevel>> = {
  一: "SENIOR_TECHNICIAN",
  二: "TECHNICIAN",
  三: "SENIOR",
  四: "INTERMEDIATE",
  五: "JUNIOR",
  "1": "SENIOR_TECHNICIAN",
  "2": "TECHNICIAN",
  "3": "SENIOR",
  "4": "INTERMEDIATE",
  "5": "JUNIOR",
};
const NAMED: readonly (readonly [string, SkillLevel])[] = [
  ["首席技师", "CHIEF_TECHNICIAN"],
  ["特级技师", "SPECIAL_TECHNICIAN"],
  ["高级技师", "SENIOR_TECHNICIAN"],
  ["技师", "TECHNICIAN"],
  ["高级工", "SENIOR"],
  ["中级工", "INTERMEDIATE"],
  ["初级工", "JUNIOR"],
  ["学徒工", "APPRENTICE"],
  ["学徒", "APPRENTICE"],
];
/** Words around a level that say nothing more. */
const NOISE = /^(国家职业资格|职业技能等级|国家职业技能|职业资格|技能等级|等级证书|证书|等级)/;
const SEPARATOR = /^[、,;；/\\|()[\]和及与]/;

/** The text as levels and “to”; null when anything in it is neither. */
function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  let rest = foldDashes(fold(text)).toUpperCase();
  while (rest !== "") {
    const named = NAMED.find(([name]) => rest.startsWith(name));
    const numbered = /^([一二三四五1-5])(级技能|级工|级)?(?!\d)/.exec(rest);
    const noise = NOISE.exec(rest) ?? SEPARATOR.exec(rest);
    const to = /^(至|到|-+)/.exec(rest);
    if (named) {
      tokens.push(named[1]);
      rest = rest.slice(named[0].length);
    } else if (numbered) {
      tokens.push(NUMBERED[numbered[1]!]!);
      rest = rest.slice(numbered[0].length);
    } else if (/^[XTS]($|[^A-Z])/.test(rest)) {
      tokens.push(rest[0] === "X" ? "APPRENTICE" : rest[0] === "T" ? "SPECIAL_TECHNICIAN" : "CHIEF_TECHNICIAN");
      rest = rest.slice(1);
    } else if (to) {
      tokens.push(TO);
      rest = rest.slice(to[0].length);
    } else if (noise) {
      rest = rest.slice(noise[0].length);
    } else {
      return null;
    }
  }
  return tokens;
}

function between(one: SkillLevel, other: SkillLevel): readonly SkillLevel[] {
  const [a, b] = [SKILL_LEVELS.indexOf(one), SKILL_LEVELS.indexOf(other)];
  return SKILL_LEVELS.slice(Math.min(a, b), Math.max(a, b) + 1);
}

function unknown(text: string, mend: string): CellFault {
  const two = /^(高级|技工|工|技能)$/.test(fold(text)) ? "，可能是不止一个等级" : "";
  return new CellFault(two ? "AMBIGUOUS_VALUE" : "UNKNOWN_VALUE", `${quote(text)}不是能识别的技能等级${two}`, mend);
}
