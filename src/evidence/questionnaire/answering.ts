import type { Findings, ReadOptions } from "../format.ts";
import type { Question } from "../question.ts";
import { answersIn, meaner } from "../questions.ts";
import type { Row } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";
import * as vocabulary from "../vocabulary.ts";
import { answerIn, isCodeOfNone, type Answer } from "./answer.ts";
import { AnswersSeen } from "./answers-seen.ts";
import { leanOf, type Lean, type Subject } from "./leaning.ts";
import type { Scale } from "./scale-in-heading.ts";
import { contradict, scaleQuestion, settle, type Instrument, type Settled } from "./settled.ts";

export type AnswerRow = Pick<Row, "cell" | "heading" | "wording" | "cells" | "line" | "file">;

export interface Questionnaire extends Instrument {
  readonly subject: Subject;
  /** Columns of the layout that hold answers, all on one scale. */
  readonly columns: readonly [string, ...string[]];
}

/** Beyond it, texts are parsed each time they come. */
const mostTexts = 2_000;

/**
 * The answers of one questionnaire: every row is looked at first, then each answer is a step of the scale that all of them
 * tell, or their person states.
 */
export class Answering {
  readonly #of: Questionnaire;
  readonly #options: ReadOptions;
  readonly #findings: Findings;
  readonly #lean: Lean;
  readonly #seen: AnswersSeen;
  readonly #meaning: (column: string, word: string) => string;
  readonly #read = new Map<string, Answer>();
  #first: AnswerRow | undefined;
  #stated: Scale | undefined;
  #settled: Settled | undefined;

  constructor(of: Questionnaire, options: ReadOptions, findings: Findings) {
    this.#of = of;
    this.#options = options;
    this.#findings = findings;
    this.#lean = leanOf(of.subject);
    this.#seen = new AnswersSeen(this.#lean);
    this.#meaning = meaner(answersIn(options));
  }

  look(row: AnswerRow, columns: readonly string[] = this.#of.columns): void {
    this.#first ??= row;
    for (const column of columns) {
      const text = this.#text(row, column);
      this.#seen.look(this.#answer(text), row.wording(column), { row: row.line, text });
    }
  }

  isAnswered(row: AnswerRow, column: string): boolean {
    return this.#answer(this.#text(row, column)).kind !== "none";
  }

  /** The scale that the file states in a way of its own. */
  statedOn(scale: Scale): void {
    this.#stated ??= scale;
  }

  /** @throws Refused with a question where nobody can know it */
  get scale(): Scale {
    return this.#how().scale;
  }

  /** True where words say of every number the opposite, and words count. */
  get isMirrored(): boolean {
    const { counts, reversed } = this.#how();
    return counts === "word" && reversed;
  }

  /** On which scale its numbers were given. */
  scaleQuestion(): Question {
    return scaleQuestion(this.#seen, this.#first?.heading(this.#of.columns[0]) ?? "");
  }

  /** @returns a number of the scale, null where nobody answered */
  step(row: AnswerRow, column: string): number | Unreadable | null {
    const text = this.#text(row, column);
    const answer = this.#answer(text);
    const { scale, counts, reversed } = this.#how();
    switch (answer.kind) {
      case "none":
        return null;
      case "word":
        return this.#seen.words.stepOn(scale, answer.word) ?? this.#unknown(row, column, text);
      case "number":
        if (answer.of !== undefined && answer.of !== scale.max) return this.#outside(text);
        return this.#number(answer.number, text, this.isMirrored);
      case "both": {
        if (!contradict(scale, answer.number, answer.word)) return this.#number(answer.number, text, false);
        if (counts === "either")
          return new Unreadable("the-number-and-the-words-of-contradict", { text: shorten(text) });
        if (counts === "number") return this.#number(answer.number, text, false);
        if (reversed) return this.#number(answer.number, text, true);
        return this.#seen.words.stepOn(scale, answer.word) ?? this.#unknown(row, column, text);
      }
      case "unknown":
        return /\p{L}/u.test(text) ? this.#unknown(row, column, text) : this.#outside(text);
    }
  }

  #number(number: number, text: string, mirrored: boolean): number | Unreadable | null {
    const { min, max } = this.#how().scale;
    if (number >= min && number <= max) return mirrored ? min + max - number : number;
    return isCodeOfNone(number) ? null : this.#outside(text);
  }

  #outside(text: string): Unreadable {
    const { min, max } = this.#how().scale;
    return new Unreadable("the-answer-is-not-to", { text: shorten(text), min, max });
  }

  /** Asked about once for all columns, under the first. */
  #unknown(row: AnswerRow, column: string, text: string): Unreadable {
    const words = vocabulary[this.#of.subject](this.scale);
    const [first] = this.#of.columns;
    this.#findings.questions.word({ column: first, heading: row.heading(column), vocabulary: words }, text, row.line);
    return this.#outside(text);
  }

  #text(row: AnswerRow, column: string): string {
    return this.#meaning(this.#of.columns[0], row.cell(column));
  }

  #answer(text: string): Answer {
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const answer = answerIn(text, this.#lean);
    if (this.#read.size < mostTexts) this.#read.set(text, answer);
    return answer;
  }

  #how(): Settled {
    if (this.#settled !== undefined) return this.#settled;
    const row = this.#first;
    const at = {
      file: row?.file ?? "",
      heading: row?.heading(this.#of.columns[0]) ?? "",
      headings: row?.cells().map(([heading]) => heading) ?? [],
    };
    return (this.#settled = settle(this.#seen, { ...this.#of, stated: this.#stated }, this.#options, at));
  }
}
