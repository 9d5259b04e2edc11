import cities from "../../schema/reference/cities.json" with { type: "json" };
import counties from "../../schema/reference/counties.json" with { type: "json" };
import sectors from "../../schema/reference/sectors.json" with { type: "json" };
import { PROVINCIAL_RESPONSIBILITY, SECTOR_SYSTEMS, type SectorSystem } from "../policy/words.ts";
import type { City, County, Responsibility } from "./place.type.ts";
import type { Sector } from "./sector.type.ts";

/** The closed lists of places and sectors in their official order, and the way from a code to its entry. */

export const CITIES: readonly City[] = cities.items.map(({ code, name, shortName }) => ({ code, name, shortName }));

export const COUNTIES: readonly County[] = counties.items.map(({ code, name, cityCode }) => ({ code, name, cityCode }));

/** Units that name no county stand under their city's code. */
const UNSTATED_COUNTIES: readonly County[] = CITIES.map(({ code }) => ({ code, name: "未填", cityCode: code }));

/** The 21 bureaus in the order of their cities, then the province's own (五(一), 附件4 第九条). */
export const RESPONSIBILITIES: readonly Responsibility[] = [
  ...CITIES.map(({ code, name }) => ({ code, name })),
  { code: PROVINCIAL_RESPONSIBILITY, name: "省本级" },
];

export const SECTORS: readonly Sector[] = sectors.systems.flatMap((system) =>
  system.items.map(({ code, name }) => ({ code, name, system: systemOf(system.code) })),
);

const CITY_BY_CODE = byCode(CITIES);
const COUNTY_BY_CODE = byCode([...UNSTATED_COUNTIES, ...COUNTIES]);
const RESPONSIBILITY_BY_CODE = byCode(RESPONSIBILITIES);
const SECTOR_BY_CODE = byCode(SECTORS);

export function cityOf(code: string): City {
  return found(CITY_BY_CODE, code);
}

/** A county, or “未填” under the code of the city. */
export function countyOf(code: string): County {
  return found(COUNTY_BY_CODE, code);
}

export function responsibilityOf(code: string): Responsibility {
  return found(RESPONSIBILITY_BY_CODE, code);
}

export function sectorOf(code: string): Sector {
  return found(SECTOR_BY_CODE, code);
}

/** Every code that a list holds, with its name, as an error shows them: `510100 成都市`. */
export function allowedCities(): readonly string[] {
  return CITIES.map(nameWithCode);
}
export function allowedCounties(): readonly string[] {
  return [...COUNTIES, ...UNSTATED_COUNTIES].map(nameWithCode);
}
export function allowedResponsibilities(): readonly string[] {
  return RESPONSIBILITIES.map(nameWithCode);
}
export function allowedSectors(): readonly string[] {
  return SECTORS.map(nameWithCode);
}

export function isCity(code: string): boolean {
  return CITY_BY_CODE.has(code);
}
export function isCounty(code: string): boolean {
  return COUNTY_BY_CODE.has(code);
}
export function isResponsibility(code: string): boolean {
  return RESPONSIBILITY_BY_CODE.has(code);
}
export function isSector(code: string): boolean {
  return SECTOR_BY_CODE.has(code);
}

function nameWithCode({ code, name }: { code: string; name: string }): string {
  return `${code} ${name}`;
}

function byCode<Entry extends { code: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.code, entry]));
}

function found<Entry>(entries: ReadonlyMap<string, Entry>, code: string): Entry {
  const entry = entries.get(code);
  if (!entry) throw new Error(`the ledger holds a code that the reference lists do not: ${code}`);
  return entry;
}

function systemOf(code: string): SectorSystem {
  const system = SECTOR_SYSTEMS.find((known) => known === code);
  if (!system) throw new Error(`not a sector system: ${code}`);
  return system;
}
