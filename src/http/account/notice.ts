import type { Request, Response } from "express";
import { z } from "zod";
import { onPerson } from "../../application/on-person.ts";
import { nowOf } from "../../application/facts.ts";
import { compareInstants } from "../../domain/words/days.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { optionalText, wholeNumber } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { localPath } from "../middleware/language.ts";
import { ownSubmission } from "../submission.ts";
import { done, render } from "../page.ts";
import { eventSentence } from "../say/event.ts";
import { namesIn } from "../say/names.ts";
import { queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";

export const noticeSchema = z.object({
  upTo: wholeNumber({ least: 1, most: Number.MAX_SAFE_INTEGER }),
  next: optionalText(4096),
});

/** `/account/notice`: what others did to the account, until its owner says that they have read it. */
export function noticePages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      await showNotice(deps, res, blankForm({ next: localPath(queryValue(req, "next") ?? "/") }));
    },

    acknowledge: (_req: Request, res: Response, form: Form<z.output<typeof noticeSchema>>): Promise<void> => {
      const person = personOf(res).id;
      // Nothing that is still to come can have been read.
      const newest = Math.max(0, ...(services.views.people.of(person)?.untold ?? []));
      return submitCommand(services, form, {
        by: (filled) => ownSubmission(res, filled),
        task: ({ upTo }) => onPerson(person, { type: "AcknowledgeNotice", upTo: Math.min(upTo, newest) }),
        again: (refused) => showNotice(deps, res, refused),
        done: ({ next }) => done(res, localPath(next), "account:notice.done"),
      });
    },
  };
}

async function showNotice(deps: Deps, res: Response, form: FormState): Promise<void> {
  const { services, people, house } = deps;
  const language = languageOf(res);
  const { t, format } = language;
  const person = personOf(res);
  const held = services.views.people.of(person.id);
  const positions = held?.untold ?? [];
  const events = await entriesAt(deps, positions);
  const names = await namesIn(people, events);
  const barred = held?.barredUntil ?? null;
  const waits = barred !== null && compareInstants(nowOf(services), barred) < 0;
  await render(
    res,
    "pages/account/notice",
    {
      title: t(events.length === 0 ? "account:notice.none" : "account:notice.title"),
      crumbs: [{ text: t("account:title"), href: "/account" }],
      lead: t(events.length === 0 ? "account:notice.noneLead" : "account:notice.lead"),
      form,
    },
    {
      entries: events.map((event) => ({
        iso: event.time,
        at: format.dateTime(event.time),
        text: eventSentence(house.tellings, language, event, undefined, names),
      })),
      wait: waits ? t("account:notice.wait", { until: format.dateTime(barred) }) : undefined,
      refuse: held?.link?.open === true ? { hidden: hiddenOf(blankForm({}, held.version)) } : undefined,
      acknowledge:
        events.length === 0
          ? undefined
          : {
              hidden: [
                ...hiddenOf(form),
                { name: "upTo", value: String(Math.max(...positions)) },
                { name: "next", value: String(form.typed["next"] ?? "/") },
              ],
            },
    },
  );
}

async function entriesAt({ services }: Deps, positions: readonly number[]): Promise<readonly LedgerEvent[]> {
  const entries = await Promise.all(positions.map((position) => services.ledger.readAll(position - 1, 1)));
  return entries.flat();
}
