import type { Reason } from "../../words/decision.ts";
import { day, integer, nullable, object, oneOf, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";
import { wholeIn } from "../../words/check-number.ts";

/** How often a plan for what may happen is rehearsed. */
export interface DrillRules {
  readonly source: string;
  readonly date: Day;
  /** Months for which a drill counts; null: none is asked for. */
  readonly months: number | null;
  /** From this tier on each class of event in the plan needs a drill of its own; null: one of any class does. */
  readonly eachFrom: Tier | null;
}

export const drillsShape: Shape<DrillRules> = object({
  source: text,
  date: day,
  months: nullable(integer),
  eachFrom: nullable(oneOf(...tiers)),
});

export const drillsDefault: DrillRules = {
  source: "国家网络安全事件应急预案（中网办发文〔2017〕4 号）：每年至少演练一次；按事件类别分别演练为本系统拟定",
  date: "2017-01-10",
  months: 12,
  eachFrom: "IV",
};

export const noDrillRules: DrillRules = { ...drillsDefault, months: null, eachFrom: null };

export const checkDrills = ({ months }: DrillRules): readonly Reason[] =>
  months === null ? [] : wholeIn("safeguards.drills.months", months, 1, 120);
