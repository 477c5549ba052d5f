import type { Doubt } from "../../application/doubts.ts";
import type { Question } from "../../evidence/question.ts";
import type { Language } from "../view/languages.ts";
import type { Value } from "../view/translate.ts";

/** A sentence by its key, for whoever shows it at a field or sends it to a program. */
interface Sentence {
  readonly key: string;
  readonly params: Readonly<Record<string, Value>>;
}

/** What a reader asks, in one sentence. */
export const questionSentence = (question: Question): Sentence => ({
  key: `mapping:question.${question.about}.asked`,
  params: paramsOf(question),
});

function paramsOf(question: Question): Sentence["params"] {
  switch (question.about) {
    case "values":
      return { heading: question.heading === "" ? question.column : question.heading, count: question.words.length };
    case "sheet":
    case "member":
      return { file: question.file };
    case "people":
      return { shared: question.shared, of: question.of };
    default:
      return { heading: question.heading };
  }
}

/** What else a reading leaves open, in one sentence. */
export function doubtSentence(
  { t, format }: Language,
  doubt: Exclude<Doubt, { readonly about: "question" }>,
): Sentence {
  switch (doubt.about) {
    case "document":
      return { key: "mapping:doubt.document", params: { format: doubt.format } };
    case "encoding":
      return { key: "mapping:doubt.encoding", params: {} };
    case "period":
      return { key: "mapping:doubt.period", params: {} };
    case "chosen-rows": {
      const rows = format.list(doubt.rows.map(([heading, text]) => heading + t("common:colon") + text));
      return { key: "mapping:doubt.chosenRows", params: { rows } };
    }
    case "one-answer":
      return { key: "mapping:doubt.oneAnswer", params: {} };
    case "rows":
      return { key: "mapping:doubt.rows", params: { rows: doubt.rows, rejected: doubt.rejected } };
    case "service": {
      const names = format.list(doubt.named.slice(0, 5));
      const key = doubt.named.length === 0 ? "unnamed" : doubt.alone ? "otherService" : "otherServices";
      return { key: `mapping:doubt.${key}`, params: { names } };
    }
  }
}
