import type { Config } from "../config.ts";
import type { Clock } from "../policy/clock.ts";
import { type Day, dayInSichuan } from "../policy/day.ts";
import type { HeadDelta, PersonFacts } from "../policy/whereabouts.ts";
import { openPersonalData, type PersonalData } from "./personal-data.ts";
import { openStore, type Reader, type Store, type Tx } from "./store.ts";

/** One person before and after a change of the ledger. */
export interface PersonChange {
  readonly before: PersonFacts;
  readonly after: PersonFacts;
}

/** What counting does with the people that an entry touches: write the differences of their lines under the entry. */
export interface CountingHook {
  deltasOf(changes: readonly PersonChange[]): readonly HeadDelta[];
  write(tx: Tx, entryId: number, deltas: readonly HeadDelta[]): Promise<void>;
}

/** The ledger: its database, its key, its clock, and the counting that every change goes through. */
export interface Ledger {
  readonly store: Store;
  readonly personalData: PersonalData;
  readonly dataDir: string;
  readonly counting: CountingHook;
  now(): Date;
  /** Today in Sichuan; the demo's last day while the demo province is loaded. */
  today(): Day;
  isDemo(): boolean;
  /** Mark this database as the demo, whose today stands still. Only an empty ledger can be marked. */
  markDemo(lastDay: Day): Promise<void>;
  close(): Promise<void>;
}

/** The stored key is another one: reading would fail and matching would miss, so nothing starts. */
export class WrongKey extends Error {
  constructor() {
    super(
      "PERSONAL_DATA_KEY（未设时为 DATA_DIR 中的 personal-data.key）不是这个数据库的密钥（指纹不符）。请换回原来的密钥；数据没有改动。",
    );
    this.name = "WrongKey";
  }
}

/** Open the ledger that the configuration names. Without a counting hook nothing could stay true, so one is required. */
export async function openLedger(
  config: Pick<Config, "databaseUrl" | "dataDir" | "personalDataKey">,
  options: { readonly clock: Clock; readonly counting: CountingHook },
): Promise<Ledger> {
  const store = await openStore(config);
  try {
    const personalData = openPersonalData(config, await setting(store, KEY_FINGERPRINT));
    await holdKeyAgainst(store, personalData.fingerprint);
    let demoDay = await setting(store, "demo-today");
    const ledger: Ledger = {
      store,
      personalData,
      dataDir: config.dataDir,
      counting: options.counting,
      now: () => (demoDay ? onDay(options.clock.now(), demoDay) : options.clock.now()),
      today: () => demoDay ?? dayInSichuan(options.clock.now()),
      isDemo: () => demoDay !== null,
      markDemo: async (lastDay) => {
        await store.write(async (tx) => {
          const [revision] = await tx.all<{ value: number }>("SELECT value FROM revision WHERE id = 1");
          if (revision!.value > 0) throw new Error("only an empty ledger can become the demo");
          await tx.run("INSERT INTO setting (name, value) VALUES ('demo-today', ?)", [lastDay]);
        });
        demoDay = lastDay;
      },
      close: () => store.close(),
    };
    return ledger;
  } catch (error) {
    await store.close();
    throw error;
  }
}

const KEY_FINGERPRINT = "key-fingerprint";

async function holdKeyAgainst(store: Store, fingerprint: string): Promise<void> {
  const stored = await setting(store, KEY_FINGERPRINT);
  if (stored === null) {
    await store.write(async (tx) => {
      const [again] = await tx.all<{ value: string }>("SELECT value FROM setting WHERE name = ?", [KEY_FINGERPRINT]);
      if (!again) await tx.run("INSERT INTO setting (name, value) VALUES (?, ?)", [KEY_FINGERPRINT, fingerprint]);
      else if (again.value !== fingerprint) throw new WrongKey();
    });
  } else if (stored !== fingerprint) throw new WrongKey();
}

async function setting(store: Store, name: string): Promise<string | null> {
  const rows = await store.read((reader) =>
    reader.all<{ value: string }>("SELECT value FROM setting WHERE name = ?", [name]),
  );
  return rows[0]?.value ?? null;
}

/** The real time of day on the demo's day, so that entries keep their order within a sitting. */
function onDay(now: Date, day: Day): Date {
  const time = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(10);
  return new Date(Date.parse(`${day}${time}`) - 8 * 3_600_000);
}

/** The newest revision that a reader sees. */
export async function currentRevision(reader: Reader): Promise<number> {
  const rows = await reader.all<{ value: number }>("SELECT value FROM revision WHERE id = 1");
  return Number(rows[0]!.value);
}
