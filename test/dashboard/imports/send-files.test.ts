import { describe, expect, it } from "vitest";
import { failureOf } from "../../../dashboard/imports/send-files.ts";

describe("an upload that was not taken", () => {
  it("speaks in the server's own words", () => {
    const body = { error: { code: "TOO_LARGE", message: "文件超过上限", mend: "拆成几份" } };
    expect(failureOf(413, body)).toEqual({ code: "TOO_LARGE", message: "文件超过上限", mend: "拆成几份" });
  });

  it("is a matter of the network when a gateway answers in its own way", () => {
    for (const status of [0, 502, 503, 504]) expect(failureOf(status, null).code).toBe("UNREACHABLE");
  });

  it("is unexpected when an answer says nothing, also a 202 without a sending", () => {
    expect(failureOf(500, null)).toEqual({ code: "UNEXPECTED", message: null, mend: null });
    expect(failureOf(202, {}).code).toBe("UNEXPECTED");
  });
});
