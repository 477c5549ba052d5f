/** How an indicator is measured; methods.md. */
export const measures = [
  "availability",
  "failed-share",
  "within-share",
  "headroom",
  "volume",
  "sus",
  "umux-lite",
  "seq",
  "task-success",
  "satisfaction",
  "accessibility",
  "fairness",
  "rubric",
] as const;
export type Measure = (typeof measures)[number];
