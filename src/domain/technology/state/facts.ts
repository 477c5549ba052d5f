import type { Seat } from "../../committee/seat.ts";
import type { ActorFacts, PersonFacts } from "../../people/facts.ts";
import type { Register } from "../../standards/register.ts";
import type { Policy } from "../../policy/policy.ts";
import type { ContributionCounts } from "./consultations.ts";
import type { FeedbackStanding } from "./feedback.ts";
import type { Technology } from "./technology.ts";
import type { Day, Instant } from "../../words/text.ts";

/** What the stream cannot know. The facts a decision used are written into its event. */
export interface Facts {
  readonly now: Instant;
  /** The day of `now` in the configured time zone. */
  readonly today: Day;
  readonly actor: ActorFacts;
  /** The newest published policy; the pinned one comes from `policies` by the plan's version. */
  readonly policy: Policy;
  /** Every version the stream pins, by version number. */
  readonly policies: { readonly [version: number]: Policy };
  /** Everyone who is not disabled, with the roles held now. */
  readonly people: readonly PersonFacts[];
  /** Every term of every member of the expert committee. */
  readonly seats: readonly Seat[];
  /** Departments that exist. */
  readonly departments: readonly string[];
  /** The register of standards; absent, nothing is known of any. */
  readonly standards?: Register;
  /** For Propose: how the predecessor ended, where one is named. */
  readonly predecessorStage?: string;
  /** For BorrowEvidence and NoteBorrowed: the technology's own id, and those that evidence is taken over from, by theirs. */
  readonly lending?: { readonly here: string; readonly origins: { readonly [technology: string]: Technology } };
  /** For NoteFeedback: what the messages about it come to, as they stand. */
  readonly feedback?: FeedbackStanding;
  /** For AnswerConsultation and CountContributions: how the contributions of each consultation stand. */
  readonly contributions?: { readonly [consultation: string]: ContributionCounts };
  /** For StateSafeguard: addresses of the technologies that its answers name and that exist; absent, none of them does. */
  readonly named?: readonly string[];
  /** Where a name is given: the other technologies that bear it, however it is typed. */
  readonly namesakes?: readonly Namesake[];
}

export interface Namesake {
  readonly slug: string;
  readonly name: string;
  readonly stage: string;
}

/** Who works here and as what, where nothing else of the facts is needed. */
export type Staff = Pick<Facts, "people">;
