import { type CSSProperties, type ReactNode, useEffect, useState } from "react";
import type { Asked } from "../ask.ts";
import { format } from "../look/format.ts";
import { common } from "../words/common.ts";
import { csvOf, type FileNotes, saveFile } from "./csv.ts";
import { DataTable } from "./data-table.tsx";
import type { TableView } from "./table-view.ts";
import "./card.css";
import "./controls.css";

type State = Pick<Asked<unknown>, "data" | "loading" | "failure" | "answeredAt" | "retry">;

export interface CardProps {
  /** Names the card in the address (`?table=`) and as an anchor. */
  readonly id: string;
  /** What the figures say; the neutral name while there are none. */
  readonly title: string;
  readonly asked: State;
  /** The height that the picture will take, so that nothing jumps. */
  readonly height: number;
  readonly note?: ReactNode;
  /** Beside the three actions of every card. */
  readonly extra?: ReactNode;
  readonly controls?: ReactNode;
  readonly table?: TableView | undefined;
  readonly file?: FileNotes | undefined;
  readonly onProof?: (() => void) | undefined;
  readonly showTable?: boolean;
  readonly onShowTable?: ((show: boolean) => void) | undefined;
  /** Said to screen readers in place of the picture. */
  readonly sentence?: string | undefined;
  readonly legend?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A finding with its picture, the table behind it, a file of it and its proof, in all five states. */
export function Card(props: CardProps) {
  const ready = props.asked.data !== undefined;
  const { table, file, onShowTable } = props;
  const showTable = Boolean(props.showTable && table);
  return (
    <section className={`card ${props.className ?? ""}`} id={props.id} aria-labelledby={`${props.id}-title`}>
      <div className="card-head">
        <h2 id={`${props.id}-title`}>{props.title}</h2>
        <div className="card-actions no-print">
          {props.extra}
          {table && onShowTable && (
            <button
              type="button"
              className="text-button"
              aria-pressed={showTable}
              aria-label={showTable ? common.card.pictureLabel(props.title) : common.card.tableLabel(props.title)}
              onClick={() => onShowTable(!showTable)}
            >
              {showTable ? common.card.picture : common.card.table}
            </button>
          )}
          {table && file && (
            <button
              type="button"
              className="text-button"
              aria-label={common.card.downloadLabel(props.title)}
              onClick={() => saveFile(fileName(props.title, file), csvOf(table, file))}
            >
              {common.card.download}
            </button>
          )}
          {ready && props.onProof && (
            <button
              type="button"
              className="text-button"
              aria-label={common.card.proofLabel(props.title)}
              onClick={props.onProof}
            >
              {common.card.proof}
            </button>
          )}
        </div>
      </div>
      {(props.note || props.controls) && (
        <div className="card-line">
          <div className="card-note">{props.note}</div>
          {props.controls && <div className="card-controls">{props.controls}</div>}
        </div>
      )}
      <CardState asked={props.asked} height={props.height}>
        {ready && showTable && table ? (
          <DataTable view={table} caption={props.title} />
        ) : (
          <>
            {props.sentence && <p className="only-read">{props.sentence}</p>}
            {props.children}
          </>
        )}
      </CardState>
      {ready && !showTable && props.legend && <div className="card-legend">{props.legend}</div>}
    </section>
  );
}

/** Loading, failed or ready: the place of the picture is kept for it, and the last good picture stays. */
export function CardState(props: { readonly asked: State; readonly height: number; readonly children: ReactNode }) {
  const { asked } = props;
  const slow = useAfter(300, asked.data === undefined && !asked.failure);
  if (asked.data === undefined) {
    return (
      <div
        className="card-body is-waiting"
        style={{ "--waiting-height": `${props.height}px` } as CSSProperties}
        aria-busy={!asked.failure}
      >
        {asked.failure ? <Failed asked={asked} /> : slow ? <LoadingBars /> : null}
      </div>
    );
  }
  return (
    <div className="card-body" aria-busy={asked.loading}>
      {asked.failure && (
        <div className="card-failed-over">
          <Failed asked={asked} />
          {asked.answeredAt && (
            <span className="card-taken">{common.card.takenAt(format.clock(asked.answeredAt))}</span>
          )}
        </div>
      )}
      <div className={asked.failure || asked.loading ? "card-stale" : undefined}>{props.children}</div>
    </div>
  );
}

/** Grey bars where text will be. */
export function LoadingBars() {
  return (
    <div className="loading-bars">
      <span className="only-read" role="status">
        {common.card.loading}
      </span>
      <i style={{ width: "70%" }} />
      <i style={{ width: "100%" }} />
      <i style={{ width: "86%" }} />
    </div>
  );
}

/** One sentence why there is nothing, and one action. */
export function Empty(props: { readonly text: string; readonly action?: ReactNode }) {
  return (
    <div className="card-empty">
      <p>{props.text}</p>
      {props.action}
    </div>
  );
}

function Failed({ asked }: { readonly asked: State }) {
  const { failure } = asked;
  if (!failure) return null;
  return (
    <p className="card-failed" role="alert">
      {common.card.failed(format.clock(failure.at))}
      <button type="button" className="text-button is-link" onClick={asked.retry}>
        {common.card.retry}
      </button>
      {failure.code === "BAD_USER_INPUT" && <span className="card-why">{failure.message}</span>}
    </p>
  );
}

/** True once `waiting` has lasted that long: a quick answer never flashes grey bars. */
function useAfter(milliseconds: number, waiting: boolean): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setOver(false);
      return;
    }
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds, waiting]);
  return over;
}

function fileName(title: string, file: FileNotes): string {
  return `${[title, file.asOf, ...(file.demo ? [common.demo] : [])].join("_")}.csv`;
}
