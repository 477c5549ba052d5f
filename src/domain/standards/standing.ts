import { isBefore } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import type { Standard, StandardVersion } from "./standard.ts";

/**
 * How a version stands on a day. It follows from its days alone, so that nothing has to run for it to change:
 * a draft, published for later, in force, in transition (to be left by its last day), withdrawn.
 */
export const versionStates = ["draft", "announced", "in-force", "deprecated", "withdrawn"] as const;
export type VersionState = (typeof versionStates)[number];

/** The days that a version's state follows from. */
export type VersionDays = Pick<StandardVersion, "inForceOn"> & {
  readonly ending: { readonly deprecatedOn: Day; readonly until: Day } | null;
};

export function stateOn({ inForceOn, ending }: VersionDays, day: Day): VersionState {
  if (inForceOn === null) return "draft";
  if (ending !== null && isBefore(ending.until, day)) return "withdrawn";
  if (isBefore(day, inForceOn)) return "announced";
  return ending === null || isBefore(day, ending.deprecatedOn) ? "in-force" : "deprecated";
}

/** Whether conformance to it counts on a day: in force, or in transition. */
export const countsOn = (days: VersionDays, day: Day): boolean =>
  ["in-force", "deprecated"].includes(stateOn(days, day));

export const versionIn = ({ versions }: Standard, version: string): StandardVersion | undefined =>
  versions.find((candidate) => candidate.version === version);

export const published = ({ versions }: Standard): readonly StandardVersion[] =>
  versions.filter(({ inForceOn }) => inForceOn !== null);

/** What the next one takes the place of: the newest published version, unless its last day is over. */
export function replacedOn(standard: Standard, day: Day): StandardVersion | null {
  const newest = published(standard).at(-1);
  return newest === undefined || stateOn(newest, day) === "withdrawn" ? null : newest;
}

/** The published version after this one. */
export function successorOf(standard: Standard, { version }: StandardVersion): StandardVersion | null {
  const all = published(standard);
  const at = all.findIndex((candidate) => candidate.version === version);
  return at < 0 ? null : (all[at + 1] ?? null);
}
