import cities from "../../schema/reference/cities.json" with { type: "json" };
import counties from "../../schema/reference/counties.json" with { type: "json" };
import occupations from "../../schema/reference/occupations.json" with { type: "json" };
import sectors from "../../schema/reference/sectors.json" with { type: "json" };
import type { DemoOccupation } from "./model.ts";

export interface DemoCity {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly counties: readonly { readonly code: string; readonly name: string }[];
}
export const CITIES: readonly DemoCity[] = cities.items.map((city) => ({
  code: city.code,
  name: city.name,
  shortName: city.shortName,
  counties: counties.items.filter((county) => county.cityCode === city.code),
}));

export interface DemoSector {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}
export const SECTORS: readonly DemoSector[] = sectors.systems.flatMap((system) => system.items);

/** Skill occupations that suit a sector; 其他 takes those that every works has. */
export function occupationsOf(sectorCode: string): readonly DemoOccupation[] {
  const fitting = occupations.items.filter((occupation) =>
    sectorCode === "O0"
      ? ["6-31-01-03", "6-18-02-04", "6-31-01-02", "6-31-06-00"].includes(occupation.code)
      : occupation.suggestedSectors.includes(sectorCode),
  );
  return fitting.map(({ code, name }) => ({ code, name }));
}

/** Trades that an enterprise of any sector may add: 电工, 焊工, 仓储管理员, 安全员. */
export const COMMON_OCCUPATIONS: readonly DemoOccupation[] = occupations.items
  .filter((occupation) => ["6-31-01-03", "6-18-02-04", "4-02-06-01", "6-31-06-00"].includes(occupation.code))
  .map(({ code, name }) => ({ code, name }));

export function cityOf(code: string): DemoCity {
  return CITIES.find((city) => city.code === code)!;
}

export function countyNameOf(code: string | null): string | null {
  if (code === null) return null;
  return CITIES.flatMap((city) => city.counties).find((county) => county.code === code)?.name ?? null;
}

export function sectorOf(code: string): DemoSector {
  return SECTORS.find((sector) => sector.code === code)!;
}
