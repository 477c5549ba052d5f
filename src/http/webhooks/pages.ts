import type { Request, Response } from "express";
import { z } from "zod";
import type { Delivery } from "../../authority/webhooks.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choices, requiredText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { pathValue, queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { crumbsOf, showWebhooks, toldTypes } from "./list.ts";

export const webhookSchema = z.object({
  name: requiredText(80, { missing: "webhooks:form.nameMissing" }),
  url: requiredText(1000).refine(isAddress, "webhooks:form.urlWrong"),
  types: choices(toldTypes).refine((types) => types.length > 0, "webhooks:form.typesMissing"),
});

const perPage = 50;

/** `/administration/webhooks`: who is told, what was sent, and once more by hand. */
export function webhookPages(deps: Deps) {
  const { webhooks, administrativeLog } = deps.services;
  return {
    show: (_req: Request, res: Response): Promise<void> => showWebhooks(deps, res, blankForm()),

    make: (_req: Request, res: Response, form: Form<z.output<typeof webhookSchema>>): Promise<void> =>
      makeWebhook(deps, res, form),

    async deliveries(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const hook = (await webhooks.all()).find(({ id }) => id === pathValue(req, "webhook")) ?? notFound();
      const before = positionIn(queryValue(req, "before"));
      const sent = await webhooks.deliveries(hook.id, { before, limit: perPage + 1 });
      const isAdministrator = personOf(res).roles.includes("administrator");
      await render(
        res,
        "pages/webhooks/deliveries",
        {
          title: hook.name,
          section: "people",
          crumbs: [...crumbsOf(language), { text: t("webhooks:title"), href: "/administration/webhooks" }],
          lead: t("webhooks:deliveries.lead"),
        },
        {
          url: hook.url,
          rows: sent.slice(0, perPage).map((delivery) => rowOf(language, delivery, isAdministrator)),
          pager: pagerOf(language, hook.id, before, sent),
        },
      );
    },

    async end(req: Request, res: Response): Promise<void> {
      if (!(await webhooks.end(pathValue(req, "webhook")))) notFound();
      await administrativeLog.note({ kind: "webhook-ended", actor: personOf(res).id, subject: null });
      done(res, "/administration/webhooks", "webhooks:ended");
    },

    async replay(req: Request, res: Response): Promise<void> {
      await webhooks.replay(pathValue(req, "delivery"));
      done(res, `/administration/webhooks/${pathValue(req, "webhook")}`, "webhooks:deliveries.replayed");
    },
  };
}

async function makeWebhook(deps: Deps, res: Response, form: Form<z.output<typeof webhookSchema>>): Promise<void> {
  const { webhooks, administrativeLog, ledger } = deps.services;
  if (!form.valid) return showWebhooks(deps, res, form);
  const { host, protocol } = new URL(form.values.url);
  const allowed = (await webhooks.hosts()).find((known) => known.host === host);
  if (allowed === undefined || (protocol !== "https:" && !allowed.inside)) {
    const key = allowed === undefined ? "webhooks:form.hostMissing" : "webhooks:form.urlWrong";
    return showWebhooks(deps, res, invalid(form, { field: "url", key, params: { host } }));
  }
  const { id } = personOf(res);
  const { position } = await ledger.head();
  const { secret } = await webhooks.create({ ...form.values, madeBy: id, position });
  await administrativeLog.note({ kind: "webhook-made", actor: id, subject: null });
  const language = languageOf(res);
  const { t } = language;
  const head = {
    title: t("webhooks:madeTitle"),
    crumbs: crumbsOf(language),
    lead: t("webhooks:once"),
    secret: true,
  };
  await render(res, "pages/webhooks/made", head, { secret });
}

/** No credentials in it: they would stand on a page. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + hash === "";
}

/** What is no position begins at the newest. */
const positionIn = (text: string | undefined): number | null => (/^\d{1,15}$/.test(text ?? "") ? Number(text) : null);

function pagerOf({ t }: Language, hook: string, before: number | null, sent: readonly Delivery[]) {
  const last = sent.length > perPage ? sent[perPage - 1] : undefined;
  if (before === null && last === undefined) return null;
  const place = `/administration/webhooks/${hook}`;
  return {
    ...(before !== null && { previous: { text: t("common:pager.first"), href: place } }),
    ...(last !== undefined && {
      next: { text: t("webhooks:deliveries.older"), href: `${place}?before=${last.position}` },
    }),
  };
}

function rowOf({ t, format }: Language, delivery: Delivery, isAdministrator: boolean) {
  const { id, webhook, position, status, attempts, triedAt, answer, millis } = delivery;
  const at = triedAt === null ? null : format.dateTime(new Date(triedAt).toISOString());
  return {
    entry: t("webhooks:deliveries.entry", { position }),
    href: `/ledger/${position}`,
    text: [
      t(`webhooks:deliveries.status.${status}`),
      ...(attempts === 0 ? [] : [t("webhooks:deliveries.tries", { count: attempts })]),
      ...(at === null ? [] : [t("webhooks:deliveries.tried", { at, millis: millis ?? 0 })]),
    ].join(" · "),
    answer: answer ?? "–",
    replay: isAdministrator
      ? { action: `/administration/webhooks/${webhook}/replay/${id}`, hidden: hiddenOf(blankForm()) }
      : null,
  };
}
