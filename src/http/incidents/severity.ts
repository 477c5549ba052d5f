import type { Deadlines } from "../../domain/policy/policy.ts";
import type { Severity } from "../../domain/technology/state/incidents.ts";
import type { Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";

export const severities: readonly Severity[] = [1, 2, 3, 4];

/** Each severity with what it means and how soon it has to be closed. */
export function severityOptions({ t, format }: Language, days: Deadlines["incidentDays"]): readonly Choice[] {
  return severities.map((severity) => ({
    value: String(severity),
    label: t(`words:severity.${severity}`),
    hint: t(`incidents:severity.${severity}`, { days: format.days(days[severity]) }),
  }));
}
