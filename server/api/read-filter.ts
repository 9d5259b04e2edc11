import { COVERAGE_DIMENSIONS, type CoverageDimension, type CoverageFilter } from "../figures/shapes.ts";
import { creditCodeFault } from "../policy/credit-code.ts";
import { type CoverageDefinition, HEADLINE } from "../policy/definition.ts";
import { badInput } from "./bad-input.ts";
import type { CoverageDefinitionInput, CoverageFilterInput } from "./filter.type.ts";
import {
  allowedCities,
  allowedCounties,
  allowedResponsibilities,
  allowedSectors,
  isCity,
  isCounty,
  isResponsibility,
  isSector,
} from "./reference.ts";

const MOST_CREDIT_CODES = 5000;

/** The filter that was asked for, every code of it known; throws what is wrong with it, and what may stand there. */
export function readFilter(input: CoverageFilterInput | null | undefined): CoverageFilter {
  if (!input) return {};
  return {
    ...codes("cities", "市（州）代码", input.cities, isCity, allowedCities),
    ...codes("counties", "县（市、区）代码", input.counties, isCounty, allowedCounties),
    ...codes("responsibilities", "责任单位代码", input.responsibilities, isResponsibility, allowedResponsibilities),
    ...codes("sectors", "产业代码", input.sectors, isSector, allowedSectors),
    ...(input.sectorSystems ? { sectorSystems: input.sectorSystems } : {}),
    ...(input.ownerships ? { ownerships: input.ownerships } : {}),
    ...(input.creditCodes ? { creditCodes: readCreditCodes(input.creditCodes) } : {}),
    ...(typeof input.inShortage === "boolean" ? { inShortage: input.inShortage } : {}),
  };
}

/** The dimensions that were asked for, each at most once. */
export function readGroupBy(groupBy: readonly CoverageDimension[] | null | undefined): readonly CoverageDimension[] {
  const twice = groupBy?.find((dimension, index) => groupBy.indexOf(dimension) !== index);
  if (twice) throw badInput(`groupBy 中 ${twice} 出现了两次`, "每个维度只写一次", COVERAGE_DIMENSIONS);
  return groupBy ?? [];
}

/** The definition that was asked for; what is left out or null is as in the headline. */
export function readDefinition(input: CoverageDefinitionInput | null | undefined): CoverageDefinition {
  return {
    apprentices: input?.apprentices ?? HEADLINE.apprentices,
    interns: input?.interns ?? HEADLINE.interns,
    outsideCertificates: input?.outsideCertificates ?? HEADLINE.outsideCertificates,
    qualifications: input?.qualifications ?? HEADLINE.qualifications,
  };
}

/** A credit code in upper case without spaces, its check character verified. */
export function readCreditCode(given: string): string {
  const code = given.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  const fault = creditCodeFault(code);
  if (fault) {
    const why =
      fault.kind === "LENGTH"
        ? `应为18位，此处为${fault.length}位`
        : fault.kind === "CHARACTER"
          ? `第${fault.position}位不是代码可用的字符`
          : "校验码不符";
    throw badInput(`统一社会信用代码有误：${why}`, '请核对代码，或用 enterprises(search: "名称") 查找');
  }
  return code;
}

function readCreditCodes(given: readonly string[]): readonly string[] {
  if (given.length > MOST_CREDIT_CODES) {
    throw badInput(
      `creditCodes 最多 ${MOST_CREDIT_CODES} 个，此处 ${given.length} 个`,
      "请分几次查询，或改用其他筛选项",
    );
  }
  return given.map(readCreditCode);
}

function codes<Key extends string>(
  key: Key,
  what: string,
  given: readonly string[] | null | undefined,
  isKnown: (code: string) => boolean,
  allowed: () => readonly string[],
): Partial<Record<Key, readonly string[]>> {
  if (!given) return {};
  const unknown = given.filter((code) => !isKnown(code));
  if (unknown.length > 0) {
    const shown = unknown.slice(0, 5).map((code) => `“${code.slice(0, 20)}”`);
    throw badInput(
      `filter.${key} 中没有这个${what}：${shown.join("、")}`,
      `请改用 allowed 中的${what}（也可查询 ${key}）`,
      allowed(),
    );
  }
  return { [key]: given } as Partial<Record<Key, readonly string[]>>;
}
