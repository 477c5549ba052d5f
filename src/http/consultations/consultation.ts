import type { Request, Response } from "express";
import {
  consultationStanding,
  contributionsIn,
  hidingReasons,
  noCounts,
  unansweredPoints,
} from "../../domain/technology/state/consultations.ts";
import type { ConsultationVersion, ContributionCounts } from "../../domain/technology/state/consultations.ts";
import type { Deps } from "../deps.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { changedTerms } from "../say/changed-terms.ts";
import { stateHelp } from "../say/help-states.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { textShown } from "../say/text.ts";
import { renderTechnology } from "../technology-page.ts";
import type { ButtonModel, FactModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { consultationPage, consultationsCrumb } from "./page.ts";
import type { ConsultationPage } from "./page.ts";
import { offlineWays } from "./take-in.ts";
import { consultationTag } from "../say/consultation.ts";

/** One consultation: what people are shown, what came in, what is to be done, and what was answered. */
export const consultationPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await consultationPage(services, req, res);
    const { language, asking, row, today, at } = page;
    const { t } = language;
    const words = await wordsFor(services, res, page.technology, textsOf(page));
    const counts = services.views.consultations.counts(row.id)[asking.consultation] ?? noCounts;
    const standing = consultationStanding(asking, today);
    const here = at(`consultations/${asking.consultation}`);
    await renderTechnology(
      res,
      page,
      "pages/consultations/consultation",
      { title: asking.title, trail: [consultationsCrumb(page)], lead: leadOf(page) },
      {
        tag: { ...consultationTag(language, standing), help: stateHelp("consultationStanding", standing) },
        shut:
          (standing === "open" || standing === "ahead") &&
          !(["consultations", "pages"] as const).every((door) => services.views.outside.isOpen(door))
            ? t("consultations:one.shut")
            : null,
        buttons: page.runs ? buttonsOf(page, counts) : null,
        asked: askedOf(page, words),
        facts: factsOf(page, words),
        counts: countFacts(page, counts),
        links: [
          ...(asking.kind === "poll"
            ? [{ text: t("consultations:one.poll"), href: `${here}/poll` }]
            : [{ text: t("consultations:one.contributions"), href: `${here}/contributions` }]),
          { text: t("consultations:one.points"), href: `${here}/points` },
        ],
        versions: asking.versions.flatMap((version, number) =>
          amendmentModel(page, words, version, asking.versions[number - 1]),
        ),
        minutes: minutesOf(page, words),
        polled: pollOf(page, words),
        withdrawn: asking.withdrawn === null ? null : paragraphsShown(language, words.get(asking.withdrawn.reason)),
        answer:
          asking.answered === null
            ? null
            : {
                heard: paragraphsShown(language, words.get(asking.answered.heard)),
                did: paragraphsShown(language, words.get(asking.answered.did)),
              },
      },
    );
  },
});

function textsOf({ asking }: ConsultationPage): readonly (string | null)[] {
  const { question, stillOpen, settled, audience, how, shorter, place, papers, poll, minutes, withdrawn } = asking;
  return [
    ...[question, stillOpen, settled, audience, how, shorter, place, withdrawn?.reason ?? null],
    ...papers.map(({ name }) => name),
    ...(poll?.options ?? []).map(({ option }) => option),
    ...asking.versions.map(({ reason }) => reason),
    minutes?.minutes ?? null,
    ...(minutes?.groups ?? []).map(({ names }) => names),
    asking.answered?.heard ?? null,
    asking.answered?.did ?? null,
  ];
}

function leadOf({ language: { t, format }, asking, today }: ConsultationPage): Content {
  const standing = consultationStanding(asking, today);
  return t.html(`consultations:one.lead.${standing}`, {
    from: format.date(asking.opensOn),
    until: format.date(asking.closesOn),
    by: format.date(asking.respondBy),
    due: format.due(asking.respondBy, today),
  });
}

function buttonsOf(page: ConsultationPage, { unplaced }: ContributionCounts) {
  const { asking, today, at, language } = page;
  const standing = consultationStanding(asking, today);
  const button = (name: string, place: string): ButtonModel => ({
    text: language.t(`consultations:act.${name}.link`),
    href: at(`consultations/${asking.consultation}/${place}`),
  });
  const begun = standing === "open" || standing === "over" || standing === "overdue";
  const over = standing === "over" || standing === "overdue";
  // On its own day, too, once it is over.
  const held = begun && asking.kind === "hearing" && today >= asking.closesOn;
  const [filled, ...quiet] = [
    ...(held && asking.minutes === null ? [button("minutes", "minutes")] : []),
    ...(unplaced > 0 && standing !== "withdrawn" ? [button("placing", "contributions?point=none")] : []),
    ...(over && unansweredPoints(asking).length > 0 ? [button("disposition", "points")] : []),
    ...(over && unplaced === 0 && unansweredPoints(asking).length === 0 ? [button("answer", "answer")] : []),
    ...(begun && offlineWays(asking).length > 0 ? [button("takeIn", "contributions/new")] : []),
    ...(begun ? [button("point", "points/new")] : []),
    ...(held && asking.minutes !== null ? [button("minutesAgain", "minutes")] : []),
    ...(standing === "ahead" || standing === "open" ? [button("amendment", "amendment")] : []),
    ...(standing === "answered" || standing === "withdrawn" ? [] : [button("withdrawal", "withdrawal")]),
  ];
  return filled === undefined ? null : { filled, quiet };
}

function askedOf({ asking, language }: ConsultationPage, words: Words) {
  const part = (name: string, digest: string | null) =>
    digest === null
      ? []
      : [{ title: language.t(`consultations:one.${name}`), text: paragraphsShown(language, words.get(digest)) }];
  return [
    ...part("question", asking.question),
    ...part("stillOpen", asking.stillOpen),
    ...part("settled", asking.settled),
    ...part("shorter", asking.shorter),
  ];
}

function factsOf({ asking, language, at }: ConsultationPage, words: Words): readonly FactModel[] {
  const { t, format } = language;
  const fact = (name: string, value: Content): FactModel => ({ term: t(`consultations:term.${name}`), value });
  const text = (name: string, digest: string | null) =>
    digest === null ? [] : [fact(name, textShown(language, words.get(digest)))];
  return [
    fact("kind", t(`words:consultationKind.${asking.kind}`)),
    fact(
      "days",
      t("consultations:between", { from: format.date(asking.opensOn), until: format.date(asking.closesOn) }),
    ),
    fact("respondBy", format.date(asking.respondBy)),
    ...text("audience", asking.audience),
    ...text("place", asking.place),
    fact("channels", format.list(asking.channels.map((channel) => t(`words:contributionChannel.${channel}`)))),
    ...text("how", asking.how),
    ...asking.papers.map(({ evidence, name }) => ({
      term: t("consultations:term.paper"),
      value: t.html("consultations:one.paper", {
        name: textShown(language, words.get(name)),
        href: at(`evidence/${evidence}`),
        evidence,
      }),
    })),
  ];
}

function countFacts(
  { asking, language: { t, format } }: ConsultationPage,
  counts: ContributionCounts,
): readonly FactModel[] {
  if (asking.kind === "poll") return [];
  const hidden = hidingReasons.reduce((sum, why) => sum + counts.hidden[why], 0);
  const offline = contributionsIn(counts) - counts.channels.page;
  const fact = (name: string, count: number): FactModel => ({
    term: t(`consultations:count.${name}`),
    value: format.number(count),
  });
  return [
    fact("received", contributionsIn(counts)),
    fact("offline", offline),
    fact("unplaced", counts.unplaced),
    ...(hidden === 0 ? [] : [fact("hidden", hidden)]),
    fact("unanswered", unansweredPoints(asking).length),
  ];
}

/** Of none but an amendment. */
function amendmentModel(
  { language }: ConsultationPage,
  words: Words,
  { at, reason, terms }: ConsultationVersion,
  before: ConsultationVersion | undefined,
) {
  if (before === undefined) return [];
  const { t, format } = language;
  const changed = changedTerms(language, before.terms, terms);
  return [
    {
      title: t("consultations:one.amended", { day: format.date(at) }),
      text: [t("taking-part:amendedWhat", { changed }), ...paragraphsShown(language, words.get(reason ?? ""))],
    },
  ];
}

function minutesOf({ asking: { minutes }, language, at }: ConsultationPage, words: Words) {
  if (minutes === null) return null;
  const { t, format } = language;
  return {
    held: t("consultations:one.held", { day: format.date(minutes.heldOn) }),
    groups: minutes.groups.map(({ group, people, serving, names }) => ({
      text: t(serving ? "consultations:one.serving" : "consultations:one.group", { group, count: people }),
      names: names === null ? null : textShown(language, words.get(names)),
    })),
    text: minutes.minutes === null ? [] : paragraphsShown(language, words.get(minutes.minutes)),
    document:
      minutes.document === null
        ? null
        : {
            text: t("consultations:terms.paper", { evidence: minutes.document.evidence }),
            href: at(`evidence/${minutes.document.evidence}`),
          },
  };
}

/** Counts alone: with what certainty they say anything stands with the poll's own page. */
function pollOf({ asking: { poll, polled }, language }: ConsultationPage, words: Words) {
  if (poll === null) return null;
  const { t, format } = language;
  return {
    hidden: polled === null ? t("consultations:one.pollHidden") : null,
    options: poll.options.map(({ option }, i) => ({
      term: textShown(language, words.get(option)),
      value: polled === null ? "" : format.number(polled.counts[i] ?? 0),
    })),
  };
}
