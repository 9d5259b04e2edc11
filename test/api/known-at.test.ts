import { afterAll, beforeAll, expect, it } from "vitest";
import { forEachDatabase } from "../builders/ledger.ts";
import {
  aCertificate,
  aFiling,
  aHeadcount,
  aMovement,
  anAppraisal,
  filingNumberOf,
  titleNumberOf,
} from "../builders/rows.ts";
import { startTestServer, type TestServer } from "./running.ts";

/** Every figure that can be asked as it was known, by all that it can be grouped by where that matters. */
const FIGURES = `query ($asOf: Date, $knownAt: Date) {
  coverage(asOf: $asOf, knownAt: $knownAt) {
    enterpriseCount unreportedEnterpriseCount certifiedHeadcount skilledHeadcount rate certifiedOnRegister status requiredRate
  }
  own: coverage(asOf: $asOf, knownAt: $knownAt, basis: REPORTED, definition: { outsideCertificates: true, interns: false }) {
    certifiedHeadcount skilledHeadcount certifiedOnRegister
  }
  enterprises: coverage(asOf: $asOf, knownAt: $knownAt, groupBy: [CITY, ENTERPRISE]) {
    city { code } enterprise { creditCode } certifiedHeadcount skilledHeadcount
  }
  quotaProgress(asOf: $asOf, knownAt: $knownAt) { level appraised cancelled net inOffice status byBatch { year appraised } }
  launchProgress(asOf: $asOf, knownAt: $knownAt) { ownership inScope launched launchedByDue status }
  levelPyramid(asOf: $asOf, knownAt: $knownAt) { peopleCount certifiedInRate certifiedOutsidePopulation steps { level peopleCount } }
}`;

forEachDatabase("a figure as it was known on a past day", (database) => {
  let server: TestServer;
  let today = "2026-09-10";
  const figures = (knownAt?: string) => server.data(FIGURES, { asOf: "2026-10-31", knownAt });
  const headline = async () => (await server.data("{ coverage { certifiedHeadcount rate } }")).coverage[0];
  const noted: { readonly day: string; readonly figures: unknown }[] = [];
  const note = async () => noted.push({ day: today, figures: await figures() });

  beforeAll(async () => {
    server = await startTestServer({ database, clock: { now: () => new Date(`${today}T04:00:00.000Z`) } });
    await note();

    today = "2026-09-20";
    await server.bring({
      FILINGS: [aFiling(1), aFiling(2)],
      HEADCOUNTS: [aHeadcount(1, { 报告期: "2026年第二季度" }), aHeadcount(2, { 报告期: "2026年第二季度" })],
      CERTIFICATES: [aCertificate(1, 1), aCertificate(1, 2), aCertificate(2, 3)],
      APPRAISALS: [anAppraisal(1, 1)],
    });
    await note();

    today = "2026-10-08";
    // More of the same, and statements that change what was said before.
    await server.bring({
      FILINGS: [
        aFiling(3, { "所属市（州）": "绵阳市", "所属县（市、区）": "涪城区", "推荐单位（隶属关系）": "绵阳市" }),
      ],
      HEADCOUNTS: [aHeadcount(1, { 报告期: "2026年第二季度", 技能岗位从业人员合计: 12 }), aHeadcount(3)],
      CERTIFICATES: [
        aCertificate(3, 4),
        aCertificate(1, 2, { 注销日期: "2026-01-15" }),
        aCertificate(2, 5, {
          职业技能等级: "技师",
          证书编号: `${filingNumberOf(2)}252000005`,
          工种: null,
        }),
      ],
      MOVEMENTS: [aMovement(3, "离职", "2026-03-01")],
      APPRAISALS: [
        anAppraisal(2, 5, { 证书编号: titleNumberOf(2, 5) }),
        anAppraisal(1, 1, { 取消日期: "2026-08-01", 取消事由: "本人申请" }),
      ],
    });
    await note();

    today = "2026-10-20";
    const { importBatches } = await server.data("{ importBatches(first: 500) { edges { node { id } } } }");
    const newest = importBatches.edges[0].node.id;
    const { withdrawalPreview } = await server.data(
      `query ($id: ID!) { withdrawalPreview(batchId: $id) { certifiedHeadcountBefore certifiedHeadcountAfter rateBefore rateAfter } }`,
      { id: newest },
    );
    const before = await headline();
    const { withdrawBatch } = await server.data(
      `mutation ($id: ID!) { withdrawBatch(batchId: $id, reason: "发错了") { refusal { code } } }`,
      { id: newest },
    );
    expect(withdrawBatch.refusal).toBeNull();
    const after = await headline();
    // What was announced is what came: units, reports, people and titles went in one batch.
    expect(withdrawalPreview).toEqual({
      certifiedHeadcountBefore: before.certifiedHeadcount,
      certifiedHeadcountAfter: after.certifiedHeadcount,
      rateBefore: before.rate,
      rateAfter: after.rate,
    });
    expect(after).not.toEqual(before);
    await note();

    today = "2026-10-31";
  });
  afterAll(() => server.close());

  it("was another after each sending and after the withdrawal, which brings back what was before", () => {
    const texts = noted.map(({ figures }) => JSON.stringify(figures));
    expect(new Set(texts).size).toBe(3);
    expect(texts[3]).toBe(texts[1]);
  });

  it("equals what was noted then, whatever came later", async () => {
    for (const { day, figures: then } of noted) expect(await figures(day), day).toEqual(then);
  });

  it("is on a day between two sendings what the earlier one left", async () => {
    expect(await figures("2026-09-19")).toEqual(noted[0]!.figures);
    expect(await figures("2026-10-07")).toEqual(noted[1]!.figures);
    expect(await figures("2026-10-19")).toEqual(noted[2]!.figures);
  });

  it("is what is known now, when today or a later day is named", async () => {
    const now = await figures();
    for (const day of ["2026-10-31", "2026-11-01", "2030-01-01", "2999-12-31"])
      expect(await figures(day), day).toEqual(now);
  });
});
