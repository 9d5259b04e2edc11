import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/**
 * Structured logs, one JSON object per line. What people send never gets in: no bodies, no query strings, no names of
 * people, no ID numbers. An error is written with its message and stack only.
 */
export function openLog(level: Config["logLevel"]): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: plainError },
  });
}

/** An error's message may quote a statement with its values: only the first line, ID numbers masked, and where it arose. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: "not an Error" };
  const message = maskNumbers(error.message.split("\n")[0] ?? "").slice(0, 300);
  const stack =
    error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12) ?? [];
  return { name: error.name, message, stack };
}

/** First 6 and last 4 of whatever looks like an ID number. */
export function maskNumbers(text: string): string {
  return text.replace(/\d{6}(\d{7,8})\d{3}[\dXx]/g, (number) => `${number.slice(0, 6)}********${number.slice(-4)}`);
}
