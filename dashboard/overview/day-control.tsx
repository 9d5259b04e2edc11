import { lazy, Suspense, useState } from "react";
import { overview } from "../words/overview.ts";
import type { AddressBar } from "./address.ts";

const DayPicker = lazy(() => import("./day-picker.tsx"));

/** The as-of day; the calendar is loaded when it is opened. */
export function DayControl({ bar, day }: { readonly bar: AddressBar; readonly day: string | undefined }) {
  const [open, setOpen] = useState(false);
  const shown = bar.address.asOf ?? day ?? "";
  const button = (
    <button
      type="button"
      className={`button ${bar.address.asOf ? "is-set" : ""}`}
      aria-haspopup="dialog"
      aria-label={overview.toolbar.asOfLabel(shown)}
      onClick={() => setOpen(true)}
    >
      <span className="button-label">{overview.toolbar.asOf}</span> {shown}
    </button>
  );
  if (!open) return button;
  return (
    <Suspense fallback={button}>
      <DayPicker
        day={shown}
        onPick={(picked) => {
          setOpen(false);
          bar.change({ asOf: picked });
        }}
        onClose={() => setOpen(false)}
      />
    </Suspense>
  );
}
