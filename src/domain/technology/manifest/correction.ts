import type { Reason } from "../../words/decision.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import type { Facts } from "../state/facts.ts";
import type { CorrectionChanges, Technology } from "../state/technology.ts";

/** How the figures of one kind of entry are corrected; `position` is the corrected entry's. */
export interface Correction {
  readonly fields: readonly (keyof CorrectionChanges)[];
  readonly reasons: (changes: CorrectionChanges, f: Facts) => readonly Reason[];
  /** What follows from the figures that were given. */
  readonly complete?: (t: Technology, position: number, changes: CorrectionChanges, f: Facts) => CorrectionChanges;
  readonly apply: (t: Technology, position: number, changes: CorrectionChanges, at: TechnologyEnvelope) => Technology;
}

/** Only the fields that were stated, so that a spread leaves the others alone. */
export const stated = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
