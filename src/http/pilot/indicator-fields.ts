import type { Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import type { FormState } from "../forms/form.ts";
import { indicatorName } from "../say/condition.ts";
import { isPercent } from "../say/figure-style.ts";
import { floorText } from "../say/limit.ts";
import type { CheckboxesModel, FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { fairnessFields } from "./fairness-fields.ts";
import type { FairnessFields } from "./fairness-fields.ts";
import { needText, sampleText } from "./units.ts";
import type { PlanRules } from "./units.ts";

export type PlanFields = {
  readonly language: Language;
  readonly fields: Fields;
  readonly form: FormState;
  readonly policy: Policy;
  readonly rules: PlanRules;
};

export type IndicatorModel = {
  readonly name: string;
  /** For whom it is worth choosing, where it is a choice. */
  readonly when?: string;
  readonly asks: string;
  readonly need: string;
  readonly open: boolean;
  readonly floor: FieldModel;
  readonly minimumSample: FieldModel;
  readonly margin: FieldModel | null;
  readonly anytime: CheckboxesModel | null;
  readonly excluded?: CheckboxesModel;
  readonly reason?: FieldModel;
  readonly chosen?: CheckboxesModel;
  readonly fairness?: FairnessFields;
};

/** One indicator: what the policy asks, what that takes, and what this plan may make stricter or leave out. */
export function indicatorModel(page: PlanFields, indicator: Indicator): IndicatorModel {
  const { fields, language } = page;
  const { t } = language;
  const at = `indicators.${indicator.key}`;
  return {
    ...common(page, indicator),
    excluded: fields.checkboxes(`${at}.excluded`, {
      legend: t("pilot:indicator.applies"),
      options: [{ value: "yes", label: t("pilot:indicator.excluded") }],
    }),
    reason: fields.textarea(`${at}.reason`, { label: t("pilot:indicator.reason"), rows: 2, optional: true }),
  };
}

/** One that applies only where the plan chooses it. */
export function optionalModel(page: PlanFields, indicator: Indicator): IndicatorModel {
  const { fields, language } = page;
  const { t } = language;
  return {
    ...common(page, indicator),
    ...(t.has(`pilot:when.${indicator.measure}`) && { when: t(`pilot:when.${indicator.measure}`) }),
    chosen: fields.checkboxes(`indicators.${indicator.key}.chosen`, {
      legend: t("pilot:indicator.applies"),
      options: [{ value: "yes", label: t("pilot:indicator.chosen") }],
    }),
    ...(indicator.measure === "fairness" && { fairness: fairnessFields(fields, language) }),
  };
}

function common({ language, fields, form, policy, rules }: PlanFields, indicator: Indicator): IndicatorModel {
  const { t } = language;
  const at = `indicators.${indicator.key}`;
  const { floor, minimumSample } = indicator;
  const own = (name: string): boolean =>
    name.startsWith(`${at}.`) || (indicator.measure === "fairness" && name.startsWith("fairness."));
  const { as } = measureOf(indicator.measure).figure;
  const unit = as === "share" ? { unit: "%" } : as === "gap" ? { unit: t("pilot:points") } : {};
  return {
    name: indicatorName(language, policy, indicator.key),
    asks: t("pilot:indicator.asks", {
      floor: floorText(language, indicator, floor),
      sample: sampleText(language, indicator, minimumSample),
    }),
    need: needText(language, policy, rules, indicator),
    open:
      Object.entries(form.typed).some(([name, value]) => own(name) && value !== "") ||
      form.reasons.some(({ field = "" }) => own(field)),
    floor: fields.number(`${at}.floor`, { label: t("pilot:indicator.floor"), optional: true, ...unit }),
    minimumSample: fields.number(`${at}.minimumSample`, { label: t("pilot:indicator.sample"), optional: true }),
    margin:
      measureOf(indicator.measure).compares !== undefined
        ? fields.number(`${at}.margin`, {
            label: t("pilot:indicator.margin"),
            hint: t("pilot:hint.margin"),
            optional: true,
            ...(isPercent(indicator.measure) && { unit: t("pilot:points") }),
          })
        : null,
    anytime:
      measureOf(indicator.measure).anytime === true
        ? fields.checkboxes(`${at}.anytime`, {
            legend: t("pilot:indicator.rule"),
            hint: t("pilot:hint.anytime"),
            options: [{ value: "yes", label: t("pilot:indicator.anytime") }],
          })
        : null,
  };
}
