import type { Question } from "../../evidence/question.ts";
import type { Vocabulary } from "../../evidence/vocabulary.ts";
import type { FormState } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import { fieldsOf } from "../forms/show.ts";
import type { Typed } from "../forms/typed.ts";
import { questionSentence } from "../say/open-question.ts";
import type { Choice, FieldModel, RadiosModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { besideMeanings, rowOf } from "./answers.ts";

type Hidden = { readonly name: string; readonly value: string };
/** One question: either radios, or a list of words with a choice each; a scale has two ends beside. */
export type QuestionModel = {
  readonly radios?: RadiosModel;
  readonly ends?: readonly FieldModel[];
  readonly legend?: string;
  readonly hint?: string;
  readonly words?: readonly { readonly hidden: readonly Hidden[]; readonly field: FieldModel }[];
};

type Of<About extends Question["about"]> = Extract<Question, { readonly about: About }>;
/** The fields of one list that are taken, so that two questions never share a number. */
type Taken = Set<number>;

interface Asking {
  readonly language: Language;
  readonly fields: Fields;
  readonly typed: Typed;
  readonly words: Taken;
  readonly rows: Taken;
}

/** Each question with the field that answers it; what was answered before stands in it. */
export function questionModels(language: Language, form: FormState, questions: readonly Question[]): QuestionModel[] {
  const typed = { ...preselected(questions), ...form.typed };
  const fields = fieldsOf({ ...form, typed }, language);
  const asking = { language, fields, typed, words: new Set<number>(), rows: new Set<number>() };
  return questions.flatMap((question) => modelsOf(asking, question));
}

function modelsOf(asking: Asking, question: Question): QuestionModel[] {
  switch (question.about) {
    case "values":
      return [wordsModel(asking, question)];
    case "left-out":
      return question.seen.map((seen) => rowModel(asking, question, seen));
    case "scale":
      return [scaleModel(asking, question)];
    case "day-order":
      return [choiceModel(asking, "dayOrder", question, ["day-first", "month-first"])];
    case "decimal-sign":
      return [choiceModel(asking, "decimalSign", question, ["point", "comma"])];
    case "number-or-word":
      return [choiceModel(asking, "numberOrWord", question, ["word", "number"])];
    case "zone":
      return [zoneModel(asking, question)];
    case "sheet":
      return [sheetModel(asking, question)];
    case "member":
      return [memberModel(asking, question)];
    case "people":
      return [peopleModel(asking, question)];
  }
}

/** Each question at its field, for the summary above the form. */
export function questionProblems(form: Pick<FormState, "typed">, questions: readonly Question[]): Problem[] {
  const words: Taken = new Set();
  const rows: Taken = new Set();
  return questions.map((question) => {
    const field = `answers.${fieldOf(form.typed, question, words, rows)}`;
    return { field, ...questionSentence(question) };
  });
}

function fieldOf(typed: Typed, question: Question, words: Taken, rows: Taken): string {
  switch (question.about) {
    case "values": {
      const numbers = question.words.map(({ word }) => numberOfWord(typed, question, word)(words));
      return `values.${numbers[0] ?? 0}.meaning`;
    }
    case "left-out": {
      const numbers = question.seen.map(({ text }) => numberOfRow(typed, question, text)(rows));
      return `leftOut.${numbers[0] ?? 0}.is`;
    }
    case "day-order":
      return "dayOrder";
    case "decimal-sign":
      return "decimalSign";
    case "number-or-word":
      return "numberOrWord";
    case "scale":
    case "zone":
    case "sheet":
    case "member":
    case "people":
      return question.about;
  }
}

/** What is likeliest where it does no harm: what it leads to is shown before anything is recorded. */
function preselected(questions: readonly Question[]): Record<string, string> {
  const member = questions
    .find((question) => question.about === "member")
    ?.members.find(({ format }) => format !== null);
  const sheet = questions.find((question) => question.about === "sheet")?.sheets[0];
  return {
    ...(member !== undefined && { "answers.member": member.name }),
    ...(sheet !== undefined && { "answers.sheet": sheet.name }),
  };
}

const numberOfWord = (typed: Typed, { column }: Of<"values">, word: string) =>
  rowOf(typed, "answers.values", { column, word });
const numberOfRow = (typed: Typed, { heading }: Of<"left-out">, text: string) =>
  rowOf(typed, "answers.leftOut", { heading, text });

function wordsModel({ language, fields, typed, words }: Asking, question: Of<"values">): QuestionModel {
  const { t, format } = language;
  const { heading, column, vocabulary } = question;
  const options = [
    ...vocabulary.meanings.map((value) => ({ value, label: meaningText(language, vocabulary, value) })),
    { value: besideMeanings.empty, label: t("mapping:question.values.empty") },
    { value: besideMeanings.row, label: t("mapping:question.values.row") },
  ];
  return {
    legend: t("mapping:question.values.legend", { heading: heading === "" ? column : heading }),
    hint: t("mapping:question.values.hint"),
    words: question.words.map(({ word, rows, first }) => {
      const at = `answers.values.${numberOfWord(typed, question, word)(words)}`;
      return {
        hidden: [
          { name: `${at}.column`, value: column },
          { name: `${at}.heading`, value: heading },
          { name: `${at}.word`, value: word },
        ],
        field: fields.select(`${at}.meaning`, {
          label: t("mapping:question.values.word", { word }),
          hint: t("mapping:question.values.rows", { count: rows, first: format.number(first) }),
          choose: true,
          options,
        }),
      };
    }),
  };
}

/** A meaning in words; of a scale the number, at its ends what it stands for. */
function meaningText({ t }: Language, { name, meanings }: Vocabulary, meaning: string): string {
  const end = meaning === meanings[0] ? "lowest" : meaning === meanings.at(-1) ? "highest" : "between";
  const keys = [`mapping:meaning.${name}.${meaning}`, `mapping:meaning.${name}.${end}`];
  const key = keys.find((candidate) => t.has(candidate));
  return key === undefined ? meaning : t(key, { number: meaning });
}

function rowModel(
  { language: { t, format }, fields, typed, rows }: Asking,
  question: Of<"left-out">,
  { row, text }: Of<"left-out">["seen"][number],
): QuestionModel {
  const at = `answers.leftOut.${numberOfRow(typed, question, text)(rows)}`;
  return {
    words: [
      {
        hidden: [
          { name: `${at}.heading`, value: question.heading },
          { name: `${at}.text`, value: text },
        ],
        field: fields.select(`${at}.is`, {
          label: t("mapping:question.left-out.legend", { row: format.number(row), text }),
          choose: true,
          options: (["row", "data"] as const).map((value) => ({
            value,
            label: t(`mapping:question.left-out.${value}`),
          })),
        }),
      },
    ],
  };
}

function scaleModel(
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

function choiceModel(
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

const zoneModel = ({ language, fields }: Asking, question: Of<"zone">): QuestionModel => ({
  ends: [
    fields.text("answers.zone", {
      label: language.t("mapping:question.zone.legend", { heading: question.heading }),
      hint: language.t("mapping:question.zone.hint", { seen: seenText(language, question) }),
      maxlength: 60,
      width: "m",
    }),
  ],
});

function sheetModel({ language: { t, format }, fields }: Asking, { file, sheets }: Of<"sheet">): QuestionModel {
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

function memberModel({ language: { t, format }, fields }: Asking, { file, members }: Of<"member">): QuestionModel {
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

function peopleModel({ language: { t, format }, fields }: Asking, { shared, of, pieces }: Of<"people">): QuestionModel {
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
