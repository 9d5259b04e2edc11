import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Fragment, useEffect, useRef } from "react";
import { useLocation, useSearchParams } from "react-router";
import { AskFailure } from "../ask.ts";
import { format, NOTHING } from "../look/format.ts";
import { Card, Empty } from "../parts/card.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { StatusShape } from "../parts/status-mark.tsx";
import type { FaultSeverity } from "../terms.generated.ts";
import { words } from "../words/imports.ts";
import type { FaultCountsFragment } from "./imports.generated.ts";
import { type Fault, type FaultPage, type FaultRequest, loadFaults, printPlace, readPlace } from "./load-faults.ts";
import { Pager } from "./pager.tsx";
import { type Batch, batchNumber, isUnread, sum } from "./sending-state.ts";

const PAGE = 20;

interface FaultCardProps {
  readonly batches: readonly Batch[];
  readonly counts: {
    readonly data: readonly FaultCountsFragment[] | undefined;
    readonly failure: Failure;
    readonly retry: () => void;
  };
  readonly note: string;
}

type Failure = { readonly code: string; readonly message: string; readonly at: Date } | null;

/**
 * Every fault by row and cell, a page at a time. Filter and place stand in the address:
 * `severity`, `batch`, `sheet`, and one `at` for each page turned, so that the way back is there too.
 */
export function FaultCard({ batches, counts, note }: FaultCardProps) {
  const [search, setSearch] = useSearchParams();
  const table = useRef<HTMLDivElement>(null);
  useFaultsAnchor();
  const severity = readSeverity(search.get("severity"));
  const batch = batches.find((one) => one.id === search.get("batch")) ?? null;
  const sheet = search.get("sheet");
  const places = search.getAll("at");
  const all = counts.data ?? [];
  const chosen = batch ? all.filter((one) => one.id === batch.id) : all;
  const total = sum(chosen, (one) => countOf(one, severity));
  const request: FaultRequest = {
    batchIds: mostRefusedFirst(chosen.filter((one) => countOf(one, severity) > 0)),
    place: readPlace(places.at(-1) ?? ""),
    size: PAGE,
    severity,
    sheet,
  };
  const page = useFaultPage(request, counts.data !== undefined);
  const errors = sum(all, (one) => one.faults.errorCount);
  const warnings = sum(all, (one) => one.faults.warningCount);
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(search);
    edit(next);
    setSearch(next, { preventScrollReset: true });
  };
  // A page is read from its top, with eyes and with the keyboard.
  const turn = (edit: (next: URLSearchParams) => void) => {
    change(edit);
    table.current?.focus({ preventScroll: true });
    showFaults();
  };
  const drop = (...names: readonly string[]) =>
    change((next) => {
      for (const name of names) next.delete(name);
    });
  const clean = counts.data !== undefined && errors + warnings === 0;
  const unread = clean && batches.every(isUnread);
  const title =
    counts.data === undefined
      ? words.faults.titleNone
      : clean
        ? unread
          ? words.faults.titleUnread
          : words.faults.titleClean
        : words.faults.title(format.count(errors), format.count(warnings));
  const only = [batch ? batchNumber(batch.id) : null, sheet].filter((part) => part !== null);
  const asked = {
    data: clean ? { faults: [], next: null, matching: 0 } : page.data,
    loading: page.isPlaceholderData,
    failure: counts.failure ?? failureOf(page.error, page.errorUpdatedAt),
    answeredAt: page.dataUpdatedAt ? new Date(page.dataUpdatedAt) : null,
    retry: () => {
      counts.retry();
      void page.refetch();
    },
  };
  return (
    <Card
      id="faults"
      title={title}
      height={clean ? 80 : 320}
      note={clean ? null : note}
      asked={asked}
      controls={
        clean ? null : (
          <Segmented
            label={words.faults.filter}
            value={severity ?? "ALL"}
            onChange={(value) =>
              change((next) => {
                next.delete("at");
                if (value === "ALL") next.delete("severity");
                else next.set("severity", value.toLowerCase());
              })
            }
            choices={[
              { value: "ALL", label: words.faults.all },
              { value: "ERROR", label: words.severity.ERROR },
              { value: "WARNING", label: words.severity.WARNING },
            ]}
          />
        )
      }
    >
      {only.length > 0 && (
        <p className="imports-only">
          <span className="chip">
            {words.faults.only(only.join(words.dot))}
            <button type="button" aria-label={words.faults.showAll} onClick={() => drop("at", "batch", "sheet")}>
              ×
            </button>
          </span>
        </p>
      )}
      {asked.data && asked.data.faults.length > 0 ? (
        <>
          <div ref={table} tabIndex={-1} className="imports-faults-frame">
            <FaultTable faults={asked.data.faults} batches={batches} />
          </div>
          <FaultPager
            page={asked.data}
            places={places}
            total={sheet && chosen.length === 1 ? asked.data.matching : total}
            change={turn}
          />
        </>
      ) : (
        <Empty
          text={
            unread ? words.faults.unread : clean || !severity ? words.faults.none : words.faults.noneOfKind[severity]
          }
          action={
            severity && !clean ? (
              <button type="button" className="text-button is-link" onClick={() => drop("at", "severity")}>
                {words.faults.seeAll}
              </button>
            ) : null
          }
        />
      )}
    </Card>
  );
}

function FaultTable({ faults, batches }: { readonly faults: readonly Fault[]; readonly batches: readonly Batch[] }) {
  const { columns } = words.faults;
  const several = batches.length > 1;
  return (
    <table className="imports-table imports-faults">
      <thead>
        <tr>
          <th scope="col" className="is-cell">
            {columns.cell}
          </th>
          <th scope="col" className="is-found">
            {columns.found}
          </th>
          <th scope="col">{columns.problem}</th>
          <th scope="col" className="is-clause">
            {columns.clause}
          </th>
          <th scope="col" className="is-severity">
            <span className="only-read">{columns.severity}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault, at) => {
          const batch = batches.find((one) => one.id === fault.batchId);
          const opens = several && batch && faults[at - 1]?.batchId !== fault.batchId;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell may have the same fault twice; its place on the page is its name
            <Fragment key={at}>
              {opens && (
                <tr className="imports-group">
                  <th scope="rowgroup" colSpan={5}>
                    {words.faults.group(batchNumber(batch.id), batch.fileName)}
                  </th>
                </tr>
              )}
              <FaultRow fault={fault} batch={batch} />
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** Cell → what was found → what is wrong → how to mend → clause. The ledger's words stay Chinese in every language. */
function FaultRow({ fault, batch }: { readonly fault: Fault; readonly batch: Batch | undefined }) {
  return (
    <tr>
      <td>
        <span className="imports-cell">{fault.cell ?? words.faults.row(fault.row)}</span>
        <span className="imports-second">{sheetName(fault, batch)}</span>
      </td>
      <td lang="zh-CN">
        {fault.column || words.faults.wholeRow}
        <span className="imports-second imports-found">
          {fault.found === null || fault.found === "" ? words.faults.blank : fault.found}
        </span>
      </td>
      <td lang="zh-CN">
        <b>{fault.message}</b>
        <span className="imports-second">{fault.mend}</span>
      </td>
      <td className="imports-clause" lang="zh-CN">
        {fault.clause ?? NOTHING}
      </td>
      <td className="is-severity">
        <SeverityMark severity={fault.severity} />
      </td>
    </tr>
  );
}

function SeverityMark({ severity }: { readonly severity: FaultSeverity }) {
  return (
    <span className={`imports-severity ${severity === "ERROR" ? "is-refused" : "is-withdrawn"}`}>
      {severity === "ERROR" ? <RefusedShape /> : <StatusShape status="AT_RISK" size={12} />}
      {words.severity[severity]}
    </span>
  );
}

/** The square with a cross, in the colour of what is refused. */
function RefusedShape() {
  return (
    <svg viewBox="0 0 14 14" width="12" height="12" aria-hidden="true">
      <rect x="1" y="1" width="12" height="12" className="imports-refused-mark" />
      <path d="m4.4 4.4 5.2 5.2m0-5.2-5.2 5.2" className="status-cut" />
    </svg>
  );
}

/** Sheets are often called Sheet1; in a batch of one sheet the ledger's name says more. */
function sheetName(fault: Fault, batch: Batch | undefined): string {
  const kind = batch?.sheets.find((one) => one.sheet === fault.sheet)?.kind;
  return batch && batch.sheets.length === 1 && kind ? words.kind[kind] : fault.sheet;
}

function FaultPager(props: {
  readonly page: FaultPage;
  readonly places: readonly string[];
  readonly total: number | null;
  readonly change: (edit: (next: URLSearchParams) => void) => void;
}) {
  const { page, places, total } = props;
  if (places.length === 0 && !page.next && total !== null && total <= PAGE) return null;
  const from = format.count(places.length * PAGE + 1);
  const to = format.count(places.length * PAGE + page.faults.length);
  const turn = (next: readonly string[]) =>
    props.change((search) => {
      search.delete("at");
      for (const place of next) search.append("at", place);
    });
  const next = page.next;
  return (
    <Pager
      label={words.faults.pages}
      text={total === null ? words.faults.shownPart(from, to) : words.faults.shown(from, to, format.count(total))}
      previous={places.length > 0 ? { label: words.faults.previous, go: () => turn(places.slice(0, -1)) } : null}
      next={next ? { label: words.faults.next, go: () => turn([...places, printPlace(next)]) } : null}
    />
  );
}

function useFaultPage(request: FaultRequest, enabled: boolean) {
  return useQuery<FaultPage, Error>({
    queryKey: ["faults", request],
    queryFn: ({ signal }) => loadFaults(request, signal),
    placeholderData: keepPreviousData,
    enabled,
    // The faults of a finished batch never change; a withdrawal elsewhere may add to them.
    staleTime: 60_000,
  });
}

/** A link to `#faults` leads there also when the page is already open. */
function useFaultsAnchor(): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link followed twice is two visits
  useEffect(() => {
    if (hash === "#faults") showFaults();
  }, [hash, key]);
}

function showFaults(): void {
  document.getElementById("faults")?.scrollIntoView({ block: "start" });
}

function failureOf(error: Error | null, at: number): Failure {
  if (!error) return null;
  return {
    code: error instanceof AskFailure ? error.code : "INTERNAL_SERVER_ERROR",
    message: error.message,
    at: new Date(at),
  };
}

function countOf(counts: FaultCountsFragment, severity: FaultSeverity | null): number {
  if (severity === "ERROR") return counts.faults.errorCount;
  if (severity === "WARNING") return counts.faults.warningCount;
  return counts.faults.errorCount + counts.faults.warningCount;
}

/** What came back is read before what only calls for a look. */
function mostRefusedFirst(counts: readonly FaultCountsFragment[]): readonly string[] {
  return [...counts].sort((a, b) => b.faults.errorCount - a.faults.errorCount).map((one) => one.id);
}

function readSeverity(text: string | null): FaultSeverity | null {
  if (text === "error") return "ERROR";
  return text === "warning" ? "WARNING" : null;
}
