import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";

const fiveSteps: readonly (readonly string[])[] = [
  ["strongly disagree", "非常不同意", "完全不同意", "很不同意", "强烈不同意", "非常不赞同"],
  ["disagree", "不同意", "不太同意", "比较不同意", "不赞同"],
  [
    "neutral",
    "neither agree nor disagree",
    "neither",
    "undecided",
    "一般",
    "中立",
    "不确定",
    "不一定",
    "说不清",
    "既不同意也不反对",
  ],
  ["agree", "同意", "比较同意", "赞同"],
  ["strongly agree", "非常同意", "完全同意", "很同意", "强烈同意", "非常赞同"],
];

const [strongly = [], , neutral = [], , stronglyAgree = []] = fiveSteps;

const sevenSteps: readonly (readonly string[])[] = [
  strongly,
  ["disagree", "不同意", "不赞同"],
  ["somewhat disagree", "slightly disagree", "有点不同意", "有些不同意", "比较不同意", "不太同意"],
  neutral,
  ["somewhat agree", "slightly agree", "有点同意", "有些同意", "比较同意"],
  ["agree", "同意", "赞同"],
  stronglyAgree,
];

const easeSteps: readonly (readonly string[])[] = [
  ["very difficult", "extremely difficult", "very hard", "非常困难", "非常难", "很难"],
  ["difficult", "hard", "困难", "难"],
  ["somewhat difficult", "slightly difficult", "somewhat hard", "有点困难", "有点难", "比较难", "较难"],
  ["neutral", "neither easy nor difficult", "neither difficult nor easy", "neither", "一般", "中等"],
  ["somewhat easy", "slightly easy", "有点容易", "比较容易", "较容易"],
  ["easy", "容易", "简单"],
  ["very easy", "extremely easy", "非常容易", "非常简单", "很容易"],
];

const contentSteps: readonly (readonly string[])[] = [
  ["very dissatisfied", "very unsatisfied", "非常不满意", "很不满意"],
  ["dissatisfied", "unsatisfied", "不满意", "不太满意", "较不满意"],
  ["neutral", "neither satisfied nor dissatisfied", "neither", "一般", "基本满意"],
  ["satisfied", "满意", "比较满意"],
  ["very satisfied", "非常满意", "很满意"],
];

const blanks = new Set(["", "_", "-", "–", "—", "n/a", "na", "none", "无", "未答"]);

/**
 * A reader of one answer on a scale from 1, as a number or in words of either language ("4", "4 - Agree", "同意（4）").
 * It gives the step, null where nobody answered, or the reason why the text is no answer.
 */
function answersOn(steps: readonly (readonly string[])[]): (text: string) => number | Unreadable | null {
  const values = new Map(steps.flatMap((spellings, i) => spellings.map((word) => [word, i + 1] as const)));
  const digit = `[1-${steps.length}]`;
  const before = new RegExp(`^(${digit})(?:\\.0+)?(?:\\s*[-=:.、（(]\\s*\\D+|\\s*分)?$`);
  const behind = new RegExp(`^\\D{1,40}[（(]\\s*(${digit})\\s*分?\\s*[)）]$`);
  return (text) => {
    const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
    if (blanks.has(plain)) return null;
    const number = plain.length > 80 ? undefined : (before.exec(plain) ?? behind.exec(plain))?.[1];
    const value = number === undefined ? values.get(plain) : Number(number);
    return value ?? new Unreadable(`the answer “${shorten(text.trim())}” is not 1 to ${steps.length}`);
  };
}

/** 1 to 5: strongly disagree … strongly agree. */
export const parseAnswer = answersOn(fiveSteps);

/** 1 to 7: strongly disagree, disagree, somewhat disagree, neutral, somewhat agree, agree, strongly agree. */
export const parseSevenStepAnswer = answersOn(sevenSteps);

/** 1 to 7: very difficult … very easy. */
export const parseEase = answersOn(easeSteps);

/** 1 to 5: very dissatisfied … very satisfied. */
export const parseContent = answersOn(contentSteps);
