import { describe, expect, it } from "vitest";
import { interval } from "../../../src/http/charts/interval.ts";
import type { IntervalModel } from "../../../src/http/view/components.ts";
import { intervalList, intervalTable } from "../../../src/http/charts/interval-list.ts";
import type { IntervalRow } from "../../../src/http/charts/interval-list.ts";
import { realLanguages } from "../view/support.ts";
import { marks, one, placeOf } from "./support.ts";

const cleared: IntervalModel = {
  state: "met",
  label: "Stability",
  lower: 79,
  estimate: 86,
  upper: 91,
  floor: 70,
  target: 85,
  min: 30,
  max: 100,
};

describe("an interval", () => {
  it("caps the end that the gate reads: the lower bound for a lower limit", () => {
    const chart = interval(cleared);
    expect(one(chart, "c-cap")).toMatchObject({ x1: "70%", x2: "70%" }); // (79 − 30) / 70
    expect(one(chart, "c-whisker")).toMatchObject({ x1: "70%", x2: "87.14%" });
    expect(one(chart, "c-below")).toMatchObject({ x: "0%", width: "57.14%" });
    expect(placeOf(chart, "c-dot")).toEqual(["80%"]);
    expect(placeOf(chart, "c-target")).toEqual(["78.57%"]);
  });
  it("and the upper bound for an upper limit, with the zone to its right", () => {
    const chart = interval({
      state: "met",
      label: "Failed",
      direction: "atMost",
      lower: 0.2,
      estimate: 0.3,
      upper: 0.6,
      floor: 1,
      min: 0,
      max: 2,
    });
    expect(one(chart, "c-cap")).toMatchObject({ x1: "30%" });
    expect(one(chart, "c-below")).toMatchObject({ x: "50%", width: "50%" });
  });
  it("shows the state by shape: disc, ring, diamond", () => {
    const dot = (state: "met" | "unknown" | "unmet"): string =>
      /<(\w+) class="c-dot"[^>]*>/.exec(interval({ ...cleared, state }).text)?.[0] ?? "";
    expect(dot("met")).toBe('<circle class="c-dot" r="4.5"/>');
    expect(dot("unknown")).toBe('<circle class="c-dot" r="4"/>');
    expect(dot("unmet")).toMatch(/<path class="c-dot" d="M0 -5.5L5.5 0L0 5.5L-5.5 0Z"\/>/);
    expect(interval({ ...cleared, state: "unknown" }).text).toContain('class="c is-unknown"');
  });
  it.each(["none", "not-applicable"] as const)("draws %s as a dotted line, never as a mark", (state) => {
    const chart = interval({ state, label: "No evidence", floor: 70 });
    expect(one(chart, "c-miss")).toMatchObject({ x1: "0", x2: "100%" });
    expect(marks(chart, "c-dot")).toEqual([]);
  });
  it("stays inside its place when a value lies beyond the scale", () => {
    expect(one(interval({ ...cleared, lower: 10, upper: 120 }), "c-whisker")).toMatchObject({ x1: "0%", x2: "100%" });
  });
  it("says its finding and escapes it", () => {
    expect(interval({ ...cleared, label: 'A "quoted" <name>' }).text).toContain(
      'role="img" aria-label="A &quot;quoted&quot; &lt;name&gt;"',
    );
  });
});

describe("a list of intervals", () => {
  const rows: IntervalRow[] = [
    {
      name: "Stability",
      level: "criterion",
      mark: { ...cleared, label: undefined },
      value: "86",
      bounds: "79–91",
      floor: "≥ 70",
    },
    {
      name: "Tasks",
      sub: "n 9",
      level: "indicator",
      mark: { state: "none" },
      value: "no evidence yet",
      floor: "≥ 75 %",
    },
  ];
  it("sets the figures beside every mark", () => {
    const { text } = intervalList({ rows, headings: { value: "measured", floor: "floor" } });
    expect(text).toContain('<span class="val"><b>86</b> 79–91</span><span class="flo">≥ 70</span>');
    expect(text).toContain('<span class="val">no evidence yet</span>');
    expect(text).toContain('aria-label="Stability, 86 79–91, ≥ 70"');
  });
  it("says the same in a table", () => {
    const { t } = realLanguages().of("zh-CN");
    const table = intervalTable(t, "准则", { rows });
    expect(table.rows.map(({ cells }) => cells.map(({ content }) => String(content)))).toEqual([
      ["Stability", "86", "79–91", "≥ 70", "已达底线"],
      ["Tasks", "no evidence yet", "", "≥ 75 %", "尚无证据"],
    ]);
  });
});
