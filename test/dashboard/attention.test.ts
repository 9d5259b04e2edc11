import { describe, expect, it } from "vitest";
import { attentionOf } from "../../dashboard/overview/attention.ts";
import { aClass, anAnswer, behind } from "./figures-for-tests.ts";

const texts = (answer: Parameters<typeof attentionOf>[0]) => attentionOf(answer, undefined).map((item) => item.text);

describe("what calls for action", () => {
  it("is nothing when every class is attained and every unit reported", () => {
    const attained = aClass({ status: "ATTAINED", gapHeadcount: 0, unreportedEnterpriseCount: 0 });
    expect(attentionOf(anAnswer([attained]), undefined)).toEqual([]);
  });

  it("sets the pace that is needed beside the pace that is", () => {
    expect(texts(anAnswer([aClass()]))).toEqual(["省属国企还差1,311人，须由每月280人提高到656人"]);
  });

  it("names the responsibilities whose class is behind, most people short first, but not 省本级", () => {
    const rows = [
      behind("510100", "LOCAL_SOE", 3),
      behind("511300", "LOCAL_SOE", 90),
      behind("510000", "LOCAL_SOE", 500),
    ];
    expect(texts(anAnswer([], { responsibilityClasses: rows }))).toEqual(["南充和成都的地方国企进度滞后"]);
  });

  it("comes heaviest first: behind before at risk before no data", () => {
    const answer = anAnswer([aClass(), aClass({ ownership: "LOCAL_SOE", status: "OFF_TRACK" })], {
      province: [aClass({ unreportedEnterpriseCount: 5 })],
    });
    expect(attentionOf(answer, undefined).map((item) => item.status)).toEqual(["OFF_TRACK", "AT_RISK", "NO_DATA"]);
  });

  it("leads from a responsibility that reported nothing to its own picture", () => {
    const silent = {
      ...aClass({ status: "NO_DATA", rate: null, noDataReason: "UNREPORTED", unreportedEnterpriseCount: 3 }),
      responsibility: { code: "513200", name: "阿坝藏族羌族自治州" },
    };
    const [item] = attentionOf(anAnswer([], { responsibilities: [silent] }), undefined);
    expect(item?.text).toBe("阿坝3户全部未报送，不参加排名");
    expect(item?.to).toEqual({ change: { responsibilities: ["513200"] } });
  });

  it("tells of lapsed filings and doubtful units in the ledger's own counts", () => {
    const answer = anAnswer([], {
      province: [aClass({ unreportedEnterpriseCount: 0, lapsedEnterpriseCount: 4, faultyEnterpriseCount: 2 })],
    });
    expect(texts(answer)).toEqual([
      "4户备案已到期未续，宽限期内仍计入",
      "2户持证人数多于技能岗位人数，按技能岗位人数计入，须核对",
    ]);
  });
});
