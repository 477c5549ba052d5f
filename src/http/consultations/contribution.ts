import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { plainWords } from "../private-words.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { renderTechnology } from "../technology-page.ts";
import type { ButtonModel, TimelineModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { contributionPage, contributionTrail, placeOf } from "./contribution-page.ts";
import type { ContributionPage } from "./contribution-page.ts";

/** One contribution: its words, the points it is in, and everything that was done with it. */
export const onePages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await contributionPage(services, req, res);
    const { language, contribution, words, at, asking } = page;
    const { t } = language;
    await renderTechnology(
      res,
      page,
      "pages/consultations/contribution",
      {
        title: t("consultations:contribution.title", { number: contribution.received.position, title: asking.title }),
        trail: [...contributionTrail(page)],
        lead: leadOf(page),
      },
      {
        buttons: page.runs ? buttonsOf(page) : null,
        text: paragraphsShown(language, words.get(contribution.text)),
        points: contribution.points.map((point) => ({
          text: `${point} ${plainWords(words, asking.points.find((known) => known.point === point)?.words.at(-1)?.text ?? null)}`.trim(),
          href: at(`consultations/${asking.consultation}/points#${point}`),
        })),
        course: courseOf(page),
        erasures: page.person.roles.includes("administrator")
          ? contribution.texts.map((digest, i) => ({
              text: t("consultations:contribution.erase", { number: i + 1 }),
              href: at(`${placeOf(page)}/erasure/${digest}`),
            }))
          : null,
      },
    );
  },
});

function leadOf({ contribution, language: { t } }: ContributionPage): Content {
  const { hidden, points } = contribution;
  if (hidden !== null)
    return t("consultations:contribution.lead.hidden", { why: t(`words:hidingReason.${hidden.why}`) });
  return points.length === 0
    ? t("consultations:contribution.lead.unplaced")
    : t("consultations:contribution.lead.placed", { count: points.length });
}

function buttonsOf(page: ContributionPage) {
  const { contribution, at, language, asking } = page;
  const button = (name: string, place: string): ButtonModel => ({
    text: language.t(`consultations:act.${name}.link`),
    href: at(`${placeOf(page)}/${place}`),
  });
  const hiding = contribution.hidden === null ? button("hiding", "hiding") : button("showing", "showing");
  return asking.points.some(({ into }) => into === null)
    ? { filled: button("place", "points"), quiet: [hiding] }
    : { filled: undefined, quiet: [hiding] };
}

function courseOf({ contribution, language, words }: ContributionPage): TimelineModel {
  const { t, format } = language;
  const { received, placings, hidden, shownAgain, channel, receivedOn } = contribution;
  const step = (at: string, text: Content) => ({ at, text });
  const why = (reason: string) => ({ why: t(`words:hidingReason.${reason}`) });
  const steps = [
    step(
      received.at,
      t("consultations:contribution.received", {
        channel: t(`words:contributionChannel.${channel}`),
        day: format.date(receivedOn),
      }),
    ),
    ...placings.map(({ at, points }) =>
      step(
        at,
        points.length === 0
          ? t("consultations:contribution.takenOut")
          : t("consultations:contribution.placed", { points: format.list(points) }),
      ),
    ),
    ...(hidden === null ? [] : [step(hidden.at, t("consultations:contribution.hidden", why(hidden.why)))]),
    ...shownAgain.map(({ at, reason, why: before }) =>
      step(
        at,
        html`${t("consultations:contribution.shown", why(before))}<br />${paragraphsShown(language, words.get(reason))[0] ?? ""}`,
      ),
    ),
  ];
  return {
    entries: steps
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(({ at, text }) => ({ at: format.dateTime(at), iso: at, text })),
  };
}
