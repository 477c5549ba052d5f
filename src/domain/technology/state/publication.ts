import type { Gate } from "../../policy/policy.ts";
import type { PublicPart } from "../../policy/safeguards/publishing.ts";
import type { Outcome } from "../../scoring/verdict-types.ts";
import type { Day, Instant, TextRef } from "../../words/text.ts";
import type { GateOutcome } from "./decision.ts";
import type { Event } from "./event.ts";

/** Parts of a public page that somebody writes for it; the others follow from the record. */
export const writtenParts = ["purpose", "tried", "reasons", "conditions", "next"] as const;
export type WrittenPart = (typeof writtenParts)[number];

export const publicLanguages = ["en", "zh"] as const;
export type PublicLanguage = (typeof publicLanguages)[number];

/** Why something is not told. The ground itself is told. */
export const withholdingGrounds = [
  "security",
  "personal-data",
  "third-party-business",
  "deliberation",
  "proceedings",
  "other-law",
] as const;
export type WithholdingGround = (typeof withholdingGrounds)[number];

/** What can be withheld: one part of the page, or all that the page says beside name, office, stage and ground. */
export type WithheldPart = PublicPart | "everything";

export interface PublicText {
  readonly part: WrittenPart;
  readonly language: PublicLanguage;
  readonly text: TextRef;
}

interface PublicStatement {
  /** One a part and language at most; written for everybody to read. */
  readonly texts: readonly PublicText[];
  /** Digests of accepted statements whose answers may be told in the record of the algorithm, exactly as they stand. */
  readonly record: readonly string[];
}

/** What anybody outside may know of a decision: no person, no words. */
interface PublishedDecision {
  /** Position of the decision on the ledger. */
  readonly decision: number;
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly decidedOn: Day;
  /** How many conditions it set. */
  readonly conditions: number;
  /** What the evidence said, where the gate asks it. */
  readonly verdict: Outcome | null;
}

export type PublicationEvent =
  | Event<"PublicStatementWritten", PublicStatement>
  | Event<"PublicPartWithheld", { readonly part: WithheldPart; readonly ground: WithholdingGround }>
  | Event<"PublicPartReleased", { readonly part: WithheldPart }>
  | Event<"DecisionPublished", PublishedDecision>;

export type PublicationCommand =
  | { readonly type: "WritePublicStatement"; readonly statement: PublicStatement }
  | { readonly type: "WithholdPublicPart"; readonly part: WithheldPart; readonly ground: WithholdingGround }
  | { readonly type: "ReleasePublicPart"; readonly part: WithheldPart }
  /** Tells outside, as the newest policy says, what was decided. */
  | { readonly type: "PublishDecisions" };

export interface PublicationSlice {
  /** The newest; null: nobody has written anything for the public. */
  readonly publicStatement: (PublicStatement & { readonly at: Instant }) | null;
  readonly withheldParts: readonly {
    readonly part: WithheldPart;
    readonly ground: WithholdingGround;
    readonly at: Instant;
  }[];
  /** Oldest first; `position` of the entry that told it. */
  readonly published: readonly (PublishedDecision & { readonly position: number; readonly at: Instant })[];
}

export const noPublication: PublicationSlice = { publicStatement: null, withheldParts: [], published: [] };

/** The ground on which a part is not told; null where it is. */
export const groundAgainst = ({ withheldParts }: PublicationSlice, part: PublicPart): WithholdingGround | null =>
  withheldParts.find((withheld) => withheld.part === "everything" || withheld.part === part)?.ground ?? null;

/** The first decision that is not told outside yet; null where all are. */
export const firstUntold = <D extends { readonly position: number }>({
  decisions,
  published,
}: PublicationSlice & { readonly decisions: readonly D[] }): D | null =>
  decisions.find(({ position }) => !published.some(({ decision }) => decision === position)) ?? null;
