// First of all: the editor asks for its workers as soon as it is loaded.
import "graphiql/setup-workers/vite";
import { createRoot } from "react-dom/client";
import { locale } from "../language.ts";
import { applyLook, colours } from "../look/meanings.ts";
import { words } from "../words/playground.ts";
import { Playground } from "./playground.tsx";
import "graphiql/style.css";
import "../look/base.css";
import "./playground.css";

applyLook(document.documentElement);
document.documentElement.style.setProperty("--editor-accent", hslOf(colours.accent));
document.documentElement.lang = locale;
document.title = words.title;

createRoot(document.getElementById("root")!).render(<Playground />);

/** `#1D5FA8` as `213, 71%, 39%`. */
function hslOf(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [light, range] = [(most + least) / 2, most - least];
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  const sector =
    most === red ? ((green - blue) / range) % 6 : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  const hue = range === 0 ? 0 : (sector * 60 + 360) % 360;
  return `${Math.round(hue)}, ${Math.round(saturation * 100)}%, ${Math.round(light * 100)}%`;
}
