import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { Kind } from "graphql";
import type { Logger as Log } from "pino";
import { compiledExecution } from "./compiled-execution.ts";
import type { ApiContext } from "./context.ts";
import { formatError } from "./format-error.ts";
import { MOST_TOKENS, queryLimits } from "./query-limits.ts";
import { makeSchema } from "./schema.ts";

/** The resolvers' context, and what the server notes about a request on its way. */
export interface RequestContext extends ApiContext {
  /** An object of its own, since Apollo hands a copy of the context on. */
  readonly notes: {
    /** Depends on nothing but the ledger's revision, today and the scope: its answer may be kept. */
    keepable: boolean;
    failed: boolean;
  };
}

/** Apollo as this house runs it: Chinese coded errors, limits on what a query may ask, compiled execution. */
export async function startGraphqlServer(log: Log): Promise<ApolloServer<RequestContext>> {
  const server = new ApolloServer<RequestContext>({
    schema: makeSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [queryLimits],
    // A request that a foreign page could send without asking the browser first is refused.
    csrfPrevention: { requestHeaders: ["x-apollo-operation-name", "apollo-require-preflight", "authorization"] },
    formatError: (formatted, error) => formatError(formatted, error, log),
    plugins: [ApolloServerPluginLandingPageDisabled(), compiledExecution(log), noteWhatMayBeKept, statusOfPlainJson],
    logger: quiet(log),
  });
  await server.start();
  return server;
}

/** Fields whose answers change only with the ledger; progress of an import, for one, does not wait for a revision. */
const OF_THE_LEDGER = new Set([
  "coverage",
  "coverageTrend",
  "recognitionFlow",
  "quotaProgress",
  "launchProgress",
  "levelPyramid",
  "enterprises",
  "enterprise",
  "cities",
  "counties",
  "sectors",
  "responsibilities",
  "policy",
  "__schema",
  "__type",
  "__typename",
]);

const noteWhatMayBeKept: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        contextValue.notes.keepable =
          operation?.operation === "query" &&
          operation.selectionSet.selections.every(
            (selection) => selection.kind === Kind.FIELD && OF_THE_LEDGER.has(selection.name.value),
          );
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind === "single" && response.body.singleResult.errors) contextValue.notes.failed = true;
      },
    };
  },
};

/**
 * Clients of plain `application/json` expect 200 beside an `errors` list where the request itself was well formed
 * (GraphQL over HTTP, “legacy” media type); those of `application/graphql-response+json` get the true status.
 */
const statusOfPlainJson: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (response.body.kind !== "single" || response.http.status !== 400) return;
        const accept = request.http?.headers.get("accept") ?? "";
        const code = String(response.body.singleResult.errors?.[0]?.extensions?.code ?? "");
        if (WELL_FORMED.includes(code) && !accept.includes("application/graphql-response+json")) {
          response.http.status = 200;
        }
      },
    };
  },
};

const WELL_FORMED = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"];

function quiet(log: Log) {
  const note = (level: "debug" | "info" | "warn" | "error") => (message: unknown) =>
    log[level]({ from: "apollo" }, String(message));
  return { debug: note("debug"), info: note("debug"), warn: note("warn"), error: note("error") };
}
