import type { StateChange } from "./admit.ts";
import { inParts } from "./lookup.ts";
import type { Tx } from "./store.ts";

/** A fact that stays although what it rested on has gone. */
export interface RestingFact {
  readonly batchId: number;
  readonly sheetIndex: number;
  readonly row: number;
  readonly found: string;
}

/** Reports and certificates of units, and certificates under filing terms, that a change leaves without ground. */
export async function restingFacts(tx: Tx, changes: readonly StateChange[]): Promise<RestingFact[]> {
  const units = changes
    .filter((change) => change.kind === "ENTERPRISE" && change.content === null)
    .map((change) => change.key.rest);
  const terms = changes
    .filter((change) => change.kind === "FILING_TERM" && change.content === null)
    .map((change) => change.key.rest);
  interface Row {
    batch_id: number;
    sheet_index: number;
    row_no: number;
    found: string;
  }
  const present = "x.replaced_entry_id IS NULL AND e.revision IS NOT NULL";
  const rows: Row[] = [];
  for (const table of ["headcount_state", "certificate_state"]) {
    rows.push(
      ...(await inParts<Row>(
        tx,
        units,
        `SELECT x.batch_id, x.sheet_index, x.row_no, u.credit_code AS found FROM ${table} x JOIN enterprise u ON u.id = x.enterprise_id JOIN entry e ON e.id = x.entry_id
          WHERE u.credit_code IN (??) AND ${present}`,
      )),
    );
  }
  for (const term of terms) {
    const [filingNumber = "", validFrom = ""] = term.split("|");
    rows.push(
      ...(await tx.all<Row>(
        // The term's number begins the certificate's, and no other term of that number covers its day.
        `SELECT x.batch_id, x.sheet_index, x.row_no, x.fact_key AS found FROM certificate_state x JOIN entry e ON e.id = x.entry_id
          WHERE x.fact_key >= ? AND x.fact_key < ? AND x.issued_on >= ? AND ${present}
            AND NOT EXISTS (SELECT 1 FROM filing_term_state t JOIN entry te ON te.id = t.entry_id
                             WHERE t.filing_number = ? AND t.replaced_entry_id IS NULL AND te.revision IS NOT NULL
                               AND t.valid_from <= x.issued_on AND x.issued_on <= t.valid_until)`,
        [filingNumber, `${filingNumber}~`, validFrom, filingNumber],
      )),
    );
  }
  const seen = new Set<string>();
  return rows
    .map((row) => ({ batchId: row.batch_id, sheetIndex: row.sheet_index, row: row.row_no, found: row.found }))
    .filter((fact) => {
      const key = `${fact.batchId}/${fact.sheetIndex}/${fact.row}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** List resting facts as faults of the batches that brought them; a batch that comes back takes its own away. */
export async function noteResting(tx: Tx, turnedBatchId: number, facts: readonly RestingFact[]): Promise<void> {
  await tx.run("DELETE FROM fault WHERE code = 'GROUND_WITHDRAWN' AND mend LIKE ?", [`%（第${turnedBatchId}批）%`]);
  const names = await inParts<{ batch_id: number; sheet_index: number; name: string }>(
    tx,
    facts.map((fact) => fact.batchId),
    "SELECT s.batch_id, s.sheet_index, s.name FROM batch_sheet s WHERE s.batch_id IN (??)",
  );
  const nameOf = new Map(names.map((row) => [`${row.batch_id}/${row.sheet_index}`, row.name]));
  await tx.insert(
    "fault",
    [
      "batch_id",
      "sheet_index",
      "sheet",
      "row_no",
      "column_header",
      "cell",
      "code",
      "severity",
      "found",
      "message",
      "mend",
      "clause",
    ],
    facts.map((fact) => [
      fact.batchId,
      fact.sheetIndex,
      nameOf.get(`${fact.batchId}/${fact.sheetIndex}`) ?? "",
      fact.row,
      "",
      null,
      "GROUND_WITHDRAWN",
      "warning",
      fact.found,
      "这一行依据的单位或备案已随另一批撤回",
      `补报单位或备案；或恢复撤回的批次（第${turnedBatchId}批）`,
      null,
    ]),
  );
}
