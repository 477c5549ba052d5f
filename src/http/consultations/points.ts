import type { Request, Response } from "express";
import { consultationStanding, dispositionOf } from "../../domain/technology/state/consultations.ts";
import type { Point } from "../../domain/technology/state/consultations.ts";
import type { Deps } from "../deps.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { renderTechnology } from "../technology-page.ts";
import type { LinkModel, TagModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { consultationCrumb, consultationPage, consultationsCrumb } from "./page.ts";
import type { ConsultationPage } from "./page.ts";
import { changeText, dispositionTag } from "../say/consultation.ts";

/** All points of a consultation: what each says, how many said it, and what became of it. */
export const pointPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await consultationPage(services, req, res);
    const { language, asking, row, at, runs } = page;
    const { t } = language;
    const words = await wordsFor(services, res, page.technology, textsOf(asking.points));
    const counts = services.views.consultations.inPoints(row.id, asking);
    const open = asking.withdrawn === null && asking.answered === null;
    const answered = asking.points.filter(({ into, answers }) => into === null && answers.length > 0).length;
    const standing = asking.points.filter(({ into }) => into === null).length;
    await renderTechnology(
      res,
      page,
      "pages/consultations/points",
      {
        title: t("consultations:points.title", { title: asking.title }),
        trail: [consultationsCrumb(page), consultationCrumb(page)],
        lead:
          standing === 0
            ? t("consultations:points.none")
            : t("consultations:points.lead", { count: standing, answered }),
      },
      {
        adding: runs && open ? at(`consultations/${asking.consultation}/points/new`) : null,
        points: asking.points.map((point) => pointModel(page, words, point, counts.get(point.point) ?? 0)),
      },
    );
  },
});

export const textsOf = (points: readonly Point[]): readonly (string | null)[] =>
  points.flatMap(({ words, answers }) => [
    ...words.map(({ text }) => text),
    ...answers.flatMap(({ reason, change }) => [reason, change?.text ?? null]),
  ]);

type PointModel = {
  readonly id: string;
  readonly point: string;
  readonly tag: TagModel | null;
  readonly text: readonly Content[];
  readonly note: string;
  readonly contributions: LinkModel | null;
  readonly answer: readonly Content[];
  readonly change: Content | null;
  /** Corrected since: what was said before. */
  readonly earlier: readonly { readonly title: string; readonly text: readonly Content[] }[];
  readonly links: readonly LinkModel[];
};

function pointModel(page: ConsultationPage, words: Words, point: Point, count: number): PointModel {
  const { language, asking, at } = page;
  const { t, format } = language;
  const here = `consultations/${asking.consultation}`;
  const answer = dispositionOf(point);
  const paragraphs = (digest: string | undefined) => paragraphsShown(language, words.get(digest ?? ""));
  return {
    id: point.point,
    point: t("consultations:points.point", { point: point.point }),
    tag: answer === null ? null : dispositionTag(language, answer.disposition),
    text: paragraphs(point.words.at(-1)?.text),
    note:
      point.into === null
        ? t("consultations:points.from", { origin: t(`words:pointOrigin.${point.origin}`) })
        : t("consultations:points.joined", { into: point.into }),
    contributions:
      count === 0
        ? null
        : { text: t("consultations:received", { count }), href: at(`${here}/contributions?point=${point.point}`) },
    answer: answer === null ? [] : paragraphs(answer.reason),
    change: answer?.change == null ? null : changeText(language, words, answer.change),
    earlier: point.answers.slice(0, -1).map(({ disposition, reason, at: time }) => ({
      title: t("consultations:points.earlier", {
        day: format.date(time),
        disposition: t(`words:disposition.${disposition}`),
      }),
      text: paragraphs(reason),
    })),
    links: page.runs ? linksOf(page, point) : [],
  };
}

function linksOf(
  { asking, today, at, language: { t } }: ConsultationPage,
  { point, into, answers }: Point,
): LinkModel[] {
  const standing = consultationStanding(asking, today);
  const link = (name: string, place: string): LinkModel => ({
    text: t(`consultations:act.${name}.link`),
    href: at(`consultations/${asking.consultation}/points/${point}/${place}`),
  });
  if (into !== null || standing === "withdrawn" || standing === "ahead") return [];
  const others = asking.points.some((other) => other.into === null && other.point !== point);
  const fresh = answers.length === 0 && standing !== "answered";
  return [
    ...(standing === "open" ? [] : [link(answers.length === 0 ? "disposition" : "correction", "answer")]),
    ...(fresh ? [link("rewording", "words")] : []),
    ...(fresh && others ? [link("joining", "join")] : []),
  ];
}
