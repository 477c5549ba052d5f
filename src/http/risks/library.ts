import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import { commonRisks } from "../../domain/safeguards/risk-library.ts";
import type { CommonRisk } from "../../domain/safeguards/risk-library.ts";
import { riskFamilies } from "../../domain/policy/safeguards/risk-register.ts";
import type { CommonRiskSum } from "../../projections/risks/types.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { renderTechnology } from "../technology-page.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { risksCrumb, risksPage } from "./risks-page.ts";
import { familyText } from "./words.ts";

/** Technologies that are named at one of them; more are counted. */
const mostNamed = 5;

/** Common risks to begin from, by family, each with what earlier technologies of the house met of it. */
export function libraryPages({ services }: Deps) {
  return {
    /** To read. */
    async show(_req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      await render(
        res,
        "pages/risks/library",
        {
          title: t("risks:library.title"),
          section: "portfolio",
          crumbs: [
            { text: t("portfolio:title"), href: "/technologies" },
            { text: t("risks:across.title"), href: "/risks" },
          ],
          lead: t("risks:library.lead"),
        },
        { families: familiesIn(services, language, null) },
      );
    },

    /** To begin one from, in a technology. */
    async pick(req: Request, res: Response): Promise<void> {
      const page = await risksPage(services, req, res);
      const { language, at, row, open } = page;
      const { t } = language;
      const begin = open.includes("StateSafeguard") ? at("safeguards/new/risk") : null;
      await renderTechnology(
        res,
        page,
        "pages/risks/library",
        {
          title: t("risks:library.pickTitle", { name: row.name }),
          trail: [risksCrumb(page)],
          lead: t("risks:library.lead"),
        },
        { families: familiesIn(services, language, begin) },
      );
    },
  };
}

function familiesIn(services: Services, language: Language, begin: string | null) {
  const sums = new Map(services.views.risks.common().map((sum) => [sum.library, sum]));
  return riskFamilies.map((family) => ({
    id: family,
    title: language.t(`safeguards/risk:question.family.option.${family}`),
    risks: commonRisks
      .filter((risk) => risk.family === family)
      .map((risk) => riskModel(services, language, risk, { sum: sums.get(risk.key), begin })),
  }));
}

function riskModel(
  services: Services,
  language: Language,
  risk: CommonRisk,
  { sum, begin }: { readonly sum: CommonRiskSum | undefined; readonly begin: string | null },
) {
  const { t } = language;
  const { key } = risk;
  return {
    id: key,
    name: t(`safeguards/risk:question.library.option.${key}`),
    family: familyText(language, { family: risk.family, part: risk.part ?? null }),
    what: ["cause", "event", "consequence"].map((part) => ({
      title: t(`risks:what.${part}`),
      text: t(`risk-library:${key}.${part}`),
    })),
    met: sum === undefined ? t("risks:library.never") : metText(language, sum),
    technologies:
      sum === undefined
        ? []
        : services.views.risks
            .stating(key, mostNamed)
            .map(({ slug, name }) => ({ text: name, href: `/technologies/${slug}/risks` })),
    begin: begin === null ? null : { href: `${begin}?library=${key}`, text: t("risks:library.begin") },
  };
}

function metText(
  { t }: Language,
  { technologies, done, within, accepted, open, adopted, stopped }: CommonRiskSum,
): string {
  return t("risks:library.met", { technologies, done, within, accepted, open, adopted, stopped });
}
