import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerPyramid } from "../../server/figures/pyramid.ts";
import { aGroup, aRequest, aSource } from "./a-source.ts";

const ASOF = "2026-06-30";

function pyramidOf(steps: readonly number[], counts: Parameters<typeof aGroup>[2] = {}) {
  const source = aSource({
    levels: [{ group: {}, steps }],
    coverage: { "2025-01-01": [aGroup(0, 0, counts)] },
    outsidePopulation: 11,
  });
  return answerPyramid(source, aRequest(ASOF))[0]!;
}

describe("the level structure (domain.md §3)", () => {
  it("has eight steps, lowest first, 学徒工 as its own without a share", () => {
    const pyramid = pyramidOf([7, 40, 30, 20, 5, 3, 1, 1]);
    expect(pyramid.steps.map(({ level, peopleCount, share }) => [level, peopleCount, share])).toEqual([
      ["APPRENTICE", 7, null],
      ["JUNIOR", 40, 0.4],
      ["INTERMEDIATE", 30, 0.3],
      ["SENIOR", 20, 0.2],
      ["TECHNICIAN", 5, 0.05],
      ["SENIOR_TECHNICIAN", 3, 0.03],
      ["SPECIAL_TECHNICIAN", 1, 0.01],
      ["CHIEF_TECHNICIAN", 1, 0.01],
    ]);
  });

  it("counts 学徒工 among the people and not among the certified", () => {
    expect(pyramidOf([7, 40, 30, 20, 5, 3, 1, 1])).toMatchObject({ peopleCount: 107, certifiedCount: 100 });
  });

  it("is high-skilled from 高级工 up, of the certified", () => {
    expect(pyramidOf([7, 40, 30, 20, 5, 3, 1, 1])).toMatchObject({ highSkilledCount: 30, highSkilledShare: 0.3 });
    expect(pyramidOf([0, 0, 4, 0, 0, 0, 0, 0])).toMatchObject({ highSkilledCount: 0, highSkilledShare: 0 });
    expect(pyramidOf([0, 0, 0, 4, 0, 0, 0, 0])).toMatchObject({ highSkilledCount: 4, highSkilledShare: 1 });
  });

  it("has no shares where nobody is certified, 学徒工 or not", () => {
    for (const apprentices of [0, 9]) {
      const pyramid = pyramidOf([apprentices, 0, 0, 0, 0, 0, 0, 0]);
      expect(pyramid).toMatchObject({ peopleCount: apprentices, certifiedCount: 0, highSkilledShare: null });
      expect(pyramid.steps.map((step) => step.share)).toEqual(Array(8).fill(null));
    }
  });

  it("reconciles with the rate's numerator: in the rate, at unreported units, over the headcount", () => {
    expect(
      pyramidOf([7, 40, 30, 20, 5, 3, 1, 1], { certifiedAtUnreported: 12, certifiedOverHeadcount: 3 }),
    ).toMatchObject({ certifiedCount: 100, certifiedInRate: 85, certifiedAtUnreported: 12, certifiedOverHeadcount: 3 });
  });

  it("tells of holders outside the population beside the whole province only", () => {
    expect(pyramidOf([0, 1, 0, 0, 0, 0, 0, 0]).certifiedOutsidePopulation).toBe(11);
    const source = aSource({ levels: [{ group: {}, steps: [0, 1, 0, 0, 0, 0, 0, 0] }], outsidePopulation: 11 });
    const asked = (others: Parameters<typeof aRequest>[1]) => answerPyramid(source, aRequest(ASOF, others));
    expect(asked({ filter: { cities: ["510100"] } })[0]!.certifiedOutsidePopulation).toBe(0);
    expect(asked({ filter: { cities: [] } })[0]!.certifiedOutsidePopulation).toBe(0);
    expect(asked({ filter: { inShortage: false } })[0]!.certifiedOutsidePopulation).toBe(0);
    expect(asked({ groupBy: ["CITY"] })[0]!.certifiedOutsidePopulation).toBe(0);
  });

  it("is one row of zeros on an empty ledger, and none by groups", () => {
    const [row, ...others] = answerPyramid(aSource({}), aRequest(ASOF));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      asOf: ASOF,
      peopleCount: 0,
      certifiedCount: 0,
      certifiedInRate: 0,
      highSkilledShare: null,
    });
    expect(row!.steps.map((step) => step.peopleCount)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(answerPyramid(aSource({}), aRequest(ASOF, { groupBy: ["CITY"] }))).toEqual([]);
  });

  it("takes each group's own reconciliation", () => {
    const [chengdu, zigong] = [{ cityCode: "510100" }, { cityCode: "510300" }];
    const source = aSource({
      levels: [
        { group: chengdu, steps: [0, 10, 0, 0, 0, 0, 0, 0] },
        { group: zigong, steps: [0, 20, 0, 0, 0, 0, 0, 0] },
      ],
      coverage: {
        "2025-01-01": [
          aGroup(0, 0, { group: zigong, certifiedAtUnreported: 5 }),
          aGroup(0, 0, { group: chengdu, certifiedOverHeadcount: 1 }),
        ],
      },
    });
    expect(
      answerPyramid(source, aRequest(ASOF, { groupBy: ["CITY"] })).map((row) => [
        row.group.cityCode,
        row.certifiedInRate,
      ]),
    ).toEqual([
      ["510100", 9],
      ["510300", 15],
    ]);
  });

  it("adds up, for any steps: levels to people, shares to 1, the three parts to the certified", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50_000), { minLength: 8, maxLength: 8 }),
        fc.nat(99),
        fc.nat(99),
        (steps, at, over) => {
          const row = pyramidOf(steps, { certifiedAtUnreported: at, certifiedOverHeadcount: over });
          expect(row.steps.reduce((sum, step) => sum + step.peopleCount, 0)).toBe(row.peopleCount);
          expect(row.certifiedInRate + row.certifiedAtUnreported + row.certifiedOverHeadcount).toBe(row.certifiedCount);
          if (row.certifiedCount > 0)
            expect(row.steps.reduce((sum, step) => sum + (step.share ?? 0), 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
