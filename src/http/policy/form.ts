import type { Reason } from "../../domain/words/decision.ts";
import { gates } from "../../domain/policy/policy.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Typed } from "../forms/typed.ts";
import type { Language } from "../view/languages.ts";
import { chosenIn } from "./chosen-indicators.ts";
import { conditionsIn, isCondition, typedCondition } from "./condition-inputs.ts";
import { policyFields } from "./fields.ts";
import { indicatorFields } from "./indicator-fields.ts";
import { isRubric, offeredIn } from "./offered.ts";
import { atSafeguardInput, nextSafeguards } from "./safeguards/next.ts";
import { atSeverityDays } from "./severity-days.ts";
import { rubricName } from "./rubric-block.ts";
import type { Numbers } from "./schema.ts";
import { conditionTitle } from "./words.ts";

/** The policy in force, and what this version knows beside it as it would begin: asked of nobody yet. */
export function typedAtFirst(policy: Policy): Typed {
  const offered = offeredIn(policy);
  const beside = offered
    .filter(({ asked }) => asked === "none")
    .flatMap(({ indicator }) => indicatorFields(indicator, "", "none"));
  const rubrics = offered.flatMap(({ criterion, indicator }) =>
    isRubric(indicator)
      ? [
          [`rubrics.${indicator.key}.criterion`, criterion],
          [`rubrics.${indicator.key}.key`, indicator.key],
        ]
      : [],
  );
  const conditions = gates.flatMap((gate) =>
    conditionsIn(policy, gate).map((condition) => typedCondition(gate, condition)),
  );
  return Object.assign(
    Object.fromEntries(
      [...policyFields(policy), ...beside]
        .filter(({ path }) => !isCondition(path))
        .map(({ path, value }) => [path, value]),
    ),
    Object.fromEntries(rubrics),
    ...conditions,
  ) as Typed;
}

/** A rule over several numbers speaks at the first of their inputs; one over an indicator at the input named after it. */
export function atItsInput(before: Policy, typed: Numbers) {
  const inputs = before.criteria.map((criterion) => chosenIn(before, criterion, typed));
  const at = (i: string, j: string) => inputs[Number(i)]?.[Number(j)];
  return (reason: Reason): Reason => {
    const field = atSafeguardInput(nextSafeguards(before.safeguards, typed.safeguards))(
      atSeverityDays(reason.field ?? ""),
    )
      .replace(
        /^criteria\.(\d+)\.indicators\.(\d+)\.byTier\./,
        (_, i: string, j: string) => `levels.${at(i, j)?.indicator.key ?? ""}.`,
      )
      .replace(/^criteria\.(\d+)\.indicators\.(\d+)/, (_, i: string, j: string) => at(i, j)?.input ?? "")
      .replace(/^(rubrics\.[^.]+)\.rubric\./, "$1.")
      .replace(/^(indicators\.[^.]+)\.(key|measure|better|name\..*|rubric.*)$/, "$1.asked")
      .replace(/\.value(\.\d+)?$/, ".value")
      .replace(/^criteria\.(\d+)\.indicators$/, (_, i: string) => firstWeight(inputs[Number(i)]?.[0]?.input, i))
      .replace(/^criteria$/, "criteria.0.weight")
      .replace(/^agreement$/, "agreement.unreliable");
    return { ...reason, field };
  };
}

/** Where the weights of a criterion's indicators begin; its own where it has none. */
const firstWeight = (input: string | undefined, i: string): string => `${input ?? `criteria.${i}`}.weight`;

/** Of some seven hundred boxes: the one that a message of the summary means. */
export function placesIn(policy: Policy, typed: Typed, language: Language): (field: string) => string | undefined {
  const { t } = language;
  let labels: ReadonlyMap<string, string> | null = null;
  const valueOf = (name: string): string => String(typed[name] ?? "");
  return (field) => {
    labels ??= labelsIn(policy, language);
    const [list, id = "", rule = ""] = field.split(".");
    if (list === "rubrics" && (!labels.has(field) || rule === "key"))
      return rubricPlace(rubricName(id, valueOf, language), field, t);
    const gate = gates.find((candidate) => field.startsWith(`gates.${candidate}.conditions.`));
    if (gate === undefined) return labels.get(field);
    const [, , , key = "", input] = field.split(".");
    return input === "place" ? t("policy:edit.rules.box.place", { title: conditionTitle(language, key) }) : undefined;
  };
}

function labelsIn(policy: Policy, language: Language): ReadonlyMap<string, string> {
  const beside = offeredIn(policy).flatMap(({ indicator }) => indicatorFields(indicator, "", "none"));
  return new Map([...beside, ...policyFields(policy)].map(({ path, label }) => [path, label(language)]));
}

/** Of an item that the policy does not have yet: its name, and which of its boxes. */
function rubricPlace(name: string, field: string, t: Language["t"]): string {
  const [, , rule = "", at = "", written = at] = field.split(".");
  const language = t(`policy:written.${written === "zh" ? "zh" : "en"}`);
  if (rule === "key") return t("policy:field.rubric.key", { name });
  if (rule === "anchors") return t("policy:field.rubric.anchor", { name, number: Number(at) + 1, language });
  if (rule === "name" || rule === "question") return t(`policy:field.rubric.${rule}`, { name, language });
  return t.has(`policy:field.indicator.${rule}`) ? t(`policy:field.indicator.${rule}`, { name }) : name;
}
