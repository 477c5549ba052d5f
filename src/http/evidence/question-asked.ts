import type { Question } from "../../evidence/question.ts";
import type { Typed } from "../forms/typed.ts";
import type { FieldModel, RadiosModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import type { Taken } from "./question-fields.ts";

type Hidden = { readonly name: string; readonly value: string };
/** One question: either radios, or a list of words with a choice each; a scale has two ends beside. */
export type QuestionModel = {
  readonly radios?: RadiosModel;
  readonly ends?: readonly FieldModel[];
  readonly legend?: string;
  readonly hint?: string;
  readonly words?: readonly { readonly hidden: readonly Hidden[]; readonly field: FieldModel }[];
};

export type Of<About extends Question["about"]> = Extract<Question, { readonly about: About }>;

/** The form in which questions are asked. */
export interface Asking {
  readonly language: Language;
  readonly fields: Fields;
  readonly typed: Typed;
  readonly words: Taken;
  readonly rows: Taken;
}
