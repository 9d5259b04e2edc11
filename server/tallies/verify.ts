import type { Ledger } from "../ledger/ledger.ts";
import { loadMerges, loadPersonFacts } from "../ledger/lookup.ts";
import { dayFromNumber } from "../policy/day.ts";
import { SKILL_LEVELS } from "../policy/levels.ts";
import { lineDeltas, lineOf } from "../policy/whereabouts.ts";

/** A maintained count that is not what the rows come to. */
export interface Drift {
  readonly creditCode: string;
  readonly level: string;
  readonly day: string;
  readonly maintained: number;
  readonly counted: number;
}

/** Recompute every maintained count from the rows. Nothing is mended; the differences are the answer. */
export async function verifyCounts(
  ledger: Ledger,
): Promise<{ readonly peopleCount: number; readonly countCount: number; readonly drift: readonly Drift[] }> {
  return ledger.store.read(async (reader) => {
    const maintained = new Map<string, number>();
    const rows = await reader.all<{ enterprise_id: number; level: number; day: number; delta: number }>(
      `SELECT d.enterprise_id, d.level, d.day, SUM(d.delta) AS delta
         FROM head_delta d
         JOIN entry e ON e.id = d.entry_id
        WHERE e.revision IS NOT NULL
        GROUP BY d.enterprise_id, d.level, d.day`,
    );
    for (const row of rows) maintained.set(`${row.enterprise_id}|${row.level}|${row.day}`, Number(row.delta));
    const counted = new Map<string, number>();
    const people = await loadPersonFacts(reader, null, await loadMerges(reader));
    for (const facts of people.values()) {
      for (const { unit, level, day, delta } of lineDeltas([], lineOf(facts).steps)) {
        const key = `${unit}|${level}|${day}`;
        counted.set(key, (counted.get(key) ?? 0) + delta);
      }
    }
    const codes = new Map(
      (await reader.all<{ id: number; credit_code: string }>("SELECT u.id, u.credit_code FROM enterprise u")).map(
        (row) => [row.id, row.credit_code],
      ),
    );
    const drift: Drift[] = [];
    for (const key of new Set([...maintained.keys(), ...counted.keys()])) {
      const [is, ought] = [maintained.get(key) ?? 0, counted.get(key) ?? 0];
      if (is === ought) continue;
      const [unit, level, day] = key.split("|").map(Number);
      drift.push({
        creditCode: codes.get(unit!) ?? `#${unit}`,
        level: SKILL_LEVELS[level!]!,
        day: dayFromNumber(day!),
        maintained: is,
        counted: ought,
      });
    }
    return { peopleCount: people.size, countCount: counted.size, drift };
  });
}
