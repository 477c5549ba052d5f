import { indicatorsOf } from "../../domain/measures/indicator.ts";
import { conditionsFor } from "../../domain/policy/conditions-for.ts";
import { gates } from "../../domain/policy/policy.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { reach } from "../../domain/technology/pilot/plan-reach.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { invalid } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";
import { misplacedPercents, namedIndicator, sharesOf } from "../forms/percent.ts";
import type { Typed } from "../forms/typed.ts";
import type { FormFace } from "../technology-form.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { confidenceText } from "../say/chance.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { explained } from "../say/explained.ts";
import { assistedFields } from "./assisted-fields.ts";
import { pilotCrumb } from "./crumb.ts";
import { withFixed } from "./fixed-inputs.ts";
import { fixedFields } from "./fixed-fields.ts";
import { indicatorModel, optionalModel } from "./indicator-fields.ts";
import type { IndicatorModel } from "./indicator-fields.ts";
import { placed } from "./reasons-at-inputs.ts";
import { plannerModel } from "./planner-size.ts";
import { rulesIn } from "./values.ts";

export type PlanFormPage = TechnologyPage & {
  readonly mode: "lock" | "amend";
  /** Since when there is evidence under this plan; null: none yet. */
  readonly since: Day | null;
  /** What stands in the form before anybody types. */
  readonly typedAtFirst: Typed;
  /** The plan in force, which an amendment begins from; nothing where there is none. */
  readonly locked: Typed;
};

/** Reasons at their inputs, and what data have fixed as it stands in the plan in force. */
export function planAsShown(form: FormState, { policy, language, since, locked }: PlanFormPage): FormState {
  const typed = since === null ? form.typed : withFixed(form.typed, locked, policy);
  return placed({ ...form, typed }, policy, language);
}

export function planProblem(form: Filled<unknown>, { policy }: PlanFormPage): FormState | null {
  const misplaced = misplacedPercents(form.typed, namedIndicator, sharesOf(policy));
  return misplaced.length === 0 ? null : invalid(form, ...misplaced);
}

export async function planFormShown(page: PlanFormPage, open: Fields, form: FormState): Promise<FormFace> {
  const { row, policy, mode, since, language, at } = page;
  const { t, format } = language;
  const fields = since === null ? open : fixedFields(open, policy, since, language);
  const shortest = policy.tiers[row.tier].minimumPilotDays;
  return {
    view: "pages/pilot/plan-form",
    head: {
      title: t(`pilot:${mode}.title`, { name: row.name }),
      trail: [pilotCrumb(page)],
      lead: t(`pilot:${mode}.lead`, { version: policy.version }),
    },
    model: {
      explained: explained(language),
      fields: { ...basics(fields, language, policy), looks: lookFields(page, fields) },
      daysHint: t("pilot:hint.days", {
        most: Math.max(reach.pilot, shortest),
        days: format.days(shortest),
        tier: t("words:impactTier", { tier: t(`words:tier.${row.tier}`) }),
      }),
      looksHint: t("pilot:hint.looks", {
        after: reach.look,
        most: policy.looks.most,
        confidence: confidenceText(language, policy.confidence),
      }),
      ...indicatorRows(page, fields, form),
      assisted: assistedFields(fields, language, asksForAssisted(policy, row.tier)),
      planner: await plannerModel({ language, fields: open, form, policy, rules: rulesIn(form, policy) }),
      reason:
        mode === "amend"
          ? open.textarea("reason", { label: t("pilot:field.reason"), hint: t("pilot:hint.reason"), rows: 4 })
          : null,
      afterData: since === null ? null : t("pilot:amend.afterData", { day: format.date(since) }),
      mayDates: mode === "lock",
      copy: mode === "lock" ? at("plan/copies") : null,
      fixed: mode === "lock" ? t("pilot:lock.fixed", { version: policy.version, most: policy.looks.most }) : null,
      submit: t(`pilot:${mode}.submit`),
      back: at("plan"),
    },
  };
}

const asksForAssisted = ({ gates: rules }: Policy, tier: Tier): boolean =>
  gates.some((gate) => conditionsFor(rules[gate], tier).some(({ key }) => assistedConditions.includes(key)));

const lookFields = ({ policy, since, language: { t } }: PlanFormPage, fields: Fields) =>
  Array.from({ length: policy.looks.most }, (_, at) => `looks.${at}`)
    .filter((name) => since === null || fields.value(name) !== "")
    .map((name, at) => fields.date(name, { label: t("pilot:look.name", { number: at + 1 }), optional: at > 0 }));

/** What the policy asks of every plan, and what a plan may choose beside it. */
function indicatorRows({ policy, since, language }: PlanFormPage, fields: Fields, form: FormState) {
  const parts = { language, fields, form, policy, rules: rulesIn(form, policy) };
  return {
    criteria: policy.criteria.map((criterion) => ({
      legend: language.t(`words:criterion.${criterion.key}`),
      indicators: criterion.indicators
        .filter(({ optional }) => optional !== true)
        .map((indicator) => indicatorModel(parts, indicator)),
    })),
    optional: offered(
      indicatorsOf(policy)
        .filter(({ optional }) => optional === true)
        .filter(({ key }) => since === null || isNamed(form, `indicators.${key}.`))
        .map((indicator) => optionalModel(parts, indicator)),
      language,
    ),
  };
}

/** Chosen, or spoken of in a refusal: after data nothing else of what is optional can be taken up. */
const isNamed = ({ typed, reasons }: FormState, at: string): boolean =>
  (typed[`${at}chosen`] ?? "") !== "" || reasons.some(({ field = "" }) => field.startsWith(at));

function basics(fields: Fields, { t }: Language, { restore }: Policy) {
  const label = (name: string): string => t(`pilot:field.${name}`);
  const hint = (name: string): string => t(`pilot:hint.${name}`);
  return {
    sites: fields.textarea("sites", { label: label("sites"), hint: hint("sites"), rows: 3 }),
    siteCount: fields.number("siteCount", { label: label("siteCount") }),
    startsOn: fields.date("startsOn", {
      label: label("startsOn"),
      hint: t("pilot:hint.startsOn", { days: reach.start }),
    }),
    days: fields.number("days", { label: label("days") }),
    services: fields.textarea("services", { label: label("services"), hint: hint("services"), rows: 3 }),
    latencyMs: fields.number("latencyMs", { label: label("latencyMs"), hint: hint("latencyMs"), unit: "ms" }),
    restoreMinutes: fields.number("restoreMinutes", {
      label: label("restoreMinutes"),
      hint: t("pilot:hint.restoreMinutes", { count: restore.shownBy, hours: restore.unshownHours }),
      optional: true,
      unit: t("pilot:minutes"),
    }),
    exit: fields.textarea("exit", { label: label("exit"), hint: hint("exit"), rows: 4 }),
    rollback: fields.textarea("rollback", { label: label("rollback"), hint: hint("rollback"), rows: 4 }),
  };
}

/** Folded away where nothing of it is chosen: most technologies need none of these. */
function offered(rows: readonly IndicatorModel[], { t }: Language) {
  return rows.length === 0
    ? null
    : { rows, open: rows.some(({ open }) => open), show: t("pilot:indicator.offered", { count: rows.length }) };
}

const assistedConditions: readonly string[] = ["assisted-groups", "assisted-considered"];
