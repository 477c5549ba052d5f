import type { FieldModel, Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import type { Asking, Of, QuestionModel } from "./question-asked.ts";

export function scaleModel(
  { language: { t }, fields }: Asking,
  { heading, lowest, highest, offered }: Of<"scale">,
): QuestionModel {
  const end = (name: "min" | "max"): FieldModel =>
    fields.number(`answers.${name}`, { label: t(`mapping:question.scale.${name}`), optional: true, width: "xs" });
  return {
    radios: fields.radios("answers.scale", {
      legend: t("mapping:question.scale.legend", { heading }),
      hint: t("mapping:question.scale.hint", { lowest, highest }),
      options: [
        ...offered.map(({ min, max }) => ({
          value: `${min} ${max}`,
          label: t("mapping:question.scale.option", { min, max, count: max - min + 1 }),
        })),
        { value: "other", label: t("mapping:question.scale.other") },
      ],
    }),
    ends: [end("min"), end("max")],
  };
}

type SeenQuestion = Of<"day-order" | "decimal-sign" | "number-or-word" | "zone">;

/** The cells that raise the question, each with its row. */
const seenText = ({ t, format }: Language, { seen }: Pick<SeenQuestion, "seen">): string =>
  format.list(seen.map(({ row, text }) => t("mapping:question.seen", { row: format.number(row), text })));

export function choiceModel(
  { language, fields }: Asking,
  name: "dayOrder" | "decimalSign" | "numberOrWord",
  question: SeenQuestion,
  choices: readonly string[],
): QuestionModel {
  const { t } = language;
  const of = `mapping:question.${question.about}`;
  return {
    radios: fields.radios(`answers.${name}`, {
      legend: t(`${of}.legend`, { heading: question.heading }),
      hint: seenText(language, question),
      options: choices.map((value) => ({ value, label: t(`${of}.${value}`) })),
    }),
  };
}

export const zoneModel = ({ language, fields }: Asking, question: Of<"zone">): QuestionModel => ({
  ends: [
    fields.text("answers.zone", {
      label: language.t("mapping:question.zone.legend", { heading: question.heading }),
      hint: language.t("mapping:question.zone.hint", { seen: seenText(language, question) }),
      maxlength: 60,
      width: "m",
    }),
  ],
});

export function sheetModel({ language: { t, format }, fields }: Asking, { file, sheets }: Of<"sheet">): QuestionModel {
  const options = sheets.map(({ name, rows, headings }): Choice => ({
    value: name,
    label: name,
    hint: t("mapping:question.sheet.holds", {
      count: rows,
      headings: headings.length === 0 ? "–" : format.list(headings.slice(0, 6)),
    }),
  }));
  return { radios: fields.radios("answers.sheet", { legend: t("mapping:question.sheet.legend", { file }), options }) };
}

/** As many as a person looks through. */
const mostMembers = 20;

export function memberModel(
  { language: { t, format }, fields }: Asking,
  { file, members }: Of<"member">,
): QuestionModel {
  const known = members.filter((member) => member.format !== null);
  const offered = (known.length > 0 ? known : members).slice(0, mostMembers);
  const rest = members.filter((member) => !offered.includes(member));
  const options = offered.map(({ name, bytes, format: title }): Choice => ({
    value: name,
    label: name,
    hint: title === null ? format.bytes(bytes) : title + t("common:comma") + format.bytes(bytes),
  }));
  const others = format.list(rest.slice(0, 10).map(({ name }) => name));
  return {
    radios: fields.radios("answers.member", {
      legend: t("mapping:question.member.legend", { file }),
      hint:
        rest.length === 0
          ? t("mapping:question.member.hint")
          : t("mapping:question.member.others", { count: rest.length, others }),
      options,
    }),
  };
}

export function peopleModel(
  { language: { t, format }, fields }: Asking,
  { shared, of, pieces }: Of<"people">,
): QuestionModel {
  return {
    radios: fields.radios("answers.people", {
      legend: t("mapping:question.people.legend"),
      hint: t("mapping:question.people.hint", { count: shared, of, pieces: format.list(pieces) }),
      options: (["same", "other"] as const).map((value) => ({
        value,
        label: t(`mapping:question.people.${value}`),
        hint: t(`mapping:question.people.${value}Hint`),
      })),
    }),
  };
}
