import cities from "../../schema/reference/cities.json" with { type: "json" };
import counties from "../../schema/reference/counties.json" with { type: "json" };
import occupations from "../../schema/reference/occupations.json" with { type: "json" };
import sectors from "../../schema/reference/sectors.json" with { type: "json" };
import { createDice, type Dice } from "../../scripts/demo/dice.ts";
import { createIdNumbers, inventedCreditCode, qualificationNumber } from "../../scripts/demo/numbers.ts";
import { addDays, addMonths, type Day, dayNumber } from "../../server/policy/day.ts";
import type { CellValue, Province, Row, Sending, Sheet, Workbook } from "../reference/province.ts";

/** The days at which a random province is asked; its nasty dates lie around them. */
export const TEST_DAYS: readonly Day[] = ["2024-12-31", "2025-08-17", "2026-06-30", "2026-10-31"];
const LAST_DAY: Day = "2026-10-31";
const QUARTER_ENDS: readonly Day[] = [
  "2024-03-31",
  "2024-06-30",
  "2024-09-30",
  "2024-12-31",
  "2025-03-31",
  "2025-06-30",
  "2025-09-30",
  "2025-12-31",
  "2026-03-31",
  "2026-06-30",
  "2026-09-30",
];
const CLASSES = ["省属国企", "地方国企", "大型优质民企", "中央在川企业", "其他"];
const DEPARTMENTS = ["四川省国资委", "四川省经济和信息化厅", "四川省交通运输厅"];
const EMPLOYMENT = ["本单位在岗职工", "劳务派遣", "劳务外包", "实习", "隶属单位在岗职工"];
const LEVELS = ["学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"];
const LETTERS = "X54321TS";
const RANGES: readonly (readonly [string, number])[] = [
  ["五级至一级", 5],
  ["五级至三级", 3],
  ["五级至二级", 4],
];
const SECTORS = sectors.systems.flatMap((system) => system.items.map((item) => item.name));
const OCCUPATIONS = occupations.items.filter((_, i) => i % 11 === 3).map(({ code, name }) => ({ code, name }));

export interface ProvinceSize {
  readonly enterprises: number;
  readonly people: number;
}
export const SMALL: ProvinceSize = { enterprises: 60, people: 1500 };

/**
 * A province that does everything that a ledger can hold and that its rules let in, dated so as to hurt, in four sendings
 * every row of which may be admitted.
 */
export function randomProvince(seed: number, size: ProvinceSize = SMALL): Province {
  const dice = createDice(`province ${seed}`);
  const units = makeUnits(dice.fork("units"), size.enterprises);
  const people = makePeople(dice.fork("people"), units, size.people);
  const directory: Sheet = {
    kind: "DIRECTORY",
    filledOn: "2026-01-15",
    rows: units.filter((unit) => unit.inDirectory && !unit.late).map((unit) => directoryRow(unit)),
  };
  const first: Sending = [
    { name: "企业名录", sheets: [directory] },
    {
      name: "备案和季报",
      sheets: [
        {
          kind: "FILINGS",
          filledOn: "2026-01-20",
          rows: units.filter((unit) => !unit.late).flatMap((unit) => filingRows(unit, 1)),
        },
        {
          kind: "HEADCOUNTS",
          filledOn: null,
          rows: units.filter((unit) => !unit.late).flatMap((unit) => reportRows(unit, 1)),
        },
      ],
    },
    { name: "人员", sheets: peopleSheets(people, 1) },
  ];
  const changes = dice.fork("changes");
  const second: Sending = [
    {
      name: "变更和新增",
      sheets: [
        {
          kind: "FILINGS",
          filledOn: "2026-03-02",
          rows: units.flatMap((unit) => [
            ...(unit.late ? filingRows(unit, 1) : []),
            ...changedByFiling(changes, unit, "2025"),
          ]),
        },
        {
          kind: "DIRECTORY",
          filledOn: "2025-11-05",
          rows: units.flatMap((unit) =>
            unit.late && unit.inDirectory ? [directoryRow(unit)] : changedByDirectory(changes, unit),
          ),
        },
        {
          kind: "HEADCOUNTS",
          filledOn: null,
          rows: units.flatMap((unit) => reportRows(unit, 2).concat(unit.late ? reportRows(unit, 1) : [])),
        },
      ],
    },
    { name: "人员补报", sheets: peopleSheets(people, 2) },
  ];
  const third: Sending = [
    {
      name: "三季度",
      sheets: [
        {
          kind: "FILINGS",
          filledOn: "2026-10-20",
          rows: units.flatMap((unit) => orElse(filingRows(unit, 3), () => changedByFiling(changes, unit, "2026"))),
        },
        { kind: "HEADCOUNTS", filledOn: null, rows: units.flatMap((unit) => reportRows(unit, 3)) },
        // Corrections in a sheet of few columns: what it does not name stays as it was.
        { kind: "HEADCOUNTS", filledOn: null, rows: units.flatMap((unit) => correctedReports(changes, unit)) },
      ],
    },
    { name: "人员更正", sheets: peopleSheets(people, 3) },
  ];
  // Sent again although later sendings said otherwise: it changes nothing (L1).
  const again: Sending = [{ name: "企业名录", sheets: [directory] }];
  return {
    sendings: [first, second, again, third].map((sending) =>
      sending.map(withoutEmptySheets).filter((workbook) => workbook.sheets.length > 0),
    ),
  };
}

/** A unit says one thing of itself in a sending. */
function orElse(rows: Row[], others: () => Row[]): Row[] {
  return rows.length > 0 ? rows : others();
}

function withoutEmptySheets(workbook: Workbook): Workbook {
  return { name: workbook.name, sheets: workbook.sheets.filter((sheet) => sheet.rows.length > 0) };
}

// ------------------------------------------------------------------------------------------------------------ units

interface DraftTerm {
  readonly number: string;
  readonly from: Day;
  readonly until: Day;
  readonly withdrawnOn: Day | null;
  /** In which sending the term, and in which its withdrawal, is told. */
  readonly sending: 1 | 3;
  readonly withdrawnIn: 1 | 3;
  readonly scope: readonly {
    readonly code: string;
    readonly name: string;
    readonly range: number;
    readonly from: Day | null;
  }[];
}

interface DraftUnit {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  /** What its next row will say of it: changed as the sendings go on. */
  attributes: Record<string, CellValue>;
  readonly inDirectory: boolean;
  /** Known from the second sending only. */
  readonly late: boolean;
  readonly fixedGroup: boolean;
  readonly planned: boolean;
  readonly frontline: number | null;
  readonly launchedOn: Day | null;
  readonly directPlanOn: Day | null;
  readonly terms: readonly DraftTerm[];
  readonly reports: readonly { readonly sending: 1 | 2 | 3; readonly row: Row }[];
  readonly headcount: number;
}

function makeUnits(dice: Dice, count: number): DraftUnit[] {
  const units: DraftUnit[] = [];
  const someCities = dice.shuffled(cities.items).slice(0, 9);
  for (let index = 0; index < count; index++) {
    const own = dice.fork(String(index));
    const ownership = own.weighted(
      CLASSES,
      (name) => ({ 省属国企: 22, 地方国企: 26, 大型优质民企: 30, 中央在川企业: 12, 其他: 10 })[name] ?? 0,
    );
    const isSoe = ownership === "省属国企" || ownership === "地方国企";
    const city = own.pick(someCities);
    const headcount = own.chance(0.1) ? own.int(1, 4) : own.int(8, 40);
    const groupless = index < 5 || own.chance(0.6);
    const late = index >= 10 && own.chance(0.12);
    const terms = own.chance(isSoe ? 0.3 : 0.12) || (index % 13 === 12 && index > 0) ? [] : makeTerms(own, index);
    const inDirectory = terms.length === 0 ? isSoe || own.chance(0.6) : own.chance(isSoe ? 0.7 : 0.4);
    units.push({
      index,
      code: inventedCreditCode(own.pick(["510000", city.code]), 60_000 + index * 13),
      name: `试验${"甲乙丙丁戊己庚辛壬癸"[index % 10]}${"子丑寅卯辰巳午未申酉戌亥"[Math.floor(index / 10) % 12]}${index}有限公司`,
      attributes: {
        企业类别: ownership,
        "推荐单位（隶属关系）": own.chance(0.15)
          ? null
          : own.chance(0.25)
            ? own.pick(DEPARTMENTS)
            : own.chance(0.12)
              ? own.pick(someCities).name
              : city.name,
        "所属市（州）": city.name,
        "所属县（市、区）": own.chance(0.2)
          ? null
          : own.pick(counties.items.filter((county) => county.cityCode === city.code)).name,
        所属产业: terms.length === 0 && inDirectory && own.chance(0.3) ? null : own.pick(SECTORS),
        是否急需紧缺: own.pick(["是", "否", "否", null]),
        是否以技能人员为主体: own.pick(["是", "是", "否", null]),
        // Some belong to a group that the ledger never hears of.
        所属集团统一社会信用代码: groupless
          ? null
          : own.chance(0.15)
            ? inventedCreditCode("510000", 99_001)
            : units[own.int(0, 4)]!.code,
      },
      inDirectory,
      late,
      fixedGroup: own.chance(0.5),
      planned: terms.length === 0 && !inDirectory,
      frontline: own.chance(0.2) ? null : Math.round(headcount * (0.8 + own.next() * 0.5)),
      launchedOn: own.chance(0.35)
        ? null
        : own.chance(0.2)
          ? own.pick(["2024-12-31", "2025-01-01", ...TEST_DAYS])
          : dayBetween(own, "2022-05-01", LAST_DAY),
      directPlanOn: own.chance(0.4) ? dayBetween(own, "2022-01-01", "2024-06-30") : null,
      terms,
      reports: makeReports(own, headcount),
      headcount,
    });
  }
  return units.map((unit) => ({
    ...unit,
    reports: unit.reports.map((report) => ({
      ...report,
      row: { 单位名称: unit.name, 统一社会信用代码: unit.code, ...report.row },
    })),
  }));
}

/** One of the ways in which filings go: renewed, with a gap, ahead of time, lapsed by 179, 180 or 181 days, withdrawn, back again. */
function makeTerms(dice: Dice, index: number): DraftTerm[] {
  const number = `Y000051${String(700_000 + index * 3)}`;
  const scope = (): DraftTerm["scope"] =>
    dice
      .shuffled(OCCUPATIONS)
      .slice(0, dice.int(1, 3))
      .map((occupation, i) => ({
        ...occupation,
        range: dice.int(0, RANGES.length - 1),
        from: i > 0 && dice.chance(0.2) ? "2025-02-01" : null,
      }));
  const term = (from: Day, until: Day, more: Partial<DraftTerm> = {}): DraftTerm => {
    const told: DraftTerm = {
      number,
      from,
      until,
      withdrawnOn: null,
      sending: 1,
      withdrawnIn: 1,
      scope: scope(),
      ...more,
    };
    return told.sending === 3 ? { ...told, scope: told.scope.map((item) => ({ ...item, from: null })) } : told;
  };
  const begins = dayBetween(dice, "2021-06-01", "2024-03-01");
  const ends = addDays(addMonths(begins, 36), -1);
  const way = dice.int(0, 11);
  switch (way) {
    case 0:
    case 1: {
      const until = addDays(dice.pick(TEST_DAYS), -dice.pick([179, 180, 181]));
      return [term(addDays(addMonths(until, -36), 1), until)];
    }
    case 2:
      return [term(begins, ends), term(addDays(ends, 1), addMonths(ends, 36), { sending: 3 })];
    case 3:
      // A gap of up to 200 days before the renewal.
      return [term(begins, ends), term(addDays(ends, dice.int(2, 200)), addMonths(ends, 42))];
    case 4:
      // Renewed ahead of time: two terms overlap.
      return [term(begins, ends), term(addDays(ends, -dice.int(20, 90)), addMonths(ends, 33))];
    case 5:
      return [
        term(begins, addMonths(ends, 24), {
          withdrawnOn: dayBetween(dice, "2024-06-01", "2026-09-30"),
          withdrawnIn: dice.pick([1, 3]),
        }),
      ];
    case 6: {
      // Withdrawn on the very day that is asked, or the day after.
      const day = dice.pick(TEST_DAYS.slice(0, 3));
      return [term(begins, addMonths(ends, 30), { withdrawnOn: addDays(day, dice.int(0, 1)) })];
    }
    case 7:
      // Withdrawn, later filed again under another number.
      return [
        term(begins, addMonths(ends, 12), { withdrawnOn: "2024-11-20" }),
        term("2025-05-01", "2028-04-30", {
          number: `Y000051${String(700_001 + index * 3)}`,
          sending: dice.pick([1, 3]),
        }),
      ];
    case 8: {
      // The renewal is withdrawn when the first term has just run out.
      const renewal = addDays(ends, 1);
      const withdrawnOn = addDays(renewal, dice.int(5, 150));
      return [term(begins, ends), term(renewal, addMonths(ends, 36), withdrawnOn <= LAST_DAY ? { withdrawnOn } : {})];
    }
    case 9:
      return [term(dice.pick(TEST_DAYS.slice(0, 3)), "2029-01-31")];
    case 10:
      return [term(addDays(dice.pick(TEST_DAYS.slice(0, 3)), 1), "2029-03-31")];
    default:
      return [term("2023-01-01", "2025-12-31"), term("2026-01-01", "2028-12-31", { sending: dice.pick([1, 3]) })];
  }
}

function makeReports(dice: Dice, headcount: number): { sending: 1 | 2 | 3; row: Row }[] {
  const habit = dice.int(0, 9);
  const style = dice.int(0, 4);
  return QUARTER_ENDS.flatMap((quarterEnd, i) => {
    if (habit === 0) return [];
    if (habit === 1 && i > 3) return [];
    if (habit === 2 && i % 3 !== 0) return [];
    if (habit === 3 && i < 8) return [];
    if (dice.chance(0.12)) return [];
    const skilled = dice.chance(0.04) ? 0 : Math.max(0, headcount + dice.int(-4, 4));
    const interns = Math.min(skilled, dice.int(0, 3));
    const dispatched = Math.min(skilled - interns, dice.int(0, 4));
    const parts: Row =
      style === 0
        ? {}
        : {
            "其中：在岗职工": skilled - interns - dispatched + (dice.chance(0.1) ? 1 : 0),
            "其中：劳务派遣": dice.chance(0.2) ? null : dispatched,
            "其中：劳务外包": null,
            "其中：实习人员": dice.chance(0.25) ? null : interns,
            "其中：隶属单位职工": 0,
          };
    const certified = Math.min(skilled, Math.round(skilled * (0.6 + dice.next() * 0.45)));
    const senior = Math.floor(certified / 3);
    const levels: Row =
      style === 1
        ? {}
        : style === 2 || dice.chance(0.15)
          ? {
              学徒工: null,
              初级工: null,
              中级工: null,
              高级工: null,
              技师: null,
              高级技师: null,
              特级技师: null,
              首席技师: null,
            }
          : {
              学徒工: dice.chance(0.3) ? null : dice.int(0, 2),
              初级工: dice.chance(0.2) ? null : 0,
              中级工: certified - senior,
              高级工: senior,
              技师: null,
              高级技师: 0,
              特级技师: null,
              首席技师: null,
            };
    const total: Row = style === 1 && dice.chance(0.5) ? {} : { 持证人数合计: dice.chance(0.15) ? null : certified };
    // The columns of a sheet are those of its rows together, so every row has them all.
    const blank: Row = {
      职工总数: skilled * 2,
      "其中：在岗职工": null,
      "其中：劳务派遣": null,
      "其中：劳务外包": null,
      "其中：实习人员": null,
      "其中：隶属单位职工": null,
      学徒工: null,
      初级工: null,
      中级工: null,
      高级工: null,
      技师: null,
      高级技师: null,
      特级技师: null,
      首席技师: null,
      持证人数合计: null,
    };
    const sending = dice.chance(0.15) ? 3 : dice.chance(0.1) ? 2 : 1;
    return [
      { sending, row: { 报告期: quarterEnd, 技能岗位从业人员合计: skilled, ...blank, ...parts, ...levels, ...total } },
    ];
  });
}

function attributesOf(unit: DraftUnit): Row {
  return { 单位名称: unit.name, 统一社会信用代码: unit.code, ...unit.attributes };
}

function directoryRow(unit: DraftUnit): Row {
  return { ...attributesOf(unit), 依据文号: "试验文〔2024〕1号", 认定日期: "2024-05-06" };
}

const NO_TERM: Row = {
  备案类型: null,
  机构备案号: null,
  备案日期: null,
  有效期起: null,
  有效期止: null,
  注销日期: null,
  变更生效日期: null,
  职业名称: null,
  职业编码: null,
  技能等级: null,
};

/** What 备案台账 says of a unit in a sending: its terms told then, row by row of their scope. */
function filingRows(unit: DraftUnit, sending: 1 | 3): Row[] {
  // 备案台账 asks for a sector.
  if (unit.attributes.所属产业 === null) return [];
  if (unit.planned)
    return sending === 1 ? [{ ...attributesOf(unit), ...unitFacts(unit), 备案状态: "拟备案", ...NO_TERM }] : [];
  const told = unit.terms
    .filter(
      (term) => term.sending === sending || (sending === 3 && term.withdrawnOn !== null && term.withdrawnIn === 3),
    )
    .flatMap((term) =>
      termRows(unit, term, term.withdrawnOn !== null && (sending === 3 || term.withdrawnIn === 1), null),
    );
  if (sending === 1 || told.length > 0 || unit.late) return told;
  // A withdrawal told before, and now a row that leaves the day empty: that takes nothing back.
  return unit.terms
    .filter((term) => term.withdrawnOn !== null && term.withdrawnIn === 1 && unit.index % 2 === 0)
    .flatMap((term) => termRows(unit, term, false, null).slice(0, 1));
}

function unitFacts(unit: DraftUnit): Row {
  return { 一线技能职工人数: unit.frontline, 启动实施日期: unit.launchedOn, 直接认定方案备案日期: unit.directPlanOn };
}

function termRows(unit: DraftUnit, term: DraftTerm, withdrawn: boolean, changedOn: Day | null): Row[] {
  // An addition's day would date the unit's own attributes as well, so a later sending leaves it out.
  const scope = term.scope.filter(
    (item) => item.from === null || (term.sending === 1 && !(withdrawn && term.withdrawnIn === 3)),
  );
  return scope.map((item) => ({
    ...attributesOf(unit),
    ...unitFacts(unit),
    备案状态: withdrawn ? "已注销" : "已备案",
    备案类型: item.from !== null ? "增项" : withdrawn ? "注销" : changedOn ? "变更" : "首次",
    机构备案号: term.number,
    // Renewals are back-dated: the day of filing says nothing.
    备案日期: addDays(term.from, Math.min(25, dayNumber(LAST_DAY) - dayNumber(term.from))),
    有效期起: term.from,
    有效期止: term.until,
    注销日期: withdrawn ? term.withdrawnOn : null,
    变更生效日期: item.from ?? changedOn,
    职业名称: item.name,
    职业编码: item.code,
    技能等级: RANGES[item.range]![0],
  }));
}

/** A filing restated with another city, class, responsibility, sector or group from a day on. */
function changedByFiling(dice: Dice, unit: DraftUnit, year: "2025" | "2026"): Row[] {
  const term = unit.terms.find(
    (one) => one.sending === 1 && one.withdrawnOn === null && one.scope.every((item) => item.from === null),
  );
  if (
    !term ||
    unit.late ||
    unit.index % 3 !== (year === "2025" ? 0 : 1) ||
    unit.attributes.所属产业 === null ||
    !dice.chance(0.8)
  )
    return [];
  const on = dice.chance(0.35)
    ? dice.pick(TEST_DAYS.filter((day) => day.startsWith(year)))
    : dayBetween(dice, `${year}-01-02`, year === "2025" ? "2025-10-30" : "2026-09-30");
  change(dice, unit);
  return termRows(unit, term, false, on);
}

/** A directory that says otherwise than before, from its 填报时间 on. */
function changedByDirectory(dice: Dice, unit: DraftUnit): Row[] {
  if (!unit.inDirectory || unit.late || unit.index % 3 !== 2 || !dice.chance(0.6)) return [];
  change(dice, unit);
  return [directoryRow(unit)];
}

function change(dice: Dice, unit: DraftUnit): void {
  const attributes = { ...unit.attributes };
  const what = dice.int(0, 6);
  if (what === 0 || what === 1) {
    const city = dice.pick(cities.items.slice(0, 8));
    attributes["所属市（州）"] = city.name;
    attributes["所属县（市、区）"] = dice.chance(0.3)
      ? null
      : dice.pick(counties.items.filter((county) => county.cityCode === city.code)).name;
    if (dice.chance(0.5)) attributes["推荐单位（隶属关系）"] = city.name;
  } else if (what === 2) attributes.企业类别 = dice.pick(CLASSES);
  else if (what === 3) attributes["推荐单位（隶属关系）"] = dice.pick([...DEPARTMENTS, "成都市", "绵阳市"]);
  else if (what === 4) attributes.所属产业 = dice.pick(SECTORS);
  else if (what === 5 && !unit.fixedGroup)
    attributes.所属集团统一社会信用代码 = dice.pick([
      null,
      inventedCreditCode("510000", 99_001),
      inventedCreditCode("510000", 99_008),
    ]);
  else {
    attributes.是否急需紧缺 = dice.pick(["是", "否"]);
    attributes.是否以技能人员为主体 = dice.pick(["是", "否"]);
  }
  unit.attributes = attributes;
}

function reportRows(unit: DraftUnit, sending: 1 | 2 | 3): Row[] {
  return unit.reports.filter((report) => report.sending === sending).map((report) => report.row);
}

function correctedReports(dice: Dice, unit: DraftUnit): Row[] {
  return unit.reports
    .filter((report) => report.sending === 1 && dice.chance(0.06))
    .map(({ row }) => ({
      单位名称: unit.name,
      统一社会信用代码: unit.code,
      报告期: row.报告期!,
      技能岗位从业人员合计: Math.max(3, (row.技能岗位从业人员合计 as number) + dice.int(-2, 3)),
      填报人: "更正",
    }));
}

// ----------------------------------------------------------------------------------------------------------- people

interface DraftRow {
  readonly sending: 1 | 2 | 3;
  readonly row: Row;
}
interface DraftPeople {
  readonly certificates: readonly DraftRow[];
  readonly movements: readonly DraftRow[];
  readonly appraisals: readonly DraftRow[];
}

const CERTIFICATE_BLANK: Row = {
  直接认定条件: null,
  入职日期: null,
  本职业起始日期: null,
  学历: null,
  业绩评分: null,
  评审评分: null,
  业绩权重: null,
  结果公示起: null,
  结果公示止: null,
  评价机构名称: null,
  机构备案号: null,
  注销日期: null,
  备注: null,
};

function peopleSheets(people: DraftPeople, sending: 1 | 2 | 3): Sheet[] {
  const of = (rows: readonly DraftRow[]): Row[] =>
    rows.filter((draft) => draft.sending === sending).map((draft) => draft.row);
  return [
    { kind: "CERTIFICATES", filledOn: null, rows: of(people.certificates) },
    { kind: "MOVEMENTS", filledOn: null, rows: of(people.movements) },
    { kind: "APPRAISALS", filledOn: null, rows: of(people.appraisals) },
  ];
}

function makePeople(dice: Dice, units: readonly DraftUnit[], count: number): DraftPeople {
  const certificates: DraftRow[] = [];
  const movements: DraftRow[] = [];
  const appraisals: DraftRow[] = [];
  const idNumber = createIdNumbers();
  const serials = new Map<string, number>();
  const numbered = (stem: string): string => {
    const serial = (serials.get(stem) ?? 0) + 1;
    serials.set(stem, serial);
    return stem + String(serial).padStart(6, "0");
  };
  const issuing = units.filter((unit) => unit.terms.length > 0);
  const unknown = [inventedCreditCode("510000", 98_001), inventedCreditCode("510000", 98_008)];
  let qualificationSerial = 0;

  for (let i = 0; i < count; i++) {
    const own = dice.fork(String(i));
    const id = idNumber(dayBetween(own, "1968-01-01", "2003-12-31"));
    const person: Row = { 姓名: `试${"金木水火土山川日月星"[i % 10]}${i % 97}`, 证件号码: id };
    // Most people stay with a unit or two, so that units fill up.
    const homes = [own.pick(issuing), own.pick(issuing)];
    const happenings: Day[] = [];
    const day = (from: Day, until: Day): Day =>
      happenings.length > 0 && own.chance(0.3)
        ? own.pick(happenings)
        : own.chance(0.08)
          ? own.pick(TEST_DAYS)
          : dayBetween(own, from, until);
    const add = (row: Row, sending: 1 | 2 | 3): void => {
      certificates.push({ sending, row: { ...person, 证件类型: "居民身份证", ...CERTIFICATE_BLANK, ...row } });
      happenings.push(row.发证日期 as Day);
    };
    for (let k = own.weighted([1, 2, 3, 5], (times) => 6 - times); k > 0; k--) {
      const unit = own.chance(0.85) ? homes[0]! : homes[1]!;
      const issued = issueCertificate(
        own,
        unit,
        units,
        unknown,
        day,
        numbered,
        () => ++qualificationSerial,
        certificates,
        id,
      );
      if (!issued) continue;
      const withdrawnOn = own.chance(0.06) ? later(own, issued.row.发证日期 as Day) : null;
      const toldLater = withdrawnOn !== null && own.chance(0.6);
      add({ ...issued.row, 注销日期: toldLater ? null : withdrawnOn }, issued.sending);
      // Withdrawn in a later sheet, or restated without the day, which takes nothing back.
      if (toldLater) add({ ...issued.row, 注销日期: withdrawnOn }, 3);
      else if (issued.sending < 3 && own.chance(withdrawnOn === null ? 0.04 : 0.5))
        add({ ...issued.row, 用工形式: own.pick(EMPLOYMENT), 注销日期: null }, 3);
    }
    const used = new Set<string>();
    for (let k = own.weighted([0, 1, 2, 4], (times) => [45, 30, 15, 0, 6][times]!); k > 0; k--) {
      const kind = own.weighted(
        ["调入", "调出", "离职", "返聘", "退休", "去世", "离川"],
        (name) => ({ 调入: 20, 调出: 25, 离职: 25, 返聘: 8, 退休: 10, 去世: 5, 离川: 7 })[name] ?? 0,
      );
      const on = day("2022-01-01", LAST_DAY);
      if (used.has(`${kind} ${on}`)) continue;
      used.add(`${kind} ${on}`);
      happenings.push(on);
      const somewhere = (): string => (own.chance(0.12) ? own.pick(unknown) : own.pick(units).code);
      const here = own.chance(0.75) ? homes[0]!.code : somewhere();
      const comes = kind === "调入" || kind === "返聘";
      const row: Row = {
        ...person,
        变动类型: kind,
        原单位统一社会信用代码: own.chance(kind === "返聘" ? 0.8 : 0.2) ? null : here,
        新单位统一社会信用代码:
          comes || ((kind === "调出" || kind === "离职") && own.chance(kind === "调出" ? 0.6 : 0.2))
            ? somewhere()
            : null,
        变动日期: on,
      };
      if (row.原单位统一社会信用代码 !== null && row.原单位统一社会信用代码 === row.新单位统一社会信用代码) continue;
      movements.push({ sending: own.pick([1, 1, 2, 3]), row });
    }
    if (own.chance(0.05))
      appraisals.push(
        ...makeAppraisals(
          own,
          person,
          own.chance(0.1) ? own.pick(unknown) : own.pick(homes).code,
          happenings,
          numbered,
        ),
      );
  }
  return {
    certificates: withoutRepeats(certificates),
    movements: movements.filter((one, i) => !movements.some((other, j) => j < i && sameMovement(one.row, other.row))),
    appraisals,
  };
}

function sameMovement(a: Row, b: Row): boolean {
  return a.证件号码 === b.证件号码 && a.变动类型 === b.变动类型 && a.变动日期 === b.变动日期;
}

/** One sending names a certificate once. */
function withoutRepeats(rows: readonly DraftRow[]): DraftRow[] {
  const seen = new Set<string>();
  return rows.filter(({ sending, row }) => {
    const key = `${sending} ${row.证书编号}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type DayPicker = (from: Day, until: Day) => Day;

/** A certificate that the rules let in: by the unit, its group, another body, historical, 职业资格 or 学徒工. */
function issueCertificate(
  dice: Dice,
  unit: DraftUnit,
  units: readonly DraftUnit[],
  unknown: readonly string[],
  day: DayPicker,
  numbered: (stem: string) => string,
  nextQualification: () => number,
  given: readonly DraftRow[],
  id: string,
): DraftRow | null {
  const way = dice.next();
  const occupation = dice.pick(OCCUPATIONS);
  const employment = dice.chance(0.15)
    ? null
    : dice.weighted(EMPLOYMENT, (type) => (type === "实习" ? 4 : type === "本单位在岗职工" ? 6 : 1));
  const base = (employer: string, level: number, issuedOn: Day, number: string, more: Row = {}): Row => ({
    统一社会信用代码: employer,
    用工形式: employment,
    职业名称: occupation.name,
    职业编码: occupation.code,
    职业技能等级: LEVELS[level]!,
    证书类别: dice.pick(["职业技能等级证书", null]),
    认定方式: dice.pick(["定级考评", "等级考核", "以赛代评"]),
    证书编号: number,
    发证日期: issuedOn,
    ...more,
  });
  const knownIn: 1 | 2 = unit.late ? 2 : 1;
  if (way < 0.07) {
    const level = dice.int(1, 5);
    const issuedOn = day("2009-01-01", LAST_DAY);
    const number = dice.chance(0.8)
      ? qualificationNumber(issuedOn, LETTERS[level]!, nextQualification())
      : `SC${String(900_000_000_000_000_000n + BigInt(nextQualification()))}`;
    const employer = dice.chance(0.15) ? dice.pick(unknown) : unit.code;
    return { sending: 1, row: base(employer, level, issuedOn, number, { 证书类别: "职业资格证书" }) };
  }
  if (way < 0.15) {
    // Another body: an outside one, or another unit of no kin.
    const other = dice.pick(units.filter((one) => one.terms.length > 0 && one.code !== unit.code && !isKin(one, unit)));
    const body = dice.chance(0.6)
      ? { name: "试验评价中心", number: `S000051${dice.pick(["990001", "990002"])}` }
      : { name: other.name, number: other.terms[0]!.number };
    const level = dice.int(1, 5);
    const issuedOn = day("2020-01-01", LAST_DAY);
    const employer = dice.chance(0.12) ? dice.pick(unknown) : unit.code;
    return {
      sending: 1,
      row: base(employer, level, issuedOn, numbered(`${body.number}${issuedOn.slice(2, 4)}${LETTERS[level]}`), {
        评价机构名称: body.name,
        机构备案号: body.number,
      }),
    };
  }
  const told = unit.terms.filter((term) => term.sending === 1 && (term.withdrawnOn === null || term.withdrawnIn === 1));
  if (way < 0.22) {
    if (told.length === 0) return null;
    const issuedOn = day("2022-01-01", LAST_DAY);
    return {
      sending: knownIn,
      row: base(unit.code, 0, issuedOn, numbered(`${told[0]!.number}${issuedOn.slice(2, 4)}X`), {
        认定方式: "学徒转正定级",
      }),
    };
  }
  if (way < 0.26) {
    // Older than the first term of the number that the ledger knows.
    const first = told.map((term) => term.from).sort()[0];
    if (first === undefined || told.some((term) => term.number !== told[0]!.number)) return null;
    const issuedOn = addDays(first, -dice.int(1, 500));
    const level = dice.int(1, 5);
    return issuedOn > LAST_DAY
      ? null
      : {
          sending: knownIn,
          row: base(unit.code, level, issuedOn, numbered(`${told[0]!.number}${issuedOn.slice(2, 4)}${LETTERS[level]}`)),
        };
  }
  // Under the group's number now and then, where the group stays what it is.
  const group = units.find((one) => one.code === unit.attributes.所属集团统一社会信用代码);
  const issuer = way < 0.4 && group && unit.fixedGroup && !group.late ? group : unit;
  const sending: 1 | 2 | 3 = issuer === unit && dice.chance(0.2) ? 3 : dice.chance(0.1) || knownIn === 2 ? 2 : 1;
  const terms = issuer.terms.filter(
    (term) =>
      (term.sending === 1 || (sending === 3 && term.sending === 3)) &&
      (term.withdrawnOn === null || term.withdrawnIn === 1),
  );
  if (terms.length === 0) return null;
  const term = dice.pick(terms);
  const item = dice.pick(term.scope);
  const opens = item.from !== null && item.from > term.from ? item.from : term.from;
  const closes = [term.until, LAST_DAY, ...(term.withdrawnOn ? [addDays(term.withdrawnOn, -1)] : [])].sort()[0]!;
  if (opens > closes) return null;
  let issuedOn = day(opens, closes);
  if (issuedOn < opens || issuedOn > closes) issuedOn = dayBetween(dice, opens, closes);
  const level = dice.int(1, RANGES[item.range]![1]);
  const direct = issuer === unit && dice.chance(0.08) ? directFacts(unit, level, issuedOn) : null;
  const number = numbered(`${term.number}${issuedOn.slice(2, 4)}${LETTERS[level]}`);
  if (given.some((one) => one.row.证书编号 === number && one.row.证件号码 !== id)) return null;
  return {
    sending,
    row: base(unit.code, level, issuedOn, number, { 职业名称: item.name, 职业编码: item.code, ...direct }),
  };
}

function isKin(one: DraftUnit, other: DraftUnit): boolean {
  return (
    one.attributes.所属集团统一社会信用代码 === other.code || other.attributes.所属集团统一社会信用代码 === one.code
  );
}

const CONDITIONS: readonly (string | null)[] = [
  null,
  "三(一)1",
  "三(一)2(2)",
  "三(二)1(1)",
  "三(三)1(1)",
  "三(三)2(1)",
];

function directFacts(unit: DraftUnit, level: number, issuedOn: Day): Row | null {
  if (unit.directPlanOn === null || addDays(unit.directPlanOn, 40) > issuedOn) return null;
  return {
    认定方式: "直接认定",
    直接认定条件: CONDITIONS[level]!,
    入职日期: addMonths(issuedOn, -30),
    本职业起始日期: addMonths(issuedOn, -30),
    学历: "本科",
    业绩评分: 90,
    评审评分: 85,
    业绩权重: 0.6,
    结果公示起: addDays(issuedOn, -12),
    结果公示止: addDays(issuedOn, -5),
  };
}

/** A way to titles: special, chief after it, both struck out or renewed now and then. */
function makeAppraisals(
  dice: Dice,
  person: Row,
  unit: string,
  happenings: readonly Day[],
  numbered: (stem: string) => string,
): DraftRow[] {
  const rows: DraftRow[] = [];
  const title = (year: number, level: number, kind: string | null, more: Row = {}): Row => {
    const ofYear = happenings.filter((day) => day.startsWith(String(year)));
    const approvedOn =
      ofYear.length > 0 && dice.chance(0.4)
        ? dice.pick(ofYear)
        : year === 2024 && dice.chance(0.2)
          ? "2024-12-31"
          : dayBetween(dice, `${year}-03-01`, year === 2026 ? LAST_DAY : `${year}-12-31`);
    return {
      批次年度: year,
      ...person,
      统一社会信用代码: unit,
      推荐单位: null,
      职业编码: dice.pick(OCCUPATIONS).code,
      等级: LEVELS[level]!,
      评定类型: kind,
      证书编号: numbered(`Y000051880001${String(approvedOn).slice(2, 4)}${LETTERS[level]}`),
      核准日期: approvedOn,
      批准文号: "试验文",
      聘用日期: null,
      取消日期: null,
      取消事由: null,
      ...more,
    };
  };
  const first = title(dice.pick([2024, 2024, 2025, 2026]), dice.chance(0.75) ? 6 : 7, dice.pick(["首次", null]));
  rows.push({ sending: 1, row: first });
  const way = dice.next();
  if (way < 0.3) {
    const cancelledOn = later(dice, first.核准日期 as Day);
    if (dice.chance(0.5)) {
      rows[0] = { sending: 1, row: { ...first, 取消日期: cancelledOn, 取消事由: "考核不合格" } };
      // An empty cell later on takes no cancellation back.
      if (dice.chance(0.5)) rows.push({ sending: 3, row: first });
    } else rows.push({ sending: 3, row: { ...first, 取消日期: cancelledOn, 取消事由: "考核不合格" } });
  } else if (way < 0.5 && first.等级 === "特级技师" && (first.批次年度 as number) < 2026)
    rows.push({ sending: 2, row: chiefAfter(dice, title((first.批次年度 as number) + 1, 7, "首次")) });
  else if (way < 0.6 && (first.批次年度 as number) < 2026)
    rows.push({ sending: 2, row: title(2026, LEVELS.indexOf(first.等级 as string), "再次") });
  return rows;
}

/** Now and then the chief's title is struck out again: the special one it followed had ended. */
function chiefAfter(dice: Dice, row: Row): Row {
  return dice.chance(0.35) ? { ...row, 取消日期: later(dice, row.核准日期 as Day), 取消事由: "考核不合格" } : row;
}

// ------------------------------------------------------------------------------------------------------------- days

function dayBetween(dice: Dice, from: Day, until: Day): Day {
  return addDays(from, dice.int(0, Math.max(0, dayNumber(until) - dayNumber(from))));
}

function later(dice: Dice, day: Day): Day {
  return dice.chance(0.3) && TEST_DAYS.some((one) => one > day)
    ? TEST_DAYS.find((one) => one > day)!
    : dayBetween(dice, addDays(day, 1) > LAST_DAY ? LAST_DAY : addDays(day, 1), LAST_DAY);
}
