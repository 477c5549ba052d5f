import type { ConditionResult } from "../../domain/technology/state/condition-result.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { conditionModel } from "../say/condition-shown.ts";
import type { ConditionListModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { withLinks } from "./condition-links.ts";
import type { GateParts } from "./gate-parts.ts";

export type ConditionsModel = { readonly title: string; readonly aside: string; readonly list: ConditionListModel };

/** How many are neither met nor waived. */
const pendingIn = (conditions: readonly ConditionResult[]): number =>
  conditions.filter(({ status }) => status !== "met" && status !== "waived").length;

export function conditionsTitle({ t }: Language, conditions: readonly ConditionResult[]): string {
  const [count, total] = [pendingIn(conditions), conditions.length];
  return count === 0 ? t("gate:conditions.none", { total }) : t("gate:conditions.open", { count, total });
}

/** Open ones first, each with how to meet it; met ones fold into a count. */
export function conditionsModel(parts: GateParts): ConditionsModel {
  const { view, language } = parts;
  const { t } = language;
  const count = (status: ConditionResult["status"]): number =>
    view.conditions.filter((condition) => condition.status === status).length;
  const open = view.conditions.filter(({ status }) => status !== "met");
  const met = view.conditions.filter(({ status }) => status === "met");
  return {
    title: conditionsTitle(language, view.conditions),
    aside: (["met", "unmet", "unknown", "waived"] as const)
      .filter((status) => count(status) > 0)
      .map((status) => t(`gate:conditions.${status}Count`, { n: count(status) }))
      .join(t("common:comma")),
    list: { open: open.map((condition) => withLinks(parts, condition)), ...folded(language, view.policy, met) },
  };
}

/** The same list in a record: nothing to do any more, only what was so. */
export function recordedConditions(
  language: Language,
  policy: Policy,
  conditions: readonly ConditionResult[],
): ConditionListModel {
  const open = conditions.filter(({ status }) => status !== "met");
  const met = conditions.filter(({ status }) => status === "met");
  return {
    open: open.map((condition) => ({ ...conditionModel(language, policy, condition), how: undefined })),
    ...folded(language, policy, met),
  };
}

function folded(language: Language, policy: Policy, met: readonly ConditionResult[]): Pick<ConditionListModel, "met"> {
  if (met.length === 0) return {};
  const items = met.map((condition) => {
    const { title, why } = conditionModel(language, policy, condition);
    return html`<b class="strong">${title}</b> <span class="muted">${why ?? ""}</span>`;
  });
  return { met: { title: language.t("gate:conditions.met", { count: met.length }), items } };
}
