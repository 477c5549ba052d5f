import type { RiskRating } from "../../domain/safeguards/risk.ts";
import type { AcceptanceStanding } from "../../domain/safeguards/risk-acceptance.ts";
import type { RegisteredRisk } from "../../domain/safeguards/risk-register.ts";
import type { Standing } from "../../domain/safeguards/standing.ts";
import type { Day } from "../../domain/words/text.ts";
import type { TagModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

/** "high", or "high (16 of 25)" where products are taken. */
export function levelText({ t }: Language, { level, product }: RiskRating): string {
  const name = t(`words:riskStep.${level}`);
  return product === undefined ? name : t("risks:levelOfProduct", { level: name, product });
}

/** "moderate × high" */
export const stepsText = (
  { t }: Language,
  { likelihood, impact }: Pick<RegisteredRisk, "likelihood" | "impact">,
): string => t("risks:steps", { likelihood: t(`words:riskStep.${likelihood}`), impact: t(`words:riskStep.${impact}`) });

export const familyText = ({ t }: Language, { family, part }: Pick<RegisteredRisk, "family" | "part">): string =>
  part === null
    ? t(`words:riskFamily.${family}`)
    : t("risks:familyPart", { family: t(`words:riskFamily.${family}`), part: t(`risks:part.${part}`) });

/** What stands in the way first: not reviewed, above and unanswered, overdue; else why it stands. */
export function riskTag(
  { t }: Language,
  risk: RegisteredRisk,
  review: Pick<Standing, "state">,
  acceptance: AcceptanceStanding,
): TagModel {
  if (review.state !== "in-force") return tag(t, "unknown", t("risks:state.unreviewed"));
  if (risk.isAbove && acceptance.state !== "standing")
    return acceptance.state === "asked"
      ? tag(t, "waits", t("risks:state.asked"))
      : tag(t, acceptance.state === "lapsed" ? "late" : "unmet", t(`risks:state.${acceptance.state}`));
  if (risk.treatment.isOverdue) return tag(t, "late", t("risks:state.overdue"));
  return risk.isAbove ? tag(t, "waived", t("risks:state.accepted")) : tag(t, "met", t("risks:state.within"));
}

/** In a sentence: where the acceptance is, and until when. */
export function acceptanceText({ t, format }: Language, risk: RegisteredRisk, standing: AcceptanceStanding): string {
  switch (standing.state) {
    case "none":
      return t(risk.isAbove ? "risks:acceptance.none" : "risks:acceptance.notNeeded");
    case "standing":
      return t("risks:acceptance.standing", { until: dayOr(format, standing.acceptance.accepted?.until) });
    case "lapsed":
      return t(`risks:acceptance.lapsed.${standing.why}`, {
        until: dayOr(format, standing.acceptance.accepted?.until),
      });
    case "asked":
    case "refused":
      return t(`risks:acceptance.${standing.state}`, { until: format.date(standing.acceptance.asked.until) });
    default:
      return standing satisfies never;
  }
}

const dayOr = (format: Language["format"], day: Day | undefined): string =>
  day === undefined ? "–" : format.date(day);
