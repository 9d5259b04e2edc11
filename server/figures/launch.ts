import { type Day, dayOf } from "../policy/day.ts";
import { closingDay, LAUNCH_TARGETS } from "../policy/targets.ts";
import { recordedBy } from "./recorded-by.ts";
import type { CountSource, CoverageFilter, LaunchCounts, LaunchProgress, TargetStatus } from "./shapes.ts";

const FAR = dayOf(9999, 12, 31);

/** Enterprises that have launched recognition, against the plan's end-of-2024 targets (二(一); DECISIONS F15). */
export function answerLaunch(source: CountSource, asOf: Day, filter: CoverageFilter): LaunchProgress[] {
  const now = source.countLaunches(asOf, filter);
  return LAUNCH_TARGETS.map(({ ownership, count, due, clause }) => {
    const current = of(now, ownership);
    const byDue = due
      ? of(recordedBy(source, closingDay(due)).countLaunches(due < asOf ? due : asOf, filter), ownership)
      : current;
    const withoutDirectory = ownership === "PROVINCIAL_SOE" && !current.directoryKnown;
    const filtered = Object.values(filter).some((value) => value !== undefined);
    // 50 is the whole province's number; a part of the province has no share of it. "Every unit" holds for any part.
    const target =
      ownership === "PROVINCIAL_SOE" ? (withoutDirectory ? null : current.inScope) : filtered ? null : count;
    // Whether it was reached on time is judged by the units that were in scope then.
    const targetThen = ownership === "PROVINCIAL_SOE" ? byDue.inScope : target;
    return {
      ownership,
      launched: current.launched,
      launchedByDue: byDue.launched,
      inScope: current.inScope,
      target,
      due,
      status: withoutDirectory
        ? "NO_DATA"
        : statusOf(current.launched, target, { launched: byDue.launched, target: targetThen }, due ?? FAR, asOf),
      noDataReason: withoutDirectory ? "NO_DIRECTORY" : null,
      clause,
    };
  });
}

function statusOf(
  launched: number,
  target: number | null,
  then: { readonly launched: number; readonly target: number | null },
  due: Day,
  asOf: Day,
): TargetStatus {
  if (target === null || target === 0) return "NO_TARGET";
  if (asOf > due && asOf <= closingDay(due)) return "AWAITING";
  if (asOf <= due) return launched >= target ? "ATTAINED" : "OFF_TRACK";
  if (then.target !== null && then.target > 0 && then.launched >= then.target) return "ATTAINED";
  return launched >= target ? "ATTAINED_LATE" : "MISSED";
}

function of(counts: readonly LaunchCounts[], ownership: LaunchCounts["ownership"]): LaunchCounts {
  return (
    counts.find((row) => row.ownership === ownership) ?? { ownership, launched: 0, inScope: 0, directoryKnown: false }
  );
}
