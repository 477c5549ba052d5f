import type { Register } from "../domain/standards/register.ts";
import { answersPer } from "./answers-per-state.ts";
import type { StandardRecord } from "./record-kinds.ts";
import type { Records } from "./records.ts";

export interface StandardsReader {
  /** In the order in which they were added. */
  all(): readonly StandardRecord[];
  of(standard: string): StandardRecord | null;
  /** By their short names, as deciders want them. */
  register(): Register;
}

export function standardsReader(records: Records): StandardsReader {
  const answers = answersPer(() => String(records.changes));
  const states = () => records.all<StandardRecord>("standard");
  return {
    all: () => answers("all", () => [...states().values()]),
    of: (standard) => states().get(standard) ?? null,
    register: () => answers("register", () => Object.fromEntries(states())),
  };
}
