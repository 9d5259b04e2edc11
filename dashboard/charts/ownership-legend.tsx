import { ownershipColours } from "../look/meanings.ts";
import type { Ownership } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import "./charts.css";

/** The classes of a stack, in its order. */
export function OwnershipLegend({ classes }: { readonly classes: readonly Ownership[] }) {
  return (
    <ul className="legend">
      {classes.map((ownership) => (
        <li key={ownership}>
          <i className="swatch" style={{ background: ownershipColours[ownership] }} />
          {common.ownership[ownership]}
        </li>
      ))}
    </ul>
  );
}
