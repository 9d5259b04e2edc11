import { type Clause, clause } from "./clauses.ts";
import { LEVEL_FACTS, levelOfLetter, type SkillLevel } from "./levels.ts";

/** A 职业技能等级证书 number, taken apart: 13 characters of 机构备案号, year, level, serial (附件1 注2). */
export interface CertificateNumber {
  /** Positions 1 to 13: the 机构备案号 of the body that issued it. */
  readonly filingNumber: string;
  /** Positions 14 and 15: the last two digits of the year of issue. */
  readonly year: string;
  /** Position 16. */
  readonly level: SkillLevel;
  /** Positions 17 to 22, from 000001 up. */
  readonly serial: string;
}

/** What is wrong with the form of a number. The number itself is never in the words: people type ID numbers into this cell. */
export interface NumberFault {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
  readonly clause: Clause | null;
}

const CODED = clause("附件1 注2");
const FILED = clause("四(一)");

const CERTIFICATE = /^[YS]\d{14}[12345XTS]\d{6}$/;
const CERTIFICATE_LENGTH = 22;
const LEVEL_POSITION = 16;
const LEVEL_LETTERS = LEVEL_FACTS.map((facts) => facts.letter);

const FILING = /^[YS]\d{12}$/;
/** Length of a 机构备案号, and so of the part of a certificate's number that says who issued it. */
export const FILING_NUMBER_LENGTH = 13;

/** Year, province, city, kind of agency, agency, then the level's digit in the 11th place, and a serial of five. */
const QUALIFICATION_16 = /^\d{10}[1-5]\d{5}$/;
/** The older form of some provinces and ministries: begins with letters. */
const QUALIFICATION_20 = /^[A-Z]{2}[A-Z0-9]{18}$/;

/** Half-width, upper case, no spaces: the form in which numbers are compared. Mends nothing else. */
export function tidyNumber(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
}

/** Takes a tidy number apart; null when it is not well formed (`certificateNumberFaults` says why). */
export function parseCertificateNumber(text: string): CertificateNumber | null {
  if (!CERTIFICATE.test(text) || text.endsWith("000000")) return null;
  return {
    filingNumber: text.slice(0, FILING_NUMBER_LENGTH),
    year: text.slice(13, 15),
    level: levelOfLetter(text[LEVEL_POSITION - 1]!)!,
    serial: text.slice(LEVEL_POSITION),
  };
}

/** The number that its parts make. */
export function formatCertificateNumber(parts: CertificateNumber): string {
  const letter = LEVEL_FACTS.find((facts) => facts.level === parts.level)!.letter;
  return `${parts.filingNumber}${parts.year}${letter}${parts.serial}`;
}

/** Everything that is wrong with the form of a 职业技能等级证书 number; empty when it is well formed. */
export function certificateNumberFaults(text: string): readonly NumberFault[] {
  if (parseCertificateNumber(text)) return [];
  if (isQualificationNumber(text)) {
    return [
      {
        code: "CERTIFICATE_NUMBER_IS_QUALIFICATION",
        message: `证书编号共${text.length}位，是职业资格证书编号的样式，不是22位职业技能等级证书编号`,
        mend: "如确为职业资格证书，请在“证书类别”填写“职业资格证书”；否则请按证书填写22位编号",
        clause: CODED,
      },
    ];
  }
  const faults: NumberFault[] = [];
  // No level has the digit 0, so an O in the level's place stands for nothing that could be told.
  const lookAlikes = lookAlikesIn(text, (position, letter) =>
    position === LEVEL_POSITION ? letter === "I" : position !== 1,
  );
  if (text.length !== CERTIFICATE_LENGTH) {
    faults.push({
      code: "CERTIFICATE_NUMBER_LENGTH",
      message: `证书编号应为22位，此处为${text.length}位`,
      mend: "请对照证书核对编号，补齐或删去多余字符（不要留空格、连字符）",
      clause: CODED,
    });
  }
  if (lookAlikes.length > 0) faults.push(lookAlikeFault("CERTIFICATE_NUMBER_TYPING", "证书编号", lookAlikes, CODED));
  const wrong = text.length === CERTIFICATE_LENGTH ? wrongPlacesOfCertificate(text, lookAlikes) : [];
  if (wrong.length > 0) {
    faults.push({
      code: "CERTIFICATE_NUMBER_FORM",
      message: `证书编号不符合编码规则：${wrong.join("；")}`,
      mend: "请对照证书核对：1位字母（Y或S）、14位数字、第16位等级代码（5、4、3、2、1、X、T、S）、6位序列码",
      clause: CODED,
    });
  }
  return faults;
}

/** Is this a 机构备案号: one letter (Y employer, S social body) and twelve digits? */
export function isFilingNumber(text: string): boolean {
  return FILING.test(text);
}

/** Everything that is wrong with the form of a 机构备案号; empty when it is well formed. */
export function filingNumberFaults(text: string): readonly NumberFault[] {
  if (isFilingNumber(text)) return [];
  const faults: NumberFault[] = [];
  const lookAlikes = lookAlikesIn(text, (position) => position !== 1);
  if (text.length !== FILING_NUMBER_LENGTH) {
    faults.push({
      code: "FILING_NUMBER_LENGTH",
      message: `机构备案号应为13位，此处为${text.length}位`,
      mend: "请对照备案通知核对机构备案号，补齐或删去多余字符",
      clause: FILED,
    });
  }
  if (lookAlikes.length > 0) faults.push(lookAlikeFault("FILING_NUMBER_TYPING", "机构备案号", lookAlikes, FILED));
  const wrong = [
    ...(/^[YS]/.test(text) ? [] : ["第1位应为Y或S"]),
    ...placesWithout(text, /[\dOI]/, (position) => position !== 1),
  ];
  if (text.length === FILING_NUMBER_LENGTH && wrong.length > 0) {
    faults.push({
      code: "FILING_NUMBER_FORM",
      message: `机构备案号不符合编码规则：${wrong.join("；")}`,
      mend: "请对照备案通知核对：1位字母（用人单位为Y，社会评价组织为S）加12位数字",
      clause: FILED,
    });
  }
  return faults;
}

/** Is this the number of a 职业资格证书: 16 digits with the level in the 11th place, or the older 20 characters? */
export function isQualificationNumber(text: string): boolean {
  return QUALIFICATION_16.test(text) || QUALIFICATION_20.test(text);
}

/** The level that a 职业资格证书 number states in its 11th place; null for the older form, which states none. */
export function levelOfQualification(text: string): SkillLevel | null {
  return QUALIFICATION_16.test(text) ? levelOfLetter(text[10]!) : null;
}

/** Everything that is wrong with the form of a 职业资格证书 number; empty when it is well formed. */
export function qualificationNumberFaults(text: string): readonly NumberFault[] {
  if (isQualificationNumber(text)) return [];
  if (parseCertificateNumber(text)) {
    return [
      {
        code: "QUALIFICATION_NUMBER_IS_CERTIFICATE",
        message: "证书类别为职业资格证书，但证书编号是22位职业技能等级证书编号",
        mend: "如为职业技能等级证书，请将“证书类别”改为“职业技能等级证书”或留空；否则请按证书填写16位编号",
        clause: null,
      },
    ];
  }
  const faults: NumberFault[] = [];
  const beginsWithLetters = /^[A-Z]{2}/.test(text);
  const lookAlikes = beginsWithLetters ? [] : lookAlikesIn(text, () => true);
  if (lookAlikes.length > 0) {
    faults.push(lookAlikeFault("QUALIFICATION_NUMBER_TYPING", "职业资格证书编号", lookAlikes, null));
  }
  const lengthFits = text.length === (beginsWithLetters ? 20 : 16);
  const otherwiseWrong = !QUALIFICATION_16.test(text.replaceAll("O", "0").replaceAll("I", "1"));
  if (!lengthFits || otherwiseWrong) {
    faults.push({
      code: "QUALIFICATION_NUMBER_FORM",
      message: lengthFits
        ? "职业资格证书编号不符合编码规则：应为16位数字且第11位为等级（1至5），或以字母开头的20位旧编号"
        : `职业资格证书编号应为16位数字，或以字母开头的20位旧编号，此处为${text.length}位`,
      mend: "请对照证书核对编号；如为22位职业技能等级证书，请修改“证书类别”",
      clause: null,
    });
  }
  return faults;
}

interface LookAlike {
  readonly position: number;
  readonly letter: "O" | "I";
}

/** Letters that stand for the digits they look like, with their places counted from 1. */
function lookAlikesIn(
  text: string,
  wantsDigit: (position: number, letter: LookAlike["letter"]) => boolean,
): readonly LookAlike[] {
  const found: LookAlike[] = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    if ((letter === "O" || letter === "I") && wantsDigit(index + 1, letter))
      found.push({ position: index + 1, letter });
  }
  return found;
}

/** Reported and never repaired: who mistypes one character may have mistyped another. */
function lookAlikeFault(
  code: string,
  what: string,
  lookAlikes: readonly LookAlike[],
  where: Clause | null,
): NumberFault {
  const places = lookAlikes.map(
    ({ position, letter }) => `第${position}位是字母“${letter}”，疑为数字“${letter === "O" ? "0" : "1"}”`,
  );
  return {
    code,
    message: `${what}${places.join("；")}`,
    mend: "请对照证书或备案通知核对后改为数字，系统不代为更正",
    clause: where,
  };
}

function wrongPlacesOfCertificate(text: string, lookAlikes: readonly LookAlike[]): readonly string[] {
  const wrong: string[] = [];
  if (!/^[YS]/.test(text)) wrong.push("第1位应为Y（用人单位）或S（社会评价组织）");
  wrong.push(...placesWithout(text, /[\dOI]/, (position) => position !== 1 && position !== LEVEL_POSITION));
  const letter = text[LEVEL_POSITION - 1]!;
  const alreadyTold = lookAlikes.some(({ position }) => position === LEVEL_POSITION);
  if (!LEVEL_LETTERS.includes(letter) && !alreadyTold) wrong.push("第16位应为等级代码5、4、3、2、1、X、T、S之一");
  if (text.endsWith("000000")) wrong.push("第17至22位序列码应从000001起");
  return wrong;
}

function placesWithout(text: string, allowed: RegExp, asked: (position: number) => boolean): readonly string[] {
  const places: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (asked(index + 1) && !allowed.test(text[index]!)) places.push(index + 1);
  }
  return places.length > 0 ? [`第${places.join("、")}位应为数字`] : [];
}
