import { faultlessRespondents } from "./faultless-sample.ts";
import type { MeasureRecord } from "./measure-record.ts";
import { meanScore } from "./questionnaire.ts";

export const umuxLite: MeasureRecord<"umux-lite"> = {
  name: "umux-lite",
  kind: "umux-lite",
  unit: "points",
  range: [0, 100],
  better: "higher",
  sample: "respondents",
  compares: "means",
  planning: { expects: "mean", unit: "respondents" },
  groups: true,
  faultlessSample: (floor, risk) => faultlessRespondents(floor / 100, risk),
  measure: (context, yardstick, { group }) => meanScore("umux-lite", [0, 100], context, yardstick, group),
  figure: { as: "number", step: 0.1 },
  method: "bounded_mean_bound",
};
