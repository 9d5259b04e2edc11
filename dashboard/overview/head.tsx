import { lazy, Suspense } from "react";
import { Link } from "react-router";
import type { Asked } from "../ask.ts";
import { format } from "../look/format.ts";
import { CardState } from "../parts/card.tsx";
import { Marked } from "../parts/marked.tsx";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import { type AddressBar, filterCount } from "./address.ts";
import { answerSentence } from "./answer.ts";
import { Chips } from "./chips.tsx";
import { DayControl } from "./day-control.tsx";
import { nameOf } from "./figures.ts";
import type { FirstQuery } from "./overview.generated.ts";

const FilterPanel = lazy(() => import("./filter-panel.tsx"));

/** The question, the answer as one sentence, and by name whom to urge. */
export function Head({ bar, asked }: { readonly bar: AddressBar; readonly asked: Asked<FirstQuery> }) {
  const { address, change } = bar;
  const set = filterCount(address);
  return (
    <>
      <div className="overview-question">
        <h1>{overview.question}</h1>
        <div className="overview-toolbar no-print">
          <DayControl bar={bar} day={asked.data?.province[0]?.asOf} />
          <button
            type="button"
            className={`button ${set > 0 || address.basis === "REPORTED" ? "is-set" : ""}`}
            aria-expanded={address.filtersOpen}
            onClick={() => change({ filtersOpen: !address.filtersOpen })}
          >
            <span className="button-label">{overview.toolbar.basis}</span>
            {common.basis[address.basis]}
            <span className="button-label">{overview.toolbar.filters}</span>
            {set > 0 ? format.count(set) : overview.toolbar.all}
          </button>
          <button type="button" className="button" onClick={() => window.print()}>
            {overview.toolbar.print}
          </button>
        </div>
      </div>
      {address.filtersOpen && (
        <Suspense fallback={<div className="filter-panel" />}>
          <FilterPanel bar={bar} />
        </Suspense>
      )}
      <Chips bar={bar} />
      <div className="overview-answer">
        <CardState asked={asked} height={78}>
          <p className="answer">{asked.data && <Marked text={answerSentence(asked.data)} />}</p>
        </CardState>
        {asked.data && <Who bar={bar} first={asked.data} />}
      </div>
    </>
  );
}

/** Three responsibilities and three units with the most people short. */
function Who({ bar, first }: { readonly bar: AddressBar; readonly first: FirstQuery }) {
  const responsibilities = first.responsibilities
    .filter((row) => row.responsibility && row.unitGapHeadcount > 0)
    .sort((a, b) => b.unitGapHeadcount - a.unitGapHeadcount)
    .slice(0, 3)
    .map((row) => ({
      key: row.responsibility!.code,
      name: common.place(nameOf(first, row.responsibility!)),
      gap: row.unitGapHeadcount,
      to: bar.linkTo({ responsibilities: [row.responsibility!.code] }),
    }));
  const enterprises = first.enterprises.edges
    .filter(({ node }) => (node.coverage.gapHeadcount ?? 0) > 0)
    .map(({ node }) => ({
      key: node.creditCode,
      name: node.name,
      gap: node.coverage.gapHeadcount ?? 0,
      to: bar.linkTo({ units: [node.creditCode] }),
    }));
  const none = first.province[0]?.rate === null ? common.status.NO_DATA : overview.who.none;
  return (
    <div className="who">
      <WhoList title={overview.who.responsibilities} rows={responsibilities} none={none} />
      <WhoList title={overview.who.enterprises} rows={enterprises} none={none} />
    </div>
  );
}

function WhoList(props: {
  readonly title: string;
  readonly none: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly gap: number; readonly to: string }[];
}) {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.rows.length === 0 && <p>{props.none}</p>}
      <ol>
        {props.rows.map((row) => (
          <li key={row.key}>
            <Link to={row.to} title={row.name}>
              {row.name}
            </Link>
            <b>{overview.who.people(format.count(row.gap))}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
