import { knownClause } from "../ledger/lookup.ts";
import type { Reader } from "../ledger/store.ts";
import type { Day } from "../policy/day.ts";
import type { SkillLevel } from "../policy/levels.ts";
import type { Ownership } from "../policy/words.ts";

/** An enterprise from a day on. */
export interface Segment {
  readonly from: Day;
  readonly name: string;
  readonly ownership: Ownership;
  readonly responsibilityCode: string;
  readonly department: string | null;
  readonly cityCode: string;
  /** The city's own code where no county is stated. */
  readonly countyCode: string;
  readonly sectorCode: string;
  readonly inShortage: boolean;
  readonly mainlySkilled: boolean | null;
  /** The enterprise's own code where it belongs to no group. */
  readonly groupCode: string;
}

export interface Term {
  readonly filingNumber: string;
  readonly validFrom: Day;
  readonly validUntil: Day;
  readonly withdrawnOn: Day | null;
  readonly scope: {
    readonly occupationCode: string;
    readonly occupationName: string;
    readonly trade: string | null;
    readonly levels: readonly SkillLevel[];
  }[];
}

export interface Report {
  readonly quarterEnd: Day;
  readonly skilledHeadcount: number;
  readonly internHeadcount: number;
  readonly apprenticeCount: number;
  /** The unit's own count of holders; null where it gave none. */
  readonly ownCertifiedCount: number | null;
}

/** One known enterprise with all of its time. */
export interface Unit {
  readonly id: number;
  readonly creditCode: string;
  readonly segments: Segment[];
  readonly inDirectory: boolean;
  readonly frontlineHeadcount: number | null;
  readonly launchedOn: Day | null;
  readonly planned: boolean;
  readonly terms: Term[];
  /** Earliest first. */
  readonly reports: Report[];
}

/** All known enterprises at a revision, by credit code. */
export async function loadUnits(reader: Reader, revision: number): Promise<Unit[]> {
  const known = (table: string, order: string) =>
    `FROM ${table} s JOIN enterprise u ON u.id = s.enterprise_id JOIN entry e ON e.id = s.entry_id LEFT JOIN entry r ON r.id = s.replaced_entry_id
      WHERE ${knownClause("r", revision)} ORDER BY ${order}`;
  const at = [revision, revision];
  const segments = await reader.all<{
    enterprise_id: number;
    credit_code: string;
    from_day: string;
    name: string;
    ownership: Ownership;
    responsibility_code: string;
    department: string | null;
    city_code: string;
    county_code: string | null;
    sector_code: string;
    in_shortage: number;
    mainly_skilled: number | null;
    group_code: string | null;
    in_directory: number;
    frontline_headcount: number | null;
    launched_on: string | null;
    planned: number;
  }>(
    `SELECT s.enterprise_id, u.credit_code, s.from_day, s.name, s.ownership, s.responsibility_code, s.department, s.city_code, s.county_code, s.sector_code, s.in_shortage,
            s.mainly_skilled, s.group_code, s.in_directory, s.frontline_headcount, s.launched_on, s.planned ${known("enterprise_state", "u.credit_code, s.from_day")}`,
    at,
  );
  const units: Unit[] = [];
  for (const row of segments) {
    let unit = units.at(-1);
    if (!unit || unit.id !== row.enterprise_id) {
      unit = {
        id: row.enterprise_id,
        creditCode: row.credit_code,
        segments: [],
        inDirectory: row.in_directory === 1,
        frontlineHeadcount: row.frontline_headcount,
        launchedOn: row.launched_on,
        planned: row.planned === 1,
        terms: [],
        reports: [],
      };
      units.push(unit);
    }
    unit.segments.push({
      from: row.from_day,
      name: row.name,
      ownership: row.ownership,
      responsibilityCode: row.responsibility_code,
      department: row.department,
      cityCode: row.city_code,
      countyCode: countyWithin(row.city_code, row.county_code),
      sectorCode: row.sector_code,
      inShortage: row.in_shortage === 1,
      mainlySkilled: row.mainly_skilled === null ? null : row.mainly_skilled === 1,
      groupCode: row.group_code ?? row.credit_code,
    });
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const terms = await reader.all<{
    enterprise_id: number;
    fact_key: string;
    filing_number: string;
    valid_from: string;
    valid_until: string;
    withdrawn_on: string | null;
  }>(
    `SELECT s.enterprise_id, s.fact_key, s.filing_number, s.valid_from, s.valid_until, s.withdrawn_on ${known("filing_term_state", "s.valid_from")}`,
    at,
  );
  const termByKey = new Map<string, Term>();
  for (const row of terms) {
    const term: Term = {
      filingNumber: row.filing_number,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      withdrawnOn: row.withdrawn_on,
      scope: [],
    };
    termByKey.set(row.fact_key, term);
    byId.get(row.enterprise_id)?.terms.push(term);
  }
  const scopes = await reader.all<{
    term_key: string;
    occupation_code: string;
    occupation_name: string | null;
    trade: string | null;
    levels: string;
  }>(
    `SELECT s.term_key, s.occupation_code, s.occupation_name, s.trade, s.levels ${known("filing_scope_state", "s.occupation_code")}`,
    at,
  );
  for (const row of scopes) {
    termByKey.get(row.term_key)?.scope.push({
      occupationCode: row.occupation_code,
      occupationName: row.occupation_name ?? row.occupation_code,
      trade: row.trade,
      levels: row.levels === "" ? [] : (row.levels.split(",") as SkillLevel[]),
    });
  }
  const reports = await reader.all<{
    enterprise_id: number;
    quarter_end: string;
    skilled_headcount: number;
    intern_headcount: number | null;
    apprentice_count: number | null;
    own_certified_count: number | null;
  }>(
    `SELECT s.enterprise_id, s.quarter_end, s.skilled_headcount, s.intern_headcount, s.apprentice_count, s.own_certified_count ${known("headcount_state", "s.quarter_end")}`,
    at,
  );
  for (const row of reports) {
    byId.get(row.enterprise_id)?.reports.push({
      quarterEnd: row.quarter_end,
      skilledHeadcount: row.skilled_headcount,
      internHeadcount: row.intern_headcount ?? 0,
      apprenticeCount: row.apprentice_count ?? 0,
      ownCertifiedCount: row.own_certified_count,
    });
  }
  return units;
}

/** A unit that moved to another city without saying to which county has left its county: “未填”, under the city's code. */
function countyWithin(cityCode: string, countyCode: string | null): string {
  return countyCode !== null && countyCode.slice(0, 4) === cityCode.slice(0, 4) ? countyCode : cityCode;
}
