import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  type Hmac,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";

/** ID numbers are kept encrypted, found again by a keyed hash, and shown masked. */
export interface PersonalData {
  /** Names the key without telling it: a process with another key refuses to start. */
  readonly fingerprint: string;
  readonly algorithm: "AES-256-GCM";
  /** Keyed hash of a number, for matching. */
  hash(idNumber: string): string;
  /** A keyed digest to feed text into, where a plain one could be guessed back. */
  keyedDigest(): Hmac;
  encrypt(idNumber: string): string;
  decrypt(cipher: string): string;
  encryptBytes(bytes: Buffer): Buffer;
  decryptBytes(bytes: Buffer): Buffer;
}

/** First six and last four characters; shorter numbers keep one character at either end. */
export function maskIdNumber(idNumber: string): string {
  const keep = idNumber.length >= 15 ? [6, 4] : [1, 1];
  const stars = "*".repeat(Math.max(1, idNumber.length - keep[0]! - keep[1]!));
  return `${idNumber.slice(0, keep[0])}${stars}${idNumber.slice(-keep[1]!)}`;
}

/** The database came without its key file. A new key would read nothing of it, so none is made. */
export class KeyMissing extends Error {
  constructor(path: string) {
    super(`没有密钥文件 ${path}，而数据库里的证件号码是用它加密的。请从备份放回原来的密钥文件；数据没有改动。`);
    this.name = "KeyMissing";
  }
}

/**
 * The key from the environment; for the embedded database without one, from a file that is made at the first start,
 * while the database holds no key's fingerprint yet.
 */
export function openPersonalData(
  config: Pick<Config, "personalDataKey" | "databaseUrl" | "dataDir">,
  storedFingerprint: string | null = null,
): PersonalData {
  if (config.personalDataKey) return withKey(Buffer.from(config.personalDataKey, "base64"));
  if (config.databaseUrl) throw new Error("PERSONAL_DATA_KEY is required with DATABASE_URL");
  const path = join(config.dataDir, "personal-data.key");
  if (!existsSync(path)) {
    if (storedFingerprint !== null) throw new KeyMissing(path);
    // Written aside and linked: whoever starts at the same moment finds no file, or a whole one, never an empty one.
    const aside = `${path}.${process.pid}`;
    try {
      writeFileSync(aside, randomBytes(32).toString("base64"), { mode: 0o600 });
      linkSync(aside, path);
    } catch (error) {
      if ((error as { code?: string }).code !== "EEXIST") throw error;
    } finally {
      rmSync(aside, { force: true });
    }
  }
  return withKey(Buffer.from(readFileSync(path, "utf8"), "base64"));
}

const IV_BYTES = 12;
let ivs: Buffer = Buffer.alloc(0);

/** Random bytes asked for one by one cost more than the encryption: they are drawn a thousand at a time, each used once. */
function freshIv(): Buffer {
  if (ivs.length < IV_BYTES) ivs = randomBytes(IV_BYTES * 1000);
  const iv = ivs.subarray(0, IV_BYTES);
  ivs = ivs.subarray(IV_BYTES);
  return iv;
}

function withKey(key: Buffer): PersonalData {
  // Anything is a key to the derivation, even nothing at all.
  if (key.length !== 32) throw new Error("个人信息密钥应为32字节的 base64；密钥文件损坏时请从备份恢复，不要删除");
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", key, "bajigong", purpose, 32));
  const cipherKey = derive("id-number cipher");
  const hashKey = derive("id-number match");
  const digestKey = derive("sheet digest");
  const encryptBytes = (bytes: Buffer): Buffer => {
    const iv = freshIv();
    const cipher = createCipheriv("aes-256-gcm", cipherKey, iv);
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  };
  const decryptBytes = (bytes: Buffer): Buffer => {
    const decipher = createDecipheriv("aes-256-gcm", cipherKey, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  };
  return {
    fingerprint: createHash("sha256").update(derive("fingerprint")).digest("hex").slice(0, 16),
    algorithm: "AES-256-GCM",
    hash: (idNumber) => createHmac("sha256", hashKey).update(idNumber).digest("hex"),
    keyedDigest: () => createHmac("sha256", digestKey),
    encrypt: (idNumber) => encryptBytes(Buffer.from(idNumber, "utf8")).toString("base64"),
    decrypt: (cipher) => decryptBytes(Buffer.from(cipher, "base64")).toString("utf8"),
    encryptBytes,
    decryptBytes,
  };
}
