import type { SafeguardQuestion } from "../../domain/safeguards/question.ts";
import { asText, rowsOf } from "../../domain/safeguards/answers.ts";
import type { SafeguardAnswers } from "../../domain/technology/state/safeguards.ts";
import type { Problem } from "../forms/problems.ts";
import { exampleFor, readNumber } from "../forms/number.ts";
import type { Typed } from "../forms/typed.ts";
import { plainWords } from "../private-words.ts";
import type { Words } from "../private-words.ts";

/** Characters of a text in an answer. */
const longestAnswer = 4000;

/** As the command carries them: words not sealed yet. */
type RawAnswer = string | number | readonly string[] | { readonly text: string } | readonly RawRow[];
export type RawRow = { readonly [question: string]: RawAnswer };

export type ReadAnswers = { readonly answers: RawRow; readonly problems: readonly Problem[] };

const prefix = "answers.";

/** What was typed, question by question; what a form does not show was not typed, and is no answer. */
export function readAnswers(questions: readonly SafeguardQuestion[], typed: unknown, under = prefix): ReadAnswers {
  const given = isTable(typed) ? typed : {};
  const read = questions.map(
    (question) => [question.key, readAnswer(question, given[question.key], `${under}${question.key}`)] as const,
  );
  return {
    answers: Object.fromEntries(read.flatMap(([key, { answer }]) => (answer === null ? [] : [[key, answer]]))),
    problems: read.flatMap(([, { problems }]) => problems),
  };
}

type Read = { readonly answer: RawAnswer | null; readonly problems: readonly Problem[] };

const nothing: Read = { answer: null, problems: [] };
const wrong = (field: string, key: string, params: Problem["params"] = {}): Read => ({
  answer: null,
  problems: [{ field, key, params }],
});

function readAnswer(question: SafeguardQuestion, typed: unknown, field: string): Read {
  if (question.type === "rows") return readRows(question, typed, field);
  if (question.type === "choices" || question.type === "evidence") {
    const list = listOf(typed);
    return list.length === 0 ? nothing : { answer: list, problems: [] };
  }
  const [text = ""] = listOf(typed);
  const plain = text.replaceAll(/\r\n?/g, "\n").trim().normalize("NFC");
  if (plain === "") return nothing;
  if (!plain.isWellFormed() || plain.includes("\0")) return wrong(field, "errors:field.characters");
  if (plain.length > longestAnswer) return wrong(field, "errors:field.tooLong", { maximum: longestAnswer });
  if (question.type === "text") return { answer: { text: plain }, problems: [] };
  return question.type === "number" ? readFigure(plain, field) : { answer: plain, problems: [] };
}

function readFigure(plain: string, field: string): Read {
  const read = readNumber(plain);
  if (read.kind === "number" && !read.percent) return { answer: read.value, problems: [] };
  if (read.kind !== "unclear") return wrong(field, "errors:field.number");
  return wrong(field, "errors:field.numberUnclear", { typed: plain.slice(0, 40), example: exampleFor(plain) });
}

function readRows({ of }: Extract<SafeguardQuestion, { type: "rows" }>, typed: unknown, field: string): Read {
  const rows = (Array.isArray(typed) ? typed : []).map((row: unknown, index) =>
    readAnswers(of, row, `${field}.${index}.`),
  );
  const filled = rows.filter(({ answers }) => Object.keys(answers).length > 0).map(({ answers }) => answers);
  return { answer: filled.length === 0 ? null : filled, problems: rows.flatMap(({ problems }) => problems) };
}

/** Which typed row each row of the command was, so that a refusal stands where it was typed. */
export function filledRows({ of }: Extract<SafeguardQuestion, { type: "rows" }>, typed: unknown): readonly number[] {
  return (Array.isArray(typed) ? typed : []).flatMap((row: unknown, index) =>
    Object.keys(readAnswers(of, row).answers).length > 0 ? [index] : [],
  );
}

/** What stands on record, as a form begins with it. */
export function typedAnswers(
  questions: readonly SafeguardQuestion[],
  answers: SafeguardAnswers,
  words: Words,
  under = prefix,
): Typed {
  return Object.assign(
    {},
    ...questions.map((question): Typed => {
      const name = `${under}${question.key}`;
      if (question.type === "rows")
        return Object.assign(
          {},
          ...rowsOf(answers, question.key).map((row, index) =>
            typedAnswers(question.of, row, words, `${name}.${index}.`),
          ),
        ) as Typed;
      const answer = answers[question.key];
      if (answer === undefined) return {};
      if (question.type === "text") return { [name]: plainWords(words, asText(answer)) };
      return { [name]: Array.isArray(answer) ? answer.map(String) : asText(answer) };
    }),
  ) as Typed;
}

const isTable = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function listOf(typed: unknown): readonly string[] {
  if (typeof typed === "string") return typed === "" ? [] : [typed];
  return Array.isArray(typed)
    ? typed.filter((entry): entry is string => typeof entry === "string" && entry !== "")
    : [];
}
