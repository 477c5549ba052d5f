import type { Request, RequestHandler, Response } from "express";
import { z } from "zod";
import type { Services } from "../../application/services.ts";
import { Fault } from "../faults.ts";
import { done } from "../page.ts";
import { languageOf, visitorOf } from "../visitor.ts";
import { authorOf } from "./author.ts";
import { readForm } from "./form.ts";
import type { FormState } from "./form.ts";
import { dropTyping, hasTyping, keepTyping } from "./keep.ts";
import { draftOpener } from "./opened.ts";
import type { Opened } from "./opened.ts";
import { pageOfDraft, valuesIn } from "./places.ts";
import type { FormPlace, FormPlaces } from "./places.ts";
import { typedFrom } from "./typed.ts";
import type { Typed } from "./typed.ts";

/** What stands before and behind every form, so that nothing typed is lost. */
export type Keeping = {
  readonly places: FormPlaces;
  /** In front of an address that takes a form: whose page was it, and is it to be sent or only kept? */
  readonly before: (place: FormPlace | null) => RequestHandler;
  /** Once the form has been answered: what was taken is no draft any more. */
  readonly after: (res: Response, typed: Typed) => Promise<void>;
  /** The draft that a page shows instead of an empty form; null: the page as it is. */
  readonly opened: (req: Request, res: Response, page: string) => Promise<Opened | null>;
};

export function createKeeping(services: Services, places: FormPlaces): Keeping {
  const { drafts } = services;
  return {
    places,
    before: (place) => async (req, res, next) => {
      const typed = typedFrom(req.body);
      await refuseAnothersForm(services, req, res, typed);
      if (!(await keptHere(req, res, place, typed))) next();
    },
    after: async (res, typed) => {
      const { person, sent } = visitorOf(res);
      if (person !== null && sent) await dropTyping(drafts, person.id, asTyped(typed));
    },
    opened: draftOpener(services, places),
  };

  /** True where the form was only to be kept, and is. */
  async function keptHere(req: Request, res: Response, place: FormPlace | null, typed: Typed): Promise<boolean> {
    const visitor = visitorOf(res);
    const { person } = visitor;
    const address = req.path;
    if (person === null || place === null || places.sentTo(address) === null) return false;
    const keep = async (form: FormState, asked?: string): Promise<string> => {
      const id = await keepTyping(drafts, person.id, address, form, asked === undefined ? {} : { asked });
      return pageOfDraft(place, valuesIn(place.path, address) ?? {}, form.typed, id);
    };
    if (!place.answers) visitor.keep = keep;
    if (typed["intent"] !== "draft") return false;
    answerKept(req, res, await keep(asTyped(typed)));
    return true;
  }
}

/** Nothing is done in the name of whoever happens to be signed in now; the words stay their writer's. */
async function refuseAnothersForm(
  { drafts, accounts }: Services,
  { path }: Request,
  res: Response,
  typed: Typed,
): Promise<void> {
  const { person } = visitorOf(res);
  const author = authorOf(accounts, typed);
  if (person === null || author === null || author === person.id) return;
  const known = (await accounts.identities.find(author)) !== null;
  if (known && hasTyping(typed)) await keepTyping(drafts, author, path, asTyped(typed), { held: true });
  throw new Fault(403, "a form of another person's page", { key: "drafts:another.text", values: {} });
}

const anything = z.looseObject({});

function asTyped(sent: Typed): FormState {
  const { typed, commandId, version } = readForm(anything, sent);
  return { valid: false, status: 200, typed, commandId, version, problems: [], reasons: [] };
}

/** To a page's script in its own words, to a browser without it the form again. */
function answerKept(req: Request, res: Response, to: string): void {
  const { t } = languageOf(res);
  if ((req.get("accept") ?? "").startsWith("application/json")) {
    res.set("Cache-Control", "no-store").json({ to, text: t("drafts:saved") });
    return;
  }
  done(res, to, "drafts:savedDone");
  visitorOf(res).sent = false;
}
