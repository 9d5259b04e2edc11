import { isDay } from "./day.ts";

/** What is wrong with a 公民身份号码 (GB 11643-1999). Never says which character would be right: that would tell the number. */
export type IdNumberFault = "LENGTH" | "CHARACTER" | "BIRTH_DAY" | "CHECK";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** Judge a number in upper case without spaces. Area codes of abolished counties stay valid and are not looked at. */
export function idNumberFault(number: string): IdNumberFault | null {
  if (number.length !== 18) return "LENGTH";
  if (!/^\d{17}[\dX]$/.test(number)) return "CHARACTER";
  if (!isDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)) return "BIRTH_DAY";
  return number[17] === idNumberCheck(number.slice(0, 17)) ? null : "CHECK";
}

/** The 18th character that the first 17 digits ask for (ISO 7064, MOD 11-2). */
export function idNumberCheck(first17: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += Number(first17[index]) * WEIGHTS[index]!;
  return CHECKS[sum % 11]!;
}

/** As people may see it: 510000********1234; a shorter number shows its first two characters only. */
export function maskIdNumber(number: string): string {
  if (number.length < 15) return `${number.slice(0, 2)}${"*".repeat(Math.max(4, number.length - 2))}`;
  return `${number.slice(0, 6)}********${number.slice(-4)}`;
}
