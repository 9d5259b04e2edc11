import { useInfiniteQuery } from "@tanstack/react-query";
import { Drawer, Switch } from "antd";
import type { ReactNode } from "react";
import { ask, useAsk } from "../ask.ts";
import { format } from "../look/format.ts";
import { AntdRoot } from "../parts/antd-root.tsx";
import { Empty } from "../parts/card.tsx";
import { StatusDot, StatusMark } from "../parts/status-mark.tsx";
import type { Ownership } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import { type AddressBar, type Definition, headline, questionOf } from "./address.ts";
import { type ClassFigure, classOf, TARGETED } from "./figures.ts";
import {
  type FirstQuery,
  type LevelsQuery,
  PolicyWordsDocument,
  type PolicyWordsQuery,
  type TitlesQuery,
  UnitsBehindDocument,
} from "./overview.generated.ts";
import "./proof-drawer.css";

type Kind = keyof typeof overview.proof.kinds;
type Figure = Omit<ClassFigure, "ownership" | "requiredRate">;

interface ProofProps {
  readonly bar: AddressBar;
  readonly first: FirstQuery;
  readonly titles: TitlesQuery | undefined;
  readonly levels: LevelsQuery | undefined;
}

/** 口径与溯源: what a figure means, what made it, and the units behind it. Stands beside the page, without covering it. */
export default function ProofDrawer(props: ProofProps) {
  const { bar, first } = props;
  const [kindName = "coverage", className] = (bar.address.proof ?? "").split(".");
  const kind: Kind = kindName in overview.proof.kinds ? (kindName as Kind) : "coverage";
  const ownership = TARGETED.find((one) => one === className);
  const figure: Figure | undefined = ownership ? classOf(first, ownership) : first.province[0];
  const policy = useAsk(PolicyWordsDocument, {}).data?.policy;
  const words = overview.proof;
  return (
    <AntdRoot>
      <Drawer
        open
        mask={false}
        size={452}
        onClose={() => bar.change({ proof: null })}
        title={ownership ? `${words.title} · ${common.ownership[ownership]}` : words.title}
        push={false}
        className="proof"
      >
        <p className="proof-definition">{words.kinds[kind]}</p>
        {kind === "titles" ? (
          <TitlesNumbers titles={props.titles} />
        ) : kind === "levels" ? (
          <LevelsNumbers levels={props.levels} />
        ) : (
          figure && <CoverageNumbers figure={figure} bar={bar} policyNumber={policy?.number ?? ""} />
        )}
        <Quotation policy={policy} clauses={clausesOf(props, kind)} ownership={ownership} />
        {kind !== "titles" && kind !== "levels" && (
          <>
            <Switches bar={bar} />
            <UnitsBehind bar={bar} ownership={ownership} />
          </>
        )}
        {policy && policy.decisions.length > 0 && (
          <Part title={words.decisions}>
            <ul className="proof-decisions">
              {policy.decisions.map((decision) => (
                <li key={decision.id}>
                  {decision.text}
                  {decision.clause && <small> {decision.clause}</small>}
                </li>
              ))}
            </ul>
          </Part>
        )}
      </Drawer>
    </AntdRoot>
  );
}

/** The clauses that the shown figures are held against, as the figures themselves name them. */
function clausesOf({ first, titles }: ProofProps, kind: Kind): readonly string[] {
  if (kind === "levels") return [];
  if (kind !== "titles") return first.classes.flatMap((one) => one.clause ?? []);
  return [...(titles?.quotaProgress ?? []), ...(titles?.launchProgress ?? [])].map((one) => one.clause);
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="proof-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The fraction as a fraction, the gap with its arithmetic, and what stands beside them. */
function CoverageNumbers(props: { readonly figure: Figure; readonly bar: AddressBar; readonly policyNumber: string }) {
  const { figure } = props;
  const words = overview.proof;
  return (
    <>
      <div className="fraction">
        <div>
          <p>
            <b>{format.count(figure.certifiedHeadcount)}</b>
            <span>{words.numerator}</span>
          </p>
          <p>
            <b>{format.count(figure.skilledHeadcount)}</b>
            <span>{words.denominator}</span>
          </p>
        </div>
        <strong>= {format.rate(figure.rate, figure)}</strong>
      </div>
      <p className="proof-quiet">{words.numeratorMeans}</p>
      <p className="proof-quiet">{words.denominatorMeans}</p>
      <Part title={words.numbers}>
        <dl className="proof-facts">
          <Fact name={words.asOf}>{figure.asOf}</Fact>
          <Fact name={words.basis}>{common.basis[props.bar.address.basis]}</Fact>
          <Fact name={words.status}>
            <StatusMark status={figure.status} reason={figure.noDataReason} />
          </Fact>
          {figure.target !== null && <Fact name={words.target}>{format.target(figure.target)}</Fact>}
          {figure.due && <Fact name={words.due}>{figure.due}</Fact>}
          {figure.attainedOnDue !== null && (
            <Fact name={words.due}>{overview.bullet.attainedOnDue[figure.attainedOnDue ? "true" : "false"]}</Fact>
          )}
          {figure.clause && <Fact name={words.clause}>{words.plan(props.policyNumber, figure.clause)}</Fact>}
          {figure.target !== null && figure.gapHeadcount !== null && (
            <Fact name={words.gap}>
              {figure.gapHeadcount === 0
                ? words.gapNone
                : words.gapHow(
                    format.target(figure.target),
                    format.count(figure.skilledHeadcount),
                    format.count(figure.certifiedHeadcount),
                    format.count(figure.gapHeadcount),
                  )}
            </Fact>
          )}
          <Fact name={words.unitGap} means={words.unitGapMeans}>
            {words.people(format.count(figure.unitGapHeadcount))}
          </Fact>
          <Fact name={words.low} means={words.lowMeans}>
            {format.rate(figure.rateLow, figure)}
          </Fact>
          <Fact name={words.register}>{words.people(format.count(figure.certifiedOnRegister))}</Fact>
          <Fact name={words.units}>
            {words.unitsOf(format.count(figure.enterpriseCount), format.count(figure.unreportedEnterpriseCount))}
          </Fact>
          <Fact name={words.attaining}>
            {words.attainingOf(
              format.count(figure.attainingEnterpriseCount),
              format.count(figure.targetedEnterpriseCount),
            )}
          </Fact>
          {figure.lapsedEnterpriseCount > 0 && (
            <Fact name={words.lapsed}>{words.unitsCount(format.count(figure.lapsedEnterpriseCount))}</Fact>
          )}
          {figure.faultyEnterpriseCount > 0 && (
            <Fact name={words.faulty}>{words.unitsCount(format.count(figure.faultyEnterpriseCount))}</Fact>
          )}
        </dl>
      </Part>
    </>
  );
}

function TitlesNumbers({ titles }: { readonly titles: TitlesQuery | undefined }) {
  if (!titles) return null;
  return (
    <Part title={overview.proof.numbers}>
      <dl className="proof-facts">
        {titles.quotaProgress.map((quota) => (
          <Fact key={quota.level} name={common.level[quota.level]}>
            {overview.proof.net(format.count(quota.appraised), format.count(quota.cancelled), format.count(quota.net))}
            <br />
            {overview.proof.inOffice} {overview.proof.people(format.count(quota.inOffice))}
          </Fact>
        ))}
      </dl>
      <p className="proof-quiet">{overview.proof.kinds.launch}</p>
    </Part>
  );
}

function LevelsNumbers({ levels }: { readonly levels: LevelsQuery | undefined }) {
  const pyramid = levels?.levelPyramid[0];
  if (!pyramid) return null;
  return (
    <Part title={overview.proof.numbers}>
      <dl className="proof-facts">
        <Fact name={overview.proof.asOf}>{pyramid.asOf}</Fact>
        {[...pyramid.steps].reverse().map((step) => (
          <Fact key={step.level} name={common.level[step.level]}>
            {overview.proof.people(format.count(step.peopleCount))}
          </Fact>
        ))}
      </dl>
    </Part>
  );
}

function Fact(props: { readonly name: string; readonly means?: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        {props.means && <small>{props.means}</small>}
      </dd>
    </div>
  );
}

/** The plan's own words for the targets that the figure is held against. */
function Quotation(props: {
  readonly policy: PolicyWordsQuery["policy"] | undefined;
  readonly clauses: readonly string[];
  readonly ownership: Ownership | undefined;
}) {
  const { policy } = props;
  if (!policy) return null;
  const targets = policy.targets
    .filter((target) => props.clauses.includes(target.clause))
    .filter((target) => props.ownership === undefined || target.ownership === props.ownership);
  if (targets.length === 0) return null;
  return (
    <Part title={overview.proof.quotation}>
      {targets.map((target) => (
        <blockquote key={target.id} className="proof-quotation">
          {target.text}
          <small>{overview.proof.plan(policy.number, target.clause)}</small>
        </blockquote>
      ))}
    </Part>
  );
}

/** The plan's open points as switches; their position stands in the address. */
function Switches({ bar }: { readonly bar: AddressBar }) {
  const { definition } = bar.address;
  return (
    <Part title={overview.proof.switches}>
      <ul className="proof-switches">
        {(Object.keys(headline) as (keyof Definition)[]).map((key) => (
          <li key={key}>
            <span id={`switch-${key}`}>{overview.proof.switch[key]}</span>
            <Switch
              size="small"
              checked={definition[key]}
              aria-labelledby={`switch-${key}`}
              onChange={(on) => bar.change({ definition: { ...definition, [key]: on } })}
            />
          </li>
        ))}
      </ul>
      <p className="proof-quiet">{overview.proof.switchesMean}</p>
    </Part>
  );
}

const PAGE = 20;

/** The units behind the figure, the most short first; more on request. */
function UnitsBehind({ bar, ownership }: { readonly bar: AddressBar; readonly ownership: Ownership | undefined }) {
  const { asOf, filter, basis } = questionOf(bar.address);
  const variables = {
    ...(asOf && { asOf }),
    ...(basis && { basis }),
    filter: { ...filter, ...(ownership && { ownerships: [ownership] }) },
    first: PAGE,
  };
  const units = useInfiniteQuery({
    queryKey: [UnitsBehindDocument.toString(), variables],
    queryFn: ({ pageParam, signal }) =>
      ask(UnitsBehindDocument, { ...variables, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.enterprises.pageInfo.hasNextPage ? last.enterprises.pageInfo.endCursor : null),
  });
  const edges = units.data?.pages.flatMap((page) => page.enterprises.edges) ?? [];
  const all = units.data?.pages[0]?.enterprises.totalCount ?? 0;
  if (!units.data) return null;
  return (
    <Part title={overview.proof.behind}>
      {edges.length === 0 ? (
        <Empty text={overview.trend.none} />
      ) : (
        <>
          <p className="proof-quiet">{overview.proof.behindOf(format.count(edges.length), format.count(all))}</p>
          <table className="proof-units">
            <thead>
              <tr>
                <th scope="col">{overview.proof.name}</th>
                <th scope="col">{overview.proof.certifiedOfHeadcount}</th>
                <th scope="col">%</th>
                <th scope="col">{overview.proof.gap}</th>
              </tr>
            </thead>
            <tbody>
              {edges.map(({ node }) => (
                <tr key={node.creditCode}>
                  <td title={node.name}>
                    <StatusDot status={node.coverage.status} reason={node.coverage.noDataReason} /> {node.name}
                  </td>
                  <td>
                    {node.coverage.rate === null
                      ? node.coverage.noDataReason && common.noData[node.coverage.noDataReason]
                      : `${format.count(node.coverage.certifiedHeadcount)}/${format.count(node.coverage.skilledHeadcount)}`}
                  </td>
                  <td>{format.rateNumber(node.coverage.rate, node.coverage)}</td>
                  <td>{format.count(node.coverage.gapHeadcount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {units.hasNextPage && (
            <button type="button" className="text-button" onClick={() => void units.fetchNextPage()}>
              {overview.proof.more}
            </button>
          )}
        </>
      )}
    </Part>
  );
}
