import { type Content, type EnterpriseSegment, foldClaim } from "../ledger/fold.ts";
import { type CertificateFacts, checkCertificate, type EmployerFacts, isOutside } from "../policy/certificate-rules.ts";
import type { Day } from "../policy/day.ts";
import { levelFacts } from "../policy/levels.ts";
import { resolveOccupation } from "./check-enterprises.ts";
import { noteName } from "./check-people.ts";
import {
  isRefused,
  note,
  type RowWork,
  refuseContradictions,
  rowsOf,
  type SendingDraft,
  type SheetWork,
  type UnitDraft,
  withFact,
} from "./draft.ts";
import type { CertificateContent } from "./parsed.ts";

type CertificateRow = RowWork<"CERTIFICATES">;

/** 证书台账, by rules 1 to 6 and 8 of `domain.md` §4. Earlier certificates first, whatever the order of the rows. */
export function checkCertificates(
  draft: SendingDraft,
  sheets: readonly SheetWork[],
  holders: ReadonlyMap<string, number>,
): void {
  const rows = rowsOf(sheets, "CERTIFICATES");
  refuseContradictions(
    rows,
    (row) => row.content.number ?? null,
    (row) => row.content as Record<string, unknown>,
    "证书编号",
  );
  const inOrder = [...rows].sort(
    (a, b) => compare(a.content.issuedOn, b.content.issuedOn) || compare(a.content.number, b.content.number),
  );
  for (const row of inOrder) {
    const outside = checkRow(row, draft, holders);
    if (isRefused(row as RowWork)) {
      row.result = "refused";
      continue;
    }
    const content = row.content as CertificateContent;
    const person = draft.person(content.idNumber);
    row.content.outside = outside;
    row.result = draft.state(
      row as RowWork,
      "CERTIFICATE",
      { person: person.id, byPerson: false, rest: content.number },
      content as unknown as Content,
    );
    if (row.result === "unchanged") continue;
    const stated = draft.contentOf("CERTIFICATE", content.number)! as unknown as CertificateContent;
    const facts = draft.people(person.canonicalId);
    const fact = {
      number: content.number,
      unit: draft.unit(stated.creditCode).id,
      level: stated.level,
      issuedOn: stated.issuedOn,
      withdrawnOn: stated.withdrawnOn ?? null,
      outside,
      qualification: stated.certificateKind === "QUALIFICATION",
      employmentType: stated.employmentType ?? null,
    };
    facts.certificates = withFact(facts.certificates, fact, (other) => other.number === content.number);
  }
}

/** Every rule that this row can be held against, as far as its cells could be read. Answers whether an outside body issued it. */
function checkRow(row: CertificateRow, draft: SendingDraft, holders: ReadonlyMap<string, number>): boolean {
  const { content } = row;
  const standing = content.number
    ? (draft.contentOf("CERTIFICATE", content.number) as Partial<CertificateContent> | null)
    : null;
  let occupationCode = content.occupationCode ?? null;
  const codeStands = occupationStands(content, standing, draft);
  if (codeStands) occupationCode = standing!.occupationCode!;
  else if (!occupationCode && content.occupationName)
    occupationCode = resolveOccupation(row as RowWork, content.occupationName, draft);
  const known = content.occupationName ? draft.occupationCodes.get(content.occupationName) : undefined;
  if (content.occupationCode && known && !known.has(content.occupationCode)) {
    note(row as RowWork, {
      code: "OCCUPATION_NAME_DIFFERS",
      severity: "warning",
      column: "occupationName",
      message: `职业名称在备案中的编码是${[...known].sort().slice(0, 3).join("、")}，与职业编码列不一致；按编码收入`,
      mend: "核对职业名称和职业编码",
      clause: null,
    });
  }
  if (content.idNumber) noteName(row as RowWork, draft, content.idNumber, content.personName ?? null);
  // A cell that could not be read has been told; the rules need these to say anything true.
  if (
    !content.number ||
    !content.level ||
    !content.method ||
    !content.issuedOn ||
    !content.creditCode ||
    !content.idNumber
  )
    return false;
  const person = draft.person(content.idNumber);
  const taken = standing !== null && noteTaken(row, standing, holders.get(content.number) ?? null, person.canonicalId);
  // What the sheet has no column for stands as it is, and the rules are held against the whole.
  const said: Partial<CertificateContent> =
    standing === null || taken ? content : foldClaim("CERTIFICATE", standing as Content, content as Content);
  const kind = said.certificateKind ?? "LEVEL";
  const facts: CertificateFacts = {
    number: content.number,
    level: content.level,
    kind,
    method: content.method,
    issuedOn: content.issuedOn,
    withdrawnOn: said.withdrawnOn ?? null,
    occupationCode,
    directCondition: said.directCondition ?? null,
    hiredOn: said.hiredOn ?? null,
    occupationSince: said.occupationSince ?? null,
    education: said.education ?? null,
    performanceScore: said.performanceScore ?? null,
    reviewScore: said.reviewScore ?? null,
    performanceWeight: said.performanceWeight ?? null,
    publicityFrom: said.publicityFrom ?? null,
    publicityUntil: said.publicityUntil ?? null,
    issuerName: said.issuerName ?? null,
    issuerFilingNumber: said.issuerFilingNumber ?? null,
    remark: said.remark ?? null,
    enterpriseName: said.enterpriseName ?? null,
  };
  const employer = employerOn(draft.unit(content.creditCode), content.issuedOn, draft);
  const held = draft
    .people(person.canonicalId)
    .certificates.filter((certificate) => certificate.number !== content.number);
  const faulty = new Set(
    row.findings.filter((finding) => finding.severity === "error").map((finding) => finding.column),
  );
  for (const finding of checkCertificate(facts, employer, { certificates: held })) {
    // What parsing has refused in a cell is not refused again for being empty, nor one cause under two names.
    if (finding.column !== null && faulty.has(finding.column)) continue;
    if (finding.code === "OCCUPATION_MISSING" && faulty.has("occupationName")) continue;
    if (finding.code === "DIRECT_PUBLICITY_ORDER" && faulty.has("publicityUntil")) continue;
    note(row as RowWork, finding);
  }
  // The row's own two days were compared as it was read.
  if (facts.withdrawnOn !== null && content.withdrawnOn == null && facts.withdrawnOn < facts.issuedOn) {
    note(row as RowWork, {
      code: "WITHDRAWN_BEFORE_ISSUED",
      severity: "error",
      column: "issuedOn",
      message: `台账中的注销日期（${facts.withdrawnOn}）早于发证日期`,
      mend: "核对两个日期后改正",
      clause: null,
    });
  }
  // The occupation that a name was resolved to is part of what the row says.
  if (occupationCode && !content.occupationCode && !codeStands)
    (row.content as { occupationCode?: string }).occupationCode = occupationCode;
  return isOutside(facts, employer);
}

/** Without the column of codes the standing code holds, unless the row names another occupation. */
function occupationStands(
  content: Partial<CertificateContent>,
  standing: Partial<CertificateContent> | null,
  draft: SendingDraft,
): boolean {
  if (content.occupationCode !== undefined || !standing?.occupationCode) return false;
  const name = content.occupationName ?? null;
  return (
    name === null ||
    name === (standing.occupationName ?? null) ||
    draft.occupationCodes.get(name)?.has(standing.occupationCode) === true
  );
}

/** A certificate's number stays with its person, level and unit; other cells may be mended. Answers whether another has it. */
function noteTaken(
  row: CertificateRow,
  standing: Partial<CertificateContent>,
  holder: number | null,
  canonicalId: number,
): boolean {
  const { content } = row;
  let taken = false;
  const refuse = (column: string, message: string) => {
    taken = true;
    note(row as RowWork, {
      code: "NUMBER_TAKEN",
      severity: "error",
      column,
      message,
      mend: "核对证书编号；原批次录错的，先撤回原批次再报",
      clause: null,
    });
  };
  if (holder !== null && holder !== canonicalId) refuse("number", "证书编号已属于另一个人");
  if (standing.level !== undefined && standing.level !== content.level)
    refuse("level", `证书编号在台账中的等级是“${levelFacts(standing.level).name}”`);
  if (standing.creditCode !== undefined && standing.creditCode !== content.creditCode)
    refuse("creditCode", `证书编号在台账中属于另一单位（${standing.creditCode}）`);
  return taken;
}

/** What is known of an employer on a day: its own filings, and those of its group and its group's parent then. */
function employerOn(unit: UnitDraft, day: Day, draft: SendingDraft): EmployerFacts {
  const now = segmentOn(unit.segments, day);
  const groups: UnitDraft[] = [];
  for (let code = now?.groupCode; code && code !== unit.creditCode && groups.length < 2; ) {
    const group = draft.maybeUnit(code);
    if (!group || groups.includes(group)) break;
    groups.push(group);
    code = segmentOn(group.segments, day)?.groupCode ?? null;
  }
  const numbers = (units: readonly UnitDraft[]) => [
    ...new Set(units.flatMap((each) => each.terms.map((term) => term.filingNumber))),
  ];
  return {
    known: unit.memory !== null,
    filingNumbers: numbers([unit]),
    groupFilingNumbers: numbers(groups),
    terms: [unit, ...groups].flatMap((each) => each.terms),
    directPlanFiledOn: now?.directPlanFiledOn ?? null,
    frontlineHeadcount: now?.frontlineHeadcount ?? null,
  };
}

function segmentOn(segments: readonly EnterpriseSegment[], day: Day): EnterpriseSegment | null {
  let found: EnterpriseSegment | null = null;
  for (const segment of segments) if (segment.from <= day) found = segment;
  return found;
}

function compare(a: string | undefined, b: string | undefined): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}

export function certificateNumbers(sheets: readonly SheetWork[]): Set<string> {
  return new Set(rowsOf(sheets, "CERTIFICATES").flatMap((row) => row.content.number ?? []));
}
