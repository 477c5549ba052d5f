import type { RiskStep } from "../../policy/safeguards/risk.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

/**
 * Somebody with a name answers for a risk that is above what the house lets stand, until a day. The risk itself is a
 * statement among the safeguards; `item` is its name there.
 */
export type RisksEvent =
  | Event<
      "RiskAcceptanceAsked",
      {
        /** "r1", "r2" … on this technology. */
        readonly acceptance: string;
        readonly item: string;
        /** Digest of the risk as it stood: answers, residual, and the table it was rated by. */
        readonly of: string;
        readonly level: RiskStep;
        readonly approver: PersonId;
        readonly until: Day;
        readonly text: TextRef;
      }
    >
  | Event<
      "RiskAccepted",
      {
        readonly acceptance: string;
        readonly item: string;
        readonly of: string;
        readonly level: RiskStep;
        /** The last day on which it stands. */
        readonly until: Day;
        readonly text: TextRef | null;
      }
    >
  | Event<"RiskAcceptanceRefused", { readonly acceptance: string; readonly item: string; readonly text: TextRef }>
  | Event<"RiskAcceptanceEnded", { readonly acceptance: string; readonly item: string; readonly text: TextRef }>;

export type RisksCommand =
  | {
      readonly type: "AskRiskAcceptance";
      readonly item: string;
      /** What the form showed. */
      readonly of: string;
      readonly approver: PersonId;
      readonly until: Day;
      readonly text: TextRef;
    }
  | {
      readonly type: "AcceptRisk";
      readonly acceptance: string;
      readonly of: string;
      readonly until: Day;
      readonly text: TextRef | null;
    }
  | { readonly type: "RefuseRiskAcceptance"; readonly acceptance: string; readonly text: TextRef }
  | { readonly type: "EndRiskAcceptance"; readonly acceptance: string; readonly text: TextRef };

interface Moment {
  readonly by: PersonId;
  readonly at: Instant;
  readonly position: number;
}

export interface RiskAcceptance {
  readonly acceptance: string;
  readonly item: string;
  /** Whom it is asked of. */
  readonly approver: PersonId;
  readonly asked: Moment & {
    readonly of: string;
    readonly level: RiskStep;
    readonly until: Day;
    readonly text: TextRef;
  };
  readonly accepted:
    | (Moment & {
        readonly of: string;
        readonly level: RiskStep;
        readonly until: Day;
        readonly text: TextRef | null;
      })
    | null;
  readonly refused: (Moment & { readonly text: TextRef }) | null;
  readonly ended: (Moment & { readonly text: TextRef }) | null;
}

export interface RisksSlice {
  /** Every one that was asked for, oldest first. */
  readonly riskAcceptances: readonly RiskAcceptance[];
}

export const noRisks: RisksSlice = { riskAcceptances: [] };
