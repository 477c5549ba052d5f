import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import { contextDistance } from "../../domain/sharing/distance.ts";
import type { MeasureDistance } from "../../domain/sharing/distance.ts";
import { daysBetween } from "../../domain/costs/work-package.ts";
import { borrowedState, contextOf, movedAt } from "../../domain/technology/state/borrowed.ts";
import type { BorrowedState } from "../../domain/technology/state/borrowed.ts";
import type { Audience, Borrowed } from "../../domain/technology/state/sharing.ts";
import { csvOf } from "../charts/downloads.ts";
import type { Deps } from "../deps.ts";
import { departmentName } from "../say/department.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import type { TableModel, TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { tag } from "../view/tag.ts";
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
            href: `/technologies/${loan.slug}/sharing#${loan.borrowed}`,
          })),
          links: [
            ...(open.includes("BorrowEvidence")
              ? [{ text: t("sharing:borrow.link"), href: at("sharing/borrowed") }]
              : []),
            ...(open.includes("OfferEvidence") ? [{ text: t("sharing:offer.link"), href: at("sharing/offer") }] : []),
          ],
          csv: at("sharing.csv"),
        },
      );
    },

    async csv(req: Request, res: Response): Promise<void> {
      const page = await sharingPage(services, req, res);
      res
        .attachment(`${page.row.slug}-sharing.csv`)
        .type("text/csv")
        .send(csvOf(borrowedTable(services, page)));
    },
  };
}

export function audienceText({ views }: Services, { language }: SharingPage, to: Audience): string {
  const { t, format } = language;
  if (to === "all") return t("sharing:to.all");
  if (to.length === 0) return t("sharing:to.nobody");
  return format.list(to.map((key) => departmentName(language, views.departments.all(), key)));
}

const glyphs: { readonly [S in BorrowedState]: Glyph } = {
  "in-force": "met",
  expired: "late",
  withdrawn: "drifted",
  erased: "drifted",
  withheld: "drifted",
  "offer-ended": "drifted",
};

/** As the origin stands now, whether this stream was told of it yet or not. */
async function stateNow({ views }: Services, page: SharingPage, piece: Borrowed): Promise<BorrowedState> {
  const here = borrowedState(piece, page.today);
  if (here !== "in-force") return here;
  const origin = await views.technologyState(piece.origin.technology);
  const moved = origin === null ? null : movedAt(origin, piece.origin.evidence, page.technology.proposal.department);
  return moved ?? here;
}

async function borrowedModel(services: Services, page: SharingPage, piece: Borrowed) {
  const { language, technology, today, policy } = page;
  const { t, format } = language;
  const origin = services.views.portfolio.byId(piece.origin.technology);
  const state = await stateNow(services, page, piece);
  const distance = contextDistance(piece.context, contextOf(technology), policy.safeguards.sharing);
  const stateMark: TagModel = tag(t, glyphs[state], t(`sharing:state.${state}`));
  return {
    id: piece.borrowed,
    tag: stateMark,
    kind: t(`words:kind.${piece.kind}`),
    from: originText(services, page, piece, origin),
    age: t("sharing:age", {
      day: format.date(piece.to),
      age: format.days(Math.max(0, daysBetween(piece.to.slice(0, 10), today))),
      until: format.date(piece.expiresOn),
    }),
    overall: t(`sharing:overall.${distance.overall}`),
    version: t(`sharing:version.${distance.version}`, {
      theirs: piece.context.version ?? "",
      ours: contextOf(technology).version ?? "",
    }),
    distance: {
      caption: t("sharing:distance.caption", { id: piece.borrowed }),
      columns: [
        { label: t("sharing:distance.measure") },
        { label: t("sharing:distance.theirs"), num: true },
        { label: t("sharing:distance.ours"), num: true },
        { label: t("sharing:distance.how") },
      ],
      rows: distance.measures.map((compared) => ({ cells: measureCells(page, compared) })),
    },
  };
}

function originText(
  services: Services,
  page: SharingPage,
  piece: Borrowed,
  origin: { name: string; slug: string } | null,
): Content {
  const { language } = page;
  const department = departmentName(language, services.views.departments.all(), piece.origin.department);
  if (origin === null) return department;
  const { name, slug } = origin;
  const at = `/technologies/${slug}/evidence/${piece.origin.evidence}`;
  return html`<a href="${at}">${name}${language.t("common:comma")}${piece.origin.evidence}</a> · ${department}`;
}

function measureCells({ language }: SharingPage, { measure, theirs, ours, times, how }: MeasureDistance) {
  const { t, format } = language;
  const number = (value: number | null): string =>
    value === null ? t("sharing:distance.unstated") : format.number(value);
  return [
    { content: t(`sharing:measure.${measure}`), header: true as const },
    { content: number(theirs), num: true as const },
    { content: number(ours), num: true as const },
    {
      content:
        times === null
          ? t("sharing:how.unknown")
          : t(`sharing:how.${how}`, { times: format.number(Math.round(times * 100) / 100) }),
    },
  ];
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
