import type { Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type NeedsEvent =
  | Event<"NeedsStated", { readonly needs: readonly StatedNeed[] }>
  | Event<
      "NeedJudged",
      {
        readonly need: string;
        /** Number of the plan whose pilot was judged. */
        readonly plan: number;
        readonly coverage: Coverage;
        readonly evidence: readonly string[];
        readonly text: TextRef;
      }
    >;

export type NeedsCommand =
  | { readonly type: "StateNeeds"; readonly needs: readonly { readonly text: TextRef }[] }
  | {
      readonly type: "JudgeNeed";
      readonly need: string;
      readonly coverage: Coverage;
      readonly evidence: readonly string[];
      readonly text: TextRef;
    };

/** How far the pilot showed that a need is met, the best first. */
export const coverages = ["met", "partly", "not-met", "not-tested"] as const;
export type Coverage = (typeof coverages)[number];

interface StatedNeed {
  /** "n1", "n2" … in the order of the list. */
  readonly need: string;
  readonly text: TextRef;
}

export interface Need extends StatedNeed {
  readonly judgement: NeedJudgement | null;
}

export interface NeedJudgement {
  readonly plan: number;
  readonly coverage: Coverage;
  readonly evidence: readonly string[];
  readonly text: TextRef;
  readonly by: PersonId;
  readonly at: Instant;
  readonly position: number;
}

export interface NeedsSlice {
  /** What people need the technology for, one by one; empty until somebody lists it. */
  readonly needs: readonly Need[];
}

export const noNeeds: NeedsSlice = { needs: [] };

interface Pilot {
  readonly plan: { readonly number: number } | null;
}

/** The judgement that counts: on the pilot of the plan in force. One on an earlier pilot is history. */
export const standingJudgement = ({ plan }: Pilot, { judgement }: Need): NeedJudgement | null =>
  judgement !== null && plan !== null && judgement.plan === plan.number ? judgement : null;

export const unjudgedNeeds = (t: Pilot & NeedsSlice): readonly Need[] =>
  t.needs.filter((need) => standingJudgement(t, need) === null);

interface WithEvidence extends Pilot {
  readonly evidence: readonly { readonly plan: number }[];
}

/** Once somebody has seen data of the plan in force, whatever became of it, the list of needs stays as it is. */
export const needsAreFixed = ({ plan, evidence }: WithEvidence): boolean =>
  plan !== null && evidence.some((piece) => piece.plan === plan.number);
