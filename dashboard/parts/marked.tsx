import { Fragment } from "react";

/** A sentence from the dictionary: `**words**` stand out, `[[numbers]]` in blue, `|` is where a line may break. */
export function Marked({ text }: { readonly text: string }) {
  let at = 0;
  return text.split(/(\*\*.+?\*\*|\[\[.+?\]\]|\|)/).map((part) => {
    at += part.length;
    if (part === "|") return <wbr key={at} />;
    if (part.startsWith("**")) return <strong key={at}>{part.slice(2, -2)}</strong>;
    if (part.startsWith("[[")) {
      return (
        <b key={at} className="no-break">
          {part.slice(2, -2)}
        </b>
      );
    }
    return <Fragment key={at}>{part}</Fragment>;
  });
}

/** The same sentence as plain text, for labels and files. */
export function plain(text: string): string {
  return text.replace(/\*\*|\[\[|\]\]|\|/g, "");
}
