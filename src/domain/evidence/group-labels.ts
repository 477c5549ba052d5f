import type { GroupLabel } from "./group-label.ts";
import type { Measurement } from "./measurement.ts";
import { countedOnce } from "./counted-people.ts";
import { textKey } from "../words/plain-text.ts";
import type { SummaryPlan } from "./summary-plan.ts";

/** Groups that every measurement of people may name: the words of the columns' own documentation. */
export const commonGroups: readonly string[] = ["public", "staff", "older", "disability"];

/**
 * The names of a measurement's groups that its record does not carry, for whoever writes a file may call a group after a
 * person: group n is the n-th of them. In the order in which they first appear in the files (files by their digests), so that
 * neither alphabet nor size tells which is which.
 *
 * Services need no numbers: a record holds those that the locked plan names. Tasks, pages, labels of requests and the names and
 * versions of components are not in it at all, only counts and figures over them.
 */
export function unnamedGroups(measurement: Measurement, plan: SummaryPlan): readonly string[] {
  if (plan.named === undefined) return [];
  const named = new Set([...plan.named].map(textKey));
  const present = presentGroups(measurement, plan);
  const inOrder = new Set([...(measurement.groupNames ?? []), ...[...present].sort()]);
  return [...inOrder].filter((word) => present.has(word) && !named.has(textKey(word)));
}

/** What the record calls each group: as policy and plan spell it, else by its number. */
export function labelling(measurement: Measurement, plan: SummaryPlan): (word: string) => GroupLabel {
  const numbers = new Map(unnamedGroups(measurement, plan).map((word, i) => [word, i + 1] as const));
  const spelled = new Map([...(plan.named ?? [])].map((name) => [textKey(name), name]));
  return (word) =>
    numbers.get(word) ?? (plan.named?.has(word.normalize("NFC")) === true ? word : spelled.get(textKey(word))) ?? word;
}

/** Names in alphabetical order, then numbers. */
export function byLabel(a: { readonly group: GroupLabel }, b: { readonly group: GroupLabel }): number {
  if (typeof a.group === "number" && typeof b.group === "number") return a.group - b.group;
  if (typeof a.group === typeof b.group) return a.group < b.group ? -1 : 1;
  return typeof a.group === "string" ? -1 : 1;
}

function presentGroups(measurement: Measurement, plan: SummaryPlan): ReadonlySet<string> {
  if ("respondents" in measurement) return groupsOf(countedOnce(measurement.respondents, plan));
  if (measurement.kind === "tasks") return groupsOf(countedOnce(measurement.participants, plan));
  if (measurement.kind === "satisfaction" || measurement.kind === "outcomes") return groupsOf(measurement.groups ?? []);
  return new Set();
}

const groupsOf = (list: readonly { readonly group?: string }[]): ReadonlySet<string> =>
  new Set(list.flatMap(({ group }) => (group === undefined ? [] : [group])));
