import { type Day, THE_BEGINNING } from "../policy/day.ts";
import type { Ownership } from "../policy/words.ts";

/** The kinds of fact that the ledger keeps, each with a state table of its own. */
export const FACT_KINDS = [
  "ENTERPRISE",
  "FILING_TERM",
  "FILING_SCOPE",
  "HEADCOUNT",
  "CERTIFICATE",
  "TITLE",
  "MOVEMENT",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What a row said of one fact, in the columns that its sheet had. */
export type Content = Readonly<Record<string, unknown>>;

/** Days that an empty cell never takes back: only a deed does (`ledgers.md`, “What an import does” 5). */
const STICKY: Readonly<Record<FactKind, readonly string[]>> = {
  ENTERPRISE: [],
  FILING_TERM: ["withdrawnOn"],
  FILING_SCOPE: [],
  HEADCOUNT: [],
  CERTIFICATE: ["withdrawnOn"],
  TITLE: ["cancelledOn"],
  MOVEMENT: [],
};

/** A fact after one more claim: what the claim's sheet had a column for takes the place of what stood there. */
export function foldClaim(kind: FactKind, state: Content | null, claim: Content): Content {
  const folded: Record<string, unknown> = { ...state };
  for (const [key, value] of Object.entries(claim)) {
    if (value === undefined || PERSONAL.has(key)) continue;
    if (value === null && STICKY[kind].includes(key) && folded[key] != null) continue;
    folded[key] = value;
  }
  return folded;
}

/** What never stands in a content that is kept: whose a fact is stands beside it, and a name in a row renames nobody. */
const PERSONAL = new Set(["idNumber", "idKind", "personName"]);

/** A content as the ledger keeps it: without the person that its row named. */
export function keptContent(content: Content): Content {
  const { idNumber: _number, idKind: _kind, personName: _name, ...kept } = content;
  return kept;
}

/** The same content whatever the order of its keys; an absent key and an empty cell of a new fact read the same. */
export function canonical(content: Content): string {
  const entries = Object.entries(content).filter(
    ([key, value]) => value !== undefined && value !== null && !PERSONAL.has(key),
  );
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

// --------------------------------------------------------------------------------------------- enterprises in time

/** What 企业名录 and 备案台账 say of an enterprise, and from which day (null: no day stated at all). */
export interface EnterpriseClaim {
  readonly creditCode: string;
  /** 变更生效日期, else 填报时间, else the day of import. */
  readonly effectiveOn: Day;
  readonly name?: string | null;
  readonly ownership?: Ownership | null;
  readonly recommender?: { readonly responsibilityCode: string; readonly department: string | null } | null;
  readonly cityCode?: string | null;
  readonly countyCode?: string | null;
  readonly sectorCode?: string | null;
  readonly inShortage?: boolean | null;
  readonly mainlySkilled?: boolean | null;
  readonly groupCode?: string | null;
  readonly inDirectory?: true;
  readonly frontlineHeadcount?: number | null;
  readonly launchedOn?: Day | null;
  readonly directPlanFiledOn?: Day | null;
  readonly planned?: boolean;
}

/** An enterprise from a day on, until the next of its segments. */
export interface EnterpriseSegment {
  readonly from: Day;
  readonly name: string;
  readonly ownership: Ownership;
  readonly responsibilityCode: string;
  readonly department: string | null;
  readonly cityCode: string;
  readonly countyCode: string | null;
  readonly sectorCode: string;
  readonly inShortage: boolean;
  readonly mainlySkilled: boolean | null;
  readonly groupCode: string | null;
  readonly inDirectory: boolean;
  readonly frontlineHeadcount: number | null;
  readonly launchedOn: Day | null;
  readonly directPlanFiledOn: Day | null;
  readonly planned: boolean;
}

const TIMED = [
  "name",
  "ownership",
  "recommender",
  "cityCode",
  "countyCode",
  "sectorCode",
  "inShortage",
  "mainlySkilled",
  "groupCode",
] as const;
const UNTIMED = ["frontlineHeadcount", "launchedOn", "directPlanFiledOn", "planned"] as const;
type Timed = (typeof TIMED)[number];

/** What each attribute is from which day on; and what has no day. Foldable one claim after the other. */
export interface EnterpriseMemory {
  readonly timed: { readonly [attribute in Timed]?: readonly { readonly from: Day; readonly value: unknown }[] };
  readonly inDirectory: boolean;
  readonly frontlineHeadcount: number | null;
  readonly launchedOn: Day | null;
  readonly directPlanFiledOn: Day | null;
  readonly planned: boolean;
}

export const NO_MEMORY: EnterpriseMemory = {
  timed: {},
  inDirectory: false,
  frontlineHeadcount: null,
  launchedOn: null,
  directPlanFiledOn: null,
  planned: false,
};

/** Which attributes a claim would change, and so from its effective day on. */
export function changedAttributes(memory: EnterpriseMemory, claim: EnterpriseClaim): readonly Timed[] {
  return TIMED.filter((attribute) => {
    const value = claim[attribute];
    const known = memory.timed[attribute];
    return value !== undefined && known !== undefined && !same(valueAt(known, claim.effectiveOn), value);
  });
}

/**
 * An enterprise after one more claim (DECISIONS L2): an attribute that is seen for the first time holds for all days
 * before as well; another value than the one known for the claim's day holds from that day.
 */
export function foldEnterprise(memory: EnterpriseMemory, claim: EnterpriseClaim): EnterpriseMemory {
  const timed: Record<string, readonly { from: Day; value: unknown }[]> = { ...memory.timed };
  for (const attribute of TIMED) {
    const value = claim[attribute];
    if (value === undefined) continue;
    const known = timed[attribute];
    if (!known) timed[attribute] = [{ from: THE_BEGINNING, value }];
    else if (!same(valueAt(known, claim.effectiveOn), value)) {
      const others = known.filter((entry) => entry.from !== claim.effectiveOn);
      timed[attribute] = [...others, { from: claim.effectiveOn, value }].sort((a, b) => (a.from < b.from ? -1 : 1));
    }
  }
  const folded: Record<string, unknown> = { ...memory, timed };
  for (const attribute of UNTIMED) if (claim[attribute] !== undefined) folded[attribute] = claim[attribute];
  if (claim.inDirectory) folded.inDirectory = true;
  return folded as unknown as EnterpriseMemory;
}

/** The segments that a memory amounts to, earliest first. A missing 推荐单位 is the city's bureau, a missing sector 其他. */
export function segmentsOf(memory: EnterpriseMemory): readonly EnterpriseSegment[] {
  const days = new Set<Day>([THE_BEGINNING]);
  for (const attribute of TIMED) for (const entry of memory.timed[attribute] ?? []) days.add(entry.from);
  const segments: EnterpriseSegment[] = [];
  for (const from of [...days].sort()) {
    const at = <T>(attribute: Timed): T | null => (valueAt(memory.timed[attribute] ?? [], from) ?? null) as T | null;
    const recommender = at<{ responsibilityCode: string; department: string | null }>("recommender");
    const cityCode = at<string>("cityCode") ?? "";
    const segment: EnterpriseSegment = {
      from,
      name: at<string>("name") ?? "",
      ownership: at<Ownership>("ownership") ?? "OTHER",
      responsibilityCode: recommender?.responsibilityCode ?? cityCode,
      department: recommender?.department ?? null,
      cityCode,
      countyCode: at<string>("countyCode"),
      sectorCode: at<string>("sectorCode") ?? "O0",
      inShortage: at<boolean>("inShortage") ?? false,
      mainlySkilled: at<boolean>("mainlySkilled"),
      groupCode: at<string>("groupCode"),
      inDirectory: memory.inDirectory,
      frontlineHeadcount: memory.frontlineHeadcount,
      launchedOn: memory.launchedOn,
      directPlanFiledOn: memory.directPlanFiledOn,
      planned: memory.planned,
    };
    const last = segments.at(-1);
    if (!last || !same({ ...last, from }, segment)) segments.push(segment);
  }
  return segments;
}

function valueAt(entries: readonly { readonly from: Day; readonly value: unknown }[], day: Day): unknown {
  let value: unknown;
  for (const entry of entries) if (entry.from <= day) value = entry.value;
  return value;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
