import type { Reason } from "../../words/decision.ts";
import type { Named } from "../../words/named.ts";
import { namedShape } from "../../words/named-shape.ts";
import { when } from "../../words/reasons.ts";
import { day, each, integer, list, object, oneOf } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";
import { wholeIn } from "../../words/check-number.ts";
import { checkImpactQuestion, impactQuestionShape } from "./impact-question.ts";
import type { ImpactQuestion } from "./impact-question.ts";
import { impactQuestions } from "./impact-questions.ts";

/** The house's impact questionnaire: its answers bring points, points bring the tier, the tier brings obligations. */
export interface ImpactRules {
  /** Of the questions and obligations, as pages print it. */
  readonly source: Named;
  readonly date: Day;
  readonly questions: readonly ImpactQuestion[];
  /** Least points of a tier; fewer than the first are tier I. */
  readonly from: { readonly [T in Exclude<Tier, "I">]: number };
  /** What a tier obliges to beside what its gates ask: keys of texts, `obligation.<key>`. */
  readonly obligations: { readonly [T in Tier]: readonly Obligation[] };
}

const obligations = [
  "notice",
  "explanation-general",
  "explanation-each",
  "groups-checked",
  "peer-review-one",
  "peer-review-two",
  "review-published",
  "quality-assurance",
  "human-decides",
  "training-basic",
  "training-recurring",
  "approved-department",
  "approved-body",
  "approved-above",
] as const;
type Obligation = (typeof obligations)[number];

export const impactShape: Shape<ImpactRules> = object({
  source: namedShape,
  date: day,
  questions: list(impactQuestionShape),
  from: object({ II: integer, III: integer, IV: integer }),
  obligations: each(tiers, list(oneOf(...obligations))),
});

export const impactDefault: ImpactRules = {
  source: {
    en: "the house’s own questions; obligations after Canada’s Directive on Automated Decision-Making, appendix C",
    zh: "问题由本系统拟定，要求参照加拿大《自动化决策指令》附录 C",
  },
  date: "2025-10-03",
  questions: impactQuestions,
  from: { II: 6, III: 13, IV: 22 },
  obligations: {
    I: ["notice", "explanation-general", "quality-assurance", "training-basic", "approved-department"],
    II: [
      "notice",
      "explanation-general",
      "explanation-each",
      "groups-checked",
      "peer-review-one",
      "quality-assurance",
      "training-basic",
      "approved-department",
    ],
    III: [
      "notice",
      "explanation-general",
      "explanation-each",
      "groups-checked",
      "peer-review-one",
      "review-published",
      "human-decides",
      "training-recurring",
      "approved-body",
    ],
    IV: [
      "notice",
      "explanation-general",
      "explanation-each",
      "groups-checked",
      "peer-review-two",
      "review-published",
      "human-decides",
      "training-recurring",
      "approved-above",
    ],
  },
};

/** Most questions of the questionnaire: the rest of a proposal has to be written too. */
const mostQuestions = 20;

export const checkImpact = ({ questions, from }: ImpactRules): readonly Reason[] => [
  ...wholeIn("safeguards.impact.from.II", from.II, 1, 1000),
  ...wholeIn("safeguards.impact.from.III", from.III, from.II + 1, 1000),
  ...wholeIn("safeguards.impact.from.IV", from.IV, from.III + 1, 1000),
  ...when(questions.length < 1 || questions.length > mostQuestions, "PolicyImpactQuestions", "safeguards.impact", {
    most: mostQuestions,
  }),
  ...questions.flatMap((asked, i) =>
    checkImpactQuestion(asked, questions.slice(0, i), `safeguards.impact.questions.${i}`),
  ),
];
