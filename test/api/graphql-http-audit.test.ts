import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestServer, type TestServer } from "./running.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it("passes all 61 audits of GraphQL over HTTP, with an Authorization header", async () => {
  const results = await auditServer({
    url: `${server.url}/graphql`,
    fetchFn: (url: string, init?: RequestInit) =>
      fetch(url, { ...init, headers: { ...(init?.headers as object), authorization: "Bearer audit" } }),
  });
  expect(results.filter((result) => result.status !== "ok").map((result) => result.name)).toEqual([]);
  expect(results).toHaveLength(61);
});
