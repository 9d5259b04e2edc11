import { useRef } from "react";
import "./controls.css";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** One of a few, side by side; arrows move between them. */
export function Segmented<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const group = useRef<HTMLDivElement>(null);
  const at = props.choices.findIndex((choice) => choice.value === props.value);
  const move = (by: number) => {
    const next = (at + by + props.choices.length) % props.choices.length;
    const choice = props.choices[next];
    if (!choice) return;
    props.onChange(choice.value);
    group.current?.querySelectorAll<HTMLButtonElement>("button")[next]?.focus();
  };
  return (
    <div className="segmented no-print" role="radiogroup" aria-label={props.label} ref={group}>
      {props.choices.map((choice) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot be drawn as one thumb without a wrapper per choice
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === props.value}
          tabIndex={choice.value === props.value ? 0 : -1}
          onClick={() => props.onChange(choice.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight" || event.key === "ArrowDown") move(1);
            else if (event.key === "ArrowLeft" || event.key === "ArrowUp") move(-1);
            else return;
            event.preventDefault();
          }}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
