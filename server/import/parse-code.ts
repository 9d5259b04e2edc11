import { clause } from "../policy/clauses.ts";
import { creditCodeFault } from "../policy/credit-code.ts";
import { idNumberFault } from "../policy/id-number.ts";
import { type CellContext, CellFault, cellText, quote } from "./parse-fault.ts";
import { type RawCell, RawDate } from "./read-raw.ts";
import { foldDashes } from "./recognise-fold.ts";

/** 统一社会信用代码 */
export function parseCreditCode(cell: RawCell): string | CellFault {
  const code = codeText(cell);
  if (code instanceof CellFault) return code;
  const fault = creditCodeFault(code);
  if (!fault) return code;
  switch (fault.kind) {
    case "LENGTH":
      return new CellFault(
        "CREDIT_CODE_LENGTH",
        `统一社会信用代码应为18位，填的是${fault.length}位`,
        CHECK_LICENCE,
        USCC,
      );
    case "CHARACTER": {
      const hint = LOOKALIKES[fault.character];
      const message = `第${fault.position}位“${fault.character}”不是统一社会信用代码的字符${hint ? `，可能是${hint}` : ""}`;
      return new CellFault("CREDIT_CODE_CHARACTER", message, CHECK_LICENCE, USCC);
    }
    case "CHECK":
      if (/^\d{15}000$/.test(code)) return rounded();
      return new CellFault("CREDIT_CODE_CHECK", `校验位不对，末位应为“${fault.expected}”`, CHECK_LICENCE, USCC);
  }
}

/** 证件号码: an identity card by its check character, other kinds by their length alone. Never names a digit of it. */
export function parseIdNumber(cell: RawCell, { kind: ledger, content }: CellContext): string | CellFault {
  const number = codeText(cell);
  if (number instanceof CellFault) return number;
  const kind = content.idKind as string | null | undefined;
  // Only certificates tell the kind; in the other ledgers a number with letters in it is no identity card's.
  const isCard = ledger === "CERTIFICATES" ? !kind || kind === "居民身份证" : !/[A-Z]/.test(number.slice(0, -1));
  if (!isCard) {
    if (/^[A-Z0-9]{5,30}$/.test(number.replace(/[-()]/g, ""))) return number.replace(/[-()]/g, "");
    return new CellFault("ID_NUMBER_FORM", "证件号码应为5到30位字母或数字", "对照证件核对后改正");
  }
  switch (idNumberFault(number)) {
    case null:
      return number;
    case "LENGTH":
      return new CellFault(
        "ID_NUMBER_LENGTH",
        `身份证号应为18位，填的是${number.length}位`,
        "对照身份证核对；不是身份证的填“证件类型”",
        ID_CARD,
      );
    case "CHARACTER":
      return new CellFault("ID_NUMBER_CHARACTER", "身份证号含有数字和末位X以外的字符", "对照身份证核对后改正", ID_CARD);
    case "BIRTH_DAY":
      return new CellFault("ID_NUMBER_BIRTH_DAY", "身份证号第7至14位不是日历上的日期", "对照身份证核对后改正", ID_CARD);
    case "CHECK":
      if (/^\d{15}000$/.test(number)) return rounded();
      return new CellFault("ID_NUMBER_CHECK", "身份证号校验位不对", "对照身份证核对每一位后改正", ID_CARD);
  }
}

/** 证书编号: its structure is the policy's business. */
export function parseCertificateNumber(cell: RawCell): string | CellFault {
  const number = codeText(cell);
  if (number instanceof CellFault) return number;
  if (/^[A-Z0-9]{5,40}$/.test(number)) return number;
  return new CellFault("CERTIFICATE_NUMBER_FORM", "证书编号应由字母和数字组成", "对照证书原件核对后改正");
}

/** 机构备案号 */
export function parseFilingNumber(cell: RawCell): string | CellFault {
  const number = codeText(cell);
  if (number instanceof CellFault) return number;
  if (/^[YS]\d{12}$/.test(number)) return number;
  const hint = /^[YS][\dOI]{12}$/.test(number) ? "，可能把0写成了字母O，或把1写成了字母I" : "";
  return new CellFault("FILING_NUMBER_FORM", `机构备案号应为Y或S加12位数字${hint}`, "对照备案通知核对后改正");
}

/** 职业编码, such as 6-18-01-01; also without its dashes. */
export function parseOccupationCode(cell: RawCell): string | CellFault {
  if (cell instanceof RawDate) return turnedIntoDate(cell);
  const text = foldDashes((cellText(cell) ?? "").normalize("NFKC"))
    .replace(/[\s']/g, "")
    .replace(/[(（]?[LSls]([/／][LSls])?[)）]?$/, "");
  if (OCCUPATION_CODE.test(text)) return text;
  const digits = /^(\d)(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (digits) return digits.slice(1).join("-");
  return new CellFault(
    "OCCUPATION_CODE_FORM",
    `${quote(cellText(cell) ?? "")}不是职业编码`,
    "填《职业分类大典》的编码，如6-31-01-03",
  );
}

export const OCCUPATION_CODE = /^\d-\d{2}-\d{2}-\d{2}$/;

/** Excel turns 3-5 into the fifth of March; what was typed cannot be told any more. */
export function turnedIntoDate(cell: RawDate): CellFault {
  return new CellFault(
    "TURNED_INTO_DATE",
    `内容被Excel改成了日期${quote(cellText(cell) ?? "")}`,
    "先把单元格设为文本，再重新填写",
  );
}

const USCC = clause("GB 32100-2015");
const ID_CARD = clause("GB 11643-1999");
const CHECK_LICENCE = "核对营业执照后改正";
const LOOKALIKES: Readonly<Record<string, string>> = { O: "数字0", I: "数字1", S: "数字5", Z: "数字2", V: "字母U或Y" };

/** A code in upper case without spaces, unless Excel kept it as a number: of 18 digits it keeps 15. */
function codeText(cell: RawCell): string | CellFault {
  if (cell instanceof RawDate) return turnedIntoDate(cell);
  if (typeof cell === "number") {
    if (!Number.isInteger(cell) || Math.abs(cell) >= 1e15) return rounded();
    return String(cell);
  }
  const text = (cellText(cell) ?? "")
    .normalize("NFKC")
    .replace(/[\s'\u200b-\u200d\ufeff\u2060]/g, "")
    .toUpperCase();
  return /^\d(\.\d+)?E\+?\d+$/.test(text) ? rounded() : text;
}

function rounded(): CellFault {
  return new CellFault(
    "ROUNDED_NUMBER",
    "长号码被Excel当作数字，末几位已丢失或改成了科学计数",
    "把整列设为文本后，对照原件重填",
  );
}
