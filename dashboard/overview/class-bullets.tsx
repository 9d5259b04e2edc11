import type { Asked } from "../ask.ts";
import { Bullet } from "../charts/bullet.tsx";
import { format } from "../look/format.ts";
import { CardState } from "../parts/card.tsx";
import { csvOf, saveFile } from "../parts/csv.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusMark, statusWord } from "../parts/status-mark.tsx";
import { cell, type TableView } from "../parts/table-view.ts";
import type { Ownership } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar } from "./address.ts";
import { daysSayMore } from "./answer.ts";
import { type ClassFigure, classOf, TARGETED } from "./figures.ts";
import type { FirstQuery } from "./overview.generated.ts";
import { useCard } from "./use-card.ts";

/** The three coverage targets: rate and people as two equal numbers, then need beside pace. */
export function ClassBullets({ bar, asked }: { readonly bar: AddressBar; readonly asked: Asked<FirstQuery> }) {
  const card = useCard("classes", bar, asked.data?.province[0]?.asOf, "coverage");
  const table = asked.data && tableOf(asked.data);
  const title = overview.bullet.whole;
  return (
    <section className="bullets" id="classes" aria-label={title}>
      {!asked.data && <Frames />}
      <CardState asked={asked} height={206}>
        {card.showTable && table ? (
          <div className="bullets-table">
            <DataTable view={table} caption={title} />
          </div>
        ) : (
          <div className="bullets-row">
            {TARGETED.map((ownership) => (
              <ClassBullet
                key={ownership}
                opened={bar.address.proof === `coverage.${ownership}`}
                ownership={ownership}
                figure={asked.data && classOf(asked.data, ownership)}
                onProof={() => bar.change({ proof: `coverage.${ownership}` })}
              />
            ))}
          </div>
        )}
      </CardState>
      {table && card.file && (
        <div className="bullets-actions card-actions no-print">
          <button
            type="button"
            className="text-button"
            aria-pressed={card.showTable ?? false}
            aria-label={card.showTable ? common.card.pictureLabel(title) : common.card.tableLabel(title)}
            onClick={() => card.onShowTable?.(!card.showTable)}
          >
            {card.showTable ? common.card.picture : common.card.table}
          </button>
          <button
            type="button"
            className="text-button"
            aria-label={common.card.downloadLabel(title)}
            onClick={() => card.file && saveFile(`${title}_${card.file.asOf}.csv`, csvOf(table, card.file))}
          >
            {common.card.download}
          </button>
          <button
            type="button"
            className="text-button"
            aria-label={common.card.proofLabel(title)}
            onClick={card.onProof}
          >
            {common.card.proof}
          </button>
        </div>
      )}
    </section>
  );
}

/** The frame and the titles stand before the figures come. */
function Frames() {
  return (
    <div className="bullets-row">
      {TARGETED.map((ownership) => (
        <div key={ownership} className="bullet-card">
          <header>
            <h2>{common.ownership[ownership]}</h2>
          </header>
        </div>
      ))}
    </div>
  );
}

function ClassBullet(props: {
  readonly ownership: Ownership;
  readonly figure: ClassFigure | undefined;
  /** Its proof stands open beside the page. */
  readonly opened: boolean;
  readonly onProof: () => void;
}) {
  const { figure } = props;
  const name = common.ownership[props.ownership];
  if (!figure || figure.rate === null) {
    const reason = figure?.noDataReason ?? "NO_SUCH_ENTERPRISE";
    return (
      <article className="bullet-card">
        <header>
          <h2>{name}</h2>
          <StatusMark status="NO_DATA" reason={reason} />
        </header>
        <p className="only-read">{overview.bullet.noneSentence(name, common.noData[reason])}</p>
        <div className="bullet-none hatch" />
      </article>
    );
  }
  const target = figure.target;
  const rate = format.rate(figure.rate, figure);
  const reached = figure.gapHeadcount === 0;
  return (
    <article className={props.opened ? "bullet-card is-opened" : "bullet-card"}>
      <header>
        <h2>{name}</h2>
        {target !== null && <span className="bullet-target">{overview.bullet.target(format.target(target))}</span>}
        <StatusMark status={figure.status} reason={figure.noDataReason} />
      </header>
      <p className="only-read">
        {overview.bullet.sentence(
          name,
          rate,
          target === null ? common.status.NO_TARGET : format.target(target),
          statusWord({ status: figure.status }),
          format.count(figure.gapHeadcount),
        )}
      </p>
      <div className="bullet-pair">
        <KeyFigure
          value={format.rateNumber(figure.rate, figure)}
          unit="%"
          under={
            figure.rateChange === null
              ? overview.bullet.noChange
              : overview.bullet.change(format.points(figure.rateChange))
          }
          label={common.card.proofLabel(overview.bullet.neutral(name))}
          onProof={props.onProof}
        />
        <KeyFigure
          value={format.count(figure.gapHeadcount)}
          unit={common.people}
          under={
            figure.status === "TO_CONFIRM"
              ? overview.bullet.gapToConfirm(format.count(figure.unreportedEnterpriseCount))
              : overview.bullet.gap
          }
          label={common.card.proofLabel(`${name}${overview.bullet.gap}`)}
          onProof={props.onProof}
        />
      </div>
      <Bullet
        rate={figure.rate}
        rateLow={figure.rateLow}
        target={target}
        targetLabel={target === null ? null : overview.bullet.tick(format.target(target))}
        lowLabel={
          figure.unreportedEnterpriseCount > 0 && figure.rateLow !== null
            ? overview.bullet.low(format.rate(figure.rateLow, figure))
            : null
        }
      />
      <dl className="bullet-facts">
        {reached || figure.neededPerMonth === null ? (
          <Fact value={format.rate(figure.rateLow, figure)} name={overview.bullet.lowHead} />
        ) : daysSayMore(figure) ? (
          <Fact value={format.count(figure.daysLeft)} unit={overview.bullet.daysUnit} name={overview.bullet.days} />
        ) : (
          <Fact
            value={format.countUp(figure.neededPerMonth)}
            unit={overview.bullet.neededUnit}
            name={overview.bullet.needed}
          />
        )}
        <Fact
          value={format.count(figure.recentPerMonth)}
          unit={overview.bullet.neededUnit}
          name={overview.bullet.recent}
        />
        <Fact
          value={format.count(figure.attainingEnterpriseCount)}
          unit={`/${format.count(figure.targetedEnterpriseCount)}`}
          name={overview.bullet.attaining}
        />
        <Fact
          value={format.rate(figure.reportingRate)}
          name={
            figure.unreportedEnterpriseCount > 0
              ? overview.bullet.unreported(format.count(figure.unreportedEnterpriseCount))
              : overview.bullet.allReported
          }
          lead={overview.bullet.reporting}
        />
      </dl>
    </article>
  );
}

/** A large number that opens its proof. */
function KeyFigure(props: {
  readonly value: string;
  readonly unit: string;
  readonly under: string;
  readonly label: string;
  readonly onProof: () => void;
}) {
  return (
    <div className="key-figure">
      <button type="button" onClick={props.onProof} aria-label={`${props.value}${props.unit}，${props.label}`}>
        {props.value}
        <small>{props.unit}</small>
      </button>
      <p>{props.under}</p>
    </div>
  );
}

function Fact(props: {
  readonly value: string;
  readonly unit?: string;
  readonly name: string;
  readonly lead?: string;
}) {
  return (
    <div>
      <dd>
        <b>{props.value}</b>
        {props.unit && <small>{props.unit}</small>}
      </dd>
      <dt>
        {props.lead && `${props.lead} · `}
        {props.name}
      </dt>
    </div>
  );
}

function tableOf(first: FirstQuery): TableView {
  const words = overview.bullet.columns;
  return {
    columns: [
      { head: words.ownership },
      { head: words.status },
      { head: words.rate, numeric: true },
      { head: words.target, numeric: true },
      { head: words.change, numeric: true },
      { head: words.gap, numeric: true },
      { head: words.needed, numeric: true },
      { head: words.recent, numeric: true },
      { head: words.certified, numeric: true },
      { head: words.headcount, numeric: true },
      { head: words.low, numeric: true },
      { head: words.attaining, numeric: true },
      { head: words.targeted, numeric: true },
      { head: words.units, numeric: true },
      { head: words.unreported, numeric: true },
      { head: words.reporting, numeric: true },
    ],
    rows: [
      ...first.classes.map((row) => ({
        key: row.ownership ?? "",
        name: row.ownership ? common.ownership[row.ownership] : "",
        row,
      })),
      ...first.province.map((row) => ({ key: "province", name: overview.proof.province, row })),
    ].map(({ key, name, row }) => ({
      key,
      apart: key === "province",
      cells: [
        cell.text(name),
        cell.status(row.status, row.noDataReason),
        cell.rate(row.rate, row.target),
        cell.target(row.target),
        cell.points(row.rateChange),
        cell.count(row.gapHeadcount),
        cell.countUp(row.neededPerMonth),
        cell.round(row.recentPerMonth),
        cell.count(row.rate === null ? null : row.certifiedHeadcount),
        cell.count(row.rate === null ? null : row.skilledHeadcount),
        cell.rate(row.rateLow, row.target),
        cell.count(row.attainingEnterpriseCount),
        cell.count(row.targetedEnterpriseCount),
        cell.count(row.enterpriseCount),
        cell.count(row.unreportedEnterpriseCount),
        cell.rate(row.reportingRate),
      ],
    })),
  };
}
