import type { Services } from "../../../application/services.ts";
import { forTier } from "../../../domain/policy/for-tier.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Indicator } from "../../../domain/measures/measures.ts";
import type { Tier } from "../../../domain/words/tier.ts";
import type { Typed } from "../../forms/typed.ts";
import { isPercent } from "../../say/figure-style.ts";
import { numberOrNull } from "../../forms/number.ts";

/** A plan that its writer left its form for: nobody else sees it. */
export type PlanDraft = {
  readonly back: string;
  readonly typed: Typed;
  /** It chooses indicators that only some plans have: of these nothing is reckoned. */
  readonly chooses: boolean;
};

export async function planDraft(
  { drafts }: Services,
  person: string,
  id: string | undefined,
): Promise<PlanDraft | null> {
  const draft = id === undefined ? null : await drafts.find(person, id);
  if (draft === null || !draft.kind.startsWith("plan-")) return null;
  const form = draft.kind === "plan-amend" ? "plan/amendments/new" : "plan/new";
  const chooses = Object.entries(draft.fields).some(([name, value]) => name.endsWith(".chosen") && value !== "");
  return { back: `/technologies/${draft.title}/${form}?draft=${draft.id}`, typed: draft.fields, chooses };
}

/** The policy as the plan will be judged by: without what it excludes, with its stricter floors and larger samples. */
export function asPlanned(policy: Policy, tier: Tier, typed: Typed): Policy {
  const value = (indicator: Indicator, name: string): string => {
    const text = typed[`indicators.${indicator.key}.${name}`];
    return typeof text === "string" ? text.trim() : "";
  };
  const planned = (indicator: Indicator): Indicator => {
    const number = (name: string): number | null => {
      const figure = numberOrNull(value(indicator, name));
      return figure !== null && figure >= 0 ? figure : null;
    };
    const [floor, least] = [number("floor"), number("minimumSample")];
    const own = floor === null ? null : isPercent(indicator.measure) ? floor / 100 : floor;
    return {
      ...indicator,
      ...(own !== null && { floor: stricter(indicator, own) }),
      minimumSample: Math.max(indicator.minimumSample, least ?? 0),
    };
  };
  const judged = forTier(policy, tier);
  return {
    ...judged,
    criteria: judged.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.filter((indicator) => value(indicator, "excluded") === "").map(planned),
    })),
  };
}

function stricter({ floor, better }: Indicator, planned: number): number {
  if (floor === undefined) return planned;
  return better === "higher" ? Math.max(floor, planned) : Math.min(floor, planned);
}
