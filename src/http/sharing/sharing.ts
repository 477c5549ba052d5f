import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import { borrowedState } from "../../domain/technology/state/borrowed.ts";
import type { Audience } from "../../domain/technology/state/sharing.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { departmentName } from "../say/department.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import type { TableModel } from "../view/components.ts";
import { borrowedModel } from "./borrowed-model.ts";
import { sharingCrumb, sharingPage } from "./sharing-page.ts";
import type { SharingPage } from "./sharing-page.ts";

/** Evidence shared with other departments: what was taken over from them, and what they may take or took. */
export function sharingPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await sharingPage(services, req, res);
      const { row, technology, language, open, at } = page;
      const { t } = language;
      const borrowed = await Promise.all(technology.borrowed.map((piece) => borrowedModel(services, page, piece)));
      await renderTechnology(
        res,
        page,
        "pages/sharing/sharing",
        {
          title: t("sharing:title", { name: row.name }),
          trail: [sharingCrumb(page)],
          eyebrow: departmentAndTier(services, page),
          lead: t("sharing:lead"),
        },
        {
          borrowed,
          offers: technology.offers.map((offer) => ({
            evidence: offer.evidence,
            href: at(`evidence/${offer.evidence}`),
            to: audienceText(services, page, offer.to),
          })),
          lent: services.views.sharing.from(row.id).map((loan) => ({
            text: t("sharing:lent", {
              evidence: loan.evidence,
              department: departmentName(language, services.views.departments.all(), loan.department),
              day: language.format.date(loan.at),
            }),
            name: loan.name,
            href: `/technologies/${loan.slug}/sharing/pieces/${loan.borrowed}`,
          })),
          links: [
            ...(open.includes("BorrowEvidence")
              ? [{ text: t("sharing:borrow.link"), href: at("sharing/borrowed") }]
              : []),
            ...(open.includes("OfferEvidence") ? [{ text: t("sharing:offer.link"), href: at("sharing/offer") }] : []),
          ],
          files: filesOf(at("sharing")),
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const page = await sharingPage(services, req, res);
      const holds = { 5: "day", 6: "day", 7: "day", 8: "day" } as const;
      return listOfTable(`${page.row.slug}-sharing`, borrowedTable(services, page), holds);
    },
  };
}

function audienceText({ views }: Services, { language }: SharingPage, to: Audience): string {
  const { t, format } = language;
  if (to === "all") return t("sharing:to.all");
  if (to.length === 0) return t("sharing:to.nobody");
  return format.list(to.map((key) => departmentName(language, views.departments.all(), key)));
}

function borrowedTable({ views }: Services, { technology, language, today }: SharingPage): TableModel {
  const { t } = language;
  return {
    caption: t("sharing:crumb"),
    columns: ["id", "origin", "department", "piece", "kind", "from", "to", "until", "taken", "state"].map((name) => ({
      label: t(`sharing:file.${name}`),
    })),
    rows: technology.borrowed.map((piece) => ({
      cells: [
        piece.borrowed,
        views.portfolio.byId(piece.origin.technology)?.name ?? piece.origin.technology,
        departmentName(language, views.departments.all(), piece.origin.department),
        piece.origin.evidence,
        t(`words:kind.${piece.kind}`),
        piece.from.slice(0, 10),
        piece.to.slice(0, 10),
        piece.expiresOn,
        piece.at.slice(0, 10),
        t(`sharing:state.${borrowedState(piece, today)}`),
      ].map((content) => ({ content })),
    })),
  };
}
