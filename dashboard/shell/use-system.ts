import { type Asked, useAsk } from "../ask.ts";
import { SystemDocument, type SystemQuery } from "./shell.generated.ts";

/** Today, the demo mark, the ledger's revision and who I am; asked once for all parts of the page. */
export function useSystem(): Asked<SystemQuery> {
  return useAsk(SystemDocument, {});
}
