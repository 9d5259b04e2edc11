import { pick } from "../language.ts";
import { enOverview } from "./en/overview.ts";
import { zhOverview } from "./zh/overview.ts";

export const overview = pick(zhOverview, enOverview);
