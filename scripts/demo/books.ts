import type { Day } from "../../server/policy/day.ts";
import { clerk, usedColumns } from "./dress.ts";
import type { BookRow, PlainRow, ProvinceRows } from "./model.ts";
import { CITIES, cityOf } from "./reference.ts";
import type { DemoSheet } from "./sheet.ts";

/** A file of the demo: a workbook, or one sheet as CSV. */
export interface DemoBook {
  readonly fileName: string;
  readonly format: "xlsx" | "csv-utf8-bom" | "csv-gb18030";
  readonly sheets: readonly DemoSheet[];
}

const PROVINCE = "510000";
const ENTERPRISE_COLUMNS = [
  "单位名称",
  "统一社会信用代码",
  "企业类别",
  "推荐单位（隶属关系）",
  "所属市（州）",
  "所属县（市、区）",
  "所属产业",
  "是否急需紧缺",
  "是否以技能人员为主体",
  "所属集团统一社会信用代码",
];
const DIRECTORY_COLUMNS = [...ENTERPRISE_COLUMNS, "依据文号", "认定日期"];
const UNIT_IN_FILINGS = [...ENTERPRISE_COLUMNS, "一线技能职工人数", "启动实施日期", "直接认定方案备案日期", "备案状态"];
const TERM_COLUMNS = [
  "备案类型",
  "备案部门",
  "机构备案号",
  "备案日期",
  "有效期起",
  "有效期止",
  "注销日期",
  "变更生效日期",
];
const FILING_COLUMNS = [...UNIT_IN_FILINGS, ...TERM_COLUMNS, "职业名称", "职业编码", "技能等级", "评价依据", "备注"];
const PARTS = ["其中：在岗职工", "其中：劳务派遣", "其中：劳务外包", "其中：实习人员", "其中：隶属单位职工"];
const LEVELS = ["未定级", "学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"];
const HEADCOUNT_COLUMNS = [
  "单位名称",
  "统一社会信用代码",
  "报告期",
  "职工总数",
  "技能岗位从业人员合计",
  ...PARTS,
  ...LEVELS,
  "持证人数合计",
  "填报人",
  "审核人",
  "填报日期",
];
const CERTIFICATE_COLUMNS = [
  "姓名",
  "证件类型",
  "证件号码",
  "单位名称",
  "统一社会信用代码",
  "用工形式",
  "职业名称",
  "职业编码",
  "职业技能等级",
  "证书类别",
  "认定方式",
  "直接认定条件",
  "入职日期",
  "本职业起始日期",
  "学历",
  "业绩评分",
  "评审评分",
  "业绩权重",
  "结果公示起",
  "结果公示止",
  "证书编号",
  "发证日期",
  "评价机构名称",
  "机构备案号",
  "注销日期",
];
const MOVEMENT_COLUMNS = [
  "姓名",
  "证件号码",
  "变动类型",
  "原单位统一社会信用代码",
  "新单位统一社会信用代码",
  "变动日期",
];
const APPRAISAL_COLUMNS = [
  "批次年度",
  "姓名",
  "证件号码",
  "单位名称",
  "统一社会信用代码",
  "推荐单位",
  "职业编码",
  "等级",
  "评定类型",
  "证书编号",
  "核准日期",
  "批准文号",
  "聘用日期",
  "取消日期",
  "取消事由",
];

/** The certificates come by region, 省本级 and 成都 by themselves. */
const REGIONS: readonly { name: string; cities: readonly string[]; format: DemoBook["format"] }[] = [
  { name: "省本级", cities: [PROVINCE], format: "xlsx" },
  { name: "成都", cities: ["510100"], format: "xlsx" },
  { name: "成都平原", cities: ["510600", "510700", "510900", "511100", "511400", "511800", "512000"], format: "xlsx" },
  { name: "川南", cities: ["510300", "510500", "511000", "511500"], format: "xlsx" },
  { name: "川东北", cities: ["510800", "511300", "511600", "511700", "511900"], format: "csv-gb18030" },
  { name: "攀西和川西北", cities: ["510400", "513200", "513300", "513400"], format: "csv-utf8-bom" },
];

/** Who sends what: one book of filings and one of quarterly reports for each responsibility, and the province's own lists. */
export function bindBooks(rows: ProvinceRows, lastDay: Day): readonly DemoBook[] {
  const filledOn = `${lastDay.slice(0, 4)}年${Number(lastDay.slice(5, 7))}月${Number(lastDay.slice(8, 10)) - 3}日`;
  const responsibilities = [PROVINCE, ...CITIES.map((city) => city.code)];
  return [
    directoryBook(rows.directory, filledOn),
    ...responsibilities.flatMap((code, i) => filingBook(code, i, of(rows.filings, code), filledOn)),
    ...responsibilities.flatMap((code, i) => headcountBook(code, i, of(rows.headcounts, code), filledOn)),
    ...REGIONS.flatMap((region, i) =>
      certificateBooks(
        region,
        i,
        region.cities.flatMap((code) => of(rows.certificates, code)),
      ),
    ),
    ...["2024", "2025", "2026"].flatMap((year, i) => movementBook(year, i, of(rows.movements, year))),
    ...["2024", "2025"].flatMap((year) => appraisalBook(year, of(rows.appraisals, year))),
  ];
}

function of(rows: readonly BookRow[], book: string): readonly PlainRow[] {
  return rows.filter((row) => row.book === book).map((row) => row.row);
}

function nameOf(code: string): { short: string; bureau: string } {
  if (code === PROVINCE) return { short: "省本级", bureau: "四川省人力资源和社会保障厅" };
  const city = cityOf(code);
  return { short: city.shortName, bureau: `${city.name}人力资源和社会保障局` };
}

function directoryBook(rows: readonly PlainRow[], filledOn: string): DemoBook {
  const sheet: DemoSheet = {
    name: "企业名录",
    title: "演示数据  四川省国有企业和大型优质民营企业名录",
    filer: "四川省人力资源和社会保障厅",
    filledOn,
    columns: usedColumns(DIRECTORY_COLUMNS, rows),
    rows,
    dress: clerk(0),
    notes: ["注：1.本表为演示数据，单位名称、统一社会信用代码均为虚构。", "2.企业类别以主管部门认定为准。"],
  };
  return { fileName: "企业名录.xlsx", format: "xlsx", sheets: [sheet] };
}

function filingBook(code: string, i: number, rows: readonly PlainRow[], filledOn: string): readonly DemoBook[] {
  if (rows.length === 0) return [];
  const { short, bureau } = nameOf(code);
  const unit = (row: PlainRow): string => String(row.统一社会信用代码);
  const sheet: DemoSheet = {
    name: ["备案台账", "附件2", "Sheet1"][i % 3]!,
    title: `演示数据  ${short}职业技能等级认定备案台账`,
    filer: bureau,
    filledOn,
    columns: usedColumns(FILING_COLUMNS, rows, ["备案类型", "机构备案号"]),
    rows,
    dress: clerk(i),
    // Two clerks in three merge the unit's cells over its rows, and the term's over its occupations.
    ...(i % 3 === 2
      ? {}
      : {
          mergeBy: [
            // A unit that changed says other things of itself in its later rows.
            { columns: UNIT_IN_FILINGS, key: (row: PlainRow) => unit(row) + row["所属市（州）"] + row.企业类别 },
            { columns: TERM_COLUMNS, key: (row: PlainRow) => unit(row) + row.有效期起 },
          ],
        }),
    ...(i % 4 === 1 ? { groupHeaders: ["有效期"] } : {}),
    notes: ["注：本表为演示数据。技能等级按备案范围填写。"],
  };
  return [{ fileName: `备案台账-${short}.xlsx`, format: "xlsx", sheets: [sheet] }];
}

function headcountBook(code: string, i: number, rows: readonly PlainRow[], filledOn: string): readonly DemoBook[] {
  if (rows.length === 0) return [];
  const { short, bureau } = nameOf(code);
  const clerkNumber = i + 3;
  const sheet = (name: string, part: readonly PlainRow[], period: string): DemoSheet => ({
    name,
    title: `演示数据  ${short}技能岗位从业人员统计表${period}`,
    filer: bureau,
    filledOn,
    columns: usedColumns(HEADCOUNT_COLUMNS, part, PARTS),
    rows: part,
    dress: clerk(clerkNumber),
    ...(i % 2 === 0 ? { groupHeaders: ["其中："] } : {}),
    ...(i % 3 === 2
      ? {}
      : {
          totals: {
            at: i % 3 === 0 ? ("last" as const) : ("first" as const),
            columns: ["职工总数", "技能岗位从业人员合计", ...PARTS, ...LEVELS, "持证人数合计"],
          },
        }),
    ...(i % 5 === 4 ? { gapAfter: 2 } : {}),
    ...(i === 6 ? { hideRow: 1 } : {}),
    notes: ["注：1.本表为演示数据。", "2.技能岗位从业人员含劳务派遣、劳务外包、实习人员和隶属单位职工。"],
  });
  const quarters = [...new Set(rows.map((row) => String(row.报告期)))].sort();
  // Half of the bureaus keep one sheet for each quarter, the others all quarters in one.
  const sheets =
    i % 2 === 1
      ? quarters.map((quarter) =>
          sheet(
            `${quarter.slice(0, 4)}Q${Number(quarter.slice(5, 7)) / 3}`,
            rows.filter((row) => row.报告期 === quarter),
            "（季报）",
          ),
        )
      : [sheet("季报", rows, "（2024年第三季度以来）")];
  return [{ fileName: `技能岗位从业人员季报-${short}.xlsx`, format: "xlsx", sheets }];
}

function certificateBooks(region: (typeof REGIONS)[number], i: number, rows: readonly PlainRow[]): readonly DemoBook[] {
  if (rows.length === 0) return [];
  const sheet = (part: readonly PlainRow[], span: string): DemoSheet => ({
    name: i % 2 === 0 ? "证书台账" : "Sheet1",
    title: `演示数据  ${region.name}职业技能等级证书台账${span}`,
    filer: region.name === "省本级" ? "四川省人力资源和社会保障厅" : null,
    filledOn: null,
    columns: usedColumns(CERTIFICATE_COLUMNS, part, ["评价机构名称", "机构备案号"]),
    rows: part,
    dress: clerk(i + 1),
    ...(i === 2 ? { gapAfter: 500 } : {}),
    notes: ["注：本表为演示数据，人员均为虚构。"],
  });
  const extension = region.format === "xlsx" ? "xlsx" : "csv";
  if (rows.length < 12_000 || region.format !== "xlsx")
    return [{ fileName: `证书台账-${region.name}.${extension}`, format: region.format, sheets: [sheet(rows, "")] }];
  const spans: readonly [string, (day: string) => boolean][] = [
    ["2024年及以前", (day) => day < "2025"],
    ["2025年", (day) => day >= "2025" && day < "2026"],
    ["2026年", (day) => day >= "2026"],
  ];
  return spans.map(([span, within]) => ({
    fileName: `证书台账-${region.name}-${span}.xlsx`,
    format: "xlsx",
    sheets: [
      sheet(
        rows.filter((row) => within(String(row.发证日期))),
        `（${span}）`,
      ),
    ],
  }));
}

function movementBook(year: string, i: number, rows: readonly PlainRow[]): readonly DemoBook[] {
  if (rows.length === 0) return [];
  // 辞职 and 解除合同 are what clerks write for 离职.
  const other = ["离职", "辞职", "解除合同"];
  const written = rows.map((row, k) => (row.变动类型 === "离职" ? { ...row, 变动类型: other[k % 3]! } : row));
  return [
    {
      fileName: `人员变动-${year}.xlsx`,
      format: "xlsx",
      sheets: [
        {
          name: "人员变动",
          title: `演示数据  技能人员变动情况表（${year}年）`,
          filer: "四川省人力资源和社会保障厅",
          filledOn: null,
          columns: MOVEMENT_COLUMNS,
          rows: written,
          dress: { ...clerk(i + 2), empty: i === 1 ? "/" : null },
        },
      ],
    },
  ];
}

function appraisalBook(year: string, rows: readonly PlainRow[]): readonly DemoBook[] {
  if (rows.length === 0) return [];
  return [
    {
      fileName: `评定名单-${year}.xlsx`,
      format: "xlsx",
      sheets: [
        {
          name: "评定名单",
          title: `演示数据  四川省${year}年度特级技师、首席技师评定名单`,
          filer: null,
          filledOn: null,
          columns: usedColumns(APPRAISAL_COLUMNS, rows),
          rows,
          dress: { ...clerk(year === "2024" ? 5 : 0), levels: "name", headers: {} },
          notes: ["注：本表为演示数据，人员均为虚构。"],
        },
      ],
    },
  ];
}
