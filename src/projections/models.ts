import type { Database } from "better-sqlite3";
import { consultations } from "./consultations/consultations.ts";
import { counts } from "./counts/counts.ts";
import { decisions } from "./decisions/decisions.ts";
import { declared } from "./declared.ts";
import { drawings } from "./drawings/drawings.ts";
import { erasures } from "./erasures.ts";
import { portfolio } from "./portfolio/portfolio.ts";
import { instants } from "./instants.ts";
import { interfaces } from "./interfaces/interfaces.ts";
import { publications } from "./publications/publications.ts";
import { feedback } from "./feedback/feedback.ts";
import type { Ground, ReadModel, Writer } from "./read-model.ts";
import { lessons } from "./lessons/lessons.ts";
import { risks } from "./risks/risks.ts";
import { searched } from "./searched/searched.ts";
import { sharing } from "./sharing/sharing.ts";
import { simulated } from "./simulated-answers.ts";
import { timeline } from "./timeline.ts";
import { warnings } from "./warnings/warnings.ts";
import { work } from "./work/work.ts";

/**
 * Every read model, by the name its queries have on the views. The definition of the file and its fingerprint, opening,
 * rebuilding and clearing, what an event and what a technology writes follow from this list.
 */
export const readModels = {
  timeline,
  portfolio,
  decisions,
  work,
  warnings,
  erasures,
  simulated,
  interfaces,
  declared,
  risks,
  lessons,
  counts,
  instants,
  sharing,
  searched,
  drawings,
  publications,
  feedback,
  consultations,
} satisfies {
  readonly [name: string]: ReadModel<object>;
};

export type Queries = { readonly [K in keyof typeof readModels]: ReturnType<(typeof readModels)[K]["queries"]> };

const list: readonly (readonly [string, ReadModel<object>])[] = Object.entries(readModels);

export const writersOf = (db: Database): readonly Writer[] => list.flatMap(([, { writer }]) => writer?.(db) ?? []);

/** Opens each model's queries; `guard` comes between them and whoever asks. */
export function queriesOf(db: Database, asked: Ground, guard: <T extends object>(queries: T) => T): Queries {
  return Object.fromEntries(list.map(([name, model]) => [name, guard(model.queries(db, asked))])) as Queries;
}

/** Each model's queries, of whichever file is in use when they are asked for. */
export function queriesInUse(inUse: () => Queries): Queries {
  const getters = list.map(([name]) => [name, { get: () => inUse()[name as keyof Queries], enumerable: true }]);
  return Object.defineProperties({}, Object.fromEntries(getters) as PropertyDescriptorMap) as Queries;
}
