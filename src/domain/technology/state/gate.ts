import type { Gate } from "../../policy/policy.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Tier } from "../../words/tier.ts";
import type { DatedCondition, GateDecision, VoteOption } from "./decision.ts";
import type { Event } from "./event.ts";
import type { Thing } from "./thing.ts";

export type GateEvent =
  | Event<
      "WaiverRequested",
      {
        readonly waiver: string;
        readonly gate: Gate;
        readonly condition: string;
        readonly reason: TextRef;
        readonly control: TextRef;
        readonly until: Day;
        /** What the condition named; before there was this field, it follows from the events. */
        readonly names?: readonly Thing[];
      }
    >
  | Event<"WaiverSupported", { readonly waiver: string; readonly by: PersonId; readonly names?: readonly Thing[] }>
  | Event<
      "WaiverGranted",
      { readonly waiver: string; readonly by: readonly PersonId[]; readonly names?: readonly Thing[] }
    >
  | Event<"WaiverRefused", { readonly waiver: string; readonly by: PersonId; readonly reason: TextRef }>
  | Event<"WaiverLapsed", { readonly waiver: string }>
  | Event<"ConditionsDrafted", { readonly gate: Gate; readonly conditions: readonly DatedCondition[] }>
  | Event<
      "VoteCast",
      {
        readonly gate: Gate;
        readonly option: VoteOption;
        readonly reason: TextRef;
        readonly ground: string;
        readonly onBehalfOf: PersonId | null;
        readonly lessons: TextRef | null;
      }
    >
  | Event<"VotesLapsed", { readonly gate: Gate; readonly voters: readonly PersonId[]; readonly why: LapseCause }>
  | Event<"GateDecided", GateDecision>
  | Event<
      "ConditionFulfilled",
      {
        readonly condition: string;
        readonly text: TextRef;
        readonly evidence: readonly string[];
        /** Of which approval; before there was this field, every condition of that name was meant. */
        readonly decision?: number;
      }
    >
  | Event<
      "DecisionConfirmed",
      {
        /** Position of an approval that was given under a lower tier. */
        readonly decision: number;
        readonly tier: Tier;
        readonly text: TextRef;
        /** With this one the quorum of the tier is reached. */
        readonly complete: boolean;
      }
    >
  | Event<
      "DriftConfirmed",
      {
        /** Position of an approval whose ground is no longer what it was. */
        readonly decision: number;
        /** Digests of each thing that had become of it and that is no matter; what comes on top is none of them. */
        readonly drift: readonly string[];
        readonly text: TextRef;
      }
    >
  | Event<
      "ReopeningSupported",
      {
        readonly decision: number;
        readonly gate: Gate;
        /** Digest of all that had become of the ground of the decision. */
        readonly drift: string;
        readonly text: TextRef;
        /** With this one the quorum of the gate is reached: the approval stands no longer, and the gate is asked again. */
        readonly complete: boolean;
      }
    >
  /** An assessment lowered the tier of what was decided on already: the quorum of before stands until it has decided. */
  | Event<"TierLowered", { readonly from: Tier; readonly to: Tier }>;

export type GateCommand =
  | {
      readonly type: "RequestWaiver";
      readonly gate: Gate;
      readonly condition: string;
      readonly reason: TextRef;
      readonly control: TextRef;
      readonly until: Day;
    }
  /** `shown`: digest of the finding that the form showed. */
  | { readonly type: "GrantWaiver"; readonly waiver: string; readonly shown: string }
  | { readonly type: "RefuseWaiver"; readonly waiver: string; readonly reason: TextRef }
  | { readonly type: "RecuseApprover"; readonly text: TextRef }
  | { readonly type: "DraftConditions"; readonly gate: Gate; readonly conditions: readonly DatedCondition[] }
  | {
      readonly type: "CastVote";
      readonly gate: Gate;
      readonly option: VoteOption;
      readonly reason: TextRef;
      /** Digest of conditions and verdict that the form showed. */
      readonly ground: string;
      readonly onBehalfOf: PersonId | null;
      readonly lessons: TextRef | null;
    }
  | {
      readonly type: "FulfilCondition";
      readonly condition: string;
      /** Of which approval, by the position of its decision; needed where several set a condition of that name. */
      readonly decision?: number;
      readonly text: TextRef;
      readonly evidence: readonly string[];
    }
  | { readonly type: "ConfirmDecision"; readonly decision: number; readonly text: TextRef }
  /** `shown`: digest of all that had become of the decision's ground when the form was shown. */
  | { readonly type: "ConfirmDrift"; readonly decision: number; readonly shown: string; readonly text: TextRef }
  | { readonly type: "ReopenGate"; readonly decision: number; readonly shown: string; readonly text: TextRef };

/**
 * A vote also lapses when its voter, or the office it was cast for, may no longer decide (role lost, disabled, recused),
 * and a deputy's when the deputyship ends.
 */
export type LapseCause = "ground-changed" | "conditions-edited" | "no-longer-eligible" | "no-longer-deputy";

export interface WaiverIn<T> {
  readonly waiver: string;
  readonly gate: Gate;
  readonly condition: string;
  readonly reason: TextRef;
  readonly control: TextRef;
  readonly until: Day;
  readonly askedBy: PersonId;
  readonly supporters: readonly PersonId[];
  readonly state: "asked" | "granted" | "refused" | "lapsed";
  readonly grantedAt: Instant | null;
  /** What the condition named at each act on it: asked for, supported, granted. It is bound to these, never to more. */
  readonly stood: readonly StoodIn<T>[];
}

/**
 * What stood when something was done: what the event says; events of before do not, and it follows from the technology
 * as it was then.
 */
export type StoodIn<T> =
  | { readonly kind: "said"; readonly names: readonly Thing[] }
  | { readonly kind: "as-it-was"; readonly technology: T; readonly at: Instant };

export interface BallotIn<T> {
  readonly openedAt: Instant;
  readonly draft: readonly DatedCondition[];
  /** The technology when the list was drafted, for items that do not say what they defer; null before any. */
  readonly drafted: StoodIn<T> | null;
  readonly votes: readonly Vote[];
  /** Votes that no longer count, until their voter or office votes again. */
  readonly lapsed: readonly LapsedVote[];
}

interface LapsedVote {
  readonly vote: Vote;
  readonly why: LapseCause;
  readonly at: Instant;
}

export interface Vote {
  readonly person: PersonId;
  readonly option: VoteOption;
  readonly reason: TextRef;
  readonly ground: string;
  readonly at: Instant;
  readonly onBehalfOf: PersonId | null;
  readonly lessons: TextRef | null;
}

export interface Decided extends GateDecision {
  readonly position: number;
  readonly at: Instant;
  /** The one that held then. */
  readonly tier: Tier;
}

/** What an approver said of an approval that was given under a lower tier. */
interface Confirmation {
  readonly decision: number;
  readonly tier: Tier;
  readonly person: PersonId;
  readonly text: TextRef;
  readonly complete: boolean;
}

/** An approver's word that what has become of an approval's ground is no matter. */
interface Settlement {
  readonly decision: number;
  readonly drift: readonly string[];
  readonly person: PersonId;
  readonly text: TextRef;
  readonly at: Instant;
  readonly position: number;
}

/** An approver's word that a gate is to be asked again. */
interface Reopening {
  readonly decision: number;
  readonly gate: Gate;
  readonly drift: string;
  readonly person: PersonId;
  readonly text: TextRef;
  readonly at: Instant;
  readonly complete: boolean;
}

export interface OpenCondition extends DatedCondition {
  readonly gate: Gate;
  readonly decision: number;
  readonly fulfilledAt: Instant | null;
}

/** `T` is the technology: what is bound to a finding of before holds the technology as it was. */
export interface GateSlice<T> {
  /** Voted here, supported a waiver or refused one: who once judged never authors or evaluates. */
  readonly judges: readonly PersonId[];
  readonly waivers: readonly WaiverIn<T>[];
  /** Drafts and votes by gate; a gate without either is absent. */
  readonly ballots: { readonly [G in Gate]?: BallotIn<T> };
  readonly decisions: readonly Decided[];
  /** Dated conditions of approvals, with their fulfilment. */
  readonly conditions: readonly OpenCondition[];
  readonly confirmations: readonly Confirmation[];
  readonly settlements: readonly Settlement[];
  readonly reopenings: readonly Reopening[];
  /** A gate behind it that is asked again, since when, and which approval it was that stands no longer. */
  readonly reopened: { readonly gate: Gate; readonly decision: number; readonly at: Instant } | null;
  /** A higher tier than that of now, whose quorum has not decided since it was lowered. */
  readonly loweredFrom: Tier | null;
}

export const noGates: GateSlice<never> = {
  judges: [],
  waivers: [],
  ballots: {},
  decisions: [],
  conditions: [],
  confirmations: [],
  settlements: [],
  reopenings: [],
  reopened: null,
  loweredFrom: null,
};
