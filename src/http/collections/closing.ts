import type { Request, Response } from "express";
import { z } from "zod";
import { closeCollection } from "../../application/collections/close-collection.ts";
import type { CloseOutcome } from "../../application/collections/close-collection.ts";
import { canBecomeEvidence } from "../../domain/technology/collections/close-collection.ts";
import { counted, standingOn } from "../../domain/technology/state/collections.ts";
import type { Deps } from "../deps.ts";
import { optionalText } from "../forms/fields.ts";
import { blankForm, refused } from "../forms/form.ts";
import type { Filled, Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done } from "../page.ts";
import { collectionName, countFacts } from "../say/collection.ts";
import { submission, unsettled } from "../submission.ts";
import { renderTechnology } from "../technology-page.ts";
import { collectionCrumb, collectionPage, collectionsCrumb } from "./page.ts";
import type { CollectionPage } from "./page.ts";

export const closingSchema = z.object({ reason: optionalText(4000) });
type Values = z.output<typeof closingSchema>;

/** A planner ends a collection: its answers become evidence, and its counts stand on record. */
export const closingPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await collectionPage(services, req, res);
    await showClosing(res, page, blankClosing(page));
  },

  async submit(req: Request, res: Response, form: Form<Values>): Promise<void> {
    const page = await collectionPage(services, req, res);
    if (!form.valid) return showClosing(res, page, form);
    const { row, language, collection, at } = page;
    const outcome = await closeCollection(services, {
      ...submission(res, { ...form, version: null }, "planner"),
      technology: row.id,
      collection: collection.collection,
      reason: form.values.reason === "" ? null : { text: form.values.reason },
      title: (kind) =>
        language.t("collections:close.piece", {
          questionnaire: language.t(`collections:questionnaire.${kind}`),
          id: collection.collection,
        }),
    });
    const again = refusalOf(form, outcome);
    if (again !== null) return showClosing(res, await collectionPage(services, req, res), again);
    done(res, at(`collections/${collection.collection}`), "collections:close.done");
  },
});

function blankClosing({ technology, collection }: CollectionPage): FormState {
  const blank = blankForm({}, technology.version);
  return collection.closed === null ? blank : refused(blank, [{ code: "CollectionClosedAlready" }]);
}

/** Null where it is closed. A file of our own making that cannot be read is a fault, and is said as one. */
function refusalOf(form: Filled<Values>, outcome: CloseOutcome): FormState | null {
  switch (outcome.kind) {
    case "unreadable":
    case "doubtful":
      return refused(form, [{ code: "CollectionUnreadable" }]);
    default:
      return unsettled(form, outcome);
  }
}

async function showClosing(res: Response, page: CollectionPage, form: FormState): Promise<void> {
  const { row, language, collection, progress, today, facts, technology, at } = page;
  const { t } = language;
  const fields = fieldsOf(form, language);
  const early = standingOn(collection, today) !== "over";
  const answers = counted(progress);
  const lost = answers > 0 && !canBecomeEvidence(technology, collection, facts);
  await renderTechnology(
    res,
    page,
    "pages/collections/closing",
    {
      title: t("collections:close.title", { name: row.name, collection: collectionName(language, collection) }),
      trail: [collectionsCrumb(page), collectionCrumb(page)],
      lead: t(lost ? "collections:close.lost" : answers === 0 ? "collections:close.nobody" : "collections:close.lead", {
        count: answers,
      }),
      form,
    },
    {
      action: at(`collections/${collection.collection}/closing`),
      hidden: hiddenOf(form),
      counts: countFacts(language, collection, progress),
      reason: fields.textarea("reason", {
        label: t(early ? "collections:close.reason" : "collections:close.note"),
        hint: t(early ? "collections:close.reasonHint" : "collections:close.noteHint"),
        rows: 3,
        optional: !early,
      }),
      back: at(`collections/${collection.collection}`),
    },
  );
}
