import { z } from "zod";
import { infoFields, nameStyles, ruleName, ruleSeverities } from "../../domain/standards/rule-set.ts";
import type { InterfaceRule, NameStyle, RuleSet, RuleSeverity } from "../../domain/standards/rule-set.ts";
import { choice } from "../forms/fields.ts";
import type { Typed } from "../forms/typed.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";

/** What a program can check of an interface, each asked for as an error, as a warning, or not at all. */
const plainRules = [
  "servers-https",
  "operation-described",
  "problem-documents",
  "versioned-path",
  "security-declared",
] as const;
const operationId = "operation-id";
const levels = ["none", ...ruleSeverities] as const;

/** Names of the inputs: a dot would part them. */
const inputOf = (rule: string): string => rule.replace(".", "-");
const ruleInputs = [...infoFields.map((field) => `info-field-${field}`), ...plainRules, operationId];

const level = choice(levels).default("none");
export const rulesSchema = z.object(Object.fromEntries<typeof level>(ruleInputs.map((name) => [name, level])));
export const styleSchema = choice(nameStyles).default("camelCase");

type Levels = z.output<typeof rulesSchema>;

/** Null where nothing is asked for. */
export function rulesOf(asked: Levels, style: NameStyle): RuleSet | null {
  const rules: InterfaceRule[] = [
    ...infoFields.flatMap((field) =>
      severityOf(asked, `info-field-${field}`).map((severity) => ({ rule: "info-field", severity, field }) as const),
    ),
    ...plainRules.flatMap((rule) => severityOf(asked, rule).map((severity) => ({ rule, severity }))),
    ...severityOf(asked, operationId).map((severity) => ({ rule: operationId, severity, style }) as const),
  ];
  return rules.length === 0 ? null : { describes: "openapi", rules };
}

function severityOf(asked: Levels, name: string): readonly RuleSeverity[] {
  const chosen = asked[name] ?? "none";
  return chosen === "none" ? [] : [chosen];
}

export function typedRules(rules: RuleSet | null): Typed {
  const style = rules?.rules.find((rule) => rule.rule === operationId)?.style;
  const chosen = (rules?.rules ?? []).map((rule) => [`rules.${inputOf(ruleName(rule))}`, rule.severity] as const);
  return { ...Object.fromEntries(chosen), ...(style !== undefined && { style }) };
}

export function ruleFields(fields: Fields, { t }: Language) {
  const options = levels.map((value) => ({ value, label: t(`standards:level.${value}`) }));
  return {
    rules: ruleInputs.map((name) => fields.select(`rules.${name}`, { label: t(`standards:rule.${name}`), options })),
    style: fields.select("style", {
      label: t("standards:draft.style"),
      hint: t("standards:draft.styleHint"),
      options: nameStyles.map((value) => ({ value, label: t(`standards:style.${value}`) })),
    }),
  };
}

/** Each rule of a set in words, with how much it weighs. */
export const rulesSaid = ({ t }: Language, { rules }: RuleSet): readonly string[] =>
  rules.map((rule) =>
    t("standards:version.rule", {
      rule:
        rule.rule === operationId
          ? t("standards:rule.styled", { style: t(`standards:style.${rule.style}`) })
          : t(`standards:rule.${inputOf(ruleName(rule))}`),
      level: t(`standards:level.${rule.severity}`),
    }),
  );
