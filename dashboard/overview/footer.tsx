import { format } from "../look/format.ts";
import { useSystem } from "../shell/use-system.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar } from "./address.ts";

/** As-of day, source and attribution, once for the whole page, and the demo mark. */
export function Footer({ bar, day }: { readonly bar: AddressBar; readonly day: string | undefined }) {
  const system = useSystem().data?.system;
  return (
    <footer className="overview-footer">
      <p>
        {day && system && overview.footer.source(day, common.basis[bar.address.basis], format.count(system.revision))}
      </p>
      <p>
        {overview.footer.map}
        {system?.demo && <strong> {common.demoLong}</strong>}
      </p>
    </footer>
  );
}
