import { collections } from "./collections/chapter.ts";
import { committee } from "./committee/chapter.ts";
import { consultations } from "./consultations/chapter.ts";
import { costs } from "./costs/chapter.ts";
import { evaluation } from "./evaluation/chapter.ts";
import { evidence } from "./evidence/chapter.ts";
import { feedback } from "./feedback/chapter.ts";
import { gate } from "./gate/chapter.ts";
import { imports } from "./imports/chapter.ts";
import { incidents } from "./incidents/chapter.ts";
import type { Parts } from "./manifest/chapter.ts";
import type { Correction } from "./manifest/correction.ts";
import type { Fact } from "./manifest/fact.ts";
import { tableOf } from "./manifest/table-of.ts";
import { needs } from "./needs/chapter.ts";
import { pilot } from "./pilot/chapter.ts";
import { proposal } from "./proposal/chapter.ts";
import { publication } from "./publication/chapter.ts";
import { questions } from "./questions/chapter.ts";
import { record } from "./record/chapter.ts";
import { risks } from "./risks/chapter.ts";
import { rollout } from "./rollout/chapter.ts";
import { safeguards } from "./safeguards/chapter.ts";
import { sharing } from "./sharing/chapter.ts";
import { standards } from "./standards/chapter.ts";
import type { TechnologyEventType } from "./state/technology.ts";

const correctable = [
  proposal,
  pilot,
  evidence,
  incidents,
  needs,
  costs,
  questions,
  collections,
  feedback,
  consultations,
  safeguards,
  risks,
  sharing,
  standards,
  evaluation,
  gate,
  rollout,
  committee,
  imports,
  publication,
] as const;

export const corrections: ReadonlyMap<TechnologyEventType, Correction> = correctionsOf(correctable);

/** Every chapter of a technology's life: a new one adds its line to `correctable`, and one to the state's list. */
export const chapters = [...correctable, record(corrections)] as const;

export type Listed = (typeof chapters)[number];

/**
 * The same, for what is said of all of them alike.
 *
 * @alias
 */
export const parts: readonly Parts[] = chapters;

/** Every event that a technology's stream can hold. */
export const facts = tableOf<{ readonly [T in TechnologyEventType]: Fact<T> }>()("facts", chapters);

export const eventTypes = Object.keys(facts) as readonly TechnologyEventType[];

function correctionsOf(some: readonly Parts[]): ReadonlyMap<TechnologyEventType, Correction> {
  const kinds = some.flatMap((chapter) => Object.entries(chapter.facts));
  return new Map(
    kinds.flatMap(([type, { correct }]) => (correct === undefined ? [] : [[type as TechnologyEventType, correct]])),
  );
}
