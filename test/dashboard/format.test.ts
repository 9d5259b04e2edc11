import { describe, expect, it } from "vitest";
import { formatIn } from "../../dashboard/look/format.ts";

const zh = formatIn("zh");
const en = formatIn("en");

describe("a rate as it is printed", () => {
  it("has one decimal", () => {
    expect(zh.rate(0.9119515703668185)).toBe("91.2%");
    expect(zh.rateNumber(0.75)).toBe("75.0");
    expect(zh.rate(1)).toBe("100.0%");
    expect(zh.rate(0)).toBe("0.0%");
  });

  it("takes one more decimal where rounding would print the target beside “not reached”", () => {
    expect(zh.rate(0.9497, { target: 0.95 })).toBe("94.97%");
    expect(zh.rate(0.84951, { target: 0.85 })).toBe("84.95%");
  });

  it("takes as many as it needs, and never rounds up to the target", () => {
    expect(zh.rate(0.94996, { target: 0.95 })).toBe("94.996%");
    expect(zh.rate(0.949999999, { target: 0.95 })).toBe("94.9999%");
  });

  it("stays at one decimal when the target is reached, or far away, or there is none", () => {
    expect(zh.rate(0.95, { target: 0.95 })).toBe("95.0%");
    expect(zh.rate(0.9501, { target: 0.95 })).toBe("95.0%");
    expect(zh.rate(0.912, { target: 0.95 })).toBe("91.2%");
    expect(zh.rate(0.94996, { target: null })).toBe("95.0%");
  });

  it("is a dash where there is none, never zero", () => {
    expect(zh.rate(null)).toBe("—");
    expect(zh.rateNumber(undefined)).toBe("—");
  });
});

describe("a target", () => {
  it("is printed without decimals that it does not have", () => {
    expect(zh.target(0.95)).toBe("95%");
    expect(zh.target(0.555)).toBe("55.5%");
  });
});

describe("a difference in points", () => {
  it("carries its sign, with a true minus", () => {
    expect(zh.points(0.006)).toBe("+0.6");
    expect(zh.points(-0.0123)).toBe("−1.2");
  });

  it("has no sign when it prints as nothing", () => {
    expect(zh.points(0)).toBe("0.0");
    expect(zh.points(-0.0002)).toBe("0.0");
  });
});

describe("people", () => {
  it("are separated by thousands", () => {
    expect(zh.count(1204)).toBe("1,204");
    expect(zh.count(-3)).toBe("−3");
    expect(zh.count(null)).toBe("—");
  });

  it("that are needed a month are rounded up: a fraction of a person is one more person", () => {
    expect(zh.countUp(655.1)).toBe("656");
    expect(zh.countUp(655)).toBe("655");
    expect(zh.countUp(0.01)).toBe("1");
  });
});

describe("a share of a whole", () => {
  it("says that there is something where one decimal would say nothing", () => {
    expect(zh.share(0.0003)).toBe("<0.1%");
    expect(zh.share(0)).toBe("0.0%");
    expect(zh.share(0.0926)).toBe("9.3%");
  });
});

describe("a day in words", () => {
  it("names a month’s end as such", () => {
    expect(zh.dayInWords("2026-10-31")).toBe("2026年10月底");
    expect(zh.dayInWords("2028-02-29")).toBe("2028年2月底");
    expect(en.dayInWords("2026-10-31")).toBe("the end of October 2026");
  });

  it("names any other day by its date", () => {
    expect(zh.dayInWords("2026-10-30")).toBe("2026年10月30日");
    expect(zh.dayInWords("2027-02-01")).toBe("2027年2月1日");
    expect(en.dayInWords("2026-10-30")).toBe("30 October 2026");
  });

  it("names a year’s end on an axis", () => {
    expect(zh.tick("2025-12-31")).toBe("2025年底");
    expect(zh.tick("2025-06-30")).toBe("2025年6月");
    expect(en.tick("2025-12-31")).toBe("End 2025");
  });
});

describe("an instant", () => {
  it("is shown in Sichuan’s time, wherever the browser is", () => {
    expect(zh.moment("2026-10-31T16:30:00Z")).toBe("2026-11-01 00:30");
    expect(zh.clock(new Date("2026-10-31T06:02:00Z"))).toBe("14:02");
  });
});

describe("names in a row", () => {
  it("end as the language ends them", () => {
    expect(zh.list(["省本级", "成都", "南充"])).toBe("省本级、成都和南充");
    expect(zh.list(["成都"])).toBe("成都");
    expect(zh.list([])).toBe("");
    expect(en.list(["Chengdu", "Zigong", "Luzhou"])).toBe("Chengdu, Zigong and Luzhou");
  });
});
