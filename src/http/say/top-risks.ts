import type { Policy } from "../../domain/policy/policy.ts";
import { isAnswered } from "../../domain/safeguards/risk-acceptance.ts";
import { risksOf, worstFirst } from "../../domain/safeguards/risk-register.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Day } from "../../domain/words/text.ts";
import type { NoteModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

/** As many as a margin holds: the whole register is a link away. */
const mostShown = 3;

export interface RisksAt {
  readonly language: Language;
  readonly technology: Technology;
  readonly policy: Policy;
  readonly today: Day;
  readonly at: (place?: string) => string;
}

/** The worst risks of a technology, without and with their controls; null where none is rated. */
export function topRisks({ language, technology, policy, today, at }: RisksAt): NoteModel | null {
  const { t } = language;
  const risks = worstFirst(risksOf(technology, policy, today));
  if (risks.length === 0) return null;
  const level = (step: string): string => t(`words:riskStep.${step}`);
  return {
    title: t("risks:top.title"),
    count: String(risks.length),
    items: [
      ...risks.slice(0, mostShown).map((risk) => ({
        tag: isAnswered(risk, technology, today)
          ? tag(t, risk.isAbove ? "waived" : "met", t(`risks:state.${risk.isAbove ? "accepted" : "within"}`))
          : tag(t, "unmet", t("risks:top.open")),
        content: html`<a href="${at(`risks/${risk.item}`)}">${risk.name}</a>`,
        sub: t("risks:top.levels", {
          inherent: level(risk.inherent.level),
          residual: level(risk.residual.rating.level),
        }),
      })),
      { content: html`<a href="${at("risks")}">${t("gate:see.risks")}</a>`, onward: true },
    ],
  };
}
