import type { Request, Response } from "express";
import { z } from "zod";
import type { FeedToken } from "../../authority/feed-tokens.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { optionalText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { originOf } from "../origin.ts";
import { done, render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";

export const feedSchema = z.object({ of: optionalText(200) });

/** `/account/calendar`: addresses of calendars, made and revoked by whoever uses them. */
export function calendarPages(deps: Deps) {
  const { feedTokens } = deps.services.accounts;
  const { administrativeLog } = deps.services;
  return {
    show: (_req: Request, res: Response): Promise<void> => showFeeds(deps, res, blankForm({ of: "" })),

    async make(req: Request, res: Response, form: Form<z.output<typeof feedSchema>>): Promise<void> {
      if (!form.valid) return showFeeds(deps, res, form);
      const { id, roles } = personOf(res);
      const { of } = form.values;
      const department = of === "" ? null : of;
      const isKnown =
        department === null || deps.services.views.departments.all().some(({ key }) => key === department);
      if (!isKnown || (department !== null && roles.length === 0))
        return showFeeds(deps, res, invalid(form, { field: "of", key: "errors:field.choose", params: {} }));
      const token = await feedTokens.create(id, department);
      if (token === null)
        return showFeeds(deps, res, invalid(form, { field: "of", key: "calendar:form.full", params: {} }));
      await administrativeLog.note({ kind: "feed-made", actor: id, subject: id });
      await showOnce(deps, req, res, token);
    },

    async revoke(req: Request, res: Response): Promise<void> {
      const { id } = personOf(res);
      if (!(await feedTokens.revoke(id, pathValue(req, "feed")))) notFound();
      await administrativeLog.note({ kind: "feed-revoked", actor: id, subject: id });
      done(res, "/account/calendar", "calendar:revoked");
    },
  };
}

const crumbsOf = ({ t }: Language) => [{ text: t("account:title"), href: "/account" }];

/** The one page that shows it. */
async function showOnce({ config }: Deps, req: Request, res: Response, token: string): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  await render(
    res,
    "pages/calendar/made",
    { title: t("calendar:madeTitle"), crumbs: crumbsOf(language), lead: t("calendar:once"), secret: true },
    { address: `${originOf(req, config)}/calendar/${token}.ics` },
  );
}

async function showFeeds(deps: Deps, res: Response, form: FormState): Promise<void> {
  const { services } = deps;
  const language = languageOf(res);
  const { t } = language;
  const { id, roles } = personOf(res);
  const feeds = await services.accounts.feedTokens.of(id);
  const departments = roles.length === 0 ? [] : services.views.departments.all();
  await render(
    res,
    "pages/calendar/calendar",
    { title: t("calendar:title"), crumbs: crumbsOf(language), lead: t("calendar:lead"), form },
    {
      hidden: hiddenOf(form),
      of: fieldsOf(form, language).select("of", {
        label: t("calendar:form.of"),
        options: [
          { value: "", label: t("calendar:own") },
          ...departments.map(({ key }) => ({ value: key, label: departmentName(language, departments, key) })),
        ],
      }),
      feeds: feeds.map((feed) => feedLine(deps, language, feed)),
    },
  );
}

function feedLine({ services }: Deps, language: Language, feed: FeedToken) {
  const { t, format } = language;
  const { id, department, createdAt, usedAt } = feed;
  const departments = services.views.departments.all();
  return {
    name: department === null ? t("calendar:own") : departmentName(language, departments, department),
    times: t("calendar:made", { at: format.dateTime(createdAt) }),
    used: usedAt === null ? t("calendar:neverUsed") : t("calendar:used", { at: format.dateTime(usedAt) }),
    action: `/account/calendar/${id}/revocation`,
    hidden: hiddenOf(blankForm()),
  };
}
