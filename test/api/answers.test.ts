import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCertificate, aFiling, aHeadcount, anAppraisal, creditCodeOf } from "../builders/rows.ts";
import { startTestServer, type TestServer } from "./running.ts";

const UNITS = 7;
let server: TestServer;

/** Seven units in Chengdu and one in Zigong; unit n has 10 posts and n certified, unit 8 reports nothing. */
beforeAll(async () => {
  server = await startTestServer();
  const units = Array.from({ length: UNITS }, (_, index) => index + 1);
  await server.bring({
    FILINGS: [
      ...units.map((unit) => aFiling(unit)),
      aFiling(8, {
        "推荐单位（隶属关系）": "自贡市",
        "所属市（州）": "自贡市",
        "所属县（市、区）": null,
        所属集团统一社会信用代码: creditCodeOf(77),
      }),
    ],
    HEADCOUNTS: units.map((unit) => aHeadcount(unit)),
    CERTIFICATES: units.flatMap((unit) =>
      Array.from({ length: unit }, (_, index) => aCertificate(unit, unit * 20 + index)),
    ),
    APPRAISALS: [anAppraisal(1, 500)],
  });
});
afterAll(() => server.close());

describe("a figure", () => {
  it("is one row for the province where nothing is grouped by", async () => {
    const { coverage } = await server.data(
      "{ coverage { asOf rate certifiedHeadcount skilledHeadcount enterpriseCount unreportedEnterpriseCount city { code } ownership } }",
    );
    // 1 + … + 7 certified and one appraised person, of 70.
    expect(coverage).toEqual([
      {
        asOf: "2026-10-31",
        rate: 29 / 70,
        certifiedHeadcount: 29,
        skilledHeadcount: 70,
        enterpriseCount: 8,
        unreportedEnterpriseCount: 1,
        city: null,
        ownership: null,
      },
    ]);
  });

  it("names the groups that were asked for, in their official order", async () => {
    const { coverage } = await server.data(
      "{ coverage(groupBy: [CITY, COUNTY]) { city { shortName } county { code name } rate status noDataReason } }",
    );
    expect(coverage).toMatchObject([
      { city: { shortName: "成都" }, county: { code: "510104", name: "锦江区" } },
      {
        city: { shortName: "自贡" },
        county: { code: "510300", name: "未填" },
        rate: null,
        status: "NO_DATA",
        noDataReason: "UNREPORTED",
      },
    ]);
  });

  it("comes down to the enterprise, whose node agrees with it", async () => {
    const { coverage } = await server.data(
      "{ coverage(groupBy: [ENTERPRISE]) { rate enterprise { creditCode county { name } coverage { rate enterprise { creditCode } } } } }",
    );
    expect(coverage).toHaveLength(8);
    for (const row of coverage) {
      expect(row.enterprise.coverage.rate).toBe(row.rate);
      expect(row.enterprise.coverage.enterprise.creditCode).toBe(row.enterprise.creditCode);
    }
    const codes = coverage.map((row: { enterprise: { creditCode: string } }) => row.enterprise.creditCode);
    expect(codes).toEqual([...codes].sort());
  });

  it("names a group whose head the ledger does not know, so that null stays “not grouped by”", async () => {
    const { coverage } = await server.data(
      "{ coverage(groupBy: [GROUP]) { enterpriseCount group { creditCode name city { shortName } coverage { status } } } }",
    );
    expect(coverage).toHaveLength(8);
    expect(coverage.map((row: { group: object | null }) => row.group)).not.toContain(null);
    expect(coverage).toContainEqual({
      enterpriseCount: 1,
      group: {
        creditCode: creditCodeOf(77),
        name: `集团本部（未入台账）${creditCodeOf(77)}`,
        city: { shortName: "自贡" },
        coverage: { status: "NO_DATA" },
      },
    });
  });

  it("is filtered: a list left out does not filter, an empty one matches nothing", async () => {
    const { all, none, some } = await server.data(`{
      all: coverage(filter: {}) { enterpriseCount }
      none: coverage(filter: { cities: [] }) { enterpriseCount status noDataReason }
      some: coverage(filter: { cities: ["510300", "510400"], ownerships: [LOCAL_SOE] }) { enterpriseCount }
    }`);
    expect(all[0].enterpriseCount).toBe(8);
    expect(none).toEqual([{ enterpriseCount: 0, status: "NO_DATA", noDataReason: "NO_SUCH_ENTERPRISE" }]);
    expect(some[0].enterpriseCount).toBe(1);
  });

  it("is traced over month ends, none after today", async () => {
    const { coverageTrend } = await server.data(
      '{ coverageTrend(from: "2026-08-15", to: "2027-03-31") { points { asOf rate } } }',
    );
    const days = coverageTrend[0].points.map((point: { asOf: string }) => point.asOf);
    expect(days).toEqual(["2026-08-31", "2026-09-30", "2026-10-31"]);
  });

  it("stands beside the titles, the launches, the levels, the flow and the plan", async () => {
    const answer = await server.data(`{
      quotaProgress { level goal net byBatch { year } }
      launchProgress { ownership target clause }
      levelPyramid { steps { level peopleCount } certifiedCount }
      recognitionFlow(from: "2025-01-01", to: "2025-12-31") { certificateCount byMethod { method certificateCount } }
      policy { targets { id rate count } levels { letter } }
      cities { code } counties { code } responsibilities { code } sectors { code }
    }`);
    expect(answer.quotaProgress).toMatchObject([
      { level: "CHIEF_TECHNICIAN", goal: 100, net: 0 },
      { level: "SPECIAL_TECHNICIAN", goal: 1000, net: 1, byBatch: [2024, 2025, 2026, 2027].map((year) => ({ year })) },
    ]);
    expect(answer.launchProgress.map((row: { ownership: string }) => row.ownership)).toEqual([
      "PROVINCIAL_SOE",
      "LOCAL_SOE",
      "LARGE_PRIVATE",
    ]);
    expect(answer.levelPyramid[0].steps).toHaveLength(8);
    expect(answer.levelPyramid[0].certifiedCount).toBe(29);
    expect(answer.recognitionFlow[0].certificateCount).toBeGreaterThanOrEqual(28);
    expect(answer.policy.targets.map((target: { rate: number | null }) => target.rate)).toEqual([
      1,
      null,
      0.95,
      0.85,
      0.75,
      null,
      null,
    ]);
    expect(
      [answer.cities, answer.counties, answer.responsibilities, answer.sectors].map((list) => list.length),
    ).toEqual([21, 183, 22, 31]);
    expect(answer.responsibilities.at(-1).code).toBe("510000");
  });

  it("is counted once for a revision, and anew after a write", async () => {
    const question = '{ coverage(filter: { cities: ["510300"] }) { unreportedEnterpriseCount skilledHeadcount } }';
    const [first, again] = [await server.data(question), await server.data(question)];
    expect(again).toEqual(first);
    expect(first.coverage[0]).toEqual({ unreportedEnterpriseCount: 1, skilledHeadcount: 0 });
    await server.bring({ HEADCOUNTS: [aHeadcount(8, { 技能岗位从业人员合计: 4 })] });
    expect((await server.data(question)).coverage[0]).toEqual({ unreportedEnterpriseCount: 0, skilledHeadcount: 4 });
  });
});

describe("the enterprises", () => {
  const PAGE = `query ($first: Int, $after: String, $orderBy: EnterpriseOrder, $search: String) {
    enterprises(first: $first, after: $after, orderBy: $orderBy, search: $search) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { creditCode name coverage { rate gapHeadcount } filingStatus filingTerms { validFrom scope { levels } } } }
    }
  }`;

  it("come in pages that meet without overlap", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const { enterprises } = await server.data(PAGE, { first: 3, after });
      expect(enterprises.totalCount).toBe(8);
      expect(enterprises.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(enterprises.pageInfo.endCursor).toBe(enterprises.edges.at(-1).cursor);
      seen.push(...enterprises.edges.map((edge: { node: { creditCode: string } }) => edge.node.creditCode));
      after = enterprises.pageInfo.hasNextPage ? enterprises.pageInfo.endCursor : null;
      pages += 1;
    } while (after);
    expect(pages).toBe(3);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  it("come by gap, the largest first", async () => {
    const { enterprises } = await server.data(PAGE, { orderBy: "GAP" });
    const gaps = enterprises.edges.map(
      (edge: { node: { coverage: { gapHeadcount: number } } }) => edge.node.coverage.gapHeadcount ?? -1,
    );
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    expect(enterprises.edges[0].node).toMatchObject({
      filingStatus: "FILED",
      filingTerms: [{ validFrom: "2024-01-01" }],
    });
  });

  it("are found by a part of the name or of the code", async () => {
    const byName = await server.data(PAGE, { search: "单位３有限" });
    expect(byName.enterprises.edges.map((edge: { node: { creditCode: string } }) => edge.node.creditCode)).toEqual([
      creditCodeOf(3),
    ]);
    const byCode = await server.data(PAGE, { search: creditCodeOf(5).slice(8).toLowerCase() });
    expect(byCode.enterprises.totalCount).toBe(1);
  });

  it("are had one by one; an unknown one is null", async () => {
    const { one, none } = await server.data(`{
      one: enterprise(creditCode: "${creditCodeOf(2)}") { name group { name } responsibility { name } mainlySkilled }
      none: enterprise(creditCode: "${creditCodeOf(99)}") { name }
    }`);
    expect(one).toMatchObject({ name: "演示单位2有限公司", group: null, responsibility: { name: "成都市" } });
    expect(none).toBeNull();
  });
});

describe("a question that cannot be answered", () => {
  it.each([
    ["a day that is none", '{ coverage(asOf: "2026-02-30") { rate } }', /没有 2026-02-30/],
    ["a day in another writing", '{ coverage(asOf: "2026/1/1") { rate } }', /写法/],
    ["a day that is a number", "{ coverage(asOf: 20260101) { rate } }", /写法/],
    ["a day before 2000", '{ coverage(asOf: "1999-12-31") { rate } }', /2000-01-01/],
    ["an unknown city", '{ coverage(filter: { cities: ["519900"] }) { rate } }', /519900/],
    ["an unknown county", '{ coverage(filter: { counties: ["1"] }) { rate } }', /县/],
    ["an unknown responsibility", '{ coverage(filter: { responsibilities: ["成都"] }) { rate } }', /责任单位/],
    ["an unknown sector", '{ coverage(filter: { sectors: ["Q9"] }) { rate } }', /产业/],
    [
      "a credit code with a wrong check character",
      '{ coverage(filter: { creditCodes: ["915100000000000001"] }) { rate } }',
      /校验码/,
    ],
    ["a dimension named twice", "{ coverage(groupBy: [CITY, SECTOR, CITY]) { rate } }", /CITY/],
    [
      "a trend that runs backwards",
      '{ coverageTrend(from: "2026-10-01", to: "2026-01-01") { points { rate } } }',
      /晚于/,
    ],
    [
      "a trend of too many months",
      '{ coverageTrend(from: "2010-01-01", to: "2026-10-31") { points { rate } } }',
      /120/,
    ],
    ["a page that is too large", "{ enterprises(first: 1000) { totalCount } }", /500/],
    ["a cursor that is none", '{ enterprises(after: "xyz") { totalCount } }', /游标/],
    ["a batch number that is none", '{ importBatch(id: "abc") { id } }', /批次号/],
    ["a deed without a reason", 'mutation { withdrawBatch(batchId: "1", reason: " ") { revision } }', /reason/],
    ["a kind of operation that there is none of", "subscription { importSending { id } }", /subscription/],
    ["one beside a query", "query A { cities { code } } subscription B { x }", /subscription/],
    [
      "a query that is too deep",
      `{ coverage(groupBy: [GROUP]) { group ${"{ group ".repeat(12)} { name } ${"}".repeat(12)} } }`,
      /层/,
    ],
    [
      "too many questions at once",
      `{ ${Array.from({ length: 41 }, (_, index) => `a${index}: cities { code }`).join(" ")} }`,
      /41/,
    ],
    [
      "too many fields",
      `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: cities { ...Many }`).join(" ")} }
       fragment Many on City { ${Array.from({ length: 60 }, (_, index) => `f${index}: code`).join(" ")} }`,
      /字段/,
    ],
  ])("%s: a coded error that says how to mend it", async (_what, query, message) => {
    const { errors } = await server.ask(query);
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.mend).toMatch(/\p{Script=Han}/u);
  });

  it("says it of a variable as well, by its name", async () => {
    const { errors } = await server.ask("query ($day: Date) { coverage(asOf: $day) { rate } }", { day: "2026-13-01" });
    expect(errors?.[0]).toMatchObject({
      message: "变量 $day：日历中没有 2026-13-01 这一天",
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("lists what may stand in the place of an unknown code", async () => {
    const { errors } = await server.ask('{ coverage(filter: { cities: ["1"] }) { rate } }');
    expect(errors?.[0]?.extensions.allowed).toHaveLength(21);
    expect(errors?.[0]?.extensions.allowed).toContain("510100 成都市");
  });

  it.each([
    ["a field that does not exist", "{ coverage { covered } }", "GRAPHQL_VALIDATION_FAILED"],
    ["a dimension that does not exist", "{ coverage(groupBy: [VILLAGE]) { rate } }", "GRAPHQL_VALIDATION_FAILED"],
    ["a query without an end", "{ coverage { rate ", "GRAPHQL_PARSE_FAILED"],
    ["a query of too many words", `{ ${"cities { code } ".repeat(2000)} }`, "GRAPHQL_PARSE_FAILED"],
  ])("%s keeps Apollo's own code", async (_what, query, code) => {
    const { errors } = await server.ask(query);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(errors?.[0]?.extensions.mend).toBeTruthy();
  });

  it("is told of a body that is no JSON, or too large", async () => {
    const send = (body: string) =>
      fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    const broken = await send("{");
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    const large = await send(JSON.stringify({ query: "#".repeat(1_100_000) }));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  it("never shows a stack or our own insides", async () => {
    await server.running.ledger.store.read(async () => undefined);
    const answers = await Promise.all(
      ["{", "{ x }", '{ coverage(asOf: "x") { rate } }'].map((query) => server.ask(query)),
    );
    expect(JSON.stringify(answers)).not.toMatch(/stack|node_modules|\.ts:|SELECT/);
  });
});

describe("an answer by ENTERPRISE of more than 5000 rows", () => {
  it("is refused with a pointer to `enterprises`", async () => {
    const codes = Array.from({ length: 5001 }, (_, index) => creditCodeOf(100 + index));
    await server.bring({
      DIRECTORY: codes.map((code, index) => ({
        单位名称: `名录单位${index}有限公司`,
        统一社会信用代码: code,
        企业类别: "地方国企",
        "所属市（州）": "绵阳市",
      })),
    });
    const { errors } = await server.ask("{ coverage(groupBy: [ENTERPRISE]) { rate } }");
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.extensions.mend).toContain("enterprises");
    const { coverage } = await server.data(
      '{ coverage(groupBy: [ENTERPRISE], filter: { cities: ["510100"] }) { rate } }',
    );
    expect(coverage).toHaveLength(UNITS);
    const { enterprises } = await server.data(
      "{ enterprises(orderBy: NAME, first: 2) { totalCount edges { node { name } } } }",
    );
    expect(enterprises.totalCount).toBe(5009);
  });
});

describe("a foreign page", () => {
  it("cannot act by a form of its own, nor by a name pointed at this machine", async () => {
    const byForm = await fetch(`${server.url}/imports`, {
      method: "POST",
      headers: { origin: "http://elsewhere.example" },
      body: new FormData(),
    });
    expect(byForm.status).toBe(403);
    expect(await byForm.json()).toMatchObject({ error: { code: "FORBIDDEN" } });
  });
});
