import { type Clause, clause } from "../policy/clauses.ts";
import type { LedgerKind } from "../policy/words.ts";
import { OCCUPATION_CODE } from "./parse-code.ts";
import type { CellFinding } from "./parsed.ts";

type Content = Record<string, unknown>;

/**
 * What one row's cells say against each other, as far as the row alone tells. Cells that are empty or faulty are null
 * and are not compared.
 */
export function checkRow(kind: LedgerKind, content: Content, findings: CellFinding[]): void {
  switch (kind) {
    case "FILINGS":
      occupationByCode(content);
      inOrder(content, findings, "validFrom", "validUntil", "TERM_REVERSED", "有效期止早于有效期起");
      break;
    case "HEADCOUNTS":
      addsUp(content, findings, PARTS, "HEADCOUNT_PARTS", "各用工形式之和");
      // They are all of the staff only where nobody is left out: 未定级 is told and no level lacks its column.
      if (typeof content.ungradedCount === "number" && LEVELS.every((key) => key in content))
        addsUp(content, findings, LEVELS, "LEVEL_PARTS", "未定级和各等级人数之和");
      break;
    case "CERTIFICATES":
      occupationByCode(content);
      inOrder(content, findings, "publicityFrom", "publicityUntil", "PUBLICITY_REVERSED", "公示止早于公示起");
      inOrder(content, findings, "issuedOn", "withdrawnOn", "WITHDRAWN_BEFORE_ISSUED", "注销日期早于发证日期");
      break;
    case "APPRAISALS":
      inOrder(
        content,
        findings,
        "approvedOn",
        "cancelledOn",
        "CANCELLED_BEFORE_APPROVED",
        "取消日期早于核准日期",
        clause("附件4 第七条"),
      );
      break;
  }
}

const PARTS = [
  "contractHeadcount",
  "dispatchedHeadcount",
  "outsourcedHeadcount",
  "internHeadcount",
  "affiliatedHeadcount",
];
const LEVELS = [
  "ungradedCount",
  "apprenticeCount",
  "juniorCount",
  "intermediateCount",
  "seniorCount",
  "technicianCount",
  "seniorTechnicianCount",
  "specialTechnicianCount",
  "chiefTechnicianCount",
];
const HEADCOUNT = clause("三(二)");

/** An occupation may be given by its code in the name's column. */
function occupationByCode(content: Content): void {
  const { occupationName, occupationCode } = content;
  if (typeof occupationName !== "string" || !OCCUPATION_CODE.test(occupationName) || occupationCode) return;
  content.occupationCode = occupationName;
  content.occupationName = null;
}

function inOrder(
  content: Content,
  findings: CellFinding[],
  first: string,
  last: string,
  code: string,
  message: string,
  where: Clause | null = null,
): void {
  const [from, until] = [content[first], content[last]];
  if (typeof from !== "string" || typeof until !== "string" || from <= until) return;
  const mend = "核对两个日期后改正";
  findings.push({
    code,
    severity: "error",
    column: last,
    message: `${message}（${from}）`,
    mend,
    clause: where,
    found: until,
  });
}

/** Parts that are given but do not add up to the total: the total counts, and the difference is told. */
function addsUp(content: Content, findings: CellFinding[], parts: readonly string[], code: string, name: string): void {
  const total = content.skilledHeadcount;
  const given = parts.map((key) => content[key]).filter((value) => typeof value === "number");
  // One lone column is no partition; and what could not be read may be what is missing.
  if (typeof total !== "number" || given.length < 2) return;
  if (findings.some(({ severity, column }) => severity === "error" && column !== null && parts.includes(column)))
    return;
  const sum = given.reduce((one, other) => one + other, 0);
  if (sum === total) return;
  const message = `${name}${thousands(sum)}，相差${thousands(Math.abs(sum - total))}`;
  const found = thousands(total);
  findings.push({
    code,
    severity: "warning",
    column: "skilledHeadcount",
    message,
    mend: "已按合计数收入，请核对",
    clause: HEADCOUNT,
    found,
  });
}

/** As a sheet shows it: 1204 as 1,204. */
function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
