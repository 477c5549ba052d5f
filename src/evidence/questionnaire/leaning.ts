import { textKey } from "../../domain/words/plain-text.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import { phrasesOf } from "./phrases.ts";

/** What the answers of a questionnaire are about. */
export type Subject = "agreement" | "ease" | "content";

/** Which way a word leans from the middle, and how far: strengths order the words of one side and are no steps yet. */
export interface Leaning {
  readonly side: -1 | 0 | 1;
  readonly strength: number;
  /** "不太同意", "not very easy": the weaker of two words of its side, whatever the other is. */
  readonly vague?: true;
}

/** From here on a word is the end of its scale. */
export const strongest = 40;
const unqualified = 30;
const vague = 15;

const degrees: readonly (readonly [strength: number, english: string, chinese: string])[] = [
  [60, "completely|totally|entirely|absolutely|fully", "完全|绝对|彻底|百分之百|百分百"],
  [55, "very strongly", "极其|极度|极为|极"],
  [50, "strongly|extremely|definitely|highly", "非常|强烈|十分|特别|坚决"],
  [40, "very much|very|really|a lot", "很|挺|相当"],
  [35, "mostly|largely|generally|mainly", "大部分|大多"],
  [
    20,
    "somewhat|moderately|fairly|rather|reasonably|quite|partly|partially|mildly|tend to|to some extent",
    "比较|较为|较|还算|基本上|基本|大致|大体|部分",
  ],
  [10, "slightly|a little|a bit", "有点儿|有点|有些|略微|略|稍微|稍稍|稍|些许"],
];

const strengths = new Map(
  degrees.flatMap(([strength, english, chinese]) =>
    [...english.split("|"), ...chinese.split("|")].map((word) => [word, strength]),
  ),
);
const adverbs = degrees.map(([, english]) => english).join("|");
const degreesOf = degrees.map(([, , chinese]) => chinese).join("|");

interface Words {
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly middle: readonly string[];
}

const middle = ["neutral", "neither", "undecided", "unsure", "not sure", "uncertain", "indifferent"];
const chineseMiddle = [
  "一般",
  "一般般",
  "中立",
  "中性",
  "中等",
  "普通",
  "不确定",
  "不一定",
  "说不清",
  "说不清楚",
  "说不准",
  "不好说",
  "难说",
  "不好判断",
  "难以判断",
  "没意见",
  "没有意见",
  "无意见",
  "不置可否",
  "介于中间",
  "尚可",
  "还行",
  "还可以",
  "中间",
  "无所谓",
  "无法确定",
  "适中",
];

const bases: Readonly<Record<Subject, Words>> = {
  agreement: {
    for: ["agree", "同意", "赞同", "赞成", "认同", "认可", "符合"],
    against: ["disagree", "反对"],
    middle: [...middle, ...chineseMiddle],
  },
  ease: {
    for: ["easy", "simple", "容易", "简单", "轻松"],
    against: ["difficult", "hard", "困难", "难", "不易"],
    middle: [...middle, ...chineseMiddle],
  },
  content: {
    for: ["satisfied", "满意"],
    against: ["dissatisfied", "unsatisfied", "不满"],
    // The middle of the scale by which Chinese offices are rated.
    middle: [...middle, ...chineseMiddle, "基本满意"],
  },
};

/**
 * Which way an answer in words leans, in English or Chinese (either script), or in a whole phrase of another language (phrases.ts): "strongly agree", "agree a little", "not very
 * easy", "比较不同意", "不太满意", "既不同意也不反对".
 *
 * @returns null for a word that is none of the subject
 */
export type Lean = (text: string) => Leaning | null;

export function leanOf(subject: Subject): Lean {
  const { for: forWords, against: againstWords, middle: middleWords } = bases[subject];
  const [pro, contra] = [forWords.join("|"), againstWords.join("|")];
  const any = `${pro}|${contra}`;
  const middles = new Set(middleWords);
  const neither = new RegExp(
    `^neither (?:very )?(?:${any})(?:(?:,? n?or |,? ?/ ?)(?:${any}))?$|^(?:既|也)?(?:不|没)(?:${any})[,，、]?(?:也|又)不不?(?:${any})$`,
  );
  const english = new RegExp(
    `^(?:i |i'm |i am )?(?:(do not|don't|not|not at all) )?(?:(${adverbs}) )?(${any})(?: (${adverbs}|at all))?$`,
  );
  const chinese = new RegExp(`^我?(?:(${degreesOf})(?:的|地)?)?(不是?)?(${any})$`);
  const weakly = new RegExp(`^我?(?:不太|不大|不怎么|不是很|不很|不甚|不是特别|不那么)(${any})$`);
  const isFor = new Set(forWords);
  const phrases = phrasesOf(subject);
  const isMiddle = (word: string): boolean => middles.has(word) || neither.test(word);

  const leaning = (base: string, strength: number, negated: boolean): Leaning => ({
    side: isFor.has(base) === negated ? -1 : 1,
    strength,
  });

  return (text) => {
    const word = inSimplified(textKey(text))
      .replaceAll("’", "'")
      .replace(/[.。!]+$/, "");
    if (word.length > 60) return null;
    // "Neutral / not sure" is the middle twice.
    if (isMiddle(word) || word.split("/").every((part) => isMiddle(part.trim()))) return { side: 0, strength: 0 };
    const phrase = phrases.get(word);
    if (phrase !== undefined) return phrase;
    const weak = weakly.exec(word);
    if (weak !== null) return { ...leaning(weak[1] ?? "", vague, true), vague: true };
    const zh = chinese.exec(word);
    if (zh !== null) return leaning(zh[3] ?? "", strengths.get(zh[1] ?? "") ?? unqualified, zh[2] !== undefined);
    const en = english.exec(word);
    if (en === null) return null;
    const [, not, before, base = "", after] = en;
    const degree = before ?? after;
    if (not === undefined)
      return degree === "at all" ? null : leaning(base, strengths.get(degree ?? "") ?? unqualified, false);
    if (not === "not at all" || degree === "at all") return leaning(base, 50, true);
    if (degree === undefined) return leaning(base, unqualified, true);
    return degree === "very" || degree === "really" ? { ...leaning(base, vague, true), vague: true } : null;
  };
}
