import { format } from "../look/format.ts";
import { words } from "../words/imports.ts";
import { MenuButton } from "./menu-button.tsx";
import { type Batch, batchNumber, refusedRows, withCorrection } from "./sending-state.ts";

/** The correction workbook, one per batch with refusals: a link for one, a list of links for several. */
export function GetCorrection({ batches, primary }: { readonly batches: readonly Batch[]; readonly primary: boolean }) {
  const books = withCorrection(batches);
  const first = books[0];
  if (!first) return null;
  if (books.length === 1) {
    return (
      <a className={primary ? "button is-primary" : "button"} href={`/imports/${first.id}/correction`} download>
        {words.result.correction(format.count(first.refused))}
      </a>
    );
  }
  return (
    <MenuButton
      primary={primary}
      label={words.result.corrections(format.count(books.length), format.count(refusedRows(books)))}
    >
      <ul>
        {books.map((batch) => (
          <li key={batch.id}>
            <a href={`/imports/${batch.id}/correction`} download>
              {words.result.correctionOf(batchNumber(batch.id), batch.fileName, format.count(batch.refused))}
            </a>
          </li>
        ))}
      </ul>
    </MenuButton>
  );
}
