import type { Request, Response } from "express";
import type { OpenDoor } from "../../../application/collections/answering.ts";
import { correctSheet, noteSheet } from "../../../application/collections/sheets.ts";
import type { Session } from "../../../application/collections/sheets.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import { blankForm, invalid } from "../../forms/form.ts";
import type { Form, FormState } from "../../forms/form.ts";
import { fieldsOf, hiddenOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import { pathValue, queryValue } from "../../request-values.ts";
import { answerPath } from "../addresses.ts";
import { sheetFields, sheetIn, sheetLine, typedOf } from "../sheet-form.ts";
import type { SheetTerms, SheetValues } from "../sheet-form.ts";
import { nameOf, reached, spokenIn, visitOf, wordsOf } from "./gather.ts";
import type { Visit } from "./gather.ts";
import { showShut } from "./states.ts";

type OpenVisit = Visit & { readonly door: OpenDoor };

const sheetsShown = 20;

/** A moderator by their code: notes participants, sees their own sheets and corrects them until the collection is closed. */
export const moderatorPages = (deps: Deps) => ({
  async note(req: Request, res: Response, form: Form<SheetValues>): Promise<void> {
    const visit = await moderatorVisit(deps, req, res);
    if (visit === null) return;
    const { door, stranger } = visit;
    const terms = await termsOf(deps, visit);
    if (!form.valid) return showModerator(deps, req, res, visit, form);
    const read = sheetIn(form, terms);
    if ("problem" in read) return showModerator(deps, req, res, visit, read.problem);
    const number = await noteSheet(deps.services, sessionOf(door), {
      ...read,
      place: door.code.place,
      language: spokenIn(stranger),
      sending: form.commandId,
    });
    if (number === null) {
      showShut(res, stranger, "closed", door);
      return;
    }
    res.redirect(303, `${stranger.to(addressOf(door))}&noted=${number}`);
  },

  async show(req: Request, res: Response): Promise<void> {
    const visit = await moderatorVisit(deps, req, res);
    if (visit === null) return;
    const sheet = await deps.services.collected.sheet(ofDoor(visit.door), recorderOf(visit.door), numberIn(req));
    await showCorrection(deps, req, res, visit, blankForm(typedOf(sheet ?? notFound())));
  },

  async correct(req: Request, res: Response, form: Form<SheetValues>): Promise<void> {
    const visit = await moderatorVisit(deps, req, res);
    if (visit === null) return;
    const { door, stranger } = visit;
    if (!form.valid) return showCorrection(deps, req, res, visit, form);
    const read = sheetIn(form, await termsOf(deps, visit));
    if ("problem" in read) return showCorrection(deps, req, res, visit, read.problem);
    const { reason } = form.values;
    if (reason === "") {
      const missing = invalid(form, { field: "reason", key: "answering:sheet.reasonMissing", params: {} });
      return showCorrection(deps, req, res, visit, missing);
    }
    const done = await correctSheet(deps.services, sessionOf(door), numberIn(req), { ...read, reason });
    if (!done) {
      showShut(res, stranger, "closed", door);
      return;
    }
    res.redirect(303, `${stranger.to(addressOf(door))}&corrected=${numberIn(req)}`);
  },
});

/** The sheet for the next participant, and those that this moderator noted. */
export async function showModerator(
  deps: Deps,
  req: Request,
  res: Response,
  visit: OpenVisit,
  form: FormState = blankForm(),
): Promise<void> {
  const { door, stranger } = visit;
  const { language, to } = stranger;
  const { t } = language;
  const before = Number(queryValue(req, "before") ?? "") || null;
  const sheets = await deps.services.collected.sheets(ofDoor(door), recorderOf(door), before, sheetsShown);
  await deps.services.collected.noteOpened(door.hash);
  const [noted, corrected] = [queryValue(req, "noted"), queryValue(req, "corrected")];
  renderOutside(
    res,
    "pages/collections/sheets",
    {
      title: t("answering:sheet.title", { name: nameOf(door) }),
      lead: t("answering:sheet.lead"),
      form,
      secret: true,
      script: "answering.js",
    },
    {
      noted:
        noted !== undefined
          ? t("answering:sheet.isNoted", { number: noted.slice(0, 8) })
          : corrected !== undefined
            ? t("answering:sheet.isCorrected", { number: corrected.slice(0, 8) })
            : null,
      action: to(`${addressOf(door)}/sheets`),
      hidden: hiddenOf(form),
      sheet: sheetFields(language, fieldsOf(form, language), await termsOf(deps, visit)),
      submit: t("answering:sheet.submit"),
      sheets: sheets.map((sheet) => ({
        href: to(`${addressOf(door)}/sheets/${sheet.number}`),
        line: sheetLine(language, sheet),
      })),
      older: sheets.length < sheetsShown ? null : `${to(addressOf(door))}&before=${sheets.at(-1)?.number ?? 1}`,
    },
  );
}

async function showCorrection(
  deps: Deps,
  req: Request,
  res: Response,
  visit: OpenVisit,
  form: FormState,
): Promise<void> {
  const { door, stranger } = visit;
  const { language, to } = stranger;
  const { t } = language;
  const fields = fieldsOf(form, language);
  renderOutside(
    res,
    "pages/collections/sheets",
    { title: t("answering:sheet.correct", { number: numberIn(req) }), form, secret: true, script: "answering.js" },
    {
      action: to(`${addressOf(door)}/sheets/${numberIn(req)}`),
      hidden: hiddenOf(form),
      sheet: sheetFields(language, fields, await termsOf(deps, visit)),
      reason: fields.textarea("reason", {
        label: t("answering:sheet.reason"),
        hint: t("answering:sheet.reasonHint"),
        rows: 2,
      }),
      submit: t("answering:sheet.save"),
      back: to(addressOf(door)),
      sheets: [],
    },
  );
}

/** Null where the page has said why it is shut. */
async function moderatorVisit(deps: Deps, req: Request, res: Response): Promise<OpenVisit | null> {
  const visit = await visitOf(deps, req, res);
  const { door } = visit;
  if (door.kind === "open" && door.collection.questionnaire !== "tasks") notFound();
  if (door.kind === "open") return { ...visit, door };
  showShut(res, visit.stranger, door.kind, reached(door));
  return null;
}

async function termsOf(deps: Deps, { door, stranger }: OpenVisit): Promise<SheetTerms> {
  const { ease, groups } = door.collection;
  const { tasks } = await wordsOf(deps, door, stranger);
  return { tasks, ease, groups: door.code.group === null ? groups : [door.code.group] };
}

const ofDoor = ({ id, collection: { collection } }: OpenDoor) => ({ technology: id, collection });
const recorderOf = ({ hash }: OpenDoor) => ({ code: hash });
const sessionOf = (door: OpenDoor): Session => ({
  ...ofDoor(door),
  state: door.technology,
  terms: door.collection,
  by: recorderOf(door),
});
const addressOf = ({ typed }: OpenDoor): string => `${answerPath}/${inGroups(typed)}`;
const numberIn = (req: Request): number => Number(pathValue(req, "number")) || 0;
