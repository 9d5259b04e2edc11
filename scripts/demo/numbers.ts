import type { Day } from "../../server/policy/day.ts";

const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A credit code that stands the two checks of GB 32100-2015 and names nobody: its body begins with MA0, which no
 * registration office of Sichuan gives out.
 */
export function inventedCreditCode(areaCode: string, serial: number): string {
  const body = `MA0${String(serial).padStart(5, "0")}`;
  const bodySum = [...body].reduce((sum, character, i) => sum + bodyValue(character) * BODY_WEIGHTS[i]!, 0);
  const bodyCheck = 11 - (bodySum % 11);
  const stem = `91${areaCode}${body}${bodyCheck === 10 ? "X" : bodyCheck === 11 ? "0" : String(bodyCheck)}`;
  const sum = [...stem].reduce(
    (total, character, i) => total + CREDIT_ALPHABET.indexOf(character) * CREDIT_WEIGHTS[i]!,
    0,
  );
  return stem + CREDIT_ALPHABET[(31 - (sum % 31)) % 31]!;
}

function bodyValue(character: string): number {
  return character <= "9" ? Number(character) : character.charCodeAt(0) - 55;
}

/** Hands out ID numbers of the invented area 510000, each once, by the birthday. */
export function createIdNumbers(): (bornOn: Day) => string {
  const given = new Map<string, number>();
  return (bornOn) => {
    const birthday = bornOn.replaceAll("-", "");
    const count = given.get(birthday) ?? 0;
    given.set(birthday, count + 1);
    const stem = `510000${birthday}${String((Number(birthday) * 37 + count * 7) % 1000).padStart(3, "0")}`;
    const sum = [...stem].reduce((total, digit, i) => total + Number(digit) * ID_WEIGHTS[i]!, 0);
    return stem + "10X98765432"[sum % 11]!;
  };
}

/** Numbers certificates one by one within body, year and level, as bodies do. */
export function createCertificateNumbers(): (filingNumber: string, issuedOn: Day, letter: string) => string {
  const given = new Map<string, number>();
  return (filingNumber, issuedOn, letter) => {
    const stem = `${filingNumber}${issuedOn.slice(2, 4)}${letter}`;
    const serial = (given.get(stem) ?? 0) + 1;
    given.set(stem, serial);
    return stem + String(serial).padStart(6, "0");
  };
}

/** The number of an older 职业资格证书: 16 digits, the 11th is the level. */
export function qualificationNumber(issuedOn: Day, letter: string, serial: number): string {
  return `${issuedOn.slice(2, 4)}51000001${letter}${String(serial).padStart(5, "0")}`;
}
