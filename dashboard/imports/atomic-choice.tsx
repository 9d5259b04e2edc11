import { words } from "../words/imports.ts";
import { setAtomic } from "./upload-desk.ts";

/** All or nothing: off unless somebody wants it. */
export function AtomicChoice({ atomic, disabled }: { readonly atomic: boolean; readonly disabled?: boolean }) {
  return (
    <label className="imports-atomic">
      <input
        type="checkbox"
        checked={atomic}
        disabled={disabled}
        onChange={(event) => setAtomic(event.target.checked)}
      />
      <span>
        {words.choose.atomic}
        <span className="imports-hint">{words.choose.atomicNote}</span>
      </span>
    </label>
  );
}
