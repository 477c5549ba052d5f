import type { Measure } from "../measures/measures.ts";
import type { IndicatorUnit } from "../measures/finding-parts.ts";

/** What the figures of a measure are in: estimate, bounds, floor, target. */
export const indicatorUnits: { readonly [M in Measure]: IndicatorUnit } = {
  availability: "share",
  "failed-share": "share",
  "within-share": "share",
  headroom: "ratio",
  volume: "ratio",
  sus: "points",
  "umux-lite": "points",
  seq: "rating",
  "task-success": "share",
  satisfaction: "points",
  accessibility: "count",
  fairness: "share",
  rubric: "anchor",
};
