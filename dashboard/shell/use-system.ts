import { useState } from "react";
import { type Asked, useAsk } from "../ask.ts";
import { SystemDocument, type SystemQuery } from "./shell.generated.ts";

/** While the demo comes in. */
const POLL = 1500;

/** Today, the demo mark, the ledger's revision and who I am; asked once for all parts of the page. */
export function useSystem(): Asked<SystemQuery> {
  const [loading, setLoading] = useState(false);
  const asked = useAsk(SystemDocument, {}, { poll: loading ? POLL : false });
  const now = asked.data?.system.loading ?? false;
  if (now !== loading) setLoading(now);
  return asked;
}
