/** Where in a long list this page is, and the way on and back. */
export function Pager(props: {
  readonly label: string;
  readonly text: string;
  readonly previous: { readonly label: string; readonly go: () => void } | null;
  readonly next: { readonly label: string; readonly go: () => void } | null;
}) {
  return (
    <nav className="imports-pager" aria-label={props.label}>
      <span role="status">{props.text}</span>
      {[props.previous, props.next].map(
        (way) =>
          way && (
            <button key={way.label} type="button" className="text-button is-link" onClick={way.go}>
              {way.label}
            </button>
          ),
      )}
    </nav>
  );
}
