import type { Severity } from "../../words/severity.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type IncidentsEvent =
  | Event<
      "IncidentRecorded",
      {
        readonly incident: string;
        readonly severity: Severity;
        readonly occurredAt: Instant;
        /** When somebody here knew of it: from then its clocks count. Null where nobody was asked: none runs. */
        readonly learnedAt: Instant | null;
        /** Where its days end. */
        readonly timeZone: string;
        readonly dueOn: Day;
        readonly text: TextRef;
      },
      2
    >
  | Event<
      "IncidentRated",
      { readonly incident: string; readonly severity: Severity; readonly dueOn: Day; readonly text: TextRef }
    >
  | Event<"IncidentDutyDelivered", DutyDelivered>
  | Event<"IncidentDeliveryVoided", { readonly incident: string; readonly delivery: string; readonly text: TextRef }>
  | Event<
      "IncidentHandled",
      {
        readonly incident: string;
        readonly handledAt: Instant;
        readonly evidence: string | null;
        readonly text: TextRef;
      }
    >
  | Event<
      "IncidentReviewed",
      {
        readonly incident: string;
        readonly cause: TextRef;
        readonly lessons: TextRef;
        readonly measures: readonly Measure[];
      }
    >
  | Event<"IncidentMeasureDone", { readonly incident: string; readonly measure: string; readonly text: TextRef }>
  | Event<"IncidentClosed", { readonly incident: string; readonly text: TextRef }>;

export type IncidentsCommand =
  | {
      readonly type: "RecordIncident";
      readonly severity: Severity;
      readonly occurredAt: Instant;
      readonly learnedAt: Instant;
      readonly timeZone: string;
      readonly text: TextRef;
    }
  | {
      readonly type: "RateIncident";
      readonly incident: string;
      readonly severity: Severity;
      readonly text: TextRef;
    }
  | ({ readonly type: "DeliverIncidentDuty" } & DutyDelivered)
  | {
      readonly type: "VoidIncidentDelivery";
      readonly incident: string;
      readonly delivery: string;
      readonly text: TextRef;
    }
  | {
      readonly type: "HandleIncident";
      readonly incident: string;
      readonly handledAt: Instant;
      readonly evidence: string | null;
      readonly text: TextRef;
    }
  | {
      readonly type: "ReviewIncident";
      readonly incident: string;
      readonly cause: TextRef;
      readonly lessons: TextRef;
      readonly measures: readonly Omit<Measure, "measure">[];
    }
  | {
      readonly type: "FinishIncidentMeasure";
      readonly incident: string;
      readonly measure: string;
      readonly text: TextRef;
    }
  | { readonly type: "CloseIncident"; readonly incident: string; readonly text: TextRef };

interface DutyDelivered {
  readonly incident: string;
  /** Of the policy's table. */
  readonly duty: string;
  /** When it reached whoever receives it, as it is said: whether it came in time, the time of its entry shows. */
  readonly deliveredAt: Instant;
  /** False: what is missing follows within the supplement's term. */
  readonly complete: boolean;
  /** A piece of evidence, or the report itself as a text: one of the two at least. */
  readonly evidence: string | null;
  readonly text: TextRef | null;
}

interface Measure {
  /** "m1", "m2" … in the order of the review. */
  readonly measure: string;
  readonly text: TextRef;
  readonly owner: PersonId;
  readonly dueOn: Day;
}

export interface Incident {
  readonly incident: string;
  readonly severity: Severity;
  readonly occurredAt: Instant;
  readonly dueOn: Day;
  readonly text: TextRef;
  readonly position: number;
  readonly closedAt: Instant | null;
  readonly closing: TextRef | null;
  readonly learnedAt: Instant | null;
  readonly timeZone: string;
  /** What its terms are reckoned by, oldest first: each stands from its entry to the next one's. Never empty. */
  readonly figures: readonly IncidentFigures[];
  readonly deliveries: readonly Delivery[];
  readonly handling: Handling | null;
  readonly review: Review | null;
}

export interface IncidentFigures {
  readonly severity: Severity;
  readonly learnedAt: Instant | null;
  /** When it was entered. */
  readonly since: Instant;
  /** Why it was rated anew; null: recorded or corrected so. */
  readonly text: TextRef | null;
}

/** Who entered it, when and where it stands. */
interface Made {
  readonly by: PersonId;
  readonly enteredAt: Instant;
  readonly position: number;
}

export interface Delivery extends Omit<DutyDelivered, "incident">, Made {
  /** "d1", "d2" … in the order in which they were entered. */
  readonly delivery: string;
  /** It never went out: entered by mistake. Null while it stands. */
  readonly voided: (Made & { readonly text: TextRef }) | null;
}

interface Handling extends Made {
  readonly handledAt: Instant;
  readonly evidence: string | null;
  readonly text: TextRef;
}

interface Review extends Made {
  readonly cause: TextRef;
  readonly lessons: TextRef;
  readonly measures: readonly (Measure & { readonly done: { readonly at: Instant; readonly text: TextRef } | null })[];
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
  readonly learnedAt?: Instant;
}
