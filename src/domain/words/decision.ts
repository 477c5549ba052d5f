import type { Json } from "./json.ts";

/** An expected refusal, as a stated fact: code for the sentence, params for its blanks, field where one is meant. */
export interface Reason {
  readonly code: string;
  readonly params?: { readonly [name: string]: Json };
  readonly field?: string;
}

/** What a decider answers: events, or every reason at once. Exceptions are for bugs. */
export type Decision<E> =
  | { readonly kind: "accepted"; readonly events: readonly E[] }
  | { readonly kind: "rejected"; readonly reasons: readonly Reason[] };

export const accepted = <E>(...events: readonly E[]): Decision<E> => ({ kind: "accepted", events });
export const rejected = (...reasons: readonly Reason[]): Decision<never> => ({ kind: "rejected", reasons });
