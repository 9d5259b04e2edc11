import { badInput } from "./bad-input.ts";

/** The ledger's number behind an `ID`. */
export function readId(id: string, what: string): number {
  const number = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : Number.NaN;
  if (!(number <= 0x7fffffff))
    throw badInput(`${what}应为正整数，此处为“${id.slice(0, 20)}”`, `请使用查询给出的${what}`);
  return number;
}
