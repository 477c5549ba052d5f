import { expect, test } from "vitest";
import { interfaceRuleNames, severityOf } from "../../../src/domain/evidence/interface-rules.ts";
import { judged, measuredName } from "../../../src/domain/interfaces/judged.ts";
import { infoFields, nameStyles } from "../../../src/domain/standards/rule-set.ts";
import type { InterfaceRule, RuleSeverity, RuleSet } from "../../../src/domain/standards/rule-set.ts";

const broken = interfaceRuleNames.map((rule, i) => ({ rule, count: i + 1 }));

const every = (severity: RuleSeverity): readonly InterfaceRule[] => [
  ...infoFields.map((field) => ({ rule: "info-field", severity, field }) as const),
  ...nameStyles.map((style) => ({ rule: "operation-id", severity, style }) as const),
  ...(
    ["servers-https", "operation-described", "problem-documents", "versioned-path", "security-declared"] as const
  ).map((rule) => ({ rule, severity })),
];

const set = (...rules: readonly InterfaceRule[]): RuleSet => ({ describes: "openapi", rules });

test("without a standard the house's rules count alone, errors first, with their places", () => {
  const alone = judged({ broken }, null);
  expect(alone.map(({ rule }) => rule).toSorted()).toEqual(
    interfaceRuleNames.filter((rule) => severityOf(rule) !== null).toSorted(),
  );
  const severities = alone.map(({ severity }) => severity);
  expect(severities).toEqual(severities.toSorted());
  for (const { rule, count } of alone) expect(broken).toContainEqual({ rule, count });
});

test("whatever a standard may ask for is measured under a name of its own", () => {
  const names = every("error").map(measuredName);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(interfaceRuleNames).toContain(name);
});

test("a standard makes a rule count that the house does not ask, or count more, never less", () => {
  const errors = judged({ broken }, set(...every("error"))).filter(({ severity }) => severity === "error");
  for (const rule of every("error").map(measuredName)) expect(errors.map((of) => of.rule)).toContain(rule);
  const mild = judged({ broken }, set(...every("warning")));
  expect(mild.find(({ rule }) => rule === "security-declared")?.severity).toBe("error");
  expect(mild.find(({ rule }) => rule === "versioned-path")?.severity).toBe("warning");
  const one = judged({ broken }, set({ rule: "operation-id", style: "snake_case", severity: "error" }));
  expect(one.filter(({ rule }) => rule.startsWith("operation-id")).map(({ rule }) => rule)).toEqual([
    "operation-id.snake_case",
  ]);
});

test("a rule that is kept is in no judgement, whoever asks for it", () => {
  expect(judged({ broken: [] }, set(...every("error")))).toEqual([]);
});
