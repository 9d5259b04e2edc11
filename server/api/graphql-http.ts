import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { Request, RequestHandler, Response } from "express";
import type { ApiContext } from "./context.ts";
import { type AnswerBasis, type FinishedAnswer, FinishedAnswers, keyOfQuestion } from "./finished-answers.ts";
import type { RequestContext } from "./graphql-server.ts";

/** `/graphql`: what was answered before at this revision is sent again as it is; everything else goes through Apollo. */
export function graphqlHttp(
  server: ApolloServer<RequestContext>,
  contextOf: (request: Request) => ApiContext,
): RequestHandler {
  const answers = new FinishedAnswers();
  return async (request, response) => {
    const context: RequestContext = { ...contextOf(request), notes: { keepable: false, failed: false } };
    const question = questionOf(request);
    const key = question && keyOfQuestion(await basisOf(context), request.headers.accept ?? "", question);
    const known = key ? answers.find(key) : undefined;
    if (known) return send(request, response, known);

    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: new URL(request.originalUrl, "http://localhost").search,
        body: request.body,
      },
      context: async () => context,
    });
    response.status(answer.status ?? 200);
    const headers = [...answer.headers];
    for (const [name, value] of headers) response.setHeader(name, value);
    if (answer.body.kind !== "complete") {
      for await (const chunk of answer.body.asyncIterator) response.write(chunk);
      response.end();
      return;
    }
    // Another process may have written while this was counted: such an answer is right, but belongs to no one key.
    const keeps = key && question && context.notes.keepable && !context.notes.failed && (answer.status ?? 200) === 200;
    if (keeps && keyOfQuestion(await basisOf(context), request.headers.accept ?? "", question) === key) {
      send(request, response, answers.keep(key, headers, answer.body.string));
    } else response.send(answer.body.string);
  };
}

async function basisOf(context: ApiContext): Promise<AnswerBasis> {
  return { revision: await context.tallies.revision(), today: context.ledger.today(), scope: context.scope };
}

/** Only what Apollo would take as it is: JSON by POST with a query in it and nothing unusual beside. */
function questionOf(request: Request): { query: string; operationName?: unknown; variables?: unknown } | null {
  if (request.method !== "POST" || !request.is("application/json")) return null;
  const body = request.body as unknown;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
  const { query, operationName, variables, extensions } = body as Record<string, unknown>;
  const usual =
    typeof query === "string" &&
    extensions === undefined &&
    (operationName === undefined || operationName === null || typeof operationName === "string") &&
    (variables === undefined || variables === null || (typeof variables === "object" && !Array.isArray(variables)));
  return usual ? { query, operationName, variables } : null;
}

function headersOf(request: Request): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

function send(request: Request, response: Response, answer: FinishedAnswer): void {
  for (const [name, value] of answer.headers) if (name !== "content-length") response.setHeader(name, value);
  response.vary("Accept-Encoding");
  const packed = answer.packed && request.acceptsEncodings("gzip", "identity") === "gzip" ? answer.packed : null;
  if (packed) response.setHeader("content-encoding", "gzip");
  const bytes = packed ?? answer.plain;
  response.setHeader("content-length", bytes.length);
  response.end(bytes);
}
