import type { Incident } from "../state/incidents.ts";
import type { Technology } from "../state/technology.ts";

export const isOpen = ({ closedAt }: Incident): boolean => closedAt === null;

export const onIncident = (
  t: Technology,
  which: (incident: Incident) => boolean,
  change: (incident: Incident) => Incident,
): Technology => ({ ...t, incidents: t.incidents.map((incident) => (which(incident) ? change(incident) : incident)) });
