import { describe, expect, it } from "vitest";
import { cells, cellStates } from "../../../src/http/charts/cells.ts";
import { curveOfBins, density, normalCurve } from "../../../src/http/charts/density.ts";
import { guard } from "../../../src/http/charts/guard.ts";
import { load } from "../../../src/http/charts/load.ts";
import { pipeline, scaleOf, unitsOf } from "../../../src/http/charts/pipeline.ts";
import { stepper } from "../../../src/http/charts/stepper.ts";
import { depth, strip } from "../../../src/http/charts/strip.ts";
import { susByGroup } from "../../../src/http/charts/sus.ts";
import { niceTicks } from "../../../src/http/charts/svg.ts";
import { waveWidths } from "../../../src/http/charts/waves.ts";
import { realLanguages } from "../view/support.ts";
import { marks, one, placeOf, points } from "./support.ts";

const language = realLanguages().of("en");
const words = { mark: "pass mark 70", above: "passes 0.981", below: "0.019" };

describe("the score distribution", () => {
  const chart = density({ curve: normalCurve(76, 3), passMark: 70, label: "Scores", words });
  it("cuts at the pass mark: grey ends there, blue begins there", () => {
    const outside = points(one(chart, "c-area-out")["d"]!);
    const inside = points(one(chart, "c-area")["d"]!);
    expect(Math.max(...outside.map(([x]) => x))).toBe(50); // (70 − 40) / 60
    expect(Math.min(...inside.map(([x]) => x))).toBe(50);
    expect(one(chart, "c-floor")).toMatchObject({ x1: "50%" });
  });
  it("cuts there too where no point of the curve lies", () => {
    const rough = density({ curve: curveOfBins([1, 5, 9, 4], 60, 100), passMark: 73.3, label: "Scores", words });
    const edge = Math.round(((73.3 - 40) / 60) * 10_000) / 100;
    expect(Math.max(...points(one(rough, "c-area-out")["d"]!).map(([x]) => x))).toBe(edge);
    expect(Math.min(...points(one(rough, "c-area")["d"]!).map(([x]) => x))).toBe(edge);
  });
  it("has its peak at the mean", () => {
    const outline = points(one(chart, "c-edge")["d"]!);
    const top = outline.reduce((best, point) => (point[1] < best[1] ? point : best));
    expect(top[0]).toBeCloseTo(60, 0); // (76 − 40) / 60
  });
  it("has an area even when every score is the same", () => {
    expect(
      points(one(density({ curve: normalCurve(80, 0), passMark: 70, label: "x", words }), "c-area")["d"]!),
    ).not.toEqual([]);
  });
});

describe("conditions as cells", () => {
  it("one mark a condition, by shape, and one line for those alike", () => {
    const chart = cells(cellStates({ met: 2, unmet: 2, unknown: 3, waived: 1 }), "2 of 8");
    const drawn = [...chart.text.matchAll(/<path class="(c-seg-[\w-]+)" d="([^"]*)"/g)].map(([, name, d]) => [name, d]);
    expect(drawn).toEqual([
      ["c-seg-met", "M0 6h24"], // dashes of 9 and gaps of 3
      ["c-seg-unmet", "M28.5 0l5.5 6l-5.5 6l-5.5 -6zM40.5 0l5.5 6l-5.5 6l-5.5 -6z"],
      ["c-seg-unknown", "M52.5 6h25"], // a dot every 12, the last within the line
      ["c-seg-waived", "M85 2.5h7v7h-7z"],
    ]);
    expect(chart.text).toContain('width="96" class="c-cells" role="img" aria-label="2 of 8"');
  });
});

describe("the pipeline", () => {
  const stage = { name: "Pilot", href: "/technologies?stage=pilot", count: 9, waiting: 1, held: 0, late: 2 };
  it("one mark a technology, five a row, a line a row for those alike", () => {
    const chart = pipeline(language, [stage]);
    expect(one(chart, "c-unit-run")["d"]).toBe("M0 5.5h75M0 20.5h15"); // 5 and 1, a dash every 15
    expect(marks(chart, "c-unit-waits").map(({ d }) => d)).toEqual(["M20.5 20.5h1", "M20.5 20.5h1"]); // edge and middle
    expect(marks(chart, "c-unit-late")[0]?.["d"]?.match(/M/g)).toHaveLength(2);
    expect(chart.text).toContain('aria-label="9 technologies; 1 waiting for a decision, 2 late"');
  });
  it("says and draws what is held, where something is", () => {
    const chart = pipeline(language, [{ ...stage, held: 3 }]);
    expect(marks(chart, "c-unit-held")[0]?.["d"]?.match(/M/g)).toHaveLength(6);
    expect(chart.text).toContain('aria-label="9 technologies; 1 waiting for a decision, 3 held, 2 late"');
    expect(unitsOf({ ...stage, held: 3 }, 1)).toHaveLength(9);
  });
  it("over forty in a stage one mark is ten, a hundred …, the same in every stage", () => {
    expect([40, 41, 400, 401, 100_000].map((count) => scaleOf([{ ...stage, count }]))).toEqual([
      1, 10, 10, 100, 10_000,
    ]);
    expect(pipeline(language, [{ ...stage, count: 100_000 }]).text).toContain("10\u202f000 technologies, on time");
  });
  it("loses nobody who is late in a large stage", () => {
    expect(unitsOf({ ...stage, count: 300, waiting: 0, late: 2 }, 10).filter((unit) => unit === "late")).toHaveLength(
      1,
    );
  });
});

describe("the load curve", () => {
  const steps = [
    { concurrency: 10, throughputPerSecond: 60, holds: true },
    { concurrency: 50, throughputPerSecond: 200, holds: true },
    { concurrency: 100, throughputPerSecond: 180, holds: false },
  ];
  const chart = load(language, {
    label: "Load",
    steps,
    demand: 150,
    headroom: { text: "headroom 1.33 ×", short: "1.33 ×" },
  });
  it("marks where the service level holds and where not", () => {
    expect(chart.text.match(/<g class="is-met"><svg[^>]*><circle/g)).toHaveLength(2);
    expect(chart.text.match(/<g class="is-unmet"><svg[^>]*><path/g)).toHaveLength(1);
  });
  it("brackets the headroom between the best step that holds and the demand", () => {
    const bracket = one(chart, "c-mark");
    expect(bracket["x1"]).toBe(placeOf(chart, "c-dot")[1]);
    expect(Number(bracket["y2"])).toBe(Number(one(chart, "c-demand")["y1"]));
    expect(Number(bracket["y1"])).toBeLessThan(Number(bracket["y2"]));
  });
  it("hatches what was not tested, from the last step on", () => {
    expect(one(chart, "c-zone")).toMatchObject({ x: "76.92%", width: "23.08%" }); // 100 of 130
  });
  it("draws no bracket without a step that holds", () => {
    const failing = steps.map((step) => ({ ...step, holds: false }));
    expect(marks(load(language, { label: "Load", steps: failing, demand: 150 }), "c-mark")).toEqual([]);
  });
  it("needs no id, so that two stand on one page", () => expect(chart.text).not.toMatch(/ id=/));
});

describe("the availability strip", () => {
  const chart = strip(
    [
      { day: "1", kind: "measured", minutesDown: 0 },
      { day: "2", kind: "measured", minutesDown: 30 },
      { day: "3", kind: "planned" },
      { day: "4", kind: "unknown" },
    ],
    "Four days",
  );
  it("tells four kinds of day apart", () => {
    expect(marks(chart, "c-good")).toHaveLength(2);
    expect(marks(chart, "c-down")).toHaveLength(1);
    expect(marks(chart, "c-plan")).toHaveLength(1);
    expect(marks(chart, "c-miss")).toHaveLength(1);
  });
  it("stands red minutes on the base, on a log scale that a whole day fills", () => {
    const down = one(chart, "c-down");
    expect(Number(down["y"]) + Number(down["height"])).toBeCloseTo(34, 1);
    expect(depth(0, 34)).toBe(0);
    expect(depth(1, 34)).toBeGreaterThanOrEqual(4);
    expect(depth(1440, 34)).toBe(34);
  });
});

describe("SUS by group", () => {
  it("says n at each name and never compares a group under the minimum", () => {
    const chart = susByGroup(language, {
      floor: 68,
      groups: [
        { name: "All", n: 64, mean: 75.3, lower: 72.4, upper: 78.2, state: "met" },
        { name: "Small", n: 6, mean: 66, lower: 51, upper: 81, state: "unknown" },
      ],
    });
    expect(chart.text).toMatch(/All <span class="tiny">n 64/);
    expect(chart.text.match(/class="c is-unknown"/g)).toHaveLength(1);
    expect(marks(chart, "c-cap").map(({ x1 }) => x1)).toEqual(["60.57%", "30%"]);
  });
});

describe("a guard", () => {
  const model = {
    label: "Guard",
    state: "unmet",
    values: [98, null, 96],
    limit: 97,
    min: 95,
    max: 99,
    from: "a",
    to: "b",
  } as const;
  it("greys the zone beyond the limit, below for a lower limit and above for an upper one", () => {
    expect(one(guard({ ...model, direction: "atLeast" }), "c-below")).toMatchObject({ y: "55", height: "39" });
    expect(one(guard({ ...model, direction: "atMost" }), "c-below")).toMatchObject({ y: "16", height: "39" });
  });
  it("breaks the line where a day is not known and marks the last value", () => {
    const chart = guard({ ...model, direction: "atLeast", held: { day: 2, text: "held 18 Nov" } });
    expect(one(chart, "c-line")["d"]?.match(/M/g)).toHaveLength(2);
    expect(placeOf(chart, "c-dot")).toEqual(["100%"]);
    expect(one(chart, "c-mark")).toMatchObject({ x1: "100%" });
    expect(chart.text).toContain("held 18 Nov");
  });
});

describe("stages and waves", () => {
  it("the stepper marks gates only and names the current step", () => {
    const { steps } = stepper("Stages", [
      { kind: "gate", state: "done", name: "Admission", notes: [] },
      { kind: "stage", state: "now", name: "Pilot", notes: [] },
      { kind: "gate", state: "todo", name: "Completion", notes: [] },
    ]);
    expect(steps.map(({ current }) => current)).toEqual([false, true, false]);
    expect(steps.map(({ mark }) => /gate-\w+/.exec(mark?.text ?? "")?.[0])).toEqual([
      "gate-done",
      undefined,
      "gate-open",
    ]);
  });
  it("waves are as wide as their reach", () => {
    expect(waveWidths([3, 4, 5, 18])).toEqual(["w-6", "w-8", "w-10", "w-36"]);
    expect(waveWidths([0, 0])).toEqual(["w-1", "w-1"]);
  });
  it("ticks are round numbers inside the range", () => {
    expect(niceTicks(0, 463, 5)).toEqual([0, 100, 200, 300, 400]);
    expect(niceTicks(0.9, 1, 4)).toEqual([0.9, 0.925, 0.95, 0.975, 1]);
  });
});
