import { statusColours } from "../look/meanings.ts";
import type { NoDataReason, TargetStatus } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import "./status-mark.css";

interface Status {
  readonly status: TargetStatus;
  readonly reason?: NoDataReason | null;
}

/** The word of a status; where there is no data, the reason is the word. */
export function statusWord({ status, reason }: Status): string {
  return status === "NO_DATA" && reason ? common.noData[reason] : common.status[status];
}

/** Shape and word, in this order of importance before colour. */
export function StatusMark(props: Status) {
  return (
    <span className="status-mark" style={{ color: statusColours[props.status].text }}>
      <StatusShape status={props.status} size={14} />
      {statusWord(props)}
    </span>
  );
}

/** The shape alone, for dense lists whose card carries the legend of words. */
export function StatusDot(props: Status) {
  return (
    <span className="status-dot" role="img" aria-label={statusWord(props)} title={statusWord(props)}>
      <StatusShape status={props.status} size={12} />
    </span>
  );
}

/** The legend of words for the shapes that a card shows. */
export function StatusLegend({ statuses }: { readonly statuses: readonly TargetStatus[] }) {
  return (
    <ul className="status-legend">
      {statuses.map((status) => (
        <li key={status}>
          <StatusShape status={status} size={12} />
          {common.status[status]}
        </li>
      ))}
    </ul>
  );
}

/** The shape of a status on a field of 14 by 14, to be placed inside any drawing. */
export function StatusShape({ status, size }: { readonly status: TargetStatus; readonly size: number }) {
  return (
    <svg className="status-shape" viewBox="0 0 14 14" width={size} height={size} aria-hidden="true">
      <StatusPath status={status} />
    </svg>
  );
}

function StatusPath({ status }: { readonly status: TargetStatus }) {
  const { mark } = statusColours[status];
  switch (status) {
    case "ATTAINED":
      return (
        <>
          <circle cx="7" cy="7" r="6.5" fill={mark} />
          <path d="M4 7.2 6.2 9.4 10.1 5" className="status-cut" />
        </>
      );
    case "TO_CONFIRM":
      return (
        <>
          <circle cx="7" cy="7" r="5.6" fill="none" stroke={mark} strokeWidth="1.8" />
          <circle cx="7" cy="7" r="2.4" fill={mark} />
        </>
      );
    case "ATTAINED_LATE":
      return (
        <>
          <circle cx="7" cy="7" r="5.8" fill="none" stroke={mark} strokeWidth="1.6" />
          <path d="M7 1.2a5.8 5.8 0 0 0 0 11.6Z" fill={mark} />
        </>
      );
    case "ON_TRACK":
      return <path d="M7 1.2 13.2 12.6H.8Z" fill={mark} />;
    case "AT_RISK":
      return <path d="M7 .6 13.4 7 7 13.4.6 7Z" fill={mark} />;
    case "OFF_TRACK":
      return <path d="M.8 1.6h12.4L7 13Z" fill={mark} />;
    case "AWAITING":
      return <path d="M2.2 1h9.6v1.6L8.2 7l3.6 4.4V13H2.2v-1.6L5.8 7 2.2 2.6Z" fill={mark} />;
    case "MISSED":
      return (
        <>
          <rect x="1" y="1" width="12" height="12" fill={mark} />
          <path d="m4.4 4.4 5.2 5.2m0-5.2-5.2 5.2" className="status-cut" />
        </>
      );
    case "NO_DATA":
      return (
        <rect
          x="1.5"
          y="1.5"
          width="11"
          height="11"
          fill="none"
          stroke={mark}
          strokeWidth="1.4"
          strokeDasharray="2.4 1.8"
        />
      );
    case "NO_TARGET":
      return <path d="M1.5 7h11" stroke={mark} strokeWidth="2" />;
  }
}
