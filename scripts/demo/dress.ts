import { type Day, lastDateOf } from "../../server/policy/day.ts";
import type { PlainRow, PlainValue } from "./model.ts";
import { CITIES, SECTORS } from "./reference.ts";

/** How one clerk writes: each book of the province has its own habits, and keeps them. */
export interface Dress {
  readonly days: "dash" | "slash" | "dot" | "chinese" | "cell";
  /** Validity in months, as the notices of the province give it. */
  readonly validityInMonths: boolean;
  readonly periods: "quarter" | "short" | "month" | "day";
  readonly counts: "number" | "thousands" | "wide";
  readonly empty: null | "—" | "/" | "无";
  readonly levels: "name" | "both" | "bracket" | "grade" | "digit";
  readonly ranges: "words" | "digits" | "list";
  readonly shortCities: boolean;
  readonly sectorAlias: boolean;
  readonly weights: "share" | "percent" | "number";
  readonly wideBrackets: boolean;
  /** Other headers for the same columns. */
  readonly headers: Readonly<Record<string, string>>;
}

export type DressedValue = string | number | Date | null;

const PLAIN: Dress = {
  days: "dash",
  validityInMonths: false,
  periods: "quarter",
  counts: "number",
  empty: null,
  levels: "name",
  ranges: "words",
  shortCities: false,
  sectorAlias: false,
  weights: "percent",
  wideBrackets: false,
  headers: {},
};

/** Seven clerks. */
const CLERKS: readonly Dress[] = [
  PLAIN,
  {
    ...PLAIN,
    days: "cell",
    periods: "short",
    counts: "thousands",
    levels: "both",
    ranges: "digits",
    shortCities: true,
    weights: "share",
    headers: { 单位名称: "企业名称", 证件号码: "身份证号", 证书编号: "证书号" },
  },
  {
    ...PLAIN,
    days: "dot",
    validityInMonths: true,
    periods: "month",
    empty: "—",
    levels: "bracket",
    ranges: "list",
    wideBrackets: true,
    headers: { 统一社会信用代码: "社会信用代码", 发证日期: "颁证日期", 所属产业: "所属产业" },
  },
  {
    ...PLAIN,
    days: "chinese",
    periods: "day",
    counts: "wide",
    empty: "/",
    levels: "grade",
    sectorAlias: true,
    weights: "number",
    headers: { "所属市（州）": "市州", 证件号码: "身份证号码", 启动实施日期: "启动认定日期" },
  },
  {
    ...PLAIN,
    days: "slash",
    periods: "quarter",
    counts: "thousands",
    empty: "无",
    levels: "digit",
    ranges: "digits",
    shortCities: true,
    headers: { 单位名称: "用人单位", 职业技能等级: "技能等级", 持证人数合计: "有等级人数合计" },
  },
  {
    ...PLAIN,
    days: "chinese",
    validityInMonths: true,
    levels: "both",
    ranges: "words",
    wideBrackets: true,
    headers: { "推荐单位（隶属关系）": "隶属关系", 证件号码: "公民身份号码", "其中：在岗职工": "其中：在职职工" },
  },
  {
    ...PLAIN,
    days: "cell",
    periods: "month",
    levels: "bracket",
    ranges: "list",
    headers: { 统一社会信用代码: "信用代码", 证书编号: "证书号码" },
  },
];

export function clerk(number: number): Dress {
  return CLERKS[number % CLERKS.length]!;
}

/** Columns that hold a number of people, and so may be written with separators or full-width. */
const COUNTS =
  /^(一线技能职工人数|职工总数|技能岗位从业人员合计|其中：.+|未定级|学徒工|初级工|中级工|高级工|技师|高级技师|特级技师|首席技师|持证人数合计)$/;
/** Where a mark for “nothing” is never used, since clerks leave these blank. */
const LEFT_BLANK = /日期$|^有效期|备注|工种|编码/;

export function dressValue(column: string, value: PlainValue, dress: Dress): DressedValue {
  if (value === null) return LEFT_BLANK.test(column) ? null : dress.empty;
  if (typeof value === "number") {
    if (column === "业绩权重")
      return dress.weights === "share"
        ? value
        : dress.weights === "percent"
          ? `${Math.round(value * 100)}%`
          : Math.round(value * 100);
    if (!COUNTS.test(column)) return value;
    if (dress.counts === "thousands") return value >= 1000 ? value.toLocaleString("en-US") : value;
    return dress.counts === "wide" ? wide(String(value)) : value;
  }
  if (column === "报告期") return dressPeriod(value, dress);
  if (column.startsWith("有效期") && dress.validityInMonths)
    return `${value.slice(0, 4)}年${Number(value.slice(5, 7))}月`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dressDay(value, dress);
  switch (column) {
    case "职业技能等级":
      return dressLevel(value, dress);
    case "技能等级":
      return dressRange(value, dress);
    case "直接认定条件":
      return dress.wideBrackets ? value.replaceAll("(", "（").replaceAll(")", "）") : value;
    case "所属市（州）":
    case "推荐单位（隶属关系）":
      return dress.shortCities ? (CITIES.find((city) => city.name === value)?.shortName ?? value) : value;
    case "所属产业":
      return dress.sectorAlias ? (SECTORS.find((sector) => sector.name === value)?.aliases[0] ?? value) : value;
    default:
      return value;
  }
}

function dressDay(day: Day, dress: Dress): DressedValue {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  switch (dress.days) {
    case "dash":
      return day;
    case "slash":
      return `${year}/${month}/${date}`;
    case "dot":
      return `${year}.${String(month).padStart(2, "0")}.${String(date).padStart(2, "0")}`;
    case "chinese":
      return dress.counts === "wide" ? wide(`${year}年${month}月${date}日`) : `${year}年${month}月${date}日`;
    case "cell":
      return new Date(Date.UTC(year, month - 1, date));
  }
}

function dressPeriod(quarterEnd: Day, dress: Dress): string {
  const [year, month] = [quarterEnd.slice(0, 4), Number(quarterEnd.slice(5, 7))];
  switch (dress.periods) {
    case "quarter":
      return `${year}年第${"一二三四"[month / 3 - 1]}季度`;
    case "short":
      return `${year}Q${month / 3}`;
    case "month":
      return `${year}年${month}月`;
    case "day":
      return `${year}-${quarterEnd.slice(5, 7)}-${lastDateOf(Number(year), month)}`;
  }
}

const GRADES: Readonly<Record<string, string>> = {
  初级工: "五级",
  中级工: "四级",
  高级工: "三级",
  技师: "二级",
  高级技师: "一级",
};

function dressLevel(name: string, dress: Dress): DressedValue {
  const grade = GRADES[name];
  if (!grade) return name;
  switch (dress.levels) {
    case "name":
      return name;
    case "both":
      return `${grade}/${name}`;
    case "bracket":
      return `${name}（${grade}）`;
    case "grade":
      return grade;
    case "digit":
      return "零一二三四五".indexOf(grade[0]!);
  }
}

function dressRange(range: string, dress: Dress): string {
  const last = "零一二三四五".indexOf(range[3]!);
  if (dress.ranges === "digits") return `${last}-5级`;
  if (dress.ranges === "list") return ["五级", "四级", "三级", "二级", "一级"].slice(0, 6 - last).join("、");
  return range;
}

function wide(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** The columns of a kind that hold anything at all in these rows, in the kind's order. */
export function usedColumns(
  order: readonly string[],
  rows: readonly PlainRow[],
  always: readonly string[] = [],
): readonly string[] {
  return order.filter(
    (column) => always.includes(column) || rows.some((row) => row[column] !== null && row[column] !== undefined),
  );
}
