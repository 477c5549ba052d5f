import { faultlessRespondents } from "./faultless-sample.ts";
import type { MeasureRecord } from "./measure-record.ts";
import { meanScore } from "./questionnaire.ts";

export const seq: MeasureRecord<"seq"> = {
  name: "seq",
  kind: "seq",
  unit: "rating",
  range: [1, 7],
  better: "higher",
  sample: "respondents",
  compares: "means",
  planning: { expects: "mean", unit: "respondents" },
  groups: true,
  faultlessSample: (floor, risk) => faultlessRespondents((floor - 1) / 6, risk),
  measure: (context, yardstick, { group }) => meanScore("seq", [1, 7], context, yardstick, group),
  figure: { as: "number", step: 0.1 },
  method: "bounded_mean_bound",
};
