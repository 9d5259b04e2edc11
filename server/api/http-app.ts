import compression from "compression";
import express, { type Express, type Request, type RequestHandler } from "express";
import helmet from "helmet";
import type { Logger as Log } from "pino";
import { localAdministrator } from "../access/local-administrator.ts";
import type { Config } from "../config.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Tallies } from "../tallies/tallies.ts";
import type { ApiContext } from "./context.ts";
import { corrections, templates } from "./downloads.ts";
import { graphqlHttp } from "./graphql-http.ts";
import { startGraphqlServer } from "./graphql-server.ts";
import { HttpFault, tellFaults } from "./http-fault.ts";
import type { ImportWork } from "./import-work.ts";
import { pages } from "./pages.ts";
import { uploads } from "./uploads.ts";

export interface AppParts {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly tallies: Tallies;
  readonly work: ImportWork;
  readonly log: Log;
  readonly isLoading: () => boolean;
  /** Folder of the built dashboard. */
  readonly dashboard: string;
}

/** Everything that one port serves: API, uploads and downloads, dashboard, playground. */
export async function makeApp(parts: AppParts): Promise<{ readonly app: Express; stop(): Promise<void> }> {
  const { config, ledger, tallies, work, log, isLoading } = parts;
  const graphql = await startGraphqlServer(log);
  const contextOf = (request: Request): ApiContext => ({
    ...localAdministrator(request.socket.remoteAddress ?? "unknown"),
    ledger,
    tallies,
    isLoading,
  });

  const app = express();
  app.disable("x-powered-by");
  app.use(noteRequests(log), protectPages, refuseForeign(config.host));
  app.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  app.get("/readyz", async (request, response) => {
    try {
      const { revision } = await tallies.view(contextOf(request).scope);
      response.json({ status: "ready", revision, loading: isLoading() });
    } catch (error) {
      log.error({ error }, "not ready");
      response.status(503).json({ error: { code: "NOT_READY", message: "数据库暂不可用", mend: "请稍后重试" } });
    }
  });
  app.use(compression());
  app.use("/graphql", express.json({ limit: "1mb", type: "application/json" }), graphqlHttp(graphql, contextOf));
  app.use("/imports", uploads({ ledger, work, contextOf }), corrections(ledger));
  app.use("/templates", templates());
  app.use(pages(parts.dashboard));
  app.use((request) => {
    throw new HttpFault(404, "NOT_FOUND", `没有这个地址：${request.path.slice(0, 100)}`, "接口说明见 /playground");
  });
  app.use(tellFaults(log));
  return { app, stop: () => graphql.stop() };
}

/** Nothing from outside, nothing into foreign frames. antd writes styles into the page; the editor works in blob workers. */
const protectPages: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'", "data:"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
      imgSrc: ["'self'", "data:"],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      workerSrc: ["'self'", "blob:"],
    },
  },
  // An intranet serves plain HTTP; what encrypts stands in front and says so itself.
  strictTransportSecurity: false,
  // Without HTTPS browsers ignore them and complain on the console.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
});

const OWN_NAMES = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whoever reaches this server acts as its administrator, so a foreign page in the same browser must not: neither by a
 * form of its own (Origin), nor by a name that it points at this machine (Host).
 */
function refuseForeign(host: string): RequestHandler {
  const loopback = ["127.0.0.1", "localhost", "::1"].includes(host);
  return (request, _response, next) => {
    const asked = request.headers.host ?? "";
    if (loopback && !OWN_NAMES.includes(asked.replace(/:\d+$/, "").toLowerCase())) {
      return next(
        new HttpFault(403, "FORBIDDEN", "本服务只接受本机访问", "请用 http://127.0.0.1:端口 打开；对外服务请设 HOST"),
      );
    }
    const origin = request.headers.origin;
    if (request.method !== "GET" && origin !== undefined && hostOf(origin) !== asked.toLowerCase()) {
      return next(
        new HttpFault(
          403,
          "FORBIDDEN",
          "不接受其他网站发来的请求",
          "请在本系统的页面上操作；如经反向代理访问，请让代理保留原来的 Host",
        ),
      );
    }
    next();
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : null;
}

/** Method, path, status, time; never a query string or a body. */
function noteRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once("close", () => {
      const ms = Math.round(performance.now() - began);
      const { method } = request;
      const path = request.originalUrl.split("?")[0]!.slice(0, 100);
      log.debug({ method, path, status: response.statusCode, ms, finished: response.writableFinished }, "request");
    });
    next();
  };
}
