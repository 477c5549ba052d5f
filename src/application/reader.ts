import { mayFind, mayRead, mayReadLessons, scopeOf } from "../domain/technology/may-read.ts";
import type { Scope } from "../domain/technology/may-read.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Needs } from "../projections/portfolio/types.ts";
import { gatherFacts } from "./facts.ts";
import type { Actor } from "./outcome.ts";
import type { Services } from "./services.ts";

type Surroundings = Pick<Services, "views" | "clock" | "dayOf">;

/** Whoever asks for words or files that not everybody may read. */
export interface Reader {
  /** True: nothing of this technology is withheld. */
  readonly all: boolean;
  /** Whether the text or file of this digest may be shown. */
  readonly may: (digest: string) => boolean;
}

/** What a person may read of one technology, by the domain's rule. */
export function readerOf(services: Surroundings, actor: Actor, technology: Technology): Reader {
  const { all, open } = mayRead(technology, actor, gatherFacts(services, actor));
  return { all, may: (digest) => all || open.has(digest) };
}

/** What whoever works here reads of a technology that does not concern them. */
export function outsiderOf(services: Surroundings, technology: Technology): Reader {
  const facts = gatherFacts(services, somebody);
  const outsider = { ...somebody, department: null, deputyFor: [], barredUntil: null };
  const { all, open } = mayRead(technology, somebody, { ...facts, people: [...facts.people, outsider] });
  return { all, may: (digest) => all || open.has(digest) };
}

const somebody: Actor = { id: "somebody", roles: ["planner"] };

/** Whose needs a search may look into for a person. */
export const needsFor = (services: Surroundings, actor: Actor): Needs => mayFind(actor, gatherFacts(services, actor));

/** What a search finds for a person of the words that are not for everybody. */
export const scopeFor = (services: Surroundings, actor: Actor): Scope => scopeOf(actor, gatherFacts(services, actor));

/** What a person may read of the lessons of all technologies. */
export function lessonsReader(services: Surroundings, actor: Actor): Reader {
  const all = mayReadLessons(actor, gatherFacts(services, actor));
  return { all, may: () => all };
}

/** An erasure is judged by reading what it would remove: on its own pages, and nowhere else. */
export const eraser: Reader = { all: true, may: () => true };
