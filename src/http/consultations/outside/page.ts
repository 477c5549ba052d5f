import type { Request, Response } from "express";
import { daysBetween } from "../../../domain/words/days.ts";
import type { Deps } from "../../deps.ts";
import { renderOutside } from "../../outside/page.ts";
import { strangerOf } from "../../outside/stranger.ts";
import type { Stranger } from "../../outside/stranger.ts";
import { feedsOf } from "../../outside/feeds.ts";
import { departmentName } from "../../say/department.ts";
import { addressOf, askedAt, textsForEverybody, wordsOutside } from "./find.ts";
import type { Asked, Paragraphs } from "./find.ts";
import { datesOf, hearingModel } from "./hearing.ts";
import { heardModel } from "./heard.ts";
import { papersOf } from "./papers.ts";
import { pointModel, standingPoints } from "./points.ts";
import { changedTerms } from "../../say/changed-terms.ts";
import { pollResult } from "../../say/poll-result.ts";
import { daysOf, outsideTag, standingLead } from "../../say/consultation-outside.ts";

/** `/public/consultations/:slug/:id`: what is asked, how to take part, what came in and what became of it. */
export const consultationOutside =
  (deps: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const { services } = deps;
    const stranger = strangerOf(res);
    const { language, to } = stranger;
    const { t } = language;
    const asked = await askedAt(services, req);
    const { consultation, technology, withheld } = asked;
    const today = services.today();
    renderOutside(
      res,
      "pages/consultations/outside-page",
      {
        title: consultation.title,
        crumbs: [{ text: t("taking-part:list.title"), href: to("/public/consultations") }],
        eyebrow: [
          departmentName(language, services.views.departments.all(), technology.proposal.department),
          t(`taking-part:kind.${consultation.kind}`),
        ],
        lead: standingLead(language, consultation, today),
        shared: true,
        feeds: feedsOf(stranger),
      },
      {
        tag: outsideTag(language, daysOf(consultation), today),
        about: aboutOf(services, stranger, asked),
        // A poll takes no words, and so gives no receipt.
        receipt: consultation.kind === "poll" ? null : to("/public/consultations/receipt"),
        withheld: withheld === null ? null : t("publication:withheld", { ground: t(`publication:ground.${withheld}`) }),
        content: withheld === null ? await contentOf(deps, stranger, asked) : null,
      },
    );
  };

/** The technology, with its page where something of it was told. */
function aboutOf({ views }: Deps["services"], { to, language: { t } }: Stranger, { id, slug, technology }: Asked) {
  const hasPage = views.publications.bySlug(slug)?.technology === id;
  return {
    text: t("taking-part:list.about", { name: technology.proposal.name }),
    href: hasPage ? to(`/public/technologies/${slug}`) : null,
  };
}

async function contentOf(deps: Deps, stranger: Stranger, asked: Asked) {
  const { services } = deps;
  const { language } = stranger;
  const { t } = language;
  const { id, consultation } = asked;
  const words = await wordsOutside(services, language, textsForEverybody(consultation));
  const inPoint = services.views.consultations.inPoints(id, consultation);
  const points = standingPoints(asked).map((point) => pointModel(language, words, point, inPoint));
  const partOf = (name: string, digest: string | null) =>
    digest === null ? null : { id: name, title: t(`taking-part:section.${name}`), paragraphs: words(digest) };
  return {
    asks: [
      partOf("question", consultation.question),
      partOf("open", consultation.stillOpen),
      partOf("settled", consultation.settled),
      partOf("asked", consultation.audience),
    ].filter((part) => part !== null),
    papers: papersOf(deps, stranger, asked, words),
    how: howModel(stranger, asked, words),
    dates: datesOf(language, consultation),
    short: shortModel(language, consultation, words),
    amendments: amendmentsOf(language, consultation, 1, words),
    withdrawn: consultation.withdrawn === null ? null : words(consultation.withdrawn.reason),
    hearing: hearingModel(language, consultation, words),
    poll: pollModel(stranger, asked, words),
    heard: consultation.kind === "poll" ? null : heardModel(services, language, asked),
    points,
    answer:
      consultation.answered === null
        ? null
        : { heard: words(consultation.answered.heard), did: words(consultation.answered.did) },
  };
}

/** Why there is less time; of a hearing it is the announcement or the papers that came late. */
function shortModel({ t, format }: Stranger["language"], of: Asked["consultation"], words: Paragraphs) {
  const { shorter, kind, opensOn, closesOn, owed } = of;
  if (shorter === null) return null;
  if (kind === "hearing") return { text: t("taking-part:shortNotice"), paragraphs: words(shorter) };
  const isShort = daysBetween(opensOn, closesOn) + 1 < owed.open;
  return isShort
    ? { text: t("taking-part:short", { days: format.days(owed.open) }), paragraphs: words(shorter) }
    : null;
}

/**
 * What was changed while it ran, the newest first; whoever wrote before reads it under their receipt code too.
 *
 * @param known how many versions the reader knows
 */
export const amendmentsOf = (
  { t, format }: Stranger["language"],
  { versions }: Pick<Asked["consultation"], "versions">,
  known: number,
  words: Paragraphs,
) =>
  versions
    .flatMap(({ at, reason, terms }, number) => {
      const before = versions[number - 1];
      if (before === undefined || number < known) return [];
      const changed = changedTerms({ t, format }, before.terms, terms);
      return [
        {
          title: t("taking-part:amended", { day: format.date(at) }),
          iso: at,
          paragraphs: [t("taking-part:amendedWhat", { changed }), ...words(reason)],
        },
      ];
    })
    .toReversed();

function howModel({ language: { t }, to }: Stranger, asked: Asked, words: Paragraphs) {
  const { consultation, standing } = asked;
  const { channels, how, kind, poll } = consultation;
  if (standing !== "open" && standing !== "ahead") return null;
  const open = standing === "open";
  return {
    channels: channels.map((channel) => t(`taking-part:channel.${channel}`)),
    contact: words(how),
    respond: open && kind !== "poll" && channels.includes("page") ? to(`${addressOf(asked)}/response`) : null,
    choose: open && poll?.way === "link" ? to(`${addressOf(asked)}/poll`) : null,
    code: open && poll?.way === "codes" ? to("/p") : null,
  };
}

function pollModel({ language }: Stranger, { consultation, standing }: Asked, words: Paragraphs) {
  const { poll, polled } = consultation;
  if (poll === null) return null;
  const { t } = language;
  const running = standing === "ahead" || standing === "open";
  return {
    options: poll.options.map(({ option }) => words(option)),
    hidden:
      polled !== null || standing === "withdrawn" ? null : t(`taking-part:result.${running ? "hidden" : "counting"}`),
    result: pollResult(language, words, consultation),
  };
}
