import { parseArgs } from "node:util";
import { DEMO_DEFAULTS, writeDemoProvince } from "./demo/write-demo-province.ts";

const USAGE = "用法：npm run demo -- [--people 60000] [--seed 1] [--out demo]";

/** `npm run demo`: writes the demo province's workbooks into a folder. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { people: { type: "string" }, seed: { type: "string" }, out: { type: "string" } },
    strict: true,
  });
  const people = Number(values.people ?? DEMO_DEFAULTS.people);
  const seed = Number(values.seed ?? DEMO_DEFAULTS.seed);
  if (!Number.isInteger(people) || people < 500 || people > 2_000_000)
    throw new Error("--people 须为 500 到 2000000 之间的整数");
  if (!Number.isInteger(seed)) throw new Error("--seed 须为整数");
  const began = Date.now();
  const { files } = await writeDemoProvince({
    people,
    seed,
    out: values.out ?? "demo",
    lastDay: DEMO_DEFAULTS.lastDay,
  });
  process.stdout.write(
    `${files.join("\n")}\n演示数据：${files.length} 个文件，${people} 人，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
});
