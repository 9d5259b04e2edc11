import { useState } from "react";
import { useAsk } from "../ask.ts";
import { format } from "../look/format.ts";
import { CardState } from "../parts/card.tsx";
import { common } from "../words/common.ts";
import { words } from "../words/imports.ts";
import { ImpactDocument } from "./imports.generated.ts";
import { sum } from "./sending-state.ts";

const SHORT = 6;

/** What the sending moved in the figures: why it was worth it. The server compares before and after. */
export function ImpactPanel({ sendingId }: { readonly sendingId: string }) {
  const asked = useAsk(ImpactDocument, { sendingId });
  const [whole, setWhole] = useState(false);
  const rows = asked.data?.importImpact ?? [];
  // The largest step first; a bureau's own sending has two or three rows, the province's many.
  const sorted = [...rows].sort((a, b) => step(b) - step(a));
  const shown = whole ? sorted : sorted.slice(0, SHORT);
  return (
    <section className="imports-impact" aria-labelledby="impact-title">
      <h2 id="impact-title">{words.impact.title}</h2>
      <CardState asked={asked} height={rows.length > 0 ? 0 : 60}>
        {rows.length === 0 ? (
          <p>{words.impact.none}</p>
        ) : (
          <>
            <p className="imports-impact-note">{words.impact.card}</p>
            <dl>
              {shown.map((row) => (
                <div key={`${row.responsibility.code} ${row.ownership}`}>
                  <dt>
                    {common.place(row.responsibility.name)} {common.ownership[row.ownership]}
                  </dt>
                  <dd>
                    <Change before={rate(row.rateBefore)} after={rate(row.rateAfter)} />
                  </dd>
                </div>
              ))}
              {rows.length > SHORT && (
                <div>
                  <dt>
                    <button
                      type="button"
                      className="text-button is-link"
                      aria-expanded={whole}
                      onClick={() => setWhole(!whole)}
                    >
                      {whole ? words.impact.fewer : words.impact.more(format.count(rows.length - SHORT))}
                    </button>
                  </dt>
                  <dd />
                </div>
              )}
              <div className="is-sum">
                <dt>{words.impact.gap}</dt>
                <dd>
                  <Change
                    before={format.count(sum(rows, (row) => row.unitGapBefore))}
                    after={words.impact.people(format.count(sum(rows, (row) => row.unitGapAfter)))}
                  />
                </dd>
              </div>
            </dl>
          </>
        )}
      </CardState>
    </section>
  );
}

/** Before → after, read aloud as words. */
export function Change({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <span className="no-break">
      <span className="only-read">{words.impact.change(before, after)}</span>
      <span aria-hidden="true">
        {before} → <b>{after}</b>
      </span>
    </span>
  );
}

function rate(value: number | null): string {
  return value === null ? words.impact.noRate : format.rate(value);
}

function step(row: {
  readonly unitGapBefore: number;
  readonly unitGapAfter: number;
  readonly rateChange: number | null;
}): number {
  return Math.abs(row.unitGapBefore - row.unitGapAfter) + Math.abs(row.rateChange ?? 0);
}
