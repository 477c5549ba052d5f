import { list, nullable, number, object, oneOf, text, textRef, truth } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import { fairnessMeasures } from "./planned-fairness.ts";
import type { PlannedFairness } from "./planned-fairness.ts";
import type { PlannedIndicator } from "./planned-indicator.ts";

export const plannedIndicatorShape: Shape<PlannedIndicator> = object({
  applicable: truth,
  reason: nullable(textRef),
  floor: nullable(number),
  minimumSample: nullable(number),
  margin: nullable(number),
  anytime: truth,
});

export const plannedFairnessShape: Shape<PlannedFairness> = object({
  measure: oneOf(...fairnessMeasures),
  favourable: oneOf("positive", "negative"),
  reference: text,
  groups: list(text),
});
