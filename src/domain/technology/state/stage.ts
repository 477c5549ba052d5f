/**
 * proposed ─admission─► piloting ─completion─► evaluating ─rollout─► rolling-out ─adoption─► adopted ─► retired,
 * with withdrawn, rejected and stopped as ends. `held` is a flag of rolling-out (rollout.hold).
 */
export type Stage =
  "proposed" | "piloting" | "evaluating" | "rolling-out" | "adopted" | "retired" | "withdrawn" | "rejected" | "stopped";

export const stages: readonly Stage[] = [
  "proposed",
  "piloting",
  "evaluating",
  "rolling-out",
  "adopted",
  "retired",
  "withdrawn",
  "rejected",
  "stopped",
];
