import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import { HttpFault } from "./http-fault.ts";

/** The built dashboard and playground. Every address without a dot is a page of the dashboard's own. */
export function pages(folder: string): RequestHandler {
  const router = Router();
  const home = join(folder, "index.html");
  const playground = join(folder, "playground", "index.html");
  const page = (file: string): RequestHandler => {
    return (_request, response) => {
      if (!existsSync(file)) throw new HttpFault(503, "NOT_BUILT", "页面尚未构建", "请先运行 npm run build");
      response.setHeader("cache-control", "no-cache");
      response.sendFile(file);
    };
  };
  router.get(["/playground", "/playground/"], page(playground));
  router.use(
    "/assets",
    // Names carry a hash of their content.
    express.static(join(folder, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, redirect: false, cacheControl: false }));
  router.get(/^[^.]*$/, (request, response, next) => {
    if (request.accepts("html")) page(home)(request, response, next);
    else next();
  });
  return router;
}
