/** Round bounds between five classes of rates, chosen from the rates themselves; a bound belongs to the class above it. */
export function boundsOf(rates: readonly number[]): readonly number[] {
  const sorted = [...rates].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  // A class or so of the values outside either end: single outliers must not flatten the rest into one colour.
  const wanted = (at(0.85) - at(0.15)) / 3;
  const step = STEPS.find((one) => one >= wanted * 100 - 1e-9) ?? STEPS.at(-1)!;
  const middle = Math.round((at(0.5) * 100) / step - 1.5) * step;
  const first = Math.min(middle, 100 - 4 * step);
  return [0, 1, 2, 3].map((index) => tidy(first + index * step));
}

/** 0 to 4: where a rate stands among the bounds. */
export function classOf(rate: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => rate * 100 >= bound - 1e-9).length;
}

const STEPS = [0.5, 1, 2, 3, 4, 5, 10, 15, 20];

function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}
