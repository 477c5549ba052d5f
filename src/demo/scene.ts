import type { TechnologyKind } from "../domain/technology/state/kind.ts";
import type { Proposal } from "../domain/technology/state/proposal.ts";
import type { Tier } from "../domain/words/tier.ts";
import type { Bilingual } from "./cast.ts";
import type { Step } from "./steps.ts";
import type { Words } from "./words.ts";

/** A technology of the demonstration: what was proposed, and the course of its life up to today. */
export interface Scene {
  readonly name: Bilingual;
  readonly summary: Words;
  readonly need: Words;
  readonly needOf: Words;
  readonly risks: Words | null;
  readonly department: string;
  /** Logins of the cast: who proposes and plans, and who stands behind it. */
  readonly planner: string;
  readonly sponsor: string;
  /** Null where the planner left it open: it then counts as IV. */
  readonly tier: Tier | null;
  readonly kind: TechnologyKind;
  readonly dataClass: Proposal["dataClass"];
  readonly personal: Proposal["personalInformation"];
  readonly standards?: readonly string[];
  readonly users: number;
  /** Requests a second the full rollout must carry. */
  readonly demand: number;
  readonly recordsPerHour: number;
  /** Yuan; null where nobody has reckoned yet. */
  readonly cost: { readonly pilot: number; readonly annual: number } | null;
  /** English name of an ended technology of the portfolio that this one takes up again. */
  readonly after?: string;
  /** In the order of their days; the first is the proposal. */
  readonly course: readonly Step[];
  /** Days since the last step. */
  readonly ago: number;
}
