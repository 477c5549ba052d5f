import { compareInstants } from "../../words/days.ts";
import type { Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Technology } from "../state/technology.ts";

/** What approvers said of a decision after it: that its drift is no matter, or that its gate is to be asked again. */
export interface Settled {
  /** "asked" until as many say so as the gate's quorum; the one with whom they are that many has "reopened" it. */
  readonly what: "confirmed" | "asked" | "reopened";
  readonly person: PersonId;
  readonly at: Instant;
  readonly text: TextRef;
}

/** In order of time. */
export function settledSince({ settlements, reopenings }: Technology, position: number): readonly Settled[] {
  const confirmed = settlements
    .filter(({ decision }) => decision === position)
    .map(({ person, at, text }): Settled => ({ what: "confirmed", person, at, text }));
  const asked = reopenings
    .filter(({ decision }) => decision === position)
    .map(({ person, at, text, complete }): Settled => ({ what: complete ? "reopened" : "asked", person, at, text }));
  return [...confirmed, ...asked].toSorted((a, b) => compareInstants(a.at, b.at));
}
