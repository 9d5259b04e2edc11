import { format } from "../look/format.ts";
import { ownershipColours } from "../look/meanings.ts";
import { StatusDot } from "../parts/status-mark.tsx";
import type { NoDataReason, Ownership, TargetStatus } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import "./charts.css";

export interface GapRow {
  readonly key: string;
  readonly name: string;
  /** Null for 省本级 and where nothing is reported. */
  readonly rank: number | null;
  readonly gap: number;
  readonly parts: readonly { readonly ownership: Ownership; readonly gap: number }[];
  readonly classes: readonly ClassStand[];
  /** In place of the bar, where there is none. */
  readonly note: string | null;
  readonly apart: boolean;
}

export interface ClassStand {
  readonly ownership: Ownership;
  readonly status: TargetStatus;
  readonly noDataReason: NoDataReason | null;
  readonly rate: number | null;
  readonly target: number | null;
}

/** People short by responsibility, stacked by class on one scale, with the status of each class. Rows are links in the table view. */
export function GapList(props: { readonly rows: readonly GapRow[]; readonly columns: readonly Ownership[] }) {
  const longest = Math.max(1, ...props.rows.map((row) => row.gap));
  return (
    <table className="gap-list">
      <thead>
        <tr>
          <th className="is-rank" scope="col">
            {overview.gaps.rank}
          </th>
          <th scope="col">{overview.gaps.responsibility}</th>
          <th scope="col">{overview.gaps.people}</th>
          {props.columns.map((ownership) => (
            <th key={ownership} className="is-class" scope="col">
              {overview.gaps.classRate(common.ownership[ownership])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key} className={row.apart ? "is-apart" : undefined}>
            <td className="is-rank">{row.rank ?? ""}</td>
            <td className="is-name">{row.name}</td>
            <td>
              <Bar row={row} longest={longest} />
            </td>
            {row.apart ? (
              <ApartClasses row={row} span={props.columns.length} />
            ) : (
              <Classes row={row} columns={props.columns} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ row, longest }: { readonly row: GapRow; readonly longest: number }) {
  if (row.note !== null) {
    return (
      <div className="gap-bar">
        <span>
          <i className="hatch" />
        </span>
        <small className="is-quiet">{row.note}</small>
      </div>
    );
  }
  return (
    <div className="gap-bar">
      <span style={{ width: `${(row.gap / longest) * 82}%` }}>
        {row.parts.map((part) => (
          <i key={part.ownership} style={{ flex: part.gap, background: ownershipColours[part.ownership] }} />
        ))}
      </span>
      {format.count(row.gap)}
    </div>
  );
}

function Classes({ row, columns }: { readonly row: GapRow; readonly columns: readonly Ownership[] }) {
  return columns.map((ownership) => {
    const stand = row.classes.find((one) => one.ownership === ownership);
    return (
      <td key={ownership} className="is-class">
        {stand ? <Stand stand={stand} /> : <span className="is-quiet">{common.noData.NO_SUCH_ENTERPRISE}</span>}
      </td>
    );
  });
}

/** 省本级 answers for other classes than the cities: each is named. */
function ApartClasses({ row, span }: { readonly row: GapRow; readonly span: number }) {
  return (
    <td className="is-class" colSpan={span}>
      <span className="gap-list-apart">
        {row.classes.map((stand) => (
          <span key={stand.ownership}>
            <StatusDot status={stand.status} reason={stand.noDataReason} /> {common.ownership[stand.ownership]}{" "}
            {format.rateNumber(stand.rate, stand)}
          </span>
        ))}
      </span>
    </td>
  );
}

function Stand({ stand }: { readonly stand: ClassStand }) {
  if (stand.rate === null) {
    return (
      <span className="is-quiet">{stand.noDataReason ? common.noData[stand.noDataReason] : common.status.NO_DATA}</span>
    );
  }
  return (
    <>
      <StatusDot status={stand.status} reason={stand.noDataReason} />
      <b>{format.rateNumber(stand.rate, stand)}</b>
    </>
  );
}
