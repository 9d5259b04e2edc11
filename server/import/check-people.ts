import type { Content } from "../ledger/fold.ts";
import type { Actor } from "../policy/actor.ts";
import { certificateNumberFaults, parseCertificateNumber } from "../policy/certificate-number.ts";
import { clause } from "../policy/clauses.ts";
import { levelFacts } from "../policy/levels.ts";
import { lineOf, type MovementFact } from "../policy/whereabouts.ts";
import { MOVEMENT_KIND_LABELS } from "../policy/words.ts";
import {
  isRefused,
  note,
  type RowWork,
  refuseContradictions,
  rowsOf,
  type SendingDraft,
  type SheetWork,
  type TitleHolder,
  withFact,
} from "./draft.ts";
import type { AppraisalContent, MovementContent } from "./parsed.ts";

/** Another name for a known number is told and renames nobody. */
export function noteName(row: RowWork, draft: SendingDraft, idNumber: string, name: string | null): void {
  const person = draft.person(idNumber);
  if (name === null || person.name === null || name === person.name) return;
  note(row, {
    code: "NAME_DIFFERS",
    severity: "warning",
    column: "personName",
    message: person.isNew
      ? `同一次报送的另一行里这个证件号码的姓名是“${person.name}”，按那一行收入`
      : `台账中这个证件号码的姓名是“${person.name}”，没有改名`,
    mend: "核对姓名和证件号码；号码录错的，用“两个证件号码是同一人”更正",
    clause: null,
  });
}

/** 评定名单: the approved lists of the province. Only provincial administrators send them (四(六), 四(七)). */
export function checkAppraisals(
  draft: SendingDraft,
  sheets: readonly SheetWork[],
  actor: Actor,
  holders: NumberHolders,
): void {
  const rows = rowsOf(sheets, "APPRAISALS");
  const restOf = (content: Partial<AppraisalContent>) => `${content.level}|${content.batchYear}`;
  refuseContradictions(
    rows,
    ({ content }) =>
      content.idNumber && content.level && content.batchYear ? `${content.idNumber}|${restOf(content)}` : null,
    (row) => row.content as Record<string, unknown>,
    "人、等级和批次",
  );
  // One number, one title; the same title again in a later batch may keep its number.
  refuseContradictions(
    rows,
    ({ content }) => content.number ?? null,
    ({ content }) => ({
      idNumber: content.idNumber ? draft.person(content.idNumber).canonicalId : undefined,
      level: content.level,
    }),
    "证书编号",
  );
  for (const row of rows) {
    const { content } = row;
    if (actor.role !== "ADMINISTRATOR") {
      note(row as RowWork, {
        code: "APPRAISALS_ARE_PROVINCIAL",
        severity: "error",
        column: null,
        message: "评定名单只由省厅经办报送",
        mend: "交省人力资源社会保障厅经办导入",
        clause: clause("四(六)"),
      });
    }
    if (content.number && content.level) {
      for (const fault of certificateNumberFaults(content.number))
        note(row as RowWork, { ...fault, severity: "error", column: "number" });
      const parsed = parseCertificateNumber(content.number);
      if (parsed && parsed.level !== content.level) {
        note(row as RowWork, {
          code: "NUMBER_LEVEL_DIFFERS",
          severity: "error",
          column: "number",
          message: `第16位是“${levelFacts(parsed.level).letter}”（${levelFacts(parsed.level).name}），等级列是“${levelFacts(content.level).name}”`,
          mend: "按证书原件改等级或编号",
          clause: clause("附件1 注2"),
        });
      }
    }
    noteNumberTaken(row, draft, holders);
    noteCancelledBefore(row, draft, restOf(content));
    if (content.creditCode && draft.unit(content.creditCode).memory === null) {
      note(row as RowWork, {
        code: "UNKNOWN_ENTERPRISE_WARNING",
        severity: "warning",
        column: "creditCode",
        message: "台账里没有这个单位；此人暂不在任何单位的统计内",
        mend: "补报该单位的备案台账或企业名录",
        clause: clause("三(一)"),
      });
    }
    if (content.idNumber) noteName(row as RowWork, draft, content.idNumber, content.personName ?? null);
    if (isRefused(row as RowWork)) {
      row.result = "refused";
      continue;
    }
    const person = draft.person(content.idNumber!);
    const key = { person: person.id, byPerson: true, rest: restOf(content) };
    row.result = draft.state(row as RowWork, "TITLE", key, content as Content);
    if (row.result === "unchanged") continue;
    const stated = draft.contentOf("TITLE", key.rest, person.id)! as unknown as AppraisalContent;
    const fact = {
      key: `${person.id}|${key.rest}`,
      number: stated.number ?? null,
      unit: draft.unit(stated.creditCode).id,
      level: stated.level,
      approvedOn: stated.approvedOn,
      cancelledOn: stated.cancelledOn ?? null,
    };
    const facts = draft.people(person.canonicalId);
    facts.titles = withFact(facts.titles, fact, (other) => other.key === fact.key);
  }
}

/** Who has which number in the ledger: certificates by number and person, titles by number. */
export interface NumberHolders {
  readonly certificates: ReadonlyMap<string, number>;
  readonly titles: ReadonlyMap<string, readonly TitleHolder[]>;
}

/** A title's number stays with its person and level, and is no certificate's. */
function noteNumberTaken(row: RowWork<"APPRAISALS">, draft: SendingDraft, holders: NumberHolders): void {
  const { number, idNumber, level } = row.content;
  if (!number) return;
  const refuse = (column: string, message: string) =>
    note(row as RowWork, {
      code: "NUMBER_TAKEN",
      severity: "error",
      column,
      message,
      mend: "核对证书编号；原批次录错的，先撤回原批次再报",
      clause: null,
    });
  if (holders.certificates.has(number) || draft.contentOf("CERTIFICATE", number) !== null) {
    refuse("number", "证书编号已是证书台账中一本证书的编号");
    return;
  }
  const others = holders.titles.get(number) ?? [];
  const canonicalId = idNumber ? draft.person(idNumber).canonicalId : null;
  if (canonicalId !== null && others.some((holder) => holder.canonicalId !== canonicalId))
    refuse("number", "证书编号已属于另一个人");
  const other = level ? others.find((holder) => holder.level !== level) : undefined;
  if (other) refuse("level", `证书编号在台账中的等级是“${levelFacts(other.level).name}”`);
}

/** The row's own two days were compared as it was read; here a cancellation that stands in the ledger. */
function noteCancelledBefore(row: RowWork<"APPRAISALS">, draft: SendingDraft, rest: string): void {
  const { cancelledOn, approvedOn, idNumber } = row.content;
  if (cancelledOn != null || !approvedOn || !idNumber) return;
  const standing = draft.contentOf("TITLE", rest, draft.person(idNumber).id) as Partial<AppraisalContent> | null;
  if (standing?.cancelledOn == null || standing.cancelledOn >= approvedOn) return;
  note(row as RowWork, {
    code: "CANCELLED_BEFORE_APPROVED",
    severity: "error",
    column: "approvedOn",
    message: `台账中的取消日期（${standing.cancelledOn}）早于核准日期`,
    mend: "核对两个日期后改正",
    clause: clause("附件4 第七条"),
  });
}

/** 人员变动. A leaving that names a unit where the person is not changes nothing and is told. */
export function checkMovements(draft: SendingDraft, sheets: readonly SheetWork[]): void {
  const rows = rowsOf(sheets, "MOVEMENTS");
  const restOf = (content: Partial<MovementContent>) => `${content.movementKind}|${content.movedOn}`;
  refuseContradictions(
    rows,
    ({ content }) =>
      content.idNumber && content.movementKind && content.movedOn ? `${content.idNumber}|${restOf(content)}` : null,
    (row) => row.content as Record<string, unknown>,
    "人同一天的变动",
  );
  const stated = new Map<MovementFact, RowWork<"MOVEMENTS">>();
  const touched = new Set<number>();
  for (const row of rows) {
    const { content } = row;
    if (
      (content.movementKind === "TRANSFER_IN" || content.movementKind === "REHIRE") &&
      content.toCode == null &&
      !(content.toCode === undefined && standingMovement(row, draft)?.toCode) &&
      !row.findings.some((finding) => finding.column === "toCode")
    ) {
      note(row as RowWork, {
        code: "TO_MISSING",
        severity: "error",
        column: "toCode",
        message: `${MOVEMENT_KIND_LABELS[content.movementKind]}没有新单位`,
        mend: "填写新单位统一社会信用代码",
        clause: null,
      });
    }
    if (content.idNumber) noteName(row as RowWork, draft, content.idNumber, content.personName ?? null);
    if (isRefused(row as RowWork)) {
      row.result = "refused";
      continue;
    }
    const person = draft.person(content.idNumber!);
    const rest = restOf(content);
    row.result = draft.state(
      row as RowWork,
      "MOVEMENT",
      { person: person.id, byPerson: true, rest },
      content as Content,
    );
    if (row.result === "unchanged") continue;
    const now = draft.contentOf("MOVEMENT", rest, person.id)! as unknown as MovementContent;
    const unitId = (code: string | null | undefined) => (code ? draft.unit(code).id : null);
    // Retirement, leaving Sichuan and death name no new unit that could count.
    const moves = ["TRANSFER_OUT", "LEAVE", "TRANSFER_IN", "REHIRE"].includes(now.movementKind);
    const fact = {
      key: `${person.id}|${rest}`,
      kind: now.movementKind,
      on: now.movedOn,
      from: unitId(now.fromCode),
      to: moves ? unitId(now.toCode) : null,
    };
    const facts = draft.people(person.canonicalId);
    facts.movements = withFact(facts.movements, fact, (other) => other.key === fact.key);
    stated.set(fact, row);
    touched.add(person.canonicalId);
  }
  for (const id of touched) {
    for (const movement of lineOf(draft.people(id)).withoutEffect) {
      const row = stated.get(movement);
      if (row) {
        note(row as RowWork, {
          code: "MOVEMENT_WITHOUT_EFFECT",
          severity: "warning",
          column: "fromCode",
          message: `此人当日不在原单位，${MOVEMENT_KIND_LABELS[movement.kind]}没有改变任何统计`,
          mend: "核对原单位和变动日期，或补报此前的变动",
          clause: null,
        });
      }
    }
  }
}

/** The movement as it stands, whose columns hold where the sheet has none. */
function standingMovement({ content }: RowWork<"MOVEMENTS">, draft: SendingDraft): Partial<MovementContent> | null {
  if (!content.idNumber) return null;
  const rest = `${content.movementKind}|${content.movedOn}`;
  return draft.contentOf("MOVEMENT", rest, draft.person(content.idNumber).id) as Partial<MovementContent> | null;
}

export function titleNumbers(sheets: readonly SheetWork[]): Set<string> {
  return new Set(rowsOf(sheets, "APPRAISALS").flatMap((row) => row.content.number ?? []));
}

/** The keys under which the ledger may hold what these rows state. */
export function peopleKeys(
  sheets: readonly SheetWork[],
  draft: SendingDraft,
): { readonly titles: Set<string>; readonly movements: Set<string> } {
  const titles = new Set<string>();
  const movements = new Set<string>();
  for (const { content } of rowsOf(sheets, "APPRAISALS"))
    if (content.idNumber) titles.add(`${draft.person(content.idNumber).id}|${content.level}|${content.batchYear}`);
  for (const { content } of rowsOf(sheets, "MOVEMENTS"))
    if (content.idNumber)
      movements.add(`${draft.person(content.idNumber).id}|${content.movementKind}|${content.movedOn}`);
  return { titles, movements };
}
