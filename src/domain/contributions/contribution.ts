import type { ContributionChannel, HidingReason } from "../technology/state/consultations.ts";
import type { Day, Instant, PersonId, TextRef } from "../words/text.ts";

/** What somebody says in a consultation, one stream a contribution. */
export type ContributionEvent =
  | ContributionEntry<"ContributionReceived", ContributionReceived>
  /** All points that it is in from now on. */
  | ContributionEntry<"ContributionPlaced", { readonly points: readonly string[] }>
  | ContributionEntry<"ContributionHidden", { readonly why: HidingReason }>
  | ContributionEntry<"ContributionShown", { readonly reason: TextRef }>
  | ContributionEntry<"ContributionTextErased", { readonly digest: string; readonly ground: TextRef }>;

interface ContributionEntry<T extends string, P extends object> {
  readonly type: T;
  readonly schema: 1;
  readonly payload: P;
}

interface ContributionReceived {
  /** The technology's id, and the consultation within it. */
  readonly technology: string;
  readonly consultation: string;
  readonly channel: ContributionChannel;
  /** The day it came, which is not always that of the entry. */
  readonly receivedOn: Day;
  readonly text: TextRef;
  /** Which version of the consultation was in force: 1 as it was opened, 2 after the first amendment … */
  readonly version: number;
}

export type ContributionCommand =
  | ({ readonly type: "ReceiveContribution" } & Omit<ContributionReceived, "version">)
  | { readonly type: "PlaceContribution"; readonly points: readonly string[] }
  | { readonly type: "HideContribution"; readonly why: HidingReason }
  | { readonly type: "ShowContribution"; readonly reason: TextRef }
  | { readonly type: "EraseContributionText"; readonly digest: string; readonly ground: TextRef };

interface Made {
  readonly at: Instant;
  /** "public" for the writer. */
  readonly by: PersonId;
  readonly position: number;
}

/** One contribution, folded from its stream. */
export interface Contribution extends ContributionReceived {
  readonly received: Made;
  /** Empty: it is in no point. */
  readonly points: readonly string[];
  /** Each time it was put elsewhere, oldest first. */
  readonly placings: readonly (Made & { readonly points: readonly string[] })[];
  /** Null: it is not hidden. */
  readonly hidden: (Made & { readonly why: HidingReason }) | null;
  readonly shownAgain: readonly (Made & { readonly why: HidingReason; readonly reason: TextRef })[];
  /** Every digest of a text that it ever named. */
  readonly texts: readonly string[];
  readonly erased: readonly string[];
}

/** What is no word on the matter is owed no point; whatever else is hidden still is. */
const pointless: readonly (HidingReason | null)[] = ["advertising", "off-topic"];

/** Whether it still has to be put into a point. @param hidden why it is hidden; null: it is not */
export const isUnplaced = (points: number, hidden: HidingReason | null): boolean =>
  points === 0 && !pointless.includes(hidden);
