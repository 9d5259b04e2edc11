/** What is wrong with a 统一社会信用代码 (GB 32100-2015), or null. */
export type CreditCodeFault =
  | { readonly kind: "LENGTH"; readonly length: number }
  /** A character that the standard does not use (I, O, S, V, Z and everything else); position from 1. */
  | { readonly kind: "CHARACTER"; readonly position: number; readonly character: string }
  | { readonly kind: "CHECK"; readonly expected: string };

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** Powers of 3 modulo 31, one for each of the first 17 characters. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Judge a code in upper case without spaces. The area code inside is history and says nothing of where the unit is. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (code.length !== 18) return { kind: "LENGTH", length: code.length };
  for (let index = 0; index < 18; index++) {
    const character = code[index]!;
    if (!ALPHABET.includes(character)) return { kind: "CHARACTER", position: index + 1, character };
  }
  const expected = creditCodeCheck(code.slice(0, 17))!;
  return code[17] === expected ? null : { kind: "CHECK", expected };
}

/** The 18th character that the first 17 ask for, or null when one of them is not in the alphabet. */
export function creditCodeCheck(first17: string): string | null {
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const value = ALPHABET.indexOf(first17[index] ?? " ");
    if (value < 0) return null;
    sum += value * WEIGHTS[index]!;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}
