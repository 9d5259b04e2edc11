import { Marked } from "../parts/marked.tsx";

/** The page's answer in a sentence. */
export function Answer({ text, live }: { readonly text: string; readonly live?: boolean }) {
  return (
    <p className="imports-answer" {...(live ? { role: "status" } : {})}>
      <Marked text={text} />
    </p>
  );
}
