import { evidenceKinds } from "../../domain/evidence/kinds.ts";
import { gates } from "../../domain/policy/policy.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { ConditionRule, Gate, Policy } from "../../domain/policy/policy.ts";
import { conditionPath, ruleText } from "./condition-inputs.ts";
import { field } from "./field.ts";
import type { PolicyField } from "./field.ts";
import { indicatorFields } from "./indicator-fields.ts";
import { askingOf } from "./offered.ts";
import { safeguardFields } from "./safeguards/fields.ts";
import { severityFields } from "./severity-days.ts";
import { conditionTitle } from "./words.ts";
import { named } from "../say/named.ts";
import { confidenceText } from "../say/chance.ts";
import { markText } from "../say/score-text.ts";
import { weightText } from "../say/weight.ts";

/** The whole policy in the order of the page; the form, the comparison and their labels come from this one list. */
export function policyFields(policy: Policy): readonly PolicyField[] {
  return [
    plain("verdict", "confidence", policy.confidence, (language) => confidenceText(language, policy.confidence)),
    plain("verdict", "passMark", policy.passMark, (language) => markText(language, policy.passMark)),
    plain("verdict", "looks.default", policy.looks.default),
    plain("verdict", "looks.most", policy.looks.most),
    ...policy.criteria.flatMap((criterion, i) => criterionFields(criterion, i)),
    ...gates.flatMap((gate) => quorumFields(policy, gate)),
    ...gates.flatMap((gate) => policy.gates[gate].conditions.map((rule) => conditionField(gate, rule))),
    ...tiers.flatMap((tier) =>
      (["minimumPilotDays", "minimumEvaluators"] as const).map((rule) =>
        field("tiers", `tiers.${tier}.${rule}`, policy.tiers[tier][rule], ({ t }) =>
          t(`policy:field.${rule}`, { tier: t(`words:tier.${tier}`) }),
        ),
      ),
    ),
    ...evidenceKinds.map((kind) =>
      field("evidence", `evidenceValidityDays.${kind}`, policy.evidenceValidityDays[kind], ({ t }) =>
        t("policy:field.validity", { kind: t(`words:kind.${kind}`) }),
      ),
    ),
    plain("evidence", "minimumGroup", policy.minimumGroup),
    ...(["shownBy", "factor", "leastMinutes", "unshownHours"] as const).map((rule) =>
      plain("restore", `restore.${rule}`, policy.restore[rule]),
    ),
    plain("people", "moderationSpread", policy.moderationSpread),
    plain("people", "agreement.unreliable", policy.agreement.unreliable),
    plain("people", "agreement.tentative", policy.agreement.tentative),
    plain("people", "waivers.grantors", policy.waivers.grantors),
    plain("people", "waivers.mostDays", policy.waivers.mostDays),
    plain("deadlines", "deadlines.gateDays", policy.deadlines.gateDays),
    plain("deadlines", "deadlines.scoringDays", policy.deadlines.scoringDays),
    ...severityFields(policy),
    plain("deadlines", "drillValidityDays", policy.drillValidityDays),
    plain("deadlines", "terms.conditionDays", policy.terms.conditionDays),
    plain("deadlines", "terms.deputyDays", policy.terms.deputyDays),
    plain("accounts", "accounts.linkWaitHours", policy.accounts.linkWaitHours),
    plain("accounts", "accounts.soleLinkWaitHours", policy.accounts.soleLinkWaitHours),
    plain("accounts", "accounts.passwordLength", policy.accounts.passwordLength),
    plain("accounts", "accounts.passwordWords", policy.accounts.passwordWords.join(", ")),
    plain("accounts", "reading", policy.reading),
    ...safeguardFields(policy),
  ];
}

function criterionFields(criterion: Policy["criteria"][number], i: number): PolicyField[] {
  const path = `criteria.${i}`;
  const own = (rule: "weight" | "floor"): PolicyField => ({
    ...field(path, `${path}.${rule}`, criterion[rule], (language) =>
      language.t(`policy:field.criterion.${rule}`, { name: named(language, criterion.name) }),
    ),
    says: (language) => (rule === "weight" ? weightText : markText)(language, criterion[rule]),
  });
  return [
    own("weight"),
    own("floor"),
    ...criterion.indicators.flatMap((indicator) => indicatorFields(indicator, path, askingOf(indicator))),
  ];
}

function quorumFields(policy: Policy, gate: Gate): PolicyField[] {
  return tiers.map((tier) =>
    field("gates", `gates.${gate}.quorum.${tier}`, policy.gates[gate].quorum[tier], ({ t }) =>
      t("policy:field.quorum", { gate: t(`words:gate.${gate}`), tier: t(`words:tier.${tier}`) }),
    ),
  );
}

function conditionField(gate: Gate, rule: ConditionRule): PolicyField {
  const { key, waivable, deferrable, tiers: asked = tiers } = rule;
  return {
    ...field("gates", conditionPath(gate, key), JSON.stringify([waivable, deferrable, ...asked]), (language) =>
      language.t("policy:field.condition", {
        gate: language.t(`words:gate.${gate}`),
        title: conditionTitle(language, key),
      }),
    ),
    says: (language) => ruleText(language, rule),
  };
}

function plain(part: string, path: string, value: number | string, says?: PolicyField["says"]): PolicyField {
  return { ...field(part, path, value, ({ t }) => t(`policy:field.${path}`)), ...(says && { says }) };
}
