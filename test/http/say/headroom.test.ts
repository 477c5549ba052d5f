import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { levelState, levelsText } from "../../../src/http/say/headroom.ts";
import { indicatorRow } from "../../../src/http/say/indicator.ts";
import { markNotes } from "../../../src/http/say/marks.ts";
import { aResult, inChinese, inEnglish, plainly } from "./support.ts";

describe("headroom", () => {
  const found = aResult("headroom", {
    measured: { estimate: 1.44, lower: 1.44, upper: 2.08 },
    throughput: { estimate: 360, lower: 360, upper: 520 },
  });

  it("runs from the highest level passed to the lowest missed", () => {
    expect(plainly(indicatorRow(inEnglish, plainPolicy, found, "2").bounds ?? "")).toBe("1.44–2.08");
    expect(markNotes(inEnglish, plainPolicy, [found], { method: "2" })).toEqual([
      "Headroom over demand: the service level is kept up to 360 requests a second and missed from 520 on; what lies between is open.",
    ]);
    expect(markNotes(inChinese, plainPolicy, [found], { method: "2" })).toEqual([
      "超出需求的余量：每秒不超过 360 次请求时保持服务水平，达到 520 次时未能保持，其间尚无定论。",
    ]);
  });

  it("has no upper end where no level is shown to miss, and says so once", () => {
    const open = {
      ...found,
      measured: { estimate: 1.44, lower: 1.44 },
      throughput: { estimate: 360, lower: 360 },
      marks: ["no-upper-bound"],
    } as const;
    expect(indicatorRow(inEnglish, plainPolicy, open, "2").bounds).toBe("1.44 or more");
    expect(markNotes(inEnglish, plainPolicy, [open], { method: "2" })).toEqual([
      "Headroom over demand: the service level is kept up to 360 requests a second; no tested load is shown to miss it.",
    ]);
  });

  it("of method 1 shows no range: its bounds are the noise of one level's rate", () => {
    const old = { ...found, measured: { estimate: 1.44, lower: 1.44, upper: 1.45 } };
    const row = indicatorRow(inEnglish, plainPolicy, old, "1");
    expect(row.bounds).toBeUndefined();
    expect([row.mark.lower, row.mark.upper]).toEqual([1.44, 1.44]);
    expect(markNotes(inEnglish, plainPolicy, [old], { method: "1" })).toEqual([]);
  });

  it("says where nothing passes, nothing misses, and where more load is answered less often", () => {
    const said = (lower: number | undefined, upper?: number): string =>
      levelsText(inEnglish, {
        estimate: 0,
        ...(lower === undefined ? {} : { lower }),
        ...(upper === undefined ? {} : { upper }),
      });
    expect(said(0)).toBe("no tested load is shown to keep the service level, and none to miss it");
    expect(said(undefined, 200)).toContain("from 200 requests a second on it is missed");
    expect(said(400, 350)).toContain(
      "is kept at 400 requests a second; under more load it is missed, with 350 answered",
    );
  });
});

describe("a load level", () => {
  const bounds = { estimate: 360, lower: 360, upper: 520 };
  it("passes up to the highest shown, misses from the lowest shown, and is open between", () => {
    expect(levelState(200, true, bounds)).toBe("passes");
    expect(levelState(360, true, bounds)).toBe("passes");
    expect(levelState(440, true, bounds)).toBe("open");
    expect(levelState(440, false, bounds)).toBe("open");
    expect(levelState(520, false, bounds)).toBe("misses");
  });
  it("that is answered less often than a lighter one does not pass for it", () => {
    expect(levelState(350, false, { estimate: 400, lower: 400, upper: 350 })).toBe("misses");
    expect(levelState(350, false, { estimate: 400, lower: 400 })).toBe("open");
  });
});
