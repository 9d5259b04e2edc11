import { format, NOTHING } from "../look/format.ts";
import type { NoDataReason, TargetStatus } from "../terms.generated.ts";
import { statusWord } from "./status-mark.tsx";

/** The table behind a picture: what is printed, what it sorts by, and what goes into a file. */
export interface TableView {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly head: string;
  readonly numeric?: boolean;
}

export interface TableRow {
  readonly key: string;
  readonly cells: readonly TableCell[];
  /** Stands below the line and keeps its place when the table is sorted: 省本级, a sum. */
  readonly apart?: boolean;
}

export interface TableCell {
  readonly print: string;
  readonly sort: string | number | null;
  /** For a file: numbers bare, no thousands separators. */
  readonly file: string | number | null;
  readonly status?: TargetStatus;
  readonly href?: string;
}

/** Cells by what they hold. */
export const cell = {
  text: (value: string, href?: string): TableCell => ({
    print: value,
    sort: value,
    file: value,
    ...(href ? { href } : {}),
  }),
  count: (value: number | null | undefined): TableCell => ({
    print: format.count(value),
    sort: value ?? null,
    file: value ?? null,
  }),
  /** People a month that must be found, and that were. */
  countUp: (value: number | null | undefined): TableCell => printed(format.countUp(value), value),
  round: (value: number | null | undefined): TableCell => printed(format.count(value), value),
  /** For a column whose head says %. */
  rate: (value: number | null | undefined, target?: number | null): TableCell => {
    const print = format.rateNumber(value, { target });
    return { print, sort: value ?? null, file: value == null ? null : print };
  },
  target: (value: number | null | undefined): TableCell => {
    const print = value == null ? NOTHING : format.target(value);
    return { print, sort: value ?? null, file: value == null ? null : print };
  },
  points: (value: number | null | undefined): TableCell => {
    const print = format.points(value);
    return { print, sort: value ?? null, file: value == null ? null : print.replace("−", "-") };
  },
  status: (status: TargetStatus, reason?: NoDataReason | null): TableCell => {
    const print = statusWord(reason ? { status, reason } : { status });
    return { print, sort: print, file: print, status };
  },
};

function printed(print: string, value: number | null | undefined): TableCell {
  return { print, sort: value ?? null, file: value == null ? null : print.replaceAll(",", "").replace("−", "-") };
}
