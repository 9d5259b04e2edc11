import { type FormEvent, Fragment, useId, useState } from "react";
import { ask, questions, useAsk } from "../ask.ts";
import { format } from "../look/format.ts";
import { CardState, Empty } from "../parts/card.tsx";
import { words } from "../words/imports.ts";
import {
  PersonMergesDocument,
  type PersonMergesQuery,
  type RefusalFactsFragment,
  UndoPersonMergeDocument,
} from "./imports.generated.ts";
import { RefusalNote } from "./refusal-note.tsx";

type Merge = PersonMergesQuery["personMerges"][number];

/** Who was merged, by whom and why; each can be undone, and an undone one stays in the list. */
export function MergeList() {
  const asked = useAsk(PersonMergesDocument, {});
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const merges = asked.data?.personMerges ?? [];
  const { columns } = words.persons;
  return (
    <section className="card" aria-labelledby="merges-title">
      <div className="card-head">
        <h2 id="merges-title">
          {merges.length > 0 ? words.persons.listTitle(format.count(merges.length)) : words.persons.listNone}
        </h2>
      </div>
      {said && (
        <p className="imports-said" role="status">
          {said}
        </p>
      )}
      <CardState asked={asked} height={200}>
        {merges.length === 0 ? (
          <Empty text={words.persons.listHelp} />
        ) : (
          <table className="imports-table">
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.wrong}</th>
                <th scope="col">{columns.right}</th>
                <th scope="col">{columns.done}</th>
                <th scope="col">{columns.reason}</th>
                <th scope="col">
                  <span className="only-read">{columns.undo}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {merges.map((merge) => (
                <Fragment key={merge.id}>
                  <tr className={merge.undoneAt ? "is-gone" : ""}>
                    <th scope="row">{merge.name}</th>
                    <td className="no-break">{merge.wrongIdMask}</td>
                    <td className="no-break">{merge.rightIdMask}</td>
                    <td>
                      <span className="no-break">{format.moment(merge.doneAt)}</span>
                      <span className="imports-second">{merge.doneBy}</span>
                    </td>
                    <td>{merge.reason}</td>
                    <td className="is-number">
                      {merge.undoneAt ? (
                        <span className="is-withdrawn">{words.persons.undone(format.moment(merge.undoneAt))}</span>
                      ) : (
                        <button
                          type="button"
                          className="text-button"
                          aria-label={words.persons.undoLabel(merge.name)}
                          aria-expanded={open === merge.id}
                          onClick={() => setOpen(open === merge.id ? null : merge.id)}
                        >
                          {words.persons.undo}
                        </button>
                      )}
                    </td>
                  </tr>
                  {open === merge.id && !merge.undoneAt && (
                    <tr>
                      <td colSpan={6}>
                        <UndoForm
                          merge={merge}
                          onClose={() => setOpen(null)}
                          onDone={() => {
                            setOpen(null);
                            setSaid(words.persons.undoDone);
                          }}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        )}
      </CardState>
    </section>
  );
}

function UndoForm({
  merge,
  onClose,
  onDone,
}: {
  readonly merge: Merge;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<RefusalFactsFragment | null>(null);
  const [failedAt, setFailedAt] = useState<Date | null>(null);
  const [working, setWorking] = useState(false);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() === "") return;
    setWorking(true);
    setFailedAt(null);
    try {
      const answer = await ask(UndoPersonMergeDocument, { mergeId: merge.id, reason: reason.trim() });
      setRefusal(answer.undoPersonMerge.refusal);
      if (!answer.undoPersonMerge.refusal) {
        void questions.invalidateQueries();
        onDone();
      }
    } catch {
      setFailedAt(new Date());
    } finally {
      setWorking(false);
    }
  };
  return (
    <form className="imports-undo" onSubmit={submit} noValidate>
      <label htmlFor={id}>{words.persons.undoReason}</label>
      <input
        id={id}
        type="text"
        maxLength={500}
        value={reason}
        required
        aria-invalid={missing}
        aria-describedby={`${id}-fault`}
        // biome-ignore lint/a11y/noAutofocus: the field appears below the button that asked for it
        autoFocus
        onChange={(event) => {
          setReason(event.target.value);
          setMissing(false);
        }}
      />
      <button type="submit" className="button" disabled={working}>
        {working ? words.deed.working : words.persons.undoConfirm}
      </button>
      <button type="button" className="text-button" onClick={onClose}>
        {words.persons.undoCancel}
      </button>
      <span id={`${id}-fault`} className="is-refused">
        {missing && words.deed.reasonMissing}
      </span>
      {refusal && <RefusalNote refusal={refusal} />}
      {failedAt && (
        <p className="imports-refusal" role="alert">
          {words.deed.failed(format.clock(failedAt))}
        </p>
      )}
    </form>
  );
}
