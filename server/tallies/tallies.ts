import type { RecognitionFlow } from "../figures/shapes.ts";
import { currentRevision, type Ledger } from "../ledger/ledger.ts";
import { loadMerges, loadPersonFacts } from "../ledger/lookup.ts";
import type { Reader } from "../ledger/store.ts";
import type { Scope } from "../policy/actor.ts";
import { addDays, type Day, dayInSichuan, dayNumber } from "../policy/day.ts";
import { type CoverageDefinition, HEADLINE } from "../policy/definition.ts";
import { SKILL_LEVELS } from "../policy/levels.ts";
import { COVERAGE_TARGETS, closingDay, LAUNCH_TARGETS, TITLE_GOALS } from "../policy/targets.ts";
import { lineDeltas, lineOf } from "../policy/whereabouts.ts";
import { countFlow, type FlowRequest } from "./count-flow.ts";
import { type HeadColumns, type HeadRow, Heads, headColumns } from "./heads.ts";
import { loadTitleHolders } from "./load-titles.ts";
import { loadUnits } from "./load-units.ts";
import { type Columns, headsKey, LedgerView } from "./view.ts";

/** Counting for everybody who asks. Every call names whose scope it counts in. */
export interface Tallies {
  /** The ledger now, or as it was known at the end of a past day; ready for one definition. */
  view(
    scope: Scope,
    options?: { readonly knownAt?: Day; readonly definition?: CoverageDefinition },
  ): Promise<LedgerView>;
  viewAtRevision(scope: Scope, revision: number, definition?: CoverageDefinition): Promise<LedgerView>;
  flow(scope: Scope, request: FlowRequest): Promise<RecognitionFlow[]>;
  /** The newest revision, asked once for all that ask at the same time. */
  revision(): Promise<number>;
  /** The province's coverage today on a transaction's own connection, so that a deed can say what it would change before it is done. */
  measure(
    reader: Reader,
    revision: number,
  ): Promise<{ readonly certifiedHeadcount: number; readonly skilledHeadcount: number }>;
}

interface Loaded {
  readonly columns: Columns;
  readonly heads: Map<string, Promise<Heads>>;
  /** One view a definition and day, so that what it has worked out serves every request until the ledger moves. */
  readonly views: Map<string, Promise<LedgerView>>;
}

const PAST_VIEWS = 4;

/** The closing days of everything that the plan sets a due day for. */
const CLOSING_DAYS: readonly Day[] = [
  ...new Set(
    [...COVERAGE_TARGETS, ...LAUNCH_TARGETS, ...TITLE_GOALS].flatMap(({ due }) =>
      due === null ? [] : [closingDay(due)],
    ),
  ),
];

export function openTallies(ledger: Ledger): Tallies {
  let present: { readonly revision: number; readonly loaded: Promise<Loaded> } | null = null;
  const past = new Map<number, Promise<Loaded>>();
  let asking: Promise<number> | null = null;

  /** A query that has not begun yet answers for everybody who arrives before it does. */
  const revision = (): Promise<number> => {
    if (!asking) {
      asking = Promise.resolve().then(() => {
        asking = null;
        return ledger.store.read(currentRevision);
      });
    }
    return asking;
  };

  const loadedAt = async (wanted: number, newest: number): Promise<Loaded> => {
    if (wanted === newest) {
      if (present?.revision !== newest) {
        const loaded = load(ledger, newest);
        present = { revision: newest, loaded };
        loaded.catch(() => {
          if (present?.loaded === loaded) present = null;
        });
      }
      return present!.loaded;
    }
    let loaded = past.get(wanted);
    if (!loaded) {
      loaded = load(ledger, wanted);
      loaded.catch(() => past.delete(wanted));
      past.set(wanted, loaded);
      if (past.size > PAST_VIEWS) past.delete(past.keys().next().value as number);
    }
    return loaded;
  };

  const viewOf = (loaded: Loaded, definition: CoverageDefinition, newest: number): Promise<LedgerView> => {
    const key = `${headsKey(definition)} ${ledger.today()}`;
    let view = loaded.views.get(key);
    if (!view) {
      view = makeView(loaded, definition, newest);
      view.catch(() => loaded.views.delete(key));
      loaded.views.set(key, view);
    }
    return view;
  };

  const makeView = async (loaded: Loaded, definition: CoverageDefinition, newest: number): Promise<LedgerView> => {
    const ready = new Map<string, Heads>();
    for (const wanted of [HEADLINE, definition]) ready.set(headsKey(wanted), await headsFor(ledger, loaded, wanted));
    const headsOf = (asked: CoverageDefinition): Heads => {
      const heads = ready.get(headsKey(asked));
      if (!heads) throw new Error("this view was not prepared for that definition");
      return heads;
    };
    const before = await recordedBefore(loaded, definition, newest);
    return new LedgerView(loaded.columns, ledger.today(), headsOf, before);
  };

  /** What was recorded until a due day's closing day, once that has passed in a ledger that was in use by then. */
  const recordedBefore = async (
    loaded: Loaded,
    definition: CoverageDefinition,
    newest: number,
  ): Promise<((day: Day) => LedgerView) | undefined> => {
    const { firstRecordedOn } = loaded.columns;
    const closings = CLOSING_DAYS.filter(
      (day) => firstRecordedOn !== null && firstRecordedOn <= day && day < ledger.today(),
    );
    if (closings.length === 0) return undefined;
    const views = new Map<Day, LedgerView>();
    for (const day of closings) {
      const then = await loadedAt(Math.min(loaded.columns.revision, await revisionKnownAt(ledger, day)), newest);
      const heads = new Map<string, Heads>();
      for (const wanted of [HEADLINE, definition]) heads.set(headsKey(wanted), await headsFor(ledger, then, wanted));
      views.set(day, new LedgerView(then.columns, ledger.today(), (asked) => heads.get(headsKey(asked))!));
    }
    return (day) => views.get(day)!;
  };

  return {
    revision,
    async view(_scope, options = {}) {
      const newest = await revision();
      const { knownAt } = options;
      // Nothing is known yet beyond what is known now.
      const isNow = knownAt === undefined || knownAt >= ledger.today();
      const wanted = isNow ? newest : Math.min(newest, await revisionKnownAt(ledger, knownAt));
      return viewOf(await loadedAt(wanted, newest), options.definition ?? HEADLINE, newest);
    },
    async viewAtRevision(_scope, wanted, definition = HEADLINE) {
      const newest = await revision();
      return viewOf(await loadedAt(Math.min(wanted, newest), newest), definition, newest);
    },
    async flow(_scope, request) {
      const newest = await revision();
      const { columns } = await loadedAt(newest, newest);
      return ledger.store.read((reader) => countFlow(reader, columns, request));
    },
    async measure(reader, wanted) {
      // What everybody sees is in memory, or will be wanted there; only what the transaction wrote is read on its own.
      const newest = await revision();
      const known = await loadedAt(Math.min(wanted, newest), newest);
      return measureSince(reader, known, wanted, ledger.today());
    },
  };
}

/** The province's coverage on a day, from what is known of an earlier revision and what was written after it. */
async function measureSince(
  reader: Reader,
  { columns, heads }: Loaded,
  wanted: number,
  asOf: Day,
): Promise<{ readonly certifiedHeadcount: number; readonly skilledHeadcount: number }> {
  const headline = await heads.get(headsKey(HEADLINE))!;
  let view = new LedgerView(columns, asOf, () => headline);
  if (columns.revision < wanted) {
    const units = await loadUnits(reader, wanted);
    const unitById = new Map(units.map((unit, place) => [unit.id, place]));
    const present = headline.at(dayNumber(asOf));
    const rows: HeadRow[] = [];
    const count = (unit: number, level: number, delta: number) => {
      // Units that nobody has described are outside the population.
      const place = unitById.get(unit);
      if (place !== undefined && delta !== 0) rows.push({ place, level, day: 0, delta });
    };
    for (const [unit, place] of placesOf(columns))
      for (let level = 0; level < SKILL_LEVELS.length; level++)
        count(unit, level, present[place * SKILL_LEVELS.length + level]!);
    for (const row of await loadDeltas(reader, wanted, columns.revision))
      if (row.day <= dayNumber(asOf)) count(row.enterprise_id, row.level, Number(row.delta));
    const then = new Heads(headColumns(rows), units.length);
    view = new LedgerView(
      { ...columns, revision: wanted, units, unitById, titleHolders: [], unknownUnits: [] },
      asOf,
      () => then,
    );
  }
  const [counts] = view.countCoverage({ asOf, groupBy: [], filter: {}, basis: "REGISTER", definition: HEADLINE });
  return { certifiedHeadcount: counts?.certifiedHeadcount ?? 0, skilledHeadcount: counts?.skilledHeadcount ?? 0 };
}

/** The newest revision that was committed by the end of a day in Sichuan. */
async function revisionKnownAt(ledger: Ledger, day: Day): Promise<number> {
  const endOfDay = new Date(Date.parse(`${addDays(day, 1)}T00:00:00.000Z`) - 8 * 3_600_000).toISOString();
  const [row] = await ledger.store.read((reader) =>
    reader.all<{ revision: number | null }>(
      "SELECT MAX(e.revision) AS revision FROM entry e WHERE e.revision IS NOT NULL AND e.at < ?",
      [endOfDay],
    ),
  );
  return row?.revision ?? 0;
}

function load(ledger: Ledger, revision: number): Promise<Loaded> {
  return ledger.store.read((reader) => loadFrom(reader, revision));
}

async function loadFrom(reader: Reader, revision: number): Promise<Loaded> {
  const units = await loadUnits(reader, revision);
  const deltas = await loadDeltas(reader, revision);
  const [first] = await reader.all<{ at: string }>("SELECT MIN(e.at) AS at FROM entry e WHERE e.revision IS NOT NULL");
  const unitById = new Map(units.map((unit, place) => [unit.id, place]));
  const unknownUnits = [...new Set(deltas.map((delta) => delta.enterprise_id).filter((id) => !unitById.has(id)))];
  const columns: Columns = {
    revision,
    units,
    unitById,
    titleHolders: await loadTitleHolders(reader, revision),
    firstRecordedOn: first?.at ? dayInSichuan(new Date(first.at)) : null,
    unknownUnits,
  };
  const place = placesOf(columns);
  const rows = deltas.map((row) => ({
    place: place.get(row.enterprise_id)!,
    level: row.level,
    day: row.day,
    delta: Number(row.delta),
  }));
  return {
    columns,
    views: new Map(),
    heads: new Map([[headsKey(HEADLINE), Promise.resolve(new Heads(headColumns(rows), place.size))]]),
  };
}

/** Known units by credit code, then those that the ledger has only heard of. */
function placesOf(columns: Columns): Map<number, number> {
  const places = new Map(columns.unitById);
  for (const id of columns.unknownUnits) places.set(id, places.size);
  return places;
}

function loadDeltas(
  reader: Reader,
  revision: number,
  after = 0,
): Promise<{ enterprise_id: number; level: number; day: number; delta: number }[]> {
  return reader.all(
    // A row: how many more people a unit has at a highest level from a day on, by what was written up to the revision.
    `SELECT d.enterprise_id, d.level, d.day, SUM(d.delta) AS delta
       FROM head_delta d
       JOIN entry e ON e.id = d.entry_id
      WHERE e.revision > ?
        AND e.revision <= ?
      GROUP BY d.enterprise_id, d.level, d.day
     HAVING SUM(d.delta) <> 0`,
    [after, revision],
  );
}

/** Heads under a definition: the headline from the maintained deltas, another one from the lines of everybody. */
function headsFor(ledger: Ledger, loaded: Loaded, definition: CoverageDefinition): Promise<Heads> {
  const key = headsKey(definition);
  let heads = loaded.heads.get(key);
  if (!heads) {
    heads = countFromRows(ledger, loaded.columns, definition).then(
      (columns) => new Heads(columns, placesOf(loaded.columns).size),
    );
    heads.catch(() => loaded.heads.delete(key));
    loaded.heads.set(key, heads);
  }
  return heads;
}

async function countFromRows(ledger: Ledger, columns: Columns, definition: CoverageDefinition): Promise<HeadColumns> {
  const places = placesOf(columns);
  const rows: HeadRow[] = [];
  await ledger.store.read(async (reader) => {
    const canonicalOf = await loadMerges(reader, columns.revision);
    for (const facts of (await loadPersonFacts(reader, null, canonicalOf, columns.revision)).values()) {
      for (const { unit, level, day, delta } of lineDeltas([], lineOf(facts, definition).steps, definition.interns)) {
        const place = places.get(unit);
        // A unit that only people of another definition ever stood at has no place and no figure.
        if (place !== undefined) rows.push({ place, level, day, delta });
      }
    }
  });
  return headColumns(rows);
}
