import { expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { simulateAdvice } from "../../../src/domain/simulation/advice.ts";
import type { AdviceDesign } from "../../../src/domain/simulation/advice.ts";
import { calm } from "../../../src/domain/simulation/profiles.ts";

const design = (over: Omit<AdviceDesign, "policy" | "nuisance">, noise: Partial<AdviceDesign["nuisance"]> = {}) => ({
  policy: plainPolicy,
  nuisance: { ...calm, ...noise },
  ...over,
});

/** Few pilots, so that this stays quick; `npm run bench -- --only gate` has the many. */
it.each<[string, AdviceDesign]>([
  [
    "failed requests",
    design({ measure: "failed-share", floor: 0.02, truth: 0.008, first: 2160 }, { stallSeconds: 60 }),
  ],
  ["task success", design({ measure: "task-success", floor: 0.75, truth: 0.85, first: 16 })],
  ["SUS", design({ measure: "sus", floor: 65, truth: 74, first: 16 })],
  ["availability", design({ measure: "availability", floor: 0.99, truth: 0.996, first: 720 })],
])("what was advised for %s settles it in four cases of five whose truth is as estimated", (_, one) => {
  const { advised, settled, stated: said } = simulateAdvice(one, 5, 100);
  expect(advised).toBeGreaterThan(30);
  expect(settled.share).toBeGreaterThanOrEqual(0.8 - 3 * Math.sqrt((0.8 * 0.2) / advised));
  expect(said).toBeGreaterThanOrEqual(0.8);
});
