import type { Request, Response } from "express";
import { z } from "zod";
import { takeAnswer } from "../../../application/collections/answering.ts";
import type { OpenDoor } from "../../../application/collections/answering.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import { itemsOf, stepsOf } from "../../../domain/questionnaires/questionnaire.ts";
import type { ScaleQuestionnaire } from "../../../domain/questionnaires/questionnaire.ts";
import { collectionLimits } from "../../../domain/technology/collections/limits.ts";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import { optionalText } from "../../forms/fields.ts";
import { blankForm, invalid } from "../../forms/form.ts";
import type { Filled, Form, FormState } from "../../forms/form.ts";
import { renderOutside } from "../../outside/page.ts";
import { queryValue } from "../../request-values.ts";
import { answerPath } from "../addresses.ts";
import { showForm } from "./answer-form.ts";
import { reached, spokenIn, storeOf, visitOf } from "./gather.ts";
import type { Visit } from "./gather.ts";
import { showModerator } from "./moderator.ts";
import { answerName } from "./questions.ts";
import { showShut } from "./states.ts";

const most = Math.max(10, collectionLimits.tasks);

/** Answers by their items; which screen of how many; and what the device calls itself, where its script runs. */
export const answerSchema = z.object({
  ...Object.fromEntries(Array.from({ length: most }, (_, at) => [answerName(at + 1), optionalText(10)])),
  group: optionalText(200),
  place: optionalText(10),
  device: optionalText(100),
  /** "" shows all questions on one page; else the number of the one that is shown. */
  at: optionalText(4),
  go: optionalText(10),
});
type Values = Readonly<Record<string, string>>;

/** The questions behind a code, for whoever holds it. */
export const answerPages = (deps: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const visit = await visitOf(deps, req, res);
    const { door } = visit;
    if (door.kind !== "open") {
      showShut(res, visit.stranger, door.kind, reached(door));
      return;
    }
    if (door.collection.questionnaire === "tasks") return showModerator(deps, req, res, { ...visit, door });
    await deps.services.collected.noteOpened(door.hash);
    const at = queryValue(req, "one") === undefined ? "" : "1";
    await showForm(deps, res, { ...visit, door }, blankForm({ at, place: placeIn(door, queryValue(req, "place")) }));
  },

  async submit(req: Request, res: Response, form: Form<Values>): Promise<void> {
    const visit = await visitOf(deps, req, res);
    const { door, stranger } = visit;
    if (!("collection" in door)) {
      showShut(res, stranger, door.kind, null);
      return;
    }
    const { questionnaire } = door.collection;
    if (questionnaire === "tasks") notFound();
    // A code that is used up may have been used by this very form, sent twice.
    if (door.kind !== "open" && door.kind !== "used") {
      showShut(res, stranger, door.kind, reached(door));
      return;
    }
    const open = { ...visit, door };
    if (!form.valid) return showForm(deps, res, open, form);
    const next =
      door.kind === "used" ? null : (turned(door, form, questionnaire) ?? missing(door, form, questionnaire));
    if (next !== null) return showForm(deps, res, open, next);
    await take(deps, res, open, form, questionnaire);
  },

  /** Thanks, after which the device forgets what was half-filled. */
  async thanks(req: Request, res: Response): Promise<void> {
    const { door, stranger } = await visitOf(deps, req, res);
    if (!("collection" in door)) {
      showShut(res, stranger, door.kind, null);
      return;
    }
    const { t } = stranger.language;
    renderOutside(
      res,
      "pages/collections/outside-state",
      { title: t("answering:thanks.title"), lead: t("answering:thanks.text"), script: "answering.js" },
      { again: null, store: storeOf(door) },
    );
  },
});

type OpenVisit = Visit & { readonly door: OpenDoor };

async function take(
  { services }: Deps,
  res: Response,
  { door, stranger }: OpenVisit,
  form: Filled<Values>,
  questionnaire: ScaleQuestionnaire,
): Promise<void> {
  const { group = "", place = "", device = "" } = form.values;
  const { code, collection } = door;
  const taken = await takeAnswer(services, door, {
    content: { kind: "scale", steps: stepsIn(door, form.values, questionnaire) },
    group: code.group ?? (collection.groups.includes(group) ? group : null),
    place: code.place ?? (placeIn(door, place) === "" ? null : Number(place)),
    language: spokenIn(stranger),
    sending: form.commandId,
    device,
  });
  switch (taken) {
    case "taken":
    case "again":
      res.redirect(303, stranger.to(`${answerPath}/${inGroups(door.typed)}/thanks`));
      return;
    case "used":
    case "full":
      showShut(res, stranger, taken, door);
      return;
    case "frozen":
      showShut(res, stranger, "closed", door);
  }
}

/** One question a screen: forth or back, with everything that is answered so far; null where it is to be sent. */
function turned(
  door: OpenDoor,
  { typed, commandId, values }: Filled<Values>,
  questionnaire: ScaleQuestionnaire,
): FormState | null {
  const { at = "", go = "" } = values;
  const step = go === "next" ? 1 : go === "back" ? -1 : 0;
  if (step === 0) return null;
  const screens = itemsOf(questionnaire, door.collection.tasks.length);
  const to = Math.min(screens, Math.max(1, (Number(at) || 1) + step));
  return { ...blankForm({ ...typed, at: String(to) }), commandId };
}

/** A question without an answer is asked once more, and then taken as it is; with none at all there is nothing to send. */
function missing(door: OpenDoor, form: Filled<Values>, questionnaire: ScaleQuestionnaire): FormState | null {
  const unanswered = stepsIn(door, form.values, questionnaire).flatMap((step, at) => (step === null ? [at + 1] : []));
  const items = itemsOf(questionnaire, door.collection.tasks.length);
  if (unanswered.length === items)
    return invalid(form, { field: answerName(1), key: "answering:form.nothing", params: {} });
  if (unanswered.length === 0 || form.values["go"] === "anyway") return null;
  const problems = unanswered.map((item) => ({ field: answerName(item), key: "answering:form.missing", params: {} }));
  return { ...invalid(form, ...problems), note: "missing" };
}

/** What lies outside the scale came from no page of ours: it is no answer. */
function stepsIn(
  { collection }: OpenDoor,
  values: Values,
  questionnaire: ScaleQuestionnaire,
): readonly (number | null)[] {
  const { min, max } = stepsOf(questionnaire);
  return Array.from({ length: itemsOf(questionnaire, collection.tasks.length) }, (_, at) => {
    const typed = values[answerName(at + 1)] ?? "";
    const step = /^\d{1,2}$/.test(typed) ? Number(typed) : null;
    return step !== null && step >= min && step <= max ? step : null;
  });
}

/** The number of a place that there is; "" for none. */
const placeIn = ({ collection }: OpenDoor, asked: string | undefined): string =>
  collection.places[Number(asked) - 1] === undefined ? "" : String(Number(asked));
