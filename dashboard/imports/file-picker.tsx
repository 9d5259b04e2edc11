import { type DragEvent, useEffect, useRef, useState } from "react";
import { words } from "../words/imports.ts";
import { ACCEPTED, MEGABYTES } from "./chosen-file.ts";

/** The place to drop files on; the button does the same by keyboard. */
export function FilePicker({
  onFiles,
  disabled,
}: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabled: boolean;
}) {
  const [over, setOver] = useState(false);
  useEffect(keepPageOnMissedDrop, []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is the keyboard's
    <div
      className={over ? "imports-drop is-over" : "imports-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        if (!disabled) setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <p className="imports-drop-line">
        {over ? (
          words.choose.dropNow
        ) : (
          <>
            {words.choose.drop} <FileButton label={words.choose.browse} onFiles={onFiles} disabled={disabled} />
          </>
        )}
      </p>
      <p className="imports-hint">{words.choose.limits(MEGABYTES)}</p>
    </div>
  );
}

/** Opens the computer's own file dialogue. */
export function FileButton(props: {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabled?: boolean;
  readonly primary?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={props.primary ? "button is-primary" : "button"}
        disabled={props.disabled}
        onClick={() => input.current?.click()}
      >
        {props.label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED.join(",")}
        aria-label={props.label}
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])]);
          // The same file, mended, can be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}

/** A file dropped beside the target would replace the page and everything on it. */
function keepPageOnMissedDrop(): () => void {
  const stop = (event: Event) => event.preventDefault();
  window.addEventListener("dragover", stop);
  window.addEventListener("drop", stop);
  return () => {
    window.removeEventListener("dragover", stop);
    window.removeEventListener("drop", stop);
  };
}
