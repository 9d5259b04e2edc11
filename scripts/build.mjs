import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Builds what `npm start` serves: the server to `dist/`, the dashboard and the playground to `dist/dashboard`. Run by
 * `npm ci`; plain JavaScript, since nothing is compiled yet. Skipped while `dist/` is newer than the sources, unless
 * `--force`.
 */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, "dist", ".built");
const SOURCES = ["schema", "server", "scripts", "dashboard"];
const SETTINGS = ["package.json", "package-lock.json", "tsconfig.base.json"];
const require = createRequire(join(ROOT, "package.json"));

process.exitCode = await build(process.argv.includes("--force"));

async function build(force) {
  // An image that installs before it copies the sources has nothing to build yet.
  if (!existsSync(join(ROOT, "server", "main.ts"))) return 0;
  if (!force && isFresh()) return 0;
  if (!isInstalled("@types/node") || !isInstalled("vite")) {
    if (existsSync(STAMP)) return 0;
    console.error("未构建：缺少构建所需的依赖。请运行 npm ci（不要加 --omit=dev），它会自动构建。");
    return 1;
  }
  const began = Date.now();
  if (force) rmSync(join(ROOT, "dist"), { recursive: true, force: true });
  const results = await Promise.all([
    run("服务端（tsc）", ["typescript/package.json", "bin/tsc"], ["-b", "scripts"]),
    run(
      "页面（vite）",
      ["vite/package.json", "bin/vite.js"],
      ["build", "--config", "dashboard/vite.config.ts", "--logLevel", "error"],
    ),
  ]);
  const failed = results.filter((result) => result.code !== 0);
  for (const { name, output } of failed) console.error(`构建失败：${name}\n${output.trim()}\n`);
  if (failed.length > 0) {
    console.error("修正后请运行 npm run build。");
    return 1;
  }
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, `${new Date().toISOString()}\n`);
  console.log(`已构建到 dist/，用时 ${Math.round((Date.now() - began) / 1000)} 秒。`);
  return 0;
}

/** A tool of this project's own, as a process; what it prints is shown only when it fails. */
function run(name, [manifest, binary], args) {
  const path = join(dirname(require.resolve(manifest)), binary);
  return new Promise((done) => {
    const child = spawn(process.execPath, [path, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => done({ name, code: 1, output: String(error) }));
    child.once("close", (code) => done({ name, code: code ?? 1, output }));
  });
}

function isFresh() {
  if (!existsSync(STAMP)) return false;
  const built = statSync(STAMP).mtimeMs;
  return newestOf([...SOURCES, ...SETTINGS].map((name) => join(ROOT, name))) < built;
}

function newestOf(paths) {
  let newest = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const { mtimeMs } = statSync(path);
    newest = Math.max(newest, mtimeMs);
    if (statSync(path).isDirectory())
      newest = Math.max(newest, newestOf(readdirSync(path).map((name) => join(path, name))));
  }
  return newest;
}

function isInstalled(name) {
  return existsSync(join(ROOT, "node_modules", name, "package.json"));
}
