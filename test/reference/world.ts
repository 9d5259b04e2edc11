import cities from "../../schema/reference/cities.json" with { type: "json" };
import counties from "../../schema/reference/counties.json" with { type: "json" };
import sectors from "../../schema/reference/sectors.json" with { type: "json" };
import type { Day } from "../../server/policy/day.ts";
import type { Ownership, SectorSystem } from "../../server/policy/words.ts";
import { type CellValue, KIND_ORDER, type Province, type Row } from "./province.ts";

/** What the rows of all sendings come to, folded by the rules of the ledgers' keys and nothing else. */
export interface World {
  readonly units: ReadonlyMap<string, Unit>;
  readonly people: ReadonlyMap<string, Person>;
}

export interface Unit {
  readonly code: string;
  inDirectory: boolean;
  planned: boolean;
  readonly attributes: Record<keyof Attributes, { from: Day; value: CellValue }[]>;
  frontline: number | null;
  launchedOn: Day | null;
  readonly terms: Map<string, Term>;
  readonly reports: Map<Day, Report>;
}

export interface Attributes {
  readonly ownership: Ownership;
  readonly responsibility: string | null;
  readonly city: string;
  readonly county: string | null;
  readonly sector: string | null;
  readonly shortage: boolean;
  readonly mainlySkilled: boolean | null;
  readonly group: string | null;
}

export interface Term {
  readonly number: string;
  readonly from: Day;
  until: Day;
  withdrawnOn: Day | null;
}
export type Report = Map<string, CellValue>;

export interface Person {
  readonly certificates: Map<string, Certificate>;
  readonly titles: Map<string, Title>;
  readonly movements: Map<string, Movement>;
}
export interface Certificate {
  number: string;
  unit: string;
  level: number;
  qualification: boolean;
  employment: string | null;
  issuedOn: Day;
  withdrawnOn: Day | null;
}
export interface Title {
  number: string | null;
  unit: string;
  level: number;
  batchYear: number;
  again: boolean;
  approvedOn: Day;
  cancelledOn: Day | null;
}
export interface Movement {
  kind: string;
  from: string | null;
  to: string | null;
  on: Day;
}

export const LEVEL_NAMES = ["学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"];
const OWNERSHIP_OF: Readonly<Record<string, Ownership>> = {
  省属国企: "PROVINCIAL_SOE",
  地方国企: "LOCAL_SOE",
  大型优质民企: "LARGE_PRIVATE",
  中央在川企业: "CENTRAL_SOE",
  其他: "OTHER",
};
const SYSTEM_OF = new Map(
  sectors.systems.flatMap((system) => system.items.map((item) => [item.code, system.code as SectorSystem])),
);

export function systemOf(sector: string): SectorSystem {
  return SYSTEM_OF.get(sector)!;
}

/** Fold the sendings, one after the other, each kind by kind. */
export function readProvince(province: Province): World {
  const units = new Map<string, Unit>();
  const people = new Map<string, Person>();
  const taken = new Set<string>();
  for (const sending of province.sendings) {
    for (const kind of KIND_ORDER) {
      for (const sheet of sending.flatMap((workbook) => workbook.sheets)) {
        if (sheet.kind !== kind) continue;
        // The same sheet once more says nothing new (DECISIONS L1).
        const said = JSON.stringify(sheet);
        if (taken.has(said)) continue;
        taken.add(said);
        for (const row of sheet.rows) {
          if (kind === "DIRECTORY") takeEnterprise(units, row, sheet.filledOn).inDirectory = true;
          else if (kind === "FILINGS") takeFiling(takeEnterprise(units, row, sheet.filledOn), row);
          else if (kind === "HEADCOUNTS") takeReport(units, row);
          else if (kind === "CERTIFICATES") takeCertificate(people, row);
          else if (kind === "APPRAISALS") takeTitle(people, row);
          else takeMovement(people, row);
        }
      }
    }
  }
  return { units, people };
}

function takeEnterprise(units: Map<string, Unit>, row: Row, filledOn: Day | null): Unit {
  const code = row.统一社会信用代码 as string;
  let unit = units.get(code);
  if (!unit) {
    unit = {
      code,
      inDirectory: false,
      planned: false,
      attributes: {
        ownership: [],
        responsibility: [],
        city: [],
        county: [],
        sector: [],
        shortage: [],
        mainlySkilled: [],
        group: [],
      },
      frontline: null,
      launchedOn: null,
      terms: new Map(),
      reports: new Map(),
    };
    units.set(code, unit);
  }
  const from = (row.变更生效日期 as Day | null | undefined) ?? filledOn;
  const say = (attribute: keyof Attributes, column: string, read: (value: CellValue) => CellValue): void => {
    if (!(column in row)) return;
    const value = read(row[column]!);
    const line = unit.attributes[attribute];
    if (line.length === 0) line.push({ from: "0001-01-01", value });
    else if (line[line.length - 1]!.value !== value) {
      if (from === null) throw new Error("the reference does not know today");
      line.push({ from, value });
    }
  };
  say("ownership", "企业类别", (value) => OWNERSHIP_OF[value as string]!);
  say("city", "所属市（州）", (value) => cities.items.find((city) => city.name === value)!.code);
  say("county", "所属县（市、区）", (value) => (value === null ? null : countyCode(value as string, unit)));
  say("responsibility", "推荐单位（隶属关系）", (value) =>
    value === null ? null : (cities.items.find((city) => city.name === value)?.code ?? "510000"),
  );
  say("sector", "所属产业", (value) =>
    value === null ? null : sectors.systems.flatMap((system) => system.items).find((item) => item.name === value)!.code,
  );
  say("shortage", "是否急需紧缺", (value) => value);
  say("mainlySkilled", "是否以技能人员为主体", (value) => value);
  say("group", "所属集团统一社会信用代码", (value) => value);
  return unit;
}

/** 市中区 and others stand in several cities: the unit's own city decides. */
function countyCode(name: string, unit: Unit): string {
  const city = unit.attributes.city[unit.attributes.city.length - 1]!.value;
  return counties.items.find((county) => county.name === name && county.cityCode === city)!.code;
}

function takeFiling(unit: Unit, row: Row): void {
  if ("一线技能职工人数" in row) unit.frontline = row.一线技能职工人数 as number | null;
  if ("启动实施日期" in row) unit.launchedOn = row.启动实施日期 as Day | null;
  if (row.备案状态 === "拟备案") unit.planned = true;
  if (!row.机构备案号) return;
  const key = `${row.机构备案号} ${row.有效期起}`;
  const term = unit.terms.get(key) ?? {
    number: row.机构备案号 as string,
    from: row.有效期起 as Day,
    until: "",
    withdrawnOn: null,
  };
  if ("有效期止" in row) term.until = row.有效期止 as Day;
  if (row.注销日期) term.withdrawnOn = row.注销日期 as Day;
  unit.terms.set(key, term);
}

function takeReport(units: Map<string, Unit>, row: Row): void {
  const unit = units.get(row.统一社会信用代码 as string)!;
  const report = unit.reports.get(row.报告期 as Day) ?? new Map<string, CellValue>();
  for (const [column, value] of Object.entries(row)) report.set(column, value);
  unit.reports.set(row.报告期 as Day, report);
}

function personOf(people: Map<string, Person>, row: Row): Person {
  const id = row.证件号码 as string;
  let person = people.get(id);
  if (!person) {
    person = { certificates: new Map(), titles: new Map(), movements: new Map() };
    people.set(id, person);
  }
  return person;
}

function takeCertificate(people: Map<string, Person>, row: Row): void {
  const certificates = personOf(people, row).certificates;
  const number = row.证书编号 as string;
  const before = certificates.get(number);
  certificates.set(number, {
    number,
    unit: row.统一社会信用代码 as string,
    level: LEVEL_NAMES.indexOf(row.职业技能等级 as string),
    qualification: "证书类别" in row ? row.证书类别 === "职业资格证书" : (before?.qualification ?? false),
    employment: "用工形式" in row ? (row.用工形式 as string | null) : (before?.employment ?? null),
    issuedOn: row.发证日期 as Day,
    withdrawnOn: (row.注销日期 as Day | null | undefined) ?? before?.withdrawnOn ?? null,
  });
}

function takeTitle(people: Map<string, Person>, row: Row): void {
  const titles = personOf(people, row).titles;
  const key = `${row.等级} ${row.批次年度}`;
  const before = titles.get(key);
  titles.set(key, {
    number: "证书编号" in row ? (row.证书编号 as string | null) : (before?.number ?? null),
    unit: row.统一社会信用代码 as string,
    level: LEVEL_NAMES.indexOf(row.等级 as string),
    batchYear: row.批次年度 as number,
    again: "评定类型" in row ? row.评定类型 === "再次" : (before?.again ?? false),
    approvedOn: row.核准日期 as Day,
    cancelledOn: (row.取消日期 as Day | null | undefined) ?? before?.cancelledOn ?? null,
  });
}

function takeMovement(people: Map<string, Person>, row: Row): void {
  const movements = personOf(people, row).movements;
  const key = `${row.变动类型} ${row.变动日期}`;
  const before = movements.get(key);
  movements.set(key, {
    kind: row.变动类型 as string,
    from: "原单位统一社会信用代码" in row ? (row.原单位统一社会信用代码 as string | null) : (before?.from ?? null),
    to: "新单位统一社会信用代码" in row ? (row.新单位统一社会信用代码 as string | null) : (before?.to ?? null),
    on: row.变动日期 as Day,
  });
}

/** What held of a unit at a day. */
export function attributesAt(unit: Unit, day: Day): Attributes {
  const at = (attribute: keyof Attributes): CellValue => {
    let value: CellValue = null;
    for (const entry of unit.attributes[attribute]) if (entry.from <= day) value = entry.value;
    return value;
  };
  const city = at("city") as string;
  const ownership = at("ownership") as Ownership;
  return {
    ownership,
    city,
    county: at("county") as string | null,
    responsibility: at("responsibility") as string | null,
    sector: at("sector") as string | null,
    shortage: at("shortage") === "是",
    mainlySkilled: at("mainlySkilled") === null ? null : at("mainlySkilled") === "是",
    group: at("group") as string | null,
  };
}
