import type { Severity } from "../../domain/words/severity.ts";
import type { Words } from "../words.ts";
import type { Single } from "./single.ts";

/** The condition of a gate that asks for it: as a story names it that waives or defers it. */
export const noneOpen = "incidents-closed";

/** An hour before it is told, and learned of within a quarter of it. */
export const recorded =
  (severity: Severity, what: Words): Single =>
  ({ say, now }) => ({
    type: "RecordIncident",
    severity,
    occurredAt: new Date(now - 3_600_000).toISOString(),
    learnedAt: new Date(now - 900_000).toISOString(),
    timeZone: "UTC",
    text: say(what),
  });

export const closed =
  (number: number, how: Words): Single =>
  ({ say }) => ({ type: "CloseIncident", incident: `i${number}`, text: say(how) });

/** A few minutes before it is entered. */
export const reported =
  (number: number, duty: string, report: Words): Single =>
  ({ say, now }) => ({
    type: "DeliverIncidentDuty",
    incident: `i${number}`,
    duty,
    deliveredAt: new Date(now - 300_000).toISOString(),
    complete: true,
    evidence: null,
    text: say(report),
  });

export const contained =
  (number: number, how: Words): Single =>
  ({ say, now }) => ({
    type: "HandleIncident",
    incident: `i${number}`,
    handledAt: new Date(now - 300_000).toISOString(),
    evidence: null,
    text: say(how),
  });

/** With one measure, due in a month. */
export const reviewed =
  (number: number, { cause, lessons, measure, owner }: Reviewed): Single =>
  ({ say, id, now }) => ({
    type: "ReviewIncident",
    incident: `i${number}`,
    cause: say(cause),
    lessons: say(lessons),
    measures: [
      { text: say(measure), owner: id(owner), dueOn: new Date(now + 30 * 86_400_000).toISOString().slice(0, 10) },
    ],
  });

export interface Reviewed {
  readonly cause: Words;
  readonly lessons: Words;
  readonly measure: Words;
  /** A login of the cast. */
  readonly owner: string;
}
