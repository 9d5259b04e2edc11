import { setFlagsFromString } from "node:v8";

/**
 * For a process that does nothing but import: collect garbage early rather than let the heap double. Costs some
 * percent of time and keeps 100 000 rows under 400 MB.
 */
export function growHeapSlowly(): void {
  setFlagsFromString("--heap-growing-percent=30");
  setFlagsFromString("--semi-space-growth-factor=1");
}
