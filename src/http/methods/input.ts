import type { Json } from "../../domain/words/json.ts";
import type { MethodField } from "../../domain/methods/method-field.ts";
import type { Method } from "../../domain/methods/method.ts";
import type { Problem } from "../forms/problems.ts";
import type { Typed } from "../forms/typed.ts";
import { figureIn, wrongFigure } from "./figure.ts";

/** Enough to try a method with; the command line takes any number. */
const mostItems = 500;
const mostRows = 200;
const mostColumns = 50;

type Read = { readonly value: Json } | { readonly problem: Omit<Problem, "field"> };
export type MethodInputRead =
  { readonly input: { readonly [name: string]: Json } } | { readonly problems: readonly Problem[] };

/** What was typed into a method's form as the method takes it, or what is wrong at which field. */
export function inputOf({ fields }: Pick<Method, "fields">, typed: Typed): MethodInputRead {
  const read = fields.flatMap((field) => {
    const given = typed[field.name];
    const text = typeof given === "string" ? given.trim() : "";
    if (text === "" && field.optional) return [];
    return [{ field, read: readField(field, text) }];
  });
  const problems = read.flatMap(({ field, read: answer }) =>
    "problem" in answer ? [{ field: field.name, ...answer.problem }] : [],
  );
  if (problems.length > 0) return { problems };
  const input = Object.fromEntries(
    read.map(({ field, read: answer }) => [field.name, "value" in answer ? answer.value : null]),
  );
  const unlike = read.flatMap(({ field }) => unlikeProblem(field, input));
  return unlike.length > 0 ? { problems: unlike } : { input };
}

function unlikeProblem({ name, like }: MethodField, input: { readonly [name: string]: Json }): readonly Problem[] {
  const [own, other] = [input[name], like === undefined ? undefined : input[like]];
  if (!Array.isArray(own) || !Array.isArray(other) || own.length === other.length) return [];
  return [problem("methods:problem.like", { given: own.length, needed: other.length }, name)];
}

function readField(field: MethodField, text: string): Read {
  switch (field.kind) {
    case "number":
    case "count":
    case "probability": {
      const read = figureIn(field, text);
      return typeof read === "number" ? { value: read } : { problem: read };
    }
    case "word":
      return text === "" ? wrong("missing") : { value: text };
    case "numbers":
    case "answers":
      return sized(field, list(text), (words) => each(words, (word) => cell(field, word, field.kind === "answers")));
    case "words":
      return sized(field, lines(text), (words) => ({ value: words }));
    case "table":
    case "ratings":
      return sized({ ...field, length: undefined }, lines(text), (rows) => table(field, rows));
    case "records":
      return sized(field, lines(text), (rows) => each(rows, (row) => record(field, row)));
    case "named":
      return sized(field, lines(text), (rows) => named(field, rows));
    case "chosen":
      return sized(field, lines(text), chosen);
  }
}

type Sizes = { readonly length?: number | undefined; readonly atLeast?: number; readonly kind: MethodField["kind"] };

function sized(field: Sizes, items: readonly string[], read: (items: readonly string[]) => Read): Read {
  const most = field.kind === "numbers" || field.kind === "answers" || field.kind === "words" ? mostItems : mostRows;
  if (items.length > most) return wrong("many", { given: items.length, most });
  if (field.length !== undefined && field.kind !== "records" && items.length !== field.length)
    return wrong("length", { given: items.length, needed: field.length });
  if (items.length === 0 && (field.atLeast ?? 0) > 0) return wrong("missing");
  if (items.length < (field.atLeast ?? 0)) return wrong("few", { given: items.length, least: field.atLeast ?? 0 });
  return read(items);
}

function table(field: MethodField, rows: readonly string[]): Read {
  const split = rows.map(list);
  const width = field.length ?? split[0]?.length ?? 0;
  const ragged = split.findIndex((row) => row.length !== width);
  if (ragged >= 0) return wrong("ragged", { row: ragged + 1, given: split[ragged]?.length ?? 0, needed: width });
  if (width > mostColumns) return wrong("wide", { given: width, most: mostColumns });
  return each(split, (row) => each(row, (word) => cell(field, word, field.kind === "ratings")));
}

function record(field: MethodField, row: string): Read {
  const columns = field.columns ?? [];
  const words = list(row);
  const least = columns.filter(({ optional }) => !optional).length;
  if (words.length < least || words.length > columns.length)
    return wrong("ragged", { row: row.slice(0, 40), given: words.length, needed: columns.length });
  const cells = columns.slice(0, words.length).map((column, i): readonly [string, Read] => {
    const word = words[i] ?? "";
    return [column.name, column.kind === "word" ? { value: word } : cell(field, word, false)];
  });
  const first = cells.map(([, read]) => read).find((read) => "problem" in read);
  return (
    first ?? { value: Object.fromEntries(cells.map(([name, read]) => [name, "value" in read ? read.value : null])) }
  );
}

/** "white 60": the number stands last, so that a name may have spaces. */
function named(field: MethodField, rows: readonly string[]): Read {
  const pairs = rows.map((row): readonly [string, Read] => {
    const words = list(row);
    return [words.slice(0, -1).join(" "), cell(field, words.at(-1) ?? "", false)];
  });
  const nameless = pairs.findIndex(([name]) => name === "");
  if (nameless >= 0) return wrong("nameless", { row: nameless + 1 });
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) return wrong("twice");
  const first = pairs.map(([, read]) => read).find((read) => "problem" in read);
  return (
    first ?? { value: Object.fromEntries(pairs.map(([name, read]) => [name, "value" in read ? read.value : null])) }
  );
}

/** "impact30 item1-4": the name stands first, and after it what was chosen; of several ticked each. */
function chosen(rows: readonly string[]): Read {
  const split = rows.map(list);
  const bare = split.findIndex((words) => words.length < 2);
  if (bare >= 0) return wrong("unchosen", { row: bare + 1 });
  const pairs = split.map(([name = "", ...words]): readonly [string, Json] => [
    name,
    words.length === 1 ? (words[0] ?? "") : words,
  ]);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) return wrong("twice");
  return { value: Object.fromEntries(pairs) };
}

function cell(field: MethodField, word: string, mayMiss: boolean): Read {
  if (mayMiss && /^([-–—.*]|na|n\/a|null)$/i.test(word)) return { value: null };
  // A list may have been parted by commas: there, they are no thousands.
  const read = /[,，]/.test(word) ? wrongFigure("comma", { text: word.slice(0, 40) }) : figureIn(field, word);
  return typeof read === "number" ? { value: read } : { problem: read };
}

function each<T>(items: readonly T[], read: (item: T) => Read): Read {
  const all = items.map(read);
  return (
    all.find((answer) => "problem" in answer) ?? {
      value: all.map((answer) => ("value" in answer ? answer.value : null)),
    }
  );
}

const lines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Spaces, tabs, line breaks, semicolons, and commas with a space after them part one figure from the next. */
const list = (text: string): readonly string[] => text.split(/(?:,(?=\s)|;|、|；|\s)+/).filter((word) => word !== "");

const problem = (key: string, params: Problem["params"], field: string): Problem => ({ field, key, params });

const wrong = (what: string, params: Problem["params"] = {}): Read => ({
  problem: { key: `methods:problem.${what}`, params },
});
