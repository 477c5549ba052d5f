import { gates } from "../../domain/policy/policy.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { FormAround, PartModel } from "./part.ts";
import { ruleTable } from "./rule-table.ts";

/** Votes in one table, then a table of conditions a gate. */
export function gatesPart({ policy, fields, language }: FormAround): PartModel {
  const { t } = language;
  const parts = gates.map((gate) => ({
    id: `gate-${gate}`,
    title: t(`words:gate.${gate}`),
    rules: ruleTable(policy, gate, fields, language),
  }));
  return {
    id: "part-gates",
    title: t("policy:part.gates"),
    lead: t("policy:edit.rules.lead"),
    inside: parts.map(({ id, title }) => ({ href: `#${id}`, text: title })),
    fields: [],
    table: {
      caption: t("policy:gates.quorum"),
      columns: [
        t("policy:column.gate"),
        ...tiers.map((tier) => t("words:impactTier", { tier: t(`words:tier.${tier}`) })),
      ],
      rows: gates.map((gate) => ({
        header: t(`words:gate.${gate}`),
        cells: tiers.map((tier) => ({
          short: t(`words:tier.${tier}`),
          wide: false,
          field: fields.number(`gates.${gate}.quorum.${tier}`, {
            label: t("policy:field.quorum", { gate: t(`words:gate.${gate}`), tier: t(`words:tier.${tier}`) }),
            width: "full",
          }),
        })),
      })),
    },
    gates: parts,
  };
}

export function tiersPart({ fields, language }: FormAround): PartModel {
  const { t } = language;
  const rules = ["minimumPilotDays", "minimumEvaluators"] as const;
  return {
    id: "part-tiers",
    title: t("policy:part.tiers"),
    inside: [],
    fields: [],
    table: {
      caption: t("policy:part.tiers"),
      columns: [t("policy:column.tier"), ...rules.map((rule) => t(`policy:edit.tiers.${rule}`))],
      rows: tiers.map((tier) => ({
        header: t("words:impactTier", { tier: t(`words:tier.${tier}`) }),
        cells: rules.map((rule) => ({
          short: t(`policy:edit.tiers.${rule}`),
          wide: false,
          field: fields.number(`tiers.${tier}.${rule}`, {
            label: t(`policy:field.${rule}`, { tier: t(`words:tier.${tier}`) }),
            width: "full",
          }),
        })),
      })),
    },
  };
}
