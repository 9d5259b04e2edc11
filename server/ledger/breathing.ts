import type { Tx } from "./store.ts";

const LONGEST_HOLD_MS = 20;

/**
 * The embedded database answers within this process's only thread, and an answer that is there at once lets nobody else
 * in. A long deed's transaction therefore steps aside now and then, so that questions are answered meanwhile.
 */
export function breathing(tx: Tx): Tx {
  let since = performance.now();
  const breathe = async () => {
    if (performance.now() - since < LONGEST_HOLD_MS) return;
    await new Promise((done) => setImmediate(done));
    since = performance.now();
  };
  return {
    async all<T>(...asked: Parameters<Tx["all"]>) {
      await breathe();
      return tx.all<T>(...asked);
    },
    async run(...asked) {
      await breathe();
      return tx.run(...asked);
    },
    async insert(table, columns, rows, unlessThere) {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await breathe();
        await tx.insert(table, columns, rows.slice(from, from + ROWS_AT_ONCE), unlessThere);
      }
    },
  };
}

const ROWS_AT_ONCE = 1000;
