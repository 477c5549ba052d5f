import type { Indicator } from "../../domain/policy/policy.ts";
import { isPlannable, needsSpread, plannable, planSize } from "../../domain/scoring/plan-size.ts";
import type { PlannableMeasure, PlanSize } from "../../domain/scoring/plan-size.ts";
import { yardstickOf } from "../../domain/scoring/yardstick.ts";
import { indicatorName } from "../say/condition.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import type { PlanFields } from "./indicator-fields.ts";
import { floorText, fromTyped, isShare } from "./units.ts";
import { indicatorsOf } from "./values.ts";

export type PlannerModel = {
  /** Something was typed: the calculator stays open. */
  readonly open: boolean;
  readonly confidence: string;
  readonly rows: readonly {
    readonly name: string;
    readonly floor: string;
    readonly fields: readonly FieldModel[];
    readonly result: string;
  }[];
};

/** What a planner expects of each indicator, and the sample that would show it. Not part of the plan: nothing here is kept. */
export function plannerModel(page: PlanFields): PlannerModel {
  const { language, form, policy, rules } = page;
  const chosen = indicatorsOf(policy).filter((indicator) => isPlannable(indicator.measure) && isIn(page, indicator));
  const confidence = chosen[0] === undefined ? 1 : yardstickOf(chosen[0], { policy, plan: rules }).confidence;
  return {
    open: Object.entries(form.typed).some(([name, value]) => name.startsWith("expected.") && value !== ""),
    confidence: language.t("planner:lead", {
      confidence: language.format.percent(confidence, 1),
      looks: Math.max(1, rules.looks.length),
    }),
    rows: chosen.flatMap((indicator) =>
      isPlannable(indicator.measure) ? [rowOf(page, indicator, indicator.measure)] : [],
    ),
  };
}

/** Left out in the form, or optional and not chosen there: nothing to plan. */
function isIn({ form }: PlanFields, { key, optional }: Indicator): boolean {
  const ticked = (name: string): boolean => (form.typed[`indicators.${key}.${name}`] ?? "") !== "";
  return optional === true ? ticked("chosen") : !ticked("excluded");
}

function rowOf(page: PlanFields, indicator: Indicator, measure: PlannableMeasure): PlannerModel["rows"][number] {
  const { language, fields, policy, rules } = page;
  const { t } = language;
  const at = `expected.${indicator.key}`;
  const { floor } = yardstickOf(indicator, { policy, plan: rules });
  const name = indicatorName(language, policy, indicator.key);
  const unit = isShare(indicator) && measure !== "availability" ? { unit: "%" } : {};
  const own = (what: string): string => t(`planner:${measure === "availability" ? "availability." : ""}${what}`);
  return {
    name,
    floor: floor === undefined ? t("policy:noFloor") : floorText(language, indicator, floor),
    fields: [
      fields.number(`${at}.value`, { label: own("value"), ...unit }),
      ...(needsSpread(measure) ? [fields.number(`${at}.spread`, { label: own("spread") })] : []),
    ],
    result: resultText(page, indicator, measure),
  };
}

function resultText(page: PlanFields, indicator: Indicator, measure: PlannableMeasure): string {
  const { language, policy, rules } = page;
  const { t } = language;
  const [value, spread] = [figureIn(page, indicator, "value"), figureIn(page, indicator, "spread")];
  if (value === null && spread === null) return "";
  if (value === undefined || spread === undefined) return t("planner:unreadable");
  if (value === null || (needsSpread(measure) && spread === null && !(measure === "availability" && value === 0)))
    return t("planner:incomplete");
  const typed = measure === "availability" ? value : fromTyped(indicator, value);
  if (isShare(indicator) && measure !== "availability" && typed > 1) return t("planner:unreadable");
  const size = planSize(
    measure,
    { value: typed, ...(spread === null ? {} : { spread }) },
    yardstickOf(indicator, { policy, plan: rules }),
    rules.restoreSeconds,
  );
  return [sizeText(language, measure, size, rules.days), ...groupsText(language, indicator)].join(
    language.locale === "en" ? " " : "",
  );
}

/** null: left open; undefined: no number. */
function figureIn({ form }: PlanFields, { key }: Indicator, what: string): number | null | undefined {
  const text = form.typed[`expected.${key}.${what}`];
  if (typeof text !== "string" || text.trim() === "") return null;
  return /^\d{1,9}(\.\d{1,9})?$/.test(text.trim()) ? Number(text) : undefined;
}

function sizeText(language: Language, measure: PlannableMeasure, size: PlanSize, pilotDays: number): string {
  const { t } = language;
  switch (size.kind) {
    case "never":
      return t("planner:never");
    case "no-floor":
      return t("planner:noFloor", { amount: amount(language, measure, size.minimum) });
    case "no-restore-time":
      return t("pilot:need.noRestore");
    case "enough":
      if (size.withPower === undefined)
        return t(size.atEstimate > pilotDays && pilotDays > 0 ? "planner:tooLong" : "planner:days", {
          amount: amount(language, measure, size.atEstimate),
        });
      return t(size.minimum ? "planner:minimum" : "planner:enough", {
        amount: amount(language, measure, size.atEstimate),
        power: amount(language, measure, size.withPower),
      });
  }
}

function amount({ t, format }: Language, measure: PlannableMeasure, count: number): string {
  const time = plannable[measure] === "slices" ? format.duration(count * 10) : "";
  return t(`planner:unit.${plannable[measure]}`, { count, time });
}

const groupsText = ({ t }: Language, { groups }: Indicator): readonly string[] =>
  groups === undefined || groups.length === 0 ? [] : [t("planner:groups")];
