import type { Instant } from "../../domain/words/text.ts";
import { invalid } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";
import { instantOf, localOf } from "../forms/moment.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";

/** What a form begins with: now, by the clock of the house. */
export const nowTyped = (now: Instant, timeZone: string): { readonly day: string; readonly time: string } =>
  localOf(now, timeZone);

/** @throws where the clock never showed it, which the form has checked */
export function instantTyped(day: string, time: string, timeZone: string): Instant {
  const instant = instantOf(day, time, timeZone);
  if (instant === null) throw new Error(`The clock never showed ${day} ${time}`);
  return instant;
}

/**
 * What the fields of a moment cannot see: the clock showed it never or twice; or a day alone, which counts from its
 * beginning, is that on which somebody learned of it later.
 */
export function momentProblem(
  form: Filled<{ readonly day: string; readonly time: string }>,
  learnedAt: Instant | null,
  timeZone: string,
): FormState | null {
  const { day, time } = form.values;
  const instant = instantOf(day, time, timeZone);
  if (instant === null) return invalid(form, { field: "time", key: "incidents:incident.noSuchTime", params: {} });
  if (time !== "" || learnedAt === null || instant >= learnedAt) return null;
  const learned = localOf(learnedAt, timeZone);
  if (learned.day !== day) return null;
  return invalid(form, { field: "time", key: "incidents:incident.timeNeeded", params: { at: learned.time } });
}

export function momentInputs(
  fields: Fields,
  { t }: Language,
  timeZone: string,
  labels: { readonly day: string; readonly time: string },
): { readonly day: FieldModel; readonly time: FieldModel } {
  return {
    day: fields.date("day", { label: labels.day }),
    time: fields.text("time", {
      label: labels.time,
      hint: t("incidents:incident.timeHint", { zone: timeZone }),
      width: "xs",
      optional: true,
    }),
  };
}

/** A reason that speaks of the moment stands at the day it was typed by. */
export const dayFor =
  (moment: string) =>
  (form: FormState): FormState => ({
    ...form,
    reasons: form.reasons.map((reason) => (reason.field === moment ? { ...reason, field: "day" } : reason)),
  });
