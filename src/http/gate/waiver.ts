import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import { addDays } from "../../domain/words/days.ts";
import { askedFor } from "../../domain/technology/gate/waivers.ts";
import type { Deps } from "../deps.ts";
import { day, reference, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { conditionReason } from "../say/condition-shown.ts";
import { conditionTitle } from "../say/condition.ts";
import { thingsText } from "../say/thing.ts";
import { theTechnology } from "../technology-page.ts";
import { html } from "../view/html.ts";
import { queryValue } from "../visitor.ts";
import { crumbsOf, gateOf, partsOf } from "./gate-parts.ts";

export const waiverSchema = z.object({
  condition: reference(),
  reason: requiredText(4000),
  control: requiredText(4000),
  until: day(),
});

/** Asked for by somebody who does not decide: reason, what protects people meanwhile, and an end. */
export function waiverPages(deps: Deps) {
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const { row, view, language } = await partsOf(deps, req, res);
    const { t } = language;
    const state =
      form ??
      blankForm(
        { condition: queryValue(req, "condition") ?? "", until: addDays(view.facts.today, 90) },
        view.state.version,
      );
    const fields = fieldsOf(state, language);
    const open = view.conditions.filter((one) => one.waivable && (one.status === "unmet" || one.status === "unknown"));
    const pending = open.flatMap(({ key }) => askedFor(view.state, view.gate, key, view.facts) ?? []);
    const waivable = open.filter(({ key }) => !pending.some(({ condition }) => condition === key));
    await render(
      res,
      "pages/gate/waiver",
      {
        title: t("gate:waiver.title", { name: row.name }),
        section: "portfolio",
        crumbs: crumbsOf(language, row, view.gate),
        lead: t("gate:waiver.lead", { count: view.policy.waivers.grantors, days: view.policy.waivers.mostDays }),
        form: state,
      },
      {
        action: `/technologies/${row.slug}/gates/${view.gate}/waivers`,
        hidden: hiddenOf(state),
        condition: fields.select("condition", {
          label: t("gate:waiver.condition"),
          choose: true,
          options: waivable.map(({ key }) => ({ value: key, label: conditionTitle(language, key) })),
        }),
        // What was typed is shown again, though the condition be asked for meanwhile.
        asks: waivable.length > 0 || form !== undefined,
        pending: pending.map((waiver) => ({
          term: conditionTitle(language, waiver.condition),
          value: t("gate:waiver.pending", { waiver: waiver.waiver, day: language.format.date(waiver.until) }),
        })),
        findings: waivable.map((one) => ({
          term: conditionTitle(language, one.key),
          value: html`${conditionReason(language, view.policy, one)}
          ${t("gate:waiver.wouldCover", { things: thingsText(language, view.policy, one.key, one.names ?? []) })}`,
        })),
        reason: fields.textarea("reason", { label: t("gate:waiver.reason"), rows: 4 }),
        control: fields.textarea("control", {
          label: t("gate:waiver.control"),
          hint: t("gate:waiver.controlHint"),
          rows: 3,
        }),
        until: fields.date("until", { label: t("gate:waiver.untilLabel") }),
      },
    );
  };
  return {
    show: (req: Request, res: Response) => show(req, res),
    async submit(req: Request, res: Response, form: Form<z.output<typeof waiverSchema>>): Promise<void> {
      if (!form.valid) return show(req, res, form);
      const row = await theTechnology(deps.services, req);
      const gate = gateOf(req);
      const { condition, reason, control, until } = form.values;
      const outcome = await handle(
        deps.services,
        submission(res, form, "planner", "evaluator"),
        onTechnology(row.id, {
          type: "RequestWaiver",
          gate,
          condition,
          reason: { text: reason },
          control: { text: control },
          until,
        }),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/gates/${gate}`, "gate:waiver.asked");
    },
  };
}
