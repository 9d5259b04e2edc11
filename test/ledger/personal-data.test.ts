import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeEntry, openEntry, writeDraft } from "../../server/ledger/admit.ts";
import { openLedger, WrongKey } from "../../server/ledger/ledger.ts";
import { KeyMissing, maskIdNumber, openPersonalData } from "../../server/ledger/personal-data.ts";
import { LINE_COUNTING } from "../../server/tallies/count-lines.ts";
import { ADMINISTRATOR, forEachDatabase, openTestLedger, TODAY } from "../builders/ledger.ts";

const ID_NUMBER = "510104199001011239";
/** Its hash by the key of ones, fixed here so that a change of the derivation cannot go unseen. */
const HASH_BY_ONES = "c3eeb0cf5e04a40a9c3e41d7fd8ee6d45d737b27a567602afcaccf92b11ad8f4";
const keyOf = (byte: number) => Buffer.alloc(32, byte).toString("base64");
const withKey = (byte: number) => openPersonalData({ personalDataKey: keyOf(byte), databaseUrl: null, dataDir: "/" });

describe("an encrypted ID number", () => {
  const personalData = withKey(1);

  it.each([ID_NUMBER, "51010419900101123X", "H12345678", "护照 E𬭎", ""])("comes back as it went in: %s", (number) => {
    expect(personalData.decrypt(personalData.encrypt(number))).toBe(number);
  });

  it("never looks the same twice and never holds the number", () => {
    const ciphers = new Set(Array.from({ length: 100 }, () => personalData.encrypt(ID_NUMBER)));
    expect(ciphers.size).toBe(100);
    for (const cipher of ciphers) {
      expect(cipher).not.toContain(ID_NUMBER);
      expect(Buffer.from(cipher, "base64").toString("latin1")).not.toContain(ID_NUMBER);
    }
  });

  it("fits into its column, however long the number is that a sheet may hold", () => {
    expect(personalData.encrypt("9".repeat(40)).length).toBeLessThanOrEqual(255);
    expect(personalData.hash(ID_NUMBER)).toHaveLength(64);
  });

  it("is read by the key that wrote it, in another process too, and by no other", () => {
    const cipher = personalData.encrypt(ID_NUMBER);
    expect(withKey(1).decrypt(cipher)).toBe(ID_NUMBER);
    expect(() => withKey(2).decrypt(cipher)).toThrow();
  });

  it("is refused when a bit of it was changed", () => {
    const bytes = Buffer.from(personalData.encrypt(ID_NUMBER), "base64");
    for (const at of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => personalData.decrypt(changed.toString("base64")), `byte ${at}`).toThrow();
    }
  });

  it("is sealed as bytes the same way, for files that hold whole numbers", () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, n) => n % 256));
    const sealed = personalData.encryptBytes(bytes);
    expect(sealed.includes(bytes.subarray(0, 64))).toBe(false);
    expect(withKey(1).decryptBytes(sealed).equals(bytes)).toBe(true);
    expect(() => withKey(2).decryptBytes(sealed)).toThrow();
  });
});

describe("the hash of an ID number", () => {
  it("is the same in every process with one key, and another with another key", () => {
    expect(withKey(1).hash(ID_NUMBER)).toBe(withKey(1).hash(ID_NUMBER));
    expect(withKey(1).hash(ID_NUMBER)).not.toBe(withKey(2).hash(ID_NUMBER));
    expect(withKey(1).hash(ID_NUMBER)).not.toBe(withKey(1).hash("510104199001011247"));
  });

  it("stays what it is from version to version, or nobody would be found again", () => {
    expect(withKey(1).hash(ID_NUMBER)).toBe(HASH_BY_ONES);
  });

  it("tells nothing of the key, nor does the key's fingerprint", () => {
    expect(withKey(1).fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(withKey(1).fingerprint).not.toBe(withKey(2).fingerprint);
    expect(Buffer.alloc(32, 1).toString("hex")).not.toContain(withKey(1).fingerprint);
  });
});

describe("a masked ID number", () => {
  it.each([
    [ID_NUMBER, "510104********1239"],
    ["51010419900101123X", "510104********123X"],
    ["510104900101123", "510104*****1123"],
    ["H12345678", "H*******8"],
    ["A1", "A*1"],
  ])("%s is shown as %s", (number, mask) => {
    expect(maskIdNumber(number)).toBe(mask);
  });
});

describe("the key of the embedded database", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "bajigong-test-"));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const open = () => openPersonalData({ personalDataKey: null, databaseUrl: null, dataDir });
  const path = () => join(dataDir, "personal-data.key");

  it("is made at the first start, 32 bytes that only their owner can read", () => {
    open();
    expect(Buffer.from(readFileSync(path(), "utf8"), "base64")).toHaveLength(32);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it("is made once: later starts use it as it is", () => {
    const cipher = open().encrypt(ID_NUMBER);
    const key = readFileSync(path(), "utf8");
    const again = open();
    expect(readFileSync(path(), "utf8")).toBe(key);
    expect(again.decrypt(cipher)).toBe(ID_NUMBER);
  });

  it.each(["", "c2hvcnQ=", "不是密钥"])("is never a file that holds none: %j", (text) => {
    writeFileSync(path(), text);
    expect(open).toThrow(/32字节/);
    expect(readFileSync(path(), "utf8")).toBe(text);
  });

  it("is not made anew for a database that came without its own, and the database stays as it is", async () => {
    const options = { clock: { now: () => new Date(`${TODAY}T04:00:00.000Z`) }, counting: LINE_COUNTING };
    const config = { personalDataKey: null, databaseUrl: null, dataDir };
    await (await openLedger(config, options)).close();
    const key = readFileSync(path());
    rmSync(path());
    await expect(openLedger(config, options)).rejects.toThrow(KeyMissing);
    expect(existsSync(path())).toBe(false);
    writeFileSync(path(), key);
    await (await openLedger(config, options)).close();
  });

  it("is another in every data folder", () => {
    const other = mkdtempSync(join(tmpdir(), "bajigong-test-"));
    try {
      const there = openPersonalData({ personalDataKey: null, databaseUrl: null, dataDir: other });
      expect(there.fingerprint).not.toBe(open().fingerprint);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it("comes from the environment when that names one, and no file is made", () => {
    openPersonalData({ personalDataKey: keyOf(1), databaseUrl: null, dataDir });
    expect(() => statSync(path())).toThrow(/ENOENT/);
  });

  it("has no default beside a database server", () => {
    const server = "mysql://root@127.0.0.1:3306/bajigong";
    expect(() => openPersonalData({ personalDataKey: null, databaseUrl: server, dataDir })).toThrow(
      /PERSONAL_DATA_KEY/,
    );
    expect(() => statSync(path())).toThrow(/ENOENT/);
  });
});

forEachDatabase("a ledger", (kind) => {
  it("opens again with its own key and refuses to start with another, changing nothing", async () => {
    const test = await openTestLedger(kind);
    try {
      const options = { clock: { now: () => new Date(`${TODAY}T04:00:00.000Z`) }, counting: LINE_COUNTING };
      const settings = () => test.ledger.store.read((reader) => reader.all("SELECT s.name, s.value FROM setting s"));
      const before = await settings();
      expect(before).toEqual([{ name: "key-fingerprint", value: test.ledger.personalData.fingerprint }]);
      const again = await openLedger(test.config, options);
      await again.close();
      await expect(openLedger({ ...test.config, personalDataKey: keyOf(8) }, options)).rejects.toThrow(WrongKey);
      expect(await settings()).toEqual(before);
    } finally {
      await test.close();
    }
  });

  it("keeps an ID number nowhere but encrypted, hashed and masked", async () => {
    const test = await openTestLedger(kind);
    const { store, personalData } = test.ledger;
    try {
      const entryId = await store.write((tx) =>
        openEntry(tx, test.ledger, { kind: "SENDING", actor: ADMINISTRATOR, batchId: null, reason: null, facts: {} }),
      );
      const key = { person: -1, byPerson: false, rest: "Y000051000000250000301" };
      const content = {
        idNumber: ID_NUMBER,
        idKind: "居民身份证",
        personName: "甲",
        creditCode: "91510000000000000X",
        level: "SENIOR",
        method: "GRADING",
        issuedOn: "2025-01-01",
      };
      const origin = { batchId: 1, sheetIndex: 0, row: 2 };
      await writeDraft(test.ledger, entryId, {
        claims: [{ kind: "CERTIFICATE", key, content, origin, replayOf: null }],
        states: [{ kind: "CERTIFICATE", key, content, origin, replaces: false }],
        persons: [
          { id: -1, idHash: personalData.hash(ID_NUMBER), idNumber: ID_NUMBER, idKind: "居民身份证", name: "甲" },
        ],
        units: new Map([[-1, "91510000000000000X"]]),
        deltas: [],
      });
      await store.write((tx) => closeEntry(tx, entryId, 0));

      const [person] = await store.read((reader) => reader.all<Record<string, string>>("SELECT p.* FROM person p"));
      expect(person).toMatchObject({
        id_hash: personalData.hash(ID_NUMBER),
        id_algorithm: "AES-256-GCM",
        id_mask: "510104********1239",
        name: "甲",
      });
      expect(personalData.decrypt(person!.id_cipher!)).toBe(ID_NUMBER);
      for (const table of ["person", "claim", "certificate_state", "entry"]) {
        const rows = await store.read((reader) => reader.all(`SELECT x.* FROM ${table} x`));
        expect(rows.length).toBeGreaterThan(0);
        expect(JSON.stringify(rows), table).not.toContain(ID_NUMBER);
      }
    } finally {
      await test.close();
    }
  });
});
