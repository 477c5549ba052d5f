import { z } from "zod";
import { severities } from "../../domain/words/severity.ts";
import type { Deadlines } from "../../domain/policy/deadlines.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { wholeNumber } from "../forms/fields.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { field } from "./field.ts";
import type { PolicyField } from "./field.ts";

const days = () => wholeNumber({ least: 0, most: 1_000_000 });

/** Days to close an incident, by its severity: one rule of the policy in its form and on its page. */
export const severityDays = {
  incidentDays: z.object({ severity1: days(), severity2: days(), severity3: days(), severity4: days() }),
};
type Typed = { readonly incidentDays: z.output<typeof severityDays.incidentDays> };

/** A field's name does not begin with a figure; the policy's own key does. */
export const atSeverityDays = (field: string): string =>
  field.replace(/\.incidentDays\.(\d)$/, ".incidentDays.severity$1");

export const severityDaysOf = ({ incidentDays }: Typed): Pick<Deadlines, "incidentDays"> => ({
  incidentDays: {
    1: incidentDays.severity1,
    2: incidentDays.severity2,
    3: incidentDays.severity3,
    4: incidentDays.severity4,
  },
});

export const severityFields = ({ deadlines }: Policy): readonly PolicyField[] =>
  severities.map((severity) =>
    field("deadlines", `deadlines.incidentDays.severity${severity}`, deadlines.incidentDays[severity], ({ t }) =>
      t("policy:field.incidentDays", { severity }),
    ),
  );

export const severityFacts = (
  { t, format }: Language,
  { deadlines }: Policy,
): { readonly title: string; readonly facts: readonly FactModel[] } => ({
  title: t("policy:deadlines.incidents"),
  facts: severities.map((severity) => ({
    term: t("policy:severity", { severity: t(`words:severity.${severity}`) }),
    value: format.days(deadlines.incidentDays[severity]),
  })),
});
