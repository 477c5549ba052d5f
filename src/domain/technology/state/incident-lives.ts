import { compareInstants } from "../../words/days.ts";
import type { Instant } from "../../words/text.ts";
import { isAfter } from "./incident-terms.ts";
import type { Delivery, Incident } from "./incidents.ts";

/** As it stood while certain deliveries counted, until one of them was voided. */
export interface IncidentLife {
  readonly incident: Incident;
  /** The voiding, or the instant that is asked about. */
  readonly until: Instant;
}

export interface IncidentLives {
  /** Oldest first: one for each voiding. */
  readonly past: readonly IncidentLife[];
  readonly present: IncidentLife;
}

/**
 * How it stood from voiding to voiding. A delivery that never went out counts as if it had until it was voided: what
 * ran out by then has run out, so that no report is made timely by taking another one back.
 */
export function livesOf(incident: Incident, now: Instant): IncidentLives {
  const voidings = voidingsIn(incident, now);
  return {
    past: voidings.map((until, i) => ({ incident: without(incident, voidings[i - 1]), until })),
    present: { incident: without(incident, voidings.at(-1)), until: now },
  };
}

const voidingsIn = ({ deliveries }: Incident, now: Instant): readonly Instant[] =>
  [...new Set(deliveries.flatMap(({ voided }) => (voided === null ? [] : [voided.enteredAt])))]
    .filter((at) => !isAfter(at, now))
    .sort(compareInstants);

/** Less what was voided up to an instant. */
function without(incident: Incident, at: Instant | undefined): Incident {
  if (at === undefined) return incident;
  const counts = ({ voided }: Delivery): boolean => voided === null || isAfter(voided.enteredAt, at);
  return { ...incident, deliveries: incident.deliveries.filter(counts) };
}
