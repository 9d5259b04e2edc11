import { type Language, language } from "../language.ts";

/** Where there is nothing to print. */
export const NOTHING = "—";
const MINUS = "−";
const ZONE = "Asia/Shanghai";

/** How a figure is printed. The only `Intl` of the dashboard; nothing here decides what a figure is. */
export const format = formatIn(language);

/** A rate that has not reached its target must not print as the target. */
interface Against {
  readonly target: number | null | undefined;
}

export interface Format {
  /** 0.912 → “91.2%”. */
  rate(value: number | null | undefined, against?: Against): string;
  /** 0.912 → “91.2”, for a column whose head says %. */
  rateNumber(value: number | null | undefined, against?: Against): string;
  /** A part of a whole: “46.9%”, and “<0.1%” where there is something too small to print. */
  share(value: number | null | undefined): string;
  /** A target, without decimals it does not have: 0.95 → “95%”. */
  target(value: number): string;
  /** 0.006 → “+0.6”, the unit is in the sentence or the head. */
  points(value: number | null | undefined): string;
  /** 1204 → “1,204”. */
  count(value: number | null | undefined): string;
  /** People that must be found: 655.2 a month means 656. */
  countUp(value: number | null | undefined): string;
  /** 2026-10-31, the same in every language. */
  day(value: string | null | undefined): string;
  /** 2026-10-31 → “2026年10月31日”, and “2026年10月底” on a month's last day. */
  dayInWords(value: string): string;
  /** 2025-12-31 → “2025年底” on a year's last day, else the month. */
  tick(value: string): string;
  /** An instant → “2026-10-31 14:02” in Sichuan. */
  moment(value: string | null | undefined): string;
  /** An instant → “14:02” in Sichuan. */
  clock(value: Date): string;
  /** Names in a row: “成都、自贡和内江” or “Chengdu, Zigong and Neijiang”. */
  list(names: readonly string[]): string;
  /** What stands between the names of a list that goes on. */
  readonly comma: string;
}

export function formatIn(chosen: Language): Format {
  const locale = chosen === "en" ? "en-GB" : "zh-CN";
  const decimals = [0, 1, 2, 3, 4].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const whole = decimals[0]!;
  const trimmed = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
  const moment = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: ZONE });
  const month = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

  const rateNumber = (value: number | null | undefined, against?: Against): string => {
    if (value == null) return NOTHING;
    const target = against?.target;
    for (let digits = 1; digits <= 4; digits += 1) {
      const printed = decimals[digits]!.format(value * 100);
      const misleads = target != null && value < target && Number(printed.replaceAll(",", "")) >= target * 100 - 1e-9;
      if (!misleads) return printed;
    }
    return decimals[4]!.format(Math.floor(value * 1e6) / 1e4);
  };

  return {
    rateNumber,
    rate: (value, against) => (value == null ? NOTHING : `${rateNumber(value, against)}%`),
    share: (value) => {
      if (value == null) return NOTHING;
      return value > 0 && value < 0.0005 ? "<0.1%" : `${rateNumber(value)}%`;
    },
    target: (value) => `${trimmed.format(Math.round(value * 1e6) / 1e4)}%`,
    points: (value) => {
      if (value == null) return NOTHING;
      const printed = decimals[1]!.format(Math.abs(value) * 100);
      if (Number(printed) === 0) return printed;
      return `${value < 0 ? MINUS : "+"}${printed}`;
    },
    count: (value) => (value == null ? NOTHING : whole.format(value).replace("-", MINUS)),
    countUp: (value) => (value == null ? NOTHING : whole.format(Math.ceil(value - 1e-9))),
    day: (value) => value ?? NOTHING,
    dayInWords: (value) => {
      const { year, monthOfYear, dayOfMonth, endsMonth } = parts(value);
      if (chosen === "en") {
        const name = month.format(new Date(`${value}T00:00:00Z`));
        return endsMonth ? `the end of ${name} ${year}` : `${dayOfMonth} ${name} ${year}`;
      }
      return endsMonth ? `${year}年${monthOfYear}月底` : `${year}年${monthOfYear}月${dayOfMonth}日`;
    },
    tick: (value) => {
      const { year, monthOfYear, dayOfMonth } = parts(value);
      const endsYear = monthOfYear === 12 && dayOfMonth === 31;
      if (chosen === "en") return endsYear ? `End ${year}` : value.slice(0, 7);
      return endsYear ? `${year}年底` : `${year}年${monthOfYear}月`;
    },
    moment: (value) => (value == null ? NOTHING : moment.format(new Date(value))),
    clock: (value) => clock.format(value),
    comma: chosen === "en" ? ", " : "、",
    list: (names) => {
      if (names.length < 2) return names.join("");
      const head = names.slice(0, -1);
      const last = names.at(-1);
      return chosen === "en" ? `${head.join(", ")} and ${last}` : `${head.join("、")}和${last}`;
    },
  };
}

function parts(day: string): { year: number; monthOfYear: number; dayOfMonth: number; endsMonth: boolean } {
  const [year = 0, monthOfYear = 0, dayOfMonth = 0] = day.split("-").map(Number);
  const endsMonth = new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate() === dayOfMonth;
  return { year, monthOfYear, dayOfMonth, endsMonth };
}
