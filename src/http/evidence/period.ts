import { addDays } from "../../domain/words/days.ts";
import type { Day, Instant } from "../../domain/words/text.ts";
import { zoneNamed } from "../../evidence/zone.ts";
import { startOf } from "../forms/moment.ts";
import type { Problem } from "../forms/problems.ts";

type Typed = { readonly from: Day | null; readonly to: Day | null };

/** Both days or none, in order, and none ahead. */
export function periodProblem({ from, to }: Typed, today: Day): Problem | null {
  const problem = (field: string, key: string): Problem => ({ field, key: `evidence:attach.${key}`, params: {} });
  if (from === null && to !== null) return problem("from", "fromMissing");
  if (to === null && from !== null) return problem("to", "toMissing");
  if (from !== null && to !== null && to < from) return problem("to", "reversed");
  return to !== null && to > today ? problem("to", "ahead") : null;
}

/** From the first day's midnight to the last day's end, which for today is now. */
export function periodOf({ from, to }: Typed, timeZone: string, now: Instant): { from: Instant; to: Instant } | null {
  if (from === null || to === null) return null;
  const zone = zoneNamed(timeZone);
  const end = new Date(startOf(addDays(to, 1), zone) - 1).toISOString();
  return { from: new Date(startOf(from, zone)).toISOString(), to: end < now ? end : now };
}
