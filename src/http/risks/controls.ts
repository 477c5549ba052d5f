import type { Control } from "../../domain/safeguards/risk-residual.ts";
import { tag } from "../view/tag.ts";
import type { RiskPage } from "./risks-page.ts";

/** Each control with whether it counts, on what, and until when; else why it lowers nothing. */
export const controlModels = (page: RiskPage) =>
  page.risk.residual.controls.map((control) => controlModel(page, control));

function controlModel({ language, at }: RiskPage, control: Control) {
  const { t, format } = language;
  const { name, side, to, evidence, counts, inForce, until } = control;
  const why = evidence.length === 0 ? "unproved" : inForce ? "beneath" : "fallen";
  return {
    tag: tag(t, counts ? "met" : "unmet", t(counts ? "risks:control.countsTag" : "risks:control.notTag")),
    name,
    lowers: t(`risks:control.${side}`, { step: t(`words:riskStep.${to}`) }),
    why: counts
      ? t("risks:control.until", { until: until === null ? "–" : format.date(until) })
      : t(`risks:control.${why}`),
    evidence: evidence.map((piece) => ({ text: piece, href: at(`evidence/${piece}`) })),
  };
}
