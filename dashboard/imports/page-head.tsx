import { type ReactNode, useEffect, useRef } from "react";
import { Link, NavLink, useNavigationType } from "react-router";
import { common } from "../words/common.ts";
import { words } from "../words/imports.ts";
import { StepLine, type StepLineProps } from "./step-line.tsx";
import { TemplateMenu } from "./templates.tsx";

/** The question of a page, the ways to its neighbours, and the steps where there are steps. */
export function PageHead(props: {
  readonly question: string;
  readonly steps?: StepLineProps;
  /** The page where files are chosen needs no link to itself. */
  readonly choosing?: boolean;
  readonly children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useNavigationType();
  const title = words.title(props.question);
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
    return () => {
      document.title = common.product;
    };
  }, [title]);
  useEffect(() => {
    // The link that led here is gone with its page; the reader goes on from the new heading.
    if (arrival !== "POP" && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [arrival]);
  return (
    <header className="imports-head">
      <div className="imports-head-line">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <nav className="imports-nav no-print" aria-label={words.nav.label}>
          <NavLink to="/imports/history">{words.nav.history}</NavLink>
          <NavLink to="/imports/persons">{words.nav.persons}</NavLink>
          <TemplateMenu />
          {!props.choosing && (
            <Link className="button" to="/imports">
              {words.sendAnother}
            </Link>
          )}
        </nav>
      </div>
      {props.steps && <StepLine {...props.steps} />}
      {props.children}
    </header>
  );
}
