import type { Day } from "../../domain/words/text.ts";
import type { PortfolioQuery } from "./types.ts";

/** A query's filter as SQL over `technologies AS t`. What was searched for comes on top, see portfolio.ts. */
export interface Filter {
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
}

export function filterOf({ stage, department, late, held }: PortfolioQuery, today: Day): Filter {
  const parts: [string, unknown][] = [];
  if (stage !== undefined) parts.push(["t.stage = ?", stage]);
  // Only a rollout can be held: its stage is indexed, the flag is not.
  else if (held === true) parts.push(["t.stage = ?", "rolling-out"]);
  if (held === true) parts.push(["t.held = ?", 1]);
  if (department !== undefined) parts.push(["t.department = ?", department]);
  if (late === true) parts.push(["t.dateSort < ?", today]);
  return { conditions: parts.map(([sql]) => sql), values: parts.map(([, value]) => value) };
}
