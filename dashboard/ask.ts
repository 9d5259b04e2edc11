import { keepPreviousData, QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/** A typed query as `scripts/emit-documents.ts` writes it: its text, with what it asks for and what it answers. */
export interface Question<Answer, Variables> {
  toString(): string;
  __apiType?: ((variables: Variables) => Answer) | undefined;
}

/** The server answered with a refusal, or did not answer at all (`UNREACHABLE`). */
export class AskFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "AskFailure";
    this.code = code;
  }
}

/** Ask the API once. */
export async function ask<Answer, Variables>(
  question: Question<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query: question.toString(), variables }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new AskFailure("UNREACHABLE", cause instanceof Error ? cause.message : "");
  }
  const body = (await response.json().catch(() => null)) as Body<Answer> | null;
  const first = body?.errors?.[0];
  if (first) throw new AskFailure(first.extensions?.code ?? "INTERNAL_SERVER_ERROR", first.message);
  if (!response.ok || body?.data == null) throw new AskFailure("UNREACHABLE", `HTTP ${response.status}`);
  return body.data;
}

interface Body<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What a card knows: the answer or the last good one, and whether it is on its way, failed, or of an earlier question. */
export interface Asked<Answer> {
  /** The answer to this question, or, while it is under way or failed, the last good one. */
  readonly data: Answer | undefined;
  readonly loading: boolean;
  readonly failure: { readonly code: string; readonly message: string; readonly at: Date } | null;
  /** When `data` came. */
  readonly answeredAt: Date | null;
  readonly retry: () => void;
}

/** Ask, keep the last good answer on the screen, and say when a new one failed. */
export function useAsk<Answer, Variables>(
  question: Question<Answer, Variables>,
  variables: Variables,
  options: { readonly enabled?: boolean; readonly poll?: number | false } = {},
): Asked<Answer> {
  const query = useQuery<Answer, Error>({
    queryKey: [question.toString(), variables],
    queryFn: ({ signal }) => ask(question, variables, signal),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.poll ?? false,
  });
  const last = useRef<{ data: Answer; at: Date } | null>(null);
  useEffect(() => {
    if (query.data !== undefined && !query.isPlaceholderData) {
      last.current = { data: query.data, at: new Date(query.dataUpdatedAt) };
    }
  }, [query.data, query.isPlaceholderData, query.dataUpdatedAt]);
  const data = query.data ?? last.current?.data;
  const fresh = query.data !== undefined && !query.isPlaceholderData;
  return {
    data,
    loading: query.isFetching && !fresh,
    failure: query.error
      ? {
          code: query.error instanceof AskFailure ? query.error.code : "INTERNAL_SERVER_ERROR",
          message: query.error.message,
          at: new Date(query.errorUpdatedAt),
        }
      : null,
    answeredAt: fresh ? new Date(query.dataUpdatedAt) : (last.current?.at ?? null),
    retry: () => void query.refetch(),
  };
}

export const questions = new QueryClient({
  defaultOptions: {
    queries: {
      // Figures change with a batch, not by the minute; coming back to the window asks again.
      staleTime: 15_000,
      // A refusal does not mend itself; a lost connection may.
      retry: (count, error) => count < 2 && error instanceof AskFailure && error.code === "UNREACHABLE",
      retryDelay: 800,
    },
  },
});
