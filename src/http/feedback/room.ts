import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import type { OutsideRoutes } from "../outside/routes.ts";
import { underTechnology } from "../room-words.ts";
import type { WarningWords } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import type { Language } from "../view/languages.ts";
import { actPages, messageActs } from "./acts.ts";
import { erasureSchema } from "../forms/erasing.ts";
import { erasurePages } from "./erasure.ts";
import { feedbackEvents } from "./event-words.ts";
import { formPages } from "./form.ts";
import { listPages } from "./list.ts";
import { newPages, newSchema } from "./new.ts";
import { noticePages } from "./notice.ts";
import { onePages } from "./one.ts";
import { outsidePages, writeSchema } from "./outside.ts";
import { lookSchema, ratingSchema, receiptPages, reopeningSchema, replySchema } from "./receipt.ts";
import { whereOf } from "./trends.ts";

const owed: WarningWords = {
  href: (warning) => underTechnology(warning, "feedback?state=open"),
  values: ({ format }, { due }) => ({ due: due === null ? "" : format.date(due) }),
};

/** What people who use a technology write about it, and what they are answered. */
export const feedbackRoom = {
  name: "feedback",
  page: "feedback",
  routes,
  outside,
  kind: "feedback",
  events: {
    ...feedbackEvents,
    FeedbackFormSet: {
      tell: (_, { open, places }) => ({
        values: { count: places.length },
        variant: open ? "FeedbackFormSet" : "FeedbackFormSet_shut",
      }),
    },
    FeedbackNoted: {
      tell: ({ format }, { answerDue, callBackDue, turns }) => ({
        values: { day: answerDue === null ? "" : format.date(answerDue), count: turns.length },
        variant:
          turns.length > 0
            ? "FeedbackNoted_turned"
            : answerDue !== null
              ? "FeedbackNoted"
              : callBackDue !== null
                ? "FeedbackNoted_call"
                : "FeedbackNoted_none",
      }),
    },
  },
  acts: { SetFeedbackForm: { at: "feedback", from: ["technology", "pilot"] } },
  conditions: { "feedback-answered": { see: "feedback" } },
  work: {
    "answer-feedback": { group: "own", glyph: "waits", href: (item) => underTechnology(item, "feedback?state=open") },
    "call-back": { group: "own", glyph: "waits", href: (item) => underTechnology(item, "feedback?state=call") },
  },
  warnings: {
    "feedback-near": owed,
    "feedback-overdue": owed,
    "feedback-very-overdue": owed,
    "call-overdue": { ...owed, href: (warning) => underTechnology(warning, "feedback?state=call") },
    "feedback-turned": {
      href: (warning) => underTechnology(warning, "feedback#trend"),
      values: (language, { params }) => turnedWords(language, params),
    },
  },
} satisfies Room;

function turnedWords(language: Language, params: { readonly [name: string]: string | number }) {
  const text = (name: string): string | null => {
    const value = params[name];
    return value === undefined || value === "" ? null : String(value);
  };
  return {
    where: whereOf(language, { place: text("place"), group: text("group") }),
    before: Number(params["before"]),
    recent: Number(params["recent"]),
  };
}

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const base = "/technologies/:slug/feedback";
  const staff = requireRole("planner", "evaluator");
  const list = listPages(deps);
  get(base, anyRole, list.show);
  listRoutes(all, base, anyRole, list.list);
  const form = formPages(deps);
  get(`${base}/form`, staff, form.show);
  post(`${base}/form`, staff, form.schema, form.submit);
  const add = newPages(deps);
  get(`${base}/new`, staff, add.show);
  post(`${base}/new`, staff, newSchema, add.submit);
  get(`${base}/notice`, staff, noticePages(deps).show);
  const message = `${base}/:message`;
  get(message, anyRole, onePages(deps).show);
  for (const name of Object.keys(messageActs) as (keyof typeof messageActs)[]) {
    const spec = messageActs[name];
    const pages = actPages<(typeof spec)["schema"]>(deps, name, spec);
    get(`${message}/${name}`, staff, pages.show);
    post(`${message}/${name}`, staff, spec.schema, pages.submit);
  }
  const erasure = erasurePages(deps);
  get(`${message}/erasure/:digest`, requireRole("administrator"), erasure.show);
  post(`${message}/erasure/:digest`, requireRole("administrator"), erasureSchema, erasure.submit);
}

/** Receipts first: their addresses are no technology's. */
function outside(all: OutsideRoutes, deps: Deps): void {
  const receipt = receiptPages(deps);
  all.get("feedback", "/public/feedback", receipt.ask);
  all.post("feedback", "/public/feedback", lookSchema, receipt.look);
  all.post("feedback", "/public/feedback/proof", lookSchema, receipt.proof);
  all.post("feedback", "/public/feedback/reply", replySchema, receipt.reply);
  all.post("feedback", "/public/feedback/reopening", reopeningSchema, receipt.reopening);
  all.post("feedback", "/public/feedback/rating", ratingSchema, receipt.rating);
  const write = outsidePages(deps);
  all.get("feedback", "/public/feedback/:slug", write.show);
  all.post("feedback", "/public/feedback/:slug", writeSchema, write.submit);
}
