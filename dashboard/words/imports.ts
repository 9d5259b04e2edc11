import { pick } from "../language.ts";
import { enImports } from "./en/imports.ts";
import { zhImports } from "./zh/imports.ts";

export const words = pick(zhImports, enImports);
