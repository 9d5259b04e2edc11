import { words } from "../words/imports.ts";

/** An expected no: what, why by the plan, and how to mend it. */
export function RefusalNote({
  refusal,
  lead,
}: {
  readonly refusal: { readonly message: string; readonly mend: string; readonly clause?: string | null };
  readonly lead?: string;
}) {
  return (
    <div className="imports-refusal" role="alert">
      <p>
        {lead}
        <b lang="zh-CN">{refusal.message}</b>
      </p>
      <p lang="zh-CN">{refusal.mend}</p>
      {refusal.clause && <p className="imports-second">{words.deed.clause(refusal.clause)}</p>}
    </div>
  );
}
