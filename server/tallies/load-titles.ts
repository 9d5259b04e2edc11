import type { TitleLevel } from "../figures/shapes.ts";
import { type KeyedPersonFacts, knownClause, loadMerges, loadPersonFacts } from "../ledger/lookup.ts";
import type { Reader } from "../ledger/store.ts";
import type { Day } from "../policy/day.ts";

/** Everybody who ever had a title, with the titles as the lists gave them. */
export interface TitleHolder {
  readonly facts: KeyedPersonFacts;
  readonly titles: readonly TitleRow[];
}

export interface TitleRow {
  readonly level: TitleLevel;
  readonly batchYear: number;
  readonly again: boolean;
  readonly unit: number;
  readonly approvedOn: Day;
  readonly cancelledOn: Day | null;
}

export async function loadTitleHolders(reader: Reader, revision: number): Promise<TitleHolder[]> {
  const canonicalOf = await loadMerges(reader, revision);
  const rows = await reader.all<{
    person_id: number;
    level: TitleLevel;
    batch_year: number;
    appraisal_kind: string;
    enterprise_id: number;
    approved_on: string;
    cancelled_on: string | null;
  }>(
    `SELECT s.person_id, s.level, s.batch_year, s.appraisal_kind, s.enterprise_id, s.approved_on, s.cancelled_on
       FROM title_state s JOIN entry e ON e.id = s.entry_id LEFT JOIN entry r ON r.id = s.replaced_entry_id
      WHERE ${knownClause("r", revision)}`,
    [revision, revision],
  );
  const byPerson = new Map<number, TitleRow[]>();
  const numbers = new Set<number>();
  for (const row of rows) {
    const person = canonicalOf(row.person_id);
    const titles = byPerson.get(person) ?? [];
    byPerson.set(person, titles);
    titles.push({
      level: row.level,
      batchYear: row.batch_year,
      again: row.appraisal_kind === "AGAIN",
      unit: row.enterprise_id,
      approvedOn: row.approved_on,
      cancelledOn: row.cancelled_on,
    });
    numbers.add(row.person_id).add(person);
  }
  const facts = numbers.size > 0 ? await loadPersonFacts(reader, numbers, canonicalOf, revision) : new Map();
  return [...byPerson.entries()].map(([person, titles]) => ({ facts: facts.get(person)!, titles }));
}
