import { z } from "zod";
import type { Role } from "../../domain/people/roles.ts";
import { gates } from "../../domain/policy/policy.ts";
import { isThere } from "../../domain/technology/questions/sides.ts";
import { gateAhead } from "../../domain/technology/state/gate-ahead.ts";
import { openQuestions, sides } from "../../domain/technology/state/questions.ts";
import type { Deps } from "../deps.ts";
import { choice, requiredText } from "../forms/fields.ts";
import { blankForm, wasSent } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { filesOf } from "../lists/files.ts";
import { queryValue } from "../request-values.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Content } from "../view/html.ts";
import type { Form as Fields } from "../view/form.ts";
import { pagerOf, placedAt } from "../view/pages.ts";
import { questionsCrumb, questionsPage } from "./page.ts";
import type { QuestionsPage } from "./page.ts";
import { threadOf } from "./thread.ts";

export const whoTakesPart: readonly [Role, ...Role[]] = ["planner", "evaluator", "approver"];

/** The whole technology, beside the gate ahead. */
const whole = "whole";

export const questionSchema = z.object({
  to: choice(sides, { missing: "questions:ask.toMissing" }),
  about: choice([whole, ...gates], { missing: "questions:ask.aboutMissing" }),
  text: requiredText(4000, { missing: "questions:ask.textMissing" }),
});

/** All that was asked about a technology, open questions first, and the form for one more. */
export const questionPages = ({ services }: Deps) =>
  formPage<typeof questionSchema, QuestionsPage>(
    services,
    {
      schema: questionSchema,
      roles: whoTakesPart,
      action: ({ at }) => at("questions"),
      blank: ({ technology }, req) => blankForm({ about: aboutOf(queryValue(req, "about")) }, technology.version),
      command: ({ to, about, text }) => ({
        type: "AskQuestion",
        to,
        about: about === whole ? null : about,
        text: { text },
      }),
      // A question takes nothing away from what came since the page was opened.
      anyVersion: true,
      done: () => ({ to: "questions", key: "questions:ask.done" }),
      show: questionsFace,
    },
    (req, res) => questionsPage(services, req, res),
  );

const aboutOf = (asked: string | undefined): string => gates.find((gate) => gate === asked) ?? whole;

function questionsFace(page: QuestionsPage, fields: Fields, form: FormState): FormFace {
  const { row, technology, language, listed, open, at } = page;
  const asked = open.includes("AskQuestion") || wasSent(form);
  const total = technology.questions.length;
  return {
    view: "pages/questions/questions",
    head: {
      title: language.t("questions:title", { name: row.name }),
      trail: [questionsCrumb(page)],
      lead: leadOf(page),
    },
    model: {
      threads: listed.entries.map((question) => threadOf(page, question)),
      files: total === 0 ? null : filesOf(at("questions")),
      pager: pagerOf(language, listed, placedAt(at("questions")), language.format.number(total)),
      form: asked ? askModel(page, fields, form) : null,
    },
  };
}

function leadOf({ technology, language: { t } }: QuestionsPage): Content {
  const count = technology.questions.length;
  if (count === 0) return t("questions:lead.none");
  const open = openQuestions(technology).length;
  return open === 0 ? t("questions:lead.settled", { count }) : t.html("questions:lead.open", { count: open });
}

function askModel({ technology, language: { t }, at }: QuestionsPage, fields: Fields, form: FormState) {
  const gate = gateAhead(technology);
  return {
    action: at("questions"),
    hidden: hiddenOf(form),
    to: fields.radios("to", {
      legend: t("questions:ask.to"),
      options: sides
        .filter((side) => isThere(side, technology))
        .map((side) => ({
          value: side,
          label: t(`questions:ask.side.${side}`),
          hint: t(`questions:ask.hint.${side}`),
        })),
    }),
    about: fields.radios("about", {
      legend: t("questions:ask.about"),
      options: [
        { value: whole, label: t("questions:ask.whole") },
        ...(gate === null ? [] : [{ value: gate, label: t("questions:ask.gate", { gate: t(`words:gate.${gate}`) }) }]),
      ],
    }),
    text: fields.textarea("text", { label: t("questions:ask.text"), hint: t("questions:ask.textHint"), rows: 5 }),
  };
}
