import type {
  CoverageBasis,
  NoDataReason,
  Ownership,
  SectorSystem,
  SkillLevel,
  TargetStatus,
} from "../../terms.generated.ts";

const status: Readonly<Record<TargetStatus, string>> = {
  ATTAINED: "已达标",
  TO_CONFIRM: "达标待核",
  ON_TRACK: "预计可达标",
  AT_RISK: "预警",
  OFF_TRACK: "进度滞后",
  AWAITING: "待年终核定",
  MISSED: "未按期达标",
  ATTAINED_LATE: "逾期达标",
  NO_TARGET: "不设目标",
  NO_DATA: "无数据",
};

const noData: Readonly<Record<NoDataReason, string>> = {
  UNREPORTED: "未报送",
  OVERDUE: "逾期未报",
  NO_SUCH_ENTERPRISE: "无此类单位",
  NO_HEADCOUNT: "技能岗位为0",
  NO_DIRECTORY: "名录未导入",
  NO_LIST: "名单未导入",
};

const ownership: Readonly<Record<Ownership, string>> = {
  PROVINCIAL_SOE: "省属国企",
  LOCAL_SOE: "地方国企",
  LARGE_PRIVATE: "大型优质民企",
  CENTRAL_SOE: "中央在川企业",
  OTHER: "其他",
};

const sectorSystem: Readonly<Record<SectorSystem, string>> = {
  INDUSTRY_5_1: "“5+1”现代工业",
  AGRICULTURE_10_3: "“10+3”现代农业",
  SERVICES_4_6: "“4+6”现代服务业",
  SHORTAGE: "急需紧缺行业（领域）",
  OTHER: "其他",
};

const level: Readonly<Record<SkillLevel, string>> = {
  APPRENTICE: "学徒工",
  JUNIOR: "初级工",
  INTERMEDIATE: "中级工",
  SENIOR: "高级工",
  TECHNICIAN: "技师",
  SENIOR_TECHNICIAN: "高级技师",
  SPECIAL_TECHNICIAN: "特级技师",
  CHIEF_TECHNICIAN: "首席技师",
};

const basis: Readonly<Record<CoverageBasis, string>> = { REGISTER: "证书台账", REPORTED: "单位自报" };

/** The words every page shares: the product, the menu, the terms of the plan, the states of a card. */
export const zhCommon = {
  product: "八级工进度台",
  productLong: "四川省“新八级工”职业技能等级制度建设进度",
  skip: "跳到正文",
  menu: "主菜单",
  pages: { overview: "总览", imports: "数据上报", playground: "查询" },
  demo: "演示数据",
  demoLong: "演示数据：单位、人员、数字均为虚构，不得用于汇报。",
  demoLoading: {
    title: "正在装入演示数据…",
    text: "台账是空的，先装入一个虚构的省：约400户单位、6万人，像真的上报一样逐行核对，半分钟左右。装好后这里自动显示。",
    steps: { make: "编写工作簿", read: "读取", check: "核对", write: "入账" },
    rows: (rows: string) => `${rows}行`,
    see: "看上报历史",
    short: "正在装入演示数据…装好后自动更新。",
  },
  language: "English",
  languageLabel: "Switch to English",
  notFound: { title: "没有这个页面", text: "地址可能已变更。", action: "回到总览" },
  crashed: {
    failed: { title: "页面出错了", text: "数据没有受影响。刷新后再试。" },
    unreached: { title: "没取到这个页面", text: "连不上服务器，或系统刚更新过。刷新后再试。" },
    action: "刷新",
  },

  status,
  noData,
  ownership,
  sectorSystem,
  level,
  basis,
  place: (name: string) => name,
  coverage: "认定覆盖面",
  people: "人",
  units: "户",
  points: "个百分点",

  card: {
    table: "数据表",
    picture: "图",
    download: "下载",
    downloadLabel: (title: string) => `下载“${title}”的数据（CSV）`,
    proof: "口径",
    proofLabel: (title: string) => `打开“${title}”的口径与溯源`,
    tableLabel: (title: string) => `数据表：${title}`,
    pictureLabel: (title: string) => `图：${title}`,
    asOf: (day: string) => `截至${day}`,
    source: (text: string) => `来源：${text}`,
    loading: "正在取数",
    failed: (clock: string) => `没取到数据，${clock}。`,
    retry: "重试",
    takenAt: (clock: string) => `图为${clock}所取`,
    tooLittle: "满3个月后显示走势。",
    sortBy: (column: string) => `按${column}排序`,
    tableOf: (title: string) => `${title}，数据表`,
  },
  csv: { asOf: "截至", source: "来源", note: "说明", demo: "演示数据，不得用于汇报" },
  close: "关闭",
  colon: "：",
  semicolon: "；",
};
