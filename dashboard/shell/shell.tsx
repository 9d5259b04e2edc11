import { Suspense } from "react";
import { Link, Route, Routes, useLocation } from "react-router";
import { LoadingBars } from "../parts/card.tsx";
import { common } from "../words/common.ts";
import { Crash } from "./crash.tsx";
import { DemoLoading, DemoLoadingLine, useDemoLoading } from "./demo-loading.tsx";
import { pages } from "./pages.tsx";
import { TopBar } from "./top-bar.tsx";
import "./shell.css";

/** What every page stands in: the bar on top, the page, and a way out when a page fails. */
export function Shell() {
  const { pathname } = useLocation();
  const loading = useDemoLoading();
  return (
    <>
      <a className="skip-link" href="#main">
        {common.skip}
      </a>
      <TopBar />
      <main id="main" tabIndex={-1}>
        <Crash key={pathname}>
          <Suspense fallback={<PageLoading />}>
            {loading && pathname !== "/" && <DemoLoadingLine />}
            <Routes>
              {pages.map(({ path, Page }) => (
                <Route
                  key={path}
                  path={path === "/" ? path : `${path}/*`}
                  element={loading && path === "/" ? <DemoLoading /> : <Page />}
                />
              ))}
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        </Crash>
      </main>
    </>
  );
}

function PageLoading() {
  return (
    <div className="page">
      <LoadingBars />
    </div>
  );
}

function NotFound() {
  return (
    <div className="page page-message">
      <h1>{common.notFound.title}</h1>
      <p>{common.notFound.text}</p>
      <Link to="/">{common.notFound.action}</Link>
    </div>
  );
}
