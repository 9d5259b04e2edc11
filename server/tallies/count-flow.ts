import type { CoverageDimension, CoverageFilter, RecognitionFlow } from "../figures/shapes.ts";
import { loadMerges } from "../ledger/lookup.ts";
import type { Reader } from "../ledger/store.ts";
import type { Day } from "../policy/day.ts";
import { levelIndex, type SkillLevel } from "../policy/levels.ts";
import { RECOGNITION_METHODS, type RecognitionMethod } from "../policy/words.ts";
import { type Columns, filterOf, Grouping, segmentOn } from "./view.ts";

export interface FlowRequest {
  readonly from: Day;
  readonly to: Day;
  readonly groupBy: readonly CoverageDimension[];
  readonly filter: CoverageFilter;
}

interface Issue {
  readonly person: number;
  readonly unit: number;
  readonly level: SkillLevel;
  readonly method: RecognitionMethod;
  readonly on: Day;
  readonly withdrawnOn: Day | null;
}

/**
 * 新增认定 in a period, by the unit that a certificate names, as of the period's last day: certificates from 初级工 up
 * and titles issued in it and not withdrawn at its end. First-time: no certificate before; promoted: a higher level
 * than any before.
 */
export async function countFlow(reader: Reader, columns: Columns, request: FlowRequest): Promise<RecognitionFlow[]> {
  const issues = await loadIssues(reader, request.to);
  const earlier = new Map<number, number>();
  const current: Issue[] = [];
  for (const issue of issues) {
    if (issue.on < request.from)
      earlier.set(issue.person, Math.max(earlier.get(issue.person) ?? -1, levelIndex(issue.level)));
    else if (issue.withdrawnOn === null || issue.withdrawnOn > request.to) current.push(issue);
  }
  const lets = filterOf(request.filter);
  const whole = request.groupBy.length === 0 && Object.values(request.filter).every((value) => value === undefined);
  const groups = new Grouping<FlowTally>(request.groupBy, (group) => new FlowTally(group));
  if (request.groupBy.length === 0) groups.of("", null);
  for (const issue of current) {
    const place = columns.unitById.get(issue.unit);
    if (place === undefined) {
      if (whole) groups.of("", null).add(issue, earlier);
      continue;
    }
    const unit = columns.units[place]!;
    const segment = segmentOn(unit, request.to);
    if (lets(unit.creditCode, segment)) groups.of(unit.creditCode, segment).add(issue, earlier);
  }
  return groups.rows().map((tally) => tally.answer(request));
}

async function loadIssues(reader: Reader, to: Day): Promise<Issue[]> {
  const canonicalOf = await loadMerges(reader);
  const certificates = await reader.all<{
    person_id: number;
    enterprise_id: number;
    level: SkillLevel;
    method: RecognitionMethod;
    issued_on: string;
    withdrawn_on: string | null;
  }>(
    `SELECT c.person_id, c.enterprise_id, c.level, c.method, c.issued_on, c.withdrawn_on
       FROM certificate_state c
       JOIN entry e ON e.id = c.entry_id
      WHERE c.replaced_entry_id IS NULL
        AND e.revision IS NOT NULL
        AND c.level <> 'APPRENTICE'
        AND c.issued_on <= ?`,
    [to],
  );
  const titles = await reader.all<{
    person_id: number;
    enterprise_id: number;
    level: SkillLevel;
    approved_on: string;
    cancelled_on: string | null;
  }>(
    `SELECT t.person_id, t.enterprise_id, t.level, t.approved_on, t.cancelled_on
       FROM title_state t
       JOIN entry e ON e.id = t.entry_id
      WHERE t.replaced_entry_id IS NULL
        AND e.revision IS NOT NULL
        AND t.appraisal_kind = 'FIRST'
        AND t.approved_on <= ?`,
    [to],
  );
  return [
    ...certificates.map((row) => ({
      person: canonicalOf(row.person_id),
      unit: row.enterprise_id,
      level: row.level,
      method: row.method,
      on: row.issued_on,
      withdrawnOn: row.withdrawn_on,
    })),
    ...titles.map((row) => ({
      person: canonicalOf(row.person_id),
      unit: row.enterprise_id,
      level: row.level,
      method: "APPRAISAL" as const,
      on: row.approved_on,
      withdrawnOn: row.cancelled_on,
    })),
  ];
}

class FlowTally {
  #certificates = 0;
  readonly #people = new Set<number>();
  readonly #firstTime = new Set<number>();
  readonly #promoted = new Set<number>();
  readonly #methods = new Map<RecognitionMethod, number>();

  constructor(readonly group: RecognitionFlow["group"]) {}

  add(issue: Issue, earlier: ReadonlyMap<number, number>): void {
    this.#certificates++;
    this.#people.add(issue.person);
    const before = earlier.get(issue.person);
    if (before === undefined) this.#firstTime.add(issue.person);
    else if (levelIndex(issue.level) > before) this.#promoted.add(issue.person);
    this.#methods.set(issue.method, (this.#methods.get(issue.method) ?? 0) + 1);
  }

  answer(request: FlowRequest): RecognitionFlow {
    return {
      group: this.group,
      from: request.from,
      to: request.to,
      certificateCount: this.#certificates,
      peopleCount: this.#people.size,
      firstTimeCount: this.#firstTime.size,
      promotedCount: this.#promoted.size,
      byMethod: RECOGNITION_METHODS.map((method) => ({ method, certificateCount: this.#methods.get(method) ?? 0 })),
    };
  }
}
