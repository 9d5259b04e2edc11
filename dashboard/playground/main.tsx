// First of all: the editor asks for its workers as soon as it is loaded.
import "graphiql/setup-workers/vite";
import { createRoot } from "react-dom/client";
import { locale } from "../language.ts";
import { applyLook } from "../look/meanings.ts";
import { words } from "../words/playground.ts";
import { Playground } from "./playground.tsx";
import "graphiql/style.css";
import "../look/base.css";
import "./playground.css";

applyLook(document.documentElement);
document.documentElement.lang = locale;
document.title = words.title;

createRoot(document.getElementById("root")!).render(<Playground />);
