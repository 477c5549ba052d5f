import { indicatorsOf } from "../../domain/measures/indicator.ts";
import type { Sentence } from "../../domain/technology/state/condition-result.ts";
import type { Json } from "../../domain/words/json.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { Value } from "../view/translate.ts";
import { clockName } from "./clock.ts";
import { groupText } from "./group.ts";
import { inOneLine, named } from "./named.ts";
import { term } from "./term.ts";
import { agreementFigure } from "./agreement.ts";

/** What a condition is called. */
export function conditionTitle({ t }: Language, key: string): string {
  const text = `conditions:${key}.title`;
  return t.has(text) ? t(text) : key;
}

/** A recorded sentence in the reader's language: codes and figures become words here, never in the record. */
export function sentence(language: Language, policy: Policy, { code, params }: Sentence): string {
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, blank(language, policy, name, value)]),
  );
  const first = language.t.has(code) ? language.t(code, values) : code;
  return inOneLine(language, [first, ...furtherIn(language, params)]);
}

/** Of several things that stand in the way the first is named; how many more there are, where there are any. */
const furtherIn = ({ t }: Language, { more }: Sentence["params"]): readonly string[] =>
  typeof more === "number" && more > 0 ? [t("conditions:further", { count: more })] : [];

function blank(language: Language, policy: Policy, name: string, value: Json): Value {
  if (Array.isArray(value))
    return language.format.list(value.map((item: Json) => String(inList(language, policy, name, item))));
  if (value === null) return "–";
  if (typeof value === "number") return numberOf(language, policy, name, value);
  if (name === "missing" && typeof value === "object")
    return missingText(language, value as { readonly [name: string]: Json });
  if (typeof value === "object" || typeof value === "boolean") return JSON.stringify(value);
  return word(language, policy, name, value);
}

/** A bare number in a list of waves is a wave. */
function inList(language: Language, policy: Policy, name: string, item: Json): Value {
  return name === "waves" && typeof item === "number"
    ? language.t("conditions:wave", { number: item })
    : blank(language, policy, name, item);
}

function numberOf(language: Language, policy: Policy, name: string, value: number): Value {
  if (name === "alpha" || name === "ac2") return agreementFigure(language, value, policy.agreement);
  if (name === "monthsAgo")
    return language.t(value === 0 ? "conditions:lessThanMonth" : "conditions:monthsAgo", { count: value });
  if (name === "raw") return language.format.percent(value, 0);
  return value;
}

/** Which words a blank takes its value from. */
const sources: { readonly [name: string]: string } = {
  missing: "conditions:field",
  causes: "conditions:cause",
  dataClass: "words:dataClass",
  personalInformation: "words:personalInformation",
  tier: "words:tier",
  conditions: "conditions",
  family: "words:riskFamily",
  families: "words:riskFamily",
  level: "words:riskStep",
  appetite: "words:riskStep",
  cpi: "costs:unsaid",
  spi: "costs:unsaid",
};

function word(language: Language, policy: Policy, name: string, value: string): string {
  const { t, format } = language;
  if (name === "indicators" || name === "guards" || name === "items") return indicatorName(language, policy, value);
  if (name === "until" || name === "due" || name === "last" || name === "closesOn") return format.date(value);
  if (name === "changed") return groundText(language, value);
  if (name === "groups") return groupText(language, value);
  if (name === "part") return partText(language, value);
  if (name === "clocks") return clockName(language, policy, value);
  if (name === "conditions") return conditionTitle(language, value);
  const source = sources[name];
  return source !== undefined && t.has(`${source}.${value}`) ? t(`${source}.${value}`) : value;
}

/** The policy's name of an indicator, in the reader's language. */
export function indicatorName(language: Language, policy: Policy, key: string): string {
  const name = indicatorsOf(policy).find((indicator) => indicator.key === key)?.name;
  return name === undefined ? key : named(language, name);
}

/** The same, opened for what it means where the name alone does not say it. */
export function indicatorTerm(language: Language, policy: Policy, key: string): Content {
  const name = indicatorName(language, policy, key);
  return key === "headroom" || key === "sus" ? term(language, key, name) : name;
}

/** "<kind>.<name>": what a safeguard rests on. */
function groundText({ t }: Language, value: string): string {
  const [kind = "", name = ""] = value.split(".");
  const key = `safeguards/${kind}:ground.${name}`;
  return t.has(key) ? t(key) : name;
}

/** "<kind>.<part>": one of the things that a safeguard is made of. */
export function partText({ t }: Language, value: string): string {
  const [kind = "", part = ""] = value.split(".");
  const key = `safeguards/${kind}:part.${part}`;
  return t.has(key) ? t(key) : part;
}

/** "8 more people of 60 and over". */
function missingText(language: Language, { group, count }: { readonly [name: string]: Json }): string {
  const more = typeof count === "number" ? count : 0;
  return language.t("conditions:missingPeople", {
    count: more,
    group: groupText(language, typeof group === "string" ? group : "", more),
  });
}
