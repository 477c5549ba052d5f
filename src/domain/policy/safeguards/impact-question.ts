import type { Reason } from "../../words/decision.ts";
import type { Named } from "../../words/named.ts";
import { namedShape } from "../../words/named-shape.ts";
import { when } from "../../words/reasons.ts";
import { integer, list, object, oneOf, optional, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";

export interface ImpactQuestion {
  readonly key: string;
  readonly title: Named;
  readonly hint?: Named;
  /** Asked only where an earlier question has one of these answers. */
  readonly when?: { readonly question: string; readonly is: readonly string[] };
  /** In the order of their points, the least first. */
  readonly choices: readonly ImpactChoice[];
}

export interface ImpactChoice {
  readonly key: string;
  readonly title: Named;
  readonly points: number;
  /** However few the points of everything else. */
  readonly atLeast?: Tier;
}

const choice: Shape<ImpactChoice> = object({
  key: text,
  title: namedShape,
  points: integer,
  atLeast: optional(oneOf(...tiers)),
});

export const impactQuestionShape: Shape<ImpactQuestion> = object({
  key: text,
  title: namedShape,
  hint: optional(namedShape),
  when: optional(object({ question: text, is: list(text) })),
  choices: list(choice),
});

/** @param before the questions that stand before it: it may hang on one of them. */
export function checkImpactQuestion(
  { key, when: given, choices }: ImpactQuestion,
  before: readonly ImpactQuestion[],
  field: string,
): readonly Reason[] {
  const keys = choices.map((offered) => offered.key);
  const ground = before.find((earlier) => earlier.key === given?.question);
  const known = new Set(ground?.choices.map((offered) => offered.key));
  return [
    ...when(
      before.some((earlier) => earlier.key === key),
      "PolicyImpactKeyTwice",
      field,
      { key },
    ),
    ...when(keys.length < 2 || new Set(keys).size < keys.length, "PolicyImpactChoices", field, { key }),
    ...when(!choices.every(isWeight), "PolicyImpactPoints", field, { key }),
    ...when(
      choices.some((offered, j) => isLighter(offered, choices[j - 1])),
      "PolicyImpactOrder",
      field,
      { key },
    ),
    ...when(
      given !== undefined && (given.is.length === 0 || !given.is.every((answer) => known.has(answer))),
      "PolicyImpactWhen",
      field,
      { key },
    ),
  ];
}

const isWeight = ({ points }: ImpactChoice): boolean => Number.isInteger(points) && points >= 0 && points <= 100;

/** In points or in the tier that it demands. */
const isLighter = (offered: ImpactChoice, before: ImpactChoice | undefined): boolean =>
  before !== undefined && (offered.points < before.points || placeOf(offered) < placeOf(before));

const placeOf = ({ atLeast = "I" }: ImpactChoice): number => tiers.indexOf(atLeast);
