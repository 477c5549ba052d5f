import { isBefore } from "../words/days.ts";
import type { Incident } from "../technology/state/incidents.ts";
import type { Day } from "../words/text.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";
import type { Thing } from "../technology/state/thing.ts";

const { met, unmet } = findings("incidents-closed", "planner");

/** Severity 1 and 2 bar the gate while open; any incident does once it is overdue. */
export const incidentsClosed: Condition = ({ technology, today }) => {
  const open = technology.incidents.filter(({ closedAt }) => closedAt === null);
  const barring = open.filter(({ severity, dueOn }) => severity <= 2 || isBefore(dueOn, today));
  if (barring.length === 0) return met("met", { closed: technology.incidents.length - open.length });
  return unmet(names(barring), "unmet", { incidents: barring.map(({ incident }) => incident) }, earliest(barring));
};

const earliest = (incidents: readonly Incident[]): Day | null => incidents.map(({ dueOn }) => dueOn).sort()[0] ?? null;

const names = (incidents: readonly Incident[]): readonly Thing[] =>
  incidents.map(({ incident, severity }) => ({ kind: "incident", id: incident, at: severity }));
