import type { CriterionKey } from "../../domain/policy/policy.ts";
import type { CriterionResult } from "../../domain/scoring/verdict-types.ts";
import type { IntervalRow } from "../charts/interval-list.ts";
import type { Language } from "../view/languages.ts";
import { markOf } from "./indicator.ts";
import { isOpen } from "./score.ts";
import { markShort, scoreRange, scoreText } from "./score-text.ts";

/** A criterion's score between its bounds, beside its floor. */
export function criterionRow(language: Language, criterion: CriterionResult, level: IntervalRow["level"]): IntervalRow {
  const { mean, lower, upper } = criterion.score;
  const beside = { mark: criterion.floor };
  const range = scoreRange(language, [lower, upper], beside);
  // The mean counts what is unknown 0: it is nobody's estimate.
  const open = isOpen(criterion);
  return {
    name: language.t(`words:criterion.${criterion.id as CriterionKey}`),
    level,
    mark: {
      state: criterion.state === "unknown" ? "unknown" : markOf[criterion.state],
      lower,
      ...(!open && { estimate: mean }),
      upper,
      floor: criterion.floor,
      min: 0,
      max: 100,
    },
    ...(open ? { value: range } : { value: scoreText(language, mean, beside), bounds: range }),
    floor: criterion.floor === undefined ? "" : markShort(language, criterion.floor),
  };
}
