import type { FirstQuery, Ownership } from "../../dashboard/overview/overview.generated.ts";

type ClassRow = FirstQuery["classes"][number];

/** A class's figure as the API answers it: 省属国企 at 91.2% two months before the due day, unless said otherwise. */
export function aClass(change: Partial<ClassRow> = {}): ClassRow {
  return {
    ownership: "PROVINCIAL_SOE",
    asOf: "2026-10-31",
    skilledHeadcount: 34520,
    certifiedHeadcount: 31483,
    certifiedOnRegister: 31500,
    rate: 31483 / 34520,
    rateLow: 0.905,
    rateChange: 0.006,
    requiredRate: 0.931,
    reportingRate: 0.975,
    target: 0.95,
    due: "2026-12-31",
    clause: "二(二)",
    status: "AT_RISK",
    noDataReason: null,
    gapHeadcount: 1311,
    unitGapHeadcount: 1902,
    enterpriseCount: 40,
    unreportedEnterpriseCount: 1,
    targetedEnterpriseCount: 39,
    attainingEnterpriseCount: 29,
    lapsedEnterpriseCount: 0,
    faultyEnterpriseCount: 0,
    neededPerMonth: 655.4,
    recentPerMonth: 280.2,
    daysLeft: 61,
    attainedOnDue: null,
    ...change,
  };
}

/** An answer with these classes and nothing else that calls for action. */
export function anAnswer(classes: readonly ClassRow[], change: Partial<FirstQuery> = {}): FirstQuery {
  return {
    province: [aClass({ target: null, status: "NO_TARGET", gapHeadcount: null, unreportedEnterpriseCount: 0 })],
    classes,
    responsibilities: [],
    responsibilityClasses: [],
    enterprises: { edges: [] },
    cities: [
      { code: "510100", shortName: "成都" },
      { code: "511300", shortName: "南充" },
      { code: "513200", shortName: "阿坝" },
    ],
    ...change,
  };
}

/** A responsibility's class, behind. */
export function behind(code: string, ownership: Ownership, gap: number): FirstQuery["responsibilityClasses"][number] {
  return {
    responsibility: { code },
    ownership,
    rate: 0.6,
    target: 0.85,
    status: "OFF_TRACK",
    noDataReason: null,
    gapHeadcount: gap,
    unitGapHeadcount: gap,
    enterpriseCount: 5,
    unreportedEnterpriseCount: 0,
  };
}
