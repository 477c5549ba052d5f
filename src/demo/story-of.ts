import type { Desk } from "./desk.ts";
import type { Plan } from "./plan.ts";
import type { Scene } from "./scene.ts";

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
  readonly desk: Desk;
  readonly calendar: Calendar;
  /** Ids of all that were proposed so far, by their English names. */
  readonly proposed: Map<string, string>;
  /** Id of the technology; "" before it is proposed. */
  technology: string;
  /** The plan in force. */
  plan: Plan | null;
}
