import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger as Log } from "pino";

/** Codes that say something of the question; everything else is our own failure and is masked. */
const TELLABLE: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: "请按提示修改查询的参数",
  GRAPHQL_PARSE_FAILED: "查询的写法不合 GraphQL 语法，请检查括号和引号；可在 /playground 中编辑",
  GRAPHQL_VALIDATION_FAILED: "查询与接口不符，请对照 /playground 中的文档核对字段、参数和取值",
  OPERATION_RESOLUTION_FAILURE: "文档中有多个查询时，请用 operationName 指明要执行哪一个",
  BAD_REQUEST: '请用 POST 把 {"query": …, "variables": …} 以 application/json 发到 /graphql',
  UNAUTHENTICATED: "请先登录",
  FORBIDDEN: "请联系管理员开通权限",
  PERSISTED_QUERY_NOT_FOUND: "请发送完整的查询",
  PERSISTED_QUERY_NOT_SUPPORTED: "请发送完整的查询",
};

/** An error as it leaves the house: a code, what is wrong, how to mend it; never a stack, never our own insides. */
export function formatError(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted;
  const ours = ourOwn(error);
  const code = String(ours?.extensions?.code ?? extensions?.code ?? "INTERNAL_SERVER_ERROR");
  const hint = TELLABLE[code];
  if (hint === undefined) {
    // The number is all that joins what the reader sees to what the log says.
    const number = randomUUID().slice(0, 8);
    log.error({ error: originOf(error), number, path }, "a query failed");
    return {
      message: "系统故障，没有取到数据",
      ...(locations ? { locations } : {}),
      ...(path ? { path } : {}),
      extensions: {
        code: "INTERNAL_SERVER_ERROR",
        mend: `请稍后重试；如仍出现，请把编号 ${number} 告诉管理员`,
        number,
      },
    };
  }
  const told = ours ? `${variableIn(message)}${ours.message}` : message;
  return {
    message: told,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { mend: hint, ...ours?.extensions, code },
  };
}

/** The innermost error that was written for the reader (it has a `mend`), whatever it was wrapped in on the way. */
function ourOwn(error: unknown): GraphQLError | null {
  for (
    let inner: unknown = error;
    inner instanceof Error;
    inner = (inner as { originalError?: unknown }).originalError
  ) {
    if (
      inner instanceof GraphQLError &&
      typeof inner.extensions?.mend === "string" &&
      !("originalError" in inner && wraps(inner))
    ) {
      return inner;
    }
  }
  return null;
}

/** A wrapper inherits the extensions of what it wraps, but not its message. */
function wraps(error: GraphQLError): boolean {
  const inner = error.originalError;
  return inner instanceof GraphQLError && typeof inner.extensions?.mend === "string";
}

/** graphql-js names the variable in its own sentence; ours gets it in front. */
function variableIn(message: string): string {
  const match = /^Variable "(\$\w+)"/.exec(message);
  return match ? `变量 ${match[1]}：` : "";
}

function originOf(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}
