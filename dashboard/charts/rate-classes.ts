/**
 * Round bounds between five classes of rates, chosen from the rates themselves: as few empty classes as can be, then
 * the fullest one as small as can be, then the wider step. A bound belongs to the class above it.
 */
export function boundsOf(rates: readonly number[]): readonly number[] {
  // A handful of places makes no classes.
  if (rates.length < 5) return [];
  let best: { readonly bounds: readonly number[]; readonly empty: number; readonly fullest: number } | null = null;
  for (const step of STEPS) {
    for (let first = step; first + 3 * step < 100; first += step) {
      const bounds = [0, 1, 2, 3].map((index) => tidy(first + index * step));
      const counts = [0, 1, 2, 3, 4].map((at) => rates.filter((rate) => classOf(rate, bounds) === at).length);
      const empty = counts.filter((count) => count === 0).length;
      const fullest = Math.max(...counts);
      if (best === null || empty < best.empty || (empty === best.empty && fullest < best.fullest)) {
        best = { bounds, empty, fullest };
      }
    }
  }
  return best?.bounds ?? [];
}

/** 0 to 4: where a rate stands among the bounds; in the middle where there are none. */
export function classOf(rate: number, bounds: readonly number[]): number {
  if (bounds.length === 0) return 2;
  return bounds.filter((bound) => rate * 100 >= bound - 1e-9).length;
}

// Wide steps first: of two that divide equally well, the rounder one is kept.
const STEPS = [10, 5, 4, 3, 2, 1, 0.5];

function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}
