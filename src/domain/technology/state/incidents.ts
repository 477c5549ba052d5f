import type { Severity } from "../../policy/deadlines.ts";
import type { Day, Instant, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type IncidentsEvent =
  | Event<
      "IncidentRecorded",
      {
        readonly incident: string;
        readonly severity: Severity;
        readonly occurredAt: Instant;
        readonly dueOn: Day;
        readonly text: TextRef;
      }
    >
  | Event<"IncidentClosed", { readonly incident: string; readonly text: TextRef }>;

export type IncidentsCommand =
  | {
      readonly type: "RecordIncident";
      readonly severity: Severity;
      readonly occurredAt: Instant;
      readonly text: TextRef;
    }
  | { readonly type: "CloseIncident"; readonly incident: string; readonly text: TextRef };

export interface Incident {
  readonly incident: string;
  readonly severity: Severity;
  readonly occurredAt: Instant;
  readonly dueOn: Day;
  readonly text: TextRef;
  readonly position: number;
  readonly closedAt: Instant | null;
  readonly closing: TextRef | null;
}

export interface IncidentsSlice {
  readonly incidents: readonly Incident[];
}

export const noIncidents: IncidentsSlice = { incidents: [] };

/** Figures of an incident that a correction may replace. */
export interface IncidentChanges {
  readonly severity?: Severity;
  /** Follows from the severity by the policy; never asked for. */
  readonly dueOn?: Day;
  readonly occurredAt?: Instant;
}
