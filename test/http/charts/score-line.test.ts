import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scale, scoreLine } from "../../../src/http/charts/score-line.ts";
import { viewsDir } from "../view/support.ts";

it("says floor, score and bounds to the point", () => {
  expect(scoreLine({ state: "met", lower: 79.2, estimate: 86.4, upper: 90.6, floor: 70 }).text).toBe(
    '<i class="f70 e86 l79 u91"></i>',
  );
});

it("draws no value where nobody estimates one, and no floor where there is none", () => {
  expect(scoreLine({ state: "unknown", lower: 40, estimate: null, upper: 97, floor: null }).text).toBe(
    '<i class="is-unknown no-floor is-open l40 u97"></i>',
  );
});

it("what was not measured is no zero", () => expect(scoreLine({ state: "none" }).text).toBe("<i></i>"));

it("is held at the ends of the scale", () => {
  expect(scoreLine({ state: "unmet", lower: 3, estimate: 7, upper: 37, floor: 60 }).text).toBe(
    '<i class="is-unmet f60 e30 l30 u37"></i>',
  );
});

it("finds a rule for every point of the scale in the stylesheet", () => {
  const sheet = readFileSync(join(viewsDir, "assets/scores.css"), "utf8");
  for (let point = scale.from; point <= scale.to; point += 1) {
    for (const name of "lefu") expect(sheet).toContain(`.${name}${point}{--${name}:${point}}`);
  }
  expect(sheet).toContain(`(var(--f) - ${scale.from}) / ${scale.to - scale.from}`);
});
