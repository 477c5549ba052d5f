import type { Measure } from "../../domain/policy/policy.ts";
import { inUnit } from "../say/figure.ts";
import { groupName, indicatorOf } from "./page.ts";
import type { EvidencePage } from "./page.ts";

/** People of each group over all pieces, in the order in which the groups first appear. */
export function headcounts(
  groups: readonly { readonly group: string; readonly n: number }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group, n } of groups) counts.set(group, (counts.get(group) ?? 0) + n);
  return counts;
}

/** Where an interval lies against a floor that asks for at least so much; without a floor it is simply measured. */
export function stateAgainst(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  floor: number | undefined,
): "met" | "unmet" | "unknown" {
  if (floor === undefined || lower >= floor) return "met";
  return upper < floor ? "unmet" : "unknown";
}

/** Whom the floor binds: everybody together, and each group that the policy names. */
export function floorNote(page: EvidencePage, measure: Measure): string[] {
  const { language, policy } = page;
  const { t, format } = language;
  const found = indicatorOf(page, measure);
  if (found?.floor === undefined) return [];
  const floor = inUnit(language, found.unit, found.floor);
  const indicator = policy.criteria.flatMap(({ indicators }) => indicators).find(({ key }) => key === found.indicator);
  const groups = (indicator?.groups ?? []).map((group) => groupName(language, group));
  return [
    groups.length === 0
      ? t("evidence:floor.all", { floor })
      : t("evidence:floor.groups", { floor, groups: format.list(groups) }),
  ];
}
