import type { EncodingGuess } from "../../application/file-beginnings.ts";
import type { Doubt } from "../../application/doubts.ts";
import type { Question } from "../../evidence/question.ts";
import type { Looked } from "./looked.ts";
import { encodings } from "../../domain/evidence/encoding.ts";
import { encodingTitles } from "../../evidence/encoding.ts";
import type { FormState } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import { fieldsOf } from "../forms/show.ts";
import { doubtSentence } from "../say/open-question.ts";
import type { CheckboxesModel, RadiosModel } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import { rowReason } from "../say/row-reason.ts";

/** What a form asks beside its own questions, after its files were read. */
export interface FormQuestions {
  readonly guess: EncodingGuess | null;
  readonly doubts: readonly Doubt[];
  /** Readers' own, whether the files could be read without an answer or not. */
  readonly questions: readonly Question[];
  /** How the files will be read; null where nobody looked, or nothing can be shown of it. */
  readonly looked: Looked | null;
  /** True where no reader reads them as they are. */
  readonly unreadable: boolean;
  /** The readers' own words for a refusal, where the page is not in their language. */
  readonly said: readonly string[];
}

export const nothingAsked: FormQuestions = {
  guess: null,
  doubts: [],
  questions: [],
  looked: null,
  unreadable: false,
  said: [],
};

export const askedAbout = (doubts: readonly Doubt[]): FormQuestions => ({
  ...nothingAsked,
  guess: doubts.find((doubt) => doubt.about === "encoding") ?? null,
  doubts,
  questions: doubts.flatMap((doubt) => (doubt.about === "question" ? [doubt.question] : [])),
});

/** Each doubt at the field that settles it; readers' own questions have fields of their own. */
export function doubtProblems(language: Language, doubts: readonly Doubt[]): Problem[] {
  return doubts.flatMap((doubt) =>
    doubt.about === "question" ? [] : [{ field: fieldOf(doubt), ...doubtSentence(language, doubt) }],
  );
}

function fieldOf(doubt: Exclude<Doubt, { readonly about: "question" }>): string {
  switch (doubt.about) {
    case "document":
    case "encoding":
      return doubt.about;
    case "period":
      return "from";
    case "service":
      return doubt.alone ? "service" : "asItIs";
    case "chosen-rows":
    case "one-answer":
    case "rows":
      return "asItIs";
  }
}

export interface DoubtFields {
  readonly encoding: RadiosModel | null;
  readonly asItIs: CheckboxesModel | null;
  /** The first rows that cannot be used. */
  readonly examples: readonly { readonly row: string; readonly reason: string }[];
}

export function doubtFields(language: Language, form: FormState, { guess, doubts }: FormQuestions): DoubtFields {
  const { t, format } = language;
  const likeliest = guess === null ? {} : { encoding: guess.guess };
  const typed = form.typed["encoding"] === "" ? { ...form.typed, ...likeliest } : { ...likeliest, ...form.typed };
  const fields = fieldsOf({ ...form, typed }, language);
  const rows = doubts.find((doubt) => doubt.about === "rows");
  const openly = doubts.some(({ about }) => about !== "document") || fields.value("asItIs") !== "";
  return {
    encoding:
      guess === null && fields.value("encoding") === ""
        ? null
        : fields.radios("encoding", {
            legend: t("mapping:encoding.legend"),
            hint: t("mapping:encoding.hint"),
            options: encodingOptions(language, guess),
          }),
    asItIs: openly
      ? fields.checkboxes("asItIs", {
          legend: t("mapping:asItIs.legend"),
          options: [{ value: "yes", label: t("mapping:asItIs.label"), hint: t("mapping:asItIs.hint") }],
        })
      : null,
    examples: (rows?.examples ?? []).map(({ row, why }) => ({
      row: t("mapping:doubt.row", { row: format.number(row) }),
      reason: rowReason(language, why),
    })),
  };
}

/** Each with the words as they would read, so that nobody has to know its name. */
function encodingOptions({ t }: Language, guess: EncodingGuess | null) {
  const name = (encoding: (typeof encodings)[number]): string => encodingTitles[encoding];
  if (guess === null) return encodings.map((value) => ({ value, label: name(value) }));
  return guess.excerpts.map(({ encoding, text }) => ({
    value: encoding,
    label: encoding === guess.guess ? t("mapping:encoding.guess", { name: name(encoding) }) : name(encoding),
    ...(text !== "" && { hint: t("mapping:encoding.reads", { text }) }),
  }));
}
