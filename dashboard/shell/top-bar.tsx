import { NavLink, useLocation } from "react-router";
import { addressIn, language } from "../language.ts";
import markUrl from "../look/mark.svg";
import { common } from "../words/common.ts";
import { neighbours, pages } from "./pages.tsx";
import { useSystem } from "./use-system.ts";

/** 56 px: the product, the pages that exist, the demo mark and who is here. */
export function TopBar() {
  const system = useSystem().data?.system;
  useLocation(); // the language link names the address as it now is
  const other = language === "en" ? "zh" : "en";
  return (
    <header className="top-bar">
      <NavLink to="/" className="top-bar-product" end>
        <img src={markUrl} alt="" width="28" height="22" />
        {common.product}
      </NavLink>
      <nav aria-label={common.menu} className="no-print">
        <ul>
          {pages.map(({ path, name }) => (
            <li key={path}>
              <NavLink to={path} end={path === "/"}>
                {name}
              </NavLink>
            </li>
          ))}
          {neighbours.map(({ href, name }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="top-bar-right">
        {system?.demo && (
          <span className="demo-mark" title={common.demoLong}>
            {common.demo}
          </span>
        )}
        <a
          className="no-print"
          href={addressIn(other, window.location.href)}
          lang={other}
          aria-label={common.languageLabel}
        >
          {common.language}
        </a>
        {system && <span className="top-bar-actor">{system.actorName}</span>}
      </div>
    </header>
  );
}
