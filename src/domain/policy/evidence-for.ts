import type { EvidenceKind } from "../evidence/kinds.ts";
import type { Measure } from "../measures/measures.ts";

/** Which kind of file measures what; null for what people judge and no file can show. */
export const evidenceFor: { readonly [M in Measure]: EvidenceKind | null } = {
  availability: "availability",
  "failed-share": "load",
  "within-share": "load",
  headroom: "load",
  volume: "volume",
  sus: "sus",
  "umux-lite": "umux-lite",
  seq: "seq",
  "task-success": "tasks",
  satisfaction: "satisfaction",
  accessibility: "accessibility",
  fairness: "outcomes",
  rubric: null,
};
