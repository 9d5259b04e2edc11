import { describe, expect, it } from "vitest";
import { filterCount, headline, questionOf, readAddress, writeAddress } from "../../dashboard/overview/address.ts";

const read = (search: string) => readAddress(new URLSearchParams(search));

describe("the address of 总览", () => {
  it("asks for the headline when it says nothing", () => {
    expect(questionOf(read(""))).toEqual({});
    expect(filterCount(read(""))).toBe(0);
  });

  it("holds day, basis, filters and switches", () => {
    const address = read(
      "asOf=2026-06-30&basis=reported&responsibility=510100.511300&shortage=0&apprentices=1&outside=0",
    );
    expect(questionOf(address)).toEqual({
      asOf: "2026-06-30",
      basis: "REPORTED",
      filter: { responsibilities: ["510100", "511300"], inShortage: false },
      definition: { apprentices: true, outsideCertificates: false },
    });
    expect(filterCount(address)).toBe(2);
  });

  it("comes back as it was written", () => {
    const change = {
      asOf: "2025-12-31",
      basis: "REPORTED" as const,
      cities: ["510700"],
      sectorSystems: ["INDUSTRY_5_1" as const, "SERVICES_4_6" as const],
      sectors: ["I1"],
      ownerships: ["LOCAL_SOE" as const],
      units: ["915100000000000000"],
      inShortage: true,
      definition: { ...headline, interns: false },
      places: "map" as const,
      order: "official" as const,
      tables: ["gaps", "trend"],
      proof: "coverage.LOCAL_SOE",
      filtersOpen: true,
      responsibilities: [],
    };
    expect(readAddress(writeAddress(new URLSearchParams(), change))).toEqual(change);
  });

  it("leaves defaults out and keeps what it does not know", () => {
    const params = new URLSearchParams("lang=en&city=510700&places=map");
    expect(writeAddress(params, { cities: [], places: "grid" }).toString()).toBe("lang=en");
  });

  it("hands a day that is none to the API, which says what is wrong with it", () => {
    expect(questionOf(read("asOf=2026-02-30"))).toEqual({ asOf: "2026-02-30" });
  });
});
