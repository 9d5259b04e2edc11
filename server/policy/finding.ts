import type { Clause } from "./clauses.ts";

/** `error` refuses the row; `warning` lets it in and lists it for supervision. */
export type Severity = "error" | "warning";

/**
 * What a rule says of one row: a stable code, the column it is about (the content's key, see `import/parsed.ts`),
 * what is wrong, how to mend it, and where the plan says so.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Key of the content's field, such as `issuedOn`; null when the whole row is meant. */
  readonly column: string | null;
  readonly message: string;
  readonly mend: string;
  readonly clause: Clause | null;
}

/** The plan, or the ledger's own state, says no to a deed. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
  readonly clause: Clause | null;
}
