import type { Reason } from "../../words/decision.ts";
import { share, whole, wholeIn } from "../../words/check-number.ts";
import { when } from "../../words/reasons.ts";
import type { Named } from "../../words/named.ts";
import { namedShape } from "../../words/named-shape.ts";
import { day, each, integer, list, nullable, number, object, oneOf, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";

/** How much a thing weighs for whoever writes of it: a trifle, it gets in the way, it does harm or shuts somebody out. */
export const feedbackSeverities = ["minor", "hindering", "severe"] as const;
export type FeedbackSeverity = (typeof feedbackSeverities)[number];

/** From when on an answer that is owed bars waves and is held against gates. */
export const feedbackHolds = ["overdue", "very-overdue", "nothing"] as const;
type FeedbackHold = (typeof feedbackHolds)[number];

/** What people may write about, by a key that stays when its title is put better. */
interface FeedbackCategory {
  readonly key: string;
  readonly name: Named;
}

/** How messages of the public about a technology in use are answered. */
export interface FeedbackRules {
  readonly source: string;
  readonly date: Day;
  readonly categories: readonly FeedbackCategory[];
  /** Working days within which each is answered. */
  readonly answerDays: { readonly [S in FeedbackSeverity]: number };
  /** Working days that the one extension adds. */
  readonly extensionDays: number;
  /** Working days that a question back stops the clock, at most: whoever hears nothing answers with what is there. */
  readonly replyDays: number;
  /** Working days after the term from which on an answer is very overdue. */
  readonly veryOverdueDays: number;
  readonly holds: FeedbackHold;
  /** Ratings of an answer, from 1 to 5, below this one are called back; null: none is. */
  readonly callBackBelow: number | null;
  /** Working days for the call. */
  readonly callBackDays: number;
  /** Calendar days after the answer from which on nobody keeps how the writer is reached. */
  readonly contactDays: number;
  /** Messages of eight weeks at a place or of a group under which no trend is told. */
  readonly trendLeast: number;
  /** With which share of certainty, from 0.5 on and under 1, four weeks lie above the four before. */
  readonly trendConfidence: number;
}

export const feedbackDefault: FeedbackRules = {
  source:
    "House rule for the days of answers and of the trend; calls after bad ratings, corrected within five working days, as in one city's plan for 好差评",
  date: "2026-12-01",
  categories: [
    { key: "fault", name: { en: "Something does not work", zh: "功能出错或用不了" } },
    { key: "use", name: { en: "Hard to use or to understand", zh: "不好用、看不懂" } },
    { key: "access", name: { en: "I am shut out or need help", zh: "我用不了，需要帮助" } },
    { key: "result", name: { en: "A wrong result about me", zh: "关于我的结果有误" } },
    { key: "data", name: { en: "My data", zh: "我的个人信息" } },
    { key: "idea", name: { en: "An idea", zh: "建议" } },
    { key: "other", name: { en: "Something else", zh: "其他" } },
  ],
  answerDays: { minor: 10, hindering: 10, severe: 5 },
  extensionDays: 10,
  replyDays: 15,
  veryOverdueDays: 10,
  holds: "overdue",
  callBackBelow: 3,
  callBackDays: 5,
  contactDays: 90,
  trendLeast: 10,
  trendConfidence: 0.95,
};

/** What a body has that has not taken the answers on: nothing is held against anybody. */
export const feedbackLater: FeedbackRules = { ...feedbackDefault, holds: "nothing" };

export const feedbackShape: Shape<FeedbackRules> = object({
  source: text,
  date: day,
  categories: list(object<FeedbackCategory>({ key: text, name: namedShape })),
  answerDays: each(feedbackSeverities, integer),
  extensionDays: integer,
  replyDays: integer,
  veryOverdueDays: integer,
  holds: oneOf(...feedbackHolds),
  callBackBelow: nullable(integer),
  callBackDays: integer,
  contactDays: integer,
  trendLeast: integer,
  trendConfidence: number,
});

const mostCategories = 20;

export const checkFeedback = (rules: FeedbackRules): readonly Reason[] => [
  ...checkCategories(rules.categories),
  ...feedbackSeverities.flatMap((severity) =>
    wholeIn(`safeguards.feedback.answerDays.${severity}`, rules.answerDays[severity], 1, 60),
  ),
  ...wholeIn("safeguards.feedback.extensionDays", rules.extensionDays, 1, 60),
  ...wholeIn("safeguards.feedback.replyDays", rules.replyDays, 1, 60),
  ...wholeIn("safeguards.feedback.veryOverdueDays", rules.veryOverdueDays, 1, 60),
  ...(rules.callBackBelow === null ? [] : wholeIn("safeguards.feedback.callBackBelow", rules.callBackBelow, 2, 5)),
  ...wholeIn("safeguards.feedback.callBackDays", rules.callBackDays, 1, 30),
  ...wholeIn("safeguards.feedback.contactDays", rules.contactDays, 1, 366),
  ...whole("safeguards.feedback.trendLeast", rules.trendLeast, 5),
  ...share("safeguards.feedback.trendConfidence", rules.trendConfidence, 0.5, 0.999),
];

/** Somebody has to be able to choose one, and each is told from the others. */
function checkCategories(categories: readonly FeedbackCategory[]): readonly Reason[] {
  const field = "safeguards.feedback.categories";
  const keys = categories.map(({ key }) => key);
  return [
    ...when(categories.length === 0 || categories.length > mostCategories, "PolicyCategoriesUnfit", field, {
      most: mostCategories,
    }),
    ...keys.flatMap((key, i) => [
      ...when(!/^[a-z][a-z0-9-]{0,29}$/.test(key), "PolicyCategoryKey", `${field}.${i}.key`),
      ...when(keys.indexOf(key) !== i, "PolicyCategoryTwice", `${field}.${i}.key`, { key }),
    ]),
    ...categories.flatMap(({ name }, i) =>
      when(name.en.trim() === "" || name.zh.trim() === "", "PolicyCategoryUnnamed", `${field}.${i}.name`),
    ),
  ];
}
