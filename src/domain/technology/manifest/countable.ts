import type { Gate, Policy } from "../../policy/policy.ts";
import type { JsonObject } from "../../words/json.ts";
import type { Day } from "../../words/text.ts";
import type { GateOutcome } from "../state/decision.ts";
import type { DayOf } from "../state/gate-ahead.ts";
import type { Technology } from "../state/technology.ts";

/**
 * What has become of an approval of the rollout. adopted: adoption followed, and no guard was breached on the way. breached: a
 * guard was, whatever followed, unless it was taken back. taken-back: rolled back, or refused at adoption. held: stands still now
 * for another cause. open: still under way.
 */
export const fates = ["adopted", "breached", "taken-back", "held", "open"] as const;
export type Fate = (typeof fates)[number];

/** What a thing that is due may be: an open one is overdue once its day is over, which no row has to be written for. */
export const dueStandings = ["met", "late", "open"] as const;
export type DueStanding = (typeof dueStandings)[number];

type PromiseStanding = "kept" | "kept-late" | "open" | "withdrawn";
type InterfaceStanding = "standard" | "none";
export const endingStandings = ["adopted", "with-lessons", "without-lessons"] as const;
export const sharingStandings = ["offered", "taken", "reused"] as const;
export const lessonStandings = ["stopped", "rejected", "recorded"] as const;

/**
 * Something in the life of a technology that counts for the period in which its day lies: what was decided, what was due, what
 * was given. It says how the thing stands by now, not how it stood at the end of that period.
 */
export type Countable = (
  | { readonly kind: "decision"; readonly standing: `${Gate}.${GateOutcome}` }
  /** Approvals of the rollout. */
  | { readonly kind: "rollout"; readonly standing: Fate }
  /** The same by their smallest margin in whole points, −1 for any under zero, "unknown" where there is none: "7.adopted". */
  | { readonly kind: "margin"; readonly standing: `${number | "unknown"}.${Fate}` }
  /** Waived conditions, and voices against, of an approval of the rollout. */
  | { readonly kind: "waiver"; readonly standing: Fate }
  | { readonly kind: "voice"; readonly standing: Fate }
  | { readonly kind: "deadline"; readonly standing: DueStanding }
  | { readonly kind: "promise"; readonly standing: PromiseStanding }
  | { readonly kind: "training"; readonly standing: DueStanding }
  | { readonly kind: "interface"; readonly standing: InterfaceStanding }
  | { readonly kind: "ending"; readonly standing: (typeof endingStandings)[number] }
  /** Evidence offered to other departments, taken over by them, and taken over from them. */
  | { readonly kind: "sharing"; readonly standing: (typeof sharingStandings)[number] }
  | { readonly kind: "lesson"; readonly standing: (typeof lessonStandings)[number] }
) & {
  /** Unlike every other of its kind in the technology. */
  readonly subject: string;
  /** For whom it counts, where that is not the department of the technology. */
  readonly department?: string;
  /** The day by which it counts: of the act, or on which it was due. */
  readonly on: Day;
  /** What a list says of it beside: figures, keys and days, never words of a person. */
  readonly detail?: JsonObject;
  /** The entry of the ledger that it leads to. */
  readonly position?: number;
};

export type CountableKind = Countable["kind"];

/** What of its part of the state a chapter lets count. */
export type CountsInPeriods = (t: Technology, ground: CountGround) => readonly Countable[];

interface CountGround {
  readonly policy: Policy;
  readonly dayOf: DayOf;
}

/** How a thing that was due on a day stands. @param done the day it was done on; null: not yet */
export const dueStanding = (due: Day, done: Day | null): DueStanding =>
  done === null ? "open" : done <= due ? "met" : "late";
