import type { Reason } from "../../words/decision.ts";
import { isJudged } from "../../measures/measures.ts";
import { checkIndicator } from "./check-indicator.ts";
import { share, sumsToOne } from "../../words/check-number.ts";
import { criterionKeys } from "../policy.ts";
import type { Criterion } from "../policy.ts";

export const checkCriteria = (criteria: readonly Criterion[]): readonly Reason[] => [
  ...criterionKeys
    .filter((key) => criteria.filter((criterion) => criterion.key === key).length !== 1)
    .map((key) => ({ code: "PolicyCriterionNotOnce", params: { criterion: key }, field: "criteria" })),
  ...sumsToOne(
    "criteria",
    criteria.map(({ weight }) => weight),
  ),
  ...repeatedIndicators(criteria),
  ...criteria.flatMap((criterion, i) => checkCriterion(criterion, `criteria.${i}`)),
];

function checkCriterion(criterion: Criterion, path: string): readonly Reason[] {
  const always = criterion.indicators.filter(({ optional }) => optional !== true);
  const measured = always.filter(({ measure }) => !isJudged(measure)).length;
  const rubrics = always.length - measured;
  return [
    ...share(`${path}.weight`, criterion.weight, 0, 1),
    ...share(`${path}.floor`, criterion.floor, 0, 100),
    ...sumsToOne(
      `${path}.indicators`,
      always.map(({ weight }) => weight),
    ),
    // One number and one opinion are too thin to carry a criterion, and what only some plans choose carries none.
    ...(measured < 2 ? [tooFew("PolicyMeasuresTooFew", measured, 2, path)] : []),
    ...(rubrics < 1 ? [tooFew("PolicyRubricMissing", rubrics, 1, path)] : []),
    ...criterion.indicators.flatMap((indicator, i) => checkIndicator(indicator, `${path}.indicators.${i}`)),
  ];
}

const tooFew = (code: string, count: number, needed: number, path: string): Reason => ({
  code,
  params: { found: count, needed },
  field: `${path}.indicators`,
});

/** Evidence, scores and guards name an indicator by its key alone. */
function repeatedIndicators(criteria: readonly Criterion[]): readonly Reason[] {
  const places = criteria.flatMap(({ indicators }, i) =>
    indicators.map(({ key }, j) => ({ key, field: `criteria.${i}.indicators.${j}.key` })),
  );
  const keys = places.map(({ key }) => key);
  return places
    .filter(({ key }, at) => keys.indexOf(key) !== at)
    .map(({ key, field }) => ({ code: "PolicyIndicatorRepeated", params: { indicator: key }, field }));
}
