import { useAsk } from "../ask.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import { type AddressBar, type Definition, filterCount, headline, type OverviewAddress } from "./address.ts";
import { ChoicesDocument, UnitNameDocument } from "./overview.generated.ts";

/** The conditions that are set, each with a way to take it back; nothing where none is. */
export function Chips({ bar }: { readonly bar: AddressBar }) {
  const { address, change } = bar;
  const named = address.responsibilities.length + address.cities.length + address.sectors.length > 0;
  const choices = useAsk(ChoicesDocument, {}, { enabled: named }).data;
  const unit = useAsk(
    UnitNameDocument,
    { creditCode: address.units[0] ?? "" },
    { enabled: address.units.length > 0 },
  ).data;
  const switched = (Object.keys(headline) as (keyof Definition)[]).filter(
    (key) => address.definition[key] !== headline[key],
  );
  if (filterCount(address) === 0 && address.basis === "REGISTER" && switched.length === 0 && !address.asOf) return null;

  const city = (code: string) => common.place(choices?.cities.find((one) => one.code === code)?.shortName ?? code);
  const chips: { label: string; without: Partial<OverviewAddress> }[] = [];
  if (address.basis === "REPORTED") {
    chips.push({ label: `${overview.toolbar.basis} ${common.basis.REPORTED}`, without: { basis: "REGISTER" } });
  }
  for (const code of address.responsibilities) {
    const own = choices?.responsibilities.find((one) => one.code === code);
    const short = choices?.cities.find((one) => one.code === code)?.shortName;
    chips.push({
      label: `${overview.toolbar.responsibility} ${common.place(short ?? own?.name ?? code)}`,
      without: { responsibilities: address.responsibilities.filter((one) => one !== code) },
    });
  }
  for (const code of address.cities) {
    chips.push({
      label: `${overview.toolbar.city} ${city(code)}`,
      without: { cities: address.cities.filter((one) => one !== code) },
    });
  }
  for (const system of address.sectorSystems) {
    chips.push({
      label: common.sectorSystem[system] ?? system,
      without: { sectorSystems: address.sectorSystems.filter((one) => one !== system) },
    });
  }
  for (const code of address.sectors) {
    const name = choices?.sectors.find((one) => one.code === code)?.name ?? code;
    chips.push({
      label: `${overview.toolbar.sector} ${overview.sectors.name(code, name)}`,
      without: { sectors: address.sectors.filter((one) => one !== code) },
    });
  }
  for (const ownership of address.ownerships) {
    chips.push({
      label: common.ownership[ownership] ?? ownership,
      without: { ownerships: address.ownerships.filter((one) => one !== ownership) },
    });
  }
  for (const [at, code] of address.units.entries()) {
    chips.push({
      label: (at === 0 && unit?.enterprise?.name) || `${overview.toolbar.unit} ${code}`,
      without: { units: address.units.filter((one) => one !== code) },
    });
  }
  if (address.inShortage !== null) {
    chips.push({
      label: address.inShortage ? overview.toolbar.shortageOnly : overview.toolbar.shortageNot,
      without: { inShortage: null },
    });
  }
  for (const key of switched) {
    chips.push({
      label: overview.toolbar.switched[key][address.definition[key] ? "true" : "false"],
      without: { definition: { ...address.definition, [key]: headline[key] } },
    });
  }
  if (address.asOf) chips.push({ label: `${overview.toolbar.asOf} ${address.asOf}`, without: { asOf: null } });
  return (
    <div className="chips">
      {chips.map(({ label, without }) => (
        <span className="chip" key={label}>
          {label}
          <button
            type="button"
            className="no-print"
            aria-label={overview.toolbar.remove(label)}
            onClick={() => change(without)}
          >
            ×
          </button>
        </span>
      ))}
      <button
        type="button"
        className="text-button no-print"
        onClick={() =>
          change({
            asOf: null,
            basis: "REGISTER",
            responsibilities: [],
            cities: [],
            sectorSystems: [],
            sectors: [],
            ownerships: [],
            units: [],
            inShortage: null,
            definition: headline,
          })
        }
      >
        {overview.toolbar.clear}
      </button>
    </div>
  );
}
