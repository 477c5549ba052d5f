import { faultlessRespondents } from "./faultless-sample.ts";
import type { MeasureRecord } from "./measure-record.ts";
import { meanScore } from "./questionnaire.ts";

/** The mean of a questionnaire that gives each respondent 0 to 100 points. */
export const hundredPoints = <Name extends "sus" | "umux-lite">(name: Name): MeasureRecord<Name> => ({
  name,
  kind: name,
  unit: "points",
  range: [0, 100],
  better: "higher",
  sample: "respondents",
  compares: "means",
  planning: { expects: "mean", unit: "respondents" },
  groups: true,
  faultlessSample: (floor, risk) => faultlessRespondents(floor / 100, risk),
  measure: (context, yardstick, { group }) => meanScore(name, [0, 100], context, yardstick, group),
  figure: { as: "number", step: 0.1 },
  method: "bounded_mean_bound",
});
