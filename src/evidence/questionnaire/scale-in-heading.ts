import { textKey } from "../../domain/words/plain-text.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import type { Lean, Leaning } from "./leaning.ts";

export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** A number and what a heading says that it means: "1 = strongly disagree". */
export interface Anchor {
  readonly number: number;
  readonly word: Leaning;
}

export interface HeadedScale {
  readonly scale: Scale | null;
  readonly anchors: readonly Anchor[];
}

const fromTo = "(-?\\d{1,2})\\s*(?:-|–|—|~|\\.\\.+|to|through|至|到)\\s*(-?\\d{1,2})";
const ranges = [
  new RegExp(`[(\\[【]\\s*${fromTo}\\s*(?:分|点|级|points?)?\\s*[)\\]】]`),
  new RegExp(`(?:scale|from|rate|评分|打分|分数|量表)\\D{0,15}${fromTo}(?!\\d)`),
  new RegExp(`${fromTo}\\s*(?:分|点|级)`),
];
const length = /(\d{1,2})[- ]?(?:points?(?: likert)?(?: scale)?|点量表|级量表|点计分|级计分|分制|级评分|点评分)/;
/** What a heading, or the question below it, says of the scale on which it was answered: "(1-5)", "1 = strongly disagree … 7 = strongly agree". */
export function scaleInHeading(heading: string, lean: Lean): HeadedScale {
  const text = inSimplified(textKey(heading.slice(0, 600)));
  const anchors = anchorsIn(text, lean);
  const numbers = anchors.map(({ number }) => number);
  const anchored = different(anchors) < 2 ? null : sound(Math.min(...numbers), Math.max(...numbers));
  const range = ranges.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const points = length.exec(text);
  const ranged = range === undefined ? null : sound(Number(range[1]), Number(range[2]));
  return { scale: anchored ?? ranged ?? (points === null ? null : sound(1, Number(points[1]))), anchors };
}

/** Numbers with the words before them, behind them, or around a row of them, whichever says the most. */
function anchorsIn(text: string, lean: Lean): Anchor[] {
  const parts = text.split(/(?<!\d)((?<![\p{L}\d)])-\d{1,2}|\d{1,2})(?!\d)/u);
  const numbers = parts.flatMap((part, i) => (i % 2 === 1 ? [{ number: Number(part), i }] : []));
  const at = (i: number): Leaning | null => lean((parts[i] ?? "").replaceAll(joint, ""));
  const behind = numbers.map(({ number, i }) => ({ number, word: at(i + 1) }));
  const before = numbers.map(({ number, i }) => ({ number, word: at(i - 1) }));
  const around = [before.at(0), behind.at(-1)].filter((anchor) => anchor !== undefined);
  const styles = [behind, before, around].map((style) => style.filter(isAnchor));
  return styles.reduce((most, style) => (different(style) > different(most) ? style : most));
}

const different = (anchors: readonly Anchor[]): number => new Set(anchors.map(({ number }) => number)).size;

const isAnchor = (anchor: { readonly number: number; readonly word: Leaning | null }): anchor is Anchor =>
  anchor.word !== null && anchor.word.side !== 0;

/** What stands between a number and its word. */
const joint =
  /^(?:[-–—=:.、。,;()[\]\s"'“”]|means |to |and |至|到|和|表示|代表|为|是)+|(?:[-–—=:.、。,;()[\]\s"'“”]|\sto|\sand|至|到|和|表示)+$/g;

/** Scales that people answer on have three to eleven steps. */
const sound = (min: number, max: number): Scale | null =>
  max - min >= 2 && max - min <= 100 && Math.abs(min) <= 100 ? { min, max } : null;
