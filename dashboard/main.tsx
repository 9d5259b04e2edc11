import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { questions } from "./ask.ts";
import { locale } from "./language.ts";
import { applyLook } from "./look/meanings.ts";
import { Shell } from "./shell/shell.tsx";
import { common } from "./words/common.ts";
import "./look/base.css";

applyLook(document.documentElement);
document.documentElement.lang = locale;
document.title = common.product;

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={questions}>
      <BrowserRouter>
        <Shell />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
