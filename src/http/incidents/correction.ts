import { severities } from "../../domain/words/severity.ts";
import type { Severity } from "../../domain/words/severity.ts";
import type { Instant } from "../../domain/words/text.ts";
import { correctable, field, radios } from "../correctable.ts";
import { choice, optionalDay } from "../forms/fields.ts";
import { instantOf, localOf, optionalTime } from "../forms/moment.ts";

/** When an incident happened and how grave it was. */
export const incidentCorrection = correctable({
  shape: {
    severity: choice(["1", "2", "3", "4"]).optional(),
    day: optionalDay(),
    time: optionalTime(),
    learnedDay: optionalDay(),
    learnedTime: optionalTime(),
  },
  standing: ({ incidents }, position, timeZone) => {
    const incident = incidents.find((recorded) => recorded.position === position);
    return incident === undefined
      ? null
      : {
          severity: String(incident.severity),
          ...localOf(incident.occurredAt, timeZone),
          ...learnedTyped(incident.learnedAt, timeZone),
        };
  },
  changes: ({ severity, day, time, learnedDay, learnedTime }, standing, timeZone) => {
    const moved = day !== null && (day !== standing["day"] || time !== standing["time"]);
    const occurredAt = moved ? instantOf(day, time, timeZone) : undefined;
    if (occurredAt === null)
      return { kind: "problem", problem: { field: "time", key: "incidents:incident.noSuchTime", params: {} } };
    const relearned =
      learnedDay !== null && (learnedDay !== standing["learnedDay"] || learnedTime !== standing["learnedTime"]);
    const learnedAt = relearned ? instantOf(learnedDay, learnedTime, timeZone) : undefined;
    if (learnedAt === null)
      return { kind: "problem", problem: { field: "learnedTime", key: "incidents:incident.noSuchTime", params: {} } };
    return {
      kind: "changes",
      changes: {
        ...(severity !== undefined && severity !== standing["severity"] && { severity: Number(severity) as Severity }),
        ...(occurredAt !== undefined && { occurredAt }),
        ...(learnedAt !== undefined && { learnedAt }),
      },
    };
  },
  inputs: (fields, { t }, timeZone) => [
    radios(
      fields.radios("severity", {
        legend: t("incidents:incident.severity"),
        hint: t("incidents:incident.severityHint"),
        options: severities.map((severity) => ({ value: String(severity), label: t(`words:severity.${severity}`) })),
      }),
    ),
    field(fields.date("day", { label: t("incidents:incident.day") })),
    field(
      fields.text("time", {
        label: t("incidents:incident.time"),
        hint: t("incidents:incident.timeHint", { zone: timeZone }),
        width: "xs",
        optional: true,
      }),
    ),
    field(
      fields.date("learnedDay", {
        label: t("incidents:incident.learnedDay"),
        hint: t("incidents:incident.learnedCorrection"),
        optional: true,
      }),
    ),
    field(
      fields.text("learnedTime", {
        label: t("incidents:incident.learnedTime"),
        hint: t("incidents:incident.timeHint", { zone: timeZone }),
        width: "xs",
        optional: true,
      }),
    ),
  ],
  inputOf: { occurredAt: "day", learnedAt: "learnedDay" },
});

function learnedTyped(learnedAt: Instant | null, timeZone: string) {
  if (learnedAt === null) return { learnedDay: "", learnedTime: "" };
  const { day, time } = localOf(learnedAt, timeZone);
  return { learnedDay: day, learnedTime: time };
}
