import { addDays } from "../words/days.ts";
import type { Day, Instant } from "../words/text.ts";

/** Something that waits for a person, as far as a mail asks about it. */
export interface Matter {
  /** The same as long as it is the same matter. */
  readonly key: string;
  readonly due: Day | null;
  /** Where it is due at an instant and not with the end of its day. */
  readonly dueAt: Instant | null;
  readonly late: boolean;
}

/** How near its end is; each is said once, and never a farther one after a nearer. */
const nearnesses = ["ahead", "soon", "today", "late"] as const;
export type Nearness = (typeof nearnesses)[number];

/** What was said of it last. */
export interface Mention {
  readonly due: string | null;
  readonly nearness: Nearness;
}

type Because = "new" | "moved" | Exclude<Nearness, "ahead">;

export interface DigestLine<M extends Matter> {
  readonly matter: M;
  readonly because: Because;
  readonly nearness: Nearness;
}

/** Days ahead on which what is due is said once more. */
const soonDays = 3;

/**
 * What a day's mail says: what was never said, what is due on another day than was said, and what has come nearer. Whatever
 * stands as it was said stays in the list of what waits and makes no mail; the empty list is no mail at all.
 *
 * @returns what is late first, then by day
 */
export function digestLines<M extends Matter>(
  matters: readonly M[],
  mentions: ReadonlyMap<string, Mention>,
  today: Day,
): readonly DigestLine<M>[] {
  return matters
    .flatMap((matter): readonly DigestLine<M>[] => {
      const nearness = nearnessOf(matter, today);
      const because = becauseOf(matter, nearness, mentions.get(matter.key));
      return because === null ? [] : [{ matter, because, nearness }];
    })
    .toSorted((a, b) => rank(b.nearness) - rank(a.nearness) || compare(a.matter.due, b.matter.due));
}

export function nearnessOf({ due, late }: Matter, today: Day): Nearness {
  if (late) return "late";
  if (due === null || due > addDays(today, soonDays)) return "ahead";
  return due <= today ? "today" : "soon";
}

/** The moment that was said, day or instant. */
export const dueText = ({ due, dueAt }: Pick<Matter, "due" | "dueAt">): string | null => dueAt ?? due;

function becauseOf(matter: Matter, nearness: Nearness, before: Mention | undefined): Because | null {
  if (nearness !== "ahead" && rank(nearness) > rank(before?.nearness ?? "ahead")) return nearness;
  if (before === undefined) return "new";
  return before.due === dueText(matter) ? null : "moved";
}

const rank = (nearness: Nearness): number => nearnesses.indexOf(nearness);

/** What has no day comes last. */
const compare = (a: Day | null, b: Day | null): number => (a ?? "9999").localeCompare(b ?? "9999", "en");
