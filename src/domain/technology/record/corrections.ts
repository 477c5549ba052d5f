import type { Role } from "../../people/roles.ts";
import type { Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { PersonId } from "../../words/text.ts";
import type { Act } from "../manifest/act.ts";
import type { Correction } from "../manifest/correction.ts";
import type { Facts } from "../state/facts.ts";
import { actsAs, mayAuthor, mayDecide, mayEvaluate } from "../state/people.ts";
import type { CommandOf, Entry, Technology, TechnologyEventType } from "../state/technology.ts";

type CorrectEntry = CommandOf<"CorrectEntry">;

/** What may be replaced of an entry, by its type; an entry of any other type is put right by its statement alone. */
export type Corrections = ReadonlyMap<TechnologyEventType, Correction>;

export const correctEntry: (corrections: Corrections) => Act<"CorrectEntry">["decide"] = (corrections) => (t, c, f) => {
  const entry = t.entries.find(({ position }) => position === c.corrects);
  const correction = entry && corrections.get(entry.type);
  const reasons = [
    ...(entry === undefined
      ? when(true, "EntryUnknown", "corrects", { position: c.corrects })
      : entryReasons(corrections, t, entry, c, f)),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [
    {
      type: "EntryCorrected",
      schema: 1,
      payload: {
        corrects: c.corrects,
        correctedType: c.correctedType,
        changes: correction?.complete?.(t, c.corrects, c.changes, f) ?? c.changes,
        text: c.text,
      },
    },
  ]);
};

function entryReasons(
  corrections: Corrections,
  t: Technology,
  entry: Entry,
  c: CorrectEntry,
  f: Facts,
): readonly Reason[] {
  const allowed: readonly string[] = corrections.get(entry.type)?.fields ?? [];
  const changes = Object.keys(c.changes);
  return [
    ...when(entry.type !== c.correctedType, "EntryOfAnotherType", "correctedType", { type: entry.type }),
    ...correctorReasons(t, entry, f),
    ...changes
      .filter((change) => !allowed.includes(change))
      .flatMap((change) => when(true, "ChangeNotAllowed", `changes.${change}`, { change, type: entry.type })),
    ...[...corrections.values()].flatMap(({ reasons }) => reasons(c.changes, f)),
  ];
}

/**
 * Why a person may not correct an entry; empty where they may. It is corrected in the role that entered it, by its author
 * or by somebody else who may act in that role here: else whoever holds two roles could soften as one what was found as
 * the other. What the system entered follows from other entries: correct those.
 */
export function correctorReasons(t: Technology, { role, by }: Entry, f: Facts): readonly Reason[] {
  if (role === null) return when(true, "EntryNotCorrectable", "corrects");
  const { id } = f.actor;
  if (!actsAs(f, id, role)) return when(true, "EntryOfAnotherRole", "corrects", { roles: [role] });
  return by === id ? [] : separations[role](t, id, f);
}

const separations: { readonly [R in Role]: (t: Technology, id: PersonId, f: Facts) => readonly Reason[] } = {
  planner: mayAuthor,
  evaluator: mayEvaluate,
  approver: mayDecide,
  administrator: () => [],
  auditor: () => [],
};
