import { rateSteps } from "../look/meanings.ts";
import { overview } from "../words/overview.ts";
import "./charts.css";

/** The five classes with their bounds, and the hatch. */
export function RateLegend({ bounds }: { readonly bounds: readonly number[] }) {
  return (
    <ul className="legend">
      {bounds.length > 0 &&
        rateSteps.map((fill, step) => (
          <li key={fill}>
            <i className="swatch" style={{ background: fill }} />
            {overview.places.between(bounds[step - 1], bounds[step])}
          </li>
        ))}
      <li>
        <i className="swatch hatch" />
        {overview.places.none}
      </li>
    </ul>
  );
}
