import { answerNames } from "../domain/evidence/mapping-shape.ts";
import type { Mapping, MappingAnswers } from "../domain/evidence/mapping.ts";
import { textKey } from "../domain/words/plain-text.ts";
import type { Question, SeenFile } from "./question.ts";
import { Refused, type Problem } from "./refused.ts";
import { shorten } from "./time.ts";
import { Unreadable } from "./unreadable.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** More different words than a vocabulary has: the wrong column, or free text. */
const mostWords = 60;
const longestWord = 100;
const mostSeen = 5;

type Column = Pick<WordQuestion, "column" | "heading" | "vocabulary">;
interface Words {
  readonly of: Column;
  rows: number;
  readonly seen: Map<string, { rows: number; readonly first: number }>;
}
type WordQuestion = Extract<Question, { about: "values" }>;
type SeenQuestion = Extract<Question, { readonly seen: readonly SeenFile[]; readonly heading: string }>;

/**
 * What a reader asks while it goes on reading as well as it can; the rows that it cannot use meanwhile are rejected. Who
 * records a piece is asked first. Whatever cannot be read at all without its answer is `asked` instead, which ends the
 * reading.
 */
export class Questions {
  readonly #words = new Map<string, Words>();
  readonly #cells = new Map<string, { readonly question: SeenQuestion; readonly seen: SeenFile[] }>();
  readonly #others = new Map<string, Question>();

  /** @returns why the row cannot be used meanwhile, as TableReading.row returns it */
  word(of: Column, text: string, row: number): Unreadable {
    const word = text.trim();
    if (word === "") return new Unreadable("missing", { name: of.column });
    const known: Words = this.#words.get(of.column) ?? { of, rows: 0, seen: new Map() };
    this.#words.set(of.column, known);
    known.rows += 1;
    const seen = known.seen.get(word);
    if (seen !== undefined) seen.rows += 1;
    else if (known.seen.size <= mostWords) known.seen.set(word, { rows: 1, first: row });
    return new Unreadable("word-unknown", {
      column: of.column,
      word: shorten(word),
      meanings: orList(of.vocabulary.meanings),
    });
  }

  /** Of one kind and heading once, with the first different cells that raise it. */
  cell(about: SeenQuestion["about"], heading: string, cell: SeenFile): void {
    const key = `${about} ${heading}`;
    const seen = this.#cells.get(key)?.seen ?? [];
    this.#cells.set(key, { question: { about, heading, seen }, seen });
    if (seen.length < mostSeen && seen.every(({ text }) => text !== cell.text)) seen.push(cell);
  }

  /** Any other, once of its kind. */
  ask(question: Question): void {
    if (!this.#others.has(question.about)) this.#others.set(question.about, question);
  }

  /** Columns with too many different words, or with long ones, are not asked about: no person answers them one by one. */
  get all(): Question[] {
    const words = [...this.#words.values()].flatMap(({ of, rows, seen }): Question[] => {
      const free = seen.size > mostWords || [...seen.keys()].some((word) => word.length > longestWord);
      return free ? [] : [{ about: "values", ...of, rows, words: [...seen].map(([word, at]) => ({ word, ...at })) }];
    });
    return [...this.#others.values(), ...words, ...[...this.#cells.values()].map(({ question }) => question)];
  }
}

const orList = (all: readonly string[]): string =>
  all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1) ?? ""}`;

/** As much of a table's row as a question needs. */
interface Cells {
  cell(column: string): string;
  heading(column: string): string;
  readonly line: number;
}

/** For a reading of rows: asks what a cell's word means, and says why the row cannot be used meanwhile. */
export function unknownWord(questions: Questions, row: Cells, column: string, vocabulary: Vocabulary): Unreadable {
  return questions.word({ column, heading: row.heading(column), vocabulary }, row.cell(column), row.line);
}

/** What a reader throws that cannot go on without an answer. */
export function asked(problem: Omit<Problem, "questions">, ...questions: readonly Question[]): Refused {
  return new Refused({ ...problem, questions });
}

/** What was answered, in the mapping or since: of one column, words were answered at different times. */
export function answersIn({ mapping, answers }: { readonly mapping?: Mapping; readonly answers?: MappingAnswers }) {
  const earlier = mapping === undefined ? {} : pickAnswers(mapping);
  return answers === undefined ? earlier : joinedAnswers(earlier, answers);
}

/** Those of a mapping's members that are answers. */
export function pickAnswers(mapping: MappingAnswers): MappingAnswers {
  return Object.fromEntries(
    answerNames.filter((name) => mapping[name] !== undefined).map((name) => [name, mapping[name]]),
  );
}

/** The later answer goes before the earlier, word by word. */
function joinedAnswers(earlier: MappingAnswers, later: MappingAnswers): MappingAnswers {
  const columns = [...Object.keys(earlier.values ?? {}), ...Object.keys(later.values ?? {})];
  const values = Object.fromEntries(
    columns.map((column) => [column, { ...earlier.values?.[column], ...later.values?.[column] }]),
  );
  return {
    ...earlier,
    ...later,
    ...(columns.length > 0 && { values }),
    ...(earlier.leftOut !== undefined && { leftOut: { ...earlier.leftOut, ...later.leftOut } }),
  };
}

/** What a word of a column means, as answered; the word itself where nobody said. For readers that are no tables: a Row's cells are meant already. */
export function meaner({ values = {} }: MappingAnswers): (column: string, word: string) => string {
  const meant = new Map(
    Object.entries(values).map(([column, words]) => [
      column,
      new Map(Object.entries(words).map(([word, meaning]) => [textKey(word), meaning])),
    ]),
  );
  if (meant.size === 0) return (_, word) => word;
  return (column, word) => meant.get(column)?.get(textKey(word)) ?? word;
}
