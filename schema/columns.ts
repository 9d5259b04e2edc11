import cities from "./reference/cities.json" with { type: "json" };
import sectors from "./reference/sectors.json" with { type: "json" };

/**
 * The workbooks' columns, kind by kind: the one table that reads a sheet, makes its template and explains it.
 * Which names were seen in public files and which follow from the plan is told in the documentation of the ledgers.
 */
export const COLUMNS = {
  DIRECTORY: [
    ...enterprise({ sector: false }),
    text("basisDocument", "依据文号", ["文号", "依据"], "川国资〔2024〕1号", "列入名录所依据的文件文号。"),
    day("listedOn", "认定日期", ["列入日期", "认定时间"], "2024-08-01", "列入名录的日期。", "past"),
  ],
  FILINGS: [
    ...enterprise({ sector: true }),
    count(
      "frontlineHeadcount",
      "一线技能职工人数",
      ["一线技能职工数", "一线技能职工"],
      1280,
      "在一线技术技能岗位工作的职工人数；开展直接认定原则上不低于1000人（附件2 一（一））。",
    ),
    word(
      "filingStatus",
      "备案状态",
      ["备案情况", "备案状况"],
      ["未备案", "拟备案", "已备案", "到期未续", "已注销"],
      "已备案",
      "当前的备案状态。",
      true,
    ),
    word(
      "filingKind",
      "备案类型",
      ["备案类别"],
      ["首次", "续期", "增项", "变更", "注销"],
      "首次",
      "本次备案属于哪一种。",
    ),
    text(
      "filingDepartment",
      "备案部门",
      ["备案机关"],
      "四川省人力资源和社会保障厅",
      "办理备案的人力资源社会保障部门。",
    ),
    filingNumber("filingNumber", "机构备案号", ["备案号", "备案编号"], "13位机构备案号，证书编号的前13位与它相同。"),
    day("filedOn", "备案日期", ["备案时间"], "2024-09-02", "办理备案的日期；是否在有效期内不看这一天。", "past"),
    column("validFrom", "有效期起", "validFrom", {
      synonyms: [
        "有效期自",
        "有效期开始",
        "有效期起始",
        "有效期起始日期",
        "有效期开始日期",
        "有效起始日期",
        "备案有效期起",
      ],
      example: "2024-09-01",
      meaning: "本期备案的第一天；只写到月的，从该月第一天算起。",
    }),
    column("validUntil", "有效期止", "validUntil", {
      synonyms: [
        "有效期至",
        "有效期截止",
        "有效期终止",
        "有效期截止日期",
        "有效期结束日期",
        "有效截止日期",
        "备案有效期止",
      ],
      example: "2027-08-31",
      meaning: "本期备案的最后一天；只写到月的，算到该月最后一天。",
    }),
    day("withdrawnOn", "注销日期", ["备案注销日期", "注销时间"], null, "备案被注销的日期。", "past"),
    day(
      "changedOn",
      "变更生效日期",
      ["变更日期", "变更时间", "生效日期"],
      null,
      "单位名称、类别、隶属关系、所在地等变化从哪一天起算。",
      "past",
    ),
    day(
      "launchedOn",
      "启动实施日期",
      ["启动认定日期", "启动认定时间", "启动实施时间", "启动日期", "启动时间"],
      "2024-10-15",
      "启动职业技能等级认定的日期（二（一））。",
      "past",
    ),
    day(
      "directPlanFiledOn",
      "直接认定方案备案日期",
      ["直接认定备案日期", "直接认定方案备案时间"],
      null,
      "直接认定工作方案公示后报备的日期（附件2 四）。",
      "past",
    ),
    text(
      "occupationName",
      "职业名称",
      ["职业（工种）", "职业", "职业工种", "职业（工种）名称"],
      "电工",
      "《职业分类大典》中的职业名称，一行一个职业。",
      60,
    ),
    occupationCode(false),
    text(
      "trade",
      "工种",
      ["工种名称", "工种/职业方向", "工种（职业方向）", "职业方向"],
      null,
      "职业下的工种；没有则留空。",
      60,
    ),
    column("levels", "技能等级", "levels", {
      synonyms: ["职业技能等级", "等级", "备案等级", "认定等级", "等级范围"],
      example: "五级至一级",
      meaning: "备案覆盖的等级，可写“五级至一级”“3-5级”或“三级、四级、五级”。",
    }),
    text(
      "basis",
      "评价依据",
      ["评价标准", "职业标准", "评价依据（国家职业标准/评价规范）"],
      "国家职业标准",
      "评价所依据的国家职业标准或评价规范。",
    ),
    text("remark", "备注", ["说明"], null, "其他需要说明的情况。", 1000),
  ],
  HEADCOUNTS: [
    name("name", "单位名称", [...UNIT_NAMES(), "填报单位名称"], false, "示例单位（请删除本行）", "填报单位的全称。"),
    creditCode("creditCode", "统一社会信用代码", CODE_NAMES(), true, "填报单位的18位统一社会信用代码。"),
    column("quarterEnd", "报告期", "quarter", {
      synonyms: ["报告期（年/季度）", "报告季度", "季度", "统计时点", "统计期", "报表期"],
      required: true,
      example: "2026年第二季度",
      meaning: "按季度末时点填报，如“2026年第二季度”。",
    }),
    count("staffHeadcount", "职工总数", ["职工人数", "职工总人数", "从业人员总数"], 2100, "季度末全部职工人数。"),
    count(
      "skilledHeadcount",
      "技能岗位从业人员合计",
      ["技能岗位从业人员", "技能岗位从业人员数", "技能岗位从业人员总数", "技能岗位从业人员人数"],
      1204,
      "季度末在技能岗位工作的全部人员，不论用工形式（三（二））。",
      true,
    ),
    part("contractHeadcount", "在岗职工", ["在职职工", "本单位在岗职工"], 980, "其中本单位在岗职工。"),
    part("dispatchedHeadcount", "劳务派遣", ["劳务派遣人员", "派遣人员"], 120, "其中劳务派遣人员。"),
    part("outsourcedHeadcount", "劳务外包", ["劳务外包人员", "外包人员"], 60, "其中劳务外包人员。"),
    part("internHeadcount", "实习人员", ["实习", "实习生"], 24, "其中实习人员。"),
    part("affiliatedHeadcount", "隶属单位职工", ["隶属单位在岗职工", "隶属单位人员"], 20, "其中隶属单位在岗职工。"),
    count("ungradedCount", "未定级", ["未定级人数", "未定级人员"], 200, "尚无职业技能等级的人数。"),
    count("apprenticeCount", "学徒工", ["学徒工人数"], 4, "最高等级为学徒工的人数。"),
    count(
      "juniorCount",
      "初级工",
      ["初级工人数", "五级", "五级/初级工", "初级工（五级）"],
      200,
      "最高等级为初级工的人数。",
    ),
    count(
      "intermediateCount",
      "中级工",
      ["中级工人数", "四级", "四级/中级工", "中级工（四级）"],
      300,
      "最高等级为中级工的人数。",
    ),
    count(
      "seniorCount",
      "高级工",
      ["高级工人数", "三级", "三级/高级工", "高级工（三级）"],
      320,
      "最高等级为高级工的人数。",
    ),
    count("technicianCount", "技师", ["技师人数", "二级", "二级/技师", "技师（二级）"], 120, "最高等级为技师的人数。"),
    count(
      "seniorTechnicianCount",
      "高级技师",
      ["高级技师人数", "一级", "一级/高级技师", "高级技师（一级）"],
      50,
      "最高等级为高级技师的人数。",
    ),
    count("specialTechnicianCount", "特级技师", ["特级技师人数"], 8, "特级技师人数。"),
    count("chiefTechnicianCount", "首席技师", ["首席技师人数"], 2, "首席技师人数。"),
    count(
      "certifiedCount",
      "持证人数合计",
      ["有等级人数合计", "持证人数", "持证人员合计", "有等级人数"],
      1000,
      "初级工及以上持证人数合计。",
    ),
    name("reportedBy", "填报人", ["填表人", "制表人"], false, "示例", "填报人姓名。"),
    name("reviewedBy", "审核人", ["审核"], false, "示例", "审核人姓名。"),
    day("reportedOn", "填报日期", ["填表日期", "填报时间", "报送日期"], "2026-07-08", "填报的日期。", "past"),
  ],
  CERTIFICATES: [
    name("personName", "姓名", ["持证人姓名", "持证人"], true, "示例人员（请删除本行）", "持证人姓名。"),
    word(
      "idKind",
      "证件类型",
      ["证件类别", "证件种类", "身份证件类型"],
      [
        "居民身份证",
        "港澳居民来往内地通行证",
        "台湾居民来往大陆通行证",
        "港澳台居民居住证",
        "外国人永久居留身份证",
        "护照",
        "军官证",
        "其他",
      ],
      "居民身份证",
      "留空按居民身份证处理。",
    ),
    idNumber(),
    name("enterpriseName", "单位名称", UNIT_NAMES(), false, "示例单位（请删除本行）", "持证人所在单位的全称。"),
    creditCode("creditCode", "统一社会信用代码", CODE_NAMES(), true, "持证人所在单位的18位统一社会信用代码。"),
    word(
      "employmentType",
      "用工形式",
      ["用工类型", "用工性质", "用工方式"],
      ["本单位在岗职工", "劳务派遣", "劳务外包", "实习", "隶属单位在岗职工"],
      "本单位在岗职工",
      "持证人在所在单位的用工形式（三（二））。",
    ),
    text(
      "occupationName",
      "职业名称",
      ["职业（工种）", "职业", "职业工种", "职业（工种）名称"],
      "电工",
      "《职业分类大典》中的职业名称；也可只填职业编码。",
      60,
    ),
    occupationCode(false),
    text(
      "trade",
      "工种",
      ["工种名称", "工种/职业方向", "工种（职业方向）", "职业方向"],
      null,
      "职业下的工种；没有则留空。",
      60,
    ),
    level(
      "level",
      "职业技能等级",
      ["技能等级", "等级", "证书等级", "职业等级"],
      ["学徒工", "五级/初级工", "四级/中级工", "三级/高级工", "二级/技师", "一级/高级技师"],
      "三级/高级工",
      "证书的职业技能等级；特级技师、首席技师只从评定名单进入。",
    ),
    word(
      "certificateKind",
      "证书类别",
      ["证书类型", "证书种类"],
      ["职业技能等级证书", "职业资格证书"],
      "职业技能等级证书",
      "留空按职业技能等级证书处理。",
    ),
    word(
      "method",
      "认定方式",
      ["评价方式", "认定方法", "评价方法"],
      ["定级考评", "直接认定", "以赛代评", "学徒转正定级", "等级考核"],
      "等级考核",
      "这本证书以哪种方式认定。",
      true,
    ),
    column("directCondition", "直接认定条件", "condition", {
      synonyms: ["直接认定依据", "直接认定条款", "直接认定条件（附件2）"],
      example: null,
      meaning: "直接认定的，填附件2的条件，写法如“三（一）3（1）”。",
    }),
    day("hiredOn", "入职日期", ["入职时间", "进入本单位日期"], "2018-07-02", "进入所在单位工作的日期。", "past"),
    day(
      "occupationSince",
      "本职业起始日期",
      ["从事本职业起始日期", "从事本职业日期", "本职业起始时间"],
      "2018-07-02",
      "开始从事本职业（工种）的日期。",
      "past",
    ),
    text("education", "学历", ["文化程度", "最高学历"], "大专", "持证人的学历。"),
    score(
      "performanceScore",
      "业绩评分",
      ["业绩评定评分", "业绩得分", "业绩评定得分", "业绩评定成绩"],
      "直接认定的业绩评定得分。",
    ),
    score(
      "reviewScore",
      "评审评分",
      ["现场评审评分", "评审得分", "评审成绩", "现场评审得分"],
      "直接认定的现场评审或答辩得分。",
    ),
    column("performanceWeight", "业绩权重", "share", {
      synonyms: ["业绩评分权重", "业绩评定权重", "业绩评定评分权重"],
      example: null,
      meaning: "业绩评定在综合得分中的权重，60%、0.6、60 同义（附件2 二）。",
    }),
    day(
      "publicityFrom",
      "结果公示起",
      ["公示起", "公示开始日期", "结果公示开始日期", "公示起始日期"],
      null,
      "直接认定结果公示的第一天（附件2 四）。",
    ),
    day(
      "publicityUntil",
      "结果公示止",
      ["公示止", "公示结束日期", "结果公示结束日期", "公示截止日期"],
      null,
      "直接认定结果公示的最后一天（附件2 四）。",
    ),
    column("number", "证书编号", "certificateNumber", {
      synonyms: ["证书号", "证书号码", "证书编码"],
      required: true,
      example: "Y000051000000253000001",
      meaning: "22位证书编号：前13位是评价机构备案号，第16位表示等级（附件1 注2）。",
    }),
    day(
      "issuedOn",
      "发证日期",
      ["颁证日期", "发证时间", "颁发日期", "证书颁发日期"],
      "2025-11-20",
      "证书的颁发日期。",
      "past",
      true,
    ),
    name(
      "issuerName",
      "评价机构名称",
      ["评价机构", "发证机构", "颁证机构", "发证机构名称"],
      false,
      null,
      "不是本单位或其集团颁发的，填评价机构名称。",
    ),
    filingNumber(
      "issuerFilingNumber",
      "机构备案号",
      ["备案号", "评价机构备案号", "评价机构代码"],
      "颁发证书的评价机构的备案号。",
    ),
    day("withdrawnOn", "注销日期", ["证书注销日期", "注销时间"], null, "证书被注销的日期。", "past"),
    text("remark", "备注", ["说明"], null, "其他需要说明的情况。", 1000),
  ],
  APPRAISALS: [
    column("batchYear", "批次年度", "year", {
      synonyms: ["批次", "评定年度", "评定批次", "年度批次"],
      required: true,
      example: 2024,
      meaning: "评定批次的年度。",
    }),
    name("personName", "姓名", ["人员姓名"], true, "示例人员（请删除本行）", "评定通过者的姓名。"),
    idNumber(),
    name("enterpriseName", "单位名称", UNIT_NAMES(), false, "示例单位（请删除本行）", "所在单位的全称。"),
    creditCode("creditCode", "统一社会信用代码", CODE_NAMES(), true, "所在单位的18位统一社会信用代码。"),
    recommender("推荐单位"),
    occupationCode(true),
    level(
      "level",
      "等级",
      ["职业技能等级", "技能等级", "评定等级", "评聘等级"],
      ["特级技师", "首席技师"],
      "特级技师",
      "评定的等级。",
    ),
    word(
      "appraisalKind",
      "评定类型",
      ["评聘类型", "评定类别"],
      ["首次", "再次"],
      "首次",
      "留空按首次处理；任期届满再次评定的填“再次”。",
    ),
    column("number", "证书编号", "certificateNumber", {
      synonyms: ["证书号", "证书号码", "证书编码"],
      example: "Y00005100000024T000001",
      meaning: "特级技师、首席技师证书的编号。",
    }),
    day(
      "approvedOn",
      "核准日期",
      ["批准日期", "核准时间", "批准时间"],
      "2024-12-10",
      "人力资源社会保障厅核准的日期。",
      "past",
      true,
    ),
    text("approvalDocument", "批准文号", ["核准文号", "批准文件"], "川人社函〔2024〕1号", "核准名单的文号。"),
    day("engagedOn", "聘用日期", ["聘任日期", "聘用时间", "聘任时间"], "2025-01-01", "用人单位聘用的日期。", "past"),
    day("cancelledOn", "取消日期", ["取消时间", "取消等级日期"], null, "等级被取消的日期（附件4 第七条）。", "past"),
    text("cancelReason", "取消事由", ["取消原因", "取消等级事由"], null, "等级被取消的事由。"),
  ],
  MOVEMENTS: [
    name("personName", "姓名", ["人员姓名"], false, "示例人员（请删除本行）", "变动人员的姓名。"),
    idNumber(),
    word(
      "movementKind",
      "变动类型",
      ["变动类别", "变动情况", "变动原因"],
      ["调入", "调出", "离职", "返聘", "退休", "去世", "离川"],
      "调出",
      "人员发生了哪一种变动；辞职、解除合同按离职处理。",
      true,
    ),
    creditCode(
      "fromCode",
      "原单位统一社会信用代码",
      ["原单位信用代码", "原单位社会信用代码", "调出单位统一社会信用代码"],
      false,
      "变动前所在单位的统一社会信用代码。",
    ),
    creditCode(
      "toCode",
      "新单位统一社会信用代码",
      ["新单位信用代码", "新单位社会信用代码", "调入单位统一社会信用代码"],
      false,
      "变动后所在单位的统一社会信用代码。",
      null,
    ),
    day("movedOn", "变动日期", ["变动时间", "发生日期"], "2026-03-31", "变动发生的日期。", "past", true),
  ],
} as const satisfies Record<string, readonly Column[]>;

export type SheetKind = keyof typeof COLUMNS;

export function columnsOf(kind: SheetKind): readonly Column[] {
  return COLUMNS[kind];
}

/** How the ledger heads a column, whether a sheet has it or not; null for a key that is no column. */
export function headerOf(kind: SheetKind, key: string): string | null {
  return columnsOf(kind).find((each) => each.key === key)?.header ?? null;
}

/** What a cell of the column holds; one parser each. */
export type ColumnType =
  | "name"
  | "text"
  | "word"
  | "flag"
  | "count"
  | "score"
  | "share"
  | "year"
  | "day"
  | "validFrom"
  | "validUntil"
  | "quarter"
  | "level"
  | "levels"
  | "condition"
  | "creditCode"
  | "idNumber"
  | "certificateNumber"
  | "filingNumber"
  | "occupationCode"
  | "city"
  | "county"
  | "sector"
  | "recommender";

export interface Column {
  /** The parsed content's key. */
  readonly key: string;
  readonly header: string;
  /** Text of a group header that may stand over the column in a row of its own. */
  readonly group: string | null;
  readonly synonyms: readonly string[];
  readonly required: boolean;
  readonly type: ColumnType;
  /** The drop-down of the template; other ways to write a value are the parser's business. */
  readonly values: readonly string[] | null;
  readonly example: string | number | null;
  readonly meaning: string;
  /** The day states that something happened, so it cannot lie in the future. */
  readonly past: boolean;
  /** Longest text that is taken. */
  readonly maxLength: number;
}

/** Columns of a correction workbook, known and ignored when it comes back. */
export const PROBLEM_HEADER = "问题";
export const ORIGINAL_ROW_HEADER = "原行号";
export const IGNORED_HEADERS: readonly string[] = [PROBLEM_HEADER, ORIGINAL_ROW_HEADER, "序号", "编号"];

/** Sheets that are planned but not read yet: enough of their headers to call them by name. */
export const LATER_SHEETS: readonly { readonly name: string; readonly headers: readonly string[] }[] = [
  {
    name: "推荐汇总表",
    headers: [
      "申报等级",
      "高级技师证书编号",
      "取得高级技师时间",
      "高级技师岗位工作年限",
      "国籍",
      "拟聘岗位",
      "初评方式",
      "初评结果",
    ],
  },
  { name: "年度考核备案表", headers: ["考核年度", "考核等次", "考核日期", "是否终期考核", "带徒传技人数", "处理意见"] },
  { name: "建设单位名单", headers: ["清单类型", "列入年度", "列入日期", "移出日期", "移出原因"] },
  { name: "年度建设任务", headers: ["任务指标", "任务数"] },
];

/** A row whose unit or person begins so is the template's own example. */
export const EXAMPLE_MARK = "示例";

function UNIT_NAMES(): readonly string[] {
  return [
    "单位名称",
    "企业名称",
    "用人单位",
    "用人单位名称",
    "所在单位",
    "所在单位名称",
    "填报单位",
    "建设单位",
    "建设单位名称",
  ];
}

function CODE_NAMES(): readonly string[] {
  return [
    "社会信用代码",
    "信用代码",
    "统一信用代码",
    "单位统一社会信用代码",
    "企业统一社会信用代码",
    "所在单位统一社会信用代码",
  ];
}

function enterprise({ sector }: { readonly sector: boolean }): readonly Column[] {
  return [
    name("name", "单位名称", UNIT_NAMES(), true, "示例单位（请删除本行）", "营业执照上的单位全称。"),
    creditCode("creditCode", "统一社会信用代码", CODE_NAMES(), true, "18位统一社会信用代码，单位以它识别。"),
    word(
      "ownership",
      "企业类别",
      ["企业类型", "单位类别"],
      ["省属国企", "地方国企", "大型优质民企", "中央在川企业", "其他"],
      "省属国企",
      "企业类别，决定适用的覆盖面目标（二（二））。",
      true,
    ),
    recommender("推荐单位（隶属关系）"),
    column("cityCode", "所属市（州）", "city", {
      synonyms: ["市州", "市（州）", "所在市（州）", "所属市州", "所在市州", "所属市", "所在市"],
      required: true,
      values: cities.items.map((city) => city.name),
      example: "成都市",
      meaning: "单位所在的市（州）。",
    }),
    column("countyCode", "所属县（市、区）", "county", {
      synonyms: ["县（市、区）", "所在县（市、区）", "所属县", "所属区县", "所在区县", "区县", "县市区", "所属县市区"],
      example: "锦江区",
      meaning: "单位所在的县（市、区）。",
    }),
    column("sectorCode", "所属产业", "sector", {
      synonyms: ["产业", "所属行业", "行业领域", "所属行业（领域）", "所属产业领域", "主要产业"],
      required: sector,
      values: sectors.systems.flatMap((system) => system.items.map((item) => item.name)),
      example: "装备制造",
      meaning: "“5+1”“10+3”“4+6”中的一个主要产业，或急需紧缺、其他。",
    }),
    flag(
      "inShortage",
      "是否急需紧缺",
      ["急需紧缺", "是否急需紧缺行业", "是否属于急需紧缺行业（领域）"],
      "否",
      "是否属于急需紧缺行业（领域）。",
    ),
    flag(
      "mainlySkilled",
      "是否以技能人员为主体",
      ["以技能人员为主体", "是否技能人员为主体"],
      "是",
      "是否以技能人员为主体（二（一））。",
    ),
    creditCode(
      "groupCode",
      "所属集团统一社会信用代码",
      ["集团统一社会信用代码", "所属集团信用代码", "所属集团社会信用代码", "集团信用代码"],
      false,
      "所属集团母公司的统一社会信用代码。",
      null,
    ),
  ];
}

interface Details {
  readonly group?: string;
  readonly synonyms?: readonly string[];
  readonly required?: boolean;
  readonly values?: readonly string[];
  readonly example: string | number | null;
  readonly meaning: string;
  readonly past?: boolean;
  readonly maxLength?: number;
}

function column(key: string, header: string, type: ColumnType, details: Details): Column {
  return {
    key,
    header,
    group: details.group ?? null,
    synonyms: (details.synonyms ?? []).filter((synonym) => synonym !== header),
    required: details.required ?? false,
    type,
    values: details.values ?? null,
    example: details.example,
    meaning: details.meaning,
    past: details.past ?? false,
    maxLength: details.maxLength ?? 200,
  };
}

function name(
  key: string,
  header: string,
  synonyms: readonly string[],
  required: boolean,
  example: string | null,
  meaning: string,
): Column {
  return column(key, header, "name", { synonyms, required, example, meaning });
}

function text(
  key: string,
  header: string,
  synonyms: readonly string[],
  example: string | null,
  meaning: string,
  maxLength = 200,
): Column {
  return column(key, header, "text", { synonyms, example, meaning, maxLength });
}

function word(
  key: string,
  header: string,
  synonyms: readonly string[],
  values: readonly string[],
  example: string | null,
  meaning: string,
  required = false,
): Column {
  return column(key, header, "word", { synonyms, values, example, meaning, required });
}

function level(
  key: string,
  header: string,
  synonyms: readonly string[],
  values: readonly string[],
  example: string,
  meaning: string,
): Column {
  return column(key, header, "level", { synonyms, values, example, meaning, required: true });
}

function flag(key: string, header: string, synonyms: readonly string[], example: string, meaning: string): Column {
  return column(key, header, "flag", { synonyms, values: ["是", "否"], example, meaning });
}

function count(
  key: string,
  header: string,
  synonyms: readonly string[],
  example: number,
  meaning: string,
  required = false,
): Column {
  return column(key, header, "count", { synonyms, example, meaning, required });
}

/** A part of the total before it, headed 其中：. */
function part(key: string, header: string, synonyms: readonly string[], example: number, meaning: string): Column {
  const names = [header, ...synonyms];
  return column(key, `其中：${header}`, "count", {
    group: "其中：",
    synonyms: names.flatMap((each) => [`其中：${each}`, each]),
    example,
    meaning,
  });
}

function score(key: string, header: string, synonyms: readonly string[], meaning: string): Column {
  return column(key, header, "score", { synonyms, example: null, meaning });
}

function day(
  key: string,
  header: string,
  synonyms: readonly string[],
  example: string | null,
  meaning: string,
  tense: "past" | "any" = "any",
  required = false,
): Column {
  return column(key, header, "day", { synonyms, example, meaning, required, past: tense === "past" });
}

function creditCode(
  key: string,
  header: string,
  synonyms: readonly string[],
  required: boolean,
  meaning: string,
  example: string | null = "91510000MA0000000C",
): Column {
  return column(key, header, "creditCode", { synonyms, required, example, meaning, maxLength: 18 });
}

function idNumber(): Column {
  return column("idNumber", "证件号码", "idNumber", {
    synonyms: [
      "身份证号",
      "身份证号码",
      "公民身份号码",
      "公民身份证号码",
      "居民身份证号码",
      "居民身份证号",
      "身份证件号码",
      "证件号",
    ],
    required: true,
    example: "510000199001010018",
    meaning: "身份证件号码，请先把单元格设为文本再填写。系统加密保存，只显示首尾几位。",
    maxLength: 30,
  });
}

function filingNumber(key: string, header: string, synonyms: readonly string[], meaning: string): Column {
  return column(key, header, "filingNumber", { synonyms, example: "Y000051000000", meaning, maxLength: 13 });
}

function occupationCode(required: boolean): Column {
  return column("occupationCode", "职业编码", "occupationCode", {
    synonyms: ["职业代码", "职业/工种编码", "职业（工种）编码", "职业工种编码", "职业（工种）代码"],
    required,
    example: "6-31-01-03",
    meaning: "《职业分类大典》中的职业编码，如 6-31-01-03。",
    maxLength: 10,
  });
}

function recommender(header: string): Column {
  return column("recommender", header, "recommender", {
    synonyms: ["推荐单位（隶属关系）", "推荐单位", "主管渠道", "隶属关系", "推荐单位（市州人社局/省级主管部门）"],
    example: "成都市人力资源和社会保障局",
    meaning: "市（州）人社局，或省级主管部门（省属企业，列入省本级）。",
  });
}
