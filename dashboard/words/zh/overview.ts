/** Printed parts of one class's sentence; every figure arrives printed. */
export interface ClassPhrase {
  readonly name: string;
  readonly rate: string;
  readonly target: string;
  readonly gap: string;
  readonly needed: string;
  readonly recent: string;
  readonly days: string;
  readonly unreported: string;
  readonly low: string;
  readonly reason: string;
}

const TIMES = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/** 总览. Sentences mark what stands out: `**words**`, `[[numbers]]`, `|` where a line may break. */
export const zhOverview = {
  question: "总览 · 年底会不会达标，差多少人，该催谁",
  toolbar: {
    asOf: "截至",
    asOfLabel: (day: string) => `截至${day}，更换日期`,
    today: "今天",
    lastMonth: "上月末",
    lastQuarter: "上季末",
    lastYear: "上年末",
    basis: "依据",
    filters: "筛选",
    print: "打印",
    clear: "全部清除",
    remove: (name: string) => `去掉“${name}”`,
    all: "全部",
    yes: "是",
    no: "否",
    responsibility: "责任单位",
    city: "市（州）",
    system: "产业体系",
    sector: "产业",
    ownership: "企业类别",
    shortage: "急需紧缺",
    shortageOnly: "急需紧缺",
    shortageNot: "非急需紧缺",
    unit: "单位",
    switched: {
      apprentices: { true: "计入学徒工", false: "不计学徒工" },
      interns: { true: "计入实习人员", false: "不计实习人员" },
      outsideCertificates: { true: "计入外部证书", false: "不计外部证书" },
      qualifications: { true: "计入职业资格证书", false: "不计职业资格证书" },
    },
  },
  empty: {
    answer: "台账还是空的，还没有可以算的数。把下面几种台账报上来，这里就有答案。",
    steps: [
      { name: "企业名录、备案台账", gives: "哪些单位算进来，备案期多长，评什么职业、什么等级" },
      { name: "季报", gives: "技能岗位从业人员，认定覆盖面的分母" },
      { name: "证书台账、人员变动", gives: "谁持证、在哪个单位，认定覆盖面的分子" },
      { name: "评定名单", gives: "特级技师和首席技师" },
    ],
    action: "去上报",
  },
  refused: {
    title: "地址里的条件不成立",
    action: "清除全部条件",
  },

  answer: {
    whole: (day: string, head: string, classes: readonly string[]) => `截至${day}，${head}：|${classes.join("；|")}。`,
    /** “两类预警、一类已达标” */
    counts: (counts: readonly { readonly word: string; readonly times: number }[], all: number) =>
      counts.length === 1 && all > 1
        ? `**${TIMES[all] ?? all}类都${counts[0]?.word}**`
        : `**${counts.map(({ word, times }) => `${TIMES[times] ?? times}类${word}`).join("、")}**`,
    one: (word: string) => `**${word}**`,
    short: (p: ClassPhrase) =>
      `${p.name}[[${p.rate}]]，还差[[${p.gap}人]]，|月需${p.needed}人、近一年月均${p.recent}人`,
    soon: (p: ClassPhrase) => `${p.name}[[${p.rate}]]，还差[[${p.gap}人]]，|还剩${p.days}天，近一年月均${p.recent}人`,
    after: (p: ClassPhrase) => `${p.name}[[${p.rate}]]，还差[[${p.gap}人]]`,
    attained: (p: ClassPhrase) => `${p.name}[[${p.rate}]]，已过${p.target}`,
    toConfirm: (p: ClassPhrase) => `${p.name}[[${p.rate}]]，已过${p.target}，待${p.unreported}户补报`,
    noTarget: (p: ClassPhrase) => `${p.name}[[${p.rate}]]`,
    none: (p: ClassPhrase) => `${p.name}${p.reason}`,
    nothing: "没有符合条件的单位",
  },
  who: {
    responsibilities: "该催的责任单位",
    enterprises: "缺口最大的单位",
    people: (count: string) => `${count}人`,
    none: "没有缺口",
  },

  bullet: {
    whole: "三类企业的认定覆盖面",
    columns: {
      ownership: "企业类别",
      status: "状态",
      rate: "认定覆盖面（%）",
      target: "目标",
      change: "较上月末（百分点）",
      gap: "还需认定（人）",
      needed: "要达标每月需（人）",
      recent: "近一年每月实际（人）",
      certified: "计入的持证人数（人）",
      headcount: "技能岗位人数（人）",
      low: "未报送按零计（%）",
      attaining: "达标单位（户）",
      targeted: "设目标的已报送单位（户）",
      units: "单位（户）",
      unreported: "未报送（户）",
      reporting: "报送率（%）",
    },
    target: (target: string) => `目标${target}以上`,
    tick: (target: string) => `目标${target}`,
    change: (points: string) => `较上月末${points}个百分点`,
    noChange: "上月末无数据",
    gap: "还需认定",
    gapToConfirm: (units: string) => `还需认定 · 待${units}户报送后核定`,
    needed: "要达标每月需",
    neededUnit: "人/月",
    days: "距到期",
    daysUnit: "天",
    recent: "近一年每月实际",
    attaining: "达标单位",
    reporting: "报送率",
    unreported: (units: string) => `${units}户未报送`,
    allReported: "全部已报送",
    low: (rate: string) => `未报送按零计${rate}`,
    lowHead: "未报送按零计",
    attainedOnDue: { true: "到期日已达标", false: "到期日未达标" },
    neutral: (name: string) => `${name}认定覆盖面`,
    sentence: (name: string, rate: string, target: string, status: string, gap: string) =>
      `${name}认定覆盖面${rate}，目标${target}，${status}，还需认定${gap}人。`,
    noneSentence: (name: string, reason: string) => `${name}：${reason}。`,
  },

  gaps: {
    neutral: "各责任单位还需认定人数",
    finding: (names: string) => `${names}缺口最大`,
    findingOne: (name: string) => `${name}缺口最大`,
    nobody: "各责任单位都没有缺口",
    note: (sum: string) => `按责任单位，逐户合计${sum}人`,
    order: "排序",
    byGap: "按缺口",
    official: "按区划",
    rank: "名次",
    responsibility: "责任单位",
    people: "还需认定（人，逐户合计）",
    classRate: (name: string) => `${name} %`,
    unreported: (units: string) => `${units}户均未报送，不排名`,
    foot: "超额户不抵欠额户，故逐户合计大于上方缺口",
    sentence: (names: string) => `还需认定人数最多的责任单位：${names}。省本级单列，未报送的不排名。`,
    named: (name: string, people: string) => `${name}${people}人`,
    columns: {
      rank: "名次",
      responsibility: "责任单位",
      unitGap: "还需认定（人，逐户合计）",
      ofWhich: (name: string) => `其中：${name}（人）`,
      rate: (name: string) => `${name}（%）`,
      status: (name: string) => `${name}状态`,
      units: "单位（户）",
      unreported: "未报送（户）",
      reporting: "报送率（%）",
      attaining: "达标单位（户）",
      headcount: "技能岗位人数（人）",
      certified: "计入的持证人数（人）",
    },
  },

  places: {
    neutral: "按所在地的认定覆盖面",
    finding: (names: string) => `按所在地：${names}最低`,
    note: { grid: "认定覆盖面（%）与较上月末（百分点），全部类别", map: "认定覆盖面（%），全部类别" },
    view: "地图或方格",
    map: "地图",
    grid: "方格",
    none: "未报送或无单位",
    between: (low: number | undefined, high: number | undefined) =>
      low === undefined ? `${high}以下` : high === undefined ? `${low}以上` : `${low}—${high}`,
    sentence: (name: string, rate: string, change: string) => `${name}认定覆盖面${rate}，较上月末${change}个百分点`,
    noneSentence: (name: string, reason: string) => `${name}：${reason}`,
    overall: (highest: string, lowest: string) => `认定覆盖面最高的是${highest}，最低的是${lowest}。`,
    columns: {
      city: "市（州）",
      rate: "认定覆盖面（%）",
      change: "较上月末（百分点）",
      certified: "计入的持证人数（人）",
      headcount: "技能岗位人数（人）",
      units: "单位（户）",
      unreported: "未报送（户）",
      unitGap: "还需认定（人，逐户合计）",
      reason: "说明",
    },
  },

  titles: {
    neutral: "特级技师、首席技师与启动实施",
    finding: (chief: string, special: string) => `首席${chief}，特级${special}`,
    findingBoth: (word: string) => `首席、特级技师都${word}`,
    note: "横线为计划累计数，按批次计",
    remaining: (people: string) => `还需评定${people}人`,
    reached: "已达评定目标",
    ofGoal: (goal: string) => `/${goal}人`,
    peopleOnly: "人",
    batches: (year: number | null) => (year === null ? "还没有结批" : `截至${year}年批次已评定（净）`),
    planned: (people: string) => `计划${people}`,
    open: "未评定",
    year: (year: number) => `${year}年`,
    launch: (due: string) => `${due}启动`,
    launchNeutral: "启动实施",
    byDue: "到时",
    target: "目标",
    now: "现在",
    units: (units: string) => `${units}户`,
    unitsOf: (units: string, target: string) => `${units}/${target}户`,
    sentence: (level: string, net: string, goal: string, status: string) =>
      `${level}已评定${net}人，目标${goal}人，${status}。`,
    columns: {
      level: "等级或类别",
      batch: "批次或期限",
      planned: "计划累计",
      net: "评定累计（净）",
      appraised: "本批评定",
      cancelled: "本批取消",
      status: "状态",
    },
    launchBatch: (due: string | null) => (due === null ? "启动实施" : `启动实施，${due}到期`),
    launchNow: "启动实施，现在",
  },

  trend: {
    neutral: "三类企业的认定覆盖面走势",
    allBelow: (all: number): string => `${TIMES[all] ?? all}类都低于目标进度线`,
    below: (names: string, rest: boolean) => `${names}低于目标进度线${rest ? "，其余在线上" : ""}`,
    above: (all: number): string => (all > 1 ? "各类都在目标进度线以上" : "在目标进度线以上"),
    note: "认定覆盖面，每月末；虚线为目标进度线，各图纵轴跨度相同",
    path: "目标进度线",
    tooLittle: "满3个月后显示走势。",
    none: "没有符合条件的单位。",
    sentence: (name: string, from: string, first: string, to: string, last: string) =>
      `${name}从${from}的${first}到${to}的${last}。`,
    columns: {
      month: "月末",
      rate: (name: string) => `${name}（%）`,
      path: (name: string) => `${name}目标进度线（%）`,
    },
  },

  sectors: {
    neutral: "三个产业体系的认定覆盖面",
    finding: (system: string) => `三个产业体系：${system}还需认定的人最多`,
    note: "认定覆盖面；蓝点为体系合计，空心点为体系内各产业，竖线为该类企业目标",
    cut: (from: string) => `低于${from}的产业画在左端，以三角表示。`,
    counts: (units: string, sectors: string) => `${units}户 · ${sectors}个产业`,
    gapHead: "还需认定",
    people: (people: string) => (people === "0" ? "0" : `${people}人`),
    rest: (parts: string) => `另有：${parts}，见数据表。`,
    restPart: (name: string, units: string) => `${name}${units}户`,
    sentence: (system: string, rows: string) => `${system}：${rows}。`,
    /** The gap comes as it is printed beside the row, with its unit. */
    row: (name: string, rate: string, gap: string) =>
      gap === "0" ? `${name}${rate}，没有缺口` : `${name}${rate}，还需认定${gap}`,
    whole: "体系合计",
    name: (_code: string, name: string) => name,
    columns: {
      system: "产业体系",
      sector: "产业",
      ownership: "企业类别",
      rate: "认定覆盖面（%）",
      target: "目标",
      status: "状态",
      gap: "还需认定（人）",
      certified: "计入的持证人数（人）",
      headcount: "技能岗位人数（人）",
      units: "单位（户）",
      unreported: "未报送（户）",
    },
  },

  levels: {
    neutral: "等级结构",
    finding: (share: string) => `等级结构：高级工以上占${share}`,
    note: (people: string) => `${people}人持证，按最高等级各计一次；学徒工另列`,
    notCounted: "不计入认定",
    above: "以上为高技能人才",
    reconciled: (p: {
      readonly all: string;
      readonly counted: string;
      readonly unreported: string;
      readonly over: string;
      readonly outside: string | null;
    }) =>
      `${p.all}人 = 计入覆盖面${p.counted}人 + 未报送单位${p.unreported}人 + 超出技能岗位人数${p.over}人${
        p.outside === null ? "" : `；另有${p.outside}人在统计范围外的单位`
      }`,
    sentence: (level: string, people: string) => `${level}${people}人`,
    columns: { level: "等级", people: "人数（人）", share: "占持证人数（%）" },
  },

  attention: {
    title: (count: number) => (count === 0 ? "没有需要关注的事" : `需要关注的${TIMES[count] ?? count}件事`),
    neutral: "需要关注",
    all: (count: number) => `全部${count}件`,
    fewer: "收起",
    none: "各类都在目标进度线以上，全部单位已报送。",
    pace: (p: ClassPhrase) => `${p.name}还差${p.gap}人，须由每月${p.recent}人提高到${p.needed}人`,
    soon: (p: ClassPhrase) => `${p.name}还差${p.gap}人，还剩${p.days}天，近一年每月${p.recent}人`,
    after: (p: ClassPhrase) => `${p.name}没有按期达到${p.target}，还差${p.gap}人`,
    behind: (names: string, more: number | null, ownership: string) =>
      `${names}${more === null ? "" : `等${more}个责任单位`}的${ownership}进度滞后`,
    unreportedAll: (name: string, units: string) => `${name}${units}户全部未报送，不参加排名`,
    unreportedMany: (names: string, count: string) => `${names}等${count}个责任单位全部未报送，不参加排名`,
    unreported: (units: string, low: string, rate: string) => `${units}户未报送；按零计，认定覆盖面由${rate}降为${low}`,
    toConfirm: (p: ClassPhrase) => `${p.name}已过${p.target}，${p.unreported}户未报送，按零计为${p.low}`,
    lapsed: (units: string) => `${units}户备案已到期未续，宽限期内仍计入`,
    faulty: (units: string) => `${units}户持证人数多于技能岗位人数，按技能岗位人数计入，须核对`,
    quota: (level: string, net: string, planned: string, year: number) =>
      `${level}截至${year}年批次净${net}人，计划${planned}人`,
    launch: (name: string, reason: string) => `${name}启动实施：${reason}，算不出目标进度`,
    launchMissed: (name: string, byDue: string, target: string, now: string) =>
      `${name}到期时启动${byDue}/${target}户，现在${now}户`,
    word: { lapsed: "备案到期", faulty: "数据存疑", unreported: "未报送" },
    see: {
      units: "看名单",
      responsibility: "看单位",
      list: "看排名",
      titles: "看批次",
      imports: "去报送",
      proof: "看口径",
    },
    columns: { status: "状态", what: "事项" },
  },

  proof: {
    title: "口径与溯源",
    close: "关闭",
    numerator: "计入的持证人数",
    denominator: "技能岗位从业人员",
    people: (people: string) => `${people}人`,
    numeratorMeans: "截至当日在该单位工作、持有有效初级工及以上证书的人，一人计一次；每户以技能岗位人数为限。",
    denominatorMeans: "各单位最近一期季报的技能岗位从业人员合计，含劳务派遣、外包和实习；过期两个季度的不用。",
    definition: "定义",
    numbers: "数字",
    asOf: "截至",
    basis: "依据",
    clause: "条款",
    plan: (number: string, clause: string) => `${number} ${clause}`,
    due: "到期",
    target: "目标",
    status: "状态",
    gap: "还需认定",
    gapHow: (target: string, headcount: string, certified: string, gap: string) =>
      `⌈${target} × ${headcount}⌉ − ${certified} = ${gap}人`,
    gapNone: "已达到目标人数，没有缺口",
    unitGap: "逐户合计",
    unitGapMeans: "低于本类目标的单位各自还差的人数相加；超额户不抵欠额户，各责任单位相加等于全省。",
    low: "未报送按零计",
    lowMeans: "未报送单位按最近一次人数计入分母，持证按零计。",
    register: "台账持证人数",
    units: "统计范围",
    unitsOf: (units: string, unreported: string) => `${units}户，其中未报送${unreported}户`,
    attaining: "达标单位",
    attainingOf: (attaining: string, targeted: string) => `${attaining}/${targeted}户`,
    lapsed: "备案到期、宽限期内",
    faulty: "持证多于技能岗位",
    unitsCount: (units: string) => `${units}户`,
    switches: "口径开关",
    switchesMean: "改动后全页重算，写进地址，可以转发。",
    switch: {
      apprentices: "计入学徒工",
      interns: "计入实习人员",
      outsideCertificates: "计入外部评价机构的证书",
      qualifications: "计入职业资格证书",
    },
    decisions: "方案未写明、由本系统定的口径",
    behind: "背后的单位",
    behindOf: (shown: string, all: string) => `按缺口排列，${shown}/${all}户`,
    more: "再看20户",
    name: "单位",
    certifiedOfHeadcount: "持证/技能岗位",
    quotation: "方案原文",
    kinds: {
      coverage:
        "认定覆盖面 = 计入的持证人数 ÷ 技能岗位从业人员，全部已报送单位合并计算。未报送单位不进分子也不进分母，另列报送率。",
      gaps: "每个责任单位的数字是其低于本类目标的单位各自还差人数之和。名次按此排，并列同名次；省本级单列，未报送的不排。",
      places: "按单位所在地归集，不论由谁负责；与按责任单位的排名不可混用。颜色分五档，档界取整数，含下界。",
      trend: "每月末各算一次，与总数同一口径。目标进度线是从起算日的数值到到期日目标的直线。",
      sectors: "每个单位只归一个主要产业，各产业相加等于全省。同一体系内按企业类别分开，因为各类目标不同。",
      levels: "统计范围内单位的持证人，按最高等级各计一次；学徒工另列，不计入认定。高技能人才指高级工及以上。",
      titles: "方案规定的各批次中评定并核准的人数，减去取消的人数。只按已结批次与累计计划比较，不按天数。",
      launch: "启动实施日期不晚于当日的单位。省属国企以名录中以技能人员为主体的单位为范围。",
    },
    province: "全省",
    net: (appraised: string, cancelled: string, net: string) => `评定${appraised}人 − 取消${cancelled}人 = ${net}人`,
    inOffice: "管理期内",
  },

  file: {
    source: (basis: string) => `八级工进度台，${basis}`,
  },
  footer: {
    source: (day: string, basis: string, revision: string) =>
      `截至${day}；持证人数取自${basis}，技能岗位人数取自最近一期季报。数据版本第${revision}版。口径：川人社规〔2024〕10号 二(二)、三(一)、三(二)。`,
    map: "底图：Apache ECharts（Apache-2.0），示意，不作划界依据。",
  },
};
