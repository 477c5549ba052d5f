import type { MeasureContext } from "./context.ts";
import { known, unknown } from "./finding.ts";
import type { MeasureFinding } from "./finding.ts";
import type { Measured, MeasureRecord } from "./measure-record.ts";
import { rubricObserved } from "./observed.ts";
import { largeEnough } from "./pooled.ts";
import type { Yardstick } from "./yardstick.ts";

export const rubric: MeasureRecord<"rubric"> = {
  name: "rubric",
  kind: null,
  unit: "anchor",
  range: [1, 5],
  better: "higher",
  sample: "scores",
  measure: medianScore,
  figure: { as: "anchor", step: 0.1 },
  method: "gwet_ac2",
};

/** One rubric item by the scores that stand; "cannot be judged" (null) is no score and never a 0. */
function medianScore(context: MeasureContext, yardstick: Yardstick, { key: item }: Measured): MeasureFinding {
  const scores = context.rubricScores
    .filter((rated) => rated.item === item)
    .flatMap((rated) => rated.scores)
    .map((itemScore) => itemScore.score)
    .filter((score) => score !== null);
  if (scores.length === 0) return unknown({ code: "not-scored" }, []);
  return largeEnough(known(rubricObserved(scores), []), yardstick);
}
