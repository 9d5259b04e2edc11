import { describe, expect, it } from "vitest";
import { idNumberCheck, idNumberFault, maskIdNumber } from "../../server/policy/id-number.ts";

describe("公民身份号码 (GB 11643-1999)", () => {
  it("ends in the character that ISO 7064 MOD 11-2 asks for", () => {
    // The standard's own two examples.
    expect(idNumberCheck("11010519491231002")).toBe("X");
    expect(idNumberCheck("44052418800101001")).toBe("4");
  });

  it("is right with it and wrong with any other", () => {
    expect(idNumberFault("11010519491231002X")).toBeNull();
    for (const other of "0123456789") expect(idNumberFault(`11010519491231002${other}`)).toBe("CHECK");
  });

  it("holds a day of the calendar", () => {
    const leap = "51070020240229001";
    expect(idNumberFault(leap + idNumberCheck(leap))).toBeNull();
    const none = "51070020230229001";
    expect(idNumberFault(none + idNumberCheck(none))).toBe("BIRTH_DAY");
  });

  it("has 18 characters, digits but for a last X", () => {
    expect(idNumberFault("110105491231002")).toBe("LENGTH");
    expect(idNumberFault("1101051949123100X2")).toBe("CHARACTER");
    expect(idNumberFault("11010519491231002x")).toBe("CHARACTER");
  });

  it("is shown by its first six and last four characters, a shorter one by its first two", () => {
    expect(maskIdNumber("51000019900101001X")).toBe("510000********001X");
    expect(maskIdNumber("E12345678")).toBe("E1*******");
    expect(maskIdNumber("E1")).toBe("E1****");
  });
});
