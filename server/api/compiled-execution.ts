import type { ApolloServerPlugin } from "@apollo/server";
import { type ExecutionResult, GraphQLError, getVariableValues } from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import type { Logger as Log } from "pino";
import { formatError } from "./format-error.ts";
import type { RequestContext } from "./graphql-server.ts";
import { LruMap } from "./lru-map.ts";

const MOST_COMPILED = 300;

/**
 * Runs a query by a function compiled for it, some three times faster than walking its tree. What cannot be compiled
 * goes the ordinary way.
 */
export function compiledExecution(log: Log): ApolloServerPlugin<RequestContext> {
  const compiled = new LruMap<string, Compiled>(MOST_COMPILED);
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, operationName, queryHash, request, contextValue }) {
          // An operation name that the document does not have: Apollo's own execution says so, with a code.
          if (!operation) return null;
          const key = `${queryHash} ${operationName ?? ""}`;
          let query = compiled.get(key);
          if (!query) {
            query = compileQuery(schema, document, operationName ?? undefined) as Compiled;
            compiled.set(key, query);
          }
          if (!isCompiledQuery(query)) return null;
          const wrong = variableErrors(
            getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}),
          );
          const result: ExecutionResult = wrong
            ? { errors: wrong }
            : await query.query(undefined, contextValue, request.variables ?? {});
          const errors = result.errors?.map((error) => formatError(error.toJSON(), error, log));
          if (errors) contextValue.notes.failed = true;
          return {
            // The specification wants 400 where nothing was executed.
            http: { status: wrong ? 400 : undefined, headers: new Map() as never },
            body: {
              kind: "single",
              singleResult: { ...("data" in result ? { data: result.data } : {}), ...(errors ? { errors } : {}) },
            },
          };
        },
      };
    },
  };
}

type Compiled = CompiledQuery | ExecutionResult;

function variableErrors(values: ReturnType<typeof getVariableValues>): readonly GraphQLError[] | null {
  if (!values.errors) return null;
  return values.errors.map((error) =>
    error.extensions?.code === undefined
      ? new GraphQLError(error.message, {
          nodes: error.nodes ?? null,
          originalError: error,
          extensions: { code: "BAD_USER_INPUT" },
        })
      : error,
  );
}
