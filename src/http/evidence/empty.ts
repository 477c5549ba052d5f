import { indicatorsOf } from "../../domain/measures/indicator.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import { isApplicable } from "../../domain/measures/yardstick.ts";
import type { EmptyModel } from "../view/components.ts";
import type { EvidencePage } from "./page.ts";

/** What will stand here, why it matters, and the one thing to do; null where there is evidence. */
export function emptyModel(page: EvidencePage): EmptyModel | null {
  const { technology, language, open, row } = page;
  const { t, format } = language;
  if (technology.evidence.length > 0) return null;
  const title = t("evidence:empty.title");
  if (technology.plan === null) return { title, text: t("evidence:empty.noPlan") };
  const kinds = format.list(askedKinds(page).map((kind) => t(`evidence:kindAsked.${kind}`)));
  const look = technology.plan.plan.looks[0];
  const text =
    look === undefined
      ? t("evidence:empty.asks", { kinds })
      : t("evidence:empty.asksBy", { kinds, day: format.date(look) });
  const action = { text: t("evidence:attach.action"), href: `/technologies/${row.slug}/evidence/new` };
  return { title, text, ...(open.includes("AttachEvidence") && { action }) };
}

/** Kinds of files that the applicable indicators of the locked plan are measured from, in the policy's order. */
export function askedKinds({ policy, context }: EvidencePage): readonly EvidenceKind[] {
  const all = indicatorsOf(policy);
  const asked = context === null ? all : all.filter((indicator) => isApplicable(indicator, context));
  return [...new Set(asked.flatMap(({ measure }) => measureOf(measure).kind ?? []))];
}
