import { describe, expect, it } from "vitest";
import { aCreditCode, addressed, anIdNumber, aWorkbook, codes, read, readSheet, type Value } from "./workbooks.ts";

const HEADER = ["姓名", "证件号码", "变动类型", "原单位统一社会信用代码", "新单位统一社会信用代码", "变动日期"];
const aMovement = (number = 1, day: Value = "2026-03-31"): Value[] => [
  `人员${number}`,
  anIdNumber(number),
  "离职",
  aCreditCode(1),
  null,
  day,
];
const DIRECTORY = ["单位名称", "统一社会信用代码", "企业类别", "所属市（州）"];
const anEnterprise = (number = 1): Value[] => [`测试${number}公司`, aCreditCode(number), "省属国企", "成都市"];
const HEADCOUNT = ["单位名称", "统一社会信用代码", "报告期", "技能岗位从业人员合计"];
const rowsOf = (sheet: { rows: readonly { row: number }[] }) => sheet.rows.map(({ row }) => row);

describe("a sheet's kind", () => {
  it("is told by its headers, whatever the sheet is called and however the columns are ordered", async () => {
    const sheet = await readSheet({ name: "附件2", rows: [[...HEADER].reverse(), aMovement().reverse()] });
    expect(sheet.kind).toBe("MOVEMENTS");
    expect(sheet.rows[0]!.content).toEqual({
      personName: "人员1",
      idNumber: anIdNumber(1),
      movementKind: "LEAVE",
      fromCode: aCreditCode(1),
      toCode: null,
      movedOn: "2026-03-31",
    });
  });

  it("is 备案台账 and not 企业名录 even when 备案状态 was forgotten", async () => {
    const rows = [[...DIRECTORY, "所属产业", "机构备案号", "有效期起", "有效期止", "职业编码", "技能等级"]];
    const sheet = await readSheet({ rows });
    expect(sheet.kind).toBe("FILINGS");
    expect(sheet.findings).toMatchObject([
      { code: "MISSING_COLUMN", severity: "error", column: "filingStatus" },
      { code: "NO_ROWS", severity: "warning" },
    ]);
  });

  it("is 评定名单 and not 证书台账 by its required columns", async () => {
    const rows = [["批次年度", "姓名", "证件号码", "统一社会信用代码", "职业编码", "等级", "证书编号", "核准日期"]];
    expect((await readSheet({ rows })).kind).toBe("APPRAISALS");
  });

  it("that could be either of two is refused", async () => {
    const rows = [
      [
        "批次年度",
        "姓名",
        "证件号码",
        "统一社会信用代码",
        "职业编码",
        "等级",
        "证书编号",
        "核准日期",
        "认定方式",
        "发证日期",
      ],
    ];
    expect((await readSheet({ rows })).findings[0]).toMatchObject({ code: "AMBIGUOUS_KIND", severity: "error" });
  });

  it("that is planned for later is called by its name", async () => {
    const rows = [
      [
        "推荐单位",
        "姓名",
        "证件号码",
        "国籍",
        "职业编码",
        "申报等级",
        "高级技师证书编号",
        "取得高级技师时间",
        "初评方式",
      ],
    ];
    const sheet = await readSheet({ rows });
    expect(sheet.kind).toBeNull();
    expect(sheet.findings[0]).toMatchObject({ code: "SHEET_NOT_YET_READ", severity: "warning" });
    expect(sheet.findings[0]!.message).toContain("推荐汇总表");
  });

  it("a file without any ledger is an error, not a remark", async () => {
    const sheet = await readSheet({ rows: [["今天", "天气", "很好"]] });
    expect(sheet.findings).toMatchObject([
      { code: "NOT_A_LEDGER", severity: "warning" },
      { code: "NO_LEDGER", severity: "error" },
    ]);
  });

  it("several kinds may lie in one workbook, and a hidden one is read with a word", async () => {
    const path = await aWorkbook(
      { rows: [HEADER, aMovement()] },
      { rows: [DIRECTORY, anEnterprise()], state: "hidden" },
      { rows: [] },
    );
    const { sheets } = await read(path);
    expect(sheets.map(({ kind }) => kind)).toEqual(["MOVEMENTS", "DIRECTORY", null]);
    expect(codes(sheets[1]!.findings)).toEqual(["HIDDEN_SHEET"]);
  });
});

describe("a header", () => {
  it("is found under a title and 填报单位, and 填报时间 is taken from there", async () => {
    const rows: Value[][] = [
      ["人员变动表"],
      ["填报单位：绵阳市", null, "填报时间：2026年10月8日"],
      HEADER,
      aMovement(),
    ];
    const sheet = await readSheet({ rows, merges: ["A1:F1"] });
    expect(sheet).toMatchObject({ headerRow: 3, filledOn: "2026-10-08" });
    expect(rowsOf(sheet)).toEqual([4]);
  });

  it.each<[string, Value[], string | null, string[]]>([
    ["in the next cell, as a date", ["填报日期：", new Date("2026-10-08T00:00:00Z")], "2026-10-08", []],
    ["with letters spaced out", ["填 报 时 间 ： 2026 年 10 月 8 日"], "2026-10-08", []],
    ["left blank", ["填报时间：    年   月   日"], null, []],
    ["of a month alone", ["填报时间：2026年10月"], null, ["FILLED_ON_UNREAD"]],
    ["not in the calendar", ["填报时间：2026年9月31日"], null, ["FILLED_ON_NOT_IN_CALENDAR"]],
    ["in the future", ["填报时间：2026年12月1日"], null, ["FILLED_ON_IN_FUTURE"]],
  ])("knows 填报时间 %s", async (_, line, filledOn, findings) => {
    const sheet = await readSheet({ rows: [line, HEADER, aMovement()], formats: { B1: "yyyy-mm-dd" } });
    expect(sheet.filledOn).toBe(filledOn);
    expect(codes(sheet.findings)).toEqual(findings);
  });

  it("folds full-width forms, spaces, line breaks, stars and bracketed units", async () => {
    const rows: Value[][] = [
      ["单 位 名 称*", "统一社会信用代码＊", "报告期\n（年/季度）", "技能岗位从业人员合计（人）", "职工总数(人)"],
      ["测试", aCreditCode(), "2026Q3", 10, 20],
    ];
    const sheet = await readSheet({ rows });
    expect(sheet.columns.map(({ key }) => key)).toEqual([
      "name",
      "creditCode",
      "quarterEnd",
      "staffHeadcount",
      "skilledHeadcount",
    ]);
    expect(sheet.rows[0]!.content).toMatchObject({ staffHeadcount: 20, skilledHeadcount: 10 });
  });

  it("of two rows is read with its groups, merged or not", async () => {
    const top: Value[] = [...HEADCOUNT, "其中：", null, "有等级人数合计"];
    const bottom: Value[] = [null, null, null, null, "在岗职工", "劳务派遣", null];
    const row: Value[] = ["测试", aCreditCode(), "2026Q3", 10, 6, 4, 5];
    const merged = await readSheet({
      rows: [top, bottom, row],
      merges: ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:G2"],
    });
    const plain = await readSheet({ rows: [top, bottom, row] });
    for (const sheet of [merged, plain]) {
      expect(sheet.headerRow).toBe(2);
      expect(sheet.rows[0]!.content).toMatchObject({ contractHeadcount: 6, dispatchedHeadcount: 4, certifiedCount: 5 });
      expect(sheet.unknownColumns).toEqual([]);
    }
  });

  it("names a unit's code by the group above it", async () => {
    const rows: Value[][] = [
      ["姓名", "证件号码", "变动类型", "变动日期", "原单位", null, "新单位", null],
      [null, null, null, null, "名称", "统一社会信用代码", "名称", "统一社会信用代码"],
      ["张三", anIdNumber(), "调出", "2026-03-31", "甲", aCreditCode(1), "乙", aCreditCode(2)],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"];
    const sheet = await readSheet({ rows, merges });
    expect(sheet.rows[0]!.content).toMatchObject({ fromCode: aCreditCode(1), toCode: aCreditCode(2) });
    expect(sheet.unknownColumns).toEqual(["原单位名称", "新单位名称"]);
  });

  it("with a column given twice, under one name or two, is refused", async () => {
    const sheet = await readSheet({
      rows: [
        ["企业名称", ...DIRECTORY],
        ["甲", ...anEnterprise()],
      ],
    });
    expect(sheet.findings).toMatchObject([{ code: "COLUMN_TWICE", severity: "error", column: "name" }]);
    expect(sheet.findings[0]!.message).toContain("A1");
    expect(sheet.findings[0]!.message).toContain("B1");
  });

  it("without a required column is refused, each missing one named", async () => {
    const sheet = await readSheet({ rows: [HEADER.filter((header) => header !== "变动日期")] });
    expect(sheet.findings[0]).toMatchObject({ code: "MISSING_COLUMN", severity: "error", column: "movedOn" });
  });

  it("keeps its unknown columns on a list, but for those of a correction", async () => {
    const header = ["序号", ...HEADER, "联系电话", "问题", "原行号"];
    const sheet = await readSheet({ rows: [header, [1, ...aMovement(), "028", "某个问题", 7]] });
    expect(sheet.unknownColumns).toEqual(["联系电话"]);
    expect(addressed(sheet)).toEqual([]);
  });

  it("may be followed by a row of column numbers, and come again on every page", async () => {
    const sheet = await readSheet({ rows: [HEADER, ["甲", "乙", "丙", 1, 2, 3], aMovement(1), HEADER, aMovement(2)] });
    expect(rowsOf(sheet)).toEqual([3, 5]);
  });
});

describe("rows that are no data", () => {
  const total = (label: string): Value[] => [label, null, null, 30];
  const unit = (number: number): Value[] => [`测试${number}公司`, aCreditCode(number), "2026Q3", 10];

  it.each(["合计", "合 计", "总　计", "小计", "全市合计", "合计："])("%s first or last is left out", async (label) => {
    const sheet = await readSheet({ rows: [HEADCOUNT, total(label), unit(1), unit(2), total(label)] });
    expect(rowsOf(sheet)).toEqual([3, 4]);
    expect(addressed(sheet)).toEqual([]);
  });

  it.each([
    ["合计", 2],
    ["合计", "2"],
    ["总计", "2家"],
  ])("%s with a count of %s where each unit has its code is left out, first or last", async (label, count) => {
    const rows = [HEADCOUNT, [label, count, null, 123], unit(1), unit(2), [label, count, null, 123]];
    const sheet = await readSheet({ rows });
    expect(rowsOf(sheet)).toEqual([3, 4]);
    expect(addressed(sheet)).toEqual([]);
  });

  it("a row whose code is far too short is data and refused, unless it says that it is a total", async () => {
    const sheet = await readSheet({ rows: [HEADCOUNT, unit(1), ["测试9公司", 2, "2026Q3", 5]] });
    expect(rowsOf(sheet)).toEqual([2, 3]);
    expect(addressed(sheet).map((each) => each.split(" ")[0])).toEqual(["B3"]);
  });

  it("合计 in the 序号 column is left out too", async () => {
    const sheet = await readSheet({
      rows: [
        ["序号", ...HEADCOUNT],
        [1, ...unit(1)],
        ["合计", null, null, null, 10],
      ],
    });
    expect(rowsOf(sheet)).toEqual([2]);
  });

  it("notes and signatures under the table are left out, empty rows are no end", async () => {
    const rows: Value[][] = [
      HEADCOUNT,
      unit(1),
      [],
      unit(2),
      [],
      ["注：1.本表按季填报。"],
      ["2.技能岗位从业人员按实际用工单位统计"],
      ["填报人：张三", null, "审核人：李四"],
      ["单位负责人（盖章）："],
    ];
    const sheet = await readSheet({ rows });
    expect(rowsOf(sheet)).toEqual([2, 4]);
    expect(addressed(sheet)).toEqual([]);
  });

  it("a heading between the rows, merged over the table, is left out", async () => {
    const sheet = await readSheet({ rows: [HEADCOUNT, ["一、省属国企"], unit(1)], merges: ["A2:D2"] });
    expect(rowsOf(sheet)).toEqual([3]);
  });

  it("the template's example is left out with a word", async () => {
    const sheet = await readSheet({
      rows: [HEADCOUNT, ["示例单位（请删除本行）", aCreditCode(1), "2026Q3", 10], unit(2)],
    });
    expect(rowsOf(sheet)).toEqual([3]);
    expect(sheet.findings).toMatchObject([{ code: "EXAMPLE_ROW_SKIPPED", severity: "warning" }]);
  });

  it("a row without its code is data with a fault, never passed over", async () => {
    const sheet = await readSheet({ rows: [HEADCOUNT, ["测试公司", null, "2026Q3", 10]] });
    expect(addressed(sheet)).toEqual(["B2 REQUIRED_EMPTY"]);
  });

  it("a row that names its unit after the notes is data", async () => {
    const sheet = await readSheet({ rows: [HEADCOUNT, unit(1), ["注：以上为第一批"], unit(2)] });
    expect(rowsOf(sheet)).toEqual([2, 4]);
  });

  it("hidden rows are read like others", async () => {
    const sheet = await readSheet({ rows: [HEADCOUNT, unit(1), unit(2)], hiddenRows: [3] });
    expect(rowsOf(sheet)).toEqual([2, 3]);
  });
});

describe("merged cells", () => {
  const header = [...DIRECTORY, "依据文号"];

  it("fill down, a blank cell stays blank", async () => {
    const merged = await readSheet({
      rows: [header, [...anEnterprise(), "甲"], [null, null, null, null, "乙"]],
      merges: ["A2:A3", "B2:B3", "C2:C3", "D2:D3"],
    });
    expect(merged.rows[1]!.content).toMatchObject({
      name: "测试1公司",
      creditCode: aCreditCode(1),
      basisDocument: "乙",
    });
    const blank = await readSheet({ rows: [header, [...anEnterprise(), "甲"], [null, null, null, null, "乙"]] });
    expect(addressed(blank)).toEqual([
      "A3 REQUIRED_EMPTY",
      "B3 REQUIRED_EMPTY",
      "C3 REQUIRED_EMPTY",
      "D3 REQUIRED_EMPTY",
    ]);
  });

  it("make no row of their own where nothing else stands", async () => {
    const sheet = await readSheet({
      rows: [header, [...anEnterprise(), "甲"], [], anEnterprise(2)],
      merges: ["A2:A3", "B2:B3", "E2:E3"],
    });
    expect(rowsOf(sheet)).toEqual([2, 4]);
  });
});

describe("what a row's cells say against each other", () => {
  it("levels are all of the staff only with 未定级 and every level's column", async () => {
    const levels = ["未定级", "学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"];
    const counts = (ungraded: Value): Value[] => [ungraded, null, 1, 1, 1, null, null, null, null];
    const row = (number: number, cells: Value[]) => [`测试${number}公司`, aCreditCode(number), "2026Q3", 10, ...cells];
    const whole = await readSheet({
      rows: [
        [...HEADCOUNT, ...levels],
        row(1, counts(6)),
        row(2, counts(7)),
        row(3, counts(null)),
        row(4, counts("六")),
      ],
    });
    expect(addressed(whole)).toEqual(["D2 LEVEL_PARTS", "E5 NOT_A_NUMBER"]);
    const some = await readSheet({
      rows: [[...HEADCOUNT, ...levels.slice(0, 5)], row(1, counts(6).slice(0, 5))],
    });
    expect(addressed(some)).toEqual([]);
  });

  it("考核 or 考试 alone may be two things, unless the header lists it as one of its choices", async () => {
    const head = ["姓名", "证件号码", "统一社会信用代码", "职业技能等级", "证书编号", "发证日期"];
    const person = ["甲", anIdNumber(1), aCreditCode(), "三级", "Y000051000001253000001", "2025-11-30"];
    const plain = await readSheet({
      rows: [
        [...head, "认定方式"],
        [...person, "考核"],
        [...person, "考试"],
      ],
    });
    expect(addressed(plain)).toEqual(["G2 AMBIGUOUS_VALUE", "G3 AMBIGUOUS_VALUE"]);
    const listed = await readSheet({
      rows: [
        [...head, "评价方式（考试/直接认定/定级考评/以赛代评）"],
        [...person, "考试"],
        [...person, "考核"],
      ],
    });
    expect(addressed(listed)).toEqual(["G3 AMBIGUOUS_VALUE"]);
    expect(listed.rows[0]!.content).toMatchObject({ method: "EXAMINATION" });
  });

  it("a score beyond 100 is refused", async () => {
    const head = [
      "姓名",
      "证件号码",
      "统一社会信用代码",
      "职业技能等级",
      "证书编号",
      "发证日期",
      "认定方式",
      "业绩评分",
    ];
    const person = ["甲", anIdNumber(1), aCreditCode(), "三级", "Y000051000001253000001", "2025-11-30", "定级考评"];
    const sheet = await readSheet({ rows: [head, [...person, 100], [...person, 101], [...person, -1]] });
    expect(addressed(sheet)).toEqual(["H3 BAD_SCORE", "H4 BAD_SCORE"]);
  });

  it("parts that do not add up to the total are a warning with its clause, and the total counts", async () => {
    const rows: Value[][] = [
      [...HEADCOUNT, "其中：在岗职工", "其中：劳务派遣"],
      ["甲", aCreditCode(1), "2026Q3", 1204, 1067, 120],
      ["乙", aCreditCode(2), "2026Q3", 1187, 1067, 120],
      ["丙", aCreditCode(3), "2026Q3", 1204, null, null],
    ];
    const sheet = await readSheet({ rows });
    expect(addressed(sheet)).toEqual(["D2 HEADCOUNT_PARTS"]);
    expect(sheet.rows[0]!.findings[0]).toMatchObject({
      severity: "warning",
      clause: "三(二)",
      message: "各用工形式之和1,187，相差17",
      found: "1,204",
    });
    expect(sheet.rows[0]!.content).toMatchObject({ skilledHeadcount: 1204 });
  });

  it("all faults of a row are told at once", async () => {
    const sheet = await readSheet({ rows: [HEADER, [null, "123", "升职", "456", null, "2027-01-01"]] });
    expect(addressed(sheet)).toEqual([
      "B2 ID_NUMBER_LENGTH",
      "C2 UNKNOWN_VALUE",
      "D2 CREDIT_CODE_LENGTH",
      "F2 DAY_IN_FUTURE",
    ]);
  });

  it("a formula is read by its result; an error or a missing result is a fault", async () => {
    const rows: Value[][] = [
      HEADCOUNT,
      ["甲", aCreditCode(1), "2026Q3", { formula: "5+5", result: 10 }],
      ["乙", aCreditCode(2), "2026Q3", { formula: "1/0" }],
      ["丙", aCreditCode(3), "2026Q3", { error: "#REF!" }],
    ];
    const sheet = await readSheet({ rows });
    expect(sheet.rows[0]!.content).toMatchObject({ skilledHeadcount: 10 });
    expect(addressed(sheet)).toEqual(["D3 FORMULA_UNSOLVED", "D4 FORMULA_ERROR"]);
  });

  it("a missing column leaves no key, an empty cell leaves null", async () => {
    const sheet = await readSheet({
      rows: [
        [...DIRECTORY, "依据文号"],
        [...anEnterprise(), "—"],
      ],
    });
    expect(sheet.rows[0]!.content).toHaveProperty("basisDocument", null);
    expect(sheet.rows[0]!.content).not.toHaveProperty("listedOn");
  });

  it("an occupation's code in the name's column is its code", async () => {
    const header = [...DIRECTORY, "所属产业", "备案状态", "职业名称"];
    const sheet = await readSheet({ rows: [header, [...anEnterprise(), "装备制造", "已备案", "6-31-01-03"]] });
    expect(sheet.rows[0]!.content).toMatchObject({ occupationName: null, occupationCode: "6-31-01-03" });
  });
});
