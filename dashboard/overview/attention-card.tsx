import { Link } from "react-router";
import type { Asked } from "../ask.ts";
import { statusColours } from "../look/meanings.ts";
import { Card, Empty } from "../parts/card.tsx";
import { StatusMark, StatusShape } from "../parts/status-mark.tsx";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar, OverviewAddress } from "./address.ts";
import { type Attention, attentionOf } from "./attention.ts";
import type { FirstQuery, TitlesQuery } from "./overview.generated.ts";

const SHOWN = 6;

/** The few things that call for action, as sentences with links. */
export function AttentionCard(props: {
  readonly bar: AddressBar;
  readonly asked: Asked<FirstQuery>;
  readonly titles: TitlesQuery | undefined;
}) {
  const { bar, asked } = props;
  const items = asked.data ? attentionOf(asked.data, props.titles) : [];
  const all = bar.address.tables.includes("attention");
  const shown = all ? items : items.slice(0, SHOWN);
  const toggle = () =>
    bar.change({
      tables: all ? bar.address.tables.filter((one) => one !== "attention") : [...bar.address.tables, "attention"],
    });
  return (
    <Card
      id="attention"
      asked={asked}
      height={270}
      title={
        asked.data && asked.data.province[0]?.rate !== null
          ? overview.attention.title(shown.length)
          : overview.attention.neutral
      }
      extra={
        items.length > SHOWN ? (
          <button type="button" className="text-button" aria-expanded={all} onClick={toggle}>
            {all ? overview.attention.fewer : overview.attention.all(items.length)}
          </button>
        ) : undefined
      }
    >
      {asked.data && items.length === 0 ? (
        <Empty text={asked.data.province[0]?.rate === null ? overview.trend.none : overview.attention.none} />
      ) : (
        <ul className="attention">
          {shown.map((item) => (
            <Item key={item.key} item={item} bar={bar} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Item({ item, bar }: { readonly item: Attention; readonly bar: AddressBar }) {
  return (
    <li>
      {item.word ? (
        <span className="status-mark" style={{ color: statusColours[item.status].text }}>
          <StatusShape status={item.status} size={14} />
          {item.word}
        </span>
      ) : (
        <StatusMark status={item.status} />
      )}
      <span>{item.text}</span>
      <See item={item} bar={bar} />
    </li>
  );
}

function See({ item, bar }: { readonly item: Attention; readonly bar: AddressBar }) {
  const label = `${item.see}${common.colon}${item.text}`;
  if ("anchor" in item.to) {
    return (
      <a href={`#${item.to.anchor}`} aria-label={label}>
        {item.see}
      </a>
    );
  }
  // A table that opens elsewhere on the page is gone to.
  const linkOf = (change: Partial<OverviewAddress>) =>
    change.tables?.[0] ? `${bar.linkTo(change)}#${change.tables[0]}` : bar.linkTo(change);
  return (
    <Link to={"page" in item.to ? item.to.page : linkOf(item.to.change)} aria-label={label} preventScrollReset>
      {item.see}
    </Link>
  );
}
