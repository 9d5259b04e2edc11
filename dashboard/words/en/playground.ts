import type { zhPlayground } from "../zh/playground.ts";

export const enPlayground: typeof zhPlayground = {
  title: "Query · Eight-level recognition",
  name: "Query",
  back: "Back to the overview",
  examples: "Examples",
};
