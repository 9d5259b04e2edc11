import type { CoverageRequest } from "../figures/shapes.ts";
import type { LedgerView } from "../tallies/view.ts";
import { badInput } from "./bad-input.ts";

const MOST_ENTERPRISE_ROWS = 5000;
const MOST_FIGURES = 60_000;

/** A list of enterprises belongs to `enterprises`, which is paged. Answers how many rows the question has. */
export function refuseTooManyUnits(view: LedgerView, request: CoverageRequest): number {
  if (request.groupBy.length === 0) return 1;
  const rows = view.countCoverage(request).length;
  if (request.groupBy.includes("ENTERPRISE") && rows > MOST_ENTERPRISE_ROWS) {
    throw badInput(
      `按 ENTERPRISE 分组有 ${rows} 行，超过 ${MOST_ENTERPRISE_ROWS} 行`,
      "请改用分页的 enterprises { edges { node { coverage(asOf: …) { … } } } }，或用 filter 缩小范围",
    );
  }
  return rows;
}

/** An answer has to fit into memory on both sides. */
export function refuseTooMany(figures: number, what: string): void {
  if (figures > MOST_FIGURES) {
    throw badInput(
      `这次查询要给出 ${figures} 个数（${what}），最多 ${MOST_FIGURES} 个`,
      "请减少分组、缩短时段，或用 filter 缩小范围",
    );
  }
}
