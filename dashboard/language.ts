export type Language = "zh" | "en";

const KEPT = "bajigong.language";

/**
 * The language of this page load: `?lang=` in the address, else the one chosen last, else Chinese.
 * It is settled once; choosing another loads the page anew, so that no text is left behind.
 */
export const language: Language = settle();

export const locale = language === "en" ? "en-GB" : "zh-CN";

/** The dictionary of this page load: `pick(zhOverview, enOverview)`. */
export function pick<Words>(zh: Words, en: Words): Words {
  return language === "en" ? en : zh;
}

/** The address of this page in the other language. */
export function addressIn(other: Language, address: string): string {
  const url = new URL(address);
  url.searchParams.set("lang", other);
  return url.toString();
}

function settle(): Language {
  if (typeof window === "undefined") return "zh";
  const asked = new URLSearchParams(window.location.search).get("lang");
  if (asked === "zh" || asked === "en") {
    keep(asked);
    return asked;
  }
  return kept() === "en" ? "en" : "zh";
}

// Storage is closed in some hardened browsers: the choice then lives in the address only.
function keep(chosen: Language): void {
  try {
    window.localStorage.setItem(KEPT, chosen);
  } catch {}
}

function kept(): string | null {
  try {
    return window.localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
