import type { DayOrInstant } from "../../domain/technology/manifest/warnings.ts";
import { warningsOf } from "../../domain/technology/warnings.ts";
import { isDay } from "../../domain/words/days.ts";
import { driftedAmong } from "../decisions/drift.ts";
import type { WrittenTechnology } from "../read-model.ts";
import type { NewWarningRow } from "./table.ts";

/** Later than every moment: what ends by an event alone. */
const never = "9999-12-31";

/** What one technology warns of, as it is stored. */
export function warningRows(written: WrittenTechnology): NewWarningRow[] {
  const { id, state: t, policy, today, dayOf, decisions } = written;
  const sortOf = (moment: DayOrInstant): string => (isDay(moment) ? moment : `${dayOf(moment)} ${moment}`);
  return warningsOf(t, { policy, today, dayOf, drifted: driftedAmong(decisions) }).map((warning) => {
    const { kind, subject, from, until, due, weight, person, role, excluded, params } = warning;
    const [fromDay, fromInstant] = split(from, "");
    const [untilDay, untilInstant] = split(until, never);
    return {
      key: null,
      technology: id,
      department: t.proposal.department,
      kind,
      subject: subject ?? null,
      fromDay,
      fromInstant,
      untilDay,
      untilInstant,
      due,
      dueSort: sortOf(due ?? from),
      weight,
      person: person ?? null,
      role: role ?? null,
      excluded: JSON.stringify(excluded ?? []),
      params: JSON.stringify(params ?? {}),
    };
  });
}

/** As a day and as an instant, with a filler for the one that it is not. */
function split(moment: DayOrInstant | undefined, filler: string): readonly [string, string] {
  if (moment === undefined) return [filler, filler];
  return isDay(moment) ? [moment, filler] : [filler, new Date(moment).toISOString()];
}
