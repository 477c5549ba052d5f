import type { SeenFile as Seen } from "../question.ts";
import type { Answer } from "./answer.ts";
import { strongest, type Lean, type Leaning } from "./leaning.ts";
import { scaleInHeading, type Anchor, type HeadedScale, type Scale } from "./scale-in-heading.ts";
import { WordSteps } from "./word-steps.ts";

/** A number and the word beside it, in cells or in a heading. */
export interface Pair extends Anchor {
  readonly cells: number;
  readonly seen: Seen;
}

/** All answers of a questionnaire, before its scale is settled. */
export class AnswersSeen {
  readonly numbers = new Map<number, number>();
  readonly words = new WordSteps();
  readonly #lean: Lean;
  readonly #tops = new Set<number>();
  readonly #pairs = new Map<string, Pair>();
  readonly #headings = new Map<string, HeadedScale>();

  constructor(lean: Lean) {
    this.#lean = lean;
  }

  look(answer: Answer, heading: string, seen: Seen): void {
    if (!this.#headings.has(heading) && this.#headings.size < 1_000)
      this.#headings.set(heading, scaleInHeading(heading, this.#lean));
    if (answer.kind === "number" || answer.kind === "both")
      this.numbers.set(answer.number, (this.numbers.get(answer.number) ?? 0) + 1);
    if (answer.kind === "word" || answer.kind === "both") this.words.look(answer.word);
    if (answer.kind === "number" && answer.of !== undefined) this.#tops.add(answer.of);
    if (answer.kind === "both") this.#pair(answer.number, answer.word, seen);
  }

  #pair(number: number, word: Leaning, seen: Seen): void {
    const key = `${number} ${word.side} ${word.strength}`;
    const cells = (this.#pairs.get(key)?.cells ?? 0) + 1;
    if (this.#pairs.has(key) || this.#pairs.size < 1_000)
      this.#pairs.set(key, { number, word, cells, seen: this.#pairs.get(key)?.seen ?? seen });
  }

  get pairs(): readonly Pair[] {
    return [...this.#pairs.values()];
  }

  /** What the headings say that numbers mean, and where. */
  get anchors(): readonly (Anchor & { readonly heading: string })[] {
    return [...this.#headings].flatMap(([heading, { anchors }]) => anchors.map((anchor) => ({ ...anchor, heading })));
  }

  /** The scale that headings, cells such as "4/5" or the words beside numbers state; null where none does, or two differ. */
  get stated(): Scale | null {
    const headed = [...this.#headings.values()].flatMap(({ scale }) => scale ?? []);
    if (headed.length > 0) return agreed(headed);
    const zero = this.numbers.has(0) ? 0 : 1;
    if (this.#tops.size > 0) return agreed([...this.#tops].map((max) => ({ min: zero, max })));
    return this.#paired(zero);
  }

  /** "5 - Strongly agree" ends a scale, and "3 - Neutral" is its middle. */
  #paired(zero: number): Scale | null {
    const ends = this.pairs.filter(({ word }) => word.strength >= strongest);
    const [low, high] = [Math.min(...ends.map(({ number }) => number)), Math.max(...ends.map(({ number }) => number))];
    const sides = new Set(ends.map(({ word }) => word.side));
    if (sides.size === 2) return { min: low, max: high };
    const middle = this.pairs.find(({ word }) => word.side === 0)?.number;
    if (middle !== undefined && middle > zero) return { min: zero, max: 2 * middle - zero };
    return high >= 4 ? { min: zero, max: high } : null;
  }
}

function agreed(scales: readonly Scale[]): Scale | null {
  const [first] = scales;
  const same = ({ min, max }: Scale): boolean => min === first?.min && max === first.max;
  return first !== undefined && scales.every(same) && first.max > first.min ? first : null;
}
