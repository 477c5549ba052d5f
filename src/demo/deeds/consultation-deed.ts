import type { SafeguardKey } from "../../domain/safeguard-kinds/kinds.ts";
import type {
  ConsultationKind,
  ContributionChannel,
  HidingReason,
  PointOrigin,
} from "../../domain/technology/state/consultations.ts";
import type { Words } from "../words.ts";

/** What the public is asked, as a planner types it. */
export interface StoryConsultation {
  readonly kind: ConsultationKind;
  readonly title: Words;
  readonly question: Words;
  readonly stillOpen: Words;
  readonly settled: Words | null;
  readonly audience: Words;
  /** Titles of what was attached, each with the name that everybody reads. */
  readonly papers?: readonly (readonly [title: Words, name: Words])[];
  /** From the first to the last day, both counted. */
  readonly days: number;
  /** From the last day to that of the answer. */
  readonly respond: number;
  readonly channels: readonly ContributionChannel[];
  readonly how: Words | null;
  readonly shorter?: Words;
  readonly place?: Words;
  /** Of a poll with one-time codes. */
  readonly options?: readonly Words[];
  readonly codes?: number;
}

/**
 * The public is asked, and answered. All but the first are about the newest consultation of the technology; `contribution` is a
 * name in the story alone.
 */
export type ConsultationDeed =
  | { readonly do: "open-consultation"; readonly asks: StoryConsultation }
  | { readonly do: "amend-consultation"; readonly asks: StoryConsultation; readonly why: Words }
  | {
      readonly do: "contribute";
      readonly contribution: string;
      readonly channel: ContributionChannel;
      readonly text: Words;
      /** Days between its coming and its entry: a letter lies a while. */
      readonly lay?: number;
    }
  | { readonly do: "place-contribution"; readonly contribution: string; readonly points: readonly string[] }
  | { readonly do: "hide-contribution"; readonly contribution: string; readonly why: HidingReason }
  /** How many choose each option, one after the other. */
  | { readonly do: "choose"; readonly counts: readonly number[] }
  | {
      readonly do: "minute-hearing";
      readonly groups: readonly StoryGroup[];
      readonly minutes: Words;
    }
  | { readonly do: "make-point"; readonly text: Words; readonly origin: PointOrigin }
  | {
      readonly do: "answer-point";
      readonly point: string;
      readonly reason: Words;
      readonly outcome: "adopted" | "partly" | "not-adopted";
      /** What was changed, in words; null where nothing was. */
      readonly change: Words | null;
      /** Where that can be looked up. */
      readonly safeguard?: SafeguardKey;
    }
  | { readonly do: "answer-consultation"; readonly heard: Words; readonly did: Words };

interface StoryGroup {
  readonly group: Words;
  readonly people: number;
  readonly serving?: true;
  readonly names?: Words;
}
