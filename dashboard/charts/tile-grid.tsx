import { Link } from "react-router";
import { rateSteps } from "../look/meanings.ts";
import type { Place } from "./place.ts";
import "./charts.css";

/** The 21 cities as equal squares, roughly where they lie: column and row of each. */
const SEATS: Readonly<Record<string, readonly [number, number]>> = {
  "513200": [2, 1],
  "510700": [3, 1],
  "510800": [4, 1],
  "511900": [5, 1],
  "511700": [6, 1],
  "513300": [1, 2],
  "510100": [2, 2],
  "510600": [3, 2],
  "510900": [4, 2],
  "511300": [5, 2],
  "511600": [6, 2],
  "511800": [1, 3],
  "511400": [2, 3],
  "512000": [3, 3],
  "511000": [4, 3],
  "513400": [1, 4],
  "511100": [2, 4],
  "510300": [3, 4],
  "510500": [4, 4],
  "510400": [1, 5],
  "511500": [3, 5],
};

/** Place without a base map: no border is drawn, so none needs approval. */
export function TileGrid({ places }: { readonly places: readonly Place[] }) {
  return (
    <ul className="tile-grid">
      {places.map((place) => {
        const seat = SEATS[place.code];
        if (!seat) return null;
        return (
          <li key={place.code} style={{ gridColumn: seat[0], gridRow: seat[1] }}>
            <Link
              to={place.href}
              className={place.step === null ? "tile hatch" : "tile"}
              style={place.step === null ? undefined : { background: rateSteps[place.step] }}
              title={place.sentence}
            >
              <span className="tile-name">{place.name}</span>
              <span className={place.reason ? "tile-rate is-word" : "tile-rate"}>{place.reason ?? place.rate}</span>
              {place.change && <span className="tile-change">{place.change}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
