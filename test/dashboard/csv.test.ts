import { describe, expect, it } from "vitest";
import { csvCell, csvOf } from "../../dashboard/parts/csv.ts";
import { cell } from "../../dashboard/parts/table-view.ts";

describe("a cell of a downloaded table", () => {
  it("is disarmed where a spreadsheet would run it", () => {
    expect(csvCell("=1+1")).toBe("'=1+1");
    expect(csvCell("+cmd|' /C calc'!A0")).toBe("'+cmd|' /C calc'!A0");
    expect(csvCell("@SUM(A1)")).toBe("'@SUM(A1)");
    expect(csvCell("-2+3")).toBe("'-2+3");
    expect(csvCell("\t=1")).toBe("'\t=1");
    expect(csvCell("＝1+1")).toBe("'＝1+1");
  });

  it("stays a number where it is one", () => {
    expect(csvCell("+0.7")).toBe("+0.7");
    expect(csvCell("-1.2")).toBe("-1.2");
    expect(csvCell(1204)).toBe("1204");
  });

  it("is quoted where it holds a comma, a quote or a line break", () => {
    expect(csvCell('“甲”,"乙"')).toBe('"“甲”,""乙"""');
    expect(csvCell("一\n二")).toBe('"一\n二"');
  });

  it("is empty where there is nothing", () => {
    expect(csvCell(null)).toBe("");
  });
});

describe("a downloaded table", () => {
  const view = {
    columns: [{ head: "责任单位" }, { head: "还需认定（人）", numeric: true }, { head: "覆盖面（%）", numeric: true }],
    rows: [
      { key: "510100", cells: [cell.text("成都"), cell.count(1204), cell.rate(0.94997, 0.95)] },
      { key: "513200", cells: [cell.text("阿坝"), cell.count(null), cell.rate(null)] },
    ],
  };

  it("begins with a byte order mark, holds bare numbers, and ends with day, source and the demo mark", () => {
    const text = csvOf(view, { asOf: "2026-10-31", source: "证书台账", demo: true });
    expect(text).toBe(
      "\uFEFF责任单位,还需认定（人）,覆盖面（%）\r\n成都,1204,94.997\r\n阿坝,,\r\n\r\n截至,2026-10-31\r\n来源,证书台账\r\n演示数据，不得用于汇报\r\n",
    );
  });

  it("carries no demo mark on a real ledger", () => {
    expect(csvOf(view, { asOf: "2026-10-31", source: "证书台账", demo: false })).not.toContain("演示");
  });
});
