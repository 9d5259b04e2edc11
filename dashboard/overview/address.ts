import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { CoverageBasis, Ownership, SectorSystem } from "../terms.generated.ts";

/** The whole state of 总览, as the address holds it: a pasted link shows the same picture. */
export interface OverviewAddress {
  readonly asOf: string | null;
  readonly basis: CoverageBasis;
  readonly responsibilities: readonly string[];
  readonly cities: readonly string[];
  readonly sectorSystems: readonly SectorSystem[];
  readonly sectors: readonly string[];
  readonly ownerships: readonly Ownership[];
  readonly units: readonly string[];
  readonly inShortage: boolean | null;
  readonly definition: Definition;
  /** The tile grid needs no approved base map, so it comes first. */
  readonly places: "grid" | "map";
  readonly order: "gap" | "official";
  /** Cards that show their table. */
  readonly tables: readonly string[];
  /** The figure whose proof is open. */
  readonly proof: string | null;
  readonly filtersOpen: boolean;
}

export interface Definition {
  readonly apprentices: boolean;
  readonly interns: boolean;
  readonly outsideCertificates: boolean;
  readonly qualifications: boolean;
}

/** The headline: what the address leaves out. */
export const headline: Definition = {
  apprentices: false,
  interns: true,
  outsideCertificates: true,
  qualifications: true,
};

const SWITCHES: readonly (readonly [keyof Definition, string])[] = [
  ["apprentices", "apprentices"],
  ["interns", "interns"],
  ["outsideCertificates", "outside"],
  ["qualifications", "qualifications"],
];

// Joined by full stops: a comma would read %2C in the address.
const LISTS = [
  ["responsibilities", "responsibility"],
  ["cities", "city"],
  ["sectorSystems", "system"],
  ["sectors", "sector"],
  ["ownerships", "ownership"],
  ["units", "unit"],
  ["tables", "table"],
] as const;

export function readAddress(params: URLSearchParams): OverviewAddress {
  const list = (name: string) => params.get(name)?.split(".").filter(Boolean) ?? [];
  const shortage = params.get("shortage");
  const definition = Object.fromEntries(
    SWITCHES.map(([key, name]) => {
      const said = params.get(name);
      return [key, said === "1" ? true : said === "0" ? false : headline[key]];
    }),
  ) as unknown as Definition;
  return {
    asOf: params.get("asOf") || null,
    basis: params.get("basis") === "reported" ? "REPORTED" : "REGISTER",
    responsibilities: list("responsibility"),
    cities: list("city"),
    sectorSystems: list("system") as SectorSystem[],
    sectors: list("sector"),
    ownerships: list("ownership") as Ownership[],
    units: list("unit"),
    inShortage: shortage === "1" ? true : shortage === "0" ? false : null,
    definition,
    places: params.get("places") === "map" ? "map" : "grid",
    order: params.get("order") === "official" ? "official" : "gap",
    tables: list("table"),
    proof: params.get("proof") || null,
    filtersOpen: params.get("panel") === "filters",
  };
}

/** The address after a change; defaults are left out, and what this page does not know is kept. */
export function writeAddress(params: URLSearchParams, change: Partial<OverviewAddress>): URLSearchParams {
  const next = { ...readAddress(params), ...change };
  const written = new URLSearchParams(params);
  const put = (name: string, value: string | null) => (value ? written.set(name, value) : written.delete(name));
  put("asOf", next.asOf);
  put("basis", next.basis === "REPORTED" ? "reported" : null);
  for (const [key, name] of LISTS) put(name, next[key].join("."));
  put("shortage", next.inShortage === null ? null : next.inShortage ? "1" : "0");
  for (const [key, name] of SWITCHES) {
    put(name, next.definition[key] === headline[key] ? null : next.definition[key] ? "1" : "0");
  }
  put("places", next.places === "map" ? "map" : null);
  put("order", next.order === "official" ? "official" : null);
  put("proof", next.proof);
  put("panel", next.filtersOpen ? "filters" : null);
  return written;
}

/** What the API is asked; left out where the address says nothing, so that equal questions are one. */
export function questionOf(address: OverviewAddress) {
  const filter = {
    ...(address.responsibilities.length > 0 && { responsibilities: address.responsibilities }),
    ...(address.cities.length > 0 && { cities: address.cities }),
    ...(address.sectorSystems.length > 0 && { sectorSystems: address.sectorSystems }),
    ...(address.sectors.length > 0 && { sectors: address.sectors }),
    ...(address.ownerships.length > 0 && { ownerships: address.ownerships }),
    ...(address.units.length > 0 && { creditCodes: address.units }),
    ...(address.inShortage !== null && { inShortage: address.inShortage }),
  };
  const definition = Object.fromEntries(
    SWITCHES.filter(([key]) => address.definition[key] !== headline[key]).map(([key]) => [
      key,
      address.definition[key],
    ]),
  );
  return {
    ...(address.asOf && { asOf: address.asOf }),
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(address.basis === "REPORTED" && { basis: address.basis }),
    ...(Object.keys(definition).length > 0 && { definition }),
  };
}

/** How many filters are set, for the button that opens them. */
export function filterCount(address: OverviewAddress): number {
  const lists = [
    address.responsibilities,
    address.cities,
    address.sectorSystems,
    address.sectors,
    address.ownerships,
    address.units,
  ];
  return lists.filter((list) => list.length > 0).length + (address.inShortage === null ? 0 : 1);
}

export interface AddressBar {
  readonly address: OverviewAddress;
  /** Each change is a step that the browser's back button undoes. */
  readonly change: (change: Partial<OverviewAddress>) => void;
  /** The link that a change would lead to. */
  readonly linkTo: (change: Partial<OverviewAddress>) => string;
}

export function useAddress(): AddressBar {
  const [params, setParams] = useSearchParams();
  return useMemo(
    () => ({
      address: readAddress(params),
      change: (change) => setParams((now) => writeAddress(now, change), { preventScrollReset: true }),
      linkTo: (change) => `?${writeAddress(params, change)}`,
    }),
    [params, setParams],
  );
}
