import { type Day, quarterEndOf } from "../../server/policy/day.ts";
import { LEVEL_FACTS } from "../../server/policy/levels.ts";
import { OWNERSHIP_LABELS } from "../../server/policy/words.ts";
import { makeCareers } from "./careers.ts";
import { createDice } from "./dice.ts";
import { makeEnterprises } from "./enterprises.ts";
import { type DemoHeadcount, makeHeadcounts, quarterEndsUntil, tuneHeadcounts } from "./headcounts.ts";
import type { BookRow, DemoEnterprise, DemoTerm, PlainRow, ProvinceRows } from "./model.ts";
import { cityOf, countyNameOf, sectorOf } from "./reference.ts";
import { countRegister } from "./register.ts";
import { type DemoTitle, makeTitles } from "./titles.ts";

/** The demo province as plain rows: the same for the same seed, size and last day. */
export function makeProvinceRows(options: { people: number; seed: number; lastDay: Day }): ProvinceRows {
  const { people, seed, lastDay } = options;
  const dice = createDice(seed);
  const enterprises = makeEnterprises(dice.fork("enterprises"), people, lastDay);
  const careers = makeCareers(dice.fork("careers"), enterprises, lastDay);
  const titles = makeTitles(dice.fork("titles"), people, careers.certificates, careers.movements, lastDay);
  const quarters = quarterEndsUntil(lastDay);
  const register = countRegister(careers, titles, [...new Set([...quarters, lastDay])].sort());
  const finalHeadcounts = tuneHeadcounts(dice.fork("tuning"), enterprises, register.get(lastDay)!);
  const headcounts = makeHeadcounts(dice.fork("reports"), enterprises, finalHeadcounts, register, lastDay);
  const frontline = (enterprise: DemoEnterprise): number => Math.round(finalHeadcounts.get(enterprise)! * 1.02);
  return {
    directory: enterprises.filter((enterprise) => enterprise.inDirectory).map((enterprise) => directoryRow(enterprise)),
    filings: enterprises.flatMap((enterprise) => filingRows(enterprise, frontline(enterprise), lastDay)),
    headcounts: headcounts.map((report) => ({ book: report.enterprise.responsibilityCode, row: headcountRow(report) })),
    certificates: careers.certificates
      .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.number < b.number ? -1 : 1))
      .map((one) => ({
        book: one.enterprise.responsibilityCode,
        row: {
          姓名: one.person.name,
          证件类型: "居民身份证",
          证件号码: one.person.idNumber,
          单位名称: one.enterprise.name,
          统一社会信用代码: one.enterprise.creditCode,
          用工形式: one.person.employmentType,
          职业名称: one.occupation.name,
          职业编码: one.occupation.code,
          工种: null,
          职业技能等级: LEVEL_FACTS[one.level]!.name,
          证书类别: one.qualification ? "职业资格证书" : "职业技能等级证书",
          认定方式: one.method,
          直接认定条件: one.direct?.condition ?? null,
          入职日期: one.direct ? one.person.hiredOn : null,
          本职业起始日期: one.direct ? one.person.hiredOn : null,
          学历: one.direct ? one.person.education : null,
          业绩评分: one.direct?.performanceScore ?? null,
          评审评分: one.direct?.reviewScore ?? null,
          业绩权重: one.direct?.weight ?? null,
          结果公示起: one.direct?.publicityFrom ?? null,
          结果公示止: one.direct?.publicityUntil ?? null,
          证书编号: one.number,
          发证日期: one.issuedOn,
          评价机构名称: one.issuer?.name ?? null,
          机构备案号: one.issuer?.filingNumber ?? null,
          注销日期: one.withdrawnOn,
          备注: null,
        },
      })),
    movements: careers.movements
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.person.idNumber < b.person.idNumber ? -1 : 1))
      .map((one) => ({
        book: one.on.slice(0, 4) < "2025" ? "2024" : one.on.slice(0, 4),
        row: {
          姓名: one.person.name,
          证件号码: one.person.idNumber,
          变动类型: one.kind,
          原单位统一社会信用代码: one.from?.creditCode ?? null,
          新单位统一社会信用代码: one.to?.creditCode ?? null,
          变动日期: one.on,
        },
      })),
    appraisals: titles.map((title) => ({ book: String(title.batchYear), row: appraisalRow(title) })),
  };
}

/** The name that a book gives to whoever recommends: the bureau's city, or the provincial department. */
function recommenderOf(enterprise: DemoEnterprise, cityCode: string): string {
  return enterprise.department ?? cityOf(cityCode).name;
}

function attributes(enterprise: DemoEnterprise, before: boolean): PlainRow {
  const was = before ? enterprise.change?.before : undefined;
  const cityCode = was?.cityCode ?? enterprise.cityCode;
  return {
    单位名称: enterprise.name,
    统一社会信用代码: enterprise.creditCode,
    企业类别: OWNERSHIP_LABELS[was?.ownership ?? enterprise.ownership],
    "推荐单位（隶属关系）": recommenderOf(enterprise, cityCode),
    "所属市（州）": cityOf(cityCode).name,
    "所属县（市、区）": countyNameOf(was?.countyCode ?? enterprise.countyCode),
    所属产业: sectorOf(enterprise.sectorCode).name,
    是否急需紧缺: enterprise.inShortage ? "是" : "否",
    是否以技能人员为主体: enterprise.mainlySkilled ? "是" : "否",
    所属集团统一社会信用代码: enterprise.group?.creditCode ?? null,
  };
}

function directoryRow(enterprise: DemoEnterprise): PlainRow {
  return { ...attributes(enterprise, false), 依据文号: "演示文〔2024〕3号", 认定日期: "2024-03-15" };
}

/** One row per term and occupation; a planned filing has one row without a term. */
function filingRows(enterprise: DemoEnterprise, frontline: number, lastDay: Day): readonly BookRow[] {
  const book = enterprise.responsibilityCode;
  const common = {
    一线技能职工人数: frontline,
    备案部门: enterprise.department
      ? "四川省人力资源和社会保障厅"
      : `${cityOf(enterprise.cityCode).name}人力资源和社会保障局`,
    启动实施日期: enterprise.launchedOn,
    直接认定方案备案日期: enterprise.directPlanOn,
    工种: null,
    评价依据: "国家职业标准",
    备注: null,
  };
  const underGroup = enterprise.group !== null && enterprise.terms.length === 0 && enterprise.launchedOn !== null;
  if (enterprise.plannedOnly || underGroup) {
    const none = {
      机构备案号: null,
      备案类型: null,
      备案日期: null,
      有效期起: null,
      有效期止: null,
      注销日期: null,
      变更生效日期: null,
    };
    const scope = { 职业名称: null, 职业编码: null, 技能等级: null };
    return [
      {
        book,
        row: {
          ...attributes(enterprise, false),
          ...common,
          备案部门: null,
          备案状态: underGroup ? "未备案" : "拟备案",
          ...none,
          ...scope,
          评价依据: null,
          备注: underGroup ? "纳入集团备案" : null,
        },
      },
    ];
  }
  return enterprise.terms.flatMap((term) =>
    enterprise.occupations.map((occupation) => ({
      book,
      row: {
        ...attributes(enterprise, enterprise.change !== null && term.from < enterprise.change.on),
        ...common,
        备案状态: statusOf(enterprise, lastDay),
        备案类型: term.kind,
        机构备案号: enterprise.filingNumber,
        备案日期: term.filedOn,
        有效期起: term.from,
        有效期止: term.until,
        注销日期: term.withdrawnOn,
        变更生效日期: enterprise.change?.on === term.from ? term.from : null,
        职业名称: occupation.name,
        职业编码: occupation.code,
        技能等级: LEVEL_RANGES[enterprise.topLevel]!,
      },
    })),
  );
}

/** As the plain row writes it; the dressing knows the other ways. */
const LEVEL_RANGES: Readonly<Record<number, string>> = { 3: "五级至三级", 4: "五级至二级", 5: "五级至一级" };

function statusOf(enterprise: DemoEnterprise, lastDay: Day): string {
  if (enterprise.terms.some((term: DemoTerm) => term.withdrawnOn)) return "已注销";
  return enterprise.terms[enterprise.terms.length - 1]!.until < lastDay ? "到期未续" : "已备案";
}

function headcountRow(report: DemoHeadcount): PlainRow {
  const levels = report.levels;
  return {
    单位名称: report.enterprise.name,
    统一社会信用代码: report.enterprise.creditCode,
    报告期: quarterEndOf(report.quarterEnd),
    职工总数: report.staff,
    技能岗位从业人员合计: report.skilled,
    "其中：在岗职工": report.parts[0]!,
    "其中：劳务派遣": report.parts[1]!,
    "其中：劳务外包": report.parts[2]!,
    "其中：实习人员": report.parts[3]!,
    "其中：隶属单位职工": report.parts[4]!,
    未定级: levels ? Math.max(0, report.skilled - levels.reduce((sum, count) => sum + count, 0)) : null,
    ...Object.fromEntries(LEVEL_FACTS.map((facts, i) => [facts.name, levels ? levels[i]! : null])),
    持证人数合计: report.certified,
    填报人: "演示填报",
    审核人: "演示审核",
    填报日期: report.filledOn,
  };
}

function appraisalRow(title: DemoTitle): PlainRow {
  return {
    批次年度: title.batchYear,
    姓名: title.person.name,
    证件号码: title.person.idNumber,
    单位名称: title.enterprise.name,
    统一社会信用代码: title.enterprise.creditCode,
    推荐单位: recommenderOf(title.enterprise, title.enterprise.cityCode),
    职业编码: title.occupation.code,
    等级: title.level,
    评定类型: "首次",
    证书编号: title.number,
    核准日期: title.approvedOn,
    批准文号: title.document,
    聘用日期: title.engagedOn,
    取消日期: title.cancelledOn,
    取消事由: title.cancelReason,
  };
}
