import type { Request, Response } from "express";
import type { FormState } from "./forms/form.ts";
import { answersIn } from "./forms/answers.ts";
import { draftsOnPage } from "./forms/draft-note.ts";
import { hasTyping } from "./forms/keep.ts";
import type { KeptTyping } from "./forms/keep.ts";
import { outcomeOfForm } from "./forms/show.ts";
import { hasSecret } from "./middleware/request-log.ts";
import { questionOf } from "./confirm.ts";
import { isNavigation } from "./navigation.ts";
import { sendPage } from "./send-page.ts";
import type { PageModel } from "./view/chrome.ts";
import type { Content } from "./view/html.ts";
import { labelsIn } from "./view/fields-in.ts";
import { visitorOf } from "./visitor.ts";
import type { Values } from "./view/translate.ts";

export type PageOptions = PageModel & {
  /** The form on the page: sets the status, the error summary, the reasons and the notice. */
  readonly form?: FormState;
  /** What a field is called, said in the error summary of a form with very many. */
  readonly placeOf?: (field: string) => string | undefined;
  readonly status?: number;
  /** The page is the same for its reader until something changes, and holds no words that only some may read. */
  readonly revalidated?: boolean;
  /** A link or token stands in it that opens something to whoever has it. */
  readonly secret?: boolean;
  /** The page shows the past: a position of the ledger and its moment. */
  readonly asOf?: { readonly position: number; readonly at: string };
};

/** The one way a page is sent: the view, what the frame says about the page, and the view's finished model. */
export async function render(
  res: Response,
  view: string,
  { form, placeOf, status, asOf, revalidated = false, secret = false, ...page }: PageOptions,
  model: object,
): Promise<void> {
  const visitor = visitorOf(res);
  const { views, language, tellings, frame, withheld, draft } = visitor;
  if (form !== undefined && visitor.keep !== null && !secret && !isButtonRefused(form) && isNavigation(res.req)) {
    // Back and reload then open a page that can be opened again, with everything typed on it.
    res.redirect(303, await visitor.keep(form));
    return;
  }
  const asking = form?.asks === undefined ? visitor.asking : form;
  if (form !== undefined && asking !== null) {
    visitor.asking = null;
    const answers = answersIn(model, views.part(view, language.locale, model).text, language);
    const question = questionOf(res, asking, answers);
    return render(res, question.view, { ...question.head, ...aboutIn(res.req, page) }, question.model);
  }
  // A page in answer to a form that shows no form again: it did what was asked.
  if (visitor.keep !== null && form === undefined && (status ?? 200) === 200) visitor.sent = true;
  const outcome =
    form === undefined || isPlainDraft(draft, form)
      ? {}
      : outcomeOfForm(form, language, tellings, placeOf ?? labelsIn(model));
  const notice = takeFlash(res) ?? page.notice;
  const drafts = page.drafts !== undefined || form === undefined ? page.drafts : draftsOnPage(res);
  const now = { ...(await frame()), path: pathToReopen(res.req) };
  const visit =
    asOf === undefined
      ? now
      : { ...now, asOf: asOf.position, ...(now.ledger && { ledger: { ...now.ledger, at: asOf.at } }) };
  const whole = {
    ...page,
    ...outcome,
    ...(notice !== undefined && { notice }),
    drafts,
    ...(withheld.sentence !== null && { withheld: withheld.sentence }),
  };
  const pieces = views.pieces(view, { locale: language.locale, visit, page: whole, model });
  sendPage(res, pieces, {
    status: status ?? form?.status ?? 200,
    // What is said once is not said again by a browser that goes back.
    revalidated:
      revalidated && form === undefined && drafts == null && notice === undefined && withheld.sentence === null,
    secret: secret || hasSecret(res.req.originalUrl),
  });
}

/** Post, redirect, get: what was done is said once on the page the person lands on. */
export function done(res: Response, to: string, key?: string, values: Values = {}): void {
  if (key !== undefined) res.req.session.flash = { key, values };
  visitorOf(res).sent = true;
  res.redirect(303, to);
}

/** Who decides on several technologies in a row is told which of them this is. */
function aboutIn({ originalUrl }: Request, { crumbs = [], eyebrow }: PageModel): Pick<PageModel, "crumbs" | "eyebrow"> {
  const [, technology] = crumbs;
  const isAbout = technology !== undefined && /^\/technologies\/[^/?]+/.test(originalUrl);
  return { crumbs, eyebrow: isAbout ? [technology.text] : eyebrow };
}

/** What it says is said by the note of the draft itself. */
const isPlainDraft = (draft: KeptTyping | null, { resumed, since }: FormState): boolean =>
  draft !== null && resumed === true && since === undefined;

function takeFlash(res: Response): Content | undefined {
  const { session } = res.req;
  const flash = session?.flash;
  if (flash === undefined) return undefined;
  delete session.flash;
  return visitorOf(res).language.t.html(flash.key, flash.values);
}

/** A page that answered a POST cannot be opened again at its address; the language switch leads to where it came from. */
function pathToReopen(req: Request): string {
  if (req.method === "GET" || req.method === "HEAD") return req.originalUrl;
  const referer = req.get("referer");
  if (referer === undefined || !URL.canParse(referer)) return "/";
  const { host, pathname, search } = new URL(referer);
  return host === req.get("host") ? pathname + search : "/";
}

/** Nothing was typed that could be lost, and shown again later the refusal would be of a state that has passed. */
const isButtonRefused = ({ status, typed }: FormState): boolean => status === 409 && !hasTyping(typed);
