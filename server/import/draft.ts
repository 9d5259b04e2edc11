import type { ClaimRow, FactKey, NewPerson, Origin, StateChange } from "../ledger/admit.ts";
import {
  type Content,
  canonical,
  type EnterpriseClaim,
  type EnterpriseMemory,
  type EnterpriseSegment,
  FACT_KINDS,
  type FactKind,
  foldClaim,
  foldEnterprise,
  NO_MEMORY,
  segmentsOf,
} from "../ledger/fold.ts";
import type { Ledger } from "../ledger/ledger.ts";
import {
  inParts,
  type KeyedPersonFacts,
  loadFilingHolders,
  loadMerges,
  loadOccupationCodes,
  loadPersonFacts,
  loadPersons,
  loadReplayedBatch,
  loadStates,
  loadTerms,
  loadTitleNumbers,
  loadUnitIds,
  type StateRow,
  type TermRow,
  withMergedNumbers,
} from "../ledger/lookup.ts";
import { maskIdNumber } from "../ledger/personal-data.ts";
import type { Reader } from "../ledger/store.ts";
import type { Day } from "../policy/day.ts";
import type { Finding } from "../policy/finding.ts";
import { LEVEL_FACTS, type SkillLevel } from "../policy/levels.ts";
import type { HeadDelta } from "../policy/whereabouts.ts";
import {
  CERTIFICATE_KIND_LABELS,
  EMPLOYMENT_TYPE_LABELS,
  FILING_KIND_LABELS,
  FILING_STATUS_LABELS,
  type LedgerKind,
  MOVEMENT_KIND_LABELS,
  OWNERSHIP_LABELS,
  RECOGNITION_METHOD_LABELS,
} from "../policy/words.ts";
import { PLACE_LABELS } from "./parse-place.ts";
import type { CellFinding, ContentByKind, ParsedSheet } from "./parsed.ts";

export type RowResult = "created" | "changed" | "unchanged" | "refused";

/** One row on its way through the checks. */
export interface RowWork<K extends LedgerKind = LedgerKind> {
  readonly sheet: SheetWork;
  readonly row: number;
  readonly content: Partial<ContentByKind[K]>;
  readonly findings: CellFinding[];
  /** What became of its facts; the row is `created` when any fact was, else `changed` when any was. */
  result: RowResult | null;
}

export interface SheetWork {
  readonly batchId: number;
  readonly fileName: string;
  readonly sheet: ParsedSheet;
  readonly rows: readonly RowWork[];
  /** Says the same as another sheet with the same digest, whatever program wrote it. */
  readonly digest: string | null;
  /** The earlier batch that said all this already, and the facts that it brought. */
  replay: { readonly batchId: number; readonly keys: ReadonlySet<string> } | null;
}

/** A person that the sending names: in the ledger, or new (negative id). */
export interface PersonDraft extends NewPerson {
  idKind: string;
  /** Of a new person: what the first admitted row says. A refused row names nobody. */
  name: string | null;
  /** The person that counts where two numbers are one person's. */
  readonly canonicalId: number;
  readonly isNew: boolean;
}

/** Who holds a title under some number. */
export interface TitleHolder {
  readonly canonicalId: number;
  readonly level: SkillLevel;
}

export interface UnitDraft {
  readonly creditCode: string;
  /** Negative when the ledger has never heard of it. */
  readonly id: number;
  memory: EnterpriseMemory | null;
  segments: readonly EnterpriseSegment[];
  readonly inLedger: boolean;
  readonly terms: TermRow[];
}

const CODE_FIELDS = ["creditCode", "fromCode", "toCode"] as const;

/** What an empty 证件类型 means. */
const RESIDENT_CARD = "居民身份证";

const NOBODY: KeyedPersonFacts = { certificates: [], titles: [], movements: [] };

/** Note a finding of a rule on a row, with what its cell holds. */
export function note(row: RowWork, finding: Finding): void {
  const { column } = finding;
  const value = column === null ? null : (row.content as Record<string, unknown>)[column];
  const found =
    column === null || value == null
      ? null
      : column === "idNumber"
        ? maskIdNumber(String(value))
        : foundText(value, column);
  row.findings.push({ ...finding, found });
}

/** As people write it: a closed list's word or a place by its name, never by its code. */
function foundText(value: unknown, column: string): string {
  if (Array.isArray(value)) return shortened(value.map((each) => LABELS.get(String(each)) ?? String(each)).join("、"));
  if (typeof value === "object" && value !== null && "responsibilityCode" in value) {
    const { department, responsibilityCode } = value as { department: string | null; responsibilityCode: string };
    return shortened(department ?? PLACE_LABELS.get(responsibilityCode) ?? responsibilityCode);
  }
  const label = PLACES.has(column) ? PLACE_LABELS.get(String(value)) : LABELS.get(String(value));
  return shortened(typeof value === "boolean" ? (value ? "是" : "否") : (label ?? String(value)));
}

const PLACES = new Set(["cityCode", "countyCode", "sectorCode"]);

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const LABELS = new Map<string, string>([
  ...LEVEL_FACTS.map(({ level, name }) => [level, name] as const),
  ...[
    OWNERSHIP_LABELS,
    EMPLOYMENT_TYPE_LABELS,
    RECOGNITION_METHOD_LABELS,
    CERTIFICATE_KIND_LABELS,
    MOVEMENT_KIND_LABELS,
    FILING_STATUS_LABELS,
    FILING_KIND_LABELS,
    // 评定类型; its 首次 is that of the filings.
    { AGAIN: "再次" },
  ].flatMap((labels) => Object.entries(labels)),
]);

export function isRefused(row: RowWork): boolean {
  return row.findings.some((finding) => finding.severity === "error");
}

/** Has an error been told of this cell already? */
export function isFaulty(row: RowWork, column: string): boolean {
  return row.findings.some((finding) => finding.severity === "error" && finding.column === column);
}

/** The rows of all sheets of one kind, in the order of files, sheets and rows. */
export function rowsOf<K extends LedgerKind>(sheets: readonly SheetWork[], kind: K): RowWork<K>[] {
  return sheets.filter((work) => work.sheet.kind === kind).flatMap((work) => work.rows as RowWork<K>[]);
}

/** Turn a parsed sheet into rows to work on; a sheet-level error stands on every row. */
export function workOn(batchId: number, fileName: string, sheet: ParsedSheet, ledger: Ledger): SheetWork {
  const sheetErrors = sheet.findings.filter((finding) => finding.severity === "error");
  const rows: RowWork[] = [];
  const work: SheetWork = { batchId, fileName, sheet, rows, digest: digestOf(sheet, ledger), replay: null };
  for (const row of sheet.rows) {
    rows.push({
      sheet: work,
      row: row.row,
      content: row.content,
      findings: sheetErrors.length > 0 ? [...sheetErrors] : [...row.findings],
      result: null,
    });
  }
  return work;
}

const DIGESTS = new WeakMap<ParsedSheet, string | null>();

/** What was understood of a sheet, as one keyed number, taken once: the checks add to the contents. */
function digestOf(sheet: ParsedSheet, ledger: Ledger): string | null {
  const known = DIGESTS.get(sheet);
  if (known !== undefined) return known;
  const digest = sheet.kind === null || sheet.rows.length === 0 ? null : takeDigest(sheet, ledger);
  DIGESTS.set(sheet, digest);
  return digest;
}

function takeDigest(sheet: ParsedSheet, ledger: Ledger): string {
  const digest = ledger.personalData.keyedDigest();
  const keys = sheet.columns.map((column) => column.key).sort();
  let text = `${sheet.kind} ${sheet.filledOn ?? ""}`;
  for (const row of sheet.rows) {
    const content = row.content as Record<string, unknown>;
    text += `\n${row.findings.length}`;
    for (const key of keys) {
      const value = content[key];
      if (value == null) continue;
      text += `\u0001${key}\u0002${typeof value === "object" ? JSON.stringify(value) : String(value)}`;
    }
    if (text.length > 100_000) {
      digest.update(text);
      text = "";
    }
  }
  return digest.update(text).digest("hex");
}

/** Everything that a sending is checked against, and what it comes to: the ledger at one revision, folded on in memory. */
export class SendingDraft {
  readonly claims: ClaimRow[] = [];
  readonly #facts = new Map<FactKind, Map<string, StateChange>>(FACT_KINDS.map((kind) => [kind, new Map()]));
  readonly #states = new Map<FactKind, Map<string, StateRow>>();
  readonly #units = new Map<string, UnitDraft>();
  readonly #persons = new Map<string, PersonDraft>();
  readonly #people = new Map<number, { before: KeyedPersonFacts; after: KeyedPersonFacts }>();
  readonly filingHolders = new Map<string, string>();
  readonly occupationCodes = new Map<string, Set<string>>();
  /** People whom another import is just bringing: they must still be there when this one is closed. */
  readonly unsettledPersons: number[] = [];
  readonly #enterpriseClaims = new Set<string>();
  #provisional = -1;

  constructor(
    readonly ledger: Ledger,
    readonly today: Day,
    readonly revision: number,
  ) {}

  // ------------------------------------------------------------------------------------------------------- loading

  /** Read from the ledger all that the rows of these sheets touch. */
  async load(reader: Reader, sheets: readonly SheetWork[]): Promise<void> {
    const contents = sheets.flatMap((work) => work.rows.map((row) => row.content as Record<string, unknown>));
    const codes = new Set<string>();
    for (const content of contents) {
      for (const key of ["creditCode", "groupCode", "fromCode", "toCode"])
        if (typeof content[key] === "string") codes.add(content[key]);
    }
    await this.#loadUnits(reader, codes);
    // The groups of the units, and the groups of those: their filings may stand behind a certificate.
    for (let round = 0; round < 2; round++) {
      const groups = new Set<string>();
      for (const unit of this.#units.values())
        for (const segment of unit.segments)
          if (segment.groupCode && !this.#units.has(segment.groupCode)) groups.add(segment.groupCode);
      if (groups.size > 0) await this.#loadUnits(reader, groups);
    }
    const filingNumbers = new Set(
      contents.flatMap((content) => (typeof content.filingNumber === "string" ? [content.filingNumber] : [])),
    );
    for (const [number, code] of await loadFilingHolders(reader, filingNumbers)) this.filingHolders.set(number, code);
    const names = new Set(
      contents.flatMap((content) => (typeof content.occupationName === "string" ? [content.occupationName] : [])),
    );
    for (const [name, known] of await loadOccupationCodes(reader, names)) this.occupationCodes.set(name, known);
    await this.#loadPeople(reader, sheets);
    for (const work of sheets) work.replay = work.digest === null ? null : await loadReplayedBatch(reader, work.digest);
  }

  async #loadUnits(reader: Reader, codes: ReadonlySet<string>): Promise<void> {
    const ids = await loadUnitIds(reader, codes);
    const memories = await loadStates(reader, "ENTERPRISE", codes);
    const terms = await loadTerms(reader, codes);
    for (const code of codes) {
      const memory = (memories.get(code)?.content ?? null) as EnterpriseMemory | null;
      this.#units.set(code, {
        creditCode: code,
        id: ids.get(code) ?? this.#provisional--,
        memory,
        segments: memory ? segmentsOf(memory) : [],
        inLedger: memory !== null,
        terms: terms.filter((term) => term.creditCode === code),
      });
    }
  }

  async #loadPeople(reader: Reader, sheets: readonly SheetWork[]): Promise<void> {
    const hashes = new Map<string, string>();
    for (const work of sheets) {
      for (const row of work.rows) {
        const { idNumber } = row.content as { idNumber?: string };
        if (idNumber && !hashes.has(idNumber)) hashes.set(idNumber, this.ledger.personalData.hash(idNumber));
      }
    }
    const stored = await loadPersons(reader, hashes.values());
    const canonicalOf = await loadMerges(reader);
    for (const [idNumber, idHash] of hashes) {
      const row = stored.get(idHash);
      const id = row?.id ?? this.#provisional--;
      if (row && !row.isSettled) this.unsettledPersons.push(row.id);
      this.#persons.set(idNumber, {
        id,
        canonicalId: row ? canonicalOf(row.id) : id,
        idHash,
        idNumber,
        idKind: RESIDENT_CARD,
        name: row?.name || null,
        isNew: !row,
      });
    }
    const known = [...this.#persons.values()].filter((person) => !person.isNew).map((person) => person.id);
    const ids = known.length > 0 ? await withMergedNumbers(reader, known, canonicalOf) : new Set<number>();
    const facts = ids.size > 0 ? await loadPersonFacts(reader, ids, canonicalOf) : new Map<number, KeyedPersonFacts>();
    for (const [id, before] of facts) {
      this.#people.set(id, {
        before,
        after: { ...before },
      });
    }
  }

  /** Read the present states of some facts, before they are stated. */
  async loadFacts(reader: Reader, kind: FactKind, keys: Iterable<string>): Promise<void> {
    const states = this.#states.get(kind) ?? new Map<string, StateRow>();
    this.#states.set(kind, states);
    for (const [key, row] of await loadStates(reader, kind, keys)) states.set(key, row);
  }

  /** Whose number a certificate's is in the ledger. */
  async loadCertificateHolders(reader: Reader, numbers: Iterable<string>): Promise<Map<string, number>> {
    const rows = await inParts<{ fact_key: string; person_id: number }>(
      reader,
      numbers,
      `SELECT c.fact_key, c.person_id FROM certificate_state c JOIN entry e ON e.id = c.entry_id
        WHERE c.fact_key IN (??) AND c.replaced_entry_id IS NULL AND e.revision IS NOT NULL`,
    );
    const canonicalOf = await loadMerges(reader);
    return new Map(rows.map((row) => [row.fact_key, canonicalOf(row.person_id)]));
  }

  /** Whose title each of these numbers is in the ledger. */
  async loadTitleHolders(reader: Reader, numbers: ReadonlySet<string>): Promise<Map<string, readonly TitleHolder[]>> {
    const holders = new Map<string, TitleHolder[]>();
    if (numbers.size === 0) return holders;
    const canonicalOf = await loadMerges(reader);
    for (const { number, personId, level } of await loadTitleNumbers(reader)) {
      if (!numbers.has(number)) continue;
      const holder = { canonicalId: canonicalOf(personId), level };
      holders.set(number, [...(holders.get(number) ?? []), holder]);
    }
    return holders;
  }

  // ------------------------------------------------------------------------------------------------------ asking

  unit(creditCode: string): UnitDraft {
    const unit = this.#units.get(creditCode);
    if (!unit) throw new Error("a unit was not loaded");
    return unit;
  }

  maybeUnit(creditCode: string): UnitDraft | null {
    return this.#units.get(creditCode) ?? null;
  }

  person(idNumber: string): PersonDraft {
    return this.#persons.get(idNumber)!;
  }

  /** A person's facts as they will be. */
  people(canonicalId: number): KeyedPersonFacts {
    return this.#mutable(canonicalId).after;
  }

  #mutable(canonicalId: number): { before: KeyedPersonFacts; after: KeyedPersonFacts } {
    let facts = this.#people.get(canonicalId);
    if (!facts) {
      facts = {
        before: NOBODY,
        after: { certificates: NOBODY.certificates, titles: NOBODY.titles, movements: NOBODY.movements },
      };
      this.#people.set(canonicalId, facts);
    }
    return facts;
  }

  /** The content of a fact as the ledger had it before this sending. */
  ledgerContentOf(kind: FactKind, rest: string): Content | null {
    return this.#states.get(kind)?.get(rest)?.content ?? null;
  }

  /** The content of a fact as it stands, the sending's own rows included. */
  contentOf(kind: FactKind, rest: string, person: number | null = null): Content | null {
    const key = person === null ? rest : `${person}|${rest}`;
    return this.#facts.get(kind)!.get(key)?.content ?? this.#states.get(kind)?.get(key)?.content ?? null;
  }

  // ------------------------------------------------------------------------------------------------------ stating

  /** State a fact: fold the row's claim onto what stands. Answers what became of it. */
  state(row: RowWork, kind: FactKind, key: FactKey, claim: Content): RowResult {
    const text = key.byPerson ? `${key.person}|${key.rest}` : key.rest;
    this.#introduce(row);
    const origin = originOf(row);
    const replayOf = row.sheet.replay?.keys.has(`${kind} ${text}`) ? row.sheet.replay.batchId : null;
    this.claims.push({ kind, key, content: claim, origin, replayOf });
    const standing = this.contentOf(kind, key.rest, key.byPerson ? key.person : null);
    // The same sheet once more: what it said has been weighed, later statements stand.
    if (replayOf !== null && standing !== null) return "unchanged";
    // A new fact is its claim; only a change folds, so that a large file does not stand in memory several times.
    const content = standing === null ? claim : foldClaim(kind, standing, claim);
    if (standing !== null && canonical(standing) === canonical(content)) return "unchanged";
    const replaces = this.#facts.get(kind)!.get(text)?.replaces ?? this.#states.get(kind)?.has(text) ?? false;
    this.#facts.get(kind)!.set(text, { kind, key, content, origin, replaces });
    return standing === null ? "created" : "changed";
  }

  /** An admitted row gives a new person name and kind of number, where no admitted row before it has. */
  #introduce(row: RowWork): void {
    const content = row.content as { idNumber?: string; idKind?: string | null; personName?: string | null };
    const person = content.idNumber ? this.#persons.get(content.idNumber) : undefined;
    if (!person?.isNew) return;
    person.name ??= content.personName ?? null;
    if (person.idKind === RESIDENT_CARD && content.idKind) person.idKind = content.idKind;
  }

  /** State what a row says of its enterprise. Rows of one sheet that say the same are one claim. */
  stateEnterprise(row: RowWork, claim: EnterpriseClaim): RowResult {
    const unit = this.unit(claim.creditCode);
    const said = `${row.sheet.batchId}/${row.sheet.sheet.index}/${canonical(claim as unknown as Content)}`;
    if (this.#enterpriseClaims.has(said)) return "unchanged";
    this.#enterpriseClaims.add(said);
    const key: FactKey = { person: null, byPerson: false, rest: claim.creditCode };
    const replayOf = row.sheet.replay?.keys.has(`ENTERPRISE ${claim.creditCode}`) ? row.sheet.replay.batchId : null;
    const { creditCode: _code, ...content } = claim;
    const origin = originOf(row);
    this.claims.push({ kind: "ENTERPRISE", key, content: content as unknown as Content, origin, replayOf });
    if (replayOf !== null && unit.memory !== null) return "unchanged";
    const memory = foldEnterprise(unit.memory ?? NO_MEMORY, claim);
    const segments = segmentsOf(memory);
    if (unit.memory !== null && JSON.stringify(memory) === JSON.stringify(unit.memory)) return "unchanged";
    const result = unit.memory === null ? "created" : "changed";
    unit.memory = memory;
    unit.segments = segments;
    const replaces = unit.inLedger;
    this.#facts
      .get("ENTERPRISE")!
      .set(claim.creditCode, { kind: "ENTERPRISE", key, content: memory as unknown as Content, origin, replaces });
    return result;
  }

  // ------------------------------------------------------------------------------------------------------ the outcome

  /** The facts that are new or other than before. */
  states(): StateChange[] {
    return FACT_KINDS.flatMap((kind) => [...this.#facts.get(kind)!.values()]);
  }

  /** Units that the facts name and the ledger has never heard of. */
  units(): Map<number, string> {
    const used = new Set<string>();
    for (const facts of this.#facts.values()) {
      for (const { kind, key, content } of facts.values()) {
        for (const field of CODE_FIELDS) if (typeof content?.[field] === "string") used.add(content[field] as string);
        if (kind === "ENTERPRISE") used.add(key.rest);
      }
    }
    const unheard = [...this.#units.values()].filter((unit) => unit.id < 0 && used.has(unit.creditCode));
    return new Map(unheard.map((unit) => [unit.id, unit.creditCode]));
  }

  /** People whom a claim names and the ledger does not know. */
  persons(): NewPerson[] {
    const named = new Set<number>();
    for (const claim of this.claims) if (claim.key.person !== null && claim.key.person < 0) named.add(claim.key.person);
    return [...this.#persons.values()].filter((person) => person.isNew && named.has(person.id));
  }

  deltas(): readonly HeadDelta[] {
    return this.ledger.counting.deltasOf([...this.#people.values()]);
  }
}

export function originOf(row: RowWork): Origin {
  return { batchId: row.sheet.batchId, sheetIndex: row.sheet.sheet.index, row: row.row };
}

/** A list with one fact in the place of the one of the same name, or at its end. A list of its own: lists are shared. */
export function withFact<T>(list: readonly T[], fact: T, sameAs: (other: T) => boolean): T[] {
  const standing = list.findIndex(sameAs);
  return standing < 0 ? list.concat([fact]) : list.with(standing, fact);
}

/** The strongest of what became of a row's facts. */
export function strongest(results: readonly RowResult[]): RowResult {
  return results.includes("created") ? "created" : results.includes("changed") ? "changed" : "unchanged";
}

/**
 * Two rows of one sending with one key and different content are both refused (`ledgers.md`, “What an import does” 5).
 * Compared are the columns that both sheets have.
 */
export function refuseContradictions<R extends RowWork>(
  rows: readonly R[],
  keyOf: (row: R) => string | null,
  contentOf: (row: R) => Record<string, unknown>,
  subject: string,
): void {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) if (group.length > 1) refuseAmong(group, contentOf, subject);
}

/** Rows that say the same are one statement, so that the cost grows with the statements, not with the rows. */
function refuseAmong<R extends RowWork>(
  group: readonly R[],
  contentOf: (row: R) => Record<string, unknown>,
  subject: string,
): void {
  const byText = new Map<string, { readonly content: Record<string, unknown>; readonly rows: R[] }>();
  for (const row of group) {
    const content = contentOf(row);
    const text = JSON.stringify(content);
    const same = byText.get(text);
    if (same) same.rows.push(row);
    else byText.set(text, { content, rows: [row] });
  }
  if (byText.size < 2) return;
  const statements = [...byText.values()];
  for (const statement of statements) {
    for (const other of statements) {
      const column = other === statement ? null : differing(statement.content, other.content);
      if (column === null) continue;
      for (const row of statement.rows) noteContradiction(row, other.rows[0]!, column, subject);
      break;
    }
  }
}

function noteContradiction(row: RowWork, other: RowWork, column: string, subject: string): void {
  const where =
    row.sheet === other.sheet
      ? `第${other.row}行`
      : `《${other.sheet.fileName}》${other.sheet.sheet.name}第${other.row}行`;
  const mend = "核对后只留正确的一行，或把两行改成一致";
  const days = row.sheet.sheet.filledOn !== other.sheet.sheet.filledOn;
  note(row, {
    code: "CONTRADICTION",
    severity: "error",
    column,
    message: `与${where}是同一${subject}，内容却不一致，两行都退回`,
    mend: days ? `${mend}；两张表的填报时间不同的，分两次上传` : mend,
    clause: null,
  });
}

/** The first column that both have and in which they differ. */
function differing(a: Record<string, unknown>, b: Record<string, unknown>): string | null {
  for (const key of Object.keys(a)) {
    if (a[key] === undefined || b[key] === undefined) continue;
    if (JSON.stringify(a[key]) !== JSON.stringify(b[key])) return key;
  }
  return null;
}
