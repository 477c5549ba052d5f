import type { Response } from "express";
import type { FormState } from "../forms/form.ts";
import { outcomeOfForm } from "../forms/show.ts";
import { sendPage } from "../send-page.ts";
import type { Crumb, PageModel } from "../view/chrome.ts";
import { labelsIn } from "../view/fields-in.ts";
import type { Content } from "../view/html.ts";
import { localeNames } from "../view/locale.ts";
import { strangerOf } from "./stranger.ts";
import type { Stranger } from "./stranger.ts";

/** What an outside page says about itself, above its own content. */
export type OutsidePage = Pick<PageModel, "title" | "lead" | "eyebrow"> & {
  readonly crumbs?: readonly Crumb[];
  /** The form on the page: sets the status and the error summary. */
  readonly form?: FormState;
  readonly status?: number;
  /** The same for everybody until something changes: anyone may keep it, and asks each time whether it still is. */
  readonly shared?: boolean;
  /** A code stands on it that opens something. */
  readonly secret?: boolean;
  /** Only shown to whoever works here, before the public sees it: the sentence that says so. */
  readonly preview?: Content;
  /** Feeds that tell of the same. */
  readonly feeds?: readonly { readonly type: string; readonly title: string; readonly href: string }[];
  /** A file of views/assets that adds comfort; every page works without. */
  readonly script?: string;
};

/** The one way an outside page is sent. Whatever it says, it says to everybody: the model holds nothing of anybody's. */
export function renderOutside(
  res: Response,
  view: string,
  { form, status, shared = false, secret = false, ...page }: OutsidePage,
  model: object,
  stranger: Stranger = strangerOf(res),
): void {
  const { views, language } = stranger;
  const outcome = form === undefined ? {} : outcomeOfForm(form, language, new Map(), labelsIn(model));
  const body = views.part(view, language.locale, model);
  const whole = views.part("layouts/outside", language.locale, {
    ...frameOf(stranger, page),
    page: { ...page, ...outcome },
    body,
  });
  sendPage(res, [whole.text], {
    status: status ?? form?.status ?? 200,
    revalidated: false,
    shared: shared && form === undefined,
    secret,
  });
}

function frameOf({ language, body, hasPages, demonstration, to, inLanguage }: Stranger, { title }: OutsidePage) {
  const { locale, t } = language;
  const other = locale === "en" ? "zh-CN" : "en";
  return {
    lang: locale,
    who: body ?? t("outside:body"),
    windowTitle: `${title} – ${body ?? t("outside:body")}`,
    other: { locale: other, name: localeNames[other], href: inLanguage(other) },
    home: hasPages ? to("/public") : null,
    verify: hasPages ? to("/public/verify") : null,
    demonstration,
  };
}
