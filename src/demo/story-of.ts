import type { Policy } from "../domain/policy/policy.ts";
import type { Desk } from "./desk.ts";
import { spread } from "./desk.ts";
import type { Milestone } from "./endings.ts";
import type { Scene, Twist } from "./scenes/scene.ts";

/** Days in a body's calendar; day 0 is the day the technology is proposed. */
export interface Calendar {
  /** "2026-11-22" of a story's day. */
  day(offset: number): string;
  /** Epoch milliseconds at the start of a story's day. */
  instant(offset: number): number;
}

/** What every deed of one technology's life needs. */
export interface Story {
  readonly scene: Scene;
  readonly policy: Policy;
  readonly desk: Desk;
  readonly calendar: Calendar;
  /** The day on which a milestone is reached. */
  readonly when: (milestone: Milestone) => number;
}

export const has = ({ scene }: Story, twist: Twist): boolean => scene.twists?.includes(twist) ?? false;

const planners = ["planner", "planner2", "planner3"] as const;
/** Who plans and who sponsors a scene: always the same people, spread over the cast. */
export const planner = (scene: Scene): string =>
  planners[Math.floor(spread(scene.name.en) * planners.length)] ?? "planner";
export const sponsor = (scene: Scene): string => (spread(scene.name.zh) < 0.5 ? "sponsor" : "sponsor2");

/** As many as the tier asks for. */
export function evaluators({ scene, policy }: Story): string[] {
  const count = policy.tiers[scene.tier ?? "IV"].minimumEvaluators;
  return ["evaluator", "evaluator2", "evaluator3", "evaluator4"].slice(0, count);
}
