import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { looksModel } from "../say/looks.ts";
import { Html } from "../view/html.ts";
import { explained } from "../say/explained.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import { filesOf } from "../lists/files.ts";
import { queryValue } from "../request-values.ts";
import type { Person } from "../visitor.ts";
import { emptyModel } from "./empty.ts";
import { filesModel, piecesPage } from "./files.ts";
import { indicatorSection } from "./indicators.ts";
import { keptPart } from "./kept-part.ts";
import { leadOf } from "./evidence-lead.ts";
import { missingModel } from "./unsettled-indicators.ts";
import { evidenceCrumb, evidencePage } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import { drawnByTitle, sectionRows } from "./sections.ts";

/** The evidence of one technology: the finding, its figures, what is missing, every file. */
export function evidencePages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const before = queryValue(req, "before");
      const named = (all: readonly Piece[]): readonly Piece[] => {
        const listed = piecesPage(all, before);
        return listed.newer === null ? [...listed.pieces, ...drawnByTitle(all)] : listed.pieces;
      };
      const page = await evidencePage(services, req, res, named);
      const { row, language, technology, person, at } = page;
      const pieces = piecesPage(technology.evidence, before);
      const empty = emptyModel(page);
      await renderTechnology(
        res,
        page,
        "pages/evidence/evidence",
        {
          title: language.t("evidence:title", { name: row.name }),
          trail: [evidenceCrumb(page)],
          eyebrow: departmentAndTier(services, page),
          lead: leadOf(page),
        },
        {
          ...figuresModel(deps, page, pieces.newer === null),
          explained: empty === null ? explained(language) : null,
          empty,
          files: empty === null ? { ...filesModel(page, pieces), download: filesOf(at("evidence")) } : null,
          attach: page.open.includes("AttachEvidence") ? at("evidence/new") : null,
          tokens: mayAttach(person) ? at("tokens") : null,
          erasure: person.roles.includes("administrator") ? at("erasure") : null,
        },
      );
    },
  };
}

/** What stands above the pieces, on the first of their pages alone. */
function figuresModel(deps: Deps, page: EvidencePage, first: boolean) {
  if (!first) return { notice: null, rows: [], missing: null, overview: null, looks: null };
  const { row, language, technology, today } = page;
  const part = (template: string, model: object | null): Html =>
    model === null ? new Html("") : deps.templates.part(template, language.locale, model);
  const may = page.open.includes("AttachEvidence");
  return {
    notice: lookNotice(page),
    rows: sectionRows(deps, page),
    missing:
      technology.plan === null
        ? null
        : keptPart(deps, page, `missing ${may}`, () => part("pages/evidence/missing", missingModel(page, may))),
    overview: keptPart(deps, page, "indicators", () => part("pages/evidence/section", indicatorSection(page))),
    looks: keptPart(deps, page, "looks", () =>
      part("components/looks", looksModel(language, row.slug, technology, today)),
    ),
  };
}

/** Also before a pilot opens: a pipeline may be set up ahead. */
const mayAttach = ({ roles }: Person): boolean => roles.some((role) => role === "planner" || role === "evaluator");

/** These figures are today's; a gate reads the last look. */
function lookNotice({
  technology,
  language,
  today,
  at,
}: EvidencePage): { text: string; link: { text: string; href: string } } | null {
  const { t, format } = language;
  if (technology.plan === null || technology.evidence.length === 0) return null;
  const { number, plan } = technology.plan;
  const last = technology.looks.findLast((look) => look.plan === number);
  // A look that a stop or a withdrawal left untaken is not announced.
  const next = plan.looks.slice(last?.look ?? 0).find((day) => day >= today);
  const when = {
    ...(last !== undefined && { last: format.date(last.at) }),
    ...(next !== undefined && { next: format.date(next) }),
  };
  const key = last === undefined ? (next === undefined ? "none" : "first") : next === undefined ? "final" : "between";
  return {
    text: t(`evidence:look.${key}`, when),
    link: { text: t("evidence:look.gate"), href: at("gates/rollout") },
  };
}
