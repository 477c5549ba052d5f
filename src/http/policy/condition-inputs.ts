import { conditionsAt, knownCondition } from "../../domain/policy/conditions.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { ConditionRule, Gate, GateRules, Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import type { Typed, TypedValue } from "../forms/typed.ts";
import type { Language } from "../view/languages.ts";
import { inNextOrder } from "./condition-order.ts";
import type { Numbers } from "./schema.ts";

/** A condition as the form offers it: one that the gate asks, or one that it may take on. */
export type OfferedCondition = {
  readonly rule: ConditionRule;
  readonly asked: boolean;
  /** Among those that the gate asks, from 1. */
  readonly place?: number;
};

export const conditionPath = (gate: Gate, key: string): string => `gates.${gate}.conditions.${key}`;

export const isCondition = (path: string): boolean => /^gates\.[a-z]+\.conditions\./.test(path);

/** In the policy's order; then what this version knows beside them, as it begins. */
export function conditionsIn({ gates }: Pick<Policy, "gates">, gate: Gate): readonly OfferedCondition[] {
  const { conditions } = gates[gate];
  const asked = new Set(conditions.map(({ key }) => key));
  return [
    ...conditions.map((rule, i) => ({ rule, asked: true, place: i + 1 })),
    ...conditionsAt(gate)
      .filter(({ key }) => !asked.has(key))
      .map(({ key, waivable, deferrable }) => ({ rule: { key, waivable, deferrable }, asked: false })),
  ];
}

/** What its boxes hold; without a place it keeps the one it has, or comes last. */
export function typedCondition(gate: Gate, { rule, asked, place }: OfferedCondition): Typed {
  const path = conditionPath(gate, rule.key);
  const box = (ticked: boolean): TypedValue => (ticked ? "yes" : []);
  return {
    [`${path}.asked`]: box(asked || knownCondition(gate, rule.key)?.fixed === true),
    [`${path}.waivable`]: box(rule.waivable),
    [`${path}.deferrable`]: box(rule.deferrable),
    [`${path}.tiers`]: rule.tiers ?? tiers,
    ...(place !== undefined && { [`${path}.place`]: String(place) }),
  };
}

type TypedRules = Numbers["gates"][Gate];

/** What the form asks for. What nobody knows is the check's to refuse. */
export function nextRules(before: GateRules, gate: Gate, { quorum, conditions }: TypedRules): GateRules {
  const asked = Object.entries(conditions).flatMap(([key, typed]) =>
    typed.asked ? [{ key, place: typed.place }] : [],
  );
  const order = inNextOrder(
    before.conditions.map(({ key }) => key),
    asked,
  );
  return {
    quorum,
    conditions: order.flatMap((key) => {
      const typed = conditions[key];
      return typed === undefined ? [] : [ruleOf(gate, key, typed)];
    }),
  };
}

function ruleOf(gate: Gate, key: string, typed: TypedRules["conditions"][string]): ConditionRule {
  const asked: readonly Tier[] = tiers.filter((tier) => typed.tiers.includes(tier));
  const { waivable, deferrable } = typed;
  // A fixed one has no boxes for tiers, and is asked of all.
  const ofAll = asked.length === tiers.length || (asked.length === 0 && knownCondition(gate, key)?.fixed === true);
  return { key, waivable, deferrable, ...(!ofAll && { tiers: asked }) };
}

/** "may be waived; of tiers III and IV". */
export function ruleText({ t, format }: Language, { waivable, deferrable, tiers: asked }: ConditionRule): string {
  const may = t(
    `policy:may.${waivable && deferrable ? "both" : waivable ? "waived" : deferrable ? "deferred" : "firm"}`,
  );
  if (asked === undefined) return may;
  return t("policy:may.ofTiers", { may, tiers: format.list(asked.map((tier) => t(`words:tier.${tier}`))) });
}
