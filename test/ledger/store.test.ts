import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openStore, type Reader, type Store, Turnstile } from "../../server/ledger/store.ts";
import { forEachDatabase, openTestLedger, type TestLedger } from "../builders/ledger.ts";

/** Quotes, backslashes, marks of placeholders and comments, and everything that ends a statement. */
const NASTY = `O'Brien "x" \`y\` \\ \\\\ \\' ? ?? :a @b $1 %s % _ ; DROP TABLE setting; -- /* */ # \r\n\t\u0000 end`;
/** Characters outside the basic plane, put together of several, and ones that a narrower collation takes for equal. */
const RARE = "𬭎𫟼㐂𠮷 👷🏽‍♀️ 🇨🇳 e\u0301 é ｶﾞ";

forEachDatabase("the store", (kind) => {
  let test: TestLedger;
  let store: Store;
  let other: Store;
  const children = new Set<ChildProcess>();

  beforeAll(async () => {
    test = await openTestLedger(kind);
    store = test.ledger.store;
    other = await openStore(test.config);
  });

  afterEach(() => {
    for (const child of children) child.kill("SIGKILL");
    children.clear();
  });

  afterAll(async () => {
    await other?.close();
    await test?.close();
  });

  const put = (name: string, value: string, into: Store = store) =>
    into.write((tx) => tx.run("INSERT INTO setting (name, value) VALUES (?, ?)", [name, value]));
  const held = (name: string, from: Store = store) => from.read((reader) => valueIn(reader, name));

  describe("a write", () => {
    it("answers how many rows a statement touched and the first id that it made", async () => {
      await store.write(async (tx) => {
        const first = await tx.run("INSERT INTO enterprise (credit_code) VALUES (?)", ["WRITE-1"]);
        const second = await tx.run("INSERT INTO enterprise (credit_code) VALUES (?)", ["WRITE-2"]);
        expect(first.affected).toBe(1);
        expect(second.insertId).toBe(first.insertId + 1);
        const both = await tx.run("UPDATE enterprise SET credit_code = CONCAT('X', credit_code) WHERE id IN (?, ?)", [
          first.insertId,
          second.insertId,
        ]);
        expect(both.affected).toBe(2);
        expect((await tx.run("UPDATE enterprise SET credit_code = 'Y' WHERE id = ?", [-1])).affected).toBe(0);
      });
    });

    it("is all or nothing: what came before an error is taken back, and the error is told", async () => {
      const failure = new Error("in the middle");
      const done = store.write(async (tx) => {
        await tx.run("INSERT INTO setting (name, value) VALUES ('half', 'x')");
        await tx.run("UPDATE revision SET value = 99 WHERE id = 1");
        throw failure;
      });
      await expect(done).rejects.toBe(failure);
      expect(await held("half")).toBeNull();
      expect(await revisionOf(store)).toBe(0);
    });

    it("is all or nothing when the database itself refuses a statement", async () => {
      await put("taken", "first");
      const done = store.write(async (tx) => {
        await tx.run("INSERT INTO setting (name, value) VALUES ('before', 'x')");
        await tx.run("INSERT INTO setting (name, value) VALUES ('taken', 'second')");
      });
      await expect(done).rejects.toThrow(/unique|duplicate/i);
      expect(await held("before")).toBeNull();
      expect(await held("taken")).toBe("first");
    });

    it("leaves the store usable after a failure", async () => {
      await expect(store.write((tx) => tx.run("INSERT INTO nowhere (x) VALUES (1)"))).rejects.toThrow();
      await put("after a failure", "x");
      expect(await held("after a failure")).toBe("x");
    });

    it("sees its own rows before anybody else does", async () => {
      await store.write(async (tx) => {
        await tx.run("INSERT INTO setting (name, value) VALUES ('unseen', 'x')");
        expect(await valueIn(tx, "unseen")).toBe("x");
        expect(await held("unseen")).toBeNull();
        expect(await held("unseen", other)).toBeNull();
      });
      expect(await held("unseen")).toBe("x");
      expect(await held("unseen", other)).toBe("x");
    });

    it("does not hold up the reads beside it", async () => {
      let inside = true;
      const written = store.write(async (tx) => {
        await tx.run("INSERT INTO setting (name, value) VALUES ('slow', 'x')");
        await wait(300);
        inside = false;
      });
      for (let reads = 0; reads < 5; reads++) await held("slow");
      expect(inside).toBe(true);
      await written;
    });
  });

  describe("a read", () => {
    it("sees one state of the database, whatever is written meanwhile", async () => {
      await put("state", "old");
      await store.read(async (reader) => {
        expect(await valueIn(reader, "state")).toBe("old");
        await other.write((tx) => tx.run("UPDATE setting SET value = 'new' WHERE name = 'state'"));
        expect(await valueIn(reader, "state")).toBe("old");
        expect((await reader.all("SELECT name FROM setting WHERE value = 'new'")).length).toBe(0);
      });
      expect(await held("state")).toBe("new");
    });

    it("cannot write", async () => {
      const done = store.read((reader) => reader.all("INSERT INTO setting (name, value) VALUES ('read', 'x')"));
      await expect(done).rejects.toThrow(/read.?only/i);
      expect(await held("read")).toBeNull();
    });

    it("answers counts and sums as numbers", async () => {
      const [row] = await store.read((reader) =>
        reader.all<Record<string, unknown>>("SELECT COUNT(*) AS n, SUM(position) AS s, MAX(code) AS c FROM city"),
      );
      expect(row).toEqual({ n: 21, s: 210, c: "513400" });
    });
  });

  describe("writes at once", () => {
    it("in one process all land, none in another's transaction", async () => {
      const before = await revisionOf(store);
      const results = await Promise.allSettled(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 === 0 ? store : other).write(async (tx) => {
            await tx.run("INSERT INTO setting (name, value) VALUES (?, 'x')", [`at once ${index}`]);
            await tx.run("UPDATE revision SET value = value + 1 WHERE id = 1");
            if (index % 4 === 3) throw new Error("this one changes its mind");
          }),
        ),
      );
      expect(results.filter((result) => result.status === "rejected")).toHaveLength(10);
      expect(await revisionOf(store)).toBe(before + 30);
      const names = await store.read((reader) =>
        reader.all<{ name: string }>("SELECT s.name FROM setting s WHERE s.name LIKE 'at once %'"),
      );
      expect(names.map((row) => Number(row.name.slice(8))).filter((index) => index % 4 === 3)).toEqual([]);
      expect(names).toHaveLength(30);
    });

    it("of two processes all land", async () => {
      const before = await revisionOf(store);
      const child = start(
        children,
        test,
        `process.stdout.write("ready\\n");
         await new Promise((go) => process.stdin.once("data", go));
         for (let n = 0; n < 60; n++) await store.write(async (tx) => {
           await tx.run("INSERT INTO setting (name, value) VALUES (?, 'x')", ["child " + n]);
           await tx.run("UPDATE revision SET value = value + 1 WHERE id = 1");
         });
         await store.close();
         process.exit(0);`,
      );
      await told(child, "ready");
      child.stdin!.write("go\n");
      for (let n = 0; n < 60; n++)
        await store.write(async (tx) => {
          await tx.run("INSERT INTO setting (name, value) VALUES (?, 'x')", [`parent ${n}`]);
          await tx.run("UPDATE revision SET value = value + 1 WHERE id = 1");
        });
      if (child.exitCode === null) await once(child, "exit");
      expect(child.exitCode).toBe(0);
      expect(await revisionOf(store)).toBe(before + 120);
      const [count] = await store.read((reader) =>
        reader.all<{ n: number }>(
          "SELECT COUNT(*) AS n FROM setting s WHERE s.name LIKE 'child %' OR s.name LIKE 'parent %'",
        ),
      );
      expect(count!.n).toBe(120);
    });

    it("of a process that is killed in the middle leave nothing behind and hold nobody up", async () => {
      const child = start(
        children,
        test,
        `await store.write(async (tx) => {
           await tx.run("INSERT INTO setting (name, value) VALUES ('killed', 'x')");
           await tx.run("UPDATE revision SET value = value + 1000 WHERE id = 1");
           process.stdout.write("holding\\n");
           await new Promise((never) => setTimeout(never, 60_000));
         });`,
      );
      await told(child, "holding");
      const before = await revisionOf(store);
      child.kill("SIGKILL");
      await once(child, "exit");
      await store.write((tx) => tx.run("UPDATE revision SET value = value + 1 WHERE id = 1"));
      expect(await revisionOf(store)).toBe(before + 1);
      expect(await held("killed")).toBeNull();
    });
  });

  it("never stops this process's other work while it waits for another process", async () => {
    const child = start(
      children,
      test,
      `await store.write(async (tx) => {
         await tx.run("UPDATE revision SET value = value + 1 WHERE id = 1");
         process.stdout.write("holding\\n");
         await new Promise((done) => setTimeout(done, 800));
       });
       await store.close();
       process.exit(0);`,
    );
    await told(child, "holding");
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await store.write((tx) => tx.run("UPDATE revision SET value = value + 1 WHERE id = 1"));
    // A tick that was held back comes only now.
    await wait(20);
    clearInterval(ticking);
    expect(longest).toBeLessThan(400);
  });

  it("is opened by two processes at the same moment, and one of them makes the tables", async () => {
    const fresh = await openTestLedger(kind);
    try {
      await emptied(kind, fresh.ledger.store);
      const program = "await store.close(); process.exit(0);";
      const both = [1, 2].map(() => start(children, fresh, program, true));
      await Promise.all(both.map((child) => told(child, "loaded")));
      for (const child of both) child.stdin!.write("go\n");
      await Promise.all(both.map((child) => once(child, "exit")));
      expect(both.map((child) => child.exitCode)).toEqual([0, 0]);
      const counts = await fresh.ledger.store.read((reader) => reader.all("SELECT COUNT(*) AS cities FROM city"));
      expect(counts).toEqual([{ cities: 21 }]);
    } finally {
      await fresh.close();
    }
  });

  describe("a write that the database asks to begin again", () => {
    if (kind === "mariadb") {
      it("after a deadlock is repeated from its start, and both land", async () => {
        await put("left", "");
        await put("right", "");
        const add = "UPDATE setting SET value = CONCAT(value, ?) WHERE name = ?";
        let attempts = 0;
        let met = 0;
        const crosswise = (mark: string, first: string, second: string) =>
          store.write(async (tx) => {
            attempts += 1;
            await tx.run(add, [mark, first]);
            // Both hold their first row before either asks for the other's; a repeated one need not wait any more.
            met += 1;
            for (let waited = 0; met < 2 && waited < 200; waited++) await wait(10);
            await tx.run(add, [mark, second]);
          });
        await Promise.all([crosswise("a", "left", "right"), crosswise("b", "right", "left")]);
        expect(attempts).toBe(3);
        const [left, right] = [await held("left"), await held("right")];
        expect([...left!].sort().join("")).toBe("ab");
        expect([...right!].sort().join("")).toBe("ab");
      });

      it("after a row was changed since it was read is repeated, or goes on over the change: both land", async () => {
        await put("read first", "");
        const add = "UPDATE setting SET value = CONCAT(value, ?) WHERE name = 'read first'";
        let attempts = 0;
        await store.write(async (tx) => {
          attempts += 1;
          await valueIn(tx, "read first");
          if (attempts === 1) await other.write((tx2) => tx2.run(add, ["a"]));
          await tx.run(add, ["b"]);
        });
        expect(await held("read first")).toBe("ab");
      });
    } else {
      it("after SQLITE_BUSY is repeated until the other process's write has ended", async () => {
        // Without patience of the database's own, so that the store's is seen.
        await store.write((tx) => tx.all("PRAGMA busy_timeout = 0"));
        const child = start(
          children,
          test,
          `await store.write(async (tx) => {
             await tx.run("INSERT INTO setting (name, value) VALUES ('holder', 'x')");
             process.stdout.write("holding\\n");
             await new Promise((done) => setTimeout(done, 250));
           });
           process.stdout.write("let go\\n");
           await store.close();
           process.exit(0);`,
        );
        await told(child, "holding");
        let attempts = 0;
        await store.write(async (tx) => {
          attempts += 1;
          expect(await valueIn(tx, "holder")).toBe("x");
          await tx.run("INSERT INTO setting (name, value) VALUES ('after the holder', 'x')");
        });
        expect(attempts).toBe(1);
        expect(await held("after the holder")).toBe("x");
        await store.write((tx) => tx.all("PRAGMA busy_timeout = 20"));
      });
    }

    it("is repeated whole: what the first attempt wrote is not there twice", async () => {
      let attempts = 0;
      await store.write(async (tx) => {
        attempts += 1;
        await tx.run("INSERT INTO setting (name, value) VALUES ('once only', ?)", [String(attempts)]);
        if (attempts === 1) throw askingAgain(kind);
      });
      expect(attempts).toBe(2);
      expect(await held("once only")).toBe("2");
    });

    it("is not repeated for ever", async () => {
      const begun = Date.now();
      let attempts = 0;
      const clock = vi.spyOn(Date, "now").mockImplementation(() => begun + attempts * 5000);
      try {
        const done = store.write(async () => {
          attempts += 1;
          throw askingAgain(kind);
        });
        await expect(done).rejects.toThrow("busy");
        expect(attempts).toBe(6);
      } finally {
        clock.mockRestore();
      }
    });

    it("is not repeated for any other failure", async () => {
      let attempts = 0;
      const done = store.write(async (tx) => {
        attempts += 1;
        await tx.run("INSERT INTO setting (name, value) VALUES (NULL, NULL)");
      });
      await expect(done).rejects.toThrow(/null/i);
      expect(attempts).toBe(1);
    });
  });

  describe("an insert of many rows", () => {
    it("puts in 25 000 at once, each value in its column", async () => {
      const rows = Array.from({ length: 25_000 }, (_, n) => [n, n % 500, n % 8, 20_000 + (n % 365), (n % 3) - 1]);
      await store.write((tx) => tx.insert("head_delta", ["entry_id", "enterprise_id", "level", "day", "delta"], rows));
      const [sums] = await store.read((reader) =>
        reader.all<Record<string, number>>(
          `SELECT COUNT(*) AS n, COUNT(DISTINCT d.entry_id) AS entries, MIN(d.entry_id) AS first, MAX(d.entry_id) AS last,
                  SUM(CASE WHEN d.enterprise_id = MOD(d.entry_id, 500) AND d.level = MOD(d.entry_id, 8) AND d.day = 20000 + MOD(d.entry_id, 365)
                            AND d.delta = MOD(d.entry_id, 3) - 1 THEN 1 ELSE 0 END) AS right_ones
             FROM head_delta d`,
        ),
      );
      expect(sums).toEqual({ n: 25_000, entries: 25_000, first: 0, last: 24_999, right_ones: 25_000 });
    });

    it("is all or nothing over its statements: one bad row among the last takes all back", async () => {
      const rows: (string | null)[][] = Array.from({ length: 2500 }, (_, n) => [`BULK-${n}`]);
      rows[2400] = [null];
      await expect(store.write((tx) => tx.insert("enterprise", ["credit_code"], rows))).rejects.toThrow(/null/i);
      expect(await countOf(store, "BULK-%")).toBe(0);
    });

    it("of none does nothing", async () => {
      await store.write((tx) => tx.insert("enterprise", ["credit_code"], []));
    });

    it("passes over rows whose unique key is taken only when told so", async () => {
      const codes = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => [`CODE-${from + n}`]);
      await store.write((tx) => tx.insert("enterprise", ["credit_code"], codes(0, 2000)));
      const ids = await idsOf(store);
      await expect(store.write((tx) => tx.insert("enterprise", ["credit_code"], codes(1999, 2010)))).rejects.toThrow(
        /unique|duplicate/i,
      );
      expect(await countOf(store, "CODE-%")).toBe(2000);
      await store.write((tx) => tx.insert("enterprise", ["credit_code"], [...codes(1000, 3000), ["CODE-0"]], true));
      expect(await countOf(store, "CODE-%")).toBe(3000);
      const now = await idsOf(store);
      for (const [code, id] of ids) expect(now.get(code)).toBe(id);
    });
  });

  describe("an insert that passes over what is there", () => {
    it("swallows nothing else: what is missing or too long is refused", async () => {
      const missing = store.write((tx) => tx.insert("enterprise", ["credit_code"], [[null]], true));
      await expect(missing).rejects.toThrow(/null/i);
      if (kind === "sqlite") return; // SQLite has no width to keep.
      const long = store.write((tx) => tx.insert("enterprise", ["credit_code"], [["X".repeat(19)]], true));
      await expect(long).rejects.toThrow(/too long/i);
      expect(await countOf(store, "XXX%")).toBe(0);
    });

    it("takes rows so wide that a statement of a thousand would be too long for a server", async () => {
      const wide = "川".repeat(8000);
      const rows = Array.from({ length: 1000 }, (_, n) => ["SENDING", "a", "b", "c", "d", `${n}${wide}`]);
      await store.write((tx) => tx.insert("entry", ["kind", "actor", "role", "came_from", "at", "facts"], rows));
      const [count] = await store.read((reader) =>
        reader.all<{ n: number }>("SELECT COUNT(*) AS n FROM entry e WHERE LENGTH(e.facts) > 8000"),
      );
      expect(count!.n).toBe(1000);
    });
  });

  describe("a value", () => {
    it("is bound, never spliced into the statement", async () => {
      await put(NASTY.slice(0, 60), NASTY);
      expect(await held(NASTY.slice(0, 60))).toBe(NASTY);
      await store.write((tx) => tx.insert("setting", ["name", "value"], [["bulk", NASTY]]));
      expect(await held("bulk")).toBe(NASTY);
      expect(await held("x' OR '1' = '1")).toBeNull();
    });

    it("comes back as it went in: emoji, rare characters, combined ones, a thousand of them", async () => {
      await put(RARE, RARE);
      expect(await held(RARE)).toBe(RARE);
      const long = "𬭎".repeat(1000);
      await put("long", long);
      expect(await held("long")).toBe(long);
    });

    it("is found by exactly itself: case, accents and width tell values apart", async () => {
      const names = ["ä", "a", "A", "á", "a\u0301", "Ａ", "ß", "ss", "ｶ", "カ"].map((name) => `exact ${name}`);
      for (const name of names) await put(name, name);
      for (const name of names) expect(await held(name)).toBe(name);
    });

    it("sorts by code points on both databases", async () => {
      const names = ["order z", "order Z", "order 一", "order 𬭎", "order é"];
      for (const name of names) await put(name, "x");
      const rows = await store.read((reader) =>
        // Not by LIKE: MariaDB's range over an index for 'order %' ends at U+FFFF and misses the last one.
        reader.all<{ name: string }>(
          "SELECT s.name FROM setting s WHERE s.name IN (?, ?, ?, ?, ?) ORDER BY s.name",
          names,
        ),
      );
      expect(rows.map((row) => row.name)).toEqual(["order Z", "order z", "order é", "order 一", "order 𬭎"]);
    });

    it("keeps numbers and empty ones apart from texts", async () => {
      await store.write((tx) =>
        tx.insert(
          "person_merge",
          ["from_person_id", "into_person_id", "entry_id", "replaced_entry_id"],
          [[2_147_483_647, -2_147_483_648, 0, null]],
        ),
      );
      const rows = await store.read((reader) =>
        reader.all("SELECT m.from_person_id, m.into_person_id, m.entry_id, m.replaced_entry_id FROM person_merge m"),
      );
      expect(rows).toEqual([
        { from_person_id: 2_147_483_647, into_person_id: -2_147_483_648, entry_id: 0, replaced_entry_id: null },
      ]);
    });
  });
});

describe("a turnstile", () => {
  it("lets one through at a time, in order, past those that fail", async () => {
    const turnstile = new Turnstile();
    const seen: string[] = [];
    const pass = (name: string, fails = false) =>
      turnstile.pass(async () => {
        seen.push(`${name} in`);
        await wait(5);
        seen.push(`${name} out`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([pass("a"), pass("b", true), pass("c")]);
    expect(seen).toEqual(["a in", "a out", "b in", "b out", "c in", "c out"]);
    expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});

// ------------------------------------------------------------------------------------------------------------ helpers

async function valueIn(reader: Reader, name: string): Promise<string | null> {
  const rows = await reader.all<{ value: string }>("SELECT s.value FROM setting s WHERE s.name = ?", [name]);
  return rows[0]?.value ?? null;
}

async function revisionOf(store: Store): Promise<number> {
  const [row] = await store.read((reader) => reader.all<{ value: number }>("SELECT r.value FROM revision r"));
  return row!.value;
}

describe("the embedded database's files", () => {
  it("can be read by their owner only, also those that an earlier version left open to all", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "bajigong-test-"));
    const path = join(dataDir, "bajigong.sqlite");
    const modes = () => [path, `${path}-wal`, `${path}-shm`].map((file) => statSync(file).mode & 0o777);
    try {
      const first = await openStore({ databaseUrl: null, dataDir });
      expect(modes()).toEqual([0o600, 0o600, 0o600]);
      await first.close();
      chmodSync(path, 0o644);
      const second = await openStore({ databaseUrl: null, dataDir });
      expect(modes()).toEqual([0o600, 0o600, 0o600]);
      await second.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

/** As before the first start: no table at all. */
async function emptied(kind: "sqlite" | "mariadb", store: Store): Promise<void> {
  await store.write(async (tx) => {
    const tables = await tx.all<{ name: string }>(
      kind === "sqlite"
        ? "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        : "SELECT t.table_name AS name FROM information_schema.tables t WHERE t.table_schema = DATABASE()",
    );
    // What others refer to goes last.
    const last = ["batch", "city"];
    for (const { name } of tables.sort((a, b) => last.indexOf(a.name) - last.indexOf(b.name)))
      await tx.run(`DROP TABLE ${name}`);
  });
}

async function countOf(store: Store, like: string): Promise<number> {
  const [row] = await store.read((reader) =>
    reader.all<{ n: number }>("SELECT COUNT(*) AS n FROM enterprise e WHERE e.credit_code LIKE ?", [like]),
  );
  return row!.n;
}

async function idsOf(store: Store): Promise<Map<string, number>> {
  const rows = await store.read((reader) =>
    reader.all<{ id: number; credit_code: string }>("SELECT e.id, e.credit_code FROM enterprise e"),
  );
  return new Map(rows.map((row) => [row.credit_code, row.id]));
}

/** What the drivers throw when the database asks for another attempt. */
function askingAgain(kind: "sqlite" | "mariadb"): Error {
  return Object.assign(new Error("busy"), kind === "sqlite" ? { code: "SQLITE_BUSY_SNAPSHOT" } : { errno: 1205 });
}

/** Another process with a store of its own on the same database, opened at once or when it is told to go. */
function start(children: Set<ChildProcess>, test: TestLedger, script: string, waits = false): ChildProcess {
  const program = `
    const { openStore } = await import(${JSON.stringify(new URL("../../server/ledger/store.ts", import.meta.url).href)});
    if (${waits}) {
      process.stdout.write("loaded\\n");
      await new Promise((go) => process.stdin.once("data", go));
    }
    const store = await openStore(${JSON.stringify(test.config)});
    ${script}`;
  const child = spawn(
    process.execPath,
    ["--import", "@oxc-node/core/register", "--input-type=module", "--eval", program],
    { stdio: ["pipe", "pipe", "inherit"], cwd: new URL("../..", import.meta.url).pathname },
  );
  children.add(child);
  return child;
}

async function told(child: ChildProcess, word: string): Promise<void> {
  let text = "";
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes(`${word}\n`)) return;
  }
  throw new Error(`the other process ended without a word: ${word}`);
}
