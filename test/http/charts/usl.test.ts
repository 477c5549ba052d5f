import { describe, expect, it } from "vitest";
import { load } from "../../../src/http/charts/load.ts";
import { scalability } from "../../../src/http/charts/usl.ts";
import { realLanguages } from "../view/support.ts";
import { points } from "./support.ts";

const [english, chinese] = [realLanguages().of("en"), realLanguages().of("zh-CN")];
const law = (n: number): number => (100 * n) / (1 + 0.03 * (n - 1) + 0.0005 * n * (n - 1));
const at = (loads: readonly number[], throughput: (n: number) => number) =>
  loads.map((concurrency) => ({ concurrency, throughputPerSecond: throughput(concurrency), holds: true }));
const loads = [1, 2, 5, 10, 20, 40];

describe("the scalability law over a load curve", () => {
  it("is drawn thin over what was tested and dashed beyond, meeting at the highest load", () => {
    const steps = at(loads, law);
    const { curve, sentence } = scalability(english, steps);
    const chart = load(english, { label: "Load", steps, model: curve });
    const drawn = [...chart.text.matchAll(/<path class="(c-model[^"]*)" d="([^"]*)"/g)];
    expect(drawn.map(([, name]) => name)).toEqual(["c-model c-model--tested", "c-model"]);
    const [tested, beyond] = drawn.map(([, , d]) => points(d!).map(([x]) => x));
    const edge = Math.round((40 / 52) * 10_000) / 100;
    expect(Math.max(...tested!)).toBeCloseTo(edge, 1);
    expect(Math.min(...beyond!)).toBeCloseTo(edge, 1);
    expect(Math.max(...beyond!)).toBeCloseTo(100, 1);
    expect(chart.text).toContain("not tested");
    expect(sentence).toContain("would peak at 44");
    expect(sentence).toContain("not tested, for the test ended at 40");
    expect(sentence).toContain("never decides");
  });

  it("passes through the points it was made of", () => {
    const { curve } = scalability(english, at(loads, law));
    for (const [n, x] of curve!) expect(x).toBeCloseTo(law(n), 4);
  });

  it("says a peak within the load tested, and none where none shows", () => {
    expect(scalability(english, at([...loads, 80], law)).sentence).toContain("within the load tested");
    expect(
      scalability(
        english,
        at(loads, (n) => 9 * n),
      ).sentence,
    ).toContain("No peak identified");
    expect(
      scalability(
        chinese,
        at(loads, (n) => 9 * n),
      ).sentence,
    ).toContain("未识别出峰值");
  });

  it("draws nothing for fewer than six loads or a flat line, and says why", () => {
    const few = scalability(english, at(loads.slice(1), law));
    expect(few.curve).toBeUndefined();
    expect(few.sentence).toBe("No scalability curve: it needs at least 6 different loads; tested: 5.");
    const flat = scalability(
      chinese,
      at(loads, () => 500),
    );
    expect(flat.curve).toBeUndefined();
    expect(flat.sentence).toContain("参数无法识别");
    expect(load(english, { label: "Load", steps: at(loads, () => 500) }).text).not.toContain("c-model");
  });
});
