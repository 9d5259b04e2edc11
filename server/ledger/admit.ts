import type { Actor } from "../policy/actor.ts";
import type { HeadDelta } from "../policy/whereabouts.ts";
import { type Content, type EnterpriseMemory, FACT_KINDS, type FactKind, keptContent, segmentsOf } from "./fold.ts";
import type { Ledger } from "./ledger.ts";
import { loadPersons, loadUnitIds, STATE_TABLES } from "./lookup.ts";
import { maskIdNumber } from "./personal-data.ts";
import type { SqlValue, Store, Tx } from "./store.ts";

/*
 * The only door for facts. An entry is opened without a revision; claims, states and deltas are written under it where
 * nobody sees them; one short last transaction marks what they replace, raises the revision and gives it to the entry.
 */

export type EntryKind = "SENDING" | "BATCH_WITHDRAWAL" | "BATCH_RESTORATION" | "PERSON_MERGE" | "PERSON_MERGE_UNDONE";

export interface EntryNote {
  readonly kind: EntryKind;
  readonly actor: Actor;
  readonly batchId: number | null;
  readonly reason: string | null;
  /** Typed facts for the audit; never personal data. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Origin {
  readonly batchId: number;
  readonly sheetIndex: number;
  readonly row: number;
}

/** What an admitted row said of a fact. */
export interface ClaimRow {
  readonly kind: FactKind;
  readonly key: FactKey;
  readonly content: Content;
  readonly origin: Origin;
  readonly replayOf: number | null;
}

/** A fact as it holds from now on; `content` null: nothing of it is left (its only batch was withdrawn). */
export interface StateChange {
  readonly kind: FactKind;
  readonly key: FactKey;
  readonly content: Content | null;
  readonly origin: Origin;
  /** The ledger has a present state of this fact, which this one replaces. */
  readonly replaces: boolean;
}

/** Whose fact it is (negative while the person is new) and what names it; `byPerson`: the person's id is part of the key. */
export interface FactKey {
  readonly person: number | null;
  readonly byPerson: boolean;
  readonly rest: string;
}

export interface NewPerson {
  /** Negative, as facts of this draft name the person. */
  readonly id: number;
  readonly idHash: string;
  /** In memory only; encrypted as it is written. */
  readonly idNumber: string;
  readonly idKind: string;
  readonly name: string | null;
}

export interface Draft {
  readonly claims: readonly ClaimRow[];
  readonly states: readonly StateChange[];
  readonly persons: readonly NewPerson[];
  /** Units named for the first time: credit code by the negative id that this draft gave it. */
  readonly units: ReadonlyMap<number, string>;
  /** Units by id or negative id. */
  readonly deltas: readonly HeadDelta[];
}

/** Someone else wrote since this was checked: check again. */
export class LedgerMoved extends Error {
  constructor() {
    super("the ledger has moved since it was checked");
    this.name = "LedgerMoved";
  }
}

const CHUNK = 5000;

/** A deed's one transaction, begun again when someone else wrote first. */
export async function writeDeed<T>(ledger: Ledger, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ledger.store.write(work);
    } catch (error) {
      if (!(error instanceof LedgerMoved) || attempt >= 50) throw error;
    }
  }
}

/** Open an entry that nobody sees until it is closed. */
export async function openEntry(tx: Tx, ledger: Ledger, note: EntryNote): Promise<number> {
  const { insertId } = await tx.run(
    "INSERT INTO entry (kind, batch_id, actor, role, came_from, at, reason, facts, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
    [
      note.kind,
      note.batchId,
      note.actor.name,
      note.actor.role,
      note.actor.from,
      ledger.now().toISOString(),
      note.reason,
      JSON.stringify(note.facts),
    ],
  );
  return insertId;
}

/** Write a draft under its entry, some thousand rows a transaction, invisible to everybody. */
export async function writeDraft(
  ledger: Ledger,
  entryId: number,
  draft: Draft,
  onProgress?: (rows: number) => Promise<void>,
): Promise<void> {
  const { store } = ledger;
  const ids = await registerUnitsAndPersons((work) => store.write(work), ledger, entryId, draft);
  const asStated = contentsOf(draft.states);
  // Three lists that do not need each other: a database server takes them on three connections at once.
  const claims = inChunks(draft.claims, CHUNK, async (part) => {
    await store.write((tx) => insertClaims(tx, entryId, part, asStated, ids));
    await onProgress?.(part.length);
  });
  const states = inChunks(draft.states, CHUNK, (part) => store.write((tx) => insertStates(tx, entryId, part, ids)));
  const deltas = inChunks(draft.deltas, CHUNK * 4, (part) => {
    const real = part.map((delta) => ({ ...delta, unit: ids.unitOf(delta.unit) }));
    return store.write((tx) => ledger.counting.write(tx, entryId, real));
  });
  // All must have ended before a failure is told: what is swept then must not be written to any more.
  for (const outcome of await Promise.allSettled([claims, states, deltas])) {
    if (outcome.status === "rejected") throw outcome.reason;
  }
}

function contentsOf(states: readonly StateChange[]): ReadonlySet<Content> {
  return new Set(states.flatMap((state) => (state.content === null ? [] : [state.content])));
}

async function inChunks<T>(
  list: readonly T[],
  size: number,
  work: (part: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < list.length; from += size) await work(list.slice(from, from + size));
}

/** The same within one transaction, for deeds. */
export async function writeDraftWithin(tx: Tx, ledger: Ledger, entryId: number, draft: Draft): Promise<void> {
  const ids = await registerUnitsAndPersons((work) => work(tx), ledger, entryId, draft);
  await markReplaced(tx, entryId, draft.states);
  await insertClaims(tx, entryId, draft.claims, contentsOf(draft.states), ids);
  await insertStates(tx, entryId, draft.states, ids);
  await ledger.counting.write(
    tx,
    entryId,
    draft.deltas.map((delta) => ({ ...delta, unit: ids.unitOf(delta.unit) })),
  );
}

/**
 * Give an entry its revision; with the commit it and everything under it is seen. Throws `LedgerMoved` when another
 * entry came first. The revision's row is locked until the commit, so that commit order is revision order.
 */
export async function closeEntry(tx: Tx, entryId: number, baseRevision: number): Promise<number> {
  const { affected } = await tx.run("UPDATE revision SET value = value + 1 WHERE id = 1 AND value = ?", [baseRevision]);
  if (affected !== 1) throw new LedgerMoved();
  await tx.run("UPDATE entry SET revision = ? WHERE id = ?", [baseRevision + 1, entryId]);
  return baseRevision + 1;
}

/** Mark the present states of the facts that an entry states anew. Part of the last transaction, before the revision is raised. */
export async function markReplaced(tx: Tx, entryId: number, states: readonly StateChange[]): Promise<void> {
  for (const kind of FACT_KINDS) {
    const keys = states
      .filter((state) => state.kind === kind && state.replaces)
      .map((state) => keyText(state.key, null));
    for (let from = 0; from < keys.length; from += 500) {
      const part = keys.slice(from, from + 500);
      await tx.run(
        `UPDATE ${STATE_TABLES[kind]}
            SET replaced_entry_id = ?
          WHERE fact_key IN (${part.map(() => "?").join(", ")})
            AND replaced_entry_id IS NULL
            AND entry_id <> ?`,
        [entryId, ...part, entryId],
      );
    }
  }
}

/** Take away everything that stands under an entry which never got a revision. */
export async function sweepEntry(store: Store, entryId: number): Promise<void> {
  const tables = [...Object.values(STATE_TABLES), "claim", "head_delta"];
  for (const table of tables) {
    for (;;) {
      const gone = await store.write(async (tx) => {
        const rows = await tx.all<{ id: number }>(
          `SELECT x.id FROM ${table} x JOIN entry e ON e.id = x.entry_id WHERE x.entry_id = ? AND e.revision IS NULL LIMIT ${CHUNK}`,
          [entryId],
        );
        if (rows.length > 0)
          await deleteRows(
            tx,
            table,
            rows.map((row) => row.id),
          );
        return rows.length;
      });
      if (gone < CHUNK) break;
    }
  }
  await store.write(async (tx) => {
    // A person that another sending names meanwhile stays.
    const orphans = await tx.all<{ id: number }>(
      `SELECT p.id FROM person p
        WHERE p.entry_id = ?
          AND NOT EXISTS (SELECT 1 FROM certificate_state c WHERE c.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM title_state t WHERE t.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM movement_state m WHERE m.person_id = p.id)`,
      [entryId],
    );
    await deleteRows(
      tx,
      "person",
      orphans.map((row) => row.id),
    );
    await tx.run("DELETE FROM entry WHERE id = ? AND revision IS NULL", [entryId]);
  });
}

async function deleteRows(tx: Tx, table: string, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 900) {
    const part = ids.slice(from, from + 900);
    await tx.run(`DELETE FROM ${table} WHERE id IN (${part.map(() => "?").join(", ")})`, part);
  }
}

// ------------------------------------------------------------------------------------------------------ rows of tables

interface RealIds {
  unitOf(id: number): number;
  unitByCode(code: string): number;
  personOf(id: number): number;
}

/** Runs one part of the writing: a transaction of its own, or a part of the one that is open. */
type InPart = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

async function registerUnitsAndPersons(
  inPart: InPart,
  ledger: Ledger,
  entryId: number,
  draft: Draft,
): Promise<RealIds> {
  const codes = new Set(draft.units.values());
  for (const state of draft.states) for (const code of codesIn(state)) codes.add(code);
  const unitIds = await inPart(async (tx) => {
    const rows = [...draft.units.values()].map((code) => [code]);
    await tx.insert("enterprise", ["credit_code"], rows, true);
    return loadUnitIds(tx, codes);
  });
  const personIds = new Map<number, number>();
  const columns = ["id_hash", "id_algorithm", "id_cipher", "id_mask", "id_kind", "name", "entry_id"];
  const { algorithm, encrypt } = ledger.personalData;
  for (let from = 0; from < draft.persons.length; from += CHUNK) {
    const part = draft.persons.slice(from, from + CHUNK);
    await inPart(async (tx) => {
      const rows = part.map(({ idHash, idNumber, idKind, name }) => [
        idHash,
        algorithm,
        encrypt(idNumber),
        maskIdNumber(idNumber),
        idKind.slice(0, 40),
        (name ?? "").slice(0, 200),
        entryId,
      ]);
      await tx.insert("person", columns, rows, true);
      const stored = await loadPersons(
        tx,
        part.map((person) => person.idHash),
      );
      for (const person of part) personIds.set(person.id, stored.get(person.idHash)!.id);
    });
  }
  const unitByCode = (code: string): number => {
    const id = unitIds.get(code);
    if (id === undefined) throw new Error("a unit of the draft was not registered");
    return id;
  };
  return {
    unitByCode,
    unitOf: (id) => (id > 0 ? id : unitByCode(draft.units.get(id)!)),
    personOf: (id) => (id > 0 ? id : personIds.get(id)!),
  };
}

function codesIn(state: StateChange): string[] {
  const content = state.content ?? {};
  const codes = [content.creditCode, content.fromCode, content.toCode].filter(
    (code): code is string => typeof code === "string",
  );
  return state.kind === "ENTERPRISE" ? [state.key.rest] : codes;
}

/** A claim that is the whole of the state that it brought is not written twice: an empty text stands for that state's. */
async function insertClaims(
  tx: Tx,
  entryId: number,
  claims: readonly ClaimRow[],
  asStated: ReadonlySet<Content>,
  ids: RealIds,
): Promise<void> {
  await tx.insert(
    "claim",
    ["entry_id", "batch_id", "sheet_index", "row_no", "kind", "fact_key", "content", "replay_of"],
    claims.map((claim) => [
      entryId,
      claim.origin.batchId,
      claim.origin.sheetIndex,
      claim.origin.row,
      claim.kind,
      keyText(claim.key, ids),
      asStated.has(claim.content) ? "" : JSON.stringify(keptContent(claim.content)),
      claim.replayOf,
    ]),
  );
}

async function insertStates(tx: Tx, entryId: number, states: readonly StateChange[], ids: RealIds): Promise<void> {
  for (const kind of FACT_KINDS) {
    const rows: SqlValue[][] = [];
    for (const change of states) {
      if (change.kind !== kind || change.content === null) continue;
      const head: SqlValue[] = [
        entryId,
        change.origin.batchId,
        change.origin.sheetIndex,
        change.origin.row,
        keyText(change.key, ids),
      ];
      const person = change.key.person === null ? null : ids.personOf(change.key.person);
      for (const { content, columns } of TABLE_ROWS[kind](change.content, ids, person, change.key.rest)) {
        rows.push([...head, JSON.stringify(keptContent(content as Content)), ...columns]);
      }
    }
    await tx.insert(
      STATE_TABLES[kind],
      ["entry_id", "batch_id", "sheet_index", "row_no", "fact_key", "content", ...TABLE_COLUMNS[kind]],
      rows,
    );
  }
}

/** How a fact's key stands in the tables. A certificate's number is its key; its person stands beside it. */
function keyText(key: FactKey, ids: RealIds | null): string {
  if (key.person === null || !key.byPerson) return key.rest;
  return `${ids ? ids.personOf(key.person) : key.person}|${key.rest}`;
}

const TABLE_COLUMNS: Readonly<Record<FactKind, readonly string[]>> = {
  ENTERPRISE: [
    "enterprise_id",
    "from_day",
    "name",
    "ownership",
    "responsibility_code",
    "department",
    "city_code",
    "county_code",
    "sector_code",
    "in_shortage",
    "mainly_skilled",
    "group_code",
    "in_directory",
    "frontline_headcount",
    "launched_on",
    "direct_plan_filed_on",
    "planned",
  ],
  FILING_TERM: ["enterprise_id", "filing_number", "valid_from", "valid_until", "withdrawn_on"],
  FILING_SCOPE: [
    "enterprise_id",
    "term_key",
    "occupation_code",
    "occupation_name",
    "trade",
    "levels",
    "effective_from",
  ],
  HEADCOUNT: [
    "enterprise_id",
    "quarter_end",
    "skilled_headcount",
    "intern_headcount",
    "apprentice_count",
    "own_certified_count",
  ],
  CERTIFICATE: [
    "person_id",
    "enterprise_id",
    "level",
    "kind",
    "method",
    "issued_on",
    "withdrawn_on",
    "is_outside",
    "employment_type",
  ],
  TITLE: ["person_id", "enterprise_id", "level", "batch_year", "appraisal_kind", "approved_on", "cancelled_on"],
  MOVEMENT: ["person_id", "kind", "moved_on", "from_enterprise_id", "to_enterprise_id"],
};

type TableRows = (
  content: Content,
  ids: RealIds,
  person: number | null,
  rest: string,
) => { content: unknown; columns: SqlValue[] }[];

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const whole = (value: unknown): number | null => (typeof value === "number" ? value : null);
const flag = (value: boolean | null): number | null => (value === null ? null : value ? 1 : 0);

const TABLE_ROWS: Readonly<Record<FactKind, TableRows>> = {
  ENTERPRISE: (content, ids, _person, code) =>
    segmentsOf(content as unknown as EnterpriseMemory).map((segment, position) => ({
      // The first segment keeps the memory that the next claim is folded into.
      content: position === 0 ? content : {},
      columns: [
        ids.unitByCode(code),
        segment.from,
        segment.name,
        segment.ownership,
        segment.responsibilityCode,
        segment.department,
        segment.cityCode,
        segment.countyCode,
        segment.sectorCode,
        segment.inShortage ? 1 : 0,
        flag(segment.mainlySkilled),
        segment.groupCode,
        segment.inDirectory ? 1 : 0,
        segment.frontlineHeadcount,
        segment.launchedOn,
        segment.directPlanFiledOn,
        segment.planned ? 1 : 0,
      ],
    })),
  FILING_TERM: (content, ids) => [
    {
      content,
      columns: [
        ids.unitByCode(content.creditCode as string),
        content.filingNumber as string,
        content.validFrom as string,
        content.validUntil as string,
        text(content.withdrawnOn),
      ],
    },
  ],
  FILING_SCOPE: (content, ids) => [
    {
      content,
      columns: [
        ids.unitByCode(content.creditCode as string),
        content.termKey as string,
        content.occupationCode as string,
        text(content.occupationName),
        text(content.trade),
        ((content.levels as string[] | null) ?? []).join(","),
        text(content.effectiveFrom),
      ],
    },
  ],
  HEADCOUNT: (content, ids) => [
    {
      content,
      columns: [
        ids.unitByCode(content.creditCode as string),
        content.quarterEnd as string,
        content.skilledHeadcount as number,
        whole(content.internHeadcount),
        whole(content.apprenticeCount),
        ownCertified(content),
      ],
    },
  ],
  CERTIFICATE: (content, ids, person) => [
    {
      content,
      columns: [
        person,
        ids.unitByCode(content.creditCode as string),
        content.level as string,
        (content.certificateKind as string | null) ?? "LEVEL",
        content.method as string,
        content.issuedOn as string,
        text(content.withdrawnOn),
        content.outside ? 1 : 0,
        text(content.employmentType),
      ],
    },
  ],
  TITLE: (content, ids, person) => [
    {
      content,
      columns: [
        person,
        ids.unitByCode(content.creditCode as string),
        content.level as string,
        content.batchYear as number,
        (content.appraisalKind as string | null) ?? "FIRST",
        content.approvedOn as string,
        text(content.cancelledOn),
      ],
    },
  ],
  MOVEMENT: (content, ids, person) => [
    {
      content,
      columns: [
        person,
        content.movementKind as string,
        content.movedOn as string,
        content.fromCode ? ids.unitByCode(content.fromCode as string) : null,
        content.toCode ? ids.unitByCode(content.toCode as string) : null,
      ],
    },
  ],
};

const OWN_COUNTS = [
  "juniorCount",
  "intermediateCount",
  "seniorCount",
  "technicianCount",
  "seniorTechnicianCount",
  "specialTechnicianCount",
  "chiefTechnicianCount",
];

/** The unit's own count of holders: 初级工 + … + 首席技师 (an empty cell beside a filled one is 0), else its 持证人数合计, else none. */
export function ownCertified(content: Content): number | null {
  const counts = OWN_COUNTS.map((key) => whole(content[key]));
  if (counts.some((count) => count !== null)) return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return whole(content.certifiedCount);
}
