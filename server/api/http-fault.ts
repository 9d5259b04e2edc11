import type { ErrorRequestHandler, Response } from "express";
import { MulterError } from "multer";
import type { Logger as Log } from "pino";

/** A request beside GraphQL that cannot be served: a status, a code, what is wrong and how to mend it. */
export class HttpFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly mend: string,
  ) {
    super(message);
    this.name = "HttpFault";
  }
}

/** Every failed request ends here: as GraphQL's `errors` for `/graphql`, as one `error` for the rest; never with a stack. */
export function tellFaults(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const fault = faultOf(error);
    if (fault.status >= 500) log.error({ error, method: request.method, path: request.path }, "a request failed");
    if (request.path === "/graphql") {
      const { code, message, mend } = fault;
      response.status(fault.status).json({ errors: [{ message, extensions: { code, mend } }] });
    } else sendFault(response, fault);
  };
}

export function sendFault(response: Response, { status, code, message, mend }: HttpFault): void {
  response.status(status).json({ error: { code, message, mend } });
}

function faultOf(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  if (error instanceof MulterError) return uploadFault(error);
  const { type, status } = error as { type?: string; status?: number };
  if (type === "entity.too.large") {
    return new HttpFault(413, "BAD_REQUEST", "请求太大", "GraphQL 请求最多 1 MB；台账文件请用 POST /imports 上传");
  }
  if (type === "entity.parse.failed") {
    return new HttpFault(400, "BAD_REQUEST", "请求不是有效的 JSON", '请发送 {"query": "…", "variables": {…}}');
  }
  if (type === "encoding.unsupported" || type === "charset.unsupported") {
    return new HttpFault(415, "BAD_REQUEST", "不支持这种编码", "请用 UTF-8，压缩可用 gzip 或不压缩");
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return new HttpFault(status, "BAD_REQUEST", "请求有误", "请检查请求的地址和内容");
  }
  return new HttpFault(
    500,
    "INTERNAL_SERVER_ERROR",
    "系统故障，请求没有办成",
    "请稍后重试；如仍出现，请联系管理员查看日志",
  );
}

function uploadFault(error: MulterError): HttpFault {
  switch (error.code) {
    case "LIMIT_FILE_SIZE":
      return new HttpFault(413, "FILE_TOO_LARGE", "文件太大", "单个文件最多 200 MB，请拆成几个文件");
    case "LIMIT_FILE_COUNT":
    case "LIMIT_PART_COUNT":
      return new HttpFault(413, "TOO_MANY_FILES", "文件太多", "一次最多 40 个文件，请分几次上传");
    case "LIMIT_UNEXPECTED_FILE":
      return new HttpFault(400, "BAD_REQUEST", "文件的字段名不对", "文件请放在名为 files 的字段中，一个文件一份");
    default:
      return new HttpFault(
        400,
        "BAD_REQUEST",
        "上传的内容有误",
        "请用 multipart/form-data，文件放在 files 字段，方式放在 mode 字段",
      );
  }
}
