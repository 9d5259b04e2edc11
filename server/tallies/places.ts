import cities from "../../schema/reference/cities.json" with { type: "json" };
import counties from "../../schema/reference/counties.json" with { type: "json" };
import sectors from "../../schema/reference/sectors.json" with { type: "json" };
import { OWNERSHIPS, PROVINCIAL_RESPONSIBILITY, SECTOR_SYSTEMS, type SectorSystem } from "../policy/words.ts";

const CITY = new Map(cities.items.map((city, position) => [city.code, position]));
const COUNTY = new Map(counties.items.map((county, position) => [county.code, position]));
const SECTOR = new Map(
  sectors.systems
    .flatMap((system) => system.items.map((sector) => sector.code))
    .map((code, position) => [code, position]),
);
const SYSTEM_OF = new Map(
  sectors.systems.flatMap((system) =>
    system.items.map((sector) => [sector.code, system.code as SectorSystem] as const),
  ),
);
const FAR = 1_000_000;

export function systemOf(sectorCode: string): SectorSystem {
  return SYSTEM_OF.get(sectorCode) ?? "OTHER";
}

/** Where a value stands in its dimension's official order (`reference/`); what no list knows stands last. */
export const OFFICIAL_ORDER = {
  city: (code: string) => CITY.get(code) ?? FAR,
  // “未填” carries its city's code and stands behind the city's counties.
  county: (code: string) => {
    const city = CITY.get(code);
    if (city !== undefined) return city * 1000 + 999;
    return (CITY.get(`${code.slice(0, 4)}00`) ?? FAR) * 1000 + ((COUNTY.get(code) ?? 0) % 999);
  },
  responsibility: (code: string) => (code === PROVINCIAL_RESPONSIBILITY ? 500 : (CITY.get(code) ?? FAR)),
  sector: (code: string) => SECTOR.get(code) ?? FAR,
  system: (code: string) => SECTOR_SYSTEMS.indexOf(code as SectorSystem),
  ownership: (code: string) => OWNERSHIPS.indexOf(code as (typeof OWNERSHIPS)[number]),
} as const;
