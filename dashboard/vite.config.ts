import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = new URL(".", import.meta.url).pathname;
const target = "http://127.0.0.1:4000";
// The server answers its own pages only: a question from the development server goes on as one of them.
const api = { target, changeOrigin: true, headers: { origin: target } };

/** Two pages: the dashboard and the playground. Built for Chrome 100, with nothing from outside. */
export default defineConfig({
  root: here,
  plugins: [react(), sortAsOfOld(), playgroundWithoutSlash()],
  worker: { plugins: () => [sortAsOfOld()] },
  build: {
    outDir: `${here}../dist/dashboard`,
    emptyOutDir: true,
    target: "chrome100",
    cssTarget: "chrome100",
    chunkSizeWarningLimit: 1200,
    // Small marks stay files: the server's content security policy needs no data: for them.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { index: `${here}index.html`, playground: `${here}playground/index.html` },
      // graphiql ships React compiler directives in every module; they mean nothing to a bundle.
      onwarn: (warning, warn) => {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  optimizeDeps: {
    include: [
      // Named, so that opening a drawer for the first time does not reload the page in development.
      ...["antd", "antd/locale/en_GB", "antd/locale/zh_CN", "dayjs", "d3-geo", "recharts"],
      // The editor's workers are CommonJS in part: each is bundled for development as the build does it.
      "monaco-editor/esm/vs/editor/editor.worker.js",
      "monaco-editor/esm/vs/language/json/json.worker.js",
      "monaco-graphql/esm/graphql.worker.js",
    ],
    // It names those workers by `?worker`, which only the development server itself understands.
    exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"],
  },
  server: {
    host: "127.0.0.1",
    fs: { allow: [`${here}..`] },
    proxy: { "/graphql": api, "/imports": { ...api, bypass: pageOfTheSameName }, "/templates": api },
  },
});

/** `/imports` is a page when it is looked at and the upload when it is posted to. */
function pageOfTheSameName(request: { method?: string; url?: string }): string | undefined {
  const asked = request.url ?? "";
  return request.method === "GET" && !asked.includes("/correction") ? asked : undefined;
}

/** The playground's formatter calls `toSorted` (Chrome 110), on its page and in its worker; syntax is lowered by the target, methods are not. */
function sortAsOfOld(): Plugin {
  return {
    name: "sort-as-of-old",
    transform: {
      filter: { id: /prettier\/plugins\/graphql/ },
      handler: (code) => ({ code: code.replaceAll(".toSorted(", ".slice().sort("), map: null }),
    },
  };
}

/** `/playground` is a page of its own in development too. */
function playgroundWithoutSlash(): Plugin {
  return {
    name: "playground-without-slash",
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (request.url === "/playground") request.url = "/playground/";
        next();
      });
    },
  };
}
