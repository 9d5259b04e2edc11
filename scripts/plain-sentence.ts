import { ConfigFault } from "../server/config.ts";
import { WrongKey } from "../server/ledger/ledger.ts";
import { KeyMissing } from "../server/ledger/personal-data.ts";
import { maskNumbers } from "../server/log.ts";

/** What went wrong, in one sentence for whoever typed the command; never a stack. `what` names the command that failed. */
export function plainSentence(error: unknown, what: string): string {
  if (error instanceof ConfigFault || error instanceof WrongKey || error instanceof KeyMissing) return error.message;
  const code = codeOf(error);
  if (code === "EADDRINUSE") return "端口已被占用：请停掉占用它的程序，或用 PORT=… 换一个端口。";
  if (code === "EADDRNOTAVAIL") return "HOST 不是这台机器的地址：请改 HOST，省略时只供本机访问。";
  if (code in UNREACHABLE) return `${what}：连不上数据库，${UNREACHABLE[code]}（${code}）。`;
  if (["EACCES", "EPERM", "EROFS", "SQLITE_READONLY", "SQLITE_CANTOPEN"].includes(code))
    return `${what}：数据目录（DATA_DIR）或其中的文件不能读写，请检查权限（${code}）。`;
  if (code === "ENOSPC" || code === "SQLITE_FULL") return `${what}：磁盘已满，请腾出空间后重试（${code}）。`;
  if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT")
    return `${what}：DATA_DIR 中的 bajigong.sqlite 已损坏或不是数据库，请从备份恢复（${code}）。`;
  if (/^SQLITE_BUSY/.test(code)) return `${what}：数据库正被别的程序占用，请稍后重试（${code}）。`;
  const message = error instanceof Error ? error.message : String(error);
  return `${what}：${maskNumbers(message.split("\n")[0] ?? "") || code || "原因不明"}`;
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: "请检查 DATABASE_URL 中的主机和端口，以及数据库是否已启动",
  ECONNRESET: "连接中途断开，请检查网络和数据库",
  PROTOCOL_CONNECTION_LOST: "连接中途断开，请检查网络和数据库",
  ETIMEDOUT: "请检查 DATABASE_URL 中的主机和端口，以及网络",
  EHOSTUNREACH: "请检查 DATABASE_URL 中的主机，以及网络",
  ENETUNREACH: "请检查 DATABASE_URL 中的主机，以及网络",
  ENOTFOUND: "找不到 DATABASE_URL 中的主机",
  EAI_AGAIN: "找不到 DATABASE_URL 中的主机",
  ER_ACCESS_DENIED_ERROR: "请检查 DATABASE_URL 中的用户和密码",
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: "请检查 DATABASE_URL 中的用户和密码",
  ER_DBACCESS_DENIED_ERROR: "这个用户无权使用 DATABASE_URL 中的库",
  ER_BAD_DB_ERROR: "没有 DATABASE_URL 中的库，请先建库（字符集 utf8mb4）",
};

/** A driver's code, whatever it was wrapped in; several addresses of one host fail together, with the code on each. */
function codeOf(error: unknown): string {
  const { code, driverError, errors } = (error ?? {}) as {
    readonly code?: unknown;
    readonly driverError?: unknown;
    readonly errors?: readonly unknown[];
  };
  if (typeof code === "string") return code;
  if (driverError) return codeOf(driverError);
  return errors?.[0] ? codeOf(errors[0]) : "";
}
