import { type FormEvent, useId, useRef, useState } from "react";
import { ask, questions } from "../ask.ts";
import { format } from "../look/format.ts";
import { words } from "../words/imports.ts";
import { MergePersonsDocument, type RefusalFactsFragment } from "./imports.generated.ts";
import { RefusalNote } from "./refusal-note.tsx";

const EMPTY = { wrong: "", right: "", reason: "" };
const FIELDS = ["wrong", "right", "reason"] as const;
type Field = (typeof FIELDS)[number];

/** Two ID numbers and a reason. The numbers stay in the form: never in the address, a cache or a log. */
export function MergeForm() {
  const [typed, setTyped] = useState(EMPTY);
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const [refusal, setRefusal] = useState<RefusalFactsFragment | null>(null);
  const [failedAt, setFailedAt] = useState<Date | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(typed);
    setFaults(found);
    setRefusal(null);
    setFailedAt(null);
    setDone(null);
    const first = FIELDS.find((field) => found[field]);
    if (first) {
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setWorking(true);
    try {
      const answer = await ask(MergePersonsDocument, {
        wrongIdNumber: tidy(typed.wrong),
        rightIdNumber: tidy(typed.right),
        reason: typed.reason.trim(),
      });
      setRefusal(answer.mergePersons.refusal);
      if (!answer.mergePersons.refusal) {
        setDone(words.persons.done(answer.mergePersons.merge?.name ?? ""));
        setTyped(EMPTY);
        void questions.invalidateQueries();
      }
    } catch {
      setFailedAt(new Date());
    } finally {
      setWorking(false);
    }
  };

  const field = (name: Field, label: string, hint?: string) => {
    const fault = faults[name];
    const shared = {
      id: `${id}-${name}`,
      name,
      value: typed[name],
      required: true,
      autoComplete: "off",
      spellCheck: false,
      "aria-invalid": fault !== undefined,
      "aria-describedby": `${id}-${name}-hint`,
      onChange: (event: { target: { value: string } }) => {
        setTyped({ ...typed, [name]: event.target.value });
        setFaults({ ...faults, [name]: undefined });
      },
    };
    return (
      <div className="imports-field">
        <label htmlFor={shared.id}>{label}</label>
        {name === "reason" ? (
          <textarea rows={2} maxLength={500} {...shared} />
        ) : (
          <input type="text" maxLength={30} {...shared} />
        )}
        <p id={`${id}-${name}-hint`} className={fault ? "imports-hint is-refused" : "imports-hint"}>
          {fault ?? hint}
        </p>
      </div>
    );
  };

  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <div className="card-head">
        <h2 id={`${id}-title`}>{words.persons.formTitle}</h2>
      </div>
      <p className="card-note">{words.persons.formNote}</p>
      <form ref={form} className="imports-form" onSubmit={submit} noValidate>
        {field("wrong", words.persons.wrong)}
        {field("right", words.persons.right)}
        {field("reason", words.persons.reason, words.persons.reasonHint)}
        {refusal && <RefusalNote refusal={refusal} />}
        {failedAt && (
          <p className="imports-refusal" role="alert">
            {words.deed.failed(format.clock(failedAt))}
          </p>
        )}
        {done && (
          <p className="imports-said" role="status">
            {done}
          </p>
        )}
        <div className="imports-actions">
          <button type="submit" className="button is-primary" disabled={working}>
            {working ? words.deed.working : words.persons.submit}
          </button>
        </div>
      </form>
    </section>
  );
}

function faultsOf(typed: typeof EMPTY): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) if (typed[field].trim() === "") found[field] = words.persons.missing[field];
  if (!found.wrong && !found.right && tidy(typed.wrong) === tidy(typed.right)) found.right = words.persons.same;
  return found;
}

/** As it is printed on the card: no spaces, a capital X. */
function tidy(number: string): string {
  return number.replace(/\s/g, "").toUpperCase();
}
