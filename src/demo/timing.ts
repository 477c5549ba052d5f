import type { Policy } from "../domain/policy/policy.ts";
import type { Scene } from "./scenes/scene.ts";

/** Days from the proposal to the pilot's first. */
export const pilotStart = 7;

/** Days from the pilot's end to its last look. */
export const lastLook = 9;

/** As the tier asks, and a few days more: announced maintenance is no observed time. */
export const pilotLength = (scene: Scene, policy: Policy): number =>
  Math.max(30, policy.tiers[scene.tier ?? "IV"].minimumPilotDays + 4);
