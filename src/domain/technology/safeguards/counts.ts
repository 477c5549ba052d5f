import { interfacesIn } from "../../interfaces/declared.ts";
import { promisesOf } from "../../safeguards/promises.ts";
import type { Promised } from "../../safeguards/promises.ts";
import { coursesOf, trainingKey } from "../../safeguards/training.ts";
import { textKey } from "../../words/plain-text.ts";
import type { Day } from "../../words/text.ts";
import { dueStanding } from "../manifest/countable.ts";
import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import { interfacesKey } from "../state/declared-versions.ts";
import type { DayOf } from "../state/gate-ahead.ts";
import type { Safeguard } from "../state/safeguards.ts";
import type { Technology } from "../state/technology.ts";

/** Promises to share data by their day, and interfaces by when they came to follow a standard or none; of what was accepted. */
export const safeguardCounts: CountsInPeriods = (t, { dayOf }) => [
  ...of(t, "data-record").flatMap(promises),
  ...of(t, trainingKey).flatMap(courses),
  ...of(t, interfacesKey).flatMap((safeguard) => interfaces(safeguard, dayOf)),
];

const of = ({ safeguards }: Technology, kind: string): readonly Safeguard[] =>
  safeguards.filter((safeguard) => safeguard.kind === kind && safeguard.accepted.length > 0);

/** A promise that was once accepted does not go away by being left out: then it is counted as withdrawn. */
function promises({ accepted, dropped, item }: Safeguard): readonly Countable[] {
  const all = new Map<string, Promised>();
  for (const { answers } of accepted) for (const promise of promisesOf(answers, "")) all.set(keyOf(promise), promise);
  const last = promisesOf(accepted.at(-1)?.answers ?? {}, "").map(keyOf);
  return [...all].map(([key, { state, set, department, by, keptOn }]): Countable => {
    const gone = dropped !== null || !last.includes(key);
    const open = gone ? "withdrawn" : "open";
    return {
      kind: "promise",
      standing: state === "kept" || state === "kept-late" ? state : open,
      subject: `${item}/${key}`,
      on: by,
      detail: { set, department, done: keptOn },
    };
  });
}

/** Courses of what was accepted last, by the day until which each is to be held; one that was left out is planned no more. */
function courses({ accepted, dropped, item }: Safeguard): readonly Countable[] {
  if (dropped !== null) return [];
  const planned = coursesOf(accepted.at(-1)?.answers ?? {});
  return planned.map(({ wave, site, role, by, heldOn }, index): Countable => ({
    kind: "training",
    standing: dueStanding(by, heldOn),
    subject: `${item}/${index}`,
    on: by,
    detail: { wave, site, role, done: heldOn },
  }));
}

const keyOf = ({ set, department, by }: Promised): string => `${textKey(set)}/${department}/${by}`;

/** By the day from which each has followed a standard, or none, without a break. */
function interfaces({ accepted, dropped, item }: Safeguard, dayOf: DayOf): readonly Countable[] {
  if (dropped !== null) return [];
  let standing = new Map<string, Row>();
  for (const { answers, at } of accepted) {
    const rows = new Map<string, Row>();
    for (const { name, direction, standard } of interfacesIn(answers)) {
      const key = `${item}/${direction}/${textKey(name)}`;
      const before = standing.get(key);
      const same = before !== undefined && (before.standard === null) === (standard === null);
      rows.set(key, { name, standard, since: same ? before.since : dayOf(at) });
    }
    standing = rows;
  }
  return [...standing].map(([subject, { name, standard, since }]): Countable => ({
    kind: "interface",
    standing: standard === null ? "none" : "standard",
    subject,
    on: since,
    detail: { name, standard },
  }));
}

interface Row {
  readonly name: string;
  readonly standard: string | null;
  readonly since: Day;
}
