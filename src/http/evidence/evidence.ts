import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { looksModel } from "../say/looks.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import { queryValue } from "../request-values.ts";
import type { Person } from "../visitor.ts";
import { emptyModel } from "./empty.ts";
import { filesModel, piecesAPage } from "./files.ts";
import { leadOf } from "./evidence-lead.ts";
import { missingModel } from "./unsettled-indicators.ts";
import { evidenceCrumb, evidencePage } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import { overviewRows, sectionRows } from "./sections.ts";

/** The evidence of one technology: the finding, its figures, what is missing, every file. */
export function evidencePages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await evidencePage(services, req, res, (all) => all);
      const { row, language, technology, person, at } = page;
      const { t } = language;
      const number = pageNumber(queryValue(req, "page"), technology.evidence.length);
      const first = number === 1;
      const empty = emptyModel(page);
      await renderTechnology(
        res,
        page,
        "pages/evidence/evidence",
        {
          title: t("evidence:title", { name: row.name }),
          trail: [evidenceCrumb(page)],
          eyebrow: departmentAndTier(services, page),
          lead: leadOf(page),
        },
        {
          notice: first ? lookNotice(page) : null,
          rows: first ? sectionRows(page) : [],
          overview: first ? overviewRows(page) : [],
          missing: first && technology.plan !== null ? missingModel(page) : null,
          empty,
          looks: first ? looksModel(language, row.slug, technology, page.today) : null,
          files: empty === null ? filesModel(page, number) : null,
          attach: page.open.includes("AttachEvidence") ? at("evidence/new") : null,
          tokens: mayAttach(person) ? at("tokens") : null,
          erasure: person.roles.includes("administrator") ? at("erasure") : null,
        },
      );
    },
  };
}

/** Also before a pilot opens: a pipeline may be set up ahead. */
const mayAttach = ({ roles }: Person): boolean => roles.some((role) => role === "planner" || role === "evaluator");

function pageNumber(text: string | undefined, pieces: number): number {
  const wanted = Number(text ?? "1");
  const last = Math.max(1, Math.ceil(pieces / piecesAPage));
  return Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, last) : 1;
}

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
