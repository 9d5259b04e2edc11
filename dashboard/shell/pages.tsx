import { lazy } from "react";
import { common } from "../words/common.ts";

/** The pages that exist, each with its own code. A page is listed here when it can be used, not before. */
export const pages = [
  { path: "/", name: common.pages.overview, Page: lazy(() => import("../overview/overview-page.tsx")) },
  { path: "/imports", name: common.pages.imports, Page: lazy(() => import("../imports/imports-page.tsx")) },
] as const;

/** Pages of their own, outside the router. */
export const neighbours = [{ href: "/playground", name: common.pages.playground }] as const;
