import type { Question } from "../../evidence/question.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import type { Language } from "../view/languages.ts";
import type { Asking, QuestionModel } from "./question-asked.ts";
import { choiceModel, memberModel, peopleModel, scaleModel, sheetModel, zoneModel } from "./question-choices.ts";
import { rowModel, wordsModel } from "./question-words.ts";

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
