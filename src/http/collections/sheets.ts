import type { Request, Response } from "express";
import { takesAnswers } from "../../application/collections/answering.ts";
import { correctSheet, noteSheet } from "../../application/collections/sheets.ts";
import type { Session } from "../../application/collections/sheets.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm, invalid, refused } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done } from "../page.ts";
import { plainWords } from "../private-words.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { renderTechnology } from "../technology-page.ts";
import { collectionCrumb, collectionPage, collectionsCrumb } from "./page.ts";
import type { CollectionPage } from "./page.ts";
import { sheetFields, sheetIn, sheetLine, typedOf } from "./sheet-form.ts";
import type { SheetTerms, SheetValues } from "./sheet-form.ts";

const sheetsShown = 20;

/** The task sheets that somebody who works here notes themselves, without a code. Nobody sees another's. */
export function sheetPages(deps: Deps) {
  const { services } = deps;
  async function gather(req: Request, res: Response): Promise<CollectionPage> {
    const page = await collectionPage(services, req, res);
    return page.collection.questionnaire === "tasks" ? page : notFound();
  }
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await gather(req, res);
      const isOver = takesAnswers(services, page.technology, page.collection) !== "open";
      await showSheets(deps, req, res, page, isOver ? refused(blankForm(), [{ code: "CollectionOver" }]) : blankForm());
    },

    async note(req: Request, res: Response, form: Form<SheetValues>): Promise<void> {
      const page = await gather(req, res);
      if (!form.valid) return showSheets(deps, req, res, page, form);
      const read = sheetIn(form, termsOf(page));
      if ("problem" in read) return showSheets(deps, req, res, page, read.problem);
      const place = Number(form.values.place);
      const number = await noteSheet(services, sessionOf(page), {
        ...read,
        place: page.collection.places[place - 1] === undefined ? null : place,
        language: page.language.locale,
        sending: form.commandId,
      });
      if (number === null) return showSheets(deps, req, res, page, refused(form, [{ code: "CollectionOver" }]));
      done(res, sheetsAt(page), "answering:sheet.isNoted", { number });
    },

    async one(req: Request, res: Response): Promise<void> {
      const page = await gather(req, res);
      const sheet = (await services.collected.sheet(ofPage(page), recorderOf(page), numberIn(req))) ?? notFound();
      const blank = blankForm(typedOf(sheet));
      await showCorrection(
        req,
        res,
        page,
        page.collection.closed === null ? blank : refused(blank, [{ code: "CollectionOver" }]),
      );
    },

    async correct(req: Request, res: Response, form: Form<SheetValues>): Promise<void> {
      const page = await gather(req, res);
      if (!form.valid) return showCorrection(req, res, page, form);
      const read = sheetIn(form, termsOf(page));
      if ("problem" in read) return showCorrection(req, res, page, read.problem);
      const { reason } = form.values;
      if (reason === "")
        return showCorrection(
          req,
          res,
          page,
          invalid(form, { field: "reason", key: "answering:sheet.reasonMissing", params: {} }),
        );
      const isDone = await correctSheet(services, sessionOf(page), numberIn(req), { ...read, reason });
      if (!isDone) return showCorrection(req, res, page, refused(form, [{ code: "CollectionOver" }]));
      done(res, sheetsAt(page), "answering:sheet.isCorrected", { number: numberIn(req) });
    },
  };
}

async function showSheets(
  { services }: Deps,
  req: Request,
  res: Response,
  page: CollectionPage,
  form: FormState,
): Promise<void> {
  const { language, row } = page;
  const { t } = language;
  const before = Number(queryValue(req, "before") ?? "") || null;
  const sheets = await services.collected.sheets(ofPage(page), recorderOf(page), before, sheetsShown);
  await renderTechnology(
    res,
    page,
    "pages/collections/sheets",
    {
      title: t("answering:sheet.title", { name: row.name }),
      trail: [collectionsCrumb(page), collectionCrumb(page)],
      lead: t("answering:sheet.lead"),
      form,
    },
    {
      action: takesAnswers(services, page.technology, page.collection) === "open" ? sheetsAt(page) : null,
      hidden: hiddenOf(form),
      sheet: sheetFields(language, fieldsOf(form, language), termsOf(page)),
      submit: t("answering:sheet.submit"),
      sheets: sheets.map((sheet) => ({ href: `${sheetsAt(page)}/${sheet.number}`, line: sheetLine(language, sheet) })),
      older: sheets.length < sheetsShown ? null : `${sheetsAt(page)}?before=${sheets.at(-1)?.number ?? 1}`,
    },
  );
}

async function showCorrection(req: Request, res: Response, page: CollectionPage, form: FormState): Promise<void> {
  const { language } = page;
  const { t } = language;
  const fields = fieldsOf(form, language);
  await renderTechnology(
    res,
    page,
    "pages/collections/sheets",
    {
      title: t("answering:sheet.correct", { number: numberIn(req) }),
      trail: [
        collectionsCrumb(page),
        collectionCrumb(page),
        { text: t("answering:sheet.noted"), href: sheetsAt(page) },
      ],
      form,
    },
    {
      action: `${sheetsAt(page)}/${numberIn(req)}`,
      hidden: hiddenOf(form),
      sheet: sheetFields(language, fields, termsOf(page)),
      reason: fields.textarea("reason", {
        label: t("answering:sheet.reason"),
        hint: t("answering:sheet.reasonHint"),
        rows: 2,
      }),
      submit: t("answering:sheet.save"),
      back: sheetsAt(page),
      sheets: [],
    },
  );
}

const termsOf = ({ collection, words, language: { t } }: CollectionPage): SheetTerms => ({
  tasks: collection.tasks.map(
    ({ task }, at) => plainWords(words, task) || t("answering:taskNumber", { number: at + 1 }),
  ),
  ease: collection.ease,
  groups: collection.groups,
});

const ofPage = ({ row, collection: { collection } }: CollectionPage) => ({ technology: row.id, collection });
const recorderOf = ({ person }: CollectionPage) => ({ person: person.id });
const sessionOf = (page: CollectionPage): Session => ({
  ...ofPage(page),
  state: page.technology,
  terms: page.collection,
  by: recorderOf(page),
});
const sheetsAt = ({ at, collection: { collection } }: CollectionPage): string => at(`collections/${collection}/sheets`);
const numberIn = (req: Request): number => Number(pathValue(req, "number")) || 0;
