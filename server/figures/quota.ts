import type { Day } from "../policy/day.ts";
import { closingDay, TITLE_BATCH_YEARS, TITLE_GOALS } from "../policy/targets.ts";
import { recordedBy } from "./recorded-by.ts";
import type { CountSource, CoverageFilter, QuotaProgress, TargetStatus } from "./shapes.ts";

/**
 * Chief and special technicians against 100 and 1000 (二(三)), chief first. Held against the cumulative yearly plan by
 * closed batches, never by days: a batch is closed once the province has approved its list (DECISIONS F12).
 */
export function answerQuota(source: CountSource, asOf: Day, filter: CoverageFilter): QuotaProgress[] {
  const counted = source.countTitles(asOf, filter);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const closedYears = filtered
    ? source.countTitles(asOf, {}).flatMap((titles) => titles.byBatch.map((batch) => batch.year))
    : counted.flatMap((titles) => titles.byBatch.map((batch) => batch.year));
  const lastClosedBatch = closedYears.length > 0 ? Math.max(...closedYears) : null;
  return TITLE_GOALS.map(({ level, goal, plan, due, clause }) => {
    const titles = counted.find((row) => row.level === level);
    let netCumulative = 0;
    const byBatch = TITLE_BATCH_YEARS.map((year, index) => {
      const batch = titles?.byBatch.find((row) => row.year === year);
      const [appraised, cancelled] = [batch?.appraised ?? 0, batch?.cancelled ?? 0];
      netCumulative += appraised - cancelled;
      return {
        year,
        planned: filtered ? null : plan[index]! - (index > 0 ? plan[index - 1]! : 0),
        appraised,
        cancelled,
        net: appraised - cancelled,
        plannedCumulative: filtered ? null : plan[index]!,
        netCumulative,
        closed: closedYears.includes(year),
      };
    });
    const appraised = byBatch.reduce((sum, batch) => sum + batch.appraised, 0);
    const cancelled = byBatch.reduce((sum, batch) => sum + batch.cancelled, 0);
    const net = appraised - cancelled;
    const planned =
      lastClosedBatch === null || filtered
        ? null
        : plan[(TITLE_BATCH_YEARS as readonly number[]).indexOf(lastClosedBatch)]!;
    return {
      level,
      goal: filtered ? null : goal,
      appraised,
      cancelled,
      net,
      inOffice: titles?.inOffice ?? 0,
      remaining: filtered ? null : Math.max(0, goal - net),
      status: filtered ? "NO_TARGET" : statusOf(source, asOf, level, net, goal, planned, due),
      noDataReason: !filtered && planned === null ? "NO_LIST" : null,
      due,
      lastClosedBatch,
      plannedByLastClosedBatch: planned,
      byBatch,
      clause,
    };
  });
}

function statusOf(
  source: CountSource,
  asOf: Day,
  level: string,
  net: number,
  goal: number,
  planned: number | null,
  due: Day,
): TargetStatus {
  if (planned === null) return "NO_DATA";
  if (asOf > closingDay(due)) {
    const then = recordedBy(source, closingDay(due));
    const onDue = then
      .countTitles(due, {})
      .filter((titles) => titles.level === level)
      .flatMap((titles) => titles.byBatch)
      .reduce((sum, batch) => sum + batch.appraised - batch.cancelled, 0);
    if (onDue >= goal) return "ATTAINED";
    return net >= goal ? "ATTAINED_LATE" : "MISSED";
  }
  if (asOf > due) return "AWAITING";
  if (net >= goal) return "ATTAINED";
  if (net >= planned) return "ON_TRACK";
  // Within 5% below the plan's sum, in whole numbers.
  return 100 * net >= 95 * planned ? "AT_RISK" : "OFF_TRACK";
}
