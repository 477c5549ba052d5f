import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import { waiverView } from "../../application/waiver.ts";
import type { WaiverView } from "../../application/waiver.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, optionalText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { conditionTitle } from "../say/condition.ts";
import { textShown } from "../say/text.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf, pathValue } from "../visitor.ts";
import { wordsFor } from "../words.ts";
import { crumbsOf } from "./gate-parts.ts";
import { findingFacts, grantClosed } from "./waiver-finding.ts";

export const waiverDecisionSchema = z.object({
  choice: choice(["grant", "refuse"]),
  reason: optionalText(4000),
  shown: optionalText(100),
});

type Asked = { readonly row: PortfolioRow; readonly view: WaiverView };

/** Two approvers grant it; one is enough to refuse. */
export function waiverDecisionPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { row, view } = await found(req);
      await showDecision(res, row, view, blankForm({}, view.state.version));
    },
    async submit(req: Request, res: Response, form: Form<z.output<typeof waiverDecisionSchema>>): Promise<void> {
      const { row, view } = await found(req);
      if (!form.valid) return showDecision(res, row, view, form);
      const { waiver } = view;
      const { choice: chosen, reason, shown } = form.values;
      if (chosen === "refuse" && reason === "") {
        return showDecision(
          res,
          row,
          view,
          invalid(form, { field: "reason", key: "gate:waiver.refusalMissing", params: {} }),
        );
      }
      const outcome = await handle(
        services,
        submission(res, form, "approver"),
        onTechnology(
          row.id,
          chosen === "grant"
            ? { type: "GrantWaiver", waiver: waiver.waiver, shown }
            : { type: "RefuseWaiver", waiver: waiver.waiver, reason: { text: reason } },
        ),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return showDecision(res, row, (await found(req)).view, again);
      done(
        res,
        `/technologies/${row.slug}/gates/${waiver.gate}`,
        chosen === "grant" ? "gate:waiver.supported" : "gate:waiver.refused",
      );
    },
  };

  async function found(req: Request): Promise<Asked> {
    const row = await theTechnology(services, req);
    return { row, view: (await waiverView(services, row.id, pathValue(req, "waiver"))) ?? notFound() };
  }

  async function showDecision(res: Response, row: PortfolioRow, view: WaiverView, form: FormState): Promise<void> {
    const language = languageOf(res);
    const { t, format } = language;
    const { waiver } = view;
    const words = await wordsFor(services, res, view.state, [waiver.reason, waiver.control]);
    const fields = fieldsOf(form, language);
    await render(
      res,
      "pages/gate/waiver-decision",
      {
        title: t("gate:waiver.decideTitle", { waiver: waiver.waiver, name: row.name }),
        section: "portfolio",
        crumbs: crumbsOf(language, row, waiver.gate),
        lead: conditionTitle(language, waiver.condition),
        form,
      },
      {
        action: `/technologies/${row.slug}/waivers/${waiver.waiver}`,
        hidden: [...hiddenOf(form), { name: "shown", value: view.shown }],
        facts: [
          ...findingFacts(language, view),
          { term: t("gate:waiver.reason"), value: textShown(language, words.get(waiver.reason)) },
          { term: t("gate:waiver.control"), value: textShown(language, words.get(waiver.control)) },
          { term: t("gate:waiver.untilLabel"), value: format.date(waiver.until) },
          {
            term: t("gate:waiver.supporters"),
            value: t("gate:waiver.supportersOf", {
              count: view.supporters.length,
              needed: view.policy.waivers.grantors,
            }),
          },
        ],
        choice: fields.radios("choice", {
          legend: t("gate:waiver.choice"),
          closed: grantClosed(language, view),
          options: [
            ...(grantClosed(language, view).length > 0
              ? []
              : [{ value: "grant", label: t("gate:waiver.grant"), hint: t("gate:waiver.grantHint") }]),
            { value: "refuse", label: t("gate:waiver.refuse"), hint: t("gate:waiver.refuseHint") },
          ],
        }),
        reason: fields.textarea("reason", { label: t("gate:waiver.refusal"), rows: 3, optional: true }),
      },
    );
  }
}
