import type { Response } from "express";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";

/** Types of entries that programs may be told of. */
export const toldTypes = [
  "TechnologyProposed",
  "PilotOpened",
  "EvidenceAttached",
  "GateDecided",
  "WaveOpened",
  "RolloutHeld",
  "RolloutResumed",
  "RolledBack",
] as const;

export const crumbsOf = ({ t }: Language) => [
  { text: t("people:list.title"), href: "/people" },
  { text: t("administration:title"), href: "/administration" },
];

export async function showWebhooks(deps: Deps, res: Response, form: FormState): Promise<void> {
  const { webhooks } = deps.services;
  const language = languageOf(res);
  const { t, format } = language;
  const isAdministrator = personOf(res).roles.includes("administrator");
  const hidden = () => hiddenOf(blankForm());
  await render(
    res,
    "pages/webhooks/webhooks",
    {
      title: t("webhooks:title"),
      section: "people",
      crumbs: crumbsOf(language),
      lead: t(deps.config.demo ? "webhooks:leadDemo" : "webhooks:lead"),
      form,
    },
    {
      hooks: (await webhooks.all()).map(({ id, name, url, madeAt }) => ({
        name,
        href: `/administration/webhooks/${id}`,
        url,
        made: t("webhooks:made", { at: format.dateTime(new Date(madeAt).toISOString()) }),
        end: isAdministrator ? { action: `/administration/webhooks/${id}/end`, hidden: hidden() } : null,
      })),
      hosts: (await webhooks.hosts()).map(({ host, inside }) => ({
        host,
        inside,
        end: isAdministrator ? { hidden: [...hidden(), { name: "host", value: host }] } : null,
      })),
      forms: isAdministrator ? formModels(language, form) : null,
    },
  );
}

function formModels(language: Language, form: FormState) {
  const { t } = language;
  const fields = fieldsOf(form, language);
  return {
    hidden: hiddenOf(form),
    name: fields.text("name", { label: t("webhooks:form.name"), maxlength: 80 }),
    url: fields.text("url", {
      label: t("webhooks:form.url"),
      hint: t("webhooks:form.urlHint"),
      type: "url",
      maxlength: 1000,
    }),
    types: fields.checkboxes("types", {
      legend: t("webhooks:form.types"),
      stacked: true,
      options: toldTypes.map((value) => ({ value, label: t(`webhooks:kind.${value}`) })),
    }),
    host: fields.text("host", { label: t("webhooks:hosts.name"), hint: t("webhooks:hosts.nameHint"), maxlength: 255 }),
    inside: fields.checkboxes("inside", {
      legend: t("webhooks:hosts.where"),
      stacked: true,
      options: [{ value: "yes", label: t("webhooks:hosts.inside"), hint: t("webhooks:hosts.insideHint") }],
    }),
  };
}
