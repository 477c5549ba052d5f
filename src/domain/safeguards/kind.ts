import type { Policy } from "../policy/policy.ts";
import type { Role } from "../people/roles.ts";
import type { Reason } from "../words/decision.ts";
import type { Json, JsonObject } from "../words/json.ts";
import type { Day } from "../words/text.ts";
import type { Facts } from "../technology/state/facts.ts";
import type { Safeguard, SafeguardAnswers, SafeguardFixes } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { SafeguardQuestion } from "./question.ts";

/**
 * One kind of safeguard, as its declaration. Pages, forms, history, print, CSV, work, dates and the condition of the same
 * key follow from it; its words stand in `views/locales/<language>/safeguards/<key>.json`.
 */
export interface SafeguardKind<Key extends string = string> {
  readonly key: Key;
  /** The most statements of it that stand on one technology side by side, each with a life of its own; absent: one. */
  readonly many?: number;
  readonly questions: (policy: Policy) => readonly SafeguardQuestion[];
  /** Whether this technology needs one at all; "unknown" while nobody has said what that depends on. Absent: it does. */
  readonly applies?: (t: Technology, today: Day) => Applicability;
  /** Questions may be open when it is handed in: their count is shown, and they count against it. */
  readonly mayStayOpen?: true;
  /**
   * What it says is worked out from the pieces that stand: one that falls reopens nothing, and may be named all the same.
   * Absent: a statement stands with every piece that it names.
   */
  readonly weighsEvidence?: true;
  /** The answers with what nobody types, from those before (null: the first) and the policy. */
  readonly stamped?: (answers: SafeguardAnswers, before: SafeguardAnswers | null, policy: Policy) => SafeguardAnswers;
  /** Why these answers cannot be handed in, beyond what their questions say; each with the field it stands at. */
  readonly refusals?: (statement: Statement, f: Facts) => readonly Reason[];
  /** Who writes it; they become authors of the statement. */
  readonly statedBy: readonly [Role, ...Role[]];
  /** Who reviews it: never an author of the statement, nor of the technology. */
  readonly reviewedBy: readonly [Role, ...Role[]];
  /** Why this person may not review it, beyond role and independence. */
  readonly reviewRefusals?: (statement: Statement, f: Facts) => readonly Reason[];
  /** The last day on which an acceptance of this day stands; absent: as many days as the policy gives the kind. */
  readonly until?: (answers: SafeguardAnswers, on: Day, policy: Policy) => Day | null;
  /** The last day that something else on record sets for it: of a standard that is withdrawn, say. It may move. */
  readonly ends?: (t: Technology, answers: SafeguardAnswers) => Day | null;
  /** What of the technology an acceptance rests on. Where a name of it gets another value, the acceptance is reopened. */
  readonly ground?: (t: Technology, answers: SafeguardAnswers, policy: Policy) => JsonObject;
  /** Names of the ground of which a change does not reopen: more of the same, or less. */
  readonly allows?: (name: string, then: Json | undefined, now: Json | undefined) => boolean;
  /** What an acceptance fixes for the technology. */
  readonly fixes?: (answers: SafeguardAnswers, policy: Policy) => SafeguardFixes;
  /** What still keeps the condition from being met once everything of the kind is in force. */
  readonly shortfalls?: (inForce: readonly Safeguard[], at: ShortfallGround) => readonly Shortfall[];
  /** Until when what was accepted on a day is kept by law: its words and files are not erased before. */
  readonly keptUntil?: (recordedOn: Day, policy: Policy) => Day;
  /**
   * What a decision's record keeps of what was in force, beside that it was: where it is another later, the approval rests
   * on something else, and `why` says so.
   */
  readonly recorded?: {
    readonly of: (inForce: readonly Safeguard[], policy: Policy) => JsonObject;
    readonly why: "data-class-changed";
  };
  /** Days that a statement in force brings with it, beside its own end. */
  readonly days?: (answers: SafeguardAnswers, at: Pick<ShortfallGround, "technology" | "policy">) => readonly Day[];
  /** What a reviewed statement says is to be done by a day, and is warned of before it and after. */
  readonly dues?: (answers: SafeguardAnswers, at: Pick<ShortfallGround, "technology" | "policy">) => readonly KindDue[];
}

/** Something of a statement to be done by the end of a day. */
export interface KindDue {
  readonly what: "remedy" | "drill";
  /** Which one, among those of its statement. */
  readonly id: string;
  readonly by: Day;
  /** Whether a gate is held up by it once its day is over. */
  readonly bars: boolean;
  /** For its sentence: keys only. */
  readonly params: { readonly [name: string]: string };
}

export type Applicability = "yes" | "no" | "unknown";

export interface Statement {
  readonly technology: Technology;
  readonly policy: Policy;
  readonly answers: SafeguardAnswers;
  /** Null: not on record yet. */
  readonly item: string | null;
}

export interface ShortfallGround {
  readonly technology: Technology;
  readonly policy: Policy;
  readonly today: Day;
}

/** Something wrong with what is in force: `conditions:<kind>.<code>`. */
export interface Shortfall {
  readonly code: string;
  readonly params?: JsonObject;
  /** Which one, so that a waiver covers it and nothing else. */
  readonly id: string;
  /** How bad it is, rising; absent: it is there or it is not. */
  readonly at?: number;
  /** Nobody knows, rather than: it is so. */
  readonly unknown?: true;
  readonly due?: Day;
}
