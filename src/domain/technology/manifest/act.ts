import type { ActingRole } from "../../people/roles.ts";
import type { Decision } from "../../words/decision.ts";
import type { Facts } from "../state/facts.ts";
import type { Stage } from "../state/stage.ts";
import type { CommandOf, Technology, TechnologyCommandType, TechnologyEvent } from "../state/technology.ts";

export type CommandRole = ActingRole;

/** One command: who may give it and when, and what follows from it. */
export interface Act<T extends TechnologyCommandType> extends ActTerms {
  readonly decide: (t: Technology, command: CommandOf<T>, f: Facts) => Decision<TechnologyEvent>;
}

/** The command that a technology begins with: there is no state yet. */
export interface FirstAct extends ActTerms {
  readonly decide: (command: CommandOf<"Propose">, f: Facts) => Decision<TechnologyEvent>;
}

/**
 * What a person can let a program do in their name, as tokens name it: to propose, plan, deliver and report. What judges,
 * decides, starts or stops a wave, or takes back what was promised, its person does on a page.
 */
type ProgramAct = "propose" | "plan" | "attach" | "cost" | "report" | "fulfil" | "answer";

export interface ActTerms {
  /** Whoever holds one of these now may give it; who it is, and separation of duties, the decider checks. */
  readonly roles: readonly CommandRole[];
  /** The stages in which it can be given at all; [] stands for "before there is anything". */
  readonly stages: readonly Stage[];
  /**
   * It decides, judges, stops, starts or turns back: an account whose password somebody else may hold gives none of these
   * until its wait is over. What is only planned or reported goes on.
   */
  readonly deciding?: true;
  /** It writes private words anew: only for those who read what they replace. */
  readonly rewriting?: true;
  /** A program may give it too, where its token is for this. */
  readonly program?: ProgramAct;
  /** Whether a page offers it, beyond stage and role; absent, it needs no more than these. */
  readonly offered?: Offered;
  /** Its place among all that pages offer, where it is not that of its chapter: the first has 0, the second 10 … */
  readonly at?: number;
}

export type Offered = (t: Technology, f: Facts) => boolean;
