import type { Request, Response } from "express";
import { z } from "zod";
import { approverReasons } from "../../domain/technology/risks/ask.ts";
import { addDays } from "../../domain/words/days.ts";
import { foundBy } from "../choices/choices.ts";
import type { Choices } from "../choices/choices.ts";
import { choiceField } from "../choices/fields.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { day, reference, requiredText } from "../forms/fields.ts";
import { hiddenOf } from "../forms/show.ts";
import type { FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { riskCrumb, riskPage, risksCrumb } from "./risks-page.ts";
import type { RiskPage } from "./risks-page.ts";
import { levelText } from "./words.ts";

export const askSchema = z.object({
  of: reference(),
  approver: reference(),
  until: day({ missing: "risks:ask.untilMissing" }),
  text: requiredText(4000),
});

/** Who asks names the approver, the last day, and why the risk should be carried. */
export const askPages = (deps: Deps) =>
  formPage<typeof askSchema, RiskPage>(
    deps.services,
    {
      schema: askSchema,
      roles: ["planner"],
      action: ({ at, risk }) => at(`risks/${risk.item}/acceptance`),
      blank: ({ row, today, policy }) =>
        formInStage(row, "AskRiskAcceptance", {
          until: addDays(today, Math.min(usualDays, policy.safeguards.riskRegister.acceptanceDays)),
        }),
      command: ({ of, approver, until, text }, { risk }) => ({
        type: "AskRiskAcceptance",
        item: risk.item,
        of,
        approver,
        until,
        text: { text },
      }),
      done: (_, { risk }) => ({ to: `risks/${risk.item}`, key: "risks:ask.done" }),
      show: (page, fields, form) => askShown(deps, page, fields, form),
    },
    (req, res) => riskPage(deps.services, req, res),
  );

/** Days that the form begins with. */
const usualDays = 90;

async function askShown(deps: Deps, page: RiskPage, fields: Fields, form: FormState): Promise<FormFace> {
  const { language, risk, at, policy } = page;
  const { t } = language;
  return {
    view: "pages/risks/ask",
    head: {
      title: t("risks:ask.title", { risk: risk.name }),
      trail: [risksCrumb(page), riskCrumb(page)],
      lead: t("risks:ask.lead", {
        level: levelText(language, risk.residual.rating),
        appetite: t(`words:riskStep.${risk.appetite}`),
      }),
    },
    model: {
      hidden: [...hiddenOf(form), { name: "of", value: risk.digest }],
      approver: await choiceField(
        fields,
        "approver",
        { label: t("risks:ask.approver"), hint: t("risks:ask.approverHint") },
        eligible(deps, page),
      ),
      until: fields.date("until", {
        label: t("risks:ask.until"),
        hint: t("risks:ask.untilHint", { days: policy.safeguards.riskRegister.acceptanceDays }),
      }),
      text: fields.textarea("text", { label: t("risks:ask.text"), hint: t("risks:ask.textHint"), rows: 5 }),
      back: at(`risks/${risk.item}`),
    },
  };
}

/** For the script of the form. */
export const approversFound = (deps: Deps) =>
  foundBy(deps, async (_deps, _language, _person, req: Request, res: Response) =>
    eligible(deps, await riskPage(deps.services, req, res)),
  );

/** Only those whom the domain would take. */
function eligible(deps: Deps, { technology, risk, facts, person, language, at }: RiskPage): Choices {
  return peopleChoices(deps.people, language, {
    among: deps.services.views.people.all(),
    may: ({ id }) => approverReasons(technology, risk, id, person.id, facts).length === 0,
    address: at(`risks/${risk.item}/acceptance/people`),
  });
}
