import type { Indicator } from "../../measures/measures.ts";

/** What not every technology has a use for: measured where the plan chooses it, before there are data. */

export const umuxLite: Indicator = {
  key: "umux-lite",
  name: { en: "UMUX-Lite", zh: "UMUX-Lite 量表" },
  measure: "umux-lite",
  optional: true,
  weight: 0.15,
  better: "higher",
  floor: 68,
  target: 80,
  value: [
    [40, 0],
    [68, 60],
    [80, 90],
    [90, 100],
  ],
  // One more answer at the lowest end weighs much among a dozen.
  minimumSample: 40,
};

export const seq: Indicator = {
  key: "seq",
  name: { en: "Ease of the single task (SEQ)", zh: "单项任务容易度（SEQ）" },
  measure: "seq",
  optional: true,
  weight: 0.15,
  better: "higher",
  floor: 5,
  target: 6,
  value: [
    [3, 0],
    [5, 60],
    [6, 90],
    [6.8, 100],
  ],
  minimumSample: 24,
};

export const satisfaction: Indicator = {
  key: "satisfaction",
  name: { en: "Satisfaction of the people served", zh: "服务对象满意度" },
  measure: "satisfaction",
  optional: true,
  weight: 0.2,
  better: "higher",
  // Of the scale's own width, so that five stars and ten points compare.
  floor: 60,
  target: 80,
  value: [
    [30, 0],
    [60, 60],
    [80, 90],
    [95, 100],
  ],
  minimumSample: 30,
};

export const accessibility: Indicator = {
  key: "accessibility",
  name: { en: "Barriers found, serious or critical", zh: "严重及以上无障碍问题" },
  measure: "accessibility",
  optional: true,
  weight: 0.2,
  better: "lower",
  floor: 0,
  target: 0,
  value: [
    [0, 100],
    [1, 40],
    [5, 0],
  ],
  minimumSample: 5,
};

export const fairness: Indicator = {
  key: "fairness",
  name: { en: "Difference between groups", zh: "群体间差异" },
  measure: "fairness",
  optional: true,
  weight: 0.2,
  better: "lower",
  floor: 0.1,
  target: 0.05,
  value: [
    [0, 100],
    [0.05, 90],
    [0.1, 60],
    [0.3, 0],
  ],
  // People of each group compared; groups smaller than this differ by chance more than by treatment.
  minimumSample: 100,
};
