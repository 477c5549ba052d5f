import type { NextWhat } from "../../domain/technology/dates.ts";
import type { ConditionStatus } from "../../domain/technology/state/condition-result.ts";
import type { CriterionKey, Gate } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import type { IndicatorState, Outcome } from "../../domain/scoring/verdict-types.ts";
import type { AssertedStage } from "../../domain/technology/state/imports.ts";
import type { TechnologyKind } from "../../domain/technology/state/kind.ts";
import type { Stage } from "../../domain/technology/state/stage.ts";
import type { Day, Instant, PersonId } from "../../domain/words/text.ts";

/** One technology as lists show it. Person ids only: names are looked up when a page is rendered. */
export interface PortfolioRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  readonly kind: TechnologyKind | null;
  readonly tier: Tier;
  readonly stage: Stage;
  readonly held: boolean;
  /** Since when, where held. */
  readonly heldSince: Instant | null;
  readonly proposer: PersonId;
  readonly sponsor: PersonId;
  /** The gate ahead; null where none is (adopted, ended). */
  readonly gate: Gate | null;
  /** True where the gate waits for votes: nothing else has to happen before people may decide. */
  readonly gateWaits: boolean;
  /** Every condition of the gate ahead, in the policy's order. */
  readonly conditions: readonly ConditionStatus[];
  /** What comes next and when; late where the day is past. */
  readonly nextDate: Day | null;
  readonly nextWhat: NextWhat | null;
  readonly late: boolean;
  /** A term within the day: it runs out soon, or is over and nothing was delivered. */
  readonly pressing: "near" | "overdue" | null;
  /** By when the gate that waits is to be decided, whatever else comes before it. */
  readonly gateDue: Day | null;
  readonly outcome: Outcome | null;
  readonly criteria: { readonly [K in CriterionKey]: CriterionScore | null };
  /** Where the scores come from: the last look, or newer evidence that is not for decision. */
  readonly scoresFrom: "look" | "interim" | null;
  /** Pilot day of how many, open pilots only. */
  readonly pilot: { readonly startedOn: Day; readonly days: number } | null;
  readonly waves: { readonly complete: number; readonly total: number } | null;
  /** How far a file says it is that it was imported from, which no decision here supports; null: nothing of the kind. */
  readonly asserted: AssertedStage | null;
  /** Since when its rollout is taken back, until another one begins. */
  readonly rolledBackAt: Instant | null;
  /** It came to its end, and what was learned is on record. */
  readonly endedWithResult: boolean;
  readonly proposedAt: Instant;
  readonly updatedAt: Instant;
  /** Version of the technology's stream and ledger position of its last event. */
  readonly version: number;
  readonly position: number;
}

/** All that a list shows: what is not in it may change without the row being drawn anew, see face.ts. */
export type ShownRow = Omit<
  PortfolioRow,
  | "id"
  | "tier"
  | "proposer"
  | "sponsor"
  | "outcome"
  | "scoresFrom"
  | "proposedAt"
  | "updatedAt"
  | "version"
  | "position"
>;

export interface CriterionScore {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly floor: number | null;
  readonly state: IndicatorState;
}

export interface PortfolioQuery {
  readonly stage?: Stage;
  readonly department?: string;
  /** Words of name or summary, and of the needs that may be searched; Chinese from two characters on. */
  readonly search?: string;
  /** Whose needs a search looks into; without it into none. */
  readonly needs?: Needs;
  readonly late?: boolean;
  readonly held?: boolean;
  /** Those of which something is to be warned. */
  readonly warned?: boolean;
  /** Those with a risk above what its family may carry, whether or not somebody answers for it. */
  readonly risky?: boolean;
  /** Those whose imported stage no decision here supports. */
  readonly asserted?: boolean;
  /** Those that a decision, or a file, has given a ring of the radar. */
  readonly decided?: boolean;
  /** Those whose gate waits for a decision; `ready`: and no condition bars an approval. What follows chooses among them. */
  readonly decision?: "waits" | "ready";
  readonly tier?: Tier;
  readonly outcome?: Outcome;
  /** Stated cost of a year, at most. */
  readonly annualUpTo?: number;
  readonly sort: PortfolioSort;
  readonly descending?: boolean;
  /** Cursors as a page gave them; at most one of the two. */
  readonly after?: string;
  readonly before?: string;
  /** 1–200. */
  readonly limit: number;
}

/** A need is not for everybody to read, so that not everybody may find words in it either. */
export type Needs = "all" | "none" | { readonly person: PersonId; readonly department: string | null };

export type PortfolioSort = "name" | "stage" | "date" | "updated";

export interface PortfolioPage extends Paged {
  readonly rows: readonly PortfolioRow[];
}

/** A face stands for all that a list shows of a row: where it is the same, so is what was drawn of it. */
export interface PortfolioList extends Paged {
  readonly entries: readonly { readonly key: number; readonly face: string }[];
}

interface Paged {
  /** Matches, counted exactly up to 1,000. */
  readonly count: number;
  /** True: more than `count`. */
  readonly more: boolean;
  readonly next: string | null;
  readonly previous: string | null;
}

export interface Pipeline {
  readonly total: number;
  readonly held: number;
  readonly late: number;
  readonly stages: { readonly [S in Stage]: StageCount };
  /** Technologies whose gate waits for votes. */
  readonly gates: { readonly [G in Gate]: number };
}

/** Each technology is counted once among these: what is late, else held, else waiting for a decision, else on its way. */
export interface StageCount {
  readonly total: number;
  readonly waiting: number;
  readonly held: number;
  readonly late: number;
}
