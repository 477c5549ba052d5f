import type { Request, Response } from "express";
import { z } from "zod";
import { allowedIn } from "../../domain/technology/terms.ts";
import { keptUntil } from "../../domain/safeguard-kinds/retained.ts";
import { dossierKey } from "../../domain/safeguards/algorithm.ts";
import { reviewerReasons } from "../../domain/technology/safeguards/review-safeguard.ts";
import { isAccepted, reviewOutcomes } from "../../domain/technology/state/safeguards.ts";
import type { Deps } from "../deps.ts";
import { choice, optionalText, reference } from "../forms/fields.ts";
import { blankForm, wasSent } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { textShown } from "../say/text.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { FactModel, LinkModel } from "../view/components.ts";
import type { Form as Fields } from "../view/form.ts";
import { answerWords } from "../stated/answer-text.ts";
import { answerSections, peopleNamed } from "./answers-shown.ts";
import { askedAt, safeguardsCrumb, statementPage } from "./page.ts";
import type { StatementPage } from "./page.ts";
import { readingOf } from "./reading.ts";
import { kindName, kindText, standingText, stateTag } from "../stated/words.ts";

export const reviewSchema = z.object({
  outcome: choice(reviewOutcomes, { missing: "safeguards:review.missing" }),
  of: reference(),
  text: optionalText(4000),
});

/** One statement: its answers, where it stands and why, and for who may review it the form. */
export const statementPages = (deps: Deps) =>
  formPage<typeof reviewSchema, StatementPage>(
    deps.services,
    {
      schema: reviewSchema,
      roles: ["approver", "evaluator"],
      action: ({ at, safeguard }) => at(`safeguards/${safeguard.item}/review`),
      blank: ({ technology }) => blankForm({}, technology.version),
      command: ({ outcome, of, text }, { safeguard }) => ({
        type: "ReviewSafeguard",
        item: safeguard.item,
        of,
        outcome,
        text: { text },
      }),
      done: ({ outcome }, page) => ({
        to: `safeguards/${page.safeguard.item}`,
        key: `safeguards:review.${outcome === "accepted" && askedAt(page, page.kind).length === 0 ? "acceptedUnasked" : outcome}`,
      }),
      show: (page, fields, form) => statementShown(deps, page, fields, form),
    },
    (req: Request, res: Response) => statementPage(deps.services, req, res),
  );

async function statementShown(deps: Deps, page: StatementPage, fields: Fields, form: FormState): Promise<FormFace> {
  const { language, kind, row, safeguard, standing, policy } = page;
  const { t } = language;
  const names = await deps.people.names([
    ...peopleNamed(kind.questions(policy), safeguard.answers),
    ...safeguard.authors,
    ...(safeguard.review === null ? [] : [safeguard.review.by]),
  ]);
  const around = answerWords(deps.services, names);
  return {
    view: "pages/safeguards/statement",
    head: {
      title: t("safeguards:statementTitle", {
        name: row.name,
        safeguard: kindName(language, kind),
        item: safeguard.item,
      }),
      trail: [safeguardsCrumb(page)],
      lead: t(kindText(kind, "lead")),
    },
    model: {
      tag: stateTag(language, standing),
      why: standingText(language, kind, standing),
      life: lifeOf(page, names),
      dropped: safeguard.dropped !== null,
      reading: readingOf(page, kind, safeguard.answers),
      sections: answerSections(page, around),
      review: reviewModel(page, fields, form),
      links: linksOf(page),
    },
  };
}

/** Who wrote, handed in, reviewed and reopened it, with what they said. */
function lifeOf(page: StatementPage, names: ReadonlyMap<string, string>): readonly FactModel[] {
  const { language, safeguard, words, kind, technology, policy } = page;
  const { t, format } = language;
  const { review, submitted, reopened, dropped, authors } = safeguard;
  const who = (person: string): string => names.get(person) ?? t("safeguards:answer.person");
  const gates = askedAt(page, kind);
  const lastDay = keptUntil(technology, policy, safeguard);
  return [
    {
      term: t("safeguards:life.asked"),
      value:
        gates.length === 0 ? t("safeguards:asked.never") : format.list(gates.map((gate) => t(`words:gate.${gate}`))),
    },
    { term: t("safeguards:life.authors"), value: format.list(authors.map(who)) },
    ...(submitted === null ? [] : [{ term: t("safeguards:life.submitted"), value: format.dateTime(submitted.at) }]),
    ...(review === null
      ? []
      : [
          {
            term: t(`safeguards:life.${review.outcome}`),
            value: t("safeguards:life.by", { who: who(review.by), at: format.dateTime(review.at) }),
          },
          ...withWords(t("safeguards:life.reason"), review.text),
        ]),
    ...(lastDay === null
      ? []
      : [{ term: t("safeguards:life.kept"), value: t("safeguards:life.keptDay", { day: format.date(lastDay) }) }]),
    ...(reopened === null
      ? []
      : withWords(t("safeguards:life.reopened", { day: format.date(reopened.at) }), reopened.text)),
    ...(dropped === null
      ? []
      : withWords(t("safeguards:life.dropped", { day: format.date(dropped.at) }), dropped.text)),
  ];

  function withWords(term: string, text: string | null): readonly FactModel[] {
    return text === null ? [] : [{ term, value: textShown(language, words.get(text)) }];
  }
}

/** For who may review it and while it is handed in. */
function reviewModel(page: StatementPage, fields: Fields, form: FormState) {
  const { language, safeguard, kind, at } = page;
  const { t } = language;
  if (!mayReview(page) && !wasSent(form)) return null;
  return {
    action: at(`safeguards/${safeguard.item}/review`),
    hidden: [...hiddenOf(form), { name: "of", value: safeguard.digest }],
    asks: t(kindText(kind, "review")),
    outcome: fields.radios("outcome", {
      legend: t("safeguards:review.legend"),
      options: reviewOutcomes.map((outcome) => ({
        value: outcome,
        label: t(`safeguards:review.option.${outcome}`),
        hint: t(`safeguards:review.hint.${outcome}`),
      })),
    }),
    text: fields.textarea("text", {
      label: t("safeguards:review.text"),
      hint: t("safeguards:review.textHint"),
      rows: 4,
    }),
  };
}

const mayReview = ({ safeguard, technology, kind, facts }: StatementPage): boolean =>
  safeguard.submitted !== null &&
  allowedIn.ReviewSafeguard.includes(technology.stage) &&
  reviewerReasons(kind, safeguard, technology, facts).length === 0;

/** Its writers change and drop it; who is to judge it does neither. */
const mayWrite = (page: StatementPage): boolean =>
  page.kind.statedBy.some((role) => page.person.roles.includes(role)) && !mayReview(page);

function linksOf(page: StatementPage): readonly LinkModel[] {
  const { safeguard, open, at, person } = page;
  const { t } = page.language;
  if (safeguard.dropped !== null) return [];
  const under = (place: string): string => at(`safeguards/${safeguard.item}/${place}`);
  const reviews = person.roles.some((role) => role === "approver" || role === "evaluator");
  return [
    ...(safeguard.kind === dossierKey ? [{ text: t("safeguards:record.link"), href: at("public-record") }] : []),
    ...(open.includes("StateSafeguard") && mayWrite(page) ? [{ text: t("safeguards:edit"), href: under("edit") }] : []),
    ...(reviews && open.includes("ReopenSafeguard") && isAccepted(safeguard)
      ? [{ text: t("safeguards:reopening.link"), href: under("reopening") }]
      : []),
    ...(open.includes("DropSafeguard") && mayWrite(page)
      ? [{ text: t("safeguards:dropping.link"), href: under("dropping") }]
      : []),
  ];
}
