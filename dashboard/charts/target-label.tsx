/** A label centred over its tick, drawn inwards where it would leave the picture. */
export function TargetLabel({ at, y, text }: { readonly at: number; readonly y: number; readonly text: string }) {
  const anchor = at > 0.9 ? "end" : "middle";
  return (
    <text x={at > 0.9 ? "100%" : `${at * 100}%`} y={y} textAnchor={anchor}>
      {text}
    </text>
  );
}
