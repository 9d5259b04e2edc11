import { changedAttributes, type EnterpriseClaim, NO_MEMORY } from "../ledger/fold.ts";
import type { TermRow } from "../ledger/lookup.ts";
import { filingNumberFaults } from "../policy/certificate-number.ts";
import { clause } from "../policy/clauses.ts";
import type { Day } from "../policy/day.ts";
import {
  isFaulty,
  isRefused,
  note,
  type RowResult,
  type RowWork,
  refuseContradictions,
  rowsOf,
  type SendingDraft,
  type SheetWork,
  strongest,
} from "./draft.ts";
import type { FilingContent } from "./parsed.ts";

const FILED = clause("四(一)");
const ATTRIBUTE_LABELS: Readonly<Record<string, string>> = {
  name: "单位名称",
  ownership: "企业类别",
  recommender: "推荐单位",
  cityCode: "所属市（州）",
  countyCode: "所属县（市、区）",
  sectorCode: "所属产业",
  inShortage: "是否急需紧缺",
  mainlySkilled: "是否以技能人员为主体",
  groupCode: "所属集团",
};

type EnterpriseRow = RowWork<"DIRECTORY"> | RowWork<"FILINGS">;

/** 企业名录 and 备案台账: the enterprises, their filing terms, and what the terms cover. */
export function checkEnterprises(draft: SendingDraft, sheets: readonly SheetWork[]): void {
  const directory = rowsOf(sheets, "DIRECTORY");
  const filings = rowsOf(sheets, "FILINGS");
  const all: EnterpriseRow[] = [...directory, ...filings];
  refuseContradictions(
    all as RowWork[],
    (row) => {
      const { creditCode, changedOn } = row.content as Partial<FilingContent>;
      return creditCode ? `${creditCode}|${changedOn ?? ""}` : null;
    },
    (row) => {
      // From which day two sheets speak is not what they say.
      const { effectiveOn: _day, ...said } = enterpriseClaim(row as EnterpriseRow, draft);
      return said;
    },
    "单位",
  );
  // One states 变更生效日期 and the other 填报时间: the same day all the same.
  refuseContradictions(
    all.filter((row) => !isFaulty(row as RowWork, "creditCode") && !contradicts(row)) as RowWork[],
    (row) => {
      const claim = enterpriseClaim(row as EnterpriseRow, draft);
      return claim.creditCode ? `${claim.creditCode}|${claim.effectiveOn}` : null;
    },
    (row) => ({ ...enterpriseClaim(row as EnterpriseRow, draft) }),
    "单位同一天起",
  );
  for (const row of filings) checkFilingRow(row, draft);
  refuseContradictions(
    filings as RowWork[],
    (row) => termKey(row.content as Partial<FilingContent>, draft),
    (row) => termClaim(row.content as Partial<FilingContent>),
    "备案号和有效期",
  );
  refuseContradictions(
    filings as RowWork[],
    (row) => {
      const content = row.content as Partial<FilingContent>;
      const term = termKey(content, draft);
      const code = occupationOf(content, draft);
      return term && code ? `${term}|${code}|${content.trade ?? ""}` : null;
    },
    (row) => scopeClaim(row as RowWork<"FILINGS">, draft),
    "备案职业",
  );
  const admitted = all.filter((row) => !isRefused(row as RowWork));
  for (const row of all) if (isRefused(row as RowWork)) row.result = "refused";
  // First what a unit is, then how it changed, each by its day, wherever it stands: a row that states no
  // 变更生效日期 describes the unit as it was before the changes that others state.
  const claims = admitted.map((row) => {
    const changes = (row.content as Partial<FilingContent>).changedOn != null ? 1 : 0;
    return { row, changes, claim: enterpriseClaim(row, draft) };
  });
  claims.sort((a, b) => a.changes - b.changes || compareDays(a.claim.effectiveOn, b.claim.effectiveOn));
  for (const { row, claim } of claims) row.result = admitEnterprise(row, claim, draft);
  for (const row of admitted) {
    if (row.sheet.sheet.kind === "FILINGS")
      row.result = strongest([row.result!, ...admitFiling(row as RowWork<"FILINGS">, draft)]);
  }
}

function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function contradicts(row: EnterpriseRow): boolean {
  return row.findings.some((finding) => finding.code === "CONTRADICTION");
}

function enterpriseClaim(row: EnterpriseRow, draft: SendingDraft): EnterpriseClaim {
  const content = row.content as Partial<FilingContent>;
  const filing = row.sheet.sheet.kind === "FILINGS";
  const claim: Record<string, unknown> = {
    creditCode: content.creditCode,
    effectiveOn: content.changedOn ?? row.sheet.sheet.filledOn ?? draft.today,
  };
  for (const key of [
    "name",
    "ownership",
    "recommender",
    "cityCode",
    "countyCode",
    "sectorCode",
    "inShortage",
    "mainlySkilled",
    "groupCode",
  ] as const) {
    if (content[key] !== undefined) claim[key] = content[key];
  }
  if (!filing) claim.inDirectory = true;
  else {
    for (const key of ["frontlineHeadcount", "launchedOn", "directPlanFiledOn"] as const)
      if (content[key] !== undefined) claim[key] = content[key];
    if (content.filingStatus) claim.planned = content.filingStatus === "PLANNED";
  }
  return claim as unknown as EnterpriseClaim;
}

function admitEnterprise(row: EnterpriseRow, claim: EnterpriseClaim, draft: SendingDraft): RowResult {
  const unit = draft.unit(claim.creditCode);
  const changed = changedAttributes(unit.memory ?? NO_MEMORY, claim);
  const stated = (row.content as Partial<FilingContent>).changedOn ?? row.sheet.sheet.filledOn;
  if (changed.length > 0 && stated == null && row.sheet.replay === null) {
    note(row as RowWork, {
      code: "CHANGED_FROM_TODAY",
      severity: "warning",
      column: changed[0] === "recommender" ? "recommender" : changed[0]!,
      message: `${changed.map((attribute) => ATTRIBUTE_LABELS[attribute]).join("、")}与台账不同，又没有变更生效日期和填报时间，按今天（${draft.today}）起变更`,
      mend: "在“变更生效日期”或表头“填报时间”写明从哪天起变更后重报",
      clause: null,
    });
  }
  return draft.stateEnterprise(row as RowWork, claim);
}

// ------------------------------------------------------------------------------------------------------------ filings

const NEEDS_TERM = ["FILED", "LAPSED", "WITHDRAWN"];

function checkFilingRow(row: RowWork<"FILINGS">, draft: SendingDraft): void {
  const { content } = row;
  const status = content.filingStatus ?? null;
  const standing = standingTerm(content, draft);
  if (status && NEEDS_TERM.includes(status) && !speaksOfUnitOnly(content, draft)) {
    for (const [column, label] of [
      ["filingNumber", "机构备案号"],
      ["validFrom", "有效期起"],
      ["validUntil", "有效期止"],
    ] as const) {
      if (column === "validUntil" && content.validUntil === undefined && standing) continue;
      if (content[column] == null && !row.findings.some((finding) => finding.column === column)) {
        note(row as RowWork, {
          code: "FILING_INCOMPLETE",
          severity: "error",
          column,
          message: `备案状态不是“拟备案”，${label}必填`,
          mend: `按备案通知填写${label}`,
          clause: FILED,
        });
      }
    }
  }
  if (
    status === "WITHDRAWN" &&
    content.withdrawnOn == null &&
    standing?.withdrawnOn == null &&
    !row.findings.some((finding) => finding.column === "withdrawnOn")
  ) {
    note(row as RowWork, {
      code: "WITHDRAWAL_WITHOUT_DAY",
      severity: "error",
      column: "withdrawnOn",
      message: "备案状态是“已注销”，没有注销日期",
      mend: "填写注销日期",
      clause: FILED,
    });
  }
  if (content.filingNumber) {
    for (const fault of filingNumberFaults(content.filingNumber))
      note(row as RowWork, { ...fault, severity: "error", column: "filingNumber" });
    const holder = draft.filingHolders.get(content.filingNumber);
    if (content.creditCode && holder !== undefined && holder !== content.creditCode) {
      note(row as RowWork, {
        code: "FILING_NUMBER_TAKEN",
        severity: "error",
        column: "filingNumber",
        message: `机构备案号已属于另一单位（${holder}）`,
        mend: "核对机构备案号和统一社会信用代码",
        clause: FILED,
      });
    } else if (content.creditCode) draft.filingHolders.set(content.filingNumber, content.creditCode);
  }
  if (content.occupationCode && content.occupationName) {
    const known = draft.occupationCodes.get(content.occupationName) ?? new Set();
    draft.occupationCodes.set(content.occupationName, known.add(content.occupationCode));
  }
  const named = content.occupationCode ?? content.occupationName;
  if (
    named &&
    termKey(content, draft) &&
    (content.levels == null || content.levels.length === 0) &&
    !(content.levels === undefined && standingScope(content, draft)?.levels) &&
    !row.findings.some((finding) => finding.column === "levels")
  ) {
    note(row as RowWork, {
      code: "LEVELS_MISSING",
      severity: "error",
      column: "levels",
      message: "有职业，没有技能等级",
      mend: "填写备案的等级，例如“五级至一级”",
      clause: FILED,
    });
  }
  if (!content.occupationCode && content.occupationName)
    resolveOccupation(row as RowWork, content.occupationName, draft);
}

/** An occupation by a name that matches one code among the filings; anything else is refused, never guessed. */
export function resolveOccupation(row: RowWork, name: string, draft: SendingDraft): string | null {
  const codes = [...(draft.occupationCodes.get(name) ?? [])].sort();
  if (codes.length === 1) return codes[0]!;
  note(row, {
    code: codes.length === 0 ? "OCCUPATION_UNKNOWN" : "OCCUPATION_AMBIGUOUS",
    severity: "error",
    column: "occupationName",
    message:
      codes.length === 0
        ? `备案台账中没有叫“${name}”的职业，认不出职业编码`
        : `“${name}”对应${codes.length}个职业编码（${codes.slice(0, 5).join("、")}）`,
    mend: "在“职业编码”列填写《职业分类大典》编码，例如 6-18-01-01",
    clause: FILED,
  });
  return null;
}

function occupationOf(content: Partial<FilingContent>, draft: SendingDraft): string | null {
  if (content.occupationCode) return content.occupationCode;
  const codes = content.occupationName ? [...(draft.occupationCodes.get(content.occupationName) ?? [])] : [];
  return codes.length === 1 ? codes[0]! : null;
}

/** Names the term that a row states, if it states one: a term that the ledger has keeps its end where the sheet has no column for it. */
function termKey(content: Partial<FilingContent>, draft: SendingDraft): string | null {
  const key = keyOfTerm(content);
  if (key === null || content.validUntil) return key;
  return content.validUntil === undefined && standingTerm(content, draft) ? key : null;
}

function keyOfTerm({ filingNumber, validFrom }: Partial<FilingContent>): string | null {
  return filingNumber && validFrom ? `${filingNumber}|${validFrom}` : null;
}

/** The row's term as the ledger had it before this sending, so that the order of its rows tells nothing. */
function standingTerm(content: Partial<FilingContent>, draft: SendingDraft): Partial<FilingContent> | null {
  const key = keyOfTerm(content);
  return key === null ? null : (draft.ledgerContentOf("FILING_TERM", key) as Partial<FilingContent> | null);
}

function standingScope(content: Partial<FilingContent>, draft: SendingDraft): Partial<FilingContent> | null {
  const code = occupationOf(content, draft);
  const key = `${keyOfTerm(content)}|${code}|${content.trade ?? ""}`;
  return code === null ? null : (draft.ledgerContentOf("FILING_SCOPE", key) as Partial<FilingContent> | null);
}

/** A sheet without a column of the filing says of a unit that has one nothing about it. */
function speaksOfUnitOnly(content: Partial<FilingContent>, draft: SendingDraft): boolean {
  const { creditCode, filingStatus, filingNumber, validFrom, validUntil, withdrawnOn } = content;
  if (!creditCode || filingStatus === "WITHDRAWN" || draft.unit(creditCode).terms.length === 0) return false;
  if (content.occupationCode || content.occupationName || content.levels) return false;
  return [filingNumber, validFrom, validUntil, withdrawnOn].every((cell) => cell === undefined);
}

function termClaim(content: Partial<FilingContent>): Record<string, unknown> {
  const { creditCode, filingNumber, validFrom, validUntil, withdrawnOn } = content;
  return withoutMissing({ creditCode, filingNumber, validFrom, validUntil, withdrawnOn });
}

function scopeClaim(row: RowWork<"FILINGS">, draft: SendingDraft): Record<string, unknown> {
  const { content } = row;
  return withoutMissing({
    creditCode: content.creditCode,
    termKey: keyOfTerm(content),
    occupationCode: occupationOf(content, draft),
    occupationName: content.occupationName,
    trade: content.trade,
    levels: content.levels,
    effectiveFrom: coveredFrom(content),
    filingKind: content.filingKind,
    filingDepartment: content.filingDepartment,
    filedOn: content.filedOn,
    basis: content.basis,
    remark: content.remark,
  });
}

/** 增项 covers from the day that it states, everything else as long as its term (DECISIONS L10). */
function coveredFrom({ filingKind, changedOn }: Partial<FilingContent>): string | null | undefined {
  if (filingKind === undefined) return undefined;
  return filingKind === "ADDITION" ? changedOn : null;
}

function withoutMissing(content: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
}

function admitFiling(row: RowWork<"FILINGS">, draft: SendingDraft): RowResult[] {
  const { content } = row;
  const rest = termKey(content, draft);
  if (rest === null) return [];
  const results = [
    draft.state(row as RowWork, "FILING_TERM", { person: null, byPerson: false, rest }, termClaim(content)),
  ];
  const term = draft.contentOf("FILING_TERM", rest)!;
  const unit = draft.unit(content.creditCode!);
  let known = unit.terms.find((candidate) => candidate.factKey === rest);
  const span = { validUntil: term.validUntil as string, withdrawnOn: (term.withdrawnOn ?? null) as string | null };
  if (known) Object.assign(known, span);
  else {
    known = {
      factKey: rest,
      creditCode: content.creditCode!,
      filingNumber: content.filingNumber!,
      validFrom: content.validFrom!,
      ...span,
      scope: [],
    } satisfies TermRow;
    unit.terms.push(known);
  }
  const occupationCode = occupationOf(content, draft);
  if (occupationCode) {
    const key = `${rest}|${occupationCode}|${content.trade ?? ""}`;
    results.push(
      draft.state(row as RowWork, "FILING_SCOPE", { person: null, byPerson: false, rest: key }, scopeClaim(row, draft)),
    );
    const scope = draft.contentOf("FILING_SCOPE", key)!;
    const item = {
      occupationCode,
      occupationName: (scope.occupationName ?? null) as string | null,
      trade: (scope.trade ?? null) as string | null,
      levels: (scope.levels ?? []) as TermRow["scope"][number]["levels"],
      effectiveFrom: (scope.effectiveFrom ?? null) as string | null,
    };
    const standing = known.scope.findIndex(
      (candidate) => candidate.occupationCode === occupationCode && (candidate.trade ?? "") === (content.trade ?? ""),
    );
    if (standing >= 0) known.scope[standing] = item;
    else known.scope.push(item);
  }
  return results;
}

/** The keys of the facts that filing rows may state, to be read from the ledger beforehand. */
export function filingKeys(
  sheets: readonly SheetWork[],
  draft: SendingDraft,
): { readonly terms: Set<string>; readonly scopes: Set<string> } {
  const terms = new Set<string>();
  const scopes = new Set<string>();
  for (const row of rowsOf(sheets, "FILINGS")) {
    const term = keyOfTerm(row.content);
    if (!term) continue;
    terms.add(term);
    const codes = row.content.occupationCode
      ? [row.content.occupationCode]
      : [...(draft.occupationCodes.get(row.content.occupationName ?? "") ?? [])];
    for (const code of codes) scopes.add(`${term}|${code}|${row.content.trade ?? ""}`);
  }
  return { terms, scopes };
}
