import { z } from "zod";
import { addDays } from "../../domain/words/days.ts";
import { askedFor } from "../../domain/technology/gate/waivers.ts";
import type { Deps } from "../deps.ts";
import { day, reference, requiredText } from "../forms/fields.ts";
import { blankForm, wasSent } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { conditionReason } from "../say/condition-shown.ts";
import { conditionTitle } from "../say/condition.ts";
import { namedTerm } from "../say/term.ts";
import { thingsText } from "../say/thing.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { html } from "../view/html.ts";
import { queryValue } from "../request-values.ts";
import { gateCrumb, partsOf } from "./gate-parts.ts";
import type { GateParts } from "./gate-parts.ts";

export const waiverSchema = z.object({
  condition: reference(),
  reason: requiredText(4000),
  control: requiredText(4000),
  until: day(),
});

/** Asked for by somebody who does not decide: reason, what protects people meanwhile, and an end. */
export const waiverPages = (deps: Deps) =>
  formPage<typeof waiverSchema, GateParts>(
    deps.services,
    {
      schema: waiverSchema,
      roles: ["planner", "evaluator"],
      action: ({ view, at }) => at(`gates/${view.gate}/waivers`),
      blank: ({ view }, req) =>
        blankForm(
          { condition: queryValue(req, "condition") ?? "", until: addDays(view.facts.today, 90) },
          view.state.version,
        ),
      command: ({ condition, reason, control, until }, { view: { gate } }) => ({
        type: "RequestWaiver",
        gate,
        condition,
        reason: { text: reason },
        control: { text: control },
        until,
      }),
      done: (_, { view }) => ({ to: `gates/${view.gate}`, key: "gate:waiver.asked" }),
      show: waiverShown,
    },
    (req, res) => partsOf(deps, req, res),
  );

function waiverShown(parts: GateParts, fields: Fields, form: FormState): FormFace {
  const { row, view, language } = parts;
  const { t, format } = language;
  const open = view.conditions.filter(
    ({ waivable, status }) => waivable && (status === "unmet" || status === "unknown"),
  );
  const pending = open.flatMap(({ key }) => askedFor(view.state, view.gate, key, view.facts) ?? []);
  const waivable = open.filter(({ key }) => !pending.some(({ condition }) => condition === key));
  return {
    view: "pages/gate/waiver",
    head: {
      title: t("gate:waiver.title", { name: row.name }),
      trail: [gateCrumb(parts, view.gate)],
      lead: html`${t("gate:waiver.lead", { count: view.policy.waivers.grantors, days: view.policy.waivers.mostDays })}
      ${namedTerm(language, "waiver")}`,
    },
    model: {
      condition: fields.select("condition", {
        label: t("gate:waiver.condition"),
        choose: true,
        options: waivable.map(({ key }) => ({ value: key, label: conditionTitle(language, key) })),
      }),
      // What was typed is shown again, though the condition be asked for meanwhile.
      asks: waivable.length > 0 || wasSent(form),
      pending: pending.map((waiver) => ({
        term: conditionTitle(language, waiver.condition),
        value: t("gate:waiver.pending", { waiver: waiver.waiver, day: format.date(waiver.until) }),
      })),
      findings: waivable.map((condition) => ({
        term: conditionTitle(language, condition.key),
        value: html`${conditionReason(language, view.policy, condition)}
        ${t("gate:waiver.wouldCover", {
          things: thingsText(language, view.policy, condition.key, condition.names ?? []),
        })}`,
      })),
      reason: fields.textarea("reason", { label: t("gate:waiver.reason"), rows: 4 }),
      control: fields.textarea("control", {
        label: t("gate:waiver.control"),
        hint: t("gate:waiver.controlHint"),
        rows: 3,
      }),
      until: fields.date("until", { label: t("gate:waiver.untilLabel") }),
    },
  };
}
