import { namedShape } from "../words/named-shape.ts";
import { list, number, object, oneOf, optional, text, tuple } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import type { TierLevel } from "./indicator.ts";
import type { Indicator, Measure } from "./measures.ts";
import { measures } from "./measures.ts";

export const measureShape: Shape<Measure> = oneOf(...measures.map(({ name }) => name));

export const breakpoints: Shape<Indicator["value"]> = list(tuple<readonly [number, number]>(number, number));

const level = optional<TierLevel>(
  object({
    floor: optional(number),
    target: optional(number),
    value: optional(breakpoints),
    minimumSample: optional(number),
  }),
);

export const indicatorShape: Shape<Indicator> = object({
  key: text,
  name: namedShape,
  measure: measureShape,
  optional: optional(oneOf(true)),
  weight: number,
  better: oneOf("higher", "lower"),
  floor: optional(number),
  target: optional(number),
  value: breakpoints,
  minimumSample: number,
  byTier: optional(object({ I: level, II: level, III: level, IV: level })),
  groups: optional(list(text)),
  rubric: optional(
    object({
      question: namedShape,
      anchors: tuple(namedShape, namedShape, namedShape, namedShape, namedShape),
    }),
  ),
});
