import type { CountingHook } from "../ledger/ledger.ts";
import { type HeadDelta, lineDeltas, lineOf } from "../policy/whereabouts.ts";

/** Counting, as the ledger's door calls it: the differences that a write makes to people's lines, appended to `head_delta`. */
export const LINE_COUNTING: CountingHook = {
  deltasOf(changes) {
    const sums = new Map<string, { unit: number; level: number; day: number; delta: number }>();
    for (const { before, after } of changes) {
      for (const { unit, level, day, delta } of lineDeltas(lineOf(before).steps, lineOf(after).steps)) {
        const key = `${unit}|${level}|${day}`;
        const sum = sums.get(key);
        if (sum) sum.delta += delta;
        else sums.set(key, { unit, level, day, delta });
      }
    }
    return [...sums.values()].filter((sum): sum is HeadDelta => sum.delta !== 0);
  },
  async write(tx, entryId, deltas) {
    await tx.insert(
      "head_delta",
      ["entry_id", "enterprise_id", "level", "day", "delta"],
      deltas.map((delta) => [entryId, delta.unit, delta.level, delta.day, delta.delta]),
    );
  },
};
