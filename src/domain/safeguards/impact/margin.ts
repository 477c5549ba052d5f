import type { ImpactRules } from "../../policy/safeguards/impact.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";
import { choiceOf, readImpact } from "./reading.ts";
import type { ImpactAnswers } from "./reading.ts";

/** How near a tier is. */
export interface ImpactMargin {
  readonly tier: Tier;
  /** Points between here and there; null where an answer holds the tier and no number of points gives it up. */
  readonly points: number | null;
  /** Questions of which one answer, a single step up or down, is enough. */
  readonly byOneAnswer: readonly string[];
}

export interface ImpactMargins {
  /** Null at the highest tier. */
  readonly up: ImpactMargin | null;
  /** Null at the lowest tier. */
  readonly down: ImpactMargin | null;
  /** Questions whose answer alone demands this tier, however few the points. */
  readonly heldBy: readonly string[];
}

/** The distance from the tier that counts to its neighbours, in points and in single answers. */
export function marginsOf(rules: ImpactRules, answers: ImpactAnswers): ImpactMargins {
  const { worst } = readImpact(rules, answers);
  const place = tiers.indexOf(worst.tier);
  const [above, below] = [tiers[place + 1], tiers[place - 1]];
  return {
    up:
      above === undefined
        ? null
        : {
            tier: above,
            points: leastOf(rules, above) - worst.points,
            byOneAnswer: questionsThatMove(rules, answers, 1),
          },
    down:
      below === undefined
        ? null
        : {
            tier: below,
            points: worst.points < leastOf(rules, worst.tier) ? null : worst.points - leastOf(rules, worst.tier) + 1,
            byOneAnswer: questionsThatMove(rules, answers, -1),
          },
    heldBy: heldBy(rules, answers, worst.tier),
  };
}

const leastOf = (rules: ImpactRules, tier: Tier): number => (tier === "I" ? 0 : rules.from[tier]);

function questionsThatMove(rules: ImpactRules, answers: ImpactAnswers, step: 1 | -1): readonly string[] {
  const { worst, asked } = readImpact(rules, answers);
  return rules.questions
    .filter((question) => {
      const given = choiceOf(question, answers);
      if (given === undefined || !asked.includes(question.key)) return false;
      const next = question.choices[question.choices.indexOf(given) + step];
      if (next === undefined) return false;
      const moved = readImpact(rules, { ...answers, [question.key]: next.key }).worst.tier;
      return (tiers.indexOf(moved) - tiers.indexOf(worst.tier)) * step > 0;
    })
    .map(({ key }) => key);
}

/** Answers that demand the tier where points alone would not. */
function heldBy(rules: ImpactRules, answers: ImpactAnswers, tier: Tier): readonly string[] {
  const { worst, asked } = readImpact(rules, answers);
  if (tier === "I" || worst.points >= rules.from[tier]) return [];
  return rules.questions
    .filter((question) => asked.includes(question.key) && choiceOf(question, answers)?.atLeast === tier)
    .map(({ key }) => key);
}
