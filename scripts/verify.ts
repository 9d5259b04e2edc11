import { readConfig } from "../server/config.ts";
import { openLedger } from "../server/ledger/ledger.ts";
import { LINE_COUNTING } from "../server/tallies/count-lines.ts";
import { verifyCounts } from "../server/tallies/verify.ts";
import { plainSentence } from "./plain-sentence.ts";

/* npm run verify: recompute every maintained count from the rows and compare; exit 1 and the differences if any. */

const SHOWN = 100;

async function main(): Promise<number> {
  const ledger = await openLedger(readConfig(), { clock: { now: () => new Date() }, counting: LINE_COUNTING });
  try {
    const { peopleCount, countCount, drift } = await verifyCounts(ledger);
    console.log(`按${peopleCount}人的证书、评定和变动重算了${countCount}个计数，不一致${drift.length}处。`);
    for (const row of drift.slice(0, SHOWN))
      console.log(
        `  ${row.creditCode} ${row.level} ${row.day}：台账维护的是${row.maintained}，逐行重算是${row.counted}`,
      );
    if (drift.length > SHOWN) console.log(`  ……还有${drift.length - SHOWN}处`);
    return drift.length === 0 ? 0 : 1;
  } finally {
    await ledger.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(plainSentence(error, "没有核对"));
    process.exitCode = 2;
  },
);
