import { format } from "../look/format.ts";
import { words } from "../words/imports.ts";
import { type Batch, strays, type Verdict } from "./sending-state.ts";

/** How many went in, how many came back, what to do. */
export function resultSentence(batches: readonly Batch[], verdict: Verdict): string {
  const others = strays(batches, verdict);
  return [
    mainSentence(verdict),
    others.unreadable > 0 ? words.result.andUnreadable(format.count(others.unreadable)) : "",
    others.failed > 0 ? words.result.andFailed(format.count(others.failed)) : "",
    others.withdrawn > 0 ? words.result.andWithdrawn(format.count(others.withdrawn)) : "",
  ].join("");
}

function mainSentence(verdict: Verdict): string {
  switch (verdict.state) {
    case "ADMITTED":
      if (verdict.refused > 0)
        return words.result.partly(format.count(verdict.admitted), format.count(verdict.refused));
      return verdict.moving === 0
        ? words.result.same(format.count(verdict.admitted))
        : words.result.all(format.count(verdict.admitted));
    case "REFUSED":
      return verdict.atomic
        ? words.result.atomicRefused(format.count(verdict.refused))
        : words.result.allRefused(format.count(verdict.refused));
    case "UNREADABLE":
      return words.result.unreadable(format.count(verdict.files));
    case "FAILED":
      return words.result.failed;
    case "INTERRUPTED":
      return words.result.interrupted;
    case "WITHDRAWN":
      return words.result.withdrawn;
    case "NOTHING_READ":
    case "TRIED":
    case "RUNNING":
      return words.result.nothing;
  }
}
