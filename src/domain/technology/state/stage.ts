import type { Gate } from "../../policy/policy.ts";

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

/** Before service has begun for good, and before any end. */
export const underway: readonly Stage[] = ["proposed", "piloting", "evaluating", "rolling-out"];
/** Before any end. */
export const alive: readonly Stage[] = [...underway, "adopted"];
/** While evidence is gathered. */
export const withEvidence: readonly Stage[] = ["piloting", "evaluating", "rolling-out"];
/** While people use it. */
export const inService: readonly Stage[] = ["piloting", "evaluating", "rolling-out", "adopted"];

/** The gate that ends each stage. */
export const gateAfter: { readonly [S in Stage]: Gate | null } = {
  proposed: "admission",
  piloting: "completion",
  evaluating: "rollout",
  "rolling-out": "adoption",
  adopted: null,
  retired: null,
  withdrawn: null,
  rejected: null,
  stopped: null,
};

const ends: readonly string[] = ["withdrawn", "rejected", "stopped", "retired"] satisfies readonly Stage[];

/** Nothing comes after it; the technology may be proposed anew. */
export const isEnd = (stage: string): boolean => ends.includes(stage);
