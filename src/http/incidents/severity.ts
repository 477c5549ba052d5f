import { severities } from "../../domain/words/severity.ts";
import type { Deadlines } from "../../domain/policy/deadlines.ts";
import type { Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";

/** Each severity with what it means and how soon it has to be closed. */
export function severityOptions({ t, format }: Language, days: Deadlines["incidentDays"]): readonly Choice[] {
  return severities.map((severity) => ({
    value: String(severity),
    label: t(`words:severity.${severity}`),
    hint: t(`incidents:severity.${severity}`, { days: format.days(days[severity]) }),
  }));
}
