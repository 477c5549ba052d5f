import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { cardPages } from "./cards.ts";
import { closingPages, closingSchema } from "./closing.ts";
import { codesFile, codesPages } from "./codes.ts";
import { collectionPages } from "./collection.ts";
import { issueSchema } from "./issue-fields.ts";
import { listPages } from "./list.ts";
import { openPages, openSchema } from "./open.ts";
import type { OutsideRoutes } from "../outside/routes.ts";
import { answerPath } from "./addresses.ts";
import { answerPages, answerSchema } from "./outside/answer.ts";
import { codeEntry } from "../codes/entry.ts";
import { moderatorPages } from "./outside/moderator.ts";
import { sheetSchema } from "./sheet-form.ts";
import { sheetPages } from "./sheets.ts";

/** Questionnaires that are answered in the product: opened, given out, counted, closed as evidence. */
export const collectionsRoom = {
  name: "collections",
  page: "collections",
  routes,
  outside,
  kind: "collections",
  events: {
    CollectionOpened: {
      tell: ({ t, format }, { collection, questionnaire, opensOn, closesOn, way }) => ({
        values: {
          id: collection,
          questionnaire: t(`collections:questionnaire.${questionnaire}`),
          from: format.date(opensOn),
          until: format.date(closesOn),
        },
        variant: `CollectionOpened_${way}`,
      }),
    },
    CodesIssued: { tell: (_, { collection, count }) => ({ values: { id: collection, count } }) },
    CollectionClosed: {
      tell: ({ format }, { collection, counts, evidence }) => ({
        values: { id: collection, count: counts.finished, evidence: format.list(evidence) },
        ...(evidence.length === 0 && { variant: "CollectionClosed_without" }),
      }),
      mark: ({ early }) => (early ? { glyph: "late", word: "early" } : null),
    },
  },
  acts: {
    OpenCollection: { at: "collections", from: ["technology", "pilot"] },
    IssueCodes: { at: "collections" },
    CloseCollection: { at: "collections" },
  },
  work: {
    "close-collection": {
      group: "own",
      href: (item) => underTechnology(item, `collections/${item.subject ?? ""}/closing`),
    },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  const base = "/technologies/:slug/collections";
  get(base, anyRole, listPages(deps).show);
  const opening = openPages(deps);
  get(`${base}/new`, planner, opening.show);
  post(base, planner, openSchema, opening.submit, { form: `${base}/new` });
  const collection = `${base}/:id`;
  get(collection, anyRole, collectionPages(deps).show);
  const codes = codesPages(deps);
  const cards = cardPages(deps);
  post(`${collection}/codes`, planner, issueSchema, codes.issue, { on: collection });
  listRoutes(all, `${collection}/codes/:batch/list`, planner, (req, res) => codesFile(deps, req, res));
  get(`${collection}/codes/:batch`, planner, codes.show);
  get(`${collection}/codes/:batch/cards`, planner, cards.cards, { costs: "document" });
  get(`${collection}/poster`, planner, cards.poster);
  const sheets = sheetPages(deps);
  const moderating = requireRole("planner", "evaluator");
  get(`${collection}/sheets`, moderating, sheets.show);
  post(`${collection}/sheets`, moderating, sheetSchema, sheets.note);
  get(`${collection}/sheets/:number`, moderating, sheets.one);
  post(`${collection}/sheets/:number`, moderating, sheetSchema, sheets.correct);
  const closing = closingPages(deps);
  get(`${collection}/closing`, planner, closing.show);
  post(`${collection}/closing`, planner, closingSchema, closing.submit);
}

/** For whoever holds a code: a card's, a link's, or a moderator's. */
function outside({ get, post }: OutsideRoutes, deps: Deps): void {
  get("questionnaires", answerPath, codeEntry(answerPath, "answering:entry"));
  const answering = answerPages(deps);
  const code = `${answerPath}/:code`;
  get("questionnaires", code, answering.show);
  post("questionnaires", code, answerSchema, answering.submit);
  get("questionnaires", `${code}/thanks`, answering.thanks);
  const moderator = moderatorPages(deps);
  post("questionnaires", `${code}/sheets`, sheetSchema, moderator.note);
  get("questionnaires", `${code}/sheets/:number`, moderator.show);
  post("questionnaires", `${code}/sheets/:number`, sheetSchema, moderator.correct);
}
