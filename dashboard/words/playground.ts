import { pick } from "../language.ts";
import { enPlayground } from "./en/playground.ts";
import { zhPlayground } from "./zh/playground.ts";

export const words = pick(zhPlayground, enPlayground);
