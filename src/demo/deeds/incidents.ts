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
