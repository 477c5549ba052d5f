import type { Request, Response } from "express";
import { consultationStanding, contributionsIn, noCounts } from "../../domain/technology/state/consultations.ts";
import type { Consultation, ContributionCounts } from "../../domain/technology/state/consultations.ts";
import type { Deps } from "../deps.ts";
import { queryValue } from "../request-values.ts";
import { renderTechnology } from "../technology-page.ts";
import { pageOf, pagerOf, placedAt } from "../view/pages.ts";
import { consultationsPage } from "./page.ts";
import type { ConsultationsPage } from "./page.ts";
import { consultationTag } from "../say/consultation.ts";

const pageSize = 25;

/** All consultations of a technology, the newest first. */
export const listPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await consultationsPage(services, req, res);
    const { row, language, technology, runs, at } = page;
    const { t, format } = language;
    const total = technology.consultations.length;
    const counts = services.views.consultations.counts(row.id);
    const listed = pageOf(technology.consultations.toReversed(), ({ consultation }) => consultation, {
      after: queryValue(req, "after"),
      size: pageSize,
    });
    const opening = runs ? at("consultations/new") : null;
    await renderTechnology(
      res,
      page,
      "pages/consultations/list",
      {
        title: t("consultations:title", { name: row.name }),
        lead: t(total === 0 ? "consultations:lead.none" : "consultations:lead.some", { count: total }),
      },
      {
        rows: listed.entries.map((asking) => rowModel(page, asking, counts[asking.consultation] ?? noCounts)),
        pager: pagerOf(language, listed, placedAt(at("consultations")), format.number(total)),
        empty: total === 0 ? emptyModel(page, opening) : null,
        opening: total > 0 ? opening : null,
      },
    );
  },
});

const emptyModel = ({ language: { t } }: ConsultationsPage, opening: string | null) => ({
  title: t("consultations:empty.title"),
  text: t("consultations:empty.text"),
  action: opening === null ? undefined : { text: t("consultations:open.link"), href: opening },
});

function rowModel({ language, today, at }: ConsultationsPage, asking: Consultation, counts: ContributionCounts) {
  const { t, format } = language;
  const { consultation, kind, title, opensOn, closesOn, points } = asking;
  const answered = points.filter(({ into, answers }) => into === null && answers.length > 0).length;
  const standing = points.filter(({ into }) => into === null).length;
  return {
    tag: consultationTag(language, consultationStanding(asking, today)),
    name: title,
    href: at(`consultations/${consultation}`),
    days: t("consultations:days", {
      kind: t(`words:consultationKind.${kind}`),
      from: format.date(opensOn),
      until: format.date(closesOn),
    }),
    progress: [
      ...(kind === "poll" ? [] : [t("consultations:received", { count: contributionsIn(counts) })]),
      ...(standing === 0 ? [] : [t("consultations:answeredPoints", { count: standing, answered })]),
    ].join(t("common:comma")),
  };
}
