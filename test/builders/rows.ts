import { inventedCreditCode } from "../../scripts/demo/numbers.ts";
import type { Row } from "../reference/province.ts";

/* Rows of ledgers that go in as they are; a test overrides the cells that it is about. Everything is invented. */

export function creditCodeOf(unit: number): string {
  return inventedCreditCode("510000", 90_000 + unit);
}

export function filingNumberOf(unit: number): string {
  return `Y000051${String(900_000 + unit)}`;
}

/** An invented number of the unissued area 510000, with a right check character. */
export function idNumberOf(person: number): string {
  const body = `51000019900101${String(person % 1000).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + "10X98765432"[sum % 11];
}

const NAMES = "零一二三四五六七八九";

function nameOf(person: number): string {
  return `甲${[...String(person)].map((digit) => NAMES[Number(digit)]).join("")}`;
}

export function aFiling(unit: number, cells: Row = {}): Row {
  return {
    单位名称: `演示单位${unit}有限公司`,
    统一社会信用代码: creditCodeOf(unit),
    企业类别: "地方国企",
    "推荐单位（隶属关系）": "成都市",
    "所属市（州）": "成都市",
    "所属县（市、区）": "锦江区",
    所属产业: "装备制造",
    是否急需紧缺: "否",
    备案状态: "已备案",
    机构备案号: filingNumberOf(unit),
    有效期起: "2024-01-01",
    有效期止: "2026-12-31",
    注销日期: null,
    变更生效日期: null,
    职业名称: "车工",
    职业编码: "6-18-01-01",
    工种: null,
    技能等级: "五级至一级",
    ...cells,
  };
}

export function aHeadcount(unit: number, cells: Row = {}): Row {
  return {
    单位名称: `演示单位${unit}有限公司`,
    统一社会信用代码: creditCodeOf(unit),
    报告期: "2026年第三季度",
    技能岗位从业人员合计: 10,
    ...cells,
  };
}

/** A 高级工 by 定级考评, issued on 2025-03-01. */
export function aCertificate(unit: number, person: number, cells: Row = {}): Row {
  return {
    姓名: nameOf(person),
    证件号码: idNumberOf(person),
    统一社会信用代码: creditCodeOf(unit),
    职业名称: "车工",
    职业编码: "6-18-01-01",
    职业技能等级: "高级工",
    认定方式: "定级考评",
    证书编号: `${filingNumberOf(unit)}253${String(person).padStart(6, "0")}`,
    发证日期: "2025-03-01",
    注销日期: null,
    学历: null,
    备注: null,
    ...cells,
  };
}

/** A 高级工 by direct recognition, publicised in February 2025; its unit must have filed a plan. */
export function aDirectCertificate(unit: number, person: number, cells: Row = {}): Row {
  return aCertificate(unit, person, {
    认定方式: "直接认定",
    直接认定条件: "三（二）1（1）",
    入职日期: "2015-03-01",
    本职业起始日期: "2015-03-01",
    结果公示起: "2025-02-01",
    结果公示止: "2025-02-08",
    ...cells,
  });
}

export function aMovement(person: number, kind: string, on: string, cells: Row = {}): Row {
  return {
    姓名: nameOf(person),
    证件号码: idNumberOf(person),
    变动类型: kind,
    原单位统一社会信用代码: null,
    新单位统一社会信用代码: null,
    变动日期: on,
    ...cells,
  };
}

export function titleNumberOf(unit: number, person: number): string {
  return `${filingNumberOf(unit)}25T${String(person).padStart(6, "0")}`;
}

/** A 特级技师 approved on 2025-12-20. */
export function anAppraisal(unit: number, person: number, cells: Row = {}): Row {
  return {
    批次年度: 2025,
    姓名: nameOf(person),
    证件号码: idNumberOf(person),
    统一社会信用代码: creditCodeOf(unit),
    职业编码: "6-18-01-01",
    等级: "特级技师",
    评定类型: "首次",
    证书编号: titleNumberOf(unit, person),
    核准日期: "2025-12-20",
    取消日期: null,
    取消事由: null,
    ...cells,
  };
}
