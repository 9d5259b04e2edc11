import { clause } from "../policy/clauses.ts";
import {
  isRefused,
  note,
  type RowWork,
  refuseContradictions,
  rowsOf,
  type SendingDraft,
  type SheetWork,
} from "./draft.ts";

const keyOf = (row: RowWork<"HEADCOUNTS">) =>
  row.content.creditCode && row.content.quarterEnd ? `${row.content.creditCode}|${row.content.quarterEnd}` : null;

/** 技能岗位从业人员统计表（季报）: one report an enterprise and quarter. */
export function checkHeadcounts(draft: SendingDraft, sheets: readonly SheetWork[]): void {
  const rows = rowsOf(sheets, "HEADCOUNTS");
  refuseContradictions(rows, keyOf, (row) => row.content as Record<string, unknown>, "单位同一季度的报表");
  for (const row of rows) {
    const code = row.content.creditCode;
    if (code && draft.unit(code).memory === null) {
      note(row as RowWork, {
        code: "UNKNOWN_ENTERPRISE",
        severity: "error",
        column: "creditCode",
        message: "台账里没有这个单位",
        mend: "先报送该单位的备案台账或企业名录，再报季报；或核对统一社会信用代码",
        clause: clause("三(一)"),
      });
    }
    if (isRefused(row as RowWork)) row.result = "refused";
    else {
      const { name: _name, ...content } = row.content;
      row.result = draft.state(
        row as RowWork,
        "HEADCOUNT",
        { person: null, byPerson: false, rest: keyOf(row)! },
        content,
      );
    }
  }
}

export function headcountKeys(sheets: readonly SheetWork[]): Set<string> {
  return new Set(rowsOf(sheets, "HEADCOUNTS").flatMap((row) => keyOf(row) ?? []));
}
