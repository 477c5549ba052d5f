import type { Move } from "../../domain/radar/movement.ts";
import { criterionKeys } from "../../domain/policy/policy.ts";
import type { CriterionKey, Policy } from "../../domain/policy/policy.ts";
import type { Evidence } from "../../projections/drawings/types.ts";
import { fullName } from "../say/indicator.ts";
import type { Language } from "../view/languages.ts";

/** From where to where, in words. */
export function moveText({ t }: Language, { movement, before, now }: Move): string {
  const way =
    before === null || movement === "unmoved"
      ? t(`radar:movement.${movement}`)
      : t(`radar:movedFrom.${movement}`, { ring: t(`radar:ring.${before.ring}`) });
  return now.asserted ? t("radar:asserted", { move: way }) : way;
}

/** What is furthest behind, and by how much. */
export function boundText(language: Language, policy: Policy, evidence: Evidence | null): string {
  const { t, format } = language;
  if (evidence === null) return t("radar:bound.none");
  if (evidence.clearance === null) return t("radar:bound.noFloor");
  const { worst, points } = evidence.clearance;
  const name = nameOf(language, policy, worst);
  if (points === null) return t("radar:bound.unknown", { name });
  const away = format.number(Math.abs(points), 1);
  return t(points < 0 ? "radar:bound.below" : "radar:bound.above", { name, points: away });
}

function nameOf(language: Language, policy: Policy, worst: string): string {
  if (isCriterion(worst)) return language.t(`words:criterion.${worst}`);
  const [indicator = worst, group] = worst.split("@");
  return fullName(language, policy, { indicator, ...(group !== undefined && { group }) });
}

const isCriterion = (id: string): id is CriterionKey => (criterionKeys as readonly string[]).includes(id);
