import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/** A button that opens a short list of links below it; Escape and a click elsewhere close it. */
export function MenuButton(props: {
  readonly label: string;
  readonly primary?: boolean;
  readonly alignRight?: boolean;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
      document.removeEventListener("keydown", leave);
    };
  }, [open]);
  return (
    <div className="imports-menu" ref={box}>
      <button
        ref={button}
        type="button"
        className={props.primary ? "button is-primary" : "button"}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {props.label}
        <span aria-hidden="true" className="imports-menu-arrow" />
      </button>
      <div id={id} className={props.alignRight ? "imports-menu-list is-right" : "imports-menu-list"} hidden={!open}>
        {props.children}
      </div>
    </div>
  );
}
