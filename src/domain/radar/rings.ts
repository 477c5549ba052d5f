import { assertedStage } from "../technology/state/asserted-stage.ts";
import type { AssertedStage } from "../technology/state/imports.ts";
import type { Stage } from "../technology/state/stage.ts";
import type { Technology } from "../technology/state/technology.ts";

/** From the middle outwards. */
export const rings = ["adopt", "trial", "assess", "hold"] as const;
export type Ring = (typeof rings)[number];

/** Where a technology stands on the radar. */
export interface Place {
  readonly ring: Ring;
  /** The ring follows from what a file says; no decision here supports it. */
  readonly asserted: boolean;
}

/**
 * The one place where rings follow from decisions: nobody sets a ring by hand.
 *
 * adopt: the adoption gate approved it. trial: the rollout gate did, and waves may open. assess: the admission gate let
 * it be tried, and what the trial shows is gathered or judged. hold: use is not to spread, by a decision (rejected,
 * stopped, retired) or by a hold. A proposal has no decision yet, and what was withdrawn never got one: they have no ring.
 */
const ringsOfStages: { readonly [S in Stage]: Ring | null } = {
  proposed: null,
  piloting: "assess",
  evaluating: "assess",
  "rolling-out": "trial",
  adopted: "adopt",
  retired: "hold",
  withdrawn: null,
  rejected: "hold",
  stopped: "hold",
};

/** Stages that no decision has led to yet. */
export const undecided: readonly Stage[] = (Object.keys(ringsOfStages) as Stage[]).filter(
  (stage) => ringsOfStages[stage] === null,
);

/** What the radar must know of a technology, now or at any time before. */
export interface RadarGround {
  readonly stage: Stage;
  readonly held: boolean;
  /** As `assertedStage` says. */
  readonly asserted: AssertedStage | null;
}

/** Null: it has no dot. A proposal that a file says is further is shown there, as asserted. */
export function placeOf({ stage, held, asserted }: RadarGround): Place | null {
  const decided = stage === "rolling-out" && held ? "hold" : ringsOfStages[stage];
  if (decided !== null) return { ring: decided, asserted: false };
  const claimed = asserted === null || stage !== "proposed" ? null : ringsOfStages[asserted];
  return claimed === null ? null : { ring: claimed, asserted: true };
}

export const placeNow = (t: Technology): Place | null =>
  placeOf({ stage: t.stage, held: (t.rollout?.hold ?? null) !== null, asserted: assertedStage(t) });
