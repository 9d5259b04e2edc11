/** Where a rule stands: a clause of 川人社规〔2024〕10号 as the plan numbers it, or a national standard. */
export type Clause = string & { readonly __clause: true };

/** The plan itself. */
export const PLAN = {
  title: "四川省“新八级工”职业技能等级制度建设实施方案",
  number: "川人社规〔2024〕10号",
  inForceFrom: "2024-07-30",
  inForceUntil: "2029-07-29",
} as const;

const FORM = /^([一二三四五六](\([一二三四五六七八九]\))?|附件[1-4]( .+)?|GB \d+(-\d+)?)$/;

/** Name a clause: `二(二)`, `附件4 第七条`, `附件1 注2`, or a standard such as `GB 32100-2015`. */
export function clause(name: string): Clause {
  if (!FORM.test(name)) throw new Error(`not a clause of the plan: ${name}`);
  return name as Clause;
}
