import type { Request, Response } from "express";
import { z } from "zod";
import { mostConditions } from "../../domain/technology/committee/opinion.ts";
import { opinions, standingOpinion } from "../../domain/technology/state/committee.ts";
import type { PanelMember } from "../../domain/technology/state/committee.ts";
import { shownToExperts } from "../../domain/technology/state/opinion-ground.ts";
import { standingOf } from "../../domain/technology/state/panel-tally.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, optionalText, reference, requiredText } from "../forms/fields.ts";
import { blankForm, refused } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { addRow, rowsIn } from "../forms/rows.ts";
import { formInStage } from "../forms/stage.ts";
import type { Typed } from "../forms/typed.ts";
import { plainWords } from "../private-words.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { panelCrumb, panelPage } from "./panel-page.ts";
import type { PanelPage } from "./panel-page.ts";

/** Rows left empty are none. */
const filled = (typed: unknown): unknown =>
  Array.isArray(typed) ? typed.filter((row: unknown) => !isEmpty(row)) : typed;

const isEmpty = (row: unknown): boolean =>
  typeof row === "object" && row !== null && "text" in row && typeof row.text === "string" && row.text.trim() === "";

export const opinionSchema = z.object({
  opinion: choice(opinions, { missing: "committee:opinion.missing" }),
  reasons: requiredText(8000, { missing: "committee:opinion.reasonsMissing" }),
  conditions: z
    .preprocess(
      filled,
      z.array(z.object({ text: requiredText(1000) })).max(mostConditions, "committee:opinion.tooMany"),
    )
    .default([]),
  shown: reference(),
  intent: optionalText(40),
});

type OpinionPage = PanelPage & { readonly own: PanelMember };

/** A member of the committee says what they advise, why, and on which conditions. */
export const opinionPages = (deps: Deps) =>
  formPage<typeof opinionSchema, OpinionPage>(
    deps.services,
    {
      schema: opinionSchema,
      roles: ["member"],
      action: ({ at }) => at("committee/opinion"),
      blank: blankOpinion,
      aside: ({ typed, version }) =>
        typed["intent"] === "add" ? blankForm(addRow(typed, "conditions", ["text"]), version) : null,
      // What else happened on the technology is no reason to lose an opinion: what was shown is held against what stands.
      anyVersion: true,
      command: ({ opinion, reasons, conditions, shown }) => ({
        type: "GiveOpinion",
        opinion,
        reasons: { text: reasons },
        conditions: conditions.map(({ text }) => ({ text: { text } })),
        shown,
      }),
      done: () => ({ to: "committee", key: "committee:opinion.done" }),
      show: opinionShown,
    },
    (req, res) => gather(deps, req, res),
  );

async function gather(deps: Deps, req: Request, res: Response): Promise<OpinionPage> {
  const page = await panelPage(deps, req, res);
  const own = page.panel?.members.find(({ person }) => person === page.person.id);
  return { ...page, own: own ?? notFound() };
}

function blankOpinion({ row, words, own }: OpinionPage): FormState {
  const opinion = standingOpinion(own);
  const typed: Typed =
    opinion === null
      ? {}
      : {
          opinion: opinion.opinion,
          reasons: plainWords(words, opinion.reasons),
          ...Object.fromEntries(
            opinion.conditions.map(({ text }, at) => [`conditions.${at}.text`, plainWords(words, text)]),
          ),
        };
  const blank = formInStage(row, "GiveOpinion", typed);
  return blank.reasons.length === 0 && own.interest === "undeclared"
    ? refused(blank, [{ code: "InterestUndeclared" }])
    : blank;
}

function opinionShown(page: OpinionPage, fields: Fields, form: FormState): FormFace {
  const { row, technology, panel, language, words, own, at } = page;
  const { t, format } = language;
  const rows = rowsIn(form.typed, "conditions");
  return {
    view: "pages/committee/opinion",
    head: {
      title: t("committee:opinion.title", { name: row.name }),
      trail: [panelCrumb(page)],
      lead: t("committee:opinion.lead", { day: panel === null ? "" : format.date(panel.deadline) }),
    },
    model: {
      older: standingOf(technology, own) === "older" ? t("committee:opinion.older") : null,
      question: panel?.question == null ? null : paragraphsShown(language, words.get(panel.question)),
      reading: readingOf(page),
      shown: shownToExperts(technology),
      opinion: fields.radios("opinion", {
        legend: t("committee:opinion.question"),
        options: opinions.map((opinion) => ({
          value: opinion,
          label: t(`committee:standing.${opinion}`),
          hint: t(`committee:opinion.hint.${opinion}`),
        })),
      }),
      reasons: fields.textarea("reasons", {
        label: t("committee:opinion.reasons"),
        hint: t("committee:opinion.reasonsHint"),
        rows: 8,
      }),
      conditions: (rows.length > 0 ? rows : [0]).map((number, index) =>
        fields.textarea(`conditions.${number}.text`, {
          label: t("committee:opinion.condition", { number: index + 1 }),
          ...(index === 0 && { hint: t("committee:opinion.conditionHint") }),
          rows: 2,
          optional: true,
        }),
      ),
      interest: own.interest === "undeclared" ? at("committee/interest") : null,
      back: at("committee"),
    },
  };
}

/** What there is to read before one says anything. */
const readingOf = ({ language: { t }, at }: OpinionPage) =>
  [
    { key: "proposal", href: at("proposal") },
    { key: "plan", href: at("plan") },
    { key: "evidence", href: at("evidence") },
    { key: "gate", href: at("gates/rollout") },
  ].map(({ key, href }) => ({ text: t(`committee:reading.${key}`), href }));
