import type { Reason } from "../../words/decision.ts";
import type { PersonId } from "../../words/text.ts";
import type { ConditionKey } from "../../gates/register.ts";
import type { Facts } from "../state/facts.ts";
import type {
  Technology,
  TechnologyCommand,
  TechnologyCommandType,
  TechnologyEvent,
  TechnologyEventType,
} from "../state/technology.ts";
import type { Act, FirstAct } from "./act.ts";
import type { Correction } from "./correction.ts";
import type { CountsInPeriods } from "./countable.ts";
import type { Dates } from "./dates.ts";
import type { Fact } from "./fact.ts";
import type { Searched } from "./searched.ts";
import type { WarningRule } from "./warnings.ts";
import type { WorkRule } from "./work.ts";

/**
 * One chapter of a technology's life: what people do in it, what then stands on record, and what follows from that. All
 * that the whole needs to know of it: who may do what in which stage, deciders, appliers, known events, corrections, the
 * sweep, open actions, work and dates are derived from the list of chapters.
 */
export interface Chapter<C extends TechnologyCommand, E extends TechnologyEvent> extends Parts {
  readonly acts: Acts<C["type"]>;
  readonly facts: { readonly [T in E["type"]]: Fact<T> };
}

/** What can be said of every chapter alike, whatever its commands and events. */
export interface Parts {
  readonly facts: { readonly [type: string]: { readonly schema: number; readonly correct?: Correction } };
  /** What an event brings about in this chapter in the same breath; `t` is the state after all events of the command. */
  readonly follows?: { readonly [T in TechnologyEventType]?: Step };
  /** Why a command of another chapter is refused while something here stands; `t` is the state before it. */
  readonly bars?: { readonly [T in TechnologyCommandType]?: Bar };
  readonly texts?: Texts;
  readonly searched?: Searched;
  readonly sweep?: readonly SweepStep[];
  readonly work?: readonly WorkRule[];
  readonly dates?: Dates;
  readonly warnings?: readonly WarningRule[];
  /** What counts for a period: scorecards and decision information are made of it. */
  readonly counts?: CountsInPeriods;
  /** Conditions of gates that look at this chapter's part of the state. */
  readonly conditions?: readonly ConditionKey[];
}

export type Acts<T extends TechnologyCommandType> = {
  readonly [K in T]: K extends "Propose" ? FirstAct : Act<K>;
};

type Bar = (t: Technology, f: Facts) => readonly Reason[];

export type Step = (t: Technology, f: Facts) => readonly TechnologyEvent[];

/** What time alone has changed: each step sees what the ones before it have put on record. */
interface SweepStep {
  /** Its place among those of all chapters. */
  readonly at: number;
  readonly step: Step;
}

/** Digests of texts and files that somebody reads who does not read everything; null where there is none. */
interface Texts {
  /** Written to be read by others: they learn from it, or have to live with it. */
  readonly forEverybody?: (t: Technology) => readonly (string | null)[];
  /** What the person brought or said, or is asked to judge. */
  readonly ofPerson?: (t: Technology, person: PersonId, f: Facts) => readonly (string | null)[];
}
