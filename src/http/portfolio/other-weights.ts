import type { Request, Response } from "express";
import { mostCompared, underOtherWeights } from "../../application/sensitivity/other-weights.ts";
import type { Comparisons } from "../../application/sensitivity/other-weights.ts";
import { WEIGHT_SAMPLES } from "../../domain/scoring/sensitivity-space.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { comparisonFigure } from "./other-weights-figure.ts";

/** Every technology with figures under ten thousand ways to weigh: how much the policy's weights matter. */
export function otherWeightsPages({ services, templates, fragments }: Deps) {
  return {
    async show(_req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t, format, locale } = language;
      const edition = `${locale} ${services.today()} ${services.views.edition()}`;
      const comparisons = await underOtherWeights(services);
      const part = () => templates.part("pages/portfolio/comparisons", locale, comparisonsModel(language, comparisons));
      await render(
        res,
        "pages/portfolio/other-weights",
        {
          revalidated: true,
          title: t("portfolio:weights.title"),
          section: "portfolio",
          crumbs: [
            { text: t("portfolio:title"), href: "/technologies" },
            { text: t("portfolio:weights.title"), href: "/technologies/compare/weights" },
          ],
          eyebrow: [format.date(services.clock.now()), t("portfolio:table.interim")],
          lead: leadOf(language, comparisons),
        },
        { body: fragments.of(`portfolio weights ${edition}`, part) },
      );
    },
  };
}

function comparisonsModel(language: Language, { comparisons, cut }: Comparisons) {
  const { t } = language;
  return {
    sections: comparisons.map((comparison) => ({
      id: `policy-${comparison.policy.version}`,
      title: t("portfolio:weights.policy", {
        version: comparison.policy.version,
        count: comparison.technologies.length,
      }),
      figure: comparisonFigure(language, comparison),
    })),
    cut: cut ? t("portfolio:weights.cut", { count: mostCompared }) : null,
    empty:
      comparisons.length > 0 ? null : { title: t("portfolio:weights.empty"), text: t("portfolio:weights.emptyText") },
  };
}

/** How many pass the mark whatever the weights, under some, under none. */
function leadOf({ t }: Language, { comparisons }: Comparisons) {
  const shares = comparisons.flatMap(({ technologies }) => technologies.map(({ weights }) => weights.reaches));
  if (shares.length === 0) return t("portfolio:weights.leadNone");
  const always = shares.filter((share) => share === 1).length;
  const never = shares.filter((share) => share === 0).length;
  return t.html("portfolio:weights.lead", {
    samples: WEIGHT_SAMPLES,
    always: always === 0 ? t("portfolio:weights.alwaysNone") : t("portfolio:weights.always", { count: always }),
    some: t("portfolio:weights.some", { count: shares.length - always - never }),
    never: t("portfolio:weights.never", { count: never }),
  });
}
