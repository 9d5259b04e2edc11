import cities from "../../schema/reference/cities.json" with { type: "json" };
import counties from "../../schema/reference/counties.json" with { type: "json" };
import sectors from "../../schema/reference/sectors.json" with { type: "json" };
import { PROVINCIAL_RESPONSIBILITY } from "../policy/words.ts";
import { type CellContext, CellFault, cellText, Doubtful, quote } from "./parse-fault.ts";
import type { Recommender } from "./parsed.ts";
import type { RawCell } from "./read-raw.ts";
import { fold } from "./recognise-fold.ts";

/** One of the 21 cities, by its name long or short, an alias, or its code. */
export function parseCity(cell: RawCell): string | CellFault {
  const text = fold(cellText(cell) ?? "");
  const code = CITY_NAMES.get(withoutProvince(text));
  if (code) return code;
  return new CellFault(
    "UNKNOWN_CITY",
    `${quote(cellText(cell) ?? "")}不是四川省的市（州）`,
    "填市（州）名称，如“绵阳市”",
  );
}

/** A county by its name, long or short, within the row's city when that is known: two cities have a 市中区. */
export function parseCounty(cell: RawCell, { content }: CellContext): string | CellFault {
  const text = fold(cellText(cell) ?? "");
  const cityCode = (content.cityCode as string | null | undefined) ?? null;
  const found = countiesNamed(text);
  const here = found.filter((county) => cityCode === null || county.cityCode === cityCode);
  if (here.length === 1) return here[0]!.code;
  if (here.length > 1) {
    const where = here.map((county) => CITY_LABELS.get(county.cityCode)).join("、");
    return new CellFault(
      "AMBIGUOUS_VALUE",
      `${quote(cellText(cell)!)}在${where}都有`,
      "先填对所属市（州），或写明市（州）和县（市、区）",
    );
  }
  if (found.length > 0) {
    const where = found.map((county) => CITY_LABELS.get(county.cityCode)).join("、");
    const message = `${quote(cellText(cell)!)}属${where}，不在${CITY_LABELS.get(cityCode!)}`;
    return new CellFault("COUNTY_NOT_IN_CITY", message, "核对所属市（州）和所属县（市、区）");
  }
  return new CellFault(
    "UNKNOWN_COUNTY",
    `${quote(cellText(cell) ?? "")}不是四川省的县（市、区）`,
    "填行政区划的县（市、区）；高新区等功能区填其所在的县（市、区），或留空",
  );
}

/** A sector by name or alias, also with its system before it. */
export function parseSector(cell: RawCell): string | Doubtful | CellFault {
  const text = fold(cellText(cell) ?? "").replace(/[“”"'‘’]/g, "");
  const whole = SECTOR_NAMES.get(text) ?? SECTOR_NAMES.get(text.replace(/(行业|产业)$/, ""));
  const found = new Set(
    whole ? [whole] : text.split(/[-—:：/>()、,]+/).flatMap((part) => SECTOR_NAMES.get(part) ?? []),
  );
  if (found.size === 1) {
    const [code] = found;
    const inexact = INEXACT.get(text);
    if (!inexact) return code!;
    const fault = new CellFault(
      "SECTOR_RENAMED",
      `“${text}”按“${SECTOR_LABELS.get(code!)}”计`,
      "核对所属产业；不是的请改正",
    );
    return new Doubtful(code, fault);
  }
  if (found.size > 1) {
    const names = [...found].map((code) => SECTOR_LABELS.get(code)).join("、");
    return new CellFault(
      "AMBIGUOUS_VALUE",
      `${quote(cellText(cell)!)}里有${names}，一个单位只填一个主要产业`,
      "只留一个主要产业",
    );
  }
  return new CellFault(
    "UNKNOWN_SECTOR",
    `${quote(cellText(cell) ?? "")}不是“5+1”“10+3”“4+6”中的产业`,
    "填产业名称，如“装备制造”；都不属于的填“急需紧缺”或“其他”",
  );
}

/** 推荐单位（隶属关系）: a city's bureau, or a provincial department. */
export function parseRecommender(cell: RawCell): Recommender | CellFault {
  const written = fold(cellText(cell) ?? "");
  const city = cityOfBureau(withoutProvince(written));
  if (city instanceof CellFault) return city;
  if (city) return { responsibilityCode: city, department: null };
  if (PROVINCE_ITSELF.has(written)) return { responsibilityCode: PROVINCIAL_RESPONSIBILITY, department: null };
  const department = departmentNamed(written);
  if (department) return { responsibilityCode: PROVINCIAL_RESPONSIBILITY, department };
  return new CellFault(
    "UNKNOWN_RECOMMENDER",
    `${quote(cellText(cell) ?? "")}看不出是哪个市（州）或省级主管部门`,
    "填“绵阳市人社局”这样的市（州）人社局，或“省国资委”这样的省级主管部门",
  );
}

interface County {
  readonly code: string;
  readonly name: string;
  readonly cityCode: string;
}

const CITY_LABELS: ReadonlyMap<string, string> = new Map(cities.items.map(({ code, name }) => [code, name]));
const CITY_NAMES: ReadonlyMap<string, string> = new Map(
  cities.items.flatMap(({ code, name, shortName, aliases }) =>
    [code, name, shortName, ...aliases, ...(name.endsWith("州") ? [`${shortName}州`] : [`${shortName}市`])].map(
      (each) => [each, code] as const,
    ),
  ),
);
/** Longest first, so that 阿坝州 is not read as 阿坝 and a rest. */
const CITY_PREFIXES = [...CITY_NAMES]
  .filter(([name]) => !/^\d/.test(name))
  .sort(([one], [other]) => other.length - one.length);

const COUNTY_NAMES: ReadonlyMap<string, readonly County[]> = (() => {
  const names = new Map<string, County[]>();
  for (const county of counties.items as readonly County[]) {
    const short = county.name.replace(/(?:[^县市区]{1,4}族)*自治县$/, "").replace(/[县市区]$/, "");
    const plain = county.name.endsWith("自治县")
      ? [`${shortOfAutonomous(county.name)}县`, shortOfAutonomous(county.name)]
      : [short];
    for (const name of new Set([county.code, county.name, ...plain.filter((each) => each.length >= 2)])) {
      names.set(name, [...(names.get(name) ?? []), county]);
    }
  }
  return names;
})();

/** 北川羌族自治县 → 北川: all names of that kind in the province have two characters before the people's name. */
function shortOfAutonomous(name: string): string {
  return name.slice(0, 2);
}

function countiesNamed(text: string): readonly County[] {
  const name = withoutProvince(text);
  const plain = COUNTY_NAMES.get(name);
  if (plain) return plain;
  for (const [prefix, cityCode] of CITY_PREFIXES) {
    if (!name.startsWith(prefix)) continue;
    const found = (COUNTY_NAMES.get(name.slice(prefix.length)) ?? []).filter((county) => county.cityCode === cityCode);
    if (found.length > 0) return found;
  }
  return [];
}

const SECTOR_LABELS = new Map<string, string>();
const SECTOR_NAMES = new Map<string, string>();
for (const { items } of sectors.systems) {
  for (const { code, name, aliases } of items) {
    SECTOR_LABELS.set(code, name);
    for (const each of [code, name, ...aliases]) SECTOR_NAMES.set(fold(each), code);
  }
}
SECTOR_NAMES.set(fold("急需紧缺行业"), SECTOR_NAMES.get("急需紧缺")!);
SECTOR_NAMES.set(fold("其它"), SECTOR_NAMES.get("其他")!);
/** Newer names that do not cover the same: taken, with a word. */
const INEXACT = new Map<string, string>();
for (const { name, mapTo, exact } of sectors.newerNames) {
  if (!mapTo) continue;
  SECTOR_NAMES.set(fold(name), mapTo);
  if (!exact) INEXACT.set(fold(name), mapTo);
}

/** Cities, counties, sectors and who recommends, by their codes, as people write them. */
export const PLACE_LABELS: ReadonlyMap<string, string> = new Map([
  ...CITY_LABELS,
  ...counties.items.map(({ code, name }) => [code, name] as const),
  ...SECTOR_LABELS,
  [PROVINCIAL_RESPONSIBILITY, "省本级"] as const,
]);

const PROVINCE_ITSELF = new Set([
  "省本级",
  "四川省",
  "省级",
  "四川省本级",
  "510000",
  "省直",
  "省属",
  "省人社厅",
  "四川省人社厅",
  "省人力资源和社会保障厅",
  "四川省人力资源和社会保障厅",
  "四川省人力资源社会保障厅",
]);
const BUREAU = /(人民政府|政府)?(人社局|人力资源和?社会保障局|人力资源与社会保障局|人社部门)$/;
/** A city's own office of whatever kind: the enterprise is that city's. */
const CITY_OFFICE = /(局|委|委员会|办公室|政府|工商联|总工会)$/;

function cityOfBureau(text: string): string | CellFault | null {
  const place = text.replace(BUREAU, "");
  const named = CITY_NAMES.get(place);
  if (named) return named;
  const cityCodes = new Set(countiesNamed(place).map(({ cityCode }) => cityCode));
  if (cityCodes.size > 1) {
    const where = [...cityCodes].map((code) => CITY_LABELS.get(code)).join("、");
    return new CellFault("AMBIGUOUS_VALUE", `${quote(text)}在${where}都有`, "写明市（州），如“乐山市市中区人社局”");
  }
  for (const code of cityCodes) return code;
  const whole = CITY_PREFIXES.find(([name]) => /[市州]$/.test(name) && text.startsWith(name));
  return whole && CITY_OFFICE.test(text) ? whole[1] : null;
}

/** A provincial or central department by one of its usual names; a city's name in it makes it no department. */
function departmentNamed(written: string): string | null {
  const text = written
    .replace(/^四川省(人民政府|政府)?/, "省")
    .replace(/国有资产监督管理委员会/, "国资委")
    .slice(0, 100);
  if (BUREAU.test(text)) return null;
  if (/^(国家|国务院|中国|中央)\S{2,}/.test(text)) return text;
  const province = text.startsWith("省") ? text : /厅$/.test(text) ? `省${text}` : null;
  if (!province || province.length < 3) return null;
  return cities.items.some(({ shortName }) => province.includes(shortName)) ? null : province;
}

function withoutProvince(text: string): string {
  const rest = text.replace(/^四川省?/, "");
  return rest === "" ? text : rest;
}
