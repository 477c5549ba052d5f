import { estimateRules } from "../../costs/earned-value.ts";
import { day, integer, list, nullable, number, object, oneOf, text, textRef } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { workParts } from "../state/costs.ts";
import type { CostPlan, CostsEvent } from "../state/costs.ts";

const plan: Shape<CostPlan> = object({
  estimate: oneOf(...estimateRules),
  packages: list(
    object({
      package: text,
      name: textRef,
      part: oneOf(...workParts),
      startsOn: day,
      endsOn: day,
      budget: number,
    }),
  ),
});

export const costsPayloads: Payloads<CostsEvent> = {
  CostPlanLocked: object({ number: integer, on: day, currency: text, plan }),
  CostPlanAmended: object({ number: integer, on: day, currency: text, plan, changed: list(text), reason: textRef }),
  CostReported: object({
    asOf: day,
    plan: integer,
    lines: list(object({ package: text, done: number, spent: number })),
    text: nullable(textRef),
  }),
};
