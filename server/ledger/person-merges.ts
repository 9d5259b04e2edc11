import type { Tx } from "./store.ts";

/** Note that one person's number stands for another person. Answers the merge's id. */
export async function insertMerge(
  tx: Tx,
  fromPersonId: number,
  intoPersonId: number,
  entryId: number,
): Promise<number> {
  const { insertId } = await tx.run(
    "INSERT INTO person_merge (from_person_id, into_person_id, entry_id, replaced_entry_id) VALUES (?, ?, ?, NULL)",
    [fromPersonId, intoPersonId, entryId],
  );
  return insertId;
}

export async function endMerge(tx: Tx, mergeId: number, entryId: number): Promise<void> {
  await tx.run("UPDATE person_merge SET replaced_entry_id = ? WHERE id = ?", [entryId, mergeId]);
}
