import { defineConfig } from "vitest/config";

export default defineConfig({
  // Two copies of graphql otherwise meet in one process ("from another module or realm").
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: "forks",
    maxWorkers: 2,
    server: { deps: { inline: [/type-graphql/, /graphql-scalars/] } },
  },
});
