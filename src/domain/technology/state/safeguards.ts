import type { JsonObject } from "../../words/json.ts";
import type { Tier } from "../../words/tier.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

/**
 * A safeguard: a statement that somebody makes, somebody independent reviews, and that stands until a day or an event.
 * `kind` is the key of its declaration (`domain/safeguards/kinds`), `item` one statement of it on this technology.
 */
export type SafeguardsEvent =
  | Event<
      "SafeguardStated",
      {
        readonly kind: string;
        /** "g1", "g2" … in the order in which statements of any kind were begun on this technology. */
        readonly item: string;
        readonly answers: SafeguardAnswers;
        /** Questions whose answers were dropped, since by the other answers they are not asked. */
        readonly cleared: readonly string[];
      }
    >
  | Event<"SafeguardSubmitted", { readonly kind: string; readonly item: string; readonly of: string }>
  | Event<
      "SafeguardReviewed",
      {
        readonly kind: string;
        readonly item: string;
        readonly outcome: ReviewOutcome;
        /** Digest of kind and answers that were reviewed: an acceptance of others' words is none. */
        readonly of: string;
        readonly text: TextRef | null;
        /** Last day on which an acceptance stands; null: until something reopens it. */
        readonly until: Day | null;
        /** What of the technology it rests on: where that becomes another, the acceptance is reopened. */
        readonly ground: JsonObject;
        /** What an acceptance fixes for the technology. */
        readonly fixes: SafeguardFixes;
      }
    >
  | Event<"SafeguardReopened", { readonly kind: string; readonly item: string; readonly text: TextRef }>
  | Event<"SafeguardDropped", { readonly kind: string; readonly item: string; readonly text: TextRef }>;

export type SafeguardsCommand =
  | {
      readonly type: "StateSafeguard";
      readonly kind: string;
      /** Null: another one. */
      readonly item: string | null;
      readonly answers: SafeguardAnswers;
      /** Hand it in for review in the same breath. */
      readonly submit: boolean;
    }
  | {
      readonly type: "ReviewSafeguard";
      readonly item: string;
      /** What the reviewer was shown. */
      readonly of: string;
      readonly outcome: ReviewOutcome;
      readonly text: TextRef | null;
    }
  | { readonly type: "ReopenSafeguard"; readonly item: string; readonly text: TextRef }
  | { readonly type: "DropSafeguard"; readonly item: string; readonly text: TextRef };

export const reviewOutcomes = ["accepted", "returned"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export interface SafeguardFixes {
  readonly tier?: Tier;
}

/** By question. A question that was not answered is absent: an empty answer is none. */
export interface SafeguardAnswers {
  readonly [question: string]: SafeguardAnswer;
}

/** A text's digest, a label, a choice, a day, an id; a number; several choices or ids; rows of the same. */
export type SafeguardAnswer = string | number | readonly string[] | readonly SafeguardRow[];

export interface SafeguardRow {
  readonly [question: string]: string | number | readonly string[];
}

export interface Safeguard {
  readonly kind: string;
  readonly item: string;
  readonly answers: SafeguardAnswers;
  /** Of kind and answers. */
  readonly digest: string;
  /** Everybody who wrote a part of it, the first one first. */
  readonly authors: readonly PersonId[];
  readonly stated: Moment;
  /** Null where it was edited since. */
  readonly submitted: Moment | null;
  /** The last one, whichever words it was of. */
  readonly review: Review | null;
  /** What was accepted each time, the first one first: it was on record, whatever was written since. */
  readonly accepted: readonly AcceptedAnswers[];
  /** By hand, after the review. */
  readonly reopened: (Moment & { readonly text: TextRef }) | null;
  readonly dropped: (Moment & { readonly text: TextRef }) | null;
}

interface AcceptedAnswers {
  readonly answers: SafeguardAnswers;
  readonly at: Instant;
}

interface Moment {
  readonly by: PersonId;
  readonly at: Instant;
  readonly position: number;
}

export interface Review extends Moment {
  readonly outcome: ReviewOutcome;
  readonly of: string;
  readonly text: TextRef | null;
  readonly until: Day | null;
  readonly ground: JsonObject;
  readonly fixes: SafeguardFixes;
}

export interface SafeguardsSlice {
  /** Every statement, in the order in which they were begun. */
  readonly safeguards: readonly Safeguard[];
  /** The tier that an accepted assessment fixed last: no revision of the proposal states another; null before any. */
  readonly assessedTier: Tier | null;
}

export const noSafeguards: SafeguardsSlice = { safeguards: [], assessedTier: null };

/** Those of a kind that nobody has dropped. */
export const safeguardsOf = ({ safeguards }: Pick<SafeguardsSlice, "safeguards">, kind: string): readonly Safeguard[] =>
  safeguards.filter((safeguard) => safeguard.kind === kind && safeguard.dropped === null);

/** What was reviewed last is what stands, and it was accepted. */
export const isAccepted = ({ review, digest, reopened, dropped }: Safeguard): boolean =>
  dropped === null && reopened === null && review !== null && review.outcome === "accepted" && review.of === digest;
