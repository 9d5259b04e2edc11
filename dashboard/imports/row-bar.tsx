import { format } from "../look/format.ts";
import { words } from "../words/imports.ts";

interface Rows {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

const PARTS = ["created", "changed", "unchanged", "refused"] as const;

/** What the rows of a file came to, as shares of one bar; the numbers stand beside it. */
export function RowBar({ rows }: { readonly rows: Rows }) {
  const label = words.batches.barLabel(
    format.count(rows.created),
    format.count(rows.changed),
    format.count(rows.unchanged),
    format.count(rows.refused),
  );
  return (
    <span className="imports-bar" role="img" aria-label={label}>
      {PARTS.filter((part) => rows[part] > 0).map((part) => (
        <i key={part} className={`is-${part}`} style={{ flexGrow: rows[part] }} />
      ))}
    </span>
  );
}

/** The legend of the bar, in the head of its column. */
export function RowBarLegend() {
  return (
    <span className="imports-bar-legend">
      {PARTS.map((part) => (
        <span key={part}>
          <i className={`is-${part}`} aria-hidden="true" />
          {words.batches.columns[part]}
        </span>
      ))}
    </span>
  );
}
