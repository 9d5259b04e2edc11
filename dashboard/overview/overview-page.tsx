import { lazy, Suspense, useEffect } from "react";
import { useLocation } from "react-router";
import { useAsk } from "../ask.ts";
import { useSystem } from "../shell/use-system.ts";
import { questionOf, useAddress } from "./address.ts";
import { AttentionCard } from "./attention-card.tsx";
import { ClassBullets } from "./class-bullets.tsx";
import { EmptyLedger } from "./empty-ledger.tsx";
import { Footer } from "./footer.tsx";
import { GapsCard } from "./gaps-card.tsx";
import { Head } from "./head.tsx";
import { LevelsCard } from "./levels-card.tsx";
import {
  FirstDocument,
  LevelsDocument,
  PlacesDocument,
  SectorsDocument,
  TitlesDocument,
} from "./overview.generated.ts";
import { PlacesCard } from "./places-card.tsx";
import { Refused } from "./refused.tsx";
import { SectorsCard } from "./sectors-card.tsx";
import { TitlesCard } from "./titles-card.tsx";
import { TrendCard } from "./trend-card.tsx";
import "./overview.css";

const ProofDrawer = lazy(() => import("./proof-drawer.tsx"));

/** 总览: will the province reach its targets, how many people are missing, whom to urge. */
export default function OverviewPage() {
  const bar = useAddress();
  const question = questionOf(bar.address);
  const { asOf, filter } = question;
  // The titles and the levels know no basis and no switches.
  const plain = { ...(asOf && { asOf }), ...(filter && { filter }) };
  const first = useAsk(FirstDocument, question);
  const places = useAsk(PlacesDocument, question);
  const titles = useAsk(TitlesDocument, plain);
  const sectors = useAsk(SectorsDocument, question);
  const levels = useAsk(LevelsDocument, plain);
  const day = first.data?.province[0]?.asOf;
  const isEmpty = useSystem().data?.system.revision === 0;
  useAnchor(first.data !== undefined);

  if (isEmpty) return <EmptyLedger />;
  if (first.failure?.code === "BAD_USER_INPUT") return <Refused message={first.failure.message} />;
  return (
    <div className="page overview">
      <Head bar={bar} asked={first} />
      <ClassBullets bar={bar} asked={first} />
      <div className="overview-places">
        <GapsCard bar={bar} asked={first} />
        <PlacesCard bar={bar} asked={places} />
        <TitlesCard bar={bar} asked={titles} asOf={day} />
      </div>
      <TrendCard bar={bar} question={question} day={day} first={first} />
      <SectorsCard bar={bar} asked={sectors} asOf={day} />
      <div className="overview-last">
        <LevelsCard bar={bar} asked={levels} />
        <AttentionCard bar={bar} asked={first} titles={titles.data} />
      </div>
      <Footer bar={bar} day={day} />
      {bar.address.proof && first.data && (
        <Suspense fallback={null}>
          <ProofDrawer bar={bar} first={first.data} titles={titles.data} levels={levels.data} />
        </Suspense>
      )}
    </div>
  );
}

/** A link to a card of this page goes there, once the page has its height. */
function useAnchor(ready: boolean): void {
  const { hash, search } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same card may be asked for again with another search
  useEffect(() => {
    if (ready && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [ready, hash, search]);
}
