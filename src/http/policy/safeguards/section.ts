import { harmDegrees, harmedObjects } from "../../../domain/policy/safeguards/grading.ts";
import { riskSteps } from "../../../domain/policy/safeguards/risk.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Named } from "../../../domain/words/named.ts";
import { tiers } from "../../../domain/words/tier.ts";
import { named } from "../../say/named.ts";
import type { TableModel } from "../../view/components.ts";
import type { Language } from "../../view/languages.ts";
import { clockTable } from "./clock-fields.ts";
import { safeguardFields, safeguardTopics } from "./fields.ts";
import type { SafeguardField } from "./fields.ts";

/** The safeguards' numbers as the policy's page says them: a topic with its sentences, its table, its source. */
export function safeguardSection(language: Language, policy: Policy) {
  const { t } = language;
  const fields = safeguardFields(policy);
  return safeguardTopics.map((topic) => {
    const tables = tablesOf(language, policy, topic);
    return {
      title: t(`policy:safeguards.topic.${topic}`),
      lead: t(`policy:safeguards.lead.${topic}`),
      tables,
      /** Then each says above itself what it is: a table for each kind of body looks like the next. */
      several: tables.length > 1,
      facts: factsOf(
        language,
        fields.filter((field) => field.topic === topic),
      ),
      source: sourceOf(language, policy, topic),
    };
  });
}

/** What stands in no table, number by number. */
function factsOf(language: Language, fields: readonly SafeguardField[]) {
  const tabled =
    /^safeguards\.(impact\.points|grading|clocks\.(within|supplement|bars)|committee\.(quorum|leastAsked))\./;
  return fields
    .filter((field) => field.input !== "words" && !tabled.test(field.path))
    .map((field) => ({ term: field.label(language), value: valueOf(language, field) }));
}

function valueOf(language: Language, { says, options, value, input }: SafeguardField): string {
  if (says !== undefined) return says(language);
  const chosen = options?.(language).find((option) => option.value === value);
  if (chosen !== undefined) return chosen.label;
  if (input === "days") return language.format.list(value.split(" ").filter(Boolean).map(language.format.date));
  return input === "number" ? language.format.number(Number(value)) : value;
}

function sourceOf(language: Language, { safeguards }: Policy, topic: string): string | null {
  const { t, format } = language;
  const rules = Object.entries(safeguards).find(([name]) => name === topic)?.[1] as
    { readonly source?: string | Named; readonly date?: string } | undefined;
  if (rules?.source === undefined) return null;
  const source = typeof rules.source === "string" ? rules.source : named(language, rules.source);
  return rules.date === undefined
    ? t("policy:safeguards.source", { source })
    : t("policy:safeguards.sourceOf", { source, day: format.date(rules.date) });
}

function tablesOf(language: Language, policy: Policy, topic: string): readonly TableModel[] {
  switch (topic) {
    case "impact":
      return [pointsTable(language, policy), obligationTable(language, policy)];
    case "clocks":
      return clockTable(language, policy);
    case "grading":
      return [gradingTable(language, policy)];
    case "risk":
      return [riskTable(language, policy)];
    case "committee":
      return [committeeTable(language, policy)];
    default:
      return [];
  }
}

const header = (content: string) => ({ content, header: true as const });

function pointsTable(language: Language, { safeguards: { impact } }: Policy): TableModel {
  const { t, format } = language;
  return {
    caption: t("policy:safeguards.pointsTable"),
    columns: [{ label: t("policy:safeguards.column.question") }, { label: t("policy:safeguards.column.choices") }],
    rows: impact.questions.map(({ title, choices }) => ({
      cells: [
        header(named(language, title)),
        {
          content: format.list(
            choices.map((choice) =>
              t("policy:safeguards.choice", { choice: named(language, choice.title), points: choice.points }),
            ),
          ),
        },
      ],
    })),
  };
}

function obligationTable(language: Language, { safeguards: { impact } }: Policy): TableModel {
  const { t } = language;
  return {
    caption: t("policy:safeguards.obligationTable"),
    columns: [{ label: t("policy:column.tier") }, { label: t("policy:safeguards.column.obligations") }],
    rows: tiers.map((tier) => ({
      cells: [
        header(t("words:impactTier", { tier: t(`words:tier.${tier}`) })),
        {
          content: impact.obligations[tier].map((key) => t(`safeguards/impact-assessment:obligation.${key}`)).join(" "),
        },
      ],
    })),
  };
}

function gradingTable({ t }: Language, { safeguards: { grading } }: Policy): TableModel {
  return {
    caption: t("policy:safeguards.topic.grading"),
    columns: [
      { label: t("policy:safeguards.column.object") },
      ...harmDegrees.map((degree) => ({ label: t(`policy:safeguards.degree.${degree}`) })),
    ],
    rows: harmedObjects.map((object) => ({
      cells: [
        header(t(`policy:safeguards.object.${object}`)),
        ...harmDegrees.map((degree) => ({ content: t(`policy:safeguards.grade.${grading.table[object][degree]}`) })),
      ],
    })),
  };
}

function riskTable({ t }: Language, { safeguards: { risk } }: Policy): TableModel {
  const steps = riskSteps.toReversed();
  return {
    caption: t("policy:safeguards.riskTable"),
    columns: [
      { label: t("policy:safeguards.column.likelihood") },
      ...riskSteps.map((step) => ({ label: t(`policy:safeguards.step.${step}`) })),
    ],
    rows: steps.map((step) => ({
      cells: [
        header(t(`policy:safeguards.step.${step}`)),
        ...risk.level[step].map((level) => ({ content: t(`policy:safeguards.step.${level}`) })),
      ],
    })),
  };
}

function committeeTable({ t, format }: Language, { safeguards: { committee } }: Policy): TableModel {
  return {
    caption: t("policy:safeguards.topic.committee"),
    columns: ["tier", "quorum", "leastAsked"].map((name, i) => ({
      label: t(`policy:safeguards.column.${name}`),
      ...(i > 0 && { num: true as const }),
    })),
    rows: tiers.map((tier) => ({
      cells: [
        header(t("words:impactTier", { tier: t(`words:tier.${tier}`) })),
        { content: format.number(committee.quorum[tier]), num: true as const },
        { content: format.number(committee.leastAsked[tier]), num: true as const },
      ],
    })),
  };
}
