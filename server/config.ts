import { closeSync, mkdirSync, openSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";

/** Everything that the environment decides. Nobody else reads `process.env`. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database, its key, correction workbooks and uploads in transit. */
  readonly dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** 32 bytes in base64; null lets the embedded database make its own in `dataDir`. */
  readonly personalDataKey: string | null;
  /** Load the demo province into an empty ledger. */
  readonly demo: boolean;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
}

/** The environment is wrong; `faults` names everything that is, in one go. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`配置有误：\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "ConfigFault";
  }
}

const SHAPE = z.object({
  HOST: z.string().min(1, "HOST 不能为空").default("127.0.0.1"),
  PORT: z.coerce
    .number("PORT 应为端口号")
    .int("PORT 应为整数")
    .min(0, "PORT 应在 0 到 65535")
    .max(65535, "PORT 应在 0 到 65535")
    .default(4000),
  DATA_DIR: z.string().min(1, "DATA_DIR 不能为空").default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^mysql:\/\/[^/]+\/[^/?]+/, "DATABASE_URL 应写作 mysql://用户:密码@主机:端口/库名")
    .optional(),
  PERSONAL_DATA_KEY: z
    .string()
    .refine((text) => Buffer.from(text, "base64").length === 32, "PERSONAL_DATA_KEY 应为 32 字节的 base64")
    .optional(),
  DEMO: z.enum(["0", "1"], "DEMO 只能是 0 或 1").default("1"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"], "LOG_LEVEL 不是日志级别").default("info"),
});

/** Read the configuration from an environment. Throws `ConfigFault` with every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = SHAPE.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  if (given.DATABASE_URL && !given.PERSONAL_DATA_KEY) {
    faults.push("设了 DATABASE_URL 就必须设 PERSONAL_DATA_KEY（32 字节的 base64，例如 openssl rand -base64 32）");
  }
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: ensureFolder(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    personalDataKey: values.PERSONAL_DATA_KEY ?? null,
    // A database server is never filled with invented data by itself.
    demo: values.DEMO === "1" && !values.DATABASE_URL,
    logLevel: values.LOG_LEVEL,
  };
}

/** The folder, made where it is missing and proved to be writable; a later start must not fail in the middle of its work. */
function ensureFolder(given: string): string {
  const path = resolve(given);
  const fault = (why: string) => new ConfigFault([`DATA_DIR（${path}）${why}`]);
  try {
    makeFolder(path);
    const probe = join(path, `.probe-${process.pid}`);
    closeSync(openSync(probe, "w", 0o600));
    rmSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "ENOTDIR") throw fault("或它的上级是一个文件，不是文件夹：请换一个文件夹");
    throw fault(`不能建立或写入（${code}）：请换一个文件夹，或检查它的权限`);
  }
  return path;
}

/** Level by level: Node's own recursive way never ends where a level can neither be made nor found, as under /proc. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it at the same moment.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
