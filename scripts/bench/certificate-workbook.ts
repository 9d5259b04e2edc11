import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { addDays, dayOf } from "../../server/policy/day.ts";
import { createCertificateNumbers, createIdNumbers, inventedCreditCode } from "../demo/numbers.ts";

const UNITS = 40;
const OCCUPATION = { 职业名称: "车工", 职业编码: "6-18-01-01" };
const COLUMNS = [
  "姓名",
  "证件类型",
  "证件号码",
  "单位名称",
  "统一社会信用代码",
  "用工形式",
  "职业名称",
  "职业编码",
  "工种",
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
  "备注",
] as const;

const codeOf = (unit: number) => inventedCreditCode("510000", 80_000 + unit);
const filingOf = (unit: number) => `Y000051${String(800_000 + unit)}`;

/** A filings workbook and a certificates workbook of so many rows, one in a hundred with a fault of one of five kinds. */
export async function writeCertificateWorkbooks(
  folder: string,
  rows: number,
): Promise<{ readonly filings: string; readonly certificates: string }> {
  await mkdir(folder, { recursive: true });
  const filings = join(folder, "filings.xlsx");
  const certificates = join(folder, `certificates-${rows}.xlsx`);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("备案台账");
  const header = [
    "单位名称",
    "统一社会信用代码",
    "企业类别",
    "所属市（州）",
    "所属产业",
    "一线技能职工人数",
    "备案状态",
    "机构备案号",
    "有效期起",
    "有效期止",
    "直接认定方案备案日期",
    "职业名称",
    "职业编码",
    "技能等级",
  ];
  sheet.addRow(header);
  for (let unit = 0; unit < UNITS; unit++) {
    sheet.addRow([
      `演示单位${unit}有限公司`,
      codeOf(unit),
      "地方国企",
      "成都市",
      "装备制造",
      3000,
      "已备案",
      filingOf(unit),
      "2023-01-01",
      "2027-12-31",
      "2023-06-01",
      OCCUPATION.职业名称,
      OCCUPATION.职业编码,
      "五级至一级",
    ]);
  }
  await book.xlsx.writeFile(filings);

  const stream = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: createWriteStream(certificates),
    useStyles: false,
    useSharedStrings: false,
  });
  const out = stream.addWorksheet("证书台账");
  out.addRow(["证书台账（测速用，数据为虚构）"]).commit();
  out.addRow([...COLUMNS]).commit();
  for (const cells of certificateRows(rows)) out.addRow(cells).commit();
  out.commit();
  await stream.commit();
  return { filings, certificates };
}

function* certificateRows(count: number): Generator<(string | number | null)[]> {
  const idNumber = createIdNumbers();
  const number = createCertificateNumbers();
  const levels = [
    ["初级工", "5"],
    ["中级工", "4"],
    ["高级工", "3"],
  ] as const;
  for (let index = 0; index < count; index++) {
    const unit = index % UNITS;
    const [level, letter] = levels[index % 3]!;
    const issuedOn = addDays(dayOf(2024, 1, 1), index % 900);
    const id = idNumber(addDays(dayOf(1970, 1, 1), index % 10_000));
    const direct = index % 4 === 0 && level === "高级工";
    const row: (string | number | null)[] = [
      `演${String(index)}`,
      "居民身份证",
      id,
      `演示单位${unit}有限公司`,
      codeOf(unit),
      "本单位在岗职工",
      OCCUPATION.职业名称,
      OCCUPATION.职业编码,
      null,
      level,
      "职业技能等级证书",
      direct ? "直接认定" : "定级考评",
      direct ? "三(二)1(1)" : null,
      "2015-07-01",
      "2015-07-01",
      "大专",
      direct ? 88 : null,
      null,
      null,
      direct ? addDays(issuedOn, -9) : null,
      direct ? addDays(issuedOn, -2) : null,
      number(filingOf(unit), issuedOn, letter),
      issuedOn,
      null,
      null,
      null,
      null,
    ];
    if (index % 100 === 99) plantFault(row, (index / 100) | 0);
    yield row;
  }
}

function plantFault(row: (string | number | null)[], kind: number): void {
  const at = (column: (typeof COLUMNS)[number]) => COLUMNS.indexOf(column);
  if (kind % 5 === 0) row[at("职业技能等级")] = "高级技师";
  if (kind % 5 === 1) row[at("发证日期")] = "2025-02-30";
  if (kind % 5 === 2) row[at("统一社会信用代码")] = `${String(row[at("统一社会信用代码")]).slice(0, 17)}I`;
  if (kind % 5 === 3) row[at("职业编码")] = "6-99-99-99";
  if (kind % 5 === 4) row[at("认定方式")] = "抽签";
}
