import type { ConditionResult } from "../../domain/gates/condition.ts";
import { conditionModel } from "../say/condition.ts";
import type { ConditionListModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { GateParts } from "./gate.ts";

export type ConditionsModel = { readonly title: string; readonly aside: string; readonly list: ConditionListModel };

/** Open ones first, each with how to meet it; met ones fold into a count. */
export function conditionsModel(parts: GateParts): ConditionsModel {
  const { view, language } = parts;
  const { t } = language;
  const count = (status: ConditionResult["status"]): number =>
    view.conditions.filter((one) => one.status === status).length;
  const open = view.conditions.filter(({ status }) => status !== "met");
  const met = view.conditions.filter(({ status }) => status === "met");
  const pending = open.filter(({ status }) => status !== "waived").length;
  return {
    title:
      pending === 0
        ? t("gate:conditions.none", { total: view.conditions.length })
        : t("gate:conditions.open", { count: pending, total: view.conditions.length }),
    aside: t("gate:conditions.aside", {
      met: count("met"),
      unmet: count("unmet"),
      unknown: count("unknown"),
      waived: count("waived"),
    }),
    list: {
      open: open.map((condition) => withLinks(parts, condition)),
      ...(met.length > 0 && {
        met: {
          title: t("gate:conditions.met", { count: met.length }),
          items: met.map((condition) => {
            const { title, why } = conditionModel(language, view.policy, condition);
            return html`<b class="strong">${title}</b> <span class="muted">${why ?? ""}</span>`;
          }),
        },
      }),
    },
  };
}

const places: { readonly [key: string]: string } = {
  "plan-evidence-complete": "evidence/new",
  "evidence-fresh": "evidence/new",
  "verdict-of-evidence": "evidence",
  "incidents-closed": "incidents",
  "scores-revealed": "evaluation",
  "moderation-finished": "evaluation",
  "evaluators-enough": "evaluation",
  "rater-agreement": "evaluation",
  "rollout-planned": "rollout/plan",
  "waves-complete": "rollout",
  "guards-within": "evidence/new",
  "no-hold": "rollout",
  "rollback-planned": "plan",
  "amendments-explained": "plan",
  "pilot-length-run": "plan",
};

/** Where it is met, and the waiver that may be asked for. */
function withLinks(
  { view, language, row, open }: GateParts,
  condition: ConditionResult,
): ConditionListModel["open"][number] {
  const { t } = language;
  const model = conditionModel(language, view.policy, condition);
  const place = places[condition.key] ?? (view.gate === "admission" ? "proposal/revision" : undefined);
  const base = `/technologies/${row.slug}`;
  const mayWaive = condition.waivable && condition.status !== "waived" && view.open && open.includes("RequestWaiver");
  const [how, ...rest] = model.how ?? [];
  if (how === undefined) return model;
  const links = html`${how.value}${place === undefined ? "" : html` <a href="${base}/${place}">${t("gate:conditions.go")}</a>`}${
    mayWaive
      ? html` ·
          <a href="${base}/gates/${view.gate}/waivers/new?condition=${condition.key}">${t("gate:conditions.waive")}</a>`
      : ""
  }${condition.waivable || condition.status === "waived" ? "" : html`<br /><span class="muted">${t("gate:conditions.firm")}</span>`}`;
  return { ...model, how: [{ term: how.term, value: links }, ...rest] };
}
