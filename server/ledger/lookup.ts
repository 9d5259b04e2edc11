import type { SkillLevel } from "../policy/levels.ts";
import type { MovementFact, PersonFacts } from "../policy/whereabouts.ts";
import type { EmploymentType, MovementKind } from "../policy/words.ts";
import type { Content, FactKind } from "./fold.ts";
import type { Reader, SqlValue } from "./store.ts";

/** The state table of each kind of fact. */
export const STATE_TABLES: Readonly<Record<FactKind, string>> = {
  ENTERPRISE: "enterprise_state",
  FILING_TERM: "filing_term_state",
  FILING_SCOPE: "filing_scope_state",
  HEADCOUNT: "headcount_state",
  CERTIFICATE: "certificate_state",
  TITLE: "title_state",
  MOVEMENT: "movement_state",
};

const AT_ONCE = 2000;

/** Run a query for a long list of keys, some hundreds at a time; `??` in the text is where the list goes, behind the leading values. */
export async function inParts<T>(
  reader: Reader,
  keys: Iterable<SqlValue>,
  sql: string,
  leading: readonly SqlValue[] = [],
): Promise<T[]> {
  const all = [...new Set(keys)];
  const rows: T[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = all.slice(from, from + AT_ONCE);
    for (const row of await reader.all<T>(sql.replace("??", part.map(() => "?").join(", ")), [...leading, ...part]))
      rows.push(row);
  }
  return rows;
}

export interface StateRow {
  readonly id: number;
  readonly content: Content;
}

/** The present states of some facts by their keys. */
export async function loadStates(
  reader: Reader,
  kind: FactKind,
  keys: Iterable<string>,
): Promise<Map<string, StateRow>> {
  const rows = await inParts<{ id: number; fact_key: string; content: string }>(
    reader,
    keys,
    // A row: the present state of one fact (for an enterprise: its first segment, which keeps the memory).
    `SELECT s.id, s.fact_key, s.content
       FROM ${STATE_TABLES[kind]} s
       JOIN entry e ON e.id = s.entry_id
      WHERE s.fact_key IN (??)
        AND s.replaced_entry_id IS NULL
        AND e.revision IS NOT NULL
      ORDER BY s.id`,
  );
  const states = new Map<string, StateRow>();
  for (const row of rows)
    if (!states.has(row.fact_key)) states.set(row.fact_key, { id: row.id, content: JSON.parse(row.content) });
  return states;
}

/** Ledger ids of units by credit code. */
export async function loadUnitIds(reader: Reader, codes: Iterable<string>): Promise<Map<string, number>> {
  const rows = await inParts<{ id: number; credit_code: string }>(
    reader,
    codes,
    "SELECT u.id, u.credit_code FROM enterprise u WHERE u.credit_code IN (??)",
  );
  return new Map(rows.map((row) => [row.credit_code, row.id]));
}

export interface ScopeItem {
  readonly occupationCode: string;
  readonly occupationName: string | null;
  readonly trade: string | null;
  readonly levels: readonly SkillLevel[];
  readonly effectiveFrom: string | null;
}

export interface TermRow {
  readonly factKey: string;
  readonly creditCode: string;
  readonly filingNumber: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly withdrawnOn: string | null;
  readonly scope: ScopeItem[];
}

/** The filing terms, with what they cover, of some units. */
export async function loadTerms(reader: Reader, codes: Iterable<string>): Promise<TermRow[]> {
  const terms = await inParts<{
    fact_key: string;
    credit_code: string;
    filing_number: string;
    valid_from: string;
    valid_until: string;
    withdrawn_on: string | null;
  }>(
    reader,
    codes,
    `SELECT t.fact_key, u.credit_code, t.filing_number, t.valid_from, t.valid_until, t.withdrawn_on
       FROM filing_term_state t
       JOIN enterprise u ON u.id = t.enterprise_id
       JOIN entry e ON e.id = t.entry_id
      WHERE u.credit_code IN (??)
        AND t.replaced_entry_id IS NULL
        AND e.revision IS NOT NULL`,
  );
  const items = await inParts<{
    term_key: string;
    occupation_code: string;
    occupation_name: string | null;
    trade: string | null;
    levels: string;
    effective_from: string | null;
  }>(
    reader,
    codes,
    `SELECT s.term_key, s.occupation_code, s.occupation_name, s.trade, s.levels, s.effective_from
       FROM filing_scope_state s
       JOIN enterprise u ON u.id = s.enterprise_id
       JOIN entry e ON e.id = s.entry_id
      WHERE u.credit_code IN (??)
        AND s.replaced_entry_id IS NULL
        AND e.revision IS NOT NULL`,
  );
  const rows = terms.map((term) => ({
    factKey: term.fact_key,
    creditCode: term.credit_code,
    filingNumber: term.filing_number,
    validFrom: term.valid_from,
    validUntil: term.valid_until,
    withdrawnOn: term.withdrawn_on,
    scope: [] as ScopeItem[],
  }));
  const byKey = new Map(rows.map((row) => [row.factKey, row]));
  for (const item of items) {
    byKey.get(item.term_key)?.scope.push({
      occupationCode: item.occupation_code,
      occupationName: item.occupation_name,
      trade: item.trade,
      levels: item.levels === "" ? [] : (item.levels.split(",") as SkillLevel[]),
      effectiveFrom: item.effective_from,
    });
  }
  return rows;
}

/** Which unit each filing number belongs to. */
export async function loadFilingHolders(reader: Reader, numbers: Iterable<string>): Promise<Map<string, string>> {
  const rows = await inParts<{ filing_number: string; credit_code: string }>(
    reader,
    numbers,
    `SELECT t.filing_number, u.credit_code
       FROM filing_term_state t
       JOIN enterprise u ON u.id = t.enterprise_id
       JOIN entry e ON e.id = t.entry_id
      WHERE t.filing_number IN (??)
        AND t.replaced_entry_id IS NULL
        AND e.revision IS NOT NULL`,
  );
  return new Map(rows.map((row) => [row.filing_number, row.credit_code]));
}

/** The occupation codes that the filings know under each name. */
export async function loadOccupationCodes(reader: Reader, names: Iterable<string>): Promise<Map<string, Set<string>>> {
  const rows = await inParts<{ occupation_name: string; occupation_code: string }>(
    reader,
    names,
    `SELECT DISTINCT s.occupation_name, s.occupation_code
       FROM filing_scope_state s
       JOIN entry e ON e.id = s.entry_id
      WHERE s.occupation_name IN (??)
        AND s.replaced_entry_id IS NULL
        AND e.revision IS NOT NULL`,
  );
  const codes = new Map<string, Set<string>>();
  for (const row of rows) {
    const set = codes.get(row.occupation_name) ?? new Set();
    codes.set(row.occupation_name, set.add(row.occupation_code));
  }
  return codes;
}

export interface PersonRow {
  readonly id: number;
  readonly idHash: string;
  readonly idMask: string;
  readonly name: string;
  /** False while the entry that brought the person has no revision: that import may yet be swept, and the person with it. */
  readonly isSettled: boolean;
}

export async function loadPersons(reader: Reader, hashes: Iterable<string>): Promise<Map<string, PersonRow>> {
  const rows = await inParts<{ id: number; id_hash: string; id_mask: string; name: string; revision: number | null }>(
    reader,
    hashes,
    `SELECT p.id, p.id_hash, p.id_mask, p.name, e.revision
       FROM person p
       LEFT JOIN entry e ON e.id = p.entry_id
      WHERE p.id_hash IN (??)`,
  );
  return new Map(
    rows.map((row) => [
      row.id_hash,
      { id: row.id, idHash: row.id_hash, idMask: row.id_mask, name: row.name, isSettled: row.revision !== null },
    ]),
  );
}

/** Are all of these people still there? Answers false when another import that brought one has been swept meanwhile. */
export async function personsExist(reader: Reader, ids: readonly number[]): Promise<boolean> {
  const rows = await inParts<{ id: number }>(reader, ids, "SELECT p.id FROM person p WHERE p.id IN (??)");
  return rows.length === new Set(ids).size;
}

/** Whose number stands for whom: from a person's id to the id that counts (two numbers, one person). */
export async function loadMerges(reader: Reader, revision?: number): Promise<(id: number) => number> {
  const rows = await reader.all<{ from_person_id: number; into_person_id: number }>(
    `SELECT m.from_person_id, m.into_person_id FROM person_merge m JOIN entry e ON e.id = m.entry_id
       LEFT JOIN entry r ON r.id = m.replaced_entry_id
      WHERE ${knownClause("r", revision)}`,
    revision === undefined ? [] : [revision, revision],
  );
  const into = new Map(rows.map((row) => [row.from_person_id, row.into_person_id]));
  return (id) => {
    let current = id;
    for (let next = into.get(current); next !== undefined && next !== id; next = into.get(current)) current = next;
    return current;
  };
}

/** SQL that keeps what is known at a revision (two placeholders), or now (none); `e` brought the row, the other replaced it. */
export function knownClause(replaced: string, revision?: number): string {
  return revision === undefined
    ? `e.revision IS NOT NULL AND (${replaced}.id IS NULL OR ${replaced}.revision IS NULL)`
    : `e.revision <= ? AND (${replaced}.id IS NULL OR ${replaced}.revision IS NULL OR ${replaced}.revision > ?)`;
}

/** One person's facts, titles and movements with the key that names each in the ledger. */
export interface KeyedPersonFacts extends PersonFacts {
  certificates: PersonFacts["certificates"][number][];
  titles: (PersonFacts["titles"][number] & { readonly key: string })[];
  movements: (MovementFact & { readonly key: string })[];
}

/** Rows that become one person's facts; the same shape whether they are asked for by person or for the whole province. */
interface CertificateFactRow {
  person_id: number;
  fact_key: string;
  enterprise_id: number;
  level: SkillLevel;
  kind: string;
  issued_on: string;
  withdrawn_on: string | null;
  is_outside: number;
  employment_type: EmploymentType | null;
}
interface TitleFactRow {
  person_id: number;
  fact_key: string;
  content: string;
  enterprise_id: number;
  level: SkillLevel;
  approved_on: string;
  cancelled_on: string | null;
}
interface MovementFactRow {
  person_id: number;
  fact_key: string;
  kind: MovementKind;
  moved_on: string;
  from_enterprise_id: number | null;
  to_enterprise_id: number | null;
}

const known = (alias: string, revision?: number) =>
  `FROM ${alias} s JOIN entry e ON e.id = s.entry_id LEFT JOIN entry r ON r.id = s.replaced_entry_id WHERE ${knownClause("r", revision)}`;

/** The facts of some people, and of all numbers that are theirs, by the person that counts; null asks for everybody. */
export async function loadPersonFacts(
  reader: Reader,
  personIds: Iterable<number> | null,
  canonical: (id: number) => number,
  revision?: number,
): Promise<Map<number, KeyedPersonFacts>> {
  const values: SqlValue[] = revision === undefined ? [] : [revision, revision];
  const query = <T>(sql: string): Promise<T[]> =>
    personIds === null
      ? reader.all<T>(sql, values)
      : inParts<T>(reader, personIds, `${sql} AND s.person_id IN (??)`, values);
  const facts = new Map<number, KeyedPersonFacts>();
  const of = (id: number): KeyedPersonFacts => {
    const person = canonical(id);
    let mine = facts.get(person);
    if (!mine) {
      mine = { certificates: [], titles: [], movements: [] };
      facts.set(person, mine);
    }
    return mine;
  };
  const certificates = await query<CertificateFactRow>(
    `SELECT s.person_id, s.fact_key, s.enterprise_id, s.level, s.kind, s.issued_on, s.withdrawn_on, s.is_outside, s.employment_type ${known("certificate_state", revision)}`,
  );
  for (const row of certificates) {
    of(row.person_id).certificates.push({
      number: row.fact_key,
      unit: row.enterprise_id,
      level: row.level,
      issuedOn: row.issued_on,
      withdrawnOn: row.withdrawn_on,
      outside: row.is_outside === 1,
      qualification: row.kind === "QUALIFICATION",
      employmentType: row.employment_type,
    });
  }
  const titles = await query<TitleFactRow>(
    `SELECT s.person_id, s.fact_key, s.content, s.enterprise_id, s.level, s.approved_on, s.cancelled_on ${known("title_state", revision)}`,
  );
  for (const row of titles) {
    of(row.person_id).titles.push({
      key: row.fact_key,
      number: (JSON.parse(row.content) as { number?: string | null }).number ?? null,
      unit: row.enterprise_id,
      level: row.level,
      approvedOn: row.approved_on,
      cancelledOn: row.cancelled_on,
    });
  }
  const movements = await query<MovementFactRow>(
    `SELECT s.person_id, s.fact_key, s.kind, s.moved_on, s.from_enterprise_id, s.to_enterprise_id ${known("movement_state", revision)}`,
  );
  for (const row of movements) {
    of(row.person_id).movements.push({
      key: row.fact_key,
      kind: row.kind,
      on: row.moved_on,
      from: row.from_enterprise_id,
      to: row.to_enterprise_id,
    });
  }
  return facts;
}

/** The numbers of all titles that the ledger has at present; there are only some thousands. */
export async function loadTitleNumbers(
  reader: Reader,
): Promise<{ readonly number: string; readonly personId: number; readonly level: SkillLevel }[]> {
  const rows = await reader.all<{ person_id: number; level: SkillLevel; content: string }>(
    `SELECT t.person_id, t.level, t.content
       FROM title_state t
       JOIN entry e ON e.id = t.entry_id
      WHERE t.replaced_entry_id IS NULL
        AND e.revision IS NOT NULL`,
  );
  return rows.flatMap((row) => {
    const { number } = JSON.parse(row.content) as { number?: string | null };
    return number ? [{ number, personId: row.person_id, level: row.level }] : [];
  });
}

/** The persons whose numbers count for some people: themselves and what was merged into them. */
export async function withMergedNumbers(
  reader: Reader,
  personIds: Iterable<number>,
  canonical: (id: number) => number,
): Promise<Set<number>> {
  const wanted = new Set([...personIds].map(canonical));
  const rows = await reader.all<{ from_person_id: number }>(
    "SELECT m.from_person_id FROM person_merge m JOIN entry e ON e.id = m.entry_id WHERE m.replaced_entry_id IS NULL AND e.revision IS NOT NULL",
  );
  for (const row of rows) if (wanted.has(canonical(row.from_person_id))) wanted.add(row.from_person_id);
  return wanted;
}

/** The claims of earlier, not withdrawn batches under a sheet with the same digest: which facts it brought. */
export async function loadReplayedBatch(
  reader: Reader,
  digest: string,
): Promise<{ readonly batchId: number; readonly keys: ReadonlySet<string> } | null> {
  const [sheet] = await reader.all<{ batch_id: number; sheet_index: number }>(
    `SELECT s.batch_id, s.sheet_index
       FROM batch_sheet s
       JOIN batch b ON b.id = s.batch_id
       JOIN entry e ON e.id = b.entry_id
      WHERE s.digest = ?
        AND b.withdrawn_entry_id IS NULL
        AND e.revision IS NOT NULL
      ORDER BY e.revision
      LIMIT 1`,
    [digest],
  );
  if (!sheet) return null;
  const claims = await reader.all<{ kind: string; fact_key: string }>(
    "SELECT c.kind, c.fact_key FROM claim c WHERE c.batch_id = ? AND c.sheet_index = ?",
    [sheet.batch_id, sheet.sheet_index],
  );
  return { batchId: sheet.batch_id, keys: new Set(claims.map((claim) => `${claim.kind} ${claim.fact_key}`)) };
}

export interface LiveClaim {
  readonly kind: FactKind;
  readonly factKey: string;
  readonly content: Content;
  readonly batchId: number;
  readonly sheetIndex: number;
  readonly row: number;
}

/** The claims that hold for some facts, in the order of their revisions; claims of withdrawn batches are left out, as if they had never come. */
export async function loadLiveClaims(reader: Reader, kind: FactKind, keys: Iterable<string>): Promise<LiveClaim[]> {
  const rows = await inParts<{
    fact_key: string;
    content: string;
    batch_id: number;
    sheet_index: number;
    row_no: number;
    revision: number;
    id: number;
    replay_of: number | null;
    replay_withdrawn: number | null;
  }>(
    reader,
    keys,
    // An empty content is that of the state which the claim brought.
    `SELECT c.fact_key, CASE WHEN c.content = '' THEN s.content ELSE c.content END AS content, c.batch_id, c.sheet_index, c.row_no, e.revision, c.id, c.replay_of,
            o.withdrawn_entry_id AS replay_withdrawn
       FROM claim c
       JOIN entry e ON e.id = c.entry_id
       JOIN batch b ON b.id = c.batch_id
       LEFT JOIN batch o ON o.id = c.replay_of
       LEFT JOIN ${STATE_TABLES[kind]} s ON c.content = '' AND s.fact_key = c.fact_key AND s.entry_id = c.entry_id
      WHERE c.kind = '${kind}'
        AND c.fact_key IN (??)
        AND e.revision IS NOT NULL
        AND b.withdrawn_entry_id IS NULL`,
  );
  return rows
    .filter((row) => row.replay_of === null || row.replay_withdrawn !== null)
    .sort((a, b) => a.revision - b.revision || a.id - b.id)
    .map((row) => ({
      kind,
      factKey: row.fact_key,
      content: JSON.parse(row.content),
      batchId: row.batch_id,
      sheetIndex: row.sheet_index,
      row: row.row_no,
    }));
}
