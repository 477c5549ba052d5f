import type { ReadOptions } from "../format.ts";
import type { Question } from "../question.ts";
import { answersIn, asked } from "../questions.ts";
import type { Refused } from "../refused.ts";
import { shorten } from "../time.ts";
import type { AnswersSeen } from "./answers-seen.ts";
import type { Leaning } from "./leaning.ts";
import type { Scale } from "./scale-in-heading.ts";
import { answered, offeredScales, scaleOfNumbers } from "./scale-of-numbers.ts";

/** A questionnaire as far as its answers go. */
export interface Instrument {
  /** Its own scale, which holds where a file says nothing else. */
  readonly standard?: Scale;
  /** What was taken for granted before anybody was asked: a piece recorded so is read so. */
  readonly before: Scale;
}

/** How the answers of one piece are to be taken. */
export interface Settled {
  readonly scale: Scale;
  /** Where number and word contradict each other, or the headings' words the numbers below them: which of them counts. */
  readonly counts: "number" | "word" | "either";
  /** True where words say of every number the opposite: as words count, the lowest number is the highest answer. */
  readonly reversed: boolean;
}

/** Where the questions are asked. */
export interface Asking {
  readonly file: string;
  readonly heading: string;
  /** Of the whole table, so that what is answered is remembered for its source. */
  readonly headings: readonly string[];
}

/** @throws Refused with the question, where file and person leave open what the answers mean */
export function settle(
  seen: AnswersSeen,
  instrument: Instrument & { readonly stated: Scale | undefined },
  options: ReadOptions,
  at: Asking,
): Settled {
  const { scale: given, numberOrWord } = answersIn(options);
  const scale =
    given ??
    instrument.stated ??
    seen.stated ??
    decided(seen, instrument) ??
    (options.asRecorded === true ? instrument.before : null);
  if (scale === null) throw scaleUnknown(seen, at);
  const opposed = opposedIn(seen, scale);
  if (opposed === null) return { scale, counts: "either", reversed: false };
  const { reversed } = opposed;
  if (numberOrWord !== undefined) return { scale, counts: numberOrWord, reversed };
  if (options.asRecorded === true) return { scale, counts: "number", reversed };
  throw numberOrWordUnknown(opposed, at);
}

/** The scale that numbers and words tell together; null where nobody can know. */
function decided({ numbers, words }: AnswersSeen, { standard }: Instrument): Scale | null {
  const seven = words.any && words.perSide === 3 ? { min: 1, max: 7 } : undefined;
  if (numbers.size > 0) return scaleOfNumbers(numbers, seven ?? standard);
  return words.any ? (seven ?? standard ?? null) : (standard ?? { min: 1, max: 5 });
}

interface Opposed {
  readonly reversed: boolean;
  readonly heading?: string;
  readonly seen: readonly { readonly row: number; readonly text: string }[];
}

/** Null where numbers and words go together, but for a slip in a hundred. */
function opposedIn(seen: AnswersSeen, scale: Scale): Opposed | null {
  const anchors = seen.anchors.filter((anchor) => contradict(scale, anchor.number, anchor.word));
  const pairs = seen.pairs.filter(({ number, word }) => contradict(scale, number, word));
  const cells = (all: readonly { readonly cells: number }[]): number => all.reduce((sum, pair) => sum + pair.cells, 0);
  if (anchors.length === 0 && cells(pairs) <= cells(seen.pairs) * 0.01) return null;
  const reversed =
    anchors.length === seen.anchors.length && pairs.length === seen.pairs.filter(({ word }) => word.side !== 0).length;
  const [anchor] = anchors;
  return {
    reversed,
    ...(anchor !== undefined && { heading: anchor.heading }),
    seen: pairs.length > 0 ? pairs.slice(0, 5).map((pair) => pair.seen) : [],
  };
}

/** "1 - Strongly agree" on a scale on which 1 is the lowest answer. */
export function contradict({ min, max }: Scale, number: number, { side }: Leaning): boolean {
  const offMiddle = number - (min + max) / 2;
  if (number < min || number > max) return false;
  return side === 0 ? Math.abs(offMiddle) > 0.5 : side * offMiddle <= 0;
}

function scaleUnknown(seen: AnswersSeen, { file, heading, headings }: Asking): Refused {
  const ends = endsOf(seen);
  const known = ends === null ? "The answers are words" : `The answers go from ${ends.lowest} to ${ends.highest}`;
  const message = `${file}: ${known}, and nothing says on which scale they were given: state its lowest and its highest answer`;
  return asked({ file, code: "scale-unknown", message, headings }, scaleQuestion(seen, heading));
}

/** Words alone are said to go from 1 to 5: which steps they are is what is asked. */
export function scaleQuestion(seen: Pick<AnswersSeen, "numbers">, heading: string): Question {
  const ends = endsOf(seen) ?? { lowest: 1, highest: 5 };
  return { about: "scale", heading, ...ends, offered: offeredScales(seen.numbers) };
}

/** Without the codes by which a tool says that nobody answered. */
function endsOf({
  numbers,
}: Pick<AnswersSeen, "numbers">): { readonly lowest: number; readonly highest: number } | null {
  const answers = [...answered(numbers).keys()];
  const ends = answers.length > 0 ? answers : [...numbers.keys()];
  return ends.length === 0 ? null : { lowest: Math.min(...ends), highest: Math.max(...ends) };
}

function numberOrWordUnknown({ seen, heading }: Opposed, at: Asking): Refused {
  const example = seen[0]?.text ?? heading ?? "";
  const message = `${at.file}: number and words contradict each other, as in “${shorten(example)}”: say which of them is meant`;
  const problem = { file: at.file, code: "number-against-word", message, headings: at.headings };
  return asked(problem, { about: "number-or-word", heading: heading ?? at.heading, seen });
}
