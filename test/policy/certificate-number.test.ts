import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certificateNumberFaults,
  filingNumberFaults,
  formatCertificateNumber,
  isFilingNumber,
  isQualificationNumber,
  levelOfQualification,
  parseCertificateNumber,
  qualificationNumberFaults,
  tidyNumber,
} from "../../server/policy/certificate-number.ts";
import { LEVEL_FACTS, SKILL_LEVELS } from "../../server/policy/levels.ts";

const FILING = "Y000051001064";
const SENIOR = `${FILING}253000123`;

const codesOf = (faults: readonly { code: string }[]) => faults.map((fault) => fault.code);
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const filingNumbers = fc.tuple(fc.constantFrom("Y", "S"), digits(12)).map(([letter, rest]) => letter + rest);
const certificates = fc.record({
  filingNumber: filingNumbers,
  year: digits(2),
  level: fc.constantFrom(...SKILL_LEVELS),
  serial: digits(6).filter((serial) => serial !== "000000"),
});

describe("the number of a 职业技能等级证书 (附件1 注2)", () => {
  it("comes apart into 机构备案号, year, level and serial", () => {
    expect(parseCertificateNumber(SENIOR)).toEqual({
      filingNumber: FILING,
      year: "25",
      level: "SENIOR",
      serial: "000123",
    });
  });

  it("is put together again from its parts, whatever they are", () => {
    fc.assert(
      fc.property(certificates, (parts) => {
        const number = formatCertificateNumber(parts);
        expect(number).toHaveLength(22);
        expect(parseCertificateNumber(number)).toEqual(parts);
        expect(certificateNumberFaults(number)).toEqual([]);
      }),
    );
  });

  it.each(LEVEL_FACTS.map((facts) => [facts.letter, facts.level, facts.name] as const))(
    "has %s in the 16th place for %s %s",
    (letter, level) => {
      expect(parseCertificateNumber(`${FILING}25${letter}000001`)?.level).toBe(level);
    },
  );

  it("has always a reason when it does not come apart, and none when it does", () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.stringMatching(/^[YSOI\dXTA]{21,23}$/),
      fc.tuple(certificates, fc.nat(21), fc.constantFrom(..."OIYSXTA0169-")).map(([parts, index, letter]) => {
        const number = formatCertificateNumber(parts);
        return number.slice(0, index) + letter + number.slice(index + 1);
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(certificateNumberFaults(text).length === 0).toBe(parseCertificateNumber(text) !== null);
      }),
    );
  });

  it("never repairs a letter for a digit, wherever it stands, and names its place", () => {
    fc.assert(
      fc.property(certificates, fc.integer({ min: 1, max: 21 }), fc.constantFrom("O", "I"), (parts, index, letter) => {
        fc.pre(index !== 15);
        const number = formatCertificateNumber(parts);
        const mistyped = number.slice(0, index) + letter + number.slice(index + 1);
        const faults = certificateNumberFaults(mistyped);
        expect(parseCertificateNumber(mistyped)).toBeNull();
        expect(codesOf(faults)).toContain("CERTIFICATE_NUMBER_TYPING");
        expect(faults[0]!.message).toContain(`第${index + 1}位是字母“${letter}”`);
      }),
    );
  });

  it("says of an O that 0 was meant and of an I that 1 was, in one finding", () => {
    const [fault, ...others] = certificateNumberFaults("YO00051001064253000I23");
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: "CERTIFICATE_NUMBER_TYPING", clause: "附件1 注2" });
    expect(fault!.message).toBe("证书编号第2位是字母“O”，疑为数字“0”；第20位是字母“I”，疑为数字“1”");
  });

  it("reads an I in the level's place as a mistyped 1, and an O there as no level", () => {
    expect(codesOf(certificateNumberFaults(`${FILING}25I000123`))).toEqual(["CERTIFICATE_NUMBER_TYPING"]);
    expect(codesOf(certificateNumberFaults(`${FILING}25O000123`))).toEqual(["CERTIFICATE_NUMBER_FORM"]);
  });

  it.each([
    [21, SENIOR.slice(0, -1)],
    [23, `${SENIOR}4`],
  ])("is refused with %i characters, and says how many it has", (length, number) => {
    const [fault] = certificateNumberFaults(number);
    expect(fault!.code).toBe("CERTIFICATE_NUMBER_LENGTH");
    expect(fault!.message).toContain(`${length}位`);
  });

  it("tells length and mistyped letters together", () => {
    expect(codesOf(certificateNumberFaults("YOO0051001064253000"))).toEqual([
      "CERTIFICATE_NUMBER_LENGTH",
      "CERTIFICATE_NUMBER_TYPING",
    ]);
  });

  it.each([
    ["another first letter", `X${SENIOR.slice(1)}`, "第1位"],
    ["a digit in front", `0${SENIOR.slice(1)}`, "第1位"],
    ["a level that there is not", `${FILING}256000123`, "第16位"],
    ["letters among the digits", `${FILING}253A0B123`, "第17、19位"],
    ["a serial of nought", `${FILING}253000000`, "序列码"],
  ])("is refused for %s", (_, number, place) => {
    const faults = certificateNumberFaults(number);
    expect(codesOf(faults)).toEqual(["CERTIFICATE_NUMBER_FORM"]);
    expect(faults[0]!.message).toContain(place);
  });

  it("takes the serial 000001, the first there is", () => {
    expect(certificateNumberFaults(`${FILING}253000001`)).toEqual([]);
  });

  it("is told from a 职业资格证书 number, with the column to change", () => {
    const [fault] = certificateNumberFaults("1251003000401234");
    expect(fault!.code).toBe("CERTIFICATE_NUMBER_IS_QUALIFICATION");
    expect(fault!.mend).toContain("证书类别");
  });

  it("stays out of every message, since people type ID numbers into this cell", () => {
    const id = "51010719900101123X";
    const faults = [...certificateNumberFaults(id), ...qualificationNumberFaults(id), ...filingNumberFaults(id)];
    expect(faults.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(faults)).not.toContain("19900101");
  });
});

describe("a tidy number", () => {
  it("is half-width, upper case and without spaces", () => {
    expect(tidyNumber("　ｙ０００051 001064\n253000123 ")).toBe(SENIOR);
  });

  it("keeps a letter that stands for a digit", () => {
    expect(tidyNumber("yo00051001064253000i23")).toBe("YO00051001064253000I23");
  });

  it("stays as it is when tidied again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ yＹ０-９os\dＯi-]*$/), (text) => {
        expect(tidyNumber(tidyNumber(text))).toBe(tidyNumber(text));
      }),
    );
  });
});

describe("a 机构备案号 (四(一))", () => {
  it("is a letter Y or S and twelve digits", () => {
    fc.assert(
      fc.property(filingNumbers, (number) => {
        expect(isFilingNumber(number)).toBe(true);
        expect(filingNumberFaults(number)).toEqual([]);
      }),
    );
  });

  it.each([
    ["12 characters", "Y00005100106", ["FILING_NUMBER_LENGTH"]],
    ["14 characters", "Y0000510010645", ["FILING_NUMBER_LENGTH"]],
    ["an O for a 0", "YO00051001064", ["FILING_NUMBER_TYPING"]],
    ["an I for a 1", "Y00005I001064", ["FILING_NUMBER_TYPING"]],
    ["another letter", "T000051001064", ["FILING_NUMBER_FORM"]],
    ["a letter among the digits", "Y00005100106A", ["FILING_NUMBER_FORM"]],
    ["lower case", "y000051001064", ["FILING_NUMBER_FORM"]],
    ["nothing", "", ["FILING_NUMBER_LENGTH"]],
  ])("is refused with %s", (_, number, codes) => {
    expect(isFilingNumber(number)).toBe(false);
    expect(codesOf(filingNumberFaults(number))).toEqual(codes);
  });

  it("has a reason exactly when it is none", () => {
    const texts = fc.oneof(fc.string({ maxLength: 16 }), fc.stringMatching(/^[YSOI\dT]{12,14}$/));
    fc.assert(
      fc.property(texts, (text) => {
        expect(filingNumberFaults(text).length === 0).toBe(isFilingNumber(text));
      }),
    );
  });
});

describe("the number of a 职业资格证书", () => {
  it.each([
    ["5", "JUNIOR"],
    ["4", "INTERMEDIATE"],
    ["3", "SENIOR"],
    ["2", "TECHNICIAN"],
    ["1", "SENIOR_TECHNICIAN"],
  ])("has 16 digits with the level in the 11th place: %s is %s", (digit, level) => {
    const number = `1251003000${digit}01234`;
    expect(isQualificationNumber(number)).toBe(true);
    expect(levelOfQualification(number)).toBe(level);
  });

  it.each(["0", "6", "X"])("has no level %s", (digit) => {
    expect(codesOf(qualificationNumberFaults(`1251003000${digit}01234`))).toEqual(["QUALIFICATION_NUMBER_FORM"]);
  });

  it("may be the older form: 20 characters that begin with letters, which state no level", () => {
    expect(qualificationNumberFaults("RSN30001234567890123")).toEqual([]);
    expect(levelOfQualification("RSN30001234567890123")).toBeNull();
  });

  it.each([
    ["15 digits", "125100300040123"],
    ["17 digits", "12510030004012345"],
    ["19 characters that begin with letters", "RSN3000123456789012"],
    ["21 characters that begin with letters", "RSN300012345678901234"],
    ["20 digits", "12510030004012345678"],
  ])("is refused with %s", (_, number) => {
    expect(codesOf(qualificationNumberFaults(number))).toEqual(["QUALIFICATION_NUMBER_FORM"]);
  });

  it("names a letter typed for a digit and does not repair it", () => {
    const faults = qualificationNumberFaults("125100300O401234");
    expect(codesOf(faults)).toEqual(["QUALIFICATION_NUMBER_TYPING"]);
    expect(faults[0]!.message).toContain("第10位");
  });

  it("is told from a 职业技能等级证书 number, with the column to change", () => {
    const [fault] = qualificationNumberFaults(SENIOR);
    expect(fault!.code).toBe("QUALIFICATION_NUMBER_IS_CERTIFICATE");
    expect(fault!.mend).toContain("证书类别");
  });

  it("has a reason exactly when it is none", () => {
    const texts = fc.oneof(fc.string({ maxLength: 24 }), fc.stringMatching(/^[A-Z]{0,3}[\dOI]{13,20}$/));
    fc.assert(
      fc.property(texts, (text) => {
        expect(qualificationNumberFaults(text).length === 0).toBe(isQualificationNumber(text));
      }),
    );
  });
});
