import type { Demand } from "../../measures/demand.ts";
import type { Tier } from "../../words/tier.ts";
import type { Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";
import type { ImportedRow } from "./imports.ts";
import type { TechnologyKind } from "./kind.ts";

export type ProposalEvent =
  | Event<
      "TechnologyProposed",
      { readonly slug: string; readonly proposal: Proposal; readonly predecessor: string | null }
    >
  | Event<"ProposalRevised", { readonly proposal: Proposal; readonly changed: readonly string[] }>
  | Event<"ProposalWithdrawn", { readonly reason: TextRef }>;

export type ProposalCommand =
  | {
      readonly type: "Propose";
      readonly slug: string;
      readonly proposal: Proposal;
      readonly predecessor: string | null;
      /** The row of a file that it was proposed from. */
      readonly imported?: ImportedRow;
    }
  | { readonly type: "ReviseProposal"; readonly proposal: Proposal }
  | { readonly type: "WithdrawProposal"; readonly reason: TextRef };

export interface Proposal {
  /** A title, at most 120 characters. */
  readonly name: string;
  readonly summary: TextRef;
  readonly need: TextRef;
  /** Who has the need. */
  readonly needOf: TextRef;
  readonly department: string;
  /** Absent where it was not said, as in every proposal before it could be. */
  readonly kind?: TechnologyKind;
  readonly sponsor: PersonId;
  readonly demand: Demand;
  readonly cost: Cost;
  readonly tier: Tier;
  /** False where the planner left it open: it then counts as IV. */
  readonly tierStated: boolean;
  /** Short identifiers of standards it claims to follow. */
  readonly standards: readonly string[];
  readonly dataClass: DataClass;
  readonly personalInformation: PersonalInformation;
  readonly risks: TextRef | null;
  /** Ids of the similar technologies the planner was shown before submitting. */
  readonly similarSeen: readonly string[];
}

export interface Cost {
  readonly pilot: number | null;
  readonly annual: number | null;
  /** ISO 4217. */
  readonly currency: string;
}

type DataClass = "core" | "important" | "general" | "unstated";

type PersonalInformation = "none" | "general" | "sensitive" | "unstated";

export interface ProposalSlice {
  readonly proposal: Proposal;
  readonly proposedAt: Instant;
  readonly predecessor: string | null;
  /** Everyone who wrote proposal, plan or amendment, and the sponsor: they never evaluate or decide here. */
  readonly authors: readonly PersonId[];
  readonly tier: Tier;
}
