import type { Request, Response } from "express";
import { z } from "zod";
import { linkOf } from "../../../application/collections/link.ts";
import { pollDoorOf, takeChoice } from "../../../application/consultations/poll-door.ts";
import type { OpenPoll, PollDoor } from "../../../application/consultations/poll-door.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import { optionalText, requiredText } from "../../forms/fields.ts";
import { blankForm, invalid } from "../../forms/form.ts";
import type { Filled, Form, FormState } from "../../forms/form.ts";
import { fieldsOf, hiddenOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import { strangerOf } from "../../outside/stranger.ts";
import { pathValue } from "../../request-values.ts";
import { pollPath } from "../addresses.ts";
import { addressOf, askedAt, wordsOutside } from "./find.ts";
import { showShut } from "./poll-states.ts";

export const choiceSchema = z.object({
  choice: requiredText(4, { missing: "taking-part:poll.missing" }),
  device: optionalText(100),
});
type Values = z.output<typeof choiceSchema>;

/** One choice among those that were fixed before, for whoever holds a code or the link. */
export const pollPages = (deps: Deps) => ({
  /** From the page of a poll with a link for everybody. */
  async enter(req: Request, res: Response): Promise<void> {
    const asked = await askedAt(deps.services, req);
    if (asked.consultation.poll?.way !== "link" || asked.withheld !== null) notFound();
    const code = await linkOf(deps.services, { technology: asked.id, collection: asked.consultation.consultation });
    res.redirect(303, strangerOf(res).to(`${pollPath}/${inGroups(code)}`));
  },

  async show(req: Request, res: Response): Promise<void> {
    const door = await pollDoorOf(deps.services, pathValue(req, "code"));
    if (door.kind !== "open") {
      showShut(res, door);
      return;
    }
    await deps.services.collected.noteOpened(door.hash);
    await showForm(deps, res, door, blankForm());
  },

  async submit(req: Request, res: Response, form: Form<Values>): Promise<void> {
    const door = await pollDoorOf(deps.services, pathValue(req, "code"));
    // A code that is used up may have been used by this very form, sent twice.
    if (door.kind !== "open" && door.kind !== "used") {
      showShut(res, door);
      return;
    }
    if (!form.valid) return showForm(deps, res, door, form);
    const option = optionIn(door, form);
    if (option === null) return showForm(deps, res, door, unknownChoice(form));
    const { language, to } = strangerOf(res);
    const taken = await takeChoice(deps.services, door, {
      option,
      language: language.locale,
      sending: form.commandId,
      device: form.values.device,
    });
    if (taken === "taken" || taken === "again") res.redirect(303, to(`${pollPath}/${inGroups(door.typed)}/thanks`));
    else showShut(res, { ...door, kind: taken === "frozen" ? "closed" : taken });
  },

  async thanks(req: Request, res: Response): Promise<void> {
    const door = await pollDoorOf(deps.services, pathValue(req, "code"));
    if (!("consultation" in door)) {
      showShut(res, door);
      return;
    }
    const { language } = strangerOf(res);
    const { t, format } = language;
    renderOutside(
      res,
      "pages/collections/outside-state",
      {
        title: t("taking-part:poll.thanks.title"),
        lead: t("taking-part:poll.thanks.text", { day: format.date(door.consultation.closesOn) }),
      },
      { again: null, store: null },
    );
  },
});

/** What is none of the options came from no page of ours. */
function optionIn({ poll }: OpenPoll, { values: { choice } }: Filled<Values>): number | null {
  const option = /^\d{1,3}$/.test(choice) ? Number(choice) : 0;
  return poll.options[option - 1] === undefined ? null : option;
}

const unknownChoice = (form: Filled<Values>): FormState =>
  invalid(form, { field: "choice", key: "taking-part:poll.missing", params: {} });

type Behind = Extract<PollDoor, OpenPoll>;

async function showForm({ services }: Deps, res: Response, door: Behind, form: FormState): Promise<void> {
  const { language, to, hasPages } = strangerOf(res);
  const { t } = language;
  const { consultation, technology, poll, typed } = door;
  const words = await wordsOutside(services, language, [
    consultation.question,
    ...poll.options.map(({ option }) => option),
  ]);
  renderOutside(
    res,
    "pages/consultations/outside-poll",
    {
      title: consultation.title,
      lead: t("taking-part:poll.lead"),
      eyebrow: [t("taking-part:list.about", { name: technology.proposal.name })],
      form,
      secret: true,
      script: "answering.js",
    },
    {
      action: to(`${pollPath}/${inGroups(typed)}`),
      store: `${technology.slug} ${consultation.consultation}`,
      hidden: [...hiddenOf(form), { name: "device", value: "" }],
      question: words(consultation.question),
      choice: fieldsOf(form, language).radios("choice", {
        legend: t("taking-part:poll.choose"),
        options: poll.options.map(({ option }, at) => ({
          value: String(at + 1),
          label: String(words(option)[0] ?? at + 1),
        })),
      }),
      page: hasPages ? to(addressOf({ slug: technology.slug, consultation })) : null,
      device: poll.way === "link",
    },
  );
}
