import type { Request, Response } from "express";
import { z } from "zod";
import { waiverView } from "../../application/waiver.ts";
import type { WaiverView } from "../../application/waiver.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, optionalText } from "../forms/fields.ts";
import { invalid } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { conditionTitle } from "../say/condition.ts";
import { textShown } from "../say/text.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { FactModel } from "../view/components.ts";
import type { Form as Fields } from "../view/form.ts";
import { pathValue } from "../request-values.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { gateCrumb } from "./gate-parts.ts";
import { findingFacts, grantClosed } from "./waiver-finding.ts";

export const waiverDecisionSchema = z.object({
  choice: choice(["grant", "refuse"]),
  reason: optionalText(4000),
  shown: optionalText(100),
});

type WaiverPage = TechnologyPage & { readonly view: WaiverView; readonly words: Words };

/** Two approvers grant it; one is enough to refuse. */
export const waiverDecisionPages = ({ services }: Deps) =>
  formPage<typeof waiverDecisionSchema, WaiverPage>(
    services,
    {
      schema: waiverDecisionSchema,
      roles: ["approver"],
      action: ({ view, at }) => at(`waivers/${view.waiver.waiver}`),
      problem: (form) =>
        form.values.choice === "refuse" && form.values.reason === ""
          ? invalid(form, { field: "reason", key: "gate:waiver.refusalMissing", params: {} })
          : null,
      command: ({ choice: chosen, reason, shown }, { view: { waiver } }) =>
        chosen === "grant"
          ? { type: "GrantWaiver", waiver: waiver.waiver, shown }
          : { type: "RefuseWaiver", waiver: waiver.waiver, reason: { text: reason } },
      done: ({ choice: chosen }, { view }) => ({
        to: `gates/${view.waiver.gate}`,
        key: chosen === "grant" ? "gate:waiver.supported" : "gate:waiver.refused",
      }),
      show: waiverDecisionShown,
    },
    async (req: Request, res: Response) => {
      const page = await technologyPage(services, req, res);
      const view = (await waiverView(services, page.row.id, pathValue(req, "waiver"))) ?? notFound();
      const { reason, control } = view.waiver;
      return { ...page, view, words: await wordsFor(services, res, view.state, [reason, control]) };
    },
  );

function waiverDecisionShown(page: WaiverPage, fields: Fields, form: FormState): FormFace {
  const { row, view, language } = page;
  const { t } = language;
  const { waiver } = view;
  const closed = grantClosed(language, view);
  const grant = { value: "grant", label: t("gate:waiver.grant"), hint: t("gate:waiver.grantHint") };
  const refuse = { value: "refuse", label: t("gate:waiver.refuse"), hint: t("gate:waiver.refuseHint") };
  return {
    view: "pages/gate/waiver-decision",
    head: {
      title: t("gate:waiver.decideTitle", { waiver: waiver.waiver, name: row.name }),
      trail: [gateCrumb(page, waiver.gate)],
      lead: conditionTitle(language, waiver.condition),
    },
    model: {
      hidden: [...hiddenOf(form), { name: "shown", value: view.shown }],
      facts: waiverFacts(page),
      choice: fields.radios("choice", {
        legend: t("gate:waiver.choice"),
        closed,
        options: closed.length > 0 ? [refuse] : [grant, refuse],
      }),
      reason: fields.textarea("reason", { label: t("gate:waiver.refusal"), rows: 3 }),
    },
  };
}

function waiverFacts({ view, words, language }: WaiverPage): readonly FactModel[] {
  const { t, format } = language;
  const { waiver, supporters, policy } = view;
  return [
    ...findingFacts(language, view),
    { term: t("gate:waiver.reason"), value: textShown(language, words.get(waiver.reason)) },
    { term: t("gate:waiver.control"), value: textShown(language, words.get(waiver.control)) },
    { term: t("gate:waiver.untilLabel"), value: format.date(waiver.until) },
    {
      term: t("gate:waiver.supporters"),
      value: t("gate:waiver.supportersOf", { count: supporters.length, needed: policy.waivers.grantors }),
    },
  ];
}
