import { clause } from "../policy/clauses.ts";
import {
  CERTIFICATE_KIND_LABELS,
  EMPLOYMENT_TYPE_LABELS,
  FILING_KIND_LABELS,
  FILING_STATUS_LABELS,
  MOVEMENT_KIND_LABELS,
  OWNERSHIP_LABELS,
  RECOGNITION_METHOD_LABELS,
} from "../policy/words.ts";
import { type CellContext, CellFault, cellText, quote } from "./parse-fault.ts";
import type { RawCell } from "./read-raw.ts";
import { fold } from "./recognise-fold.ts";

/** A value of a closed list, by its label or another way to write it. */
export function parseWord(cell: RawCell, { column, header }: CellContext): string | CellFault {
  const list = LISTS[column.key];
  if (!list) throw new Error(`no list of words for ${column.key}`);
  const text = fold(cellText(cell) ?? "").replace(/[“”"'()]/g, "");
  const value = list.values.get(text);
  if (value !== undefined) return value;
  const two = list.ambiguous[text];
  // A header that lists its choices, “（考试/直接认定/定级考评）”, says which of the two is meant.
  const asListed = list.asListed[text];
  if (asListed && choicesIn(header).has(text)) return asListed;
  if (two)
    return new CellFault("AMBIGUOUS_VALUE", `${quote(cellText(cell)!)}可能是${two}`, `填其中之一：${list.choices}`);
  return new CellFault(
    "UNKNOWN_VALUE",
    `${quote(cellText(cell) ?? "")}不在可填的范围内`,
    `填其中之一：${list.choices}`,
  );
}

/** 是 or 否, in the ways that people tick a box. */
export function parseFlag(cell: RawCell): boolean | CellFault {
  if (typeof cell === "boolean") return cell;
  const text = fold(cellText(cell) ?? "").toUpperCase();
  if (YES.has(text)) return true;
  if (NO.has(text)) return false;
  return new CellFault("UNKNOWN_VALUE", `${quote(cellText(cell) ?? "")}看不出是还是否`, "填“是”或“否”");
}

/** One of annex 2's conditions as the plan numbers it: 三(一)3(1). Whether it exists is the policy's to say. */
export function parseCondition(cell: RawCell): string | CellFault {
  const text = fold(cellText(cell) ?? "").replace(/[、.,;:．]/g, "");
  const match =
    /^(?:附件2)?第?三?\(([一二三])\)(\d)(?:\((\d)\))?项?$/.exec(text) ?? /^三([一二三])(\d)(?:\((\d)\))?$/.exec(text);
  if (!match) {
    const message = `${quote(cellText(cell) ?? "")}不是附件2的条件写法`;
    return new CellFault("BAD_CONDITION", message, "按附件2的编号填写，如“三（一）3（1）”", clause("附件2"));
  }
  return `三(${match[1]})${match[2]}${match[3] ? `(${match[3]})` : ""}`;
}

function choicesIn(header: string): ReadonlySet<string> {
  const choices = new Set(fold(header).split(/[()/、,;]/));
  return choices.has(fold(RECOGNITION_METHOD_LABELS.GRADING)) ? choices : new Set();
}

interface WordList {
  readonly values: ReadonlyMap<string, string>;
  readonly ambiguous: Readonly<Record<string, string>>;
  /** What an ambiguous word means where the header lists it beside 定级考评. */
  readonly asListed: Readonly<Record<string, string>>;
  readonly choices: string;
}

const YES = new Set(["是", "√", "✓", "✔", "☑", "Y", "YES", "T", "TRUE", "1", "属于", "有", "对"]);
const NO = new Set(["否", "×", "✗", "✘", "☒", "X", "N", "NO", "F", "FALSE", "0", "不是", "不属于", "非", "错"]);

const LISTS: Readonly<Record<string, WordList>> = {
  ownership: list(
    OWNERSHIP_LABELS,
    {
      PROVINCIAL_SOE: ["省属国有企业", "省属企业", "省属国资企业", "省属", "省国企"],
      LOCAL_SOE: [
        "地方国有企业",
        "地方国资企业",
        "市属国企",
        "市属国有企业",
        "市州属国企",
        "市州国企",
        "县属国企",
        "市县国企",
        "市县属国企",
        "区属国企",
        "市属企业",
      ],
      LARGE_PRIVATE: ["大型优质民营企业", "大型优质民营", "大型民企", "优质民企", "大型优质民企业", "大型民营企业"],
      CENTRAL_SOE: ["央企", "中央企业", "在川央企", "驻川央企", "在川中央企业", "中央在川", "中央国企", "中央驻川企业"],
      OTHER: ["其它", "其他企业", "其它企业"],
    },
    {
      国企: "省属国企、地方国企或中央在川企业",
      国有企业: "省属国企、地方国企或中央在川企业",
      国有: "省属国企、地方国企或中央在川企业",
      民企: "大型优质民企或其他",
      民营企业: "大型优质民企或其他",
      民营: "大型优质民企或其他",
    },
  ),
  filingStatus: list(FILING_STATUS_LABELS, {
    NOT_FILED: ["否", "没有备案", "未"],
    PLANNED: ["计划备案", "拟申请备案", "筹备中"],
    FILED: ["备案", "有效", "是", "在有效期内"],
    LAPSED: ["已到期", "到期", "已过期", "过期", "到期未续期"],
    WITHDRAWN: ["注销", "已撤销备案"],
  }),
  filingKind: list(FILING_KIND_LABELS, {
    FIRST: ["首次备案", "新增", "新备案", "新增备案", "初次", "初次备案"],
    RENEWAL: ["续期备案", "延续", "延期", "到期续期", "续备案"],
    ADDITION: ["增项备案", "新增职业", "新增职业工种", "增加职业", "增加职业工种"],
    CHANGE: ["变更备案", "信息变更"],
    WITHDRAWAL: ["注销备案"],
  }),
  employmentType: list(EMPLOYMENT_TYPE_LABELS, {
    CONTRACT: [
      "在岗职工",
      "在职职工",
      "本单位职工",
      "本单位在职职工",
      "合同制",
      "合同工",
      "劳动合同",
      "劳动合同制",
      "正式职工",
      "正式员工",
      "在岗",
      "在职",
      "全日制用工",
    ],
    DISPATCHED: ["派遣", "派遣工", "派遣人员", "劳务派遣人员", "劳务派遣工", "劳务派遣用工"],
    OUTSOURCED: ["外包", "外包人员", "劳务外包人员", "外包工"],
    INTERN: ["实习人员", "实习生", "实习学生"],
    AFFILIATED: ["隶属单位职工", "隶属单位", "所属单位在岗职工", "所属单位职工"],
  }),
  method: list(
    RECOGNITION_METHOD_LABELS,
    {
      GRADING: ["定级", "定级评价", "定级考核"],
      DIRECT: ["直接", "直认"],
      CONTEST: ["竞赛", "技能竞赛", "职业技能竞赛", "技术比武", "以赛代考"],
      APPRENTICESHIP: ["转正定级", "学徒转正", "学徒期满定级", "学徒期满转正定级", "转正定级考核", "学徒定级"],
      EXAMINATION: ["技能考核", "等级认定考核", "职业技能等级考核", "技能考核评价", "等级认定考试"],
      APPRAISAL: ["评定", "聘任", "特级技师评聘", "首席技师评聘"],
    },
    { 考核: "定级考评或等级考核", 考试: "定级考评或等级考核" },
    { 考核: "EXAMINATION", 考试: "EXAMINATION" },
  ),
  certificateKind: list(CERTIFICATE_KIND_LABELS, {
    LEVEL: ["职业技能等级", "技能等级证书", "等级证书", "技能等级", "职业技能等级证"],
    QUALIFICATION: ["职业资格", "资格证书", "国家职业资格证书", "职业资格证", "国家职业资格"],
  }),
  movementKind: list(MOVEMENT_KIND_LABELS, {
    LEAVE: ["辞职", "解除合同", "解除劳动合同", "终止合同", "终止劳动合同", "辞退", "解聘", "自动离职"],
    RETIREMENT: ["正式退休", "办理退休"],
    REHIRE: ["退休返聘", "聘用返聘"],
    DEATH: ["死亡", "亡故", "病故", "身故", "逝世", "因病去世"],
    LEAVE_SICHUAN: ["离开四川", "调离四川", "调出四川", "离开本省"],
    TRANSFER_IN: ["转入", "调入本单位"],
    TRANSFER_OUT: ["转出", "调离", "调出本单位"],
  }),
  appraisalKind: list(
    { FIRST: "首次", AGAIN: "再次" },
    { FIRST: ["首次评定", "初次", "首次评聘"], AGAIN: ["再次评定", "续评", "再次评聘", "续聘"] },
  ),
  idKind: list(
    {
      居民身份证: "居民身份证",
      港澳居民来往内地通行证: "港澳居民来往内地通行证",
      台湾居民来往大陆通行证: "台湾居民来往大陆通行证",
      港澳台居民居住证: "港澳台居民居住证",
      外国人永久居留身份证: "外国人永久居留身份证",
      护照: "护照",
      军官证: "军官证",
      其他: "其他",
    },
    {
      居民身份证: ["身份证", "二代身份证", "公民身份证", "中华人民共和国居民身份证"],
      港澳居民来往内地通行证: ["港澳通行证", "回乡证", "港澳居民通行证"],
      台湾居民来往大陆通行证: ["台胞证", "台湾通行证", "台湾居民通行证"],
      港澳台居民居住证: ["港澳居民居住证", "台湾居民居住证", "居住证"],
      外国人永久居留身份证: ["外国人永久居留证", "永久居留证", "外国人永久居留身份证件"],
      护照: ["外国护照", "普通护照", "中国护照"],
      军官证: ["士官证", "军人证", "士兵证"],
      其他: ["其它", "其他证件", "其它证件"],
    },
  ),
};

function list<T extends string>(
  labels: Readonly<Record<T, string>>,
  synonyms: Partial<Readonly<Record<T, readonly string[]>>>,
  ambiguous: Readonly<Record<string, string>> = {},
  asListed: Readonly<Record<string, NoInfer<T>>> = {},
): WordList {
  const values = new Map<string, string>();
  for (const [value, label] of Object.entries(labels) as [T, string][]) {
    for (const text of [value, label, ...(synonyms[value] ?? [])]) values.set(fold(text), value);
  }
  return { values, ambiguous, asListed, choices: Object.values(labels).join("、") };
}
