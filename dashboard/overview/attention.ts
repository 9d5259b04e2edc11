import { format } from "../look/format.ts";
import type { TargetStatus } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { OverviewAddress } from "./address.ts";
import { daysSayMore, phraseOf } from "./answer.ts";
import { nameOf, PROVINCE_ITSELF, TARGETED, targetedClasses } from "./figures.ts";
import type { FirstQuery, TitlesQuery } from "./overview.generated.ts";

/** One thing that calls for action: its weight, its sentence, and where to go. */
export interface Attention {
  readonly key: string;
  readonly status: TargetStatus;
  /** Said in place of the status word, where the status is not the point. */
  readonly word: string | null;
  readonly text: string;
  readonly see: string;
  readonly to: { readonly change: Partial<OverviewAddress> } | { readonly page: string } | { readonly anchor: string };
}

/** Heaviest first. */
const WEIGHT: readonly TargetStatus[] = [
  "MISSED",
  "OFF_TRACK",
  "AT_RISK",
  "NO_DATA",
  "TO_CONFIRM",
  "AWAITING",
  "ATTAINED_LATE",
  "ON_TRACK",
  "NO_TARGET",
  "ATTAINED",
];

/** Names beyond these are counted, not told. */
const NAMED = 5;

/** What calls for action, as sentences built from the figures. */
export function attentionOf(first: FirstQuery, titles: TitlesQuery | undefined): readonly Attention[] {
  const found = [
    ...ofClasses(first),
    ...ofResponsibilities(first),
    ...ofReporting(first),
    ...ofTheLedger(first),
    ...(titles ? ofTitles(titles) : []),
  ];
  return [...found].sort((a, b) => WEIGHT.indexOf(a.status) - WEIGHT.indexOf(b.status));
}

function ofClasses(first: FirstQuery): Attention[] {
  return targetedClasses(first).flatMap((figure): Attention[] => {
    const phrase = phraseOf(figure);
    const item = { key: `class-${figure.ownership}`, status: figure.status, word: null };
    const units = { see: overview.attention.see.units, to: { change: { proof: `coverage.${figure.ownership}` } } };
    switch (figure.status) {
      case "AT_RISK":
      case "OFF_TRACK":
        if (figure.neededPerMonth == null) return [];
        return [
          {
            ...item,
            ...units,
            text: daysSayMore(figure) ? overview.attention.soon(phrase) : overview.attention.pace(phrase),
          },
        ];
      case "MISSED":
        return [{ ...item, ...units, text: overview.attention.after(phrase) }];
      case "TO_CONFIRM":
        return [{ ...item, ...units, text: overview.attention.toConfirm(phrase) }];
      default:
        return [];
    }
  });
}

/** Classes that are behind in some responsibilities, worst first. */
function ofResponsibilities(first: FirstQuery): Attention[] {
  return TARGETED.flatMap((ownership): Attention[] => {
    const behind = first.responsibilityClasses
      .filter((row) => row.ownership === ownership && row.status === "OFF_TRACK" && row.responsibility)
      .filter((row) => row.responsibility!.code !== PROVINCE_ITSELF)
      .sort((a, b) => (b.gapHeadcount ?? 0) - (a.gapHeadcount ?? 0));
    if (behind.length === 0) return [];
    const names = behind
      .slice(0, NAMED)
      .map((row) => common.place(nameOf(first, { code: row.responsibility!.code, name: "" })));
    const more = behind.length > NAMED ? behind.length : null;
    return [
      {
        key: `behind-${ownership}`,
        status: "OFF_TRACK",
        word: null,
        text: overview.attention.behind(
          more ? names.join(format.comma) : format.list(names),
          more,
          common.ownership[ownership],
        ),
        see: overview.attention.see.list,
        to: { change: { tables: ["gaps"] } },
      },
    ];
  });
}

function ofReporting(first: FirstQuery): Attention[] {
  const silent = first.responsibilities
    .filter((row) => row.status === "NO_DATA" && row.unreportedEnterpriseCount > 0 && row.responsibility)
    .map((row): Attention & { readonly name: string } => ({
      name: common.place(nameOf(first, row.responsibility!)),
      key: `silent-${row.responsibility!.code}`,
      status: "NO_DATA",
      word: row.noDataReason ? common.noData[row.noDataReason] : null,
      text: overview.attention.unreportedAll(
        common.place(nameOf(first, row.responsibility!)),
        format.count(row.unreportedEnterpriseCount),
      ),
      see: overview.attention.see.responsibility,
      to: { change: { responsibilities: [row.responsibility!.code] } },
    }));
  if (silent.length > NAMED) {
    const names = silent.slice(0, 3).map((item) => item.name);
    silent.splice(0, silent.length, {
      ...silent[0]!,
      key: "silent",
      text: overview.attention.unreportedMany(names.join(format.comma), format.count(silent.length)),
      see: overview.attention.see.list,
      to: { change: { tables: ["gaps"] } },
    });
  }
  const province = first.province[0];
  if (!province || province.unreportedEnterpriseCount === 0 || province.rate === null) return silent;
  return [
    ...silent,
    {
      key: "unreported",
      status: "NO_DATA",
      word: overview.attention.word.unreported,
      text: overview.attention.unreported(
        format.count(province.unreportedEnterpriseCount),
        format.rate(province.rateLow),
        format.rate(province.rate),
      ),
      see: overview.attention.see.imports,
      to: { page: "/imports" },
    },
  ];
}

function ofTheLedger(first: FirstQuery): Attention[] {
  const province = first.province[0];
  if (!province) return [];
  const found: Attention[] = [];
  const units = { see: overview.attention.see.proof, to: { change: { proof: "coverage" } } };
  if (province.lapsedEnterpriseCount > 0) {
    found.push({
      key: "lapsed",
      status: "AT_RISK",
      word: overview.attention.word.lapsed,
      text: overview.attention.lapsed(format.count(province.lapsedEnterpriseCount)),
      ...units,
    });
  }
  if (province.faultyEnterpriseCount > 0) {
    found.push({
      key: "faulty",
      status: "AT_RISK",
      word: overview.attention.word.faulty,
      text: overview.attention.faulty(format.count(province.faultyEnterpriseCount)),
      ...units,
    });
  }
  return found;
}

function ofTitles(titles: TitlesQuery): Attention[] {
  const quotas = titles.quotaProgress
    .filter((quota) => quota.status === "AT_RISK" || quota.status === "OFF_TRACK")
    .filter((quota) => quota.plannedByLastClosedBatch !== null && quota.lastClosedBatch !== null)
    .map(
      (quota): Attention => ({
        key: `quota-${quota.level}`,
        status: quota.status,
        word: null,
        text: overview.attention.quota(
          common.level[quota.level],
          format.count(quota.net),
          format.count(quota.plannedByLastClosedBatch),
          quota.lastClosedBatch!,
        ),
        see: overview.attention.see.titles,
        to: { anchor: "titles" },
      }),
    );
  const launches = titles.launchProgress.flatMap((launch): Attention[] => {
    const name = common.ownership[launch.ownership];
    const item = { key: `launch-${launch.ownership}`, status: launch.status, word: null };
    if (launch.status === "NO_DATA" && launch.noDataReason === "NO_DIRECTORY") {
      return [
        {
          ...item,
          word: common.noData[launch.noDataReason],
          text: overview.attention.launch(name, common.noData[launch.noDataReason]),
          see: overview.attention.see.imports,
          to: { page: "/imports" },
        },
      ];
    }
    if (launch.status !== "MISSED" || launch.target === null) return [];
    return [
      {
        ...item,
        text: overview.attention.launchMissed(
          name,
          format.count(launch.launchedByDue),
          format.count(launch.target),
          format.count(launch.launched),
        ),
        see: overview.attention.see.titles,
        to: { anchor: "titles" },
      },
    ];
  });
  return [...quotas, ...launches];
}
