import type { Incident } from "../state/incidents.ts";
import type { Technology } from "../state/technology.ts";

export const isOpen = ({ closedAt }: Incident): boolean => closedAt === null;

export const named =
  (incident: string) =>
  (recorded: Incident): boolean =>
    recorded.incident === incident;

export function onIncident(
  t: Technology,
  which: (incident: Incident) => boolean,
  change: (incident: Incident) => Incident,
): Technology {
  // The newest are closed most often, and each entry on one would otherwise ask all of them.
  const at = t.incidents.findLastIndex(which);
  const incident = t.incidents[at];
  return incident === undefined ? t : { ...t, incidents: t.incidents.with(at, change(incident)) };
}
