import { lazy, Suspense } from "react";
import type { Asked } from "../ask.ts";
import type { Place } from "../charts/place.ts";
import { boundsOf, classOf } from "../charts/rate-classes.ts";
import { RateLegend } from "../charts/rate-legend.tsx";
import { TileGrid } from "../charts/tile-grid.tsx";
import { format } from "../look/format.ts";
import { Card, Empty, LoadingBars } from "../parts/card.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { statusWord } from "../parts/status-mark.tsx";
import { cell, type TableView } from "../parts/table-view.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar } from "./address.ts";
import type { PlacesQuery } from "./overview.generated.ts";
import { useCard } from "./use-card.ts";

const PlaceMap = lazy(() => import("../charts/place-map.tsx"));

/** Coverage where the units are: equal squares first, a map one click away. Never mixed with the ranks by responsibility. */
export function PlacesCard({ bar, asked }: { readonly bar: AddressBar; readonly asked: Asked<PlacesQuery> }) {
  const figures = asked.data?.coverage ?? [];
  const card = useCard("places", bar, figures[0]?.asOf, "places");
  const bounds = boundsOf(figures.flatMap((row) => row.rate ?? []));
  const places = figures.flatMap((row): Place[] => {
    if (!row.city) return [];
    const name = common.place(row.city.shortName);
    const rate = format.rate(row.rate);
    const reason = row.rate === null ? statusWord({ status: "NO_DATA", reason: row.noDataReason }) : null;
    const change = row.rateChange === null ? null : format.points(row.rateChange);
    return [
      {
        code: row.city.code,
        name,
        rate: format.rateNumber(row.rate),
        change,
        step: row.rate === null ? null : classOf(row.rate, bounds),
        reason,
        sentence: reason
          ? overview.places.noneSentence(name, reason)
          : overview.places.sentence(name, rate, change ?? format.points(null)),
        href: bar.linkTo({ cities: [row.city.code] }),
      },
    ];
  });
  const ranked = figures.filter((row) => row.rate !== null && row.city).sort((a, b) => a.rate! - b.rate!);
  const named = (row: (typeof ranked)[number]) => common.place(row.city!.shortName);
  const lowest = ranked.slice(0, 3).map(named);
  const spread = ranked.length > 3;
  return (
    <Card
      {...card}
      asked={asked}
      height={480}
      title={spread ? overview.places.finding(format.list(lowest)) : overview.places.neutral}
      note={overview.places.note[bar.address.places]}
      controls={
        <Segmented
          label={overview.places.view}
          value={bar.address.places}
          choices={[
            { value: "map", label: overview.places.map },
            { value: "grid", label: overview.places.grid },
          ]}
          onChange={(view) => bar.change({ places: view })}
        />
      }
      table={places.length > 0 ? tableOf(asked.data!, bar) : undefined}
      sentence={
        spread
          ? overview.places.overall(
              format.list(
                ranked
                  .slice(-3)
                  .reverse()
                  .map((row) => `${named(row)}${format.rate(row.rate)}`),
              ),
              format.list(ranked.slice(0, 3).map((row) => `${named(row)}${format.rate(row.rate)}`)),
            )
          : undefined
      }
      legend={<RateLegend bounds={bounds} />}
    >
      {places.length === 0 ? (
        <Empty text={overview.trend.none} />
      ) : bar.address.places === "map" ? (
        <Suspense fallback={<LoadingBars />}>
          <PlaceMap places={places} />
        </Suspense>
      ) : (
        <TileGrid places={places} />
      )}
    </Card>
  );
}

function tableOf(places: PlacesQuery, bar: AddressBar): TableView {
  const words = overview.places.columns;
  return {
    columns: [
      { head: words.city },
      { head: words.rate, numeric: true },
      { head: words.change, numeric: true },
      { head: words.certified, numeric: true },
      { head: words.headcount, numeric: true },
      { head: words.unitGap, numeric: true },
      { head: words.units, numeric: true },
      { head: words.unreported, numeric: true },
      { head: words.reason },
    ],
    rows: places.coverage.map((row) => ({
      key: row.city?.code ?? "",
      cells: [
        cell.text(
          common.place(row.city?.shortName ?? ""),
          bar.linkTo({ cities: row.city ? [row.city.code] : [], tables: [] }),
        ),
        cell.rate(row.rate),
        cell.points(row.rateChange),
        cell.count(row.rate === null ? null : row.certifiedHeadcount),
        cell.count(row.rate === null ? null : row.skilledHeadcount),
        cell.count(row.rate === null ? null : row.unitGapHeadcount),
        cell.count(row.enterpriseCount),
        cell.count(row.unreportedEnterpriseCount),
        row.rate === null ? cell.status("NO_DATA", row.noDataReason) : cell.text(""),
      ],
    })),
  };
}
