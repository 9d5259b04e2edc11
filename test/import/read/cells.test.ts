import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Column, columnsOf, type SheetKind } from "../../../schema/columns.ts";
import { CELL_PARSERS } from "../../../server/import/parse-cell.ts";
import { CellFault, Doubtful } from "../../../server/import/parse-fault.ts";
import { type RawCell, RawDate } from "../../../server/import/read-raw.ts";
import { dayFromNumber, dayNumber, quarterEndOf } from "../../../server/policy/day.ts";
import { LEVEL_FACTS, SKILL_LEVELS } from "../../../server/policy/levels.ts";
import { aCreditCode, anIdNumber, TODAY } from "./workbooks.ts";

/** What one cell of a column is read as; a fault by its code. */
function parse(kind: SheetKind, key: string, cell: RawCell, content: Record<string, unknown> = {}): unknown {
  const column = columnsOf(kind).find((each) => each.key === key) as Column;
  const value = CELL_PARSERS[column.type](cell, { kind, column, header: column.header, today: TODAY, content });
  return value instanceof CellFault ? value.code : value instanceof Doubtful ? [value.value, value.fault.code] : value;
}

const issuedOn = (cell: RawCell) => parse("CERTIFICATES", "issuedOn", cell);
const serial = (day: string) => dayNumber(day) + 25_569;

describe("a day", () => {
  it.each([
    "2025-11-30",
    "2025/11/30",
    "2025.11.30",
    "2025年11月30日",
    "2025年11月30号",
    "２０２５－１１－３０",
    " 2025-11-30 ",
    "2025-11-30 00:00:00",
    "2025-11-30T08:30:00",
    "20251130",
    "45991",
    "2025. 11. 30",
    "2025.11.30.",
    20251130,
    45991,
    45991.5,
    new RawDate(45991, "day"),
  ])("%s is 2025-11-30", (cell) => expect(issuedOn(cell)).toBe("2025-11-30"));

  it.each([
    ["2025-02-29", "DAY_NOT_IN_CALENDAR"],
    ["2025-13-01", "DAY_NOT_IN_CALENDAR"],
    ["2025年11月31日", "DAY_NOT_IN_CALENDAR"],
    ["2026-11-01", "DAY_IN_FUTURE"],
    [new RawDate(serial("2026-11-01"), "day"), "DAY_IN_FUTURE"],
    ["2025-11", "DAY_MISSING"],
    [new RawDate(serial("2025-11-01"), "month"), "DAY_MISSING"],
    [2025.1, "AMBIGUOUS_DAY"],
    [2025.11, "DAY_MISSING"],
    ["2025-11-30T00:00:00Z", "BAD_DAY"],
    ["2025-11/30", "BAD_DAY"],
    ["30/11/2025", "BAD_DAY"],
    ["25-11-30", "BAD_DAY"],
    ["2025", "BAD_DAY"],
    [2025, "BAD_DAY"],
    [0.5, "BAD_DAY"],
    [60, "BAD_DAY"],
    [-1, "BAD_DAY"],
    [true, "BAD_DAY"],
    ["1025-11-30", "BAD_DAY"],
  ] as const)("%s is the fault %s", (cell, code) => expect(issuedOn(cell)).toBe(code));

  it("is today at the latest", () => {
    expect(issuedOn("2026-10-31")).toBe("2026-10-31");
    expect(issuedOn("2026-11-01")).toBe("DAY_IN_FUTURE");
  });

  it("reads the same from every form, for any day", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber("1954-10-03"), max: dayNumber(TODAY) }), (number) => {
        const day = dayFromNumber(number);
        const [year, month, date] = day.split("-").map(Number);
        const forms = [day, `${year}/${month}/${date}`, `${year}.${month}.${date}`, `${year}年${month}月${date}日`];
        for (const form of [...forms, day.replaceAll("-", ""), number + 25_569, new RawDate(number + 25_569, "day")]) {
          expect(issuedOn(form)).toBe(day);
        }
      }),
    );
  });
});

describe("a term of validity", () => {
  const from = (cell: RawCell) => parse("FILINGS", "validFrom", cell);
  const until = (cell: RawCell) => parse("FILINGS", "validUntil", cell);

  it("given in months runs from the first one's first day to the last one's last", () => {
    for (const form of [
      "2028年2月",
      "2028-02",
      "2028.2",
      "2028/02",
      "202802",
      "2028年02月份",
      new RawDate(serial("2028-02-01"), "month"),
      2028.02,
    ]) {
      expect(from(form)).toBe("2028-02-01");
      expect(until(form)).toBe("2028-02-29");
    }
  });

  it("given in days is taken as it is, also in the future", () => {
    expect(until("2030-10-30")).toBe("2030-10-30");
    expect(until(new RawDate(serial("2028-10-15"), "month"))).toBe("2028-10-15");
  });

  it("of a month that may have lost its zero is refused", () => {
    expect(until(2028.1)).toBe("AMBIGUOUS_DAY");
  });
});

describe("a report's quarter", () => {
  const quarter = (cell: RawCell) => parse("HEADCOUNTS", "quarterEnd", cell);

  it.each([
    "2026年第三季度",
    "2026年三季度",
    "2026年3季度",
    "2026第三季度",
    "2026Q3",
    "2026年Q3",
    "2026-Q3",
    "２０２６Ｑ３",
    "2026年9月",
    "2026-09",
    "2026.9",
    "2026-09-30",
    "2026年9月30日",
    "2026年9月末",
    "截至2026年9月30日",
    2026.9,
    new RawDate(serial("2026-09-01"), "month"),
    new RawDate(serial("2026-09-30"), "day"),
  ])("%s ends on 2026-09-30", (cell) => expect(quarter(cell)).toBe("2026-09-30"));

  it.each([
    ["2026年8月", "NOT_QUARTER_END"],
    ["2026-09-29", "NOT_QUARTER_END"],
    [new RawDate(serial("2026-09-01"), "day"), "NOT_QUARTER_END"],
    ["2026年第五季度", "BAD_QUARTER"],
    ["2026年", "BAD_QUARTER"],
    ["第三季度", "BAD_QUARTER"],
    ["2026年上半年", "BAD_QUARTER"],
    ["2026Q4", "DAY_IN_FUTURE"],
  ] as const)("%s is the fault %s", (cell, code) => expect(quarter(cell)).toBe(code));

  it("2026-3 is March, not the third quarter", () => expect(quarter("2026-3")).toBe("2026-03-31"));

  it("reads the same from all its forms", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2015, max: 2025 }), fc.integer({ min: 1, max: 4 }), (year, number) => {
        const month = number * 3;
        const end = quarterEndOf(`${year}-${String(month).padStart(2, "0")}-01`);
        const forms = [`${year}年第${"一二三四"[number - 1]}季度`, `${year}Q${number}`, `${year}年${month}月`, end];
        for (const form of forms) expect(quarter(form)).toBe(end);
      }),
    );
  });
});

describe("a skill level", () => {
  const level = (cell: RawCell) => parse("CERTIFICATES", "level", cell);

  it.each([
    "三级/高级工",
    "高级工（三级）",
    "三级",
    "高级工",
    "3",
    "3级",
    "３",
    3,
    "三级 高级工",
    "三级职业技能等级（高级工）",
    "国家职业资格三级",
    "三级-高级工",
  ])("%s is 高级工", (cell) => expect(level(cell)).toBe("SENIOR"));

  it.each(LEVEL_FACTS.map(({ name, level: expected }) => [name, expected]))("%s is %s", (name, expected) => {
    expect(level(name)).toBe(expected);
  });

  it.each([
    ["三级/技师", "LEVEL_CONFLICT"],
    ["高级", "AMBIGUOUS_VALUE"],
    ["六级", "UNKNOWN_VALUE"],
    ["10级", "UNKNOWN_VALUE"],
    [6, "UNKNOWN_VALUE"],
    ["工程师", "UNKNOWN_VALUE"],
    [new RawDate(serial("2026-03-05"), "day"), "TURNED_INTO_DATE"],
  ] as const)("%s is the fault %s", (cell, code) => expect(level(cell)).toBe(code));

  it("of an appraisal is one of the two titles", () => {
    expect(parse("APPRAISALS", "level", "首席技师")).toBe("CHIEF_TECHNICIAN");
    expect(parse("APPRAISALS", "level", "高级技师")).toBe("UNKNOWN_VALUE");
  });
});

describe("a list of levels", () => {
  const levels = (cell: RawCell) => parse("FILINGS", "levels", cell);
  const five = SKILL_LEVELS.slice(1, 6);

  it.each([
    "五级至一级",
    "一级至五级",
    "5-1",
    "5至1级",
    "五～一级",
    "初级工至高级技师",
    "五级/初级工至一级/高级技师",
    "五级、四级、三级、二级、一级",
    "54321".split("").join("、"),
  ])("%s is the five levels, lowest first", (cell) => expect(levels(cell)).toEqual(five));

  it.each(["3-5级", "三级、四级、五级", "三级,四级;五级", "三级/四级/五级", "三—五级", "高级工、中级工和初级工"])(
    "%s is three levels",
    (cell) => expect(levels(cell)).toEqual(["JUNIOR", "INTERMEDIATE", "SENIOR"]),
  );

  it("takes a range and single levels together", () => {
    expect(levels("学徒工、五级至三级、特级技师")).toEqual([
      "APPRENTICE",
      "JUNIOR",
      "INTERMEDIATE",
      "SENIOR",
      "SPECIAL_TECHNICIAN",
    ]);
  });

  it("that Excel turned into a date is refused", () =>
    expect(levels(new RawDate(serial("2026-03-05"), "day"))).toBe("TURNED_INTO_DATE"));

  it.each(["各等级", "五级至", "至三级", "五级至至一级"])("%s is not understood", (cell) =>
    expect(levels(cell)).toBe("UNKNOWN_VALUE"),
  );

  it("reads back any range written down", () => {
    const numbered = ["五", "四", "三", "二", "一"];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom("至", "-", "—", "～"),
        (one, other, to) => {
          const expected = five.slice(Math.min(one, other), Math.max(one, other) + 1);
          expect(levels(`${numbered[one]}级${to}${numbered[other]}级`)).toEqual(expected);
        },
      ),
    );
  });
});

describe("a number of people", () => {
  const count = (cell: RawCell) => parse("HEADCOUNTS", "skilledHeadcount", cell);

  it.each([
    ["1204", 1204],
    ["1,204", 1204],
    ["１，２０４", 1204],
    [" 1 204 ", 1204],
    ["1204人", 1204],
    ["1204.0", 1204],
    [1204, 1204],
    ["0", 0],
    ["1,234,567", 1_234_567],
  ] as const)("%s is %d", (cell, number) => expect(count(cell)).toBe(number));

  it.each([
    [12.5, "NOT_WHOLE"],
    ["12.5", "NOT_WHOLE"],
    [-1, "NEGATIVE_NUMBER"],
    ["－3", "NEGATIVE_NUMBER"],
    ["约10", "NOT_A_NUMBER"],
    ["1,20", "NOT_A_NUMBER"],
    ["1e3", "NOT_A_NUMBER"],
    [1e9, "NUMBER_TOO_LARGE"],
  ] as const)("%s is the fault %s", (cell, code) => expect(count(cell)).toBe(code));
});

describe("业绩权重 (附件2 二)", () => {
  const weight = (cell: RawCell) => parse("CERTIFICATES", "performanceWeight", cell);

  it.each(["60%", "６０％", "0.6", "60", 0.6, 60])("%s is 0.6", (cell) => expect(weight(cell)).toBe(0.6));
  it.each(["160%", 101, -0.1])("%s is out of range", (cell) => expect(weight(cell)).toBe("BAD_SHARE"));
  it("六比四 is no share", () => expect(weight("6:4")).toBe("NOT_A_NUMBER"));
});

describe("places", () => {
  it.each([
    ["成都", "510100"],
    ["成都市", "510100"],
    ["四川省成都市", "510100"],
    ["阿坝州", "513200"],
    ["阿坝", "513200"],
    ["甘孜藏族自治州", "513300"],
    ["510700", "510700"],
    [510700, "510700"],
  ] as const)("%s is city %s", (cell, code) => expect(parse("FILINGS", "cityCode", cell)).toBe(code));

  it("a city elsewhere is unknown", () => expect(parse("FILINGS", "cityCode", "重庆市")).toBe("UNKNOWN_CITY"));

  const county = (cell: RawCell, cityCode: string | null) => parse("FILINGS", "countyCode", cell, { cityCode });
  it("is found within the row's city", () => {
    expect(county("市中区", "511100")).toBe("511102");
    expect(county("市中区", "511000")).toBe("511002");
    expect(county("北川", "510700")).toBe("510726");
    expect(county("北川县", "510700")).toBe("510726");
    expect(county("绵阳市涪城区", "510700")).toBe("510703");
    expect(county("渠县", "511700")).toBe("511725");
  });
  it("is refused when two cities have it and the row's is not known", () =>
    expect(county("市中区", null)).toBe("AMBIGUOUS_VALUE"));
  it("is refused outside the row's city", () => expect(county("锦江区", "510700")).toBe("COUNTY_NOT_IN_CITY"));
  it("is no 高新区", () => expect(county("高新区", "510100")).toBe("UNKNOWN_COUNTY"));
});

describe("推荐单位（隶属关系）", () => {
  const recommender = (cell: RawCell) => parse("FILINGS", "recommender", cell);
  const city = (responsibilityCode: string) => ({ responsibilityCode, department: null });

  it.each([
    "绵阳",
    "绵阳市",
    "绵阳市人社局",
    "绵阳市人力资源和社会保障局",
    "四川省绵阳市人力资源社会保障局",
    "绵阳市国资委",
    "绵阳市涪城区人社局",
    "涪城区人社局",
  ])("%s is 绵阳", (cell) => expect(recommender(cell)).toEqual(city("510700")));

  it("省国资委 and 四川省国资委 are one provincial department", () => {
    const department = { responsibilityCode: "510000", department: "省国资委" };
    expect(recommender("省国资委")).toEqual(department);
    expect(recommender("四川省国资委")).toEqual(department);
    expect(recommender("四川省政府国有资产监督管理委员会")).toEqual(department);
    expect(recommender("交通运输厅")).toEqual({ responsibilityCode: "510000", department: "省交通运输厅" });
  });

  it("省本级 is the province itself", () => expect(recommender("省本级")).toEqual(city("510000")));

  it("a misspelt city does not become a department", () => {
    expect(recommender("棉阳市人社局")).toBe("UNKNOWN_RECOMMENDER");
    expect(recommender("重庆市人社局")).toBe("UNKNOWN_RECOMMENDER");
  });

  it("a county that two cities have is refused", () => expect(recommender("市中区人社局")).toBe("AMBIGUOUS_VALUE"));
});

describe("a sector", () => {
  const sector = (cell: RawCell) => parse("FILINGS", "sectorCode", cell);

  it.each([
    ["装备制造", "I2"],
    ["装备制造产业", "I2"],
    ["新材料", "I4"],
    ["“5+1”现代工业-装备制造", "I2"],
    ["现代工业（电子信息）", "I1"],
    ["川酒", "A05"],
    ["白酒", "A05"],
    ["其他", "O0"],
    ["急需紧缺", "U0"],
  ] as const)("%s is %s", (cell, code) => expect(sector(cell)).toBe(code));
  it("a newer name that is wider is taken with a word", () =>
    expect(sector("川桑")).toEqual(["A07", "SECTOR_RENAMED"]));
  it("two sectors are one too many", () => expect(sector("装备制造、食品饮料")).toBe("AMBIGUOUS_VALUE"));
  it("a system alone is no sector", () => expect(sector("“5+1”现代工业")).toBe("UNKNOWN_SECTOR"));
});

describe("closed lists", () => {
  it.each([
    ["FILINGS", "ownership", "省属国有企业", "PROVINCIAL_SOE"],
    ["FILINGS", "ownership", "央企", "CENTRAL_SOE"],
    ["FILINGS", "ownership", "国有企业", "AMBIGUOUS_VALUE"],
    ["FILINGS", "ownership", "民营企业", "AMBIGUOUS_VALUE"],
    ["FILINGS", "ownership", "合资", "UNKNOWN_VALUE"],
    ["FILINGS", "filingKind", "新增", "FIRST"],
    ["FILINGS", "filingKind", "新增职业（工种）", "ADDITION"],
    ["CERTIFICATES", "employmentType", "劳务派遣工", "DISPATCHED"],
    ["CERTIFICATES", "method", "学徒期满转正定级", "APPRENTICESHIP"],
    ["CERTIFICATES", "certificateKind", "国家职业资格证书", "QUALIFICATION"],
    ["CERTIFICATES", "idKind", "身份证", "居民身份证"],
    ["MOVEMENTS", "movementKind", "辞职", "LEAVE"],
    ["MOVEMENTS", "movementKind", "解除合同", "LEAVE"],
    ["APPRAISALS", "appraisalKind", "再次", "AGAIN"],
  ] as const)("%s %s “%s” is %s", (kind, key, cell, value) => expect(parse(kind, key, cell)).toBe(value));

  it.each([
    ["是", true],
    ["√", true],
    ["Y", true],
    [true, true],
    ["否", false],
    ["×", false],
    [0, false],
    ["也许", "UNKNOWN_VALUE"],
  ] as const)("是否 “%s” is %s", (cell, value) => expect(parse("FILINGS", "inShortage", cell)).toBe(value));
});

describe("a condition of 附件2", () => {
  const condition = (cell: RawCell) => parse("CERTIFICATES", "directCondition", cell);

  it.each([
    "三（一）3（1）",
    "三(一)3(1)",
    "附件2三（一）3（1）",
    "三、（一）3.（1）",
    "（一）3（1）",
    "三（一）3⑴",
    "三一3（1）",
  ])("%s is 三(一)3(1)", (cell) => expect(condition(cell)).toBe("三(一)3(1)"));
  it("may have no lowest number", () => expect(condition("三（一）1")).toBe("三(一)1"));
  it("is not prose", () => expect(condition("业绩突出")).toBe("BAD_CONDITION"));
});

describe("numbers of units, people and certificates", () => {
  const code = (cell: RawCell) => parse("CERTIFICATES", "creditCode", cell);
  const person = (cell: RawCell, idKind: string | null = null) => parse("CERTIFICATES", "idNumber", cell, { idKind });

  it("are folded to upper case without spaces", () => {
    expect(code(` ${aCreditCode().toLowerCase()} `)).toBe(aCreditCode());
    expect(person(`'${anIdNumber()}`)).toBe(anIdNumber());
    expect(parse("CERTIFICATES", "number", "y0000 5100 0001 25 3 000001")).toBe("Y000051000001253000001");
  });

  it("that Excel kept as a number are refused even when they look right", () => {
    expect(code(Number("915101002051154851"))).toBe("ROUNDED_NUMBER");
    expect(person(Number(anIdNumber(100)))).toBe("ROUNDED_NUMBER");
    expect(person("5.10108E+17")).toBe("ROUNDED_NUMBER");
    expect(parse("CERTIFICATES", "number", 1234567890123456)).toBe("ROUNDED_NUMBER");
  });

  it("ending in three zeros with a wrong check are told as rounded", () => {
    expect(person("510700199001010000")).toBe("ROUNDED_NUMBER");
  });

  it("of other documents are taken by their length", () => {
    expect(person("E12345678", "护照")).toBe("E12345678");
    expect(person("H0123456(7)", "港澳居民来往内地通行证")).toBe("H01234567");
    expect(person("E12", "护照")).toBe("ID_NUMBER_FORM");
    expect(person("E12345678")).toBe("ID_NUMBER_LENGTH");
  });

  it("without a kind beside them are identity cards unless they hold letters", () => {
    expect(parse("MOVEMENTS", "idNumber", "E12345678")).toBe("E12345678");
    expect(parse("MOVEMENTS", "idNumber", "510700900101001")).toBe("ID_NUMBER_LENGTH");
  });

  it("every wrong check character is found", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom(..."0123456789"), (number, character) => {
        const right = anIdNumber(number);
        const wrong = right.slice(0, 17) + character;
        if (wrong !== right) expect(["ID_NUMBER_CHECK", "ROUNDED_NUMBER"]).toContain(person(wrong));
      }),
    );
  });

  it.each([
    ["6-31-01-03", "6-31-01-03"],
    ["6—31—01—03", "6-31-01-03"],
    ["6310103", "6-31-01-03"],
    [6310103, "6-31-01-03"],
    ["6-31-01-03 L/S", "6-31-01-03"],
    ["电工", "OCCUPATION_CODE_FORM"],
  ] as const)("职业编码 %s is %s", (cell, value) => expect(parse("CERTIFICATES", "occupationCode", cell)).toBe(value));
});

describe("names", () => {
  const name = (cell: RawCell) => parse("CERTIFICATES", "enterpriseName", cell);

  it("read the same however brackets and spaces were typed", () => {
    expect(name("绵阳测试(集团)有限公司")).toBe("绵阳测试（集团）有限公司");
    expect(name("绵阳测试（集团） 有限公司")).toBe("绵阳测试（集团）有限公司");
    expect(parse("CERTIFICATES", "personName", "张　三")).toBe("张三");
    expect(parse("CERTIFICATES", "personName", "买买提•艾力")).toBe("买买提·艾力");
    expect(parse("CERTIFICATES", "personName", "John  Smith")).toBe("John  Smith");
  });

  it("of more than 200 characters are refused", () => {
    expect(name("长".repeat(200))).toBe("长".repeat(200));
    expect(name("长".repeat(201))).toBe("TEXT_TOO_LONG");
  });
});
