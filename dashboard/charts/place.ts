/** A city as both pictures of place show it. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly rate: string;
  readonly change: string | null;
  /** 0 to 4 on the scale of rates, or null without data. */
  readonly step: number | null;
  /** In place of the rate, where there is none. */
  readonly reason: string | null;
  /** The whole fact in a sentence. */
  readonly sentence: string;
  readonly href: string;
}
