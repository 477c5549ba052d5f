import type { Request, Response } from "express";
import { z } from "zod";
import { weekdays } from "../../domain/mails/preferences.ts";
import type { MailPreferences } from "../../domain/mails/preferences.ts";
import { isTimeZone } from "../../config.ts";
import type { Deps } from "../deps.ts";
import { choice, choices, optionalText, wholeNumber } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { refusedOn } from "../say/refused-address.ts";
import { localeNames, locales } from "../view/locale.ts";
import { languageOf, personOf } from "../visitor.ts";

const yesNo = ["yes", "no"] as const;

export const preferencesSchema = z
  .object({
    digest: choice(yesNo),
    hour: wholeNumber({ least: 0, most: 23 }),
    days: choices(weekdays),
    urgent: choice(yesNo),
    locale: choice(["account", ...locales]),
    timeZone: optionalText(60).refine((zone) => zone === "" || isTimeZone(zone), "mails:page.timeZoneWrong"),
  })
  .superRefine(({ digest, days }, context) => {
    if (digest === "yes" && days.length === 0)
      context.addIssue({ code: "custom", path: ["days"], message: "mails:page.noDays" });
  });
type Values = z.output<typeof preferencesSchema>;

/** `/account/notifications`: what one is told by mail, when and how. */
export function preferencePages(deps: Deps) {
  const { services } = deps;
  return {
    async show(_req: Request, res: Response): Promise<void> {
      const { preferences } = await services.mailReaders.of(personOf(res).id);
      await showPreferences(deps, res, blankForm(typedOf(preferences)));
    },

    async save(_req: Request, res: Response, form: Form<Values>): Promise<void> {
      if (!form.valid) return showPreferences(deps, res, form);
      await services.mailReaders.save(personOf(res).id, preferencesIn(form.values));
      done(res, "/account/notifications", "mails:page.saved");
    },

    async confirm(_req: Request, res: Response): Promise<void> {
      await services.mailReaders.confirm(personOf(res).id);
      done(res, "/account/notifications", "mails:page.confirmed");
    },
  };
}

const typedOf = ({ digest, hour, days, urgent, locale, timeZone }: MailPreferences) => ({
  digest: digest ? "yes" : "no",
  hour: String(hour),
  days,
  urgent: urgent ? "yes" : "no",
  locale: locale ?? "account",
  timeZone: timeZone ?? "",
});

const preferencesIn = ({ digest, hour, days, urgent, locale, timeZone }: Values): MailPreferences => ({
  digest: digest === "yes",
  hour,
  days,
  urgent: urgent === "yes",
  locale: locale === "account" ? null : locale,
  timeZone: timeZone === "" ? null : timeZone,
});

async function showPreferences(deps: Deps, res: Response, form: FormState): Promise<void> {
  const { services, people, config } = deps;
  const language = languageOf(res);
  const { t } = language;
  const { id } = personOf(res);
  const email = (await people.find(id))?.email ?? "";
  const refused = await services.mailReaders.refusalOf(id, email);
  await render(
    res,
    "pages/mails/preferences",
    {
      title: t("mails:title"),
      crumbs: [{ text: t("account:title"), href: "/account" }],
      lead: t("mails:page.lead"),
      form,
    },
    {
      none: config.smtpUrl === null,
      to: refused === null && config.smtpUrl !== null ? t("mails:page.to", { email }) : null,
      refused:
        refused === null
          ? null
          : {
              text: t("mails:page.refused", { email, day: refusedOn(deps, language, refused) }),
              hidden: hiddenOf(blankForm()),
            },
      hidden: hiddenOf(form),
      ...fieldModels(deps, res, form),
    },
  );
}

function fieldModels({ config }: Deps, res: Response, form: FormState) {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const either = yesNo.map((value) => ({ value, label: t(`mails:page.${value}`) }));
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    text: `${String(hour).padStart(2, "0")}:00`,
  }));
  return {
    digest: fields.radios("digest", {
      legend: t("mails:page.digest"),
      hint: t("mails:page.digestHint"),
      options: either,
      inline: true,
    }),
    hour: fields.select("hour", {
      label: t("mails:page.hour"),
      options: hours.map(({ value, text }) => ({ value, label: text })),
    }),
    days: fields.checkboxes("days", {
      legend: t("mails:page.days"),
      options: weekdays.map((value) => ({ value, label: t(`mails:weekday.${value}`) })),
    }),
    urgent: fields.radios("urgent", {
      legend: t("mails:page.urgent"),
      hint: t("mails:page.urgentHint"),
      options: either,
      inline: true,
    }),
    locale: fields.radios("locale", {
      legend: t("mails:page.locale"),
      options: [
        { value: "account", label: t("mails:page.localeAccount") },
        ...locales.map((locale) => ({ value: locale, label: localeNames[locale] })),
      ],
    }),
    timeZone: fields.text("timeZone", {
      label: t("mails:page.timeZone"),
      hint: t("mails:page.timeZoneHint", { zone: config.timeZone }),
      optional: true,
      maxlength: 60,
    }),
  };
}
