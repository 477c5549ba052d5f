import type { Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/indicator.ts";
import { gates } from "../../domain/policy/policy.ts";
import { evidenceKinds } from "../../domain/evidence/kinds.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Language } from "../view/languages.ts";
import { knowsTiers, levelPath, levelRules } from "./levels.ts";
import { isOptional, offeredIn, optionalPath } from "./optional.ts";

/** One number of the policy that a new version may change. */
export type PolicyField = {
  /** Where it stands, as in the reasons of `checkPolicy`, and the name of its input. */
  readonly path: string;
  readonly value: string;
  /** Which part of the page it belongs to. */
  readonly part: string;
  readonly label: (language: Language) => string;
  /** Of a tier's number: whose it is. */
  readonly owner?: Indicator["name"];
};

export const severities = [1, 2, 3, 4] as const;

/** Every number of the policy in the order of the page; the form, the comparison and their labels come from this one list. */
export function policyFields(policy: Policy): readonly PolicyField[] {
  return [
    plain("verdict", "confidence", policy.confidence),
    plain("verdict", "passMark", policy.passMark),
    plain("verdict", "looks.default", policy.looks.default),
    plain("verdict", "looks.most", policy.looks.most),
    ...policy.criteria.flatMap((criterion, i) => criterionFields(criterion, i)),
    ...offeredIn(policy).flatMap(({ indicator, included }) => (included ? optionalFields(indicator) : [])),
    ...gates.flatMap((gate) =>
      tiers.map((tier) =>
        field("gates", `gates.${gate}.quorum.${tier}`, policy.gates[gate].quorum[tier], ({ t }) =>
          t("policy:field.quorum", { gate: t(`words:gate.${gate}`), tier: t(`words:tier.${tier}`) }),
        ),
      ),
    ),
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
    ...severities.map((severity) =>
      field(
        "deadlines",
        `deadlines.incidentDays.severity${severity}`,
        policy.deadlines.incidentDays[severity],
        ({ t }) => t("policy:field.incidentDays", { severity }),
      ),
    ),
    plain("deadlines", "drillValidityDays", policy.drillValidityDays),
    plain("deadlines", "terms.conditionDays", policy.terms.conditionDays),
    plain("deadlines", "terms.deputyDays", policy.terms.deputyDays),
    plain("accounts", "accounts.linkWaitHours", policy.accounts.linkWaitHours),
    plain("accounts", "accounts.soleLinkWaitHours", policy.accounts.soleLinkWaitHours),
    plain("accounts", "accounts.passwordLength", policy.accounts.passwordLength),
    plain("accounts", "accounts.passwordWords", policy.accounts.passwordWords.join(", ")),
    plain("accounts", "reading", policy.reading),
  ];
}

function criterionFields(criterion: Policy["criteria"][number], i: number): PolicyField[] {
  const path = `criteria.${i}`;
  const own = (rule: "weight" | "floor"): PolicyField =>
    field(path, `${path}.${rule}`, criterion[rule], (language) =>
      language.t(`policy:field.criterion.${rule}`, { name: nameOf(criterion, language) }),
    );
  return [
    own("weight"),
    own("floor"),
    ...criterion.indicators
      .filter((indicator) => !isOptional(indicator))
      .flatMap((indicator, j) => indicatorFields(indicator, path, `${path}.indicators.${j}`)),
  ];
}

/** That it is there at all is a rule too: a version may add it or take it away. */
export function optionalFields(indicator: Indicator): PolicyField[] {
  const path = optionalPath(indicator);
  return [
    field("optional", `${path}.included`, "yes", (language) => nameOf(indicator, language)),
    ...indicatorFields(indicator, "optional", path),
  ];
}

const nameOf = ({ name }: Pick<Indicator, "name">, { locale }: Language): string =>
  locale === "en" ? name.en : name.zh;

function indicatorFields(indicator: Indicator, part: string, path: string): PolicyField[] {
  const one = (rule: string, value: number | string | undefined): PolicyField =>
    field(part, `${path}.${rule}`, value ?? "", (language) =>
      language.t(`policy:field.indicator.${rule}`, { name: nameOf(indicator, language) }),
    );
  return [
    one("weight", indicator.weight),
    one("floor", indicator.floor),
    one("target", indicator.target),
    one("minimumSample", indicator.minimumSample),
    one("value", pointsText(indicator.value)),
    ...(knowsTiers(indicator) ? levelFields(indicator, part) : []),
  ];
}

/** Empty where the tier has the indicator's own. */
function levelFields(indicator: Indicator, part: string): PolicyField[] {
  const { key, byTier } = indicator;
  return tiers.flatMap((tier) =>
    levelRules.map((rule) => {
      const figure = byTier?.[tier]?.[rule] ?? "";
      const one = field(
        part,
        levelPath(key, tier, rule),
        typeof figure === "object" ? pointsText(figure) : figure,
        (language) =>
          language.t(`policy:field.level.${rule}`, {
            name: nameOf(indicator, language),
            tier: language.t(`words:tier.${tier}`),
          }),
      );
      return { ...one, owner: indicator.name };
    }),
  );
}

function plain(part: string, path: string, value: number | string): PolicyField {
  return field(part, path, value, ({ t }) => t(`policy:field.${path}`));
}

function field(part: string, path: string, value: number | string, label: PolicyField["label"]): PolicyField {
  return { part, path, value: String(value), label };
}

/** "0.99 = 0; 0.995 = 60": measured value and its score, in one line that can be typed. */
function pointsText(points: Indicator["value"]): string {
  return points.map(([unit, score]) => `${unit} = ${score}`).join("; ");
}
