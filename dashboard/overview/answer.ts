import { format } from "../look/format.ts";
import type { TargetStatus } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { ClassPhrase } from "../words/zh/overview.ts";
import { type ClassFigure, targetedClasses } from "./figures.ts";
import type { FirstQuery } from "./overview.generated.ts";

/** Inside this many days people and days say more than people per month (domain: pace). */
const DAYS_SAY_MORE = 60;

/** The answer of the page as one sentence with its numbers. */
export function answerSentence(first: FirstQuery): string {
  const classes = targetedClasses(first);
  const day = first.province[0]?.asOf;
  if (!day) return overview.answer.nothing;
  if (classes.length === 0) {
    const province = first.province[0];
    return overview.answer.whole(
      format.dayInWords(day),
      overview.answer.one(common.status[province?.status ?? "NO_DATA"]),
      [province?.rate == null ? overview.answer.nothing : `${common.coverage}[[${format.rate(province.rate)}]]`],
    );
  }
  const head =
    classes.length === 1
      ? overview.answer.one(common.status[classes[0]!.status])
      : overview.answer.counts(statusCounts(classes), classes.length);
  return overview.answer.whole(format.dayInWords(day), head, classes.map(classSentence));
}

/** One class's part of the answer: what is missing and at what pace, or that it is reached. */
export function classSentence(figure: ClassFigure): string {
  const phrase = phraseOf(figure);
  switch (figure.status) {
    case "ATTAINED":
    case "ATTAINED_LATE":
      return overview.answer.attained(phrase);
    case "TO_CONFIRM":
      return overview.answer.toConfirm(phrase);
    case "NO_DATA":
      return overview.answer.none(phrase);
    case "NO_TARGET":
      return overview.answer.noTarget(phrase);
    case "ON_TRACK":
    case "AT_RISK":
    case "OFF_TRACK":
    case "AWAITING":
    case "MISSED":
      if (figure.daysLeft == null || figure.neededPerMonth == null) return overview.answer.after(phrase);
      return figure.daysLeft <= DAYS_SAY_MORE ? overview.answer.soon(phrase) : overview.answer.short(phrase);
  }
}

/** True when the last days before the due day have begun. */
export function daysSayMore(figure: Pick<ClassFigure, "daysLeft">): boolean {
  return figure.daysLeft != null && figure.daysLeft <= DAYS_SAY_MORE;
}

/** Every figure of a class as it is printed. */
export function phraseOf(figure: ClassFigure): ClassPhrase {
  return {
    name: figure.ownership ? common.ownership[figure.ownership] : "",
    rate: format.rate(figure.rate, figure),
    target: figure.target == null ? "" : format.target(figure.target),
    gap: format.count(figure.gapHeadcount),
    needed: format.countUp(figure.neededPerMonth),
    recent: format.count(figure.recentPerMonth),
    days: format.count(figure.daysLeft),
    unreported: format.count(figure.unreportedEnterpriseCount),
    low: format.rate(figure.rateLow, figure),
    reason: figure.noDataReason ? common.noData[figure.noDataReason] : common.status.NO_DATA,
  };
}

/** “两类预警、一类已达标”: in the order of the classes, equal words together. */
function statusCounts(classes: readonly ClassFigure[]): { word: string; times: number }[] {
  const times = new Map<TargetStatus, number>();
  for (const { status } of classes) times.set(status, (times.get(status) ?? 0) + 1);
  return [...times].map(([status, count]) => ({ word: common.status[status], times: count }));
}
