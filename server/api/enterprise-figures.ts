import { answerCoverage } from "../figures/coverage.ts";
import type { CoverageBasis, CoverageFigure } from "../figures/shapes.ts";
import type { Day } from "../policy/day.ts";
import { HEADLINE } from "../policy/definition.ts";
import type { LedgerView } from "../tallies/view.ts";

/** Tables of a view that is still in use; they go when it goes. */
const tables = new WeakMap<LedgerView, Map<string, Table>>();

interface Table {
  asked: number;
  figures: ReadonlyMap<string, CoverageFigure> | null;
}

/** The figures of every enterprise in the population at a day, by credit code. */
export function figuresByEnterprise(
  view: LedgerView,
  asOf: Day,
  basis: CoverageBasis,
): ReadonlyMap<string, CoverageFigure> {
  const table = tableOf(view, asOf, basis);
  table.figures ??= new Map(
    answerCoverage(view, { asOf, groupBy: ["ENTERPRISE"], filter: {}, basis, definition: HEADLINE }).map((figure) => [
      figure.group.creditCode!,
      figure,
    ]),
  );
  return table.figures;
}

/** One enterprise's own figure. The first asked for is counted alone; a second means a list, which is counted at once. */
export function figureOfEnterprise(
  view: LedgerView,
  creditCode: string,
  asOf: Day,
  basis: CoverageBasis,
): CoverageFigure {
  const table = tableOf(view, asOf, basis);
  table.asked += 1;
  const known = table.asked > 1 ? figuresByEnterprise(view, asOf, basis).get(creditCode) : undefined;
  if (known) return known;
  // Out of the population the enterprise has no group, but still one row that says why there is no figure.
  const [figure] = answerCoverage(view, {
    asOf,
    groupBy: [],
    filter: { creditCodes: [creditCode] },
    basis,
    definition: HEADLINE,
  });
  return { ...figure!, group: { creditCode } };
}

function tableOf(view: LedgerView, asOf: Day, basis: CoverageBasis): Table {
  const ofView = tables.get(view) ?? new Map<string, Table>();
  tables.set(view, ofView);
  const key = `${asOf} ${basis}`;
  const table = ofView.get(key) ?? { asked: 0, figures: null };
  ofView.set(key, table);
  return table;
}
