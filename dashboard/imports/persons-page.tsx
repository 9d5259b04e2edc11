import { words } from "../words/imports.ts";
import { Answer } from "./answer.tsx";
import { MergeForm } from "./merge-form.tsx";
import { MergeList } from "./merge-list.tsx";
import { PageHead } from "./page-head.tsx";

/** A wrong ID number mended: two numbers are one person, and it can be undone. */
export function PersonsPage() {
  return (
    <>
      <PageHead question={words.persons.question}>
        <Answer text={words.persons.answer} />
      </PageHead>
      <div className="imports-columns">
        <MergeList />
        <aside className="imports-side">
          <MergeForm />
        </aside>
      </div>
    </>
  );
}
