/**
 * The field's words: the name in code, API and documents, the label that people read, what it means here, and where
 * 川人社规〔2024〕10号 speaks of it. One word for one thing: whoever needs another one adds it here first.
 */
export interface Term {
  readonly code: string;
  readonly label: string;
  readonly meaning: string;
  /** The plan's clause, as `policy` writes it; null: the plan does not speak of it. */
  readonly clause: string | null;
  /** The closed list of values, where the word has one. */
  readonly values?: readonly TermValue[];
}

export interface TermValue {
  readonly code: string;
  readonly label: string;
  readonly meaning: string;
}

export const GLOSSARY: readonly Term[] = [
  // ------------------------------------------------------------------------------------------------ places and answers
  {
    code: "City",
    label: "市（州）",
    meaning: "四川的21个市和自治州；企业在哪里，就算在哪里的地图和产业里。",
    clause: null,
  },
  { code: "County", label: "县（市、区）", meaning: "四川的183个县级行政区，各属一个市（州）。", clause: null },
  {
    code: "Responsibility",
    label: "责任单位",
    meaning:
      "管理这家企业、对它的进度负责的一方：21个市（州）人社局之一，或省本级（代码510000，省级部门推荐的企业）。由“推荐单位（隶属关系）”得出，与企业所在地是两种分法。",
    clause: "五(一)",
  },
  // ------------------------------------------------------------------------------------------------ enterprises
  {
    code: "SectorSystem",
    label: "产业体系",
    meaning: "产业的大类；每家企业只有一个主产业，各体系相加等于全省。",
    clause: "二(三)",
    values: [
      { code: "INDUSTRY_5_1", label: "“5+1”现代工业", meaning: "六个工业产业。" },
      { code: "AGRICULTURE_10_3", label: "“10+3”现代农业", meaning: "十三个农业产业。" },
      { code: "SERVICES_4_6", label: "“4+6”现代服务业", meaning: "十个服务业。" },
      { code: "SHORTAGE", label: "急需紧缺行业（领域）", meaning: "主产业就是急需紧缺行业，不在前三类之内。" },
      { code: "OTHER", label: "其他", meaning: "不在以上各类，或没有填产业。" },
    ],
  },
  { code: "Sector", label: "产业", meaning: "产业体系里的一个产业；一家企业一个。", clause: "二(三)" },
  {
    code: "inShortage",
    label: "是否急需紧缺",
    meaning: "企业另带的一个标记，可以与任何产业重叠，所以从不与产业一起求和。",
    clause: "二(三)",
  },
  {
    code: "Ownership",
    label: "企业类别",
    meaning: "企业按出资和规模分的类；前三类各有认定覆盖面的目标。",
    clause: "二(二)",
    values: [
      { code: "PROVINCIAL_SOE", label: "省属国企", meaning: "省属国有企业；认定覆盖面目标95%。" },
      { code: "LOCAL_SOE", label: "地方国企", meaning: "市（州）、县所属国有企业；目标85%。" },
      { code: "LARGE_PRIVATE", label: "大型优质民企", meaning: "已备案的，目标75%。" },
      { code: "CENTRAL_SOE", label: "中央在川企业", meaning: "中央企业在四川的单位；不设目标，备案的计入全省。" },
      { code: "OTHER", label: "其他", meaning: "以上各类之外的企业；不设目标，备案的计入全省。" },
    ],
  },
  {
    code: "Enterprise",
    label: "用人单位",
    meaning: "实施认定的单位，清单上又叫建设单位；以统一社会信用代码为准，改了名称还是同一家。",
    clause: "三(一)",
  },
  {
    code: "creditCode",
    label: "统一社会信用代码",
    meaning: "18位，末位是校验位；错一位就退回，从不猜。",
    clause: "GB 32100-2015",
  },
  {
    code: "Group",
    label: "集团",
    meaning: "以上级单位的统一社会信用代码相连的一组企业；没有填的自成一个集团。",
    clause: null,
  },
  {
    code: "mainlySkilled",
    label: "是否以技能人员为主体",
    meaning: "2024年底全部启动认定的要求，只对以技能人员为主体的省属国企。",
    clause: "二(一)",
  },
  {
    code: "Launch",
    label: "启动实施",
    meaning: "企业开始认定的那一天。",
    clause: "二(一)",
  },
  // ------------------------------------------------------------------------------------------------ filings
  {
    code: "Filing",
    label: "备案",
    meaning: "企业向人社部门备案后才能自主认定；同一机构备案号下一期接一期，每期有起止日期、职业和等级。",
    clause: "四(一)",
  },
  {
    code: "FilingKind",
    label: "备案类型",
    meaning: "一次备案办的是什么。",
    clause: "四(一)",
    values: [
      { code: "FIRST", label: "首次", meaning: "第一次备案。" },
      { code: "RENEWAL", label: "续期", meaning: "到期后同一备案号的又一期。" },
      { code: "ADDITION", label: "增项", meaning: "期内增加职业或等级。" },
      { code: "CHANGE", label: "变更", meaning: "单位情况有变。" },
      { code: "WITHDRAWAL", label: "注销", meaning: "不再认定。" },
    ],
  },
  {
    code: "FilingStatus",
    label: "备案状态",
    meaning: "在某一天看，企业的备案处于哪一步；只看有效期和注销日期，不看备案日期。",
    clause: "四(一)",
    values: [
      { code: "NOT_FILED", label: "未备案", meaning: "没有任何一期，也没有说要备案。" },
      { code: "PLANNED", label: "拟备案", meaning: "说要备案，或第一期还没有开始。" },
      { code: "FILED", label: "已备案", meaning: "有一期当天有效。" },
      { code: "LAPSED", label: "到期未续", meaning: "最后一期已过；180天内仍留在统计范围里。" },
      { code: "WITHDRAWN", label: "已注销", meaning: "已注销，从注销之日起离开统计范围。" },
    ],
  },
  {
    code: "BuildTier",
    label: "清单类型",
    meaning: "年度清单上的安排；从不决定谁计入覆盖面。",
    clause: "五(二)",
    values: [
      { code: "BUILD", label: "建设", meaning: "当年建设。" },
      { code: "RESERVE", label: "储备", meaning: "储备，准备下一年建设。" },
      { code: "PROSPECT", label: "谋划", meaning: "还在谋划。" },
    ],
  },
  { code: "AnnualTask", label: "年度建设任务", meaning: "责任单位一年要完成的数目。", clause: "五(二)" },
  { code: "Bulletin", label: "通报", meaning: "厅里对各地进展的通报。", clause: "五(一)" },
  // ------------------------------------------------------------------------------------------------ levels and certificates
  {
    code: "SkillLevel",
    label: "职业技能等级",
    meaning: "八个等级，从低到高；企业可以另起名称，但要对应到这八个。企业内部的“首席技师”不等于评定的首席技师。",
    clause: "附件1",
    values: [
      { code: "APPRENTICE", label: "学徒工", meaning: "证书编号第16位是X；单列一级，不算持证。" },
      { code: "JUNIOR", label: "初级工", meaning: "五级，第16位是5；从这一级起算持证。" },
      { code: "INTERMEDIATE", label: "中级工", meaning: "四级，第16位是4。" },
      { code: "SENIOR", label: "高级工", meaning: "三级，第16位是3；从这一级起算高技能人才。" },
      { code: "TECHNICIAN", label: "技师", meaning: "二级，第16位是2。" },
      { code: "SENIOR_TECHNICIAN", label: "高级技师", meaning: "一级，第16位是1；认定所能给的最高一级。" },
      { code: "SPECIAL_TECHNICIAN", label: "特级技师", meaning: "第16位是T；只由评聘产生，有推荐名额。" },
      { code: "CHIEF_TECHNICIAN", label: "首席技师", meaning: "第16位是S；只由评聘产生，原则上从特级技师中选。" },
    ],
  },
  {
    code: "Occupation",
    label: "职业（工种）",
    meaning: "《职业分类大典》里的技能类职业，以编码为准；只写名称的，要在备案里对得上唯一一个编码。",
    clause: "三(三)",
  },
  {
    code: "RecognitionMethod",
    label: "认定方式",
    meaning: "等级是怎样得来的。",
    clause: "四(五)",
    values: [
      { code: "GRADING", label: "定级考评", meaning: "按岗位条件、日常表现和业绩定级。" },
      {
        code: "DIRECT",
        label: "直接认定",
        meaning: "不考理论和操作，看业绩和现场评审；限初级工到高级技师，条件见附件2。",
      },
      { code: "CONTEST", label: "以赛代评", meaning: "凭竞赛成绩认定。" },
      { code: "APPRENTICESHIP", label: "学徒转正定级", meaning: "学徒学习期和试用期满后考核定级。" },
      { code: "EXAMINATION", label: "等级考核", meaning: "按国家职业标准或评价规范考核。" },
      { code: "APPRAISAL", label: "评聘", meaning: "只用于特级技师和首席技师。" },
    ],
  },
  {
    code: "Certificate",
    label: "证书",
    meaning:
      "一个人在一个单位取得一个等级的凭证：编号、所在单位、评价机构、职业、等级、方式、发证日期，可能有注销日期。",
    clause: "附件1 注2",
  },
  {
    code: "CertificateKind",
    label: "证书类别",
    meaning: "两类证书都计入持证，各有编号规则。",
    clause: "附件1",
    values: [
      { code: "LEVEL", label: "职业技能等级证书", meaning: "由备案的用人单位、院校或社会评价组织颁发。" },
      { code: "QUALIFICATION", label: "职业资格证书", meaning: "由国家职业资格制度颁发。" },
    ],
  },
  {
    code: "EmploymentType",
    label: "用工形式",
    meaning: "人以什么形式在单位工作；不论哪一种，都算在实际工作的单位。",
    clause: "三(二)",
    values: [
      { code: "CONTRACT", label: "本单位在岗职工", meaning: "与本单位签订合同。" },
      { code: "DISPATCHED", label: "劳务派遣", meaning: "合同在派遣单位，人在这里。" },
      { code: "OUTSOURCED", label: "劳务外包", meaning: "合同在承包单位，人在这里。" },
      { code: "INTERN", label: "实习", meaning: "在这里实习；默认计入，可以在口径里去掉。" },
      { code: "AFFILIATED", label: "隶属单位在岗职工", meaning: "有隶属关系的单位的职工。" },
    ],
  },
  {
    code: "HeadcountReport",
    label: "技能岗位从业人员统计表（季报）",
    meaning: "单位在一个季度末报的技能岗位人数，按用工形式分，另有单位自己数的持证人数。",
    clause: "三(二)",
  },
  {
    code: "Movement",
    label: "人员变动",
    meaning: "人来、走、退休或去世；决定某一天人算在哪个单位。",
    clause: null,
    values: [
      { code: "TRANSFER_OUT", label: "调出", meaning: "写明新单位的随即算到新单位，没有写的离开原单位。" },
      { code: "LEAVE", label: "离职", meaning: "同上；辞职、解除合同也读作离职。" },
      { code: "TRANSFER_IN", label: "调入", meaning: "算到新单位。" },
      { code: "REHIRE", label: "返聘", meaning: "退休后又回来，算到新单位。" },
      { code: "RETIREMENT", label: "退休", meaning: "不再算在任何单位；称号的待遇停止。" },
      { code: "LEAVE_SICHUAN", label: "离川", meaning: "不再算在任何单位；称号的待遇停止。" },
      { code: "DEATH", label: "去世", meaning: "此后的一切都不再算。" },
    ],
  },
  // ------------------------------------------------------------------------------------------------ titles
  {
    code: "Place",
    label: "推荐名额",
    meaning: "一个责任单位在一个批次里最多能推荐几名特级技师；与评定目标是两回事。",
    clause: "四(六)",
  },
  { code: "goal", label: "评定目标", meaning: "2024年至2027年共评定首席技师100名、特级技师1000名。", clause: "二(三)" },
  { code: "Nomination", label: "推荐", meaning: "单位提出、责任单位审核的人选。", clause: "四(六)" },
  {
    code: "Appraisal",
    label: "评定",
    meaning: "省里综评、公示、核准的结果；再次评定不重复计数，取消的从中减去。",
    clause: "四(六)",
    values: [
      { code: "FIRST", label: "首次", meaning: "第一次评定为这个等级。" },
      { code: "AGAIN", label: "再次", meaning: "管理期满后又一次评定。" },
    ],
  },
  {
    code: "cancelled",
    label: "取消",
    meaning: "称号因考核不合格等情形被取消，从取消之日起不再是这个等级。",
    clause: "附件4 第七条",
  },
  {
    code: "Term",
    label: "管理期",
    meaning: "核准次月1日起的三年。",
    clause: "附件4 第一条",
  },
  {
    code: "inOffice",
    label: "管理期内",
    meaning: "当天在管理期里，且没有取消、退休、去世或离川的人；两个称号都有的只在首席技师里算一次。",
    clause: "附件4 第八条",
  },
  {
    code: "Assessment",
    label: "年度考核 / 终期考核",
    meaning: "管理期内每年一次，期满一次；报厅里备案。",
    clause: "附件4 第五条",
    values: [
      { code: "EXCELLENT", label: "优秀", meaning: "可以再次被推荐。" },
      { code: "QUALIFIED", label: "合格", meaning: "可以再次被推荐。" },
      { code: "UNQUALIFIED", label: "不合格", meaning: "取消等级。" },
    ],
  },
  { code: "leader", label: "高技能领军人才", meaning: "特级技师和首席技师的统称。", clause: "四(九)" },
  // ------------------------------------------------------------------------------------------------ figures
  {
    code: "coverage",
    label: "认定覆盖面",
    meaning: "持证人数占技能岗位从业人员的比例，按一组单位合在一起算。",
    clause: "二(二)",
  },
  {
    code: "skilledHeadcount",
    label: "技能岗位从业人员",
    meaning: "截至某日最近一期季报的合计，各种用工形式都在内；没有可用季报的单位算未报送，不算0。",
    clause: "三(二)",
  },
  {
    code: "certifiedHeadcount",
    label: "持证人数",
    meaning: "当天在单位里、至少有一本有效证书的人，一人只算一次，按最高等级。",
    clause: "二(二)",
  },
  {
    code: "rateLow",
    label: "下限",
    meaning: "把未报送的单位也按已知人数算进分母、当作无人持证时的覆盖面。",
    clause: null,
  },
  {
    code: "gapHeadcount",
    label: "还需认定",
    meaning: "要达到目标还差多少人，至少为0。",
    clause: "二(二)",
  },
  {
    code: "path",
    label: "目标进度线",
    meaning: "从2024年底的实际值到目标值的一条直线，用来看今天是快是慢。",
    clause: null,
  },
  {
    code: "levelPyramid",
    label: "等级结构",
    meaning: "按每人最高等级分八级数人。",
    clause: "附件1",
  },
  {
    code: "highSkilledShare",
    label: "高技能人才占比",
    meaning: "高级工及以上的人占持证人数的比例。",
    clause: null,
  },
  {
    code: "proof",
    label: "口径与溯源",
    meaning: "一个数字是怎样算出来的：分子、分母、口径、条款、日期，以及能追到的每一行。",
    clause: null,
  },
  {
    code: "TargetStatus",
    label: "进度状态",
    meaning: "一个数字与目标相比处于哪一步。",
    clause: "二(二)",
    values: [
      { code: "ATTAINED", label: "已达标", meaning: "达到，未报送的单位按最坏情况算也达到。" },
      { code: "TO_CONFIRM", label: "达标待核", meaning: "达到，但未报送的单位可能拉下来。" },
      { code: "ON_TRACK", label: "预计可达标", meaning: "还没有到，照进度能到。" },
      { code: "AT_RISK", label: "预警", meaning: "比进度差5个百分点以内。" },
      { code: "OFF_TRACK", label: "进度滞后", meaning: "比进度差5个百分点以上。" },
      { code: "AWAITING", label: "待年终核定", meaning: "到期了，等次年1月31日的数据。" },
      { code: "MISSED", label: "未按期达标", meaning: "到期没有达到。" },
      { code: "ATTAINED_LATE", label: "逾期达标", meaning: "到期没有达到，后来达到了。" },
      { code: "NO_TARGET", label: "不设目标", meaning: "这一类没有目标，或混了几类。" },
      { code: "NO_DATA", label: "无数据", meaning: "没有可用的数据，另说明原因。" },
    ],
  },
  // ------------------------------------------------------------------------------------------------ people and work
  {
    code: "CityBureau",
    label: "市（州）人社局",
    meaning: "市（州）人力资源和社会保障局，管理属地企业的一方。",
    clause: "五(一)",
  },
  {
    code: "LedgerKind",
    label: "台账种类",
    meaning: "报来的表是哪一种；看表头认，不看工作表的名称。",
    clause: null,
    values: [
      { code: "DIRECTORY", label: "企业名录", meaning: "有哪些企业，属于哪一类。" },
      { code: "FILINGS", label: "备案台账", meaning: "一行一个备案期的一个职业。" },
      { code: "HEADCOUNTS", label: "技能岗位从业人员统计表（季报）", meaning: "一行一家单位的一个季度。" },
      { code: "CERTIFICATES", label: "证书台账", meaning: "一行一本证书。" },
      { code: "APPRAISALS", label: "评定名单", meaning: "省里核准的特级技师和首席技师，只由省厅经办报送。" },
      { code: "MOVEMENTS", label: "人员变动", meaning: "一行一个人的一次变动。" },
    ],
  },
  {
    code: "ImportBatch",
    label: "批次",
    meaning: "一次报送中的一个文件；整批生效或整批不生效，可以撤回。",
    clause: null,
  },
  {
    code: "Audit",
    label: "操作日志",
    meaning: "谁在何时因何做了什么；与所做的事在同一笔写入里，不能另改。",
    clause: null,
  },
];
