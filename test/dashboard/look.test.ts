import { describe, expect, it } from "vitest";
import { colours, statusColours } from "../../dashboard/look/meanings.ts";

/** WCAG 2: the ratio of two colours' luminance. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("colours", () => {
  it("that carry words stand out from the page by 4.5 to 1", () => {
    for (const name of ["text", "textSecondary", "textTertiary", "accent", "warning", "behind", "noData"] as const) {
      expect(contrast(colours[name], colours.page), name).toBeGreaterThanOrEqual(4.5);
    }
    for (const [status, { text }] of Object.entries(statusColours)) {
      expect(contrast(text, colours.page), status).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colours.textTertiary, colours.proof)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.onSoft, colours.soft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.onAccent, colours.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it("of a status's shape stand out by 3 to 1", () => {
    for (const [status, { mark }] of Object.entries(statusColours)) {
      expect(contrast(mark, colours.page), status).toBeGreaterThanOrEqual(3);
    }
  });
});
