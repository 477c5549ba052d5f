import type { Policy } from "../../../domain/policy/policy.ts";
import { tiers } from "../../../domain/words/tier.ts";
import { assumedTruths, judgedQualities, leastSamples } from "../../../domain/simulation/assumed-truths.ts";
import type { FormState } from "../../forms/form.ts";
import { fieldsOf } from "../../forms/show.ts";
import type { Language } from "../../view/languages.ts";
import { addressOf, inPercent, sampleFields } from "./query.ts";
import { indicatorsShown } from "./indicators-shown.ts";
import { named } from "../../say/named.ts";

/** The question as a form that its address says whole, so that it can be passed on. */
export function simulatorForm(
  language: Language,
  form: FormState,
  policy: Policy,
  offered: readonly { readonly value: string; readonly label: string }[],
) {
  const fields = fieldsOf(form, language);
  const { t } = language;
  return {
    hidden: typeof form.typed["plan"] === "string" ? [{ name: "plan", value: form.typed["plan"] }] : [],
    policy: fields.select("policy", { label: t("simulator:field.policy"), options: offered }),
    tier: fields.select("tier", {
      label: t("simulator:field.tier"),
      options: tiers.map((value) => ({ value, label: t("words:impactTier", { tier: t(`words:tier.${value}`) }) })),
    }),
    samples: sampleFields.map((name) =>
      fields.number(name, {
        label: t(`simulator:field.${name}`),
        ...(name === "loadLevel" && { unit: "×" }),
        ...(t.has(`simulator:hint.${name}`) && { hint: t(`simulator:hint.${name}`) }),
      }),
    ),
    truth: fields.radios("truth", {
      legend: t("simulator:field.truth"),
      options: [...assumedTruths, "own"].map((value) => ({
        value,
        label: t(`simulator:truth.${value}`),
        hint: t(`simulator:truthHint.${value}`),
      })),
    }),
    own: judgedQualities(policy).map((name) =>
      fields.number(`own.${name}`, {
        label: t(`simulator:own.${name}`),
        ...(inPercent.includes(name) && { unit: "%" }),
        ...((name === "headroom" || name === "volume") && { unit: "×" }),
      }),
    ),
    ownOpen: form.typed["truth"] === "own" || form.problems.some(({ field }) => field.startsWith("own.")),
    indicator: fields.select("indicator", {
      label: t("simulator:field.indicator"),
      options: [
        { value: "", label: t("simulator:bottleneckItself") },
        ...indicatorsShown(policy).map((indicator) => ({
          value: indicator.key,
          label: named(language, indicator.name),
        })),
      ],
    }),
  };
}

/** The same question at what the policy asks of each tier at least; a plan has one tier, and keeps its way back. */
export function tierLinks({ t }: Language, policy: Policy, typed: FormState["typed"]) {
  const { plan } = typed;
  return tiers
    .filter((tier) => typeof plan !== "string" || tier === typed["tier"])
    .map((tier) => ({
      text: t("words:impactTier", { tier: t(`words:tier.${tier}`) }),
      href: addressOf({
        ...(typeof typed["policy"] === "string" && { policy: typed["policy"] }),
        ...(typeof plan === "string" && { plan }),
        tier,
        looks: String(policy.looks.default),
        ...Object.fromEntries(Object.entries(leastSamples(policy, tier)).map(([name, value]) => [name, String(value)])),
        truth: typed["truth"] === "decent" ? "decent" : "good",
      }),
    }));
}
