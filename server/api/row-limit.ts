import type { CoverageRequest } from "../figures/shapes.ts";
import type { LedgerView } from "../tallies/view.ts";
import { badInput } from "./bad-input.ts";
import type { ApiContext } from "./context.ts";

const MOST_ENTERPRISE_ROWS = 5000;
const MOST_FIGURES = 100_000;

/** How many figures the questions of one request have come to. */
const spent = new WeakMap<ApiContext, number>();

/**
 * A list of enterprises belongs to `enterprises`, which is paged; and an answer has to fit into memory on both sides,
 * whatever is asked beside it. `times`: at how many days each row is counted.
 */
export function refuseTooMany(context: ApiContext, view: LedgerView, request: CoverageRequest, times = 1): void {
  const rows = request.groupBy.length === 0 ? 1 : view.countCoverage(request).length;
  if (request.groupBy.includes("ENTERPRISE") && rows > MOST_ENTERPRISE_ROWS) {
    throw badInput(
      `按 ENTERPRISE 分组有 ${rows} 行，超过 ${MOST_ENTERPRISE_ROWS} 行`,
      "请改用分页的 enterprises { edges { node { coverage(asOf: …) { … } } } }，或用 filter 缩小范围",
    );
  }
  const figures = (spent.get(context) ?? 0) + rows * times;
  spent.set(context, figures);
  if (figures > MOST_FIGURES) {
    throw badInput(
      `这次查询要给出 ${figures} 个数（组数乘以天数），最多 ${MOST_FIGURES} 个`,
      "请减少分组、缩短时段，用 filter 缩小范围，或分成几次查询",
    );
  }
}
