import type { LedgerKind } from "../terms.generated.ts";
import { words } from "../words/imports.ts";
import { MenuButton } from "./menu-button.tsx";

/** The six kinds in the order in which a bureau meets them. */
const KINDS: readonly LedgerKind[] = ["DIRECTORY", "FILINGS", "HEADCOUNTS", "CERTIFICATES", "MOVEMENTS", "APPRAISALS"];

/** The templates from anywhere, two clicks away. */
export function TemplateMenu() {
  return (
    <MenuButton label={words.templatesButton} alignRight>
      <ul>
        {KINDS.map((kind) => (
          <li key={kind}>
            <TemplateLink kind={kind} text={words.kind[kind]} />
          </li>
        ))}
      </ul>
    </MenuButton>
  );
}

/** The templates with what they hold, where someone sends for the first time. */
export function Templates() {
  const { columns, rows } = words.templates;
  return (
    <section className="card" aria-labelledby="templates-title">
      <div className="card-head">
        <h2 id="templates-title">{words.templates.title}</h2>
      </div>
      <p className="card-note">{words.templates.note}</p>
      <table className="imports-table">
        <thead>
          <tr>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.holds}</th>
            <th scope="col">{columns.sender}</th>
            <th scope="col">{columns.file}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words.kind[kind]}</th>
              <td>{rows[kind].holds}</td>
              <td>{rows[kind].sender}</td>
              <td>
                <TemplateLink kind={kind} text={words.templates.file(words.kind[kind])} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TemplateLink({ kind, text }: { readonly kind: LedgerKind; readonly text: string }) {
  return (
    <a href={`/templates/${kind.toLowerCase()}.xlsx`} download={words.templates.file(words.kind[kind])}>
      {text}
    </a>
  );
}
