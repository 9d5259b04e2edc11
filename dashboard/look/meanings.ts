import { language } from "../language.ts";
import type { Ownership, TargetStatus } from "../terms.generated.ts";
import { tones } from "./tones.ts";

/** What a colour means. Code names meanings, never tones; style sheets read them as `var(--text)` and so on. */
export const colours = {
  page: tones.white,
  text: tones.ink900,
  textSecondary: tones.ink700,
  textTertiary: tones.ink500,
  /** The rule above a card, the target line. */
  rule: tones.ink900,
  target: tones.ink900,
  requiredPath: tones.ink700,
  lineStrong: tones.ink300,
  line: tones.ink200,
  track: tones.ink100,
  segmentTrack: tones.ink150,
  wash: tones.ink50,
  /** The house's blue: links, the primary action, the actual value. */
  accent: tones.blue600,
  accentStrong: tones.blue700,
  onAccent: tones.white,
  actual: tones.blue600,
  actualSecond: tones.blue400,
  projection: tones.blue300,
  soft: tones.blue100,
  onSoft: tones.blue800,
  proof: tones.blue50,
  warning: tones.ochre700,
  warningMark: tones.ochre500,
  behind: tones.rust700,
  behindMark: tones.rust500,
  noData: tones.ink500,
  noDataOutline: tones.grey400,
  others: tones.grey400,
  hatchGround: tones.ink150,
  hatchLine: tones.grey300,
  shadow: tones.shade,
} as const;

export type Colour = keyof typeof colours;

/** A status is a word and a shape first; these are its mark and its text. Blue is the good side, never red against green. */
export const statusColours: Readonly<Record<TargetStatus, { mark: string; text: string }>> = {
  ATTAINED: { mark: tones.blue700, text: tones.blue700 },
  TO_CONFIRM: { mark: tones.blue700, text: tones.blue700 },
  ATTAINED_LATE: { mark: tones.blue700, text: tones.blue700 },
  ON_TRACK: { mark: tones.blue500, text: tones.blue650 },
  AT_RISK: { mark: tones.ochre500, text: tones.ochre700 },
  OFF_TRACK: { mark: tones.rust500, text: tones.rust700 },
  AWAITING: { mark: tones.violet500, text: tones.violet700 },
  MISSED: { mark: tones.umber800, text: tones.umber800 },
  NO_DATA: { mark: tones.grey400, text: tones.ink500 },
  NO_TARGET: { mark: tones.ink500, text: tones.ink500 },
};

/** Classes, always in this order and with a legend or a label; never used for a status. */
export const ownershipColours: Readonly<Record<Ownership, string>> = {
  PROVINCIAL_SOE: tones.blue900,
  LOCAL_SOE: tones.blue450,
  LARGE_PRIVATE: tones.teal500,
  CENTRAL_SOE: tones.mauve500,
  OTHER: tones.grey400,
};

/** Rates on a map, low to high; ink text on every step. No data is a hatch, never the lightest step. */
export const rateSteps: readonly string[] = [tones.step1, tones.step2, tones.step3, tones.step4, tones.step5];

const CHINESE = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
// Chinese faces draw “ ” and ’ a whole character wide: between Latin letters they tear a word apart.
export const fontFamily = language === "en" ? `"Segoe UI","Helvetica Neue",Arial,${CHINESE}` : CHINESE;

/** Hand the meanings to the style sheets, once, before anything is painted. */
export function applyLook(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${kebab(name)}`, value);
  root.style.setProperty("--font", fontFamily);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
