import type { FieldModel } from "../../view/fields.ts";
import type { Form as Fields } from "../../view/form.ts";
import type { Language } from "../../view/languages.ts";
import type { FormAround, PartModel } from "../part.ts";
import { safeguardFields, safeguardTopics } from "./fields.ts";
import type { SafeguardField } from "./fields.ts";

/** A part of the form for each topic: what is asked of it at the gates stands with the conditions. */
export function safeguardParts({ policy, fields, language }: FormAround): readonly (() => PartModel)[] {
  const numbers = safeguardFields(policy);
  return safeguardTopics.map((topic) => () => ({
    id: `part-safeguards-${topic}`,
    title: language.t(`policy:safeguards.topic.${topic}`),
    lead: language.t(`policy:safeguards.lead.${topic}`),
    inside: [],
    fields: numbers.filter((field) => field.topic === topic).map((field) => inputOf(field, fields, language)),
  }));
}

/** What fits into a box of one line on a telephone; longer words have several, so that all of them is seen. */
const oneLine = 28;

/** In letters of the Latin script, of which one of Chinese takes two. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);

/** Rows for words of such a width; null where one line holds them. */
export const rowsFor = (text: string): number | null =>
  widthOf(text) <= oneLine ? null : Math.min(8, Math.ceil(widthOf(text) / oneLine) + 1);

function inputOf(
  { path, value, label, input, options }: SafeguardField,
  fields: Fields,
  language: Language,
): FieldModel {
  const labelled = { label: label(language) };
  switch (input) {
    case "choice":
      return fields.select(path, { ...labelled, options: options?.(language) ?? [] });
    case "words": {
      const rows = rowsFor(value);
      return rows === null
        ? fields.text(path, { ...labelled, width: "full" })
        : fields.textarea(path, { ...labelled, rows });
    }
    case "days":
      return fields.textarea(path, { ...labelled, rows: 5, hint: language.t("policy:safeguards.daysHint") });
    case "optional":
      return fields.number(path, { ...labelled, width: "s", optional: true });
    case "number":
      return fields.number(path, { ...labelled, width: "s" });
    default:
      return input satisfies never;
  }
}
