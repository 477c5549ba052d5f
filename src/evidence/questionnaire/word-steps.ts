import { strongest, type Leaning } from "./leaning.ts";
import type { Scale } from "./scale-in-heading.ts";

/**
 * The words of a file's answers, as far as they tell how many steps its scale has: by side, the different strengths. "Agree"
 * is the fourth of five steps beside "strongly agree", and the sixth of seven where somebody agreed "somewhat" too.
 */
export class WordSteps {
  readonly #strengths = { "1": new Set<number>(), "-1": new Set<number>() };
  #vague = false;
  #plainlyAgainst = false;
  #any = false;

  look({ side, strength, vague }: Leaning): void {
    this.#any = true;
    if (side === 0) return;
    if (vague === true) this.#vague = true;
    else this.#strengths[side].add(strength);
    if (side === -1 && vague !== true && !isEnd(strength)) this.#plainlyAgainst = true;
  }

  get any(): boolean {
    return this.#any;
  }

  /**
   * Steps on either side of the middle: 3 where the words tell three apart; 2 where they would do for two, and for three
   * with nobody on one of them; null where nobody can say which of them is which.
   */
  get perSide(): 2 | 3 | null {
    const all = this.#told;
    const ends = all.filter(isEnd).length;
    if (all.length === 3 && ends > 0 && ends < 3) return 3;
    if (ends > 1 || all.length - ends > 1) return null;
    return this.#vague && this.#plainlyAgainst ? null : 2;
  }

  /** The different strengths of both sides. */
  get #told(): number[] {
    const { "1": pro, "-1": contra } = this.#strengths;
    return [...new Set([...pro, ...contra].map((strength) => this.#asTold(strength)))];
  }

  /** "非常同意" at one end and "很不同意" at the other are two words for an end, where no side has both. */
  #asTold(strength: number): number {
    const endsOf = (side: "1" | "-1"): number => [...this.#strengths[side]].filter(isEnd).length;
    return isEnd(strength) && endsOf("1") <= 1 && endsOf("-1") <= 1 ? strongest : strength;
  }

  /** The step that a word means on a scale; null where it means none of them. */
  stepOn({ min, max }: Scale, { side, strength, vague }: Leaning): number | null {
    const half = Math.floor((max - min + 1) / 2);
    if (side === 0) return (max - min) % 2 === 0 ? (min + max) / 2 : null;
    const from = this.#fromTheEnd(half, strength, vague === true);
    if (from === null || from >= half) return null;
    return side > 0 ? max - from : min + from;
  }

  #fromTheEnd(half: number, strength: number, vague: boolean): number | null {
    if (half === 1) return 0;
    const ranked = this.#told.toSorted((a, b) => b - a);
    if (half === 3 && this.perSide === 3) return vague ? 2 : ranked.indexOf(this.#asTold(strength));
    if (half === 2 && this.perSide === 3) return null;
    if (isEnd(strength)) return 0;
    if (half === 2) return 1;
    // Nobody is on one of the three: "agree" is the sixth of seven, "somewhat agree" the fifth.
    return half === 3 ? (strength >= 30 ? 1 : 2) : null;
  }
}

const isEnd = (strength: number): boolean => strength >= strongest;
