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
  loadUnitIds,
  type StateRow,
  type TermRow,
  withMergedNumbers,
} from "../ledger/lookup.ts";
import { maskIdNumber } from "../ledger/personal-data.ts";
import type { Reader } from "../ledger/store.ts";
import type { Day } from "../policy/day.ts";
import type { Finding } from "../policy/finding.ts";
import { LEVEL_FACTS } from "../policy/levels.ts";
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
  /** The person that counts where two numbers are one person's. */
  readonly canonicalId: number;
  readonly isNew: boolean;
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

const NOBODY: KeyedPersonFacts = { certificates: [], titles: [], movements: [] };

/** Note a finding of a rule on a row, with what its cell holds. */
export function note(row: RowWork, finding: Finding): void {
  const value = finding.column === null ? null : (row.content as Record<string, unknown>)[finding.column];
  const found = value == null ? null : finding.column === "idNumber" ? maskIdNumber(String(value)) : foundText(value);
  row.findings.push({ ...finding, found });
}

/** As people write it: a closed list's word by its label, never by its code. */
function foundText(value: unknown): string {
  if (Array.isArray(value)) return shortened(value.map((each) => LABELS.get(String(each)) ?? String(each)).join("、"));
  if (typeof value === "object" && value !== null && "responsibilityCode" in value) {
    const { department, responsibilityCode } = value as { department: string | null; responsibilityCode: string };
    return shortened(department ?? responsibilityCode);
  }
  return shortened(typeof value === "boolean" ? (value ? "是" : "否") : (LABELS.get(String(value)) ?? String(value)));
}

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
  ].flatMap((labels) => Object.entries(labels)),
]);

export function isRefused(row: RowWork): boolean {
  return row.findings.some((finding) => finding.severity === "error");
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
    const named = new Map<string, { idNumber: string; idKind: string; name: string | null }>();
    for (const work of sheets) {
      for (const row of work.rows) {
        const content = row.content as { idNumber?: string; idKind?: string | null; personName?: string | null };
        if (!content.idNumber) continue;
        const known = named.get(content.idNumber);
        if (!known)
          named.set(content.idNumber, {
            idNumber: content.idNumber,
            idKind: content.idKind ?? "居民身份证",
            name: content.personName ?? null,
          });
        else known.name ??= content.personName ?? null;
      }
    }
    const hashes = new Map([...named.keys()].map((number) => [number, this.ledger.personalData.hash(number)]));
    const stored = await loadPersons(reader, hashes.values());
    const canonicalOf = await loadMerges(reader);
    for (const [idNumber, { idKind, name }] of named) {
      const idHash = hashes.get(idNumber)!;
      const row = stored.get(idHash);
      const id = row?.id ?? this.#provisional--;
      if (row && !row.isSettled) this.unsettledPersons.push(row.id);
      this.#persons.set(idNumber, {
        id,
        canonicalId: row ? canonicalOf(row.id) : id,
        idHash,
        idNumber,
        idKind,
        name: row ? row.name || null : name,
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

  /** Whose number a certificate's is in the ledger: the person and the rest of its content. */
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

  /** The content of a fact as it stands, the sending's own rows included. */
  contentOf(kind: FactKind, rest: string, person: number | null = null): Content | null {
    const key = person === null ? rest : `${person}|${rest}`;
    return this.#facts.get(kind)!.get(key)?.content ?? this.#states.get(kind)?.get(key)?.content ?? null;
  }

  // ------------------------------------------------------------------------------------------------------ stating

  /** State a fact: fold the row's claim onto what stands. Answers what became of it. */
  state(row: RowWork, kind: FactKind, key: FactKey, claim: Content): RowResult {
    const text = key.byPerson ? `${key.person}|${key.rest}` : key.rest;
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
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const told = new Map<R, Set<string>>();
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length && j < i + 200; j++) {
        const differing = differences(contentOf(group[i]!), contentOf(group[j]!));
        if (differing.length === 0) continue;
        for (const [row, other] of [
          [group[i]!, group[j]!],
          [group[j]!, group[i]!],
        ] as const) {
          const columns = told.get(row) ?? new Set();
          told.set(row, columns);
          if (columns.size > 0) continue;
          columns.add(differing[0]!);
          const where =
            row.sheet === other.sheet
              ? `第${other.row}行`
              : `《${other.sheet.fileName}》${other.sheet.sheet.name}第${other.row}行`;
          note(row, {
            code: "CONTRADICTION",
            severity: "error",
            column: differing[0]!,
            message: `与${where}是同一${subject}，内容却不一致，两行都退回`,
            mend: "核对后只留正确的一行，或把两行改成一致",
            clause: null,
          });
        }
      }
    }
  }
}

function differences(a: Record<string, unknown>, b: Record<string, unknown>): string[] {
  return Object.keys(a).filter(
    (key) =>
      a[key] !== undefined &&
      key in b &&
      b[key] !== undefined &&
      JSON.stringify(a[key] ?? null) !== JSON.stringify(b[key] ?? null),
  );
}
