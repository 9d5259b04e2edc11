import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigFault, readConfig } from "../server/config.ts";

const KEY = Buffer.alloc(32, 1).toString("base64");
const SERVER = "mysql://root@127.0.0.1:3306/bajigong";

let folder: string;
let dataDir: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bajigong-test-"));
  dataDir = join(folder, "deep", "data");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an environment that says nothing but where the data lies", () => {
  it("serves the embedded database with the demo, on this machine only", () => {
    expect(readConfig({ DATA_DIR: dataDir })).toEqual({
      host: "127.0.0.1",
      port: 4000,
      dataDir,
      databaseUrl: null,
      personalDataKey: null,
      demo: true,
      logLevel: "info",
    });
  });

  it("gets its data folder made, for its owner only", () => {
    const fresh = join(folder, "fresh");
    readConfig({ DATA_DIR: fresh });
    expect(statSync(fresh).mode & 0o777).toBe(0o700);
  });

  it("takes a variable that is set to nothing as one that is not set", () => {
    const empty = { DATA_DIR: dataDir, PORT: "", HOST: "", DATABASE_URL: "", PERSONAL_DATA_KEY: "", DEMO: "" };
    expect(readConfig(empty)).toEqual(readConfig({ DATA_DIR: dataDir }));
  });
});

describe("an environment that says everything", () => {
  it("is taken at its word", () => {
    const env = {
      HOST: "0.0.0.0",
      PORT: "0",
      DATA_DIR: dataDir,
      PERSONAL_DATA_KEY: KEY,
      LOG_LEVEL: "debug",
      DEMO: "0",
    };
    expect(readConfig({ ...env, DATABASE_URL: SERVER })).toEqual({
      host: "0.0.0.0",
      port: 0,
      dataDir,
      databaseUrl: SERVER,
      personalDataKey: KEY,
      demo: false,
      logLevel: "debug",
    });
  });

  it("never loads the demo into a database server, whatever DEMO says", () => {
    const server = { DATA_DIR: dataDir, DATABASE_URL: SERVER, PERSONAL_DATA_KEY: KEY };
    expect(readConfig(server).demo).toBe(false);
    expect(readConfig({ ...server, DEMO: "1" }).demo).toBe(false);
  });

  it("leaves the demo out of the embedded database by DEMO=0", () => {
    expect(readConfig({ DATA_DIR: dataDir, DEMO: "0" }).demo).toBe(false);
    expect(readConfig({ DATA_DIR: dataDir, DEMO: "1" }).demo).toBe(true);
  });
});

describe("an environment that is wrong", () => {
  it("is told every fault at once, each by its variable", () => {
    const faults = faultsOf({
      DATA_DIR: dataDir,
      PORT: "70000",
      DATABASE_URL: "postgres://somewhere/x",
      PERSONAL_DATA_KEY: "c2hvcnQ=",
      DEMO: "yes",
      LOG_LEVEL: "loud",
    });
    expect(faults.map((fault) => /^[A-Z_]+/.exec(fault)?.[0]).sort()).toEqual([
      "DATABASE_URL",
      "DEMO",
      "LOG_LEVEL",
      "PERSONAL_DATA_KEY",
      "PORT",
    ]);
  });

  it("is told in one message that a person can read", () => {
    const env = { DATA_DIR: dataDir, PORT: "x", DEMO: "2" };
    expect(() => readConfig(env)).toThrow(ConfigFault);
    expect(() => readConfig(env)).toThrow(/^配置有误：\n {2}- .*PORT.*\n {2}- .*DEMO.*$/);
  });

  it("is told of a missing key beside the other faults", () => {
    const faults = faultsOf({ DATA_DIR: dataDir, PORT: "4000.5", DATABASE_URL: SERVER });
    expect(faults).toHaveLength(2);
    expect(faults.join()).toMatch(/PORT.*PERSONAL_DATA_KEY/);
  });

  it.each(
    [
      ["-1", "65536", "4000.5", "http"].map((port) => ["PORT", port]),
      ["mysql://127.0.0.1:3306", "mysql://127.0.0.1:3306/", "mariadb://127.0.0.1/x"].map((url) => [
        "DATABASE_URL",
        url,
      ]),
      [
        Buffer.alloc(31).toString("base64"),
        Buffer.alloc(33).toString("base64"),
        Buffer.alloc(16).toString("hex").slice(1),
      ].map((key) => ["PERSONAL_DATA_KEY", key]),
      ["true", "false", "on"].map((demo) => ["DEMO", demo]),
      [["LOG_LEVEL", "trace"]],
    ].flat(),
  )("refuses %s=%s", (name, value) => {
    const env = { DATA_DIR: dataDir, PERSONAL_DATA_KEY: KEY, [name!]: value };
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  it("never prints the key that it refuses", () => {
    expect(faultsOf({ DATA_DIR: dataDir, PERSONAL_DATA_KEY: "not-quite-a-secret" }).join()).not.toContain("not-quite");
  });

  it.each([
    ["a file", () => join(folder, "file")],
    ["a folder below a file", () => join(folder, "file", "data")],
    ["a place where nothing can be made", () => "/proc/bajigong"],
    ["a place below one where nothing can be made", () => "/proc/bajigong/deep/data"],
  ])("refuses %s as DATA_DIR, at once", (_what, path) => {
    writeFileSync(join(folder, "file"), "");
    const faults = faultsOf({ DATA_DIR: path() });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`DATA_DIR（${path()}）`);
  });

  it("leaves nothing in the folder that it tried", () => {
    const fresh = join(folder, "tried");
    readConfig({ DATA_DIR: fresh });
    expect(readdirSync(fresh)).toEqual([]);
  });

  it("makes no folder", () => {
    const never = join(folder, "never");
    expect(() => readConfig({ DATA_DIR: never, PORT: "x" })).toThrow(ConfigFault);
    expect(existsSync(never)).toBe(false);
  });
});

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
  return [];
}
