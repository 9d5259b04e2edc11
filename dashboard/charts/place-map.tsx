import { useQuery } from "@tanstack/react-query";
import { geoMercator, geoPath } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import { useNavigate } from "react-router";
import bordersUrl from "../../schema/maps/sichuan-cities.json?url";
import { colours, rateSteps } from "../look/meanings.ts";
import { LoadingBars } from "../parts/card.tsx";
import { overview } from "../words/overview.ts";
import type { Place } from "./place.ts";
import "./charts.css";

type City = Feature<Geometry, { readonly code: string; readonly label: [number, number] }>;

const WIDTH = 640;
const HEIGHT = 560;

// Where a label at the centre would run into its neighbour's: shifted by this much, in the map's own units.
const SHIFTS: Readonly<Record<string, readonly [number, number]>> = {
  "510600": [2, -6],
  "511400": [-6, 0],
  "512000": [2, 2],
  "511000": [2, 2],
  "510300": [-12, 6],
  "510500": [14, 10],
  "511500": [-8, 14],
  "510900": [4, -10],
};

/** The cities by their borders. Fetched when asked for: the tile grid is the first picture. */
export default function PlaceMap({ places }: { readonly places: readonly Place[] }) {
  const navigate = useNavigate();
  const borders = useQuery({
    queryKey: ["borders"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await (await fetch(bordersUrl)).json()) as { type: "FeatureCollection"; features: City[] },
  });
  if (!borders.data) return <LoadingBars />;
  const projection = geoMercator().fitSize([WIDTH, HEIGHT], borders.data);
  const path = geoPath(projection);
  return (
    <svg className="place-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title>{overview.places.neutral}</title>
      <defs>
        <pattern id="map-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill={colours.hatchGround} />
          <path d="M3.5 0v7" stroke={colours.hatchLine} strokeWidth="1.6" />
        </pattern>
      </defs>
      {borders.data.features.map((city) => {
        const place = places.find((one) => one.code === city.properties.code);
        const fill = place?.step == null ? "url(#map-hatch)" : rateSteps[place.step];
        const shape = <path d={path(city) ?? ""} fill={fill} />;
        if (!place) return <g key={city.properties.code}>{shape}</g>;
        return (
          <a
            key={place.code}
            href={place.href}
            aria-label={place.sentence}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              navigate(place.href, { preventScrollReset: true });
            }}
          >
            <title>{place.sentence}</title>
            {shape}
          </a>
        );
      })}
      {borders.data.features.map((city) => {
        const place = places.find((one) => one.code === city.properties.code);
        const spot = projection(city.properties.label);
        if (!place || !spot) return null;
        const [right, down] = SHIFTS[place.code] ?? [0, 0];
        return (
          <g key={place.code} transform={`translate(${spot[0] + right} ${spot[1] + down})`}>
            <text y="-3">{place.name}</text>
            <text y="11" className="is-rate">
              {place.reason ?? place.rate}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
