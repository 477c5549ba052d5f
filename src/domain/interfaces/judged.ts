import { severityOf } from "../evidence/interface-rules.ts";
import type { InterfaceRuleName } from "../evidence/interface-rules.ts";
import type { InterfaceStatistics } from "../evidence/statistics.ts";
import type { InterfaceRule, RuleSet, RuleSeverity } from "../standards/rule-set.ts";

/** A rule that a description does not keep, as whoever asks for it takes that. */
export interface JudgedRule {
  readonly rule: InterfaceRuleName;
  readonly severity: RuleSeverity;
  /** Places in the description. */
  readonly count: number;
}

/**
 * What a measured description does not keep: of the house's rules and, where it declares an interface standard, of that
 * one's. Where both ask the same, the graver counts. Errors come first, each in the order of the rules.
 */
export function judged({ broken }: Pick<InterfaceStatistics, "broken">, set: RuleSet | null): readonly JudgedRule[] {
  const asked = new Map((set?.rules ?? []).map((rule) => [measuredName(rule), rule.severity]));
  const all = broken.flatMap(({ rule, count }): JudgedRule[] => {
    const severities = [severityOf(rule), asked.get(rule) ?? null];
    const severity = severities.includes("error") ? "error" : severities.includes("warning") ? "warning" : null;
    return severity === null ? [] : [{ rule, severity, count }];
  });
  return [...all.filter(({ severity }) => severity === "error"), ...all.filter(({ severity }) => severity !== "error")];
}

/** A standard's rule by the name that it is measured under. */
export const measuredName = (rule: InterfaceRule): InterfaceRuleName =>
  rule.rule === "operation-id" ? `${rule.rule}.${rule.style}` : ruleOf(rule);

function ruleOf(rule: Exclude<InterfaceRule, { rule: "operation-id" }>): InterfaceRuleName {
  return rule.rule === "info-field" ? `${rule.rule}.${rule.field}` : rule.rule;
}
