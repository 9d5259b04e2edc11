import type { Ownership } from "./words.ts";

export const ROLES = ["LEADERSHIP", "ADMINISTRATOR", "CITY_BUREAU", "DEPARTMENT", "READER", "ANALYST"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Every deed names one, and the audit keeps it. */
export interface Actor {
  /** Stable key, as the audit writes it. */
  readonly name: string;
  readonly role: Role;
  /** From where: `cli`, or the address of the request. */
  readonly from: string;
}

/** What an actor may see. Every tally takes one; `access` makes them and nobody else. */
export type Scope =
  | { readonly kind: "PROVINCE"; readonly personalData: boolean }
  | { readonly kind: "CITY"; readonly cityCode: string; readonly countyCode: string | null }
  | { readonly kind: "DEPARTMENT"; readonly department: string }
  | { readonly kind: "CLASS"; readonly ownership: Ownership };
