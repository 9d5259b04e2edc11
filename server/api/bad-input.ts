import { GraphQLError } from "graphql";

/**
 * The question cannot be answered as it was put. `mend` says how to ask it right, `allowed` what may stand there.
 * The code is Apollo's, so that every GraphQL client knows it.
 */
export function badInput(message: string, mend: string, allowed?: readonly string[]): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: "BAD_USER_INPUT", mend, ...(allowed ? { allowed } : {}) },
  });
}
