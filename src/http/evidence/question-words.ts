import type { Vocabulary } from "../../evidence/vocabulary.ts";
import type { Language } from "../view/languages.ts";
import { besideMeanings } from "./answers.ts";
import type { Asking, Of, QuestionModel } from "./question-asked.ts";
import { numberOfRow, numberOfWord } from "./question-fields.ts";

/** What each word of a column means. */
export function wordsModel({ language, fields, typed, words }: Asking, question: Of<"values">): QuestionModel {
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

/** Whether what was left out is a row after all. */
export function rowModel(
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
