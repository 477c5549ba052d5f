import type { Criterion, Gate, Policy } from "../../domain/policy/policy.ts";
import { gates } from "../../domain/policy/policy.ts";
import { evidenceKinds } from "../../domain/evidence/kinds.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { ruleText } from "./condition-inputs.ts";
import { moreModel } from "./more-than-floors.ts";
import { severityFacts } from "./severity-days.ts";
import { byTier, tierSection } from "./tier-section.ts";
import { conditionTitle, sampleText, valueText } from "./words.ts";
import { named } from "../say/named.ts";
import { agreementLimit } from "../say/agreement.ts";
import { floorText } from "../say/limit.ts";
import { markText } from "../say/score-text.ts";
import { namedTerm } from "../say/term.ts";
import { weightText } from "../say/weight.ts";
import { html } from "../view/html.ts";

/** A criterion with its indicators as a table, and the rubric's anchors below. */
export function criterionSection(language: Language, policy: Policy, criterion: Criterion) {
  const { t } = language;
  const title = named(language, criterion.name);
  const text = t("policy:criterion.text", {
    weight: weightText(language, criterion.weight),
    floor: markText(language, criterion.floor),
  });
  const columns = ["indicator", "weight", "floor", "sample", "value"].map((key) => ({
    label: t(`policy:column.${key}`),
  }));
  const rows = criterion.indicators.map((indicator) => ({
    cells: [
      { content: named(language, indicator.name), header: true, sub: t(`policy:measure.${indicator.measure}`) },
      {
        content: weightText(language, indicator.weight),
        ...(indicator.optional === true && { sub: t("policy:optional") }),
      },
      {
        content: byTier(language, indicator, (asked) => floorText(language, asked, asked.floor)),
        ...(indicator.groups !== undefined && { sub: groupsText(language, indicator.groups) }),
      },
      { content: byTier(language, indicator, (asked) => sampleText(language, asked)) },
      {
        content: tiers.some((tier) => indicator.byTier?.[tier]?.value !== undefined)
          ? t("policy:tiersAsk.below")
          : valueText(language, indicator),
      },
    ],
  }));
  const rubrics = criterion.indicators.flatMap(({ rubric, name }) =>
    rubric === undefined
      ? []
      : [
          {
            name: named(language, name),
            question: named(language, rubric.question),
            anchors: rubric.anchors.map((anchor) => named(language, anchor)),
          },
        ],
  );
  return {
    id: criterion.key,
    title,
    text,
    more: moreModel(language, policy, criterion),
    table: { caption: title, columns, rows },
    levels: criterion.indicators.flatMap((indicator) => tierSection(language, policy, indicator) ?? []),
    rubrics,
  };
}

function groupsText({ t, format }: Language, groups: readonly string[]): string {
  const names = groups.map((group) => (t.has(`words:group.${group}`) ? t(`words:group.${group}`) : group));
  return t("policy:groups", { groups: format.list(names) });
}

export function quorumTable(language: Language, policy: Policy): TableModel {
  const { t, format } = language;
  return {
    caption: t("policy:gates.quorum"),
    columns: [
      { label: t("policy:column.gate") },
      ...tiers.map((tier) => ({ label: t("words:impactTier", { tier: t(`words:tier.${tier}`) }), num: true })),
    ],
    rows: gates.map((gate) => ({
      cells: [
        { content: t(`words:gate.${gate}`), header: true },
        ...tiers.map((tier) => ({ content: format.number(policy.gates[gate].quorum[tier]), num: true })),
      ],
    })),
  };
}

/** What a gate asks for, and what of it may be waived or left open with a date. */
export function gateSection(language: Language, policy: Policy, gate: Gate) {
  const conditions = policy.gates[gate].conditions.map((rule) => ({
    title: conditionTitle(language, rule.key),
    may: ruleText(language, rule),
  }));
  return { title: language.t(`words:gate.${gate}`), conditions };
}

export function tierTable(language: Language, policy: Policy): TableModel {
  const { t, format } = language;
  return {
    caption: t("policy:tiers.title"),
    columns: [
      { label: t("policy:column.tier") },
      { label: t("policy:column.pilot") },
      { label: t("policy:column.evaluators"), num: true },
    ],
    rows: tiers.map((tier) => ({
      cells: [
        { content: t("words:impactTier", { tier: t(`words:tier.${tier}`) }), header: true },
        { content: format.atLeast(format.days(policy.tiers[tier].minimumPilotDays)) },
        { content: format.number(policy.tiers[tier].minimumEvaluators), num: true },
      ],
    })),
  };
}

/** The rest, a sentence a rule. */
export function otherRules(language: Language, policy: Policy) {
  const { t, format } = language;
  const { waivers, deadlines, agreement } = policy;
  const validity = evidenceKinds.map((kind) => ({
    term: t(`words:kind.${kind}`),
    value: format.days(policy.evidenceValidityDays[kind]),
  }));
  return {
    validity,
    group: t("policy:evidence.group", { least: policy.minimumGroup }),
    restore: restoreRules(language, policy),
    people: [
      html`${t("policy:people.waivers", { grantors: waivers.grantors, days: format.days(waivers.mostDays) })}
      ${namedTerm(language, "waiver")}`,
      t("policy:people.moderation", { spread: policy.moderationSpread }),
      html`${t("policy:people.agreement", {
        unreliable: agreementLimit(language, agreement.unreliable),
        tentative: agreementLimit(language, agreement.tentative),
      })}
      ${namedTerm(language, "agreement")}`,
    ],
    deadlines: [
      t("policy:deadlines.gate", { days: format.days(deadlines.gateDays) }),
      t("policy:deadlines.scoring", { days: format.days(deadlines.scoringDays) }),
      t("policy:deadlines.drill", { days: format.days(policy.drillValidityDays) }),
      t("policy:deadlines.condition", { days: format.days(policy.terms.conditionDays) }),
      t("policy:deadlines.deputy", { days: format.days(policy.terms.deputyDays) }),
    ],
    accounts: accountRules(language, policy),
    bySeverity: severityFacts(language, policy),
  };
}

function restoreRules({ t, format }: Language, { restore }: Policy): readonly string[] {
  const { shownBy, factor, leastMinutes, unshownHours } = restore;
  return [
    t("policy:restore.shown", {
      shownBy,
      factor: format.number(factor),
      least: format.duration(leastMinutes * 60),
    }),
    t("policy:restore.unshown", { unshown: format.duration(unshownHours * 3600) }),
  ];
}

function accountRules({ t, format }: Language, { accounts, reading }: Policy): readonly string[] {
  const { linkWaitHours, soleLinkWaitHours, passwordLength, passwordWords } = accounts;
  return [
    t("policy:accounts.wait", { hours: linkWaitHours, sole: soleLinkWaitHours }),
    t("policy:accounts.password", { length: passwordLength }),
    ...(passwordWords.length > 0 ? [t("policy:accounts.words", { words: format.list(passwordWords) })] : []),
    t(`policy:accounts.reading.${reading}`),
  ];
}
