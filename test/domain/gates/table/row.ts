import type { EventOf } from "../../../../src/domain/technology/state/technology.ts";
import type { Day, Instant } from "../../../../src/domain/words/text.ts";
import type { Tier } from "../../../../src/domain/words/tier.ts";
import { happened, day, noon, text } from "../../../support/technology.ts";
import type { Happened } from "../../../support/technology.ts";

/** Where a technology stands when somebody asks. */
export interface Standing {
  readonly story: readonly Happened[];
  readonly today: Day;
  /** Null: only the day is known. */
  readonly now: Instant | null;
}

/** A state that the condition cannot be in, and why; that it never is, is tried over every story of the table. */
export interface Never {
  readonly never: string;
}

/** One condition in each of its states. Lapsed: what was met before is so no longer, by time or by what happened since. */
export interface Row {
  readonly met: Standing;
  readonly unmet: Standing | Never;
  readonly unknown: Standing | Never;
  readonly lapsed: Standing | Never;
}

export type RowOf = (tier: Tier) => Row;

export const at = (story: readonly Happened[], n = 41, now: Instant | null = noon(n)): Standing => ({
  story,
  today: day(n),
  now,
});

export const never = (why: string): Never => ({ never: why });

export const isPossible = (standing: Standing | Never): standing is Standing => "story" in standing;

/** Its stories are told alike of every tier. */
export const anyTier =
  ({ met, unmet, unknown, lapsed }: Row): RowOf =>
  (tier) => {
    const of = <S extends Standing | Never>(standing: S): S =>
      isPossible(standing) ? { ...standing, story: ofTier(standing.story, tier) } : standing;
    return { met: of(met), unmet: of(unmet), unknown: of(unknown), lapsed: of(lapsed) };
  };

/** The same story of a technology whose proposal states this tier. */
export const ofTier = (story: readonly Happened[], tier: Tier): readonly Happened[] =>
  story.map((one) => (one.event.type === "TechnologyProposed" ? statingTier(one, one.event, tier) : one));

function statingTier(one: Happened, event: EventOf<"TechnologyProposed">, tier: Tier): Happened {
  const { payload } = event;
  return { ...one, event: { ...event, payload: { ...payload, proposal: { ...payload.proposal, tier } } } };
}

/** Nobody can read what a ground of law has erased. */
export const erased = (word: string): Happened =>
  happened("TextErased", { digest: text(word), ground: text("law") }, "adam", 40);
