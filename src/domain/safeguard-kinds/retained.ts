import { dayIn } from "../words/calendar-day.ts";
import type { Day } from "../words/text.ts";
import { listOf, rowsOf, textOf } from "../safeguards/answers.ts";
import type { Policy } from "../policy/policy.ts";
import type { Safeguard, SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { zoneOf } from "../technology/state/zone-of.ts";
import { safeguardKind } from "./kinds.ts";

/** What the law keeps a text or a file for, and the last day on which it does. */
export interface Retained {
  readonly safeguard: string;
  readonly until: Day;
}

/**
 * Whether a text or a file belongs to a statement that was accepted and has to be kept: a later version of it, or its
 * being dropped, changes nothing about what was on record.
 *
 * @param digest of a private text, or of a file of evidence
 * @returns the longest time of all; null where nothing keeps it
 */
export function retainedFor(t: Technology, policy: Policy, digest: string): Retained | null {
  const all = t.safeguards.flatMap(({ kind: key, accepted }): readonly Retained[] => {
    const kind = safeguardKind(key);
    if (kind?.keptUntil === undefined) return [];
    const { keptUntil } = kind;
    return accepted
      .filter(({ answers }) => digestsOf(t, answers).has(digest))
      .map(({ at }) => ({ safeguard: key, until: keptUntil(dayIn(at, zoneOf(t)), policy) }));
  });
  return all.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null;
}

/** The last day on which what was accepted of a statement is kept, dropped or not; null: nothing keeps it. */
export function keptUntil(t: Technology, policy: Policy, { kind: key, accepted }: Safeguard): Day | null {
  const kind = safeguardKind(key);
  const last = accepted.at(-1);
  return last === undefined ? null : (kind?.keptUntil?.(dayIn(last.at, zoneOf(t)), policy) ?? null);
}

/** Digests of texts that the answers hold, and of the files of the evidence that they name. */
function digestsOf(t: Technology, answers: SafeguardAnswers): ReadonlySet<string> {
  const named = new Set(Object.keys(answers).flatMap((question) => listOf(answers, question)));
  const files = t.evidence
    .filter(({ evidence }) => named.has(evidence))
    .flatMap((piece) => [piece.digest, ...piece.files.map(({ digest }) => digest)]);
  const rows = Object.keys(answers).flatMap((question) => rowsOf(answers, question));
  const texts = [answers, ...rows].flatMap((answered) =>
    Object.keys(answered).flatMap((question) => textOf(answered, question) ?? []),
  );
  return new Set([...files, ...texts]);
}
