import { parts } from "./chapters.ts";
import type { Countable, CountsInPeriods } from "./manifest/countable.ts";
import type { Technology } from "./state/technology.ts";

/** All that counts in the life of a technology, of whichever period. */
export const countablesOf = (t: Technology, ground: Parameters<CountsInPeriods>[1]): readonly Countable[] =>
  counting.flatMap((counts) => counts(t, ground));

const counting = parts.flatMap((chapter) => chapter.counts ?? []);
