import { pick } from "../language.ts";
import { enCommon } from "./en/common.ts";
import { zhCommon } from "./zh/common.ts";

export const common = pick(zhCommon, enCommon);
