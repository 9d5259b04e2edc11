import { Query, Resolver } from "type-graphql";
import { PLAN } from "../policy/clauses.ts";
import { GRACE_DAYS } from "../policy/filing-status.ts";
import { LEVEL_FACTS, levelFacts } from "../policy/levels.ts";
import { COVERAGE_TARGETS, closingDay, LAUNCH_TARGETS, PATH_BEGINS, TITLE_GOALS } from "../policy/targets.ts";
import { OWNERSHIP_LABELS } from "../policy/words.ts";
import { Policy, type PolicyDecision, type PolicyTarget } from "./policy.type.ts";

@Resolver()
export class PolicyResolver {
  @Query(() => Policy, { description: "所依据的方案：川人社规〔2024〕10号的目标、等级，以及本系统的口径。" })
  policy(): Policy {
    return { ...PLAN, targets: TARGETS, levels: LEVEL_FACTS, decisions: DECISIONS };
  }
}

const NONE = { ownership: null, level: null, rate: null, count: null };

const TARGETS: readonly PolicyTarget[] = [
  ...LAUNCH_TARGETS.flatMap(({ ownership, count, due, clause }) =>
    due === null
      ? []
      : [
          {
            ...NONE,
            id: `LAUNCH_${ownership}`,
            clause,
            text:
              count === null
                ? `至${yearOf(due)}年底，以技能人员为主体的${OWNERSHIP_LABELS[ownership]}全覆盖启动实施职业技能等级认定`
                : `至${yearOf(due)}年底，启动实施职业技能等级认定的${OWNERSHIP_LABELS[ownership]}达到${count}家`,
            ownership,
            rate: count === null ? 1 : null,
            count,
            due,
          },
        ],
  ),
  ...COVERAGE_TARGETS.map(({ ownership, percent, due, clause }) => ({
    ...NONE,
    id: `COVERAGE_${ownership}`,
    clause,
    text: `至${yearOf(due)}年底，${OWNERSHIP_LABELS[ownership]}技能岗位从业人员的认定覆盖面达到${percent}%以上`,
    ownership,
    rate: percent / 100,
    due,
  })),
  ...TITLE_GOALS.map(({ level, goal, due, clause }) => ({
    ...NONE,
    id: `TITLES_${level}`,
    clause,
    text: `2024年至${yearOf(due)}年，全省总计评定${levelFacts(level).name}达${goal}名`,
    level,
    count: goal,
    due,
  })),
];

const COVERAGE_DUE = COVERAGE_TARGETS[0]!.due;

/** What the plan leaves open, in words for readers; each rule itself stands in `policy/` and `figures/`. */
const DECISIONS: readonly PolicyDecision[] = [
  {
    id: "POPULATION",
    clause: "三(一)",
    text: `统计范围：省属国企、地方国企在台账或名录中的全部单位，不论是否备案；其他类别为备案有效、或到期未续不超过${GRACE_DAYS}天的单位。注销的单位自注销之日起退出`,
  },
  {
    id: "HEADCOUNT",
    clause: "三(二)",
    text: "分母：截至日之前最近一期季报的技能岗位从业人员合计，含各类用工形式；一期季报用到其后第二个季末的前一天",
  },
  {
    id: "UNREPORTED",
    clause: "二(二)",
    text: "未报送单位不计入覆盖面的分子和分母，单列家数，绝不按0计；保守覆盖面把它们按最近已知人数、无人持证计入",
  },
  {
    id: "CERTIFIED",
    clause: "四(五)",
    text: "分子：截至日在本单位、持有至少一本有效证书的不同人员，每人按最高等级计一次；初级工及以上算持证，学徒工不算（开关 apprentices）",
  },
  { id: "INTERNS", clause: "三(二)", text: "在单位实习的人员计入分子和分母（开关 interns）" },
  { id: "OUTSIDE_CERTIFICATES", clause: "附件1", text: "院校、社会评价组织所发证书算持证（开关 outsideCertificates）" },
  { id: "QUALIFICATIONS", clause: null, text: "职业资格证书算持证（开关 qualifications）" },
  {
    id: "OVER_HEADCOUNT",
    clause: "二(二)",
    text: "持证人数多于技能岗位从业人员的单位，以从业人员数为限计入，列为数据有疑，不算达标",
  },
  {
    id: "WHEREABOUTS",
    clause: null,
    text: "人员截至日所在单位，以最近一次发证、评定或人员变动为准；同一天的先后为证书与评定、调出和离职、调入和返聘、退休、离川、去世",
  },
  {
    id: "ATTAINED_ON_COUNTS",
    clause: "二(二)",
    text: "是否达标按人数判定：100×持证人数 ≥ 目标百分数×从业人员，“以上”含本数",
  },
  {
    id: "PATH",
    clause: "二(二)",
    text: `目标进度线：从${PATH_BEGINS}（否则为其后第一个有数的季末）的覆盖面到到期日目标的直线；不低于它为预计可达标，低5个百分点以内为预警，再低为进度滞后`,
  },
  {
    id: "CLOSING_DAY",
    clause: "二(二)",
    text: `到期日是否达到，按截止日（到期后的次月末，如${closingDay(COVERAGE_DUE)}）之前登记的数判定，在此之前为待年终核定`,
  },
  {
    id: "TITLES_NET",
    clause: "二(三)",
    text: "首席技师、特级技师按批次计：评定数减取消数为净评定；由特级技师晋升首席技师的在两级各计一次，再次评定不重复计；按已核准的批次对照累计计划",
  },
  {
    id: "TITLES_LEVEL",
    clause: "四(八)",
    text: "评定后至取消前，称号在等级结构和覆盖面中按证书计；管理期满只退出“管理期内”，不降等级",
  },
  {
    id: "LAUNCH_DIRECTORY",
    clause: "二(一)",
    text: "省属国企启动实施的分母为企业名录中以技能人员为主体的单位；没有名录时注明“名录未导入”",
  },
  {
    id: "PLACES",
    clause: "五(一)",
    text: "所在地（地图、产业）与责任单位（排名、通报）是两种分组，各自之和等于全省，不在同一图中混用",
  },
];

function yearOf(due: string): string {
  return due.slice(0, 4);
}
