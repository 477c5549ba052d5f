import type { Request, Response } from "express";
import { mailStatuses } from "../../authority/outbox.ts";
import type { ListedMail } from "../../authority/outbox.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { refusedOn, refusedPeople } from "../say/refused-address.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";

const pageSize = 50;

/** `/administration/mails`: how many mails went out, where they do not arrive, and a try by hand. */
export function outboxPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t, format } = language;
      const after = queryValue(req, "after") ?? null;
      const troubled = await services.outbox.troubled({ after, limit: pageSize + 1 });
      const [counts, last] = [await services.outbox.counts(), await services.outbox.lastSent()];
      await render(
        res,
        "pages/mails/outbox",
        {
          title: t("mails:outbox.title"),
          section: "people",
          crumbs: [
            { text: t("people:list.title"), href: "/people" },
            { text: t("administration:title"), href: "/administration" },
          ],
          lead: t("mails:outbox.lead"),
        },
        {
          none: deps.config.smtpUrl === null,
          facts: [
            {
              term: t("mails:outbox.last"),
              value: last === null ? t("mails:outbox.never") : format.dateTime(isoOf(last)),
            },
            ...mailStatuses
              .filter((status) => counts[status] > 0)
              .map((status) => ({ term: t(`mails:outbox.status.${status}`), value: format.number(counts[status]) })),
          ],
          addresses: await refusedAddresses(deps, language),
          rows: await rowsOf(
            deps,
            language,
            troubled.slice(0, pageSize),
            personOf(res).roles.includes("administrator"),
          ),
          pager: pagerOf(language, troubled, after),
        },
      );
    },

    async retry(req: Request, res: Response): Promise<void> {
      const mail = pathValue(req, "mail");
      if (await services.outbox.retry(mail)) services.log.info({ event: "mail-retried", mail, by: personOf(res).id });
      done(res, "/administration/mails", "mails:outbox.retried");
    },
  };
}

const isoOf = (at: number): string => new Date(at).toISOString();

async function refusedAddresses(deps: Deps, language: Language) {
  const { t } = language;
  return (await refusedPeople(deps)).map(({ id, name, email, refusal }) => ({
    name,
    href: `/people/${id}#details-title`,
    email,
    text: t("mails:outbox.addressText", { day: refusedOn(deps, language, refusal), code: String(refusal.code) }),
  }));
}

async function rowsOf({ people }: Deps, { t, format }: Language, mails: readonly ListedMail[], mayRetry: boolean) {
  const names = await people.names(mails.map(({ person }) => person));
  return mails.map(({ id, person, purpose, status, attempts, madeAt, nextAt, answer }) => ({
    at: format.dateTime(isoOf(madeAt)),
    name: names.get(person) ?? t("people:erased"),
    href: `/people/${person}`,
    purpose: t(`mails:outbox.purpose.${purpose}`),
    status: t(`mails:outbox.status.${status}`),
    tries:
      status === "waiting" ? t("mails:outbox.tries", { count: attempts, at: format.dateTime(isoOf(nextAt)) }) : null,
    answer: answer ?? "–",
    retry:
      mayRetry && (status === "waiting" || status === "dead")
        ? { action: `/administration/mails/${id}/retry`, hidden: hiddenOf(blankForm()) }
        : null,
  }));
}

function pagerOf({ t }: Language, troubled: readonly ListedMail[], after: string | null) {
  const last = troubled.length > pageSize ? troubled[pageSize - 1] : undefined;
  if (after === null && last === undefined) return null;
  return {
    ...(after !== null && { previous: { text: t("common:pager.first"), href: "/administration/mails" } }),
    ...(last !== undefined && {
      next: { text: t("mails:outbox.older"), href: `/administration/mails?after=${last.madeAt}~${last.id}` },
    }),
  };
}
