import type { CheckboxesModel, FieldModel, Picked, RadiosModel } from "../view/fields.ts";
import { fieldsIn, labelOf } from "../view/fields-in.ts";
import type { AnyField } from "../view/fields-in.ts";
import type { Language } from "../view/languages.ts";

/** One question of a form and what was answered, both in the words of its page. */
export type Answer = { readonly name: string; readonly label: string; readonly answers: readonly string[] };

/**
 * What a page's form would send, read from the models of its fields, in the order in which the page has them. Passwords
 * are never among them, nor what was left empty.
 *
 * @param page the body of the page, by which the order is known
 */
export function answersIn(model: object, page: string, language: Language): readonly Answer[] {
  const places = fieldsIn(model).map((field) => ({ field, place: page.indexOf(`id="${field.id}"`) }));
  return places
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ field }) => ({ name: field.name, label: labelOf(field), answers: answersOf(field, language) }))
    .filter(({ answers }) => answers.length > 0);
}

function answersOf(field: AnyField, language: Language): readonly string[] {
  const texts = field.fixed === undefined ? typedIn(field, language) : [field.fixed.text];
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

function typedIn(field: AnyField, language: Language): readonly string[] {
  if ("multiple" in field) return [];
  if ("legend" in field) return chosenIn(field, language);
  const { input, textarea, select, pick } = field;
  if (input !== undefined) return [inputText(field, input, language)];
  if (textarea !== undefined) return [textarea.value];
  return (select ?? pick)?.options.filter(({ selected, value }) => selected && value !== "").map(nameOf) ?? [];
}

function inputText(
  { unit }: FieldModel,
  { type, value }: NonNullable<FieldModel["input"]>,
  { format }: Language,
): string {
  if (type === "password" || value.trim() === "") return "";
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value);
  return unit === undefined ? value : `${value} ${unit}`;
}

function chosenIn(field: RadiosModel | CheckboxesModel, language: Language): readonly string[] {
  const folded = "more" in field ? (field.more?.options ?? []) : [];
  return [...field.options, ...folded].filter(({ checked }) => checked).map((choice) => choiceText(choice, language));
}

/** An anchor of a rubric goes by its number, too. */
const choiceText = ({ anchor, label }: Picked, { t }: Language): string =>
  anchor !== undefined && /\d/.test(anchor) ? `${anchor}${t("common:colon")}${label}` : label;

const nameOf = ({ label }: { readonly label: string }): string => label;
